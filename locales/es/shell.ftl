# Lo que rodea cada página. El nombre es neutro a propósito: lo leen quienes pasan.
shell-name = Cuaderno
skip-to-content = Ir al contenido
nav-label = Principal
sign-out = Cerrar sesión
leave = Salir de esta página
leave-hint = Pulse Esc tres veces para salir de esta página al instante.
language = Idioma

date-long = { $day } de { $month } de { $year }
date-time = { $day }, { $time }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

person-strip = De quién es este expediente
steps-label = Pasos
step-registration = Registro
step-assessment = Valoración
step-planning = Planificación
step-implementation = Ejecución
step-review = Seguimiento
step-closure = Cierre
step-state-not_started = sin empezar
step-state-in_progress = en curso
step-state-awaiting_approval = por aprobar
step-state-done = hecho
step-state-revisit_due = por revisar
step-missing = Falta antes del paso siguiente

code-risk_level-urgent = Urgente
code-risk_level-high = Alto
code-risk_level-medium = Medio
code-risk_level-low = Bajo

pager-label = Páginas de esta lista
pager-page = Página { $page } de { $pages }
pager-earlier = Página anterior
pager-later = Página siguiente

error-not-here = Aquí no hay nada
error-not-here-text = La página no existe o no le corresponde abrirla. Si ha seguido un enlace, pregunte a quien se lo dio.
error-failure = Algo ha fallado por nuestra parte
error-failure-text = Esta petición no ha cambiado nada, salvo que una página se lo haya dicho. Inténtelo de nuevo; si se repite, dé el número de abajo a quien cuida de este ordenador.
error-id = Número:
error-cross-site = Esta petición venía de otro sitio
error-cross-site-text = Por seguridad no se ha llevado a cabo. Abra de nuevo la página aquí y repita lo que quería hacer.
error-signed-out = Inicie sesión
error-signed-out-text = No ha iniciado sesión, o su sesión ha terminado.
error-too-large = Era demasiado de una vez
error-too-large-text = Lo enviado es más de lo que esta página admite. No se ha guardado nada; vuelva atrás, acórtelo y envíelo otra vez.
error-too-many = Demasiados intentos
error-too-many-text = Espere unos minutos e inténtelo de nuevo.
error-busy = Esto tarda demasiado
error-busy-text = La respuesta no ha llegado a tiempo. Inténtelo dentro de un momento; lo que envíe por segunda vez no se guarda dos veces.
error-not-understood = No se ha entendido esta petición
error-not-understood-text = Vuelva a la página anterior e inténtelo de nuevo.
error-home = A la primera página

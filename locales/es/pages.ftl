# Páginas que no son de ninguna sala en particular.
nav-reception = Recepción
nav-cases = Casos
nav-search = Buscar
nav-approvals = Aprobaciones
nav-meetings = Reuniones
nav-feedback = Opiniones
nav-tallies = Recuentos
nav-looks = Quién consultó
nav-erasures = Borrados
nav-admin = Administración

sign-in-title = Iniciar sesión
sign-in-username = Nombre de usuario
sign-in-password = Contraseña
sign-in-go = Entrar
sign-in-wrong = El nombre o la contraseña no son correctos.
sign-in-wait =
    { $seconds ->
        [one] Demasiados intentos. Espere { $seconds } segundo e inténtelo de nuevo.
       *[other] Demasiados intentos. Espere { $seconds } segundos e inténtelo de nuevo.
    }
begin-title = La primera cuenta de administración
begin-lead = Este programa es nuevo y está vacío. Cree su primer centro y la cuenta que lo administra; esa cuenta no podrá abrir ningún caso.
begin-centre = Nombre del centro
begin-go = Empezar
begin-incomplete = Rellene todas las líneas, por favor; cada una admite 120 caracteres como máximo.
password-title = Contraseña
password-hint = Al menos 15 caracteres. Cuatro o cinco palabras seguidas van bien y se recuerdan fácilmente.
password-again = La misma contraseña otra vez
password-new = Contraseña nueva
password-present = Contraseña actual
password-present-wrong = La contraseña actual no es correcta.
password-differs = Las dos contraseñas no coinciden.
password-yours = Otra persona conoce esta contraseña. Elija una propia antes de continuar.
password-same = La contraseña nueva es la que ya tiene. Elija otra.
password-short = La contraseña debe tener entre 15 y 200 caracteres.
password-go = Cambiar la contraseña

desk-title = Personas en la puerta
desk-lead = Quienes han venido y no están registrados. Primero la ayuda; no hace falta ningún nombre.
desk-person = Una persona en la recepción
desk-person-lead = Añada lo que ocurrió. El expediente lo lee quien lleva el caso.
desk-empty = Nadie está esperando.
arrival-lead = Acogida, seguridad, necesidades urgentes. Aquí no se pregunta el nombre.
cases-title = Casos
cases-open = Casos abiertos
cases-closed = Casos cerrados
cases-empty = Aquí no hay casos.
offered-title = Casos que le ofrecen
due-title = Pendiente hoy y en los próximos dos días
search-title = Buscar a una persona
search-label = Un nombre, escrito como sea, o un código
search-go = Buscar
search-found = Personas encontradas
search-empty = No se ha encontrado a nadie entre los casos que usted puede abrir.
approvals-title = Pendiente de aprobación
approvals-empty = No hay nada pendiente.
meetings-title = Reuniones
meetings-empty = No se ha registrado ninguna reunión.
tallies-title = Recuentos anónimos
tallies-lead = Personas que recibieron ayuda y no quisieron quedar registradas. No se guarda nada más sobre ellas.
tallies-empty = No hay recuentos.
looks-title = Quién consultó los datos
looks-lead = Cada página y cada lista que se abrió, empezando por la más reciente. De cada expediente se ve solo el principio de su número aleatorio.
erasures-title = Borrar los datos de una persona
erasures-lead = Se destruyen las claves del expediente: nadie podrá volver a leerlo, en ninguna copia de seguridad. Otra persona, de la supervisión, debe confirmarlo.
erasure-proposed = Borrado propuesto
erasure-proposed-text = Dé esta dirección a la supervisión, que lo confirmará:
erasure-no-such-code = Ninguna persona de este centro tiene ese código.
erasure-confirm-title = Confirmar un borrado
erasure-confirm-lead = Se ha propuesto borrar los datos de una persona por el motivo de abajo. No se puede deshacer.
erasure-confirm = Borrar para siempre
admin-title = Administración
admin-lead = Cuentas, centros y organizaciones socias. Desde aquí no se puede abrir ningún caso.
admin-accounts = Cuentas
admin-centres = Centros
admin-partners = Organizaciones socias con acuerdo para compartir datos
admin-new-account = Cuenta nueva
admin-new-centre = Centro nuevo
admin-new-partner = Organización socia nueva
admin-change-account = Cambiar una cuenta
account-open = abierta
account-closed = cerrada

head-code = Código
head-name = Nombre
head-risk = Riesgo
head-status = Situación
head-step = Paso más avanzado
head-worker = Responsable
head-arrived = Llegada
head-what = Qué
head-until = Plazo
head-state = Estado
head-since = Cuándo
head-asked-by = Lo pide
head-day = Día
head-services = Ayuda prestada
head-file = Expediente
state-overdue = fuera de plazo
state-open = abierto
risk-not-decided = sin decidir
step-none = sin empezar
no-code-yet = aún sin código
duty-worker = Responsable de guardia

case-title = Caso
case-due = Lo que está pendiente
case-nothing-due = No hay nada pendiente.
case-story = La historia
strip-contact = Se puede contactar por
strip-next = Próximo plazo
about-age =
    { $years ->
        [one] { $years } año
       *[other] { $years } años
    }
about-age-band = { $band } años, a simple vista
strip-died = Falleció el { $day }
story-health-window = Prevención del VIH hasta el { $hiv }; anticoncepción de emergencia hasta el { $pregnancy }
about-age-disputed =
    { $years ->
        [one] { $years } año (en duda: se toma la menor edad dicha)
       *[other] { $years } años (en duda: se toma la menor edad dicha)
    }
late-entry = anotado después
record-when = { $when }, { $by }
place-do = Lo que puede hacer aquí
place-recorded = Lo que se ha registrado
place-nothing = Aquí aún no se ha registrado nada.
place-reception = En la puerta y en todo momento
place-reception-hint = ayuda, notas, peligros, alertas
place-consent = Consentimiento
place-consent-hint = qué permite la persona, a quién y hasta cuándo
place-registration = Criterios y registro
place-assessment = Vulnerabilidad y necesidades
place-planning = El plan
place-implementation = Servicios y derivaciones
place-review = Contactos y revisiones
place-closure = Cierre y transferencia
place-household = Hogar
place-household-hint = quiénes forman un grupo
done-title = Registrado.
done-forgotten = No se guarda nada de esta persona; se ha sumado una al recuento anónimo.
clash-theirs = Lo que consta ahora
clash-yours = Lo que usted escribió
consent-now = Lo que la persona permite hoy
shared-title = Qué salió y a quién
head-shared = Qué salió
head-basis = Con qué base
consent-yes = sí

section-when = Cuándo
field-happened = ¿Cuándo ocurrió?
hint-happened = Déjelo vacío si es ahora. Si lo pasa de un papel, ponga la hora real: los plazos se cuentan desde ahí.

field-display_name = Nombre que ven los colegas
field-username = Nombre de usuario
field-role = Función
field-centre = Centro
field-grants = También puede leer, en los casos que lleva o supervisa
hint-grants = Solo para quien tenga la formación necesaria.
field-password = Contraseña
hint-password = Al menos 15 caracteres.
field-closed = Cerrada: nadie entra con esta cuenta
field-name = Nombre
field-facility = Tipo de centro
field-focal_point = Punto focal, por su función
field-agreement_until = Acuerdo para compartir datos válido hasta
field-authority = Es una autoridad
field-person_code = Código de la persona
field-reason = Motivo
hint-erasure-propose-reason = El texto no debe nombrar a nadie.
field-sure = Sí, borrar los datos de esta persona para siempre
field-subject = Qué
field-comment = Comentario
code-facility-multifunctional = Centro multifuncional
code-facility-shelter = Albergue
code-facility-information_resource = Centro de información y recursos
code-facility-government_run = Gestionado por el Estado
code-facility-hotel_private_housing = Hotel o vivienda particular
code-facility-other = Otro
do-approval-submit = Enviar para aprobación
do-approval-approve = Aprobar
do-approval-send_back = Devolver con un comentario
event-approval-submitted = Se envió para aprobación
event-approval-approved = Se aprobó
event-approval-sent_back = Se devolvió
event-approval-completed = Se completó

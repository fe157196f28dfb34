# The demonstration: the banner of every page, the tour at the door, and the way back to its first day.

demo-banner = Esto es una demostración: todas las personas son inventadas.
demo-tour = Dar una vuelta
demo-tour-lead = Entre en el lugar de alguien que trabaja aquí, con una sola pulsación.

demo-reset = Reiniciar la demostración
demo-reset-text = Se borra todo lo hecho aquí y el centro se rehace como el primer día. Tarda hasta un minuto; se cierra la sesión de todas las personas.
demo-reset-go = Rehacerlo todo
demo-reset-stay = Dejarlo como está

# Three things worth trying, for each role.
demo-try-reception = Reciba a una persona nueva; dé una ayuda y anótela; vea quién vino hoy.
demo-try-caseworker = Vea su día hora por hora; llame a Blessing en su franja segura; anote un contacto con Salma.
demo-try-case_manager = Asigne una llegada; vea los casos de quien está de permiso; responda a un comentario.
demo-try-supervisor = Siga la alerta que pasó a la siguiente persona; apruebe un plan; vea qué casos de Lucie no tienen suplente.
demo-try-psychologist = Abra los casos en los que es suplente; lea lo que le está permitido y nada más; escriba una nota.
demo-try-focal_point_child = Vea las alertas sobre niños; lea lo que Idris dice de su edad; siga la búsqueda de su tío.
demo-try-focal_point_gbv = Vea su día por tema; abra un caso de violencia; compárelo con lo que lee la recepción.
demo-try-focal_point_tip = Abra el caso de Rosa; lea la conclusión del cribado; busque lo que otros no ven.
demo-try-focal_point_psea = Vea las alertas de su tema; lea lo que se dice del turno de noche; respóndalo.
demo-try-interpreter = Vea lo poco que abre esta función; cambie de idioma; bloquee la página y vuelva.
demo-try-partner_focal_point = Vea lo poco que abre esta función; cambie de idioma; bloquee la página y vuelva.
demo-try-data_protection = Responda a la alerta del consentimiento retirado ayer; lea quién consultó qué; vea las supresiones.
demo-try-report_officer = Lea los recuentos; abra la cifra del año con su definición; compruebe que no aparece ningún nombre.
demo-try-administrator = Abra una cuenta; cambie el acuerdo de un socio; ajuste la lista de guardia.

# Mi día, el contacto en medio minuto y las citas.
nav-day = Mi día
nav-contact = Registrar un contacto
day-title = Mi día
tab-day-title = Hoy
day-contact = Registrar un contacto
day-find = Buscar a alguien
day-nothing = Todavía no lleva ningún caso. Lo que se le asigne aparecerá aquí, con lo que toca hoy.
day-names-hide = Ocultar los nombres
day-names-show = Mostrar los nombres

day-now = Ahora
day-now-empty = No hay nada que no pueda esperar.
day-today = Hoy
day-today-empty = Ninguna cita, y nada más que hacer hoy.
day-late = Con retraso
day-late-lead = En el orden del daño que hace la espera, y no de la antigüedad.
day-late-empty = Nada va con retraso.
day-late-more = { $n ->
    [one] { $n } cosa más con retraso: ver toda la lista
   *[other] { $n } cosas más con retraso: ver toda la lista
}
day-waiting = A la espera de otros
day-waiting-empty = No espera a nadie.
day-changed = Cambios desde que se fue
day-changed-empty = Nadie ha registrado nada en sus casos desde el { $since }.
day-all = Todos mis casos
day-all-empty = No hay ningún caso abierto.

day-seen = Última vez
day-next = Próximo plazo
day-no-next = Sin próximo paso
day-never-seen = nunca
day-seen-today = hoy
day-seen-yesterday = ayer
day-open = Abrir el caso
day-offered = Le han ofrecido un caso
day-any-time = A cualquier hora
day-by-tonight = antes de esta noche
day-today-word = hoy
day-and-more = y { $n } más

day-reach-unknown = Nadie ha preguntado todavía qué vías son seguras
day-reach-no-sms = sin mensajes de texto
day-reach-no-message = no dejar recado
day-reach-ask-for = preguntar por «{ $word }»
day-reach-when = solo entonces: { $times }
day-interpreter = intérprete: { $who }
day-interpreter-missing = falta encontrar intérprete
day-not-safe-any-more = La persona ya no considera segura esta vía.

day-until-minutes = { $n ->
    [one] en { $n } minuto
   *[other] en { $n } minutos
}
day-until-hours = { $n ->
    [one] en { $n } hora
   *[other] en { $n } horas
}
day-until-days = { $n ->
    [one] en { $n } día
   *[other] en { $n } días
}
day-late-minutes = { $n ->
    [one] { $n } minuto de retraso
   *[other] { $n } minutos de retraso
}
day-late-hours = { $n ->
    [one] { $n } hora de retraso
   *[other] { $n } horas de retraso
}
day-late-days = { $n ->
    [one] { $n } día de retraso
   *[other] { $n } días de retraso
}
day-ago-minutes = { $n ->
    [one] hace { $n } minuto
   *[other] hace { $n } minutos
}
day-ago-hours = { $n ->
    [one] hace { $n } hora
   *[other] hace { $n } horas
}
day-ago-days = { $n ->
    [one] hace { $n } día
   *[other] hace { $n } días
}

contact-title = Registrar un contacto
contact-lead = Medio minuto: con quién fue, si la localizó, si está a salvo.
contact-who = ¿Con quién?
contact-who-hint = Sus casos, los más graves primero. Escriba un código o un nombre para ir a él.
contact-go-on = Continuar
contact-find = No está en la lista: buscar a alguien
contact-none = No lleva ningún caso. Busque a la persona y registre allí el contacto.
contact-option = { $code } – { $name }
contact-how = Cómo localizar a la persona
contact-whole = El formulario completo
contact-whole-hint = Para lo que solo pocos pueden leer, para un encuentro casual, o cuando llamó la persona.
hint-day-contact-progress_note = Dos líneas que puede leer todo el equipo del caso. Lo demás va en el formulario completo.

do-review-plan_appointment = Fijar una cita
do-review-end_appointment = Cita cumplida o fallida
event-review-appointment_planned = Se fijó una cita
event-review-appointment_ended = Qué pasó con una cita
section-understanding = Entenderse
field-planned_for = Cuándo
hint-planned_for = Una hora que sea segura para la persona.
field-appointment_purpose = Para qué
hint-appointment_purpose = Aparece en la lista del día: allí no se dice nada más.
field-interpreter_needed = ¿Hace falta intérprete?
field-appointment = Qué cita
field-appointment_outcome = Qué pasó con ella
field-review-end_appointment-note = Qué se sabe de ello
code-due-appointment = Cita
code-appointment_purpose-follow_up = Ver cómo va
code-appointment_purpose-interview = Conversación
code-appointment_purpose-assessment = Evaluación
code-appointment_purpose-planning = Planificar juntos
code-appointment_purpose-review = Revisión
code-appointment_purpose-accompaniment = Acompañamiento
code-appointment_purpose-other = Otro
code-appointment_outcome-kept = Tuvo lugar
code-appointment_outcome-missed = La persona no vino o no contestó
code-appointment_outcome-cancelled_by_person = La persona la canceló
code-appointment_outcome-cancelled_by_us = La cancelamos nosotros

# Lo que dicen la ronda de supervisión y la jornada: novedades de un plan, alertas pasadas, cifra anual.
since-version = Desde la versión { $version }, que se aprobó.
since-first = Es la primera versión del plan.
since-nothing = Nada ha cambiado.
since-added = Añadido: { $what }.
since-removed = Retirado: { $what }.
since-changed = Cambiado: { $what }.
since-goal = { $count ->
    [one] { $count } meta
   *[other] { $count } metas
}
since-objective = { $count ->
    [one] { $count } objetivo
   *[other] { $count } objetivos
}
since-action = { $count ->
    [one] { $count } acción
   *[other] { $count } acciones
}
since-cost = { $count ->
    [one] { $count } gasto
   *[other] { $count } gastos
}
since-monitoring = cómo se sigue el plan
since-review = el día de la revisión
since-agreement = lo que dice la persona
since-compare = Las dos versiones, una junto a otra

looks-side-by-side = El plan junto a su traducción
looks-other = Una página de otra versión del programa

day-alert-taken = usted se ocupa
day-alert-passes = pasa a la siguiente persona { $when }
day-alert-before = Antes de usted: { $name }, tel. { $phone }

year-position = Contado a partir de un historial de { $position } anotaciones.
year-people-title = Quién está detrás de la cifra del año
year-people-of = { $what }, { $year }
year-people-lead = Quien no quiso que se le contara no está en esta lista.
year-people-empty = No hay nadie detrás de este número.
year-head-began = Cómo entró en el año
year-head-ended = Cómo está al final del año

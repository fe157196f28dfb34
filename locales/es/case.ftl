# The head of the case and what one must know first.
about-age-document = { $years ->
    [0] menos de 1 año
    [one] 1 año
   *[other] { $years } años
 } (según documentos)
about-age-stated = { $years ->
    [0] menos de 1 año
    [one] 1 año
   *[other] { $years } años
 } (según la persona)
about-age-estimated = unos { $years ->
    [0] menos de 1 año
    [one] 1 año
   *[other] { $years } años
 } (estimación)
about-age-assessed = { $years ->
    [0] menos de 1 año
    [one] 1 año
   *[other] { $years } años
 } (edad evaluada)
about-interpreter = intérprete: { $name }
about-no-interpreter = sin intérprete anotado
about-protection = puede necesitar protección internacional
glance-safe = ¿A salvo ahora?
glance-asked = preguntado el { $when } por { $by }
glance-not-asked = aún no se preguntó
glance-since = { $what }, desde el { $day }
glance-until = { $what }: { $until }
glance-overdue = { $what }: con retraso desde el { $until }
glance-contact = Cómo contactar
glance-phone = Teléfono { $phone }
glance-hours = Cuándo
glance-may-answer = Puede responder
glance-never = Nunca
glance-goal = La meta, en sus palabras
glance-wish = Lo que le importa
glance-request = Lo que pidió
glance-member = { $name }: { $role }
glance-consents = Todos los consentimientos
glance-yes = Sí
glance-no = No, o ya no
never-household = preguntar o informar al hogar: está oculta para él
never-interpreter = intérprete { $name }
never-message = dejar un mensaje
consent-until = { $what }, hasta el { $day }
step-next = Después
story-more = Entradas anteriores: { $count }
place-side_by_side = Mostrar a la persona
place-side_by_side-hint = solo el plan y los consentimientos, para leer o imprimir; en su idioma si lo escribimos. Para salir se pide su contraseña

# The plan to be read, and two versions side by side.
plan-by-goal = Por metas
plan-by-horizon = Por plazo: corto, medio, largo
plan-no-horizon = Aún sin plazo
plan-read-in-force = Leer la versión { $version }, vigente
plan-compare = Qué cambió entre las versiones
plan-version-title = Versión { $version }
plan-is-in-force = vigente
plan-is-written = en redacción
plan-is-replaced = sustituida por otra posterior
plan-approved = Aprobada
compare-from = Versión anterior
compare-to = Versión posterior
compare-go = Comparar
compare-one = Por ahora solo hay una versión.
compare-nothing = Estas dos versiones dicen lo mismo.
compare-counts = Añadido: { $added }. Retirado: { $removed }. Cambiado: { $changed }.
compare-reason = La versión { $version } se empezó porque: { $reason } (a petición de: { $who })
compare-added = Añadido
compare-removed = Retirado
compare-changed = Cambiado
compare-goal = Meta: { $which }
compare-objective = Objetivo: { $which }
compare-action = Acción: { $which }
compare-cost = Gasto: { $which }
compare-nothing-said = (nada)

# What the person reads when the screen is turned, and on paper.
beside-language = Idioma de esta página
beside-version-written = La versión en redacción
beside-version-in-force = La versión vigente
beside-title = Su plan
beside-none = Aún no hay un plan. Empieza con lo que usted quiere.
beside-draft = Un borrador: lo escribimos con usted.
beside-holds = Este plan vale desde el { $day }.
beside-want = Lo que usted quiere
beside-until = hasta el { $day }
beside-who-caseworker = Nosotros
beside-who-person = Usted
beside-who-caregiver = Quien le cuida
beside-who-partner = Un socio
beside-who-specialist = Un especialista
beside-disagree = Con lo que usted no está de acuerdo
beside-allow = Lo que usted permite
beside-allow-none = Aún no se le ha preguntado.
beside-yes = Usted dijo que sí
beside-no = Usted dijo que no, o ya terminó
beside-change = Puede cambiar de opinión en cualquier momento. Decir que no no le quita ninguna ayuda.
beside-know = Conviene saber
beside-review = Volveremos a mirar este plan juntos el { $day }.
beside-feedback = Puede decirnos lo que piensa. Cómo: { $how }.
beside-told = A quién se le dice qué

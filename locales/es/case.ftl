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
place-side_by_side-hint = solo el plan y los consentimientos, en su idioma, para leer o imprimir

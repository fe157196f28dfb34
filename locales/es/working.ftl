# La jornada: contactos a tiempo, la pantalla girada, las alertas y de quién son.
refusal-contact_too_late = Con este nivel de riesgo ({ $which }) el próximo contacto es a más tardar el { $day }. Elija ese día o uno anterior.
missing-review_date_passed = una nueva fecha para la próxima revisión: la fijada ya pasó. Un plan que espera aprobación se devuelve para ello
approval-not-yet = Esto todavía no se puede aprobar. Devuélvalo y diga qué falta:
contact-latest = El próximo contacto, a más tardar el { $day } ({ $level })
turned-back = Volver al trabajo, con su contraseña
turned-foreign = Esta página está en { $written }. La persona habla { $spoken }: un intérprete la lee con ella.
turned-unknown = Esta página está en { $written }. Nadie ha anotado aún qué idioma habla la persona: pregunte y elija el idioma arriba.
turned-does-direct = lo que hacemos por usted
turned-does-referral = lo que otra persona hace por usted
turned-does-by_person = lo que hace usted
turned-does-advocacy = hablamos en su favor
lock-who = Aquí trabaja:
alert-nobody-for = Nadie está en la lista de guardia, así que no se conoce ningún teléfono. Es para: { $role } – { $names }. Vaya a verles.
alert-nobody-at-all = Nadie está en la lista de guardia y nadie aquí tiene la función que responde: { $role }. Llame a la dirección de su organización.
alert-answered-by = Usted puede empezar. Responde: { $role }
day-alert-others = Una alerta que responden otras personas
day-alert-waits = lanzada { $since }
day-until-now = ahora
day-late-now = vence ahora
day-ago-now = hace un momento
duty-nobody = Nadie está en la lista de guardia
duty-nobody-text = Entonces una alerta no llega a nadie por teléfono: solo espera en las páginas de quienes tienen la función de responder. Ponga en la lista al menos a una persona con teléfono de trabajo.

do-implementation-change_referral = Cambiar una derivación antes de enviarla
event-implementation-referral_changed = Se cambió una derivación antes de enviarla
field-implementation-change_referral-referral = ¿Qué borrador?
section-implementation-change_referral-readers = Quién puede leerlo aquí
field-implementation-change_referral-authority = Es una autoridad: se exige el consentimiento para autoridades
field-implementation-change_referral-service_type = ¿Qué servicio?
field-implementation-change_referral-reason = ¿Qué necesitan saber para ayudar?
hint-implementation-change_referral-reason = Lo mínimo que este servicio necesita. Lo que la persona no quiere que se cuente se queda fuera.
field-implementation-change_referral-urgency = ¿Con qué urgencia?
field-implementation-change_referral-channel = ¿Por qué vía se envía?

nav-menu = Menú
alert-answer = Responder

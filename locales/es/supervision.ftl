# La ronda de supervisión, alertas y guardia, ausencias, la cifra del año.
nav-supervision = Por supervisar
nav-year = Cifra del año
nav-duty = Guardia
supervision-title = Lo que necesita supervisión
supervision-lead = Cada cifra abre su lista.
supervision-alerts = Alertas que esperan
supervision-workers = Quién lleva qué
supervision-no-workers = Nadie lleva un caso abierto.

watch-alerts = alertas de las que nadie se ocupa
watch-approvals = pendiente de aprobación
watch-contact = Urgente y alto, sin contacto a tiempo
watch-contact-lead = El contacto acordado ha pasado su plazo. Lo más grave va primero.
watch-contact-empty = Se contactó a tiempo a todas las personas con riesgo urgente o alto.
watch-arrivals = Llegadas sin responsable
watch-arrivals-lead = Nadie las lleva todavía. Quien llegó antes va primero.
watch-arrivals-empty = Todas las personas que llegaron tienen responsable.
watch-referrals = Derivaciones fuera de plazo
watch-referrals-lead = Enviadas y sin respuesta a tiempo.
watch-referrals-empty = Ninguna derivación espera más de lo debido.
watch-decisions = A la espera de una segunda persona
watch-decisions-lead = Gastos por encima de lo que decide quien lleva el caso, datos compartidos sin consentimiento y bases distintas del consentimiento.
watch-decisions-empty = Nada espera a una segunda persona.
watch-floors = Riesgo fijado por debajo de su mínimo
watch-floors-lead = La supervisión decidió menos de lo que proponen las reglas. El motivo consta en el caso.
watch-floors-empty = Ningún riesgo vigente está por debajo de su mínimo.
watch-doubts = La misma persona o no: por revisar
watch-doubts-lead = En el registro quedó como «dudoso, revisar más tarde».
watch-doubts-empty = No queda ninguna duda así.
decision-cost = Un gasto por encima de lo permitido, por aprobar
decision-override = Datos compartidos sin consentimiento, por refrendar
decision-substitute = Una base distinta del consentimiento, por confirmar
erasures-waiting = Borrados que esperan a usted como segunda persona
floor-lowered-by = { $level }, rebajado por { $name }

head-cases = Casos
head-overdue = Con retraso
head-leave = De permiso
head-uncovered = Casos sin suplencia
head-floor = Mínimo
head-last-contact = Último contacto
head-backup = Suplencia
head-with = Con quién está ahora
head-phone = Teléfono
head-do = Hacer
head-place = Puesto
head-hours = Horas

worker-title = Responsable
worker-cases = Casos que lleva
worker-no-cases = Aquí no se lleva ningún caso abierto.
worker-above-cap = { $count }, más de { $cap }
backup-none = nadie
worker-no-contact = ninguno todavía
leave-title = De permiso
leave-from = Desde el { $day }
leave-until = hasta el { $day }
leave-cover = { $name } hace la suplencia.
leave-no-cover = Nadie hace la suplencia.
cover-all = { $count ->
    [one] Nombrar la suplencia en el caso que no la tiene
   *[other] Nombrar la suplencia en los { $count } casos que no la tienen
}
cover-named = { $count ->
    [0] Todos los casos tienen ya suplencia.
    [one] La suplencia consta ahora en un caso más.
   *[other] La suplencia consta ahora en { $count } casos más.
}
do-leave-set = Anotar un permiso
field-leave-set-from = Primer día de ausencia
field-leave-set-until = Último día de ausencia
field-leave-set-cover = Quién hace la suplencia
hint-leave-set-cover = Lee solo los casos que la nombran como suplencia.
field-leave-set-ended = Ya está de vuelta o no se va: terminar este permiso

duty-title = Lista de guardia
duty-lead = Una alerta va a la primera persona de la lista. Tras { $minutes } minutos sin «me ocupo yo», pasa a la siguiente.
duty-empty = { $centre }: nadie está en la lista de guardia.
duty-always = a cualquier hora
duty-hours = { $from } a { $until }
do-duty-set = Poner a alguien en la lista
field-duty-set-account = Quién
field-duty-set-number = Puesto en la lista
hint-duty-set-number = Al 1 se le llama primero.
field-duty-set-phone = Teléfono de trabajo
field-duty-set-hours_from = Desde (hora)
hint-duty-set-hours_from = Por ejemplo 08:00. Deje ambas vacías para cualquier hora.
field-duty-set-hours_until = Hasta (hora)
field-duty-set-ended = Quitar de la lista

alerts-lead-turns = Una alerta queda abierta hasta que se responde. Quien se ocupa lo dice; si no, pasa por la lista de guardia.
alerts-mine = Esperan a usted
alerts-others = Con otras personas
alert-turn = { $name }, hasta las { $time }
alert-taken-by = { $name } se ocupa
alert-everybody = Toda la lista tuvo su turno: llame
alert-phone = { $name }: tel. { $phone }
alert-take-over = Tomar el relevo
do-reception-take_alert = Me ocupo yo
event-reception-alert_taken = Alguien se ocupa de la alerta

year-nav = La cifra del año
year-title = Con apoyo de gestión de casos
year-title-of = Con apoyo de gestión de casos en { $year }: { $centre }
year-choose = Año
year-show = Mostrar
year-people = { $count ->
    [one] persona
   *[other] personas
}
year-head = Cómo entraron en el año y cómo están a su fin
year-head-people = Personas
year-reconciled = Una sola cifra, contada de dos maneras
year-sum-began = Con apoyo en el año, según cómo llegaron
year-sum-ended = Las mismas personas, según cómo están al final
year-adds-up = La suma cuadra: { $sums }
year-tally = Junto a la cifra, como recuento anónimo: { $count ->
    [one] una persona que no quiso ser contada.
   *[other] { $count } personas que no quisieron ser contadas.
}
year-definition = Qué se cuenta
year-definition-who = Personas con código cuyo consentimiento para la gestión del caso fue válido en algún momento del año,
year-definition-when = y con al menos una valoración, un plan, un servicio, una derivación, una revisión o un contacto con fecha en el año.
year-definition-not = No cuentan quienes no cumplían los criterios, se negaron, están duplicados o se registraron por error.
year-definition-once = Cada persona cuenta una vez, también si su caso viene del año anterior o se reabrió.
year-definition-withdrawn = Quien retiró o negó el uso de sus datos para estadísticas no está entre las personas; solo queda el recuento junto a la cifra.
year-definition-general = Se cuenta a partir de lo que puede leer cualquiera que trabaja en el caso. Un trabajo reservado por sí solo no hace contar a nadie, para que la cifra no diga nada de él.
year-as-of = A fecha de { $moment }. En un año sin terminar, «a su fin» quiere decir hoy.
code-year_began-carried_over = Vienen del año anterior: abiertos al empezar el año
code-year_began-new = Nuevas en el año
code-year_began-reopened = Reabiertas en el año
code-year_began-followed_up = Con seguimiento tras un cierre anterior
code-year_ended-still_open = Siguen abiertas
code-year_ended-closed = Cerradas en el año
code-year_ended-closed_before = Cerradas antes del año

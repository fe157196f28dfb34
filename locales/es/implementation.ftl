# La ejecución: la ayuda prestada, las derivaciones y sus respuestas, lo que no se consigue y cómo terminaron las acciones.

do-implementation-record_service = Registrar un servicio
do-implementation-update_service = Actualizar un servicio
do-implementation-draft_referral = Escribir una derivación
do-implementation-send_referral = Enviar una derivación
do-implementation-record_referral_answer = Registrar la respuesta a una derivación
do-implementation-recall_referral = Retirar una derivación
do-implementation-tell_recipient = Anotar que se avisó a la organización socia de la retirada
do-implementation-feedback_from_person = Registrar qué opina la persona
do-implementation-end_action = Decir cómo terminó una acción
do-implementation-record_gap = Registrar un servicio no disponible
do-implementation-close_implementation = Terminar la ejecución del plan

event-implementation-service_recorded = Se registró un servicio
event-implementation-service_updated = Se actualizó un servicio
event-implementation-referral_drafted = Se escribió una derivación
event-implementation-referral_sent = Se envió una derivación
event-implementation-referral_answered = Se respondió a una derivación
event-implementation-referral_recalled = Se retiró una derivación
event-implementation-recipient_told = Se avisó a la organización socia de que se retiró una derivación
event-implementation-referral_feedback_given = La persona dijo cómo fue el servicio
event-implementation-action_ended = Terminó una acción
event-implementation-service_gap_recorded = Un servicio no estaba disponible
event-implementation-implementation_closed = Terminó la ejecución del plan

section-implementation-record_service-what = Lo que recibe la persona
section-delivery = Cómo va
section-implementation-record_service-value = Cuánto vale
section-implementation-record_service-note = Nota
section-to_whom = A quién
section-for_what = Para qué
section-shared = Qué sale de aquí y cómo
section-implementation-draft_referral-readers = Quién puede leerlo aquí

field-plan_action_ref = ¿Para qué acción del plan?
hint-plan_action_ref = La ayuda que ningún plan previó se anota igual: deje esto vacío.
field-implementation-record_service-service_type = ¿Qué servicio?
field-provider = ¿Quién lo presta?
hint-provider = Un equipo, una tienda o una organización socia; nunca el nombre de un particular.
field-direct_or_referral = ¿Directamente o por una derivación?
field-for_household = Para todo el hogar: cuenta una vez
field-implementation-record_service-status = ¿Cómo va?
field-planned_dt = Previsto para
field-delivered_dt = ¿Cuándo lo recibió la persona?
field-value = Valor
field-receipt_evidence = Dónde está el recibo
hint-receipt_evidence = Un número o una carpeta; sin nombres.
field-implementation-record_service-note = Nota
field-service = ¿Qué servicio?
field-implementation-update_service-status = ¿Cómo va ahora?
field-implementation-update_service-note = Nota

field-to_agency = ¿A qué organización socia?
field-to_focal_point = A quién de allí
hint-to_focal_point = Por su función, como «enfermería de guardia».
field-implementation-draft_referral-authority = Es una autoridad: se exige el consentimiento para autoridades
field-implementation-draft_referral-service_type = ¿Qué servicio?
field-implementation-draft_referral-reason = ¿Qué necesitan saber para ayudar?
hint-implementation-draft_referral-reason = Lo mínimo que este servicio necesita. Lo que la persona no quiere que se cuente se queda fuera.
field-implementation-draft_referral-urgency = ¿Con qué urgencia?
field-data_shared = Qué datos salen
hint-data_shared = Lo mínimo que este servicio necesita, y nada que la persona no haya aceptado.
field-implementation-draft_referral-channel = ¿Por qué vía se envía?
field-referral = ¿Qué derivación?
hint-implementation-send_referral-referral = Al pulsar el botón se comprueba el consentimiento para esta organización socia.

field-implementation-record_referral_answer-status = ¿Cuál fue la respuesta?
field-implementation-record_referral_answer-outcome = ¿Qué resultó de ello?
hint-implementation-record_referral_answer-outcome = Hace falta cuando el servicio se ha completado.
field-gap_reason = ¿Por qué no está disponible?
hint-implementation-record_referral_answer-gap_reason = Hace falta si la organización socia dijo que no. Si nadie respondió, déjelo vacío.
field-alternative = ¿Qué se busca en su lugar?
hint-alternative = Nadie se queda con un «no»: otra organización, otro camino, o algo que ayude mientras tanto.
field-implementation-record_referral_answer-note = Nota
field-implementation-recall_referral-reason = ¿Por qué se retira?
hint-implementation-recall_referral-reason = Si ya ha salido, pida a la organización socia que borre lo que recibió.
field-told_how = ¿Cómo se le avisó y qué respondió?
field-feedback_from_person = Qué dice la persona de ello
hint-feedback_from_person = Con sus palabras, sea bueno o malo.

field-implementation-end_action-action = ¿Qué acción?
field-implementation-end_action-status = ¿Cómo terminó?
field-implementation-end_action-outcome = ¿Qué resultó de ello?
field-implementation-record_gap-domain = ¿Qué necesidad queda sin cubrir?
field-implementation-record_gap-text = Lo que se intentó

open-work = En curso
services-title = Servicios
referrals-title = Derivaciones
gaps-title = Servicios no disponibles
head-service = Servicio
head-provider = Lo presta
head-to = A quién
head-reason = Motivo
head-delivered = Recibido
head-answer = Respuesta hasta
referral-tell = Avise a la organización socia: esta derivación se retiró después de enviarla

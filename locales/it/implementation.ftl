# L’attuazione: l’aiuto dato, gli invii e le risposte, i servizi mancanti e come sono finite le azioni.

do-implementation-record_service = Registra un servizio
do-implementation-update_service = Aggiorna un servizio
do-implementation-draft_referral = Prepara un invio
do-implementation-send_referral = Trasmetti un invio
do-implementation-record_referral_answer = Registra la risposta a un invio
do-implementation-recall_referral = Ritira un invio
do-implementation-tell_recipient = Annota che l’ente partner è stato avvisato del ritiro
do-implementation-feedback_from_person = Registra che cosa ne dice la persona
do-implementation-end_action = Registra com’è finita un’azione
do-implementation-record_gap = Registra un servizio mancante
do-implementation-close_implementation = Concludi l’attuazione del piano

event-implementation-service_recorded = Servizio registrato
event-implementation-service_updated = Servizio aggiornato
event-implementation-referral_drafted = Invio preparato
event-implementation-referral_sent = Invio trasmesso
event-implementation-referral_answered = Risposta a un invio
event-implementation-referral_recalled = Invio ritirato
event-implementation-recipient_told = L’ente partner è stato avvisato del ritiro di un invio
event-implementation-referral_feedback_given = La persona ha detto com’è stato il servizio
event-implementation-action_ended = Azione finita
event-implementation-service_gap_recorded = Servizio mancante registrato
event-implementation-implementation_closed = Attuazione del piano conclusa

section-implementation-record_service-what = Che cosa riceve la persona
section-delivery = A che punto è
section-implementation-record_service-value = Quanto vale
section-implementation-record_service-note = Nota
section-to_whom = A chi
section-for_what = Per che cosa
section-shared = Che cosa esce, e come
section-implementation-draft_referral-readers = Chi può leggerlo qui

field-plan_action_ref = Per quale azione del piano?
hint-plan_action_ref = Anche l’aiuto non previsto dal piano si registra: allora lascia vuoto.
field-implementation-record_service-service_type = Quale servizio?
field-provider = Chi lo fornisce?
hint-provider = Un’équipe, un negozio o un ente partner; non il nome di un privato.
field-direct_or_referral = Da noi o con un invio?
field-for_household = Per tutto il nucleo: conta una volta sola
field-implementation-record_service-status = A che punto è?
field-planned_dt = Previsto per il
field-delivered_dt = Quando la persona lo ha ricevuto?
field-value = Valore
field-receipt_evidence = Dove si trova la ricevuta
hint-receipt_evidence = Un numero o una cartella; nessun nome.
field-implementation-record_service-note = Nota
field-service = Quale servizio?
field-implementation-update_service-status = Che cosa ne è stato?
field-implementation-update_service-note = Nota

field-to_agency = A quale ente partner?
field-to_focal_point = A chi, in quell’ente
hint-to_focal_point = Per funzione, come «infermeria di turno».
field-implementation-draft_referral-authority = È un’autorità: si chiede il consenso per le autorità
field-implementation-draft_referral-service_type = Quale servizio?
field-implementation-draft_referral-reason = Che cosa devono sapere per aiutare?
hint-implementation-draft_referral-reason = Solo quanto serve a questo servizio. Ciò che la persona non vuole far sapere resta fuori.
field-implementation-draft_referral-urgency = Quanto presto?
field-data_shared = Quali dati escono
hint-data_shared = Il minimo che serve a questo servizio, e nulla a cui la persona non abbia acconsentito.
field-implementation-draft_referral-channel = Con quale mezzo?
field-referral = Quale invio?
hint-implementation-send_referral-referral = Quando premi il pulsante si controlla il consenso per questo ente partner.

field-implementation-record_referral_answer-status = Qual è stata la risposta?
field-implementation-record_referral_answer-outcome = Che cosa ne è risultato?
hint-implementation-record_referral_answer-outcome = Serve quando il servizio è concluso.
field-gap_reason = Perché non è disponibile?
hint-implementation-record_referral_answer-gap_reason = Serve se l’ente partner ha detto di no. Se nessuno ha risposto, lascia vuoto.
field-alternative = Che cosa cerchi in alternativa?
hint-alternative = Nessuno resta con un «no»: un altro ente, un’altra strada, o qualcosa che aiuti nell’attesa.
field-implementation-record_referral_answer-note = Nota
field-implementation-recall_referral-reason = Perché si ritira?
hint-implementation-recall_referral-reason = Se è già partito, chiedi all’ente partner di cancellare ciò che ha ricevuto.
field-told_how = Come è stato avvisato e che cosa ha risposto?
field-feedback_from_person = Che cosa ne dice la persona
hint-feedback_from_person = Con le sue parole, nel bene e nel male.

field-implementation-end_action-action = Quale azione?
field-implementation-end_action-status = Com’è finita?
field-implementation-end_action-outcome = Che cosa ne è risultato?
field-implementation-record_gap-domain = Quale bisogno resta aperto?
field-implementation-record_gap-text = Che cosa hai tentato

open-work = In corso
services-title = Servizi
referrals-title = Invii
gaps-title = Servizi mancanti
head-service = Servizio
head-provider = Chi lo fornisce
head-to = A chi
head-reason = Motivo
head-delivered = Ricevuto
head-answer = Risposta entro
referral-tell = Avvisa l’ente partner: questo invio è stato ritirato dopo la partenza

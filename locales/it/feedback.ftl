# Riscontri e reclami: fascicoli a sé, con lettori propri.
do-feedback-receive = Scrivi un riscontro
do-feedback-acknowledge = Prendi in carico
do-feedback-respond = Che cosa ne è risultato
do-feedback-close_loop = La persona sa che cosa ne è risultato
event-feedback-received = Ricevuto
event-feedback-acknowledged = Preso in carico
event-feedback-responded = Risposta data
event-feedback-loop_closed = Comunicato che cosa ne è risultato

section-what_was_said = Che cosa è stato detto
section-who_said_it = Chi l’ha detto
field-feedback_type = Di che cosa si tratta?
hint-feedback_type = Comportamento del personale, abusi e frodi li legge un solo referente, qualunque altra cosa tu risponda qui.
field-feedback-receive-text = Con le sue parole
hint-feedback-receive-text = Non chiedere prove e non indagare: scrivi ciò che hai sentito.
field-about_staff = Di chi fra noi si parla?
hint-about_staff = Chi scegli, e chi ne è responsabile, non lo leggerà mai.
field-sensitivity = Chi può leggerlo?
hint-sensitivity = Nel dubbio, riservato.
field-anonymous = La persona vuole restare sconosciuta?
hint-anonymous = Allora nulla riconduce alla persona. L’aiuto continua come prima, qualunque cosa sia stata detta.
field-feedback-acknowledge-note = Che cosa le è stato detto
field-feedback-respond-outcome = Che cosa ne è risultato
field-feedback-close_loop-how = Come è stata informata
field-satisfied = La persona è soddisfatta?

feedback-title = Riscontri e reclami
feedback-lead = Tutti possono scrivere ciò che le persone dicono del nostro aiuto e di noi. Ogni riscontro lo leggono in pochi.
feedback-empty = Non ci sono riscontri che puoi leggere.
feedback-received-text = Se ne occuperà chi può leggerlo. Tu lo rivedrai solo se sei fra queste persone.
feedback-unread = Qui nessuno può leggerlo
feedback-unread-text = È stato scritto, ma tutti coloro che se ne occuperebbero sono la persona indicata o i suoi superiori. Portalo oggi fuori da questa casa, per la via di reclamo spiegata alla persona, e diglielo.
feedback-one = Riscontro
feedback-person = la persona che riceve l’aiuto
feedback-closed = chiuso
head-received = Ricevuto
feedback-next = Prossimo passo

# Il giro della supervisione, avvisi e turni, assenze, la cifra dell'anno.
nav-supervision = Supervisione
nav-year = Cifra dell’anno
nav-duty = Turni
supervision-title = Che cosa chiede la supervisione
supervision-lead = Ogni cifra apre il suo elenco.
supervision-alerts = Avvisi in attesa
supervision-workers = Chi segue che cosa
supervision-no-workers = Nessuno segue un caso aperto.

watch-alerts = avvisi di cui nessuno si occupa
watch-approvals = in attesa di approvazione
watch-contact = Urgente e alto, senza contatto in tempo
watch-contact-lead = Il contatto concordato ha superato il termine. I più gravi vengono prima.
watch-contact-empty = Tutte le persone a rischio urgente o alto sono state contattate in tempo.
watch-arrivals = Arrivi che nessuno segue
watch-arrivals-lead = Nessuno li segue ancora. Chi è arrivato prima viene prima.
watch-arrivals-empty = Ogni persona arrivata ha chi la segue.
watch-referrals = Invii oltre il termine
watch-referrals-lead = Trasmessi, e senza risposta in tempo.
watch-referrals-empty = Nessun invio aspetta più del dovuto.
watch-decisions = In attesa di una seconda persona
watch-decisions-lead = Costi oltre l’autorità di chi segue il caso, dati condivisi senza consenso, basi diverse dal consenso.
watch-decisions-empty = Niente aspetta una seconda persona.
watch-floors = Rischio fissato sotto il minimo
watch-floors-lead = Un supervisore ha deciso meno di quanto propongono le regole. Il motivo è nel caso.
watch-floors-empty = Nessun rischio in vigore è sotto il suo minimo.
watch-doubts = La stessa persona o no: da rivedere
watch-doubts-lead = Alla registrazione è rimasto «incerto, da rivedere».
watch-doubts-empty = Nessuna domanda del genere è aperta.
decision-cost = Un costo oltre l’autorità, da approvare
decision-override = Dati condivisi senza consenso, da controfirmare
decision-substitute = Una base diversa dal consenso, da confermare
erasures-waiting = Cancellazioni che aspettano te come seconda persona
floor-lowered-by = { $level }, abbassato da { $name }

head-cases = Casi
head-overdue = In ritardo
head-leave = In congedo
head-uncovered = Casi senza sostituto
head-floor = Minimo
head-last-contact = Ultimo contatto
head-backup = Sostituisce
head-with = Con chi è ora
head-phone = Telefono
head-do = Da fare
head-place = Posto
head-hours = Ore

worker-title = Chi segue il caso
worker-cases = Casi seguiti
worker-no-cases = Qui non è seguito nessun caso aperto.
worker-above-cap = { $count }, oltre { $cap }
backup-none = nessuno
worker-no-contact = ancora nessuno
leave-title = In congedo
leave-from = Dal { $day }
leave-until = fino al { $day }
leave-cover = Sostituisce { $name }.
leave-no-cover = Nessuno sostituisce.
cover-all = { $count ->
    [one] Nomina il sostituto per il caso che non ne ha
   *[other] Nomina il sostituto per i { $count } casi che non ne hanno
}
cover-named = { $count ->
    [0] Ogni caso ha già chi sostituisce.
    [one] Il sostituto è nominato per un caso in più.
   *[other] Il sostituto è nominato per { $count } casi in più.
}
do-leave-set = Annota un congedo
field-leave-set-from = Primo giorno di assenza
field-leave-set-until = Ultimo giorno di assenza
field-leave-set-cover = Chi sostituisce
hint-leave-set-cover = Legge solo i casi che la nominano come sostituta.
field-leave-set-ended = È di ritorno, o resta: chiudi questo congedo

duty-title = Elenco dei turni
duty-lead = Un avviso va alla prima persona dell’elenco. Dopo { $minutes } minuti senza «me ne occupo io» passa alla successiva.
duty-empty = { $centre }: nessuno è nell’elenco dei turni.
duty-always = a qualsiasi ora
duty-hours = dalle { $from } alle { $until }
do-duty-set = Metti qualcuno nell’elenco
field-duty-set-account = Chi
field-duty-set-number = Posto nell’elenco
hint-duty-set-number = Il numero 1 è chiamato per primo.
field-duty-set-phone = Telefono di lavoro
field-duty-set-hours_from = Dalle (ora)
hint-duty-set-hours_from = Per esempio 08:00. Lascia vuoti entrambi per qualsiasi ora.
field-duty-set-hours_until = Alle (ora)
field-duty-set-ended = Togli dall’elenco

alerts-lead-turns = Un avviso resta aperto finché non ha risposta. Chi se ne occupa lo dice; altrimenti passa lungo l’elenco dei turni.
alerts-mine = Aspettano te
alerts-others = Presso altri
alert-turn = { $name }, fino alle { $time }
alert-taken-by = Se ne occupa { $name }
alert-everybody = Tutti hanno avuto il turno: chiama
alert-phone = { $name }: tel. { $phone }
alert-take-over = Subentra
do-reception-take_alert = Me ne occupo io
event-reception-alert_taken = Qualcuno si occupa dell’avviso

year-nav = La cifra dell’anno
year-title = Persone seguite con la gestione dei casi
year-title-of = Persone seguite con la gestione dei casi nel { $year }: { $centre }
year-choose = Anno
year-show = Mostra
year-people = { $count ->
    [one] persona
   *[other] persone
}
year-head = Come sono entrate nell’anno e come stanno alla sua fine
year-head-people = Persone
year-reconciled = Una sola cifra, contata in due modi
year-sum-began = Seguite nell’anno, secondo come sono entrate
year-sum-ended = Le stesse persone, secondo come stanno alla fine
year-adds-up = Il conto torna: { $sums }
year-tally = Accanto alla cifra, come conteggio anonimo: { $count ->
    [one] una persona che non voleva essere contata.
   *[other] { $count } persone che non volevano essere contate.
}
year-definition = Che cosa si conta
year-definition-who = Persone con un codice, il cui consenso alla gestione del caso era valido in qualche momento dell’anno,
year-definition-when = e per le quali almeno una valutazione, un piano, un servizio, un invio, una verifica o un contatto ha una data nell’anno.
year-definition-not = Non contano: chi non rientrava nei criteri, chi ha rifiutato, i doppioni e chi è stato registrato per errore.
year-definition-once = Ogni persona conta una volta, anche se il suo caso viene dall’anno prima o è stato riaperto.
year-definition-withdrawn = Chi ha ritirato o rifiutato l’uso dei suoi dati per le statistiche non è tra le persone; resta solo il conteggio accanto alla cifra.
year-definition-general = Si conta da ciò che può leggere chiunque lavori al caso. Un lavoro riservato da solo non fa contare nessuno, perché la cifra non ne dica nulla.
year-as-of = Situazione al { $moment }. Per un anno non finito, «alla sua fine» vuol dire oggi.
code-year_began-carried_over = Dall’anno prima: aperti all’inizio dell’anno
code-year_began-new = Nuove nell’anno
code-year_began-reopened = Riaperte nell’anno
code-year_began-followed_up = Seguite dopo una chiusura precedente
code-year_ended-still_open = Ancora aperte
code-year_ended-closed = Chiuse nell’anno
code-year_ended-closed_before = Chiuse prima dell’anno

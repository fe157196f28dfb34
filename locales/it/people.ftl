# Persone simili, con ciò che parla a favore e contro; coppie da esaminare.
field-mother_name = Nome della madre
hint-mother_name = Solo dove è sicuro chiederlo. Distingue le persone con lo stesso nome.
similar-found = { $n ->
    [one] { $n } persona simile
   *[other] { $n } persone simili
 }
similar-elsewhere = Potrebbe esserci un fascicolo presso { $centre }. Chiedi lì; qui non se ne mostra nulla.
similar-how = Grado di somiglianza
similar-agrees = Che cosa coincide
similar-differs = Che cosa no
similar-likely = Probabilmente la stessa persona
similar-perhaps = Forse la stessa persona
reason-name-part-same = un’altra parte del nome è uguale
reason-name-part-same-first = lo stesso primo nome
reason-name-part-same-rare = una parte rara del nome è uguale
reason-name-part-other-spelling = un’altra parte del nome, scritta diversamente
reason-name-part-other-spelling-first = il primo nome, scritto diversamente
reason-name-part-other-spelling-rare = una parte rara del nome, scritta diversamente
reason-name-part-alike = un’altra parte del nome è simile
reason-name-part-alike-first = il primo nome è simile
reason-name-part-alike-rare = una parte rara del nome è simile
reason-name-part-short-form = forma breve di un’altra parte del nome
reason-name-part-short-form-first = forma breve del primo nome
reason-name-part-short-form-rare = forma breve di una parte rara del nome
reason-name-part-initial = iniziale di un’altra parte del nome
reason-name-part-initial-first = iniziale del primo nome
reason-name-part-initial-rare = iniziale di una parte rara del nome
reason-names-in-other-order = nomi in un altro ordine
reason-first-names-differ = i primi nomi sono diversi
reason-name-parts-differ = { $n ->
    [one] una parte del nome è diversa
   *[other] { $n } parti del nome sono diverse
 }
reason-name-has-more-parts = { $n ->
    [one] uno dei nomi ha una parte in più
   *[other] uno dei nomi ha { $n } parti in più
 }
reason-same-birth-date = stessa data di nascita
reason-same-stand-in-date = stessa data di nascita convenzionale, come il 1° gennaio
reason-same-birth-year = stesso anno di nascita
reason-day-and-month-swapped = giorno e mese di nascita scambiati
reason-birth-date-one-slip = un solo errore di scrittura nella data di nascita
reason-birth-date-other-calendar = data di nascita come in un altro calendario
reason-birth-date-two-of-three = coincidono due fra giorno, mese e anno di nascita
reason-birth-year-differs = { $n ->
    [0] le date di nascita sono diverse
    [one] l’anno di nascita differisce di uno
   *[other] l’anno di nascita differisce di { $n }
 }
reason-birth-year-differs-vague = { $n ->
    [0] le date di nascita sono diverse, e una è stimata
    [one] l’anno di nascita differisce di uno, e uno è stimato
   *[other] l’anno di nascita differisce di { $n }, e uno è stimato
 }
reason-same-sex = stesso sesso
reason-sex-differs = un altro sesso
reason-same-nationality = stessa nazionalità
reason-same-nationality-rare = stessa nazionalità, rara qui
reason-nationality-differs = un’altra nazionalità
reason-same-birth-place = stessa regione d’origine
reason-same-birth-place-rare = stessa regione d’origine, rara qui
reason-birth-place-differs = un’altra regione d’origine
reason-same-mother-name = stesso nome della madre
reason-same-mother-name-rare = stesso nome della madre, raro
reason-mother-name-nearly = nome della madre in parte uguale
reason-mother-name-differs = un altro nome della madre
reason-same-phone = stesso telefono
reason-phone-one-slip = un solo errore di scrittura nel telefono
reason-phone-differs = un altro telefono
reason-same-document = stesso documento
reason-document-one-slip = un solo errore di scrittura nel numero del documento
reason-document-differs = un altro documento
reason-household-shared = un altro membro dei due nuclei è lo stesso
reason-household-perhaps-shared = un altro membro dei due nuclei potrebbe essere lo stesso
reason-household-differs = nessun altro dei nuclei è simile

nav-pairs = Stessa persona?
pairs-title = Fascicoli che forse sono della stessa persona
tab-pairs-title = Fascicoli
pairs-lead = Nulla viene unito da sé. Guarda entrambi, chiedi dove non puoi guardare e decidi.
pairs-empty = Nessuna coppia attende una decisione fra ciò che puoi vedere.
pairs-more = Altre coppie attendono dopo queste. Decidi prima le più probabili.
pairs-going = Confronto di tutte le persone in corso
pairs-far = { $done } persone su { $all }. Puoi continuare a lavorare.
pairs-look-again = Guarda di nuovo
pairs-never = Nessuno è ancora stato confrontato da quando il programma è stato avviato.
pairs-compared = Tutte le persone sono state confrontate: { $when }.
pairs-compare = Confronta tutte le persone ora
pairs-one = Un fascicolo
pairs-other = L’altro fascicolo
pairs-unsure = Qualcuno non era sicuro
pair-title = È la stessa persona?
tab-pair-title = Fascicolo
pair-lead = Ciò che coincide e ciò che no è solo un indizio. Decidi tu, e ogni decisione può essere revocata da un’altra.
pair-both = I due fascicoli
pair-not-said = non registrato
pair-household = fa parte di un nucleo
do-pair-judge = Decidere su due fascicoli
event-pair-judged = Si è deciso su due fascicoli
field-pair_verdict = Che cosa hai constatato
hint-pair_verdict = «Non è la stessa» resta memorizzato finché non cambia qualcosa di ciò che è stato confrontato. «Non sicuro» non fa aspettare nessuno.
code-pair_verdict-same = La stessa persona
code-pair_verdict-not_same = Non è la stessa persona
code-pair_verdict-unsure = Non sicuro, da rivedere
field-keep = Il fascicolo che continua
hint-keep = Serve quando è la stessa persona e puoi aprire entrambi. L’altro fascicolo lo dice, non viene più contato e può essere chiuso come doppione.
field-verdict_reason = Che cosa te lo fa pensare
similar-compare = Confronta i due
similar-decide = Decidere
do-pair-judge_alone = Decidere su un fascicolo di un altro centro

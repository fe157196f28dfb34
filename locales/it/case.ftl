# The head of the case and what one must know first.
about-age-document = { $years ->
    [0] meno di 1 anno
    [one] 1 anno
   *[other] { $years } anni
 } (da documenti)
about-age-stated = { $years ->
    [0] meno di 1 anno
    [one] 1 anno
   *[other] { $years } anni
 } (secondo la persona)
about-age-estimated = circa { $years ->
    [0] meno di 1 anno
    [one] 1 anno
   *[other] { $years } anni
 } (stima)
about-age-assessed = { $years ->
    [0] meno di 1 anno
    [one] 1 anno
   *[other] { $years } anni
 } (età accertata)
about-interpreter = interprete: { $name }
about-no-interpreter = nessun interprete annotato
about-protection = può avere bisogno di protezione internazionale
glance-safe = Al sicuro adesso?
glance-asked = chiesto il { $when } da { $by }
glance-not-asked = non ancora chiesto
glance-since = { $what }, dal { $day }
glance-until = { $what }: { $until }
glance-overdue = { $what }: in ritardo dal { $until }
glance-contact = Come contattare
glance-phone = Telefono { $phone }
glance-hours = Quando
glance-may-answer = Può rispondere
glance-never = Mai
glance-goal = Il traguardo, con parole sue
glance-wish = Che cosa le sta a cuore
glance-request = Che cosa ha chiesto
glance-member = { $name }: { $role }
glance-consents = Tutti i consensi
glance-yes = Sì
glance-no = No, o non più
never-household = chiedere o dire qualcosa al nucleo: la persona gli è nascosta
never-interpreter = l’interprete { $name }
never-message = lasciare un messaggio
consent-until = { $what }, fino al { $day }
step-next = Poi
story-more = Voci precedenti: { $count }
place-side_by_side = Mostra alla persona
place-side_by_side-hint = solo il piano e i consensi, da leggere o stampare; nella sua lingua, se la scriviamo. Per uscire serve la Sua password

# The plan to be read, and two versions side by side.
plan-by-goal = Per traguardi
plan-by-horizon = Per tempo: vicino, medio, lontano
plan-no-horizon = Tempo non ancora detto
plan-read-in-force = Leggi la versione { $version }, in vigore
plan-compare = Che cosa è cambiato tra le versioni
plan-version-title = Versione { $version }
plan-is-in-force = in vigore
plan-is-written = in scrittura
plan-is-replaced = sostituita da una successiva
plan-approved = Approvata
compare-from = Versione precedente
compare-to = Versione successiva
compare-go = Confronta
compare-one = Per ora c’è una sola versione.
compare-nothing = Queste due versioni dicono lo stesso.
compare-counts = Aggiunte: { $added }. Tolte: { $removed }. Cambiate: { $changed }.
compare-reason = La versione { $version } è stata iniziata perché: { $reason } (su richiesta di: { $who })
compare-added = Aggiunto
compare-removed = Tolto
compare-changed = Cambiato
compare-goal = Traguardo: { $which }
compare-objective = Obiettivo: { $which }
compare-action = Azione: { $which }
compare-cost = Costo: { $which }
compare-nothing-said = (niente)

# What the person reads when the screen is turned, and on paper.
beside-language = Lingua di questa pagina
beside-version-written = La versione in scrittura
beside-version-in-force = La versione in vigore
beside-title = Il suo piano
beside-none = Non c’è ancora un piano. Comincia da quello che vuole lei.
beside-draft = Una bozza: la scriviamo insieme a lei.
beside-holds = Questo piano vale dal { $day }.
beside-want = Che cosa vuole
beside-until = fino al { $day }
beside-who-caseworker = Noi
beside-who-person = Lei
beside-who-caregiver = Chi si prende cura di lei
beside-who-partner = Un partner
beside-who-specialist = Uno specialista
beside-disagree = Su che cosa non è d’accordo
beside-allow = Che cosa permette
beside-allow-none = Non le è stato ancora chiesto.
beside-yes = Ha detto sì
beside-no = Ha detto no, o è finito
beside-change = Può cambiare idea in ogni momento. Dire no non le toglie nessun aiuto.
beside-know = Buono a sapersi
beside-review = Riguarderemo insieme questo piano il { $day }.
beside-feedback = Può dirci che cosa ne pensa. Come: { $how }.
beside-told = A chi si dice che cosa

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
place-side_by_side-hint = solo il piano e i consensi, nella sua lingua, da leggere o stampare

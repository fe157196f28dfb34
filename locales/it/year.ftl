# La cifra di un anno finito, conservata, e ciò che è stato corretto dopo.

do-year-keep = Conserva questa cifra
year-keep-again = Conserva la cifra corretta
field-year-keep-reason = Che cosa è stato corretto
hint-year-keep-reason = Serve quando una cifra di quest’anno esiste già; resta accanto alla nuova. Non nominare nessuno.
year-kept = Conservata il { $moment } da { $by }. I rapporti danno questo numero, qualunque cosa si registri dopo.
year-not-kept = Quest’anno è finito e la sua cifra non è ancora conservata
year-not-kept-text = Finché non lo è, cambia quando qualcosa viene registrato in ritardo, unito o cancellato.
year-corrections = Registrato da allora: che cosa differisce dalla cifra conservata
year-kept-before = Tutte le cifre di quest’anno che furono conservate
year-head-kept = Conservata
year-head-now = Contata oggi
year-head-tally = Conteggio anonimo accanto alla cifra
year-head-kept-at = Conservata il
year-head-by = Da
year-head-reason = Che cosa è stato corretto

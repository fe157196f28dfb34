# Che cosa dicono il giro di supervisione e la giornata: novità di un piano, avvisi passati, cifra annuale.
since-version = Dalla versione { $version }, che è stata approvata.
since-first = È la prima versione del piano.
since-nothing = Nulla è cambiato.
since-added = Aggiunto: { $what }.
since-removed = Tolto: { $what }.
since-changed = Cambiato: { $what }.
since-goal = { $count ->
    [one] { $count } traguardo
   *[other] { $count } traguardi
}
since-objective = { $count ->
    [one] { $count } obiettivo
   *[other] { $count } obiettivi
}
since-action = { $count ->
    [one] { $count } azione
   *[other] { $count } azioni
}
since-cost = { $count ->
    [one] { $count } costo
   *[other] { $count } costi
}
since-monitoring = come si segue il piano
since-review = il giorno della verifica
since-agreement = che cosa ne dice la persona
since-compare = Le due versioni, una accanto all’altra

looks-side-by-side = Il piano accanto alla traduzione
looks-other = Una pagina di un’altra versione del programma

day-alert-taken = te ne occupi tu
day-alert-passes = passa al prossimo { $when }
day-alert-before = Prima di te: { $name }, tel. { $phone }

year-position = Contato su una storia di { $position } annotazioni.
year-people-title = Chi sta dietro la cifra dell’anno
year-people-of = { $what }, { $year }
year-people-lead = Chi non ha voluto essere contato non è in questo elenco.
year-people-empty = Non c’è nessuno dietro questo numero.
year-head-began = Come è entrato nell’anno
year-head-ended = Come sta alla fine dell’anno

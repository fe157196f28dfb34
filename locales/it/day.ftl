# La mia giornata, il contatto in mezzo minuto e gli appuntamenti.
nav-day = La mia giornata
nav-contact = Registra un contatto
day-title = La mia giornata
tab-day-title = Oggi
day-contact = Registra un contatto
day-find = Cerca qualcuno
day-nothing = Non segue ancora nessun caso. Ciò che le viene affidato comparirà qui, con quello che c’è da fare oggi.
day-names-hide = Nascondi i nomi
day-names-show = Mostra i nomi

day-now = Adesso
day-now-empty = Non c’è nulla che non possa aspettare.
day-today = Oggi
day-today-empty = Nessun appuntamento, e nient’altro da fare oggi.
day-late = In ritardo
day-late-lead = Nell’ordine del danno che fa l’attesa, e non dell’anzianità.
day-late-empty = Nulla è in ritardo.
day-late-more = { $n ->
    [one] Ancora { $n } cosa in ritardo: vedi tutto l’elenco
   *[other] Ancora { $n } cose in ritardo: vedi tutto l’elenco
}
day-waiting = In attesa di altri
day-waiting-empty = Non aspetta nessuno.
day-changed = Cambiato da quando è andato via
day-changed-empty = Nessuno ha registrato nulla sui suoi casi dal { $since }.
day-all = Tutti i miei casi
day-all-empty = Nessun caso è aperto.

day-seen = Visto l’ultima volta
day-next = Prossima scadenza
day-no-next = Nessun passo successivo
day-never-seen = mai
day-seen-today = oggi
day-seen-yesterday = ieri
day-open = Apri il caso
day-offered = Le è stato offerto un caso
day-any-time = A qualsiasi ora
day-by-tonight = entro stasera
day-today-word = oggi
day-and-more = e altri { $n }

day-reach-unknown = Nessuno ha ancora chiesto quali mezzi sono sicuri
day-reach-no-sms = niente SMS
day-reach-no-message = non lasciare messaggi
day-reach-ask-for = chiedere di «{ $word }»
day-reach-when = solo allora: { $times }
day-interpreter = interprete: { $who }
day-interpreter-missing = interprete ancora da trovare
day-not-safe-any-more = La persona non considera più sicuro questo mezzo.

day-until-minutes = { $n ->
    [one] tra { $n } minuto
   *[other] tra { $n } minuti
}
day-until-hours = { $n ->
    [one] tra { $n } ora
   *[other] tra { $n } ore
}
day-until-days = { $n ->
    [one] tra { $n } giorno
   *[other] tra { $n } giorni
}
day-late-minutes = { $n ->
    [one] { $n } minuto di ritardo
   *[other] { $n } minuti di ritardo
}
day-late-hours = { $n ->
    [one] { $n } ora di ritardo
   *[other] { $n } ore di ritardo
}
day-late-days = { $n ->
    [one] { $n } giorno di ritardo
   *[other] { $n } giorni di ritardo
}
day-ago-minutes = { $n ->
    [one] { $n } minuto fa
   *[other] { $n } minuti fa
}
day-ago-hours = { $n ->
    [one] { $n } ora fa
   *[other] { $n } ore fa
}
day-ago-days = { $n ->
    [one] { $n } giorno fa
   *[other] { $n } giorni fa
}

contact-title = Registra un contatto
contact-lead = Mezzo minuto: con chi è stato, se l’ha raggiunta, se è al sicuro.
contact-who = Con chi?
contact-who-hint = I suoi casi, i più gravi per primi. Digiti un codice o un nome per arrivarci.
contact-go-on = Continua
contact-find = Non è nell’elenco: cerca qualcuno
contact-none = Non segue nessun caso. Cerchi la persona e registri lì il contatto.
contact-option = { $code } – { $name }
contact-how = Come raggiungere la persona
contact-whole = Il modulo completo
contact-whole-hint = Per ciò che solo pochi possono leggere, per un incontro casuale, o quando è stata la persona a chiamare.
hint-day-contact-progress_note = Due righe che può leggere tutta l’équipe del caso. Il resto va nel modulo completo.

do-review-plan_appointment = Fissa un appuntamento
do-review-end_appointment = Appuntamento tenuto o mancato
event-review-appointment_planned = È stato fissato un appuntamento
event-review-appointment_ended = Esito di un appuntamento
section-understanding = Capirsi
field-planned_for = Quando
hint-planned_for = Un’ora che sia sicura per la persona.
field-appointment_purpose = A che scopo
hint-appointment_purpose = Compare nell’elenco del giorno: lì non si dice nulla di più.
field-interpreter_needed = Serve un interprete?
field-appointment = Quale appuntamento
field-appointment_outcome = Com’è andata
field-review-end_appointment-note = Che cosa se ne sa
code-due-appointment = Appuntamento
code-appointment_purpose-follow_up = Vedere come va
code-appointment_purpose-interview = Colloquio
code-appointment_purpose-assessment = Valutazione
code-appointment_purpose-planning = Pianificare insieme
code-appointment_purpose-review = Revisione
code-appointment_purpose-accompaniment = Accompagnamento
code-appointment_purpose-other = Altro
code-appointment_outcome-kept = Si è svolto
code-appointment_outcome-missed = La persona non è venuta o non ha risposto
code-appointment_outcome-cancelled_by_person = Lo ha annullato la persona
code-appointment_outcome-cancelled_by_us = Lo abbiamo annullato noi

# Le parole di tutti i moduli.
forms-required = obbligatorio
forms-save = Salva
forms-cancel = Annulla
forms-only-if = Solo se «{ $field }» è: { $values }
forms-only-if-ticked = Solo se «{ $field }» è spuntato
forms-or = {" "}o{" "}
forms-and = {", "}

answer-yes = Sì
answer-no = No
answer-unknown = Non si sa
answer-not_asked = Non chiesto
answer-declined = Non ha voluto rispondere
answer-blank = Lascia vuoto
answer-choose = Scegli…

problems-title = Rivedi questi punti
problem-missing = Qui serve una risposta.
problem-too_long = È troppo lungo: al massimo { $max } caratteri.
problem-not_a_code = Scegli una delle risposte proposte.
problem-contradiction = Queste risposte si escludono.
problem-not_a_date = Questa non è una data. Scrivi anno-mese-giorno: 2026-11-21.
problem-in_future = È nel futuro.
problem-before_sense = È prima dell’anno 1900.
problem-after_sense = È troppo lontano nel futuro.
problem-not_a_number = Scrivilo in cifre.
problem-out_of_range = Deve stare fra { $min } e { $max }.
problem-not_a_phone = Scrivi un numero di telefono: cifre, con + e il prefisso del paese se lo sai.
problem-control_characters = Contiene caratteri invisibili che possono cambiare la lettura del testo. Riscrivilo invece di incollarlo.
problem-repeated = È stato inviato più di una volta. Ricarica la pagina.
problem-unknown_field = È stato inviato qualcosa che questo modulo non chiede. Ricarica la pagina.
problem-too_many_fields = È stato inviato più di quanto questo modulo chieda.

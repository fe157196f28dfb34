# Ciò che sta intorno a ogni pagina. Il nome è neutro apposta: lo legge chi passa.
shell-name = Quaderno
skip-to-content = Vai al contenuto
nav-label = Principale
sign-out = Esci
leave = Lascia questa pagina
leave-hint = Premi Esc tre volte per lasciare subito questa pagina.
language = Lingua

date-long = { $day } { $month } { $year }
date-time = { $day }, { $time }
month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre

person-strip = Di chi è questo fascicolo
steps-label = Fasi
step-registration = Registrazione
step-assessment = Valutazione
step-planning = Pianificazione
step-implementation = Attuazione
step-review = Verifica
step-closure = Chiusura
step-state-not_started = non iniziata
step-state-in_progress = in corso
step-state-awaiting_approval = da approvare
step-state-done = fatta
step-state-revisit_due = da rivedere
step-missing = Manca prima della fase successiva

code-risk_level-urgent = Urgente
code-risk_level-high = Alto
code-risk_level-medium = Medio
code-risk_level-low = Basso

pager-label = Pagine di questo elenco
pager-page = Pagina { $page } di { $pages }
pager-earlier = Pagina precedente
pager-later = Pagina successiva

error-not-here = Qui non c’è nulla
error-not-here-text = La pagina non esiste, o non spetta a te aprirla. Se hai seguito un collegamento, chiedi a chi te lo ha dato.
error-failure = Qualcosa è andato storto da parte nostra
error-failure-text = Questa richiesta non ha cambiato nulla, a meno che una pagina non l’abbia detto. Riprova; se succede ancora, dai il numero qui sotto a chi si occupa di questo computer.
error-id = Numero:
error-cross-site = Questa richiesta veniva da un altro sito
error-cross-site-text = Per sicurezza non è stata eseguita. Riapri la pagina da qui e ripeti quello che volevi fare.
error-signed-out = Accedi, per favore
error-signed-out-text = Non hai effettuato l’accesso, oppure la sessione è finita.
error-too-large = Era troppo in una volta
error-too-large-text = Quello che è stato inviato supera ciò che questa pagina accetta. Nulla è stato salvato; torna indietro, accorcia e invia di nuovo.
error-too-many = Troppi tentativi
error-too-many-text = Aspetta qualche minuto e riprova.
error-busy = Ci vuole troppo tempo
error-busy-text = La risposta non è arrivata in tempo. Riprova fra poco; ciò che invii una seconda volta non viene salvato due volte.
error-not-understood = Questa richiesta non è stata capita
error-not-understood-text = Torna alla pagina da cui vieni e riprova.
error-home = Alla prima pagina

# Pagine che non appartengono a una sola stanza.
nav-reception = Accoglienza
nav-cases = Casi
nav-search = Cerca
nav-approvals = Approvazioni
nav-meetings = Riunioni
nav-feedback = Riscontri
nav-tallies = Conteggi
nav-looks = Registro accessi
nav-erasures = Cancellazioni
nav-admin = Amministrazione

sign-in-title = Accedi
sign-in-username = Nome per l’accesso
sign-in-password = La tua password
sign-in-go = Accedi
sign-in-wrong = Il nome o la password non sono giusti.
sign-in-wait =
    { $seconds ->
        [one] Troppi tentativi. Aspetta { $seconds } secondo, poi riprova.
       *[other] Troppi tentativi. Aspetta { $seconds } secondi, poi riprova.
    }
begin-title = La prima utenza di amministrazione
begin-lead = Questo programma è nuovo e non contiene nulla. Crea il primo centro e l’utenza che lo amministra; quell’utenza non aprirà nessun caso.
begin-centre = Nome del centro
begin-go = Comincia
begin-incomplete = Compila tutte le righe; ciascuna accetta al massimo 120 caratteri.
password-title = La password
password-hint = Almeno 15 caratteri. Quattro o cinque parole di seguito vanno bene e si ricordano facilmente.
password-again = Ripeti la stessa password
password-new = Nuova password
password-present = Password attuale
password-present-wrong = La password attuale non è giusta.
password-differs = Le due password non sono uguali.
password-yours = Qualcun altro conosce questa password. Sceglierne una propria prima di continuare.
password-same = La nuova password è quella attuale. Sceglierne un’altra.
password-short = La password deve avere almeno 15 caratteri e al massimo 200.
password-go = Imposta la password

desk-title = Persone all’ingresso
desk-lead = Persone arrivate e non ancora registrate. Prima l’aiuto; non serve nessun nome.
desk-person = Una persona all’accoglienza
desk-person-lead = Aggiungere ciò che è successo. Il fascicolo lo legge chi segue il caso.
desk-empty = Nessuno è in attesa.
arrival-lead = Accoglienza, sicurezza, bisogni urgenti. Qui non si chiede nessun nome.
cases-title = Casi
cases-open = Casi aperti
cases-closed = Casi chiusi
cases-empty = Qui non ci sono casi.
offered-title = Offerti a te
due-title = In scadenza oggi e nei prossimi due giorni
search-title = Cerca una persona
search-label = Un nome, scritto in qualsiasi modo, o un codice
search-go = Cerca
search-found = Persone trovate
search-empty = Nessuna persona trovata fra i casi che puoi aprire.
approvals-title = In attesa di approvazione
approvals-empty = Nulla è in attesa.
meetings-title = Riunioni
meetings-empty = Nessuna riunione registrata.
tallies-title = Conteggi anonimi
tallies-lead = Persone che hanno ricevuto aiuto e non hanno voluto essere registrate. Di loro non si conserva altro.
tallies-empty = Non ci sono conteggi.
looks-title = Chi ha visto che cosa
looks-lead = Ogni pagina e ogni elenco che è stato aperto, dal più recente. I fascicoli compaiono con l’inizio del loro numero casuale.
erasures-title = Cancella una persona
erasures-lead = Le chiavi del fascicolo vengono distrutte: nessuno potrà più leggerlo, in nessuna copia di sicurezza. Deve confermare un’altra persona, un supervisore.
erasure-proposed = Proposta inviata
erasure-proposed-text = Dai questo indirizzo a un supervisore, che conferma:
erasure-no-such-code = Nessuna persona di questo centro ha questo codice.
erasure-confirm-title = Conferma una cancellazione
erasure-confirm-lead = È stato proposto di cancellare una persona, per il motivo qui sotto. Non si può tornare indietro.
erasure-confirm = Cancella per sempre
admin-title = Amministrazione
admin-lead = Utenze, centri ed enti partner. Da qui non si apre nessun caso.
admin-accounts = Utenze
admin-centres = Centri
admin-partners = Enti partner con un accordo di condivisione
admin-new-account = Nuova utenza
admin-new-centre = Nuovo centro
admin-new-partner = Nuovo ente partner
admin-change-account = Modifica un’utenza
account-open = attiva
account-closed = chiusa

head-code = Codice
head-name = Nome
head-risk = Rischio
head-status = Situazione
head-step = Fase più avanzata
head-worker = Chi segue il caso
head-arrived = Arrivo
head-what = Che cosa
head-until = Entro
head-state = Stato
head-since = Quando
head-asked-by = Chi lo chiede
head-day = Giorno
head-services = Aiuto dato
head-file = Fascicolo
state-overdue = in ritardo
state-open = da fare
risk-not-decided = non deciso
step-none = non iniziata
no-code-yet = ancora senza codice
duty-worker = Chi è di turno

case-title = Caso
case-due = In scadenza
case-nothing-due = Nessuna scadenza.
case-story = La storia
strip-contact = Contatti consentiti
strip-next = Prossima scadenza
about-age =
    { $years ->
        [one] { $years } anno
       *[other] { $years } anni
    }
about-age-band = { $band } anni, a prima vista
strip-died = Decesso il { $day }
story-health-window = Prevenzione dell’HIV fino al { $hiv }; contraccezione d’emergenza fino al { $pregnancy }
about-age-disputed =
    { $years ->
        [one] { $years } anno (età contestata: vale la più bassa fra quelle dette)
       *[other] { $years } anni (età contestata: vale la più bassa fra quelle dette)
    }
late-entry = registrato in seguito
record-when = { $when } – { $by }
place-do = Che cosa puoi fare qui
place-recorded = Che cosa è stato registrato
place-nothing = Qui non è ancora stato registrato nulla.
place-reception = All’ingresso e in ogni momento
place-reception-hint = aiuto, note, pericoli, allerte
place-consent = Consenso
place-consent-hint = che cosa permette la persona, a chi, fino a quando
place-registration = Screening e registrazione
place-assessment = Vulnerabilità e bisogni
place-planning = Piano
place-implementation = Servizi e invii
place-review = Contatti e verifiche
place-closure = Chiusura e trasferimento
place-household = Nucleo
place-household-hint = chi sta insieme
done-title = Registrato.
done-forgotten = Di questa persona non si conserva nulla; è stato aggiunto un conteggio anonimo.
clash-theirs = Quello che vale ora
clash-yours = Quello che hai scritto tu
consent-now = Che cosa permette oggi la persona
shared-title = Che cosa è uscito e verso chi
head-shared = Che cosa è uscito
head-basis = Su quale base
consent-yes = sì

section-when = Quando
field-happened = Quando è successo?
hint-happened = Lascia vuoto se è adesso. Se copi dalla carta, indica il momento reale: le scadenze si contano da lì.

field-display_name = Nome che vedono i colleghi
field-username = Nome per l’accesso
field-role = Ruolo
field-centre = Centro
field-grants = Può leggere anche, nei casi che segue o supervisiona
hint-grants = Solo per chi ha la formazione necessaria.
field-password = Password da usare
hint-password = Almeno 15 caratteri.
field-closed = Chiusa: nessuno accede con questa utenza
field-name = Nome
field-facility = Tipo di struttura
field-focal_point = Referente, per funzione
field-agreement_until = Accordo di condivisione valido fino al
field-authority = È un’autorità
field-person_code = Codice della persona
field-reason = Motivo
hint-erasure-propose-reason = Il testo non deve nominare nessuno.
field-sure = Sì, cancella questa persona per sempre
field-subject = Che cosa
field-comment = Commento
code-facility-multifunctional = Centro multifunzionale
code-facility-shelter = Struttura di accoglienza
code-facility-information_resource = Centro di informazione e risorse
code-facility-government_run = Gestita dallo Stato
code-facility-hotel_private_housing = Albergo o alloggio privato
code-facility-other = Altro
do-approval-submit = Manda in approvazione
do-approval-approve = Approva
do-approval-send_back = Rimanda con un commento
event-approval-submitted = Mandato in approvazione
event-approval-approved = Approvato
event-approval-sent_back = Rimandato indietro
event-approval-completed = Completato

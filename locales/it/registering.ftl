# La via dalla porta al codice: che cosa viene dopo, che cosa è già compilato, chi decide.
do-registration-take_case = Prendi il caso
take-oneself = Lo seguo io
take-duty = Resta a chi è di turno
caseload-now = Casi che segui: { $count }, su { $cap } al massimo.
hint-registration-take_case-worker = Quando il tuo carico è pieno, il coordinamento dei casi o un supervisore può ancora affidare il caso a te o ad altri.

onward-title = Registrazione: { $done } di { $all } fatti
onward-screen = Ammissibilità
onward-consent = Consenso alla registrazione
onward-identity = Chi è la persona
onward-similar = Persona simile?
onward-contact = Contatto sicuro
onward-worker = Chi segue il caso
onward-complete = Completare
onward-do-screen = Ora: controlla i criteri
onward-do-consent = Ora: chiedi il consenso
onward-do-identity = Ora: chi è la persona
onward-do-similar = Ora: cerca una persona simile
onward-do-contact = Ora: concorda un contatto sicuro
onward-do-worker = Ora: prendi il caso
onward-do-complete = Completa la registrazione
onward-done = fatto
onward-now = ora
onward-open = da fare
onward-who-assigns = Manca chi segue il caso. Lo affida il coordinamento dei casi o un supervisore.
onward-not-yours = Il prossimo passo spetta ad altri: chiedi al tuo supervisore.
form-filled-before = Ciò che è già noto è compilato. Correggi ciò che non va.

consent-who-adult = La persona è adulta: decide per sé, e nessuno al suo posto.
consent-who-unknown = L’età non è nota. Chi è adulto decide per sé. La persona sembra avere meno di 18 anni? Allora scrivi prima l’età nello screening.
consent-who-young = Da 15 a 17 anni: decide il o la giovane. È d’accordo anche un adulto di riferimento presente e affidabile; chi può essere un pericolo non viene mai interpellato.
consent-who-young-alone = A questa età il o la giovane decide per sé.
consent-who-child-written = Da 12 a 14 anni: decide un adulto di riferimento o il tutore, e il minore dà il suo assenso per iscritto. Non c’è nessuno, o nessuno affidabile? Allora due colleghi decidono nel superiore interesse del minore.
consent-who-child-verbal = Da 6 a 11 anni: decide un adulto di riferimento o il tutore, e il minore dà il suo assenso. Non c’è nessuno, o nessuno affidabile? Allora due colleghi decidono nel superiore interesse del minore.
consent-who-child = Fino a 5 anni: decide un adulto di riferimento o il tutore. Non c’è nessuno, o nessuno affidabile? Allora due colleghi decidono nel superiore interesse del minore.
consent-who-child-unknown = Un minore di cui non si conosce l’età: scrivila prima nello screening. Da essa dipende chi deve essere d’accordo.
floor-least = Livello di rischio minimo: { $level } – { $reason }. Puoi sceglierne uno più grave.

consent-text-paper = Un altro modulo cartaceo
field-paper_form = Quale modulo cartaceo
hint-paper_form = Titolo, data e lingua, perché altri lo ritrovino.
hint-consent-record_consent-text_version = Il testo che la persona ha sentito o letto. Il più recente è il primo.
hint-consent-record_consent-explained = Per un sì almeno: lo scopo, chi riceve i dati, che un no non ha conseguenze, come revocare.
field-caregiver_agrees = Anche l’adulto di riferimento è d’accordo
hint-consent-record_consent-interpreter_ref = Il codice dell’interprete che era presente. Vuoto se non c’era.
hint-reception-receive_arrival-interpreter_ref = Il codice dell’interprete che è qui ora, dall’elenco del centro. Vuoto se non c’è.
hint-delivery_model = È compilato come di solito qui. Cambialo per famiglie accolte insieme o per il lavoro nella comunità.
hint-preferred_name = Non deve essere il nome vero: va bene quello che la persona sceglie.
hint-initial_concerns = Violenza, tratta, orientamento e salute mentale sono tenute a parte, per chi ha la formazione. Se non è il tuo caso, non le rivedrai; non vanno perse.

code-due-shelter_tonight = Trovare dove dormire stanotte

answer-often = Frequenti qui
answer-all = Tutto, per nome
answer-several = Più di una risposta
answer-another = { $field }, un’altra risposta
section-seldom = Serve di rado

registered-title = Registrazione completa. Il codice è { $code }
registered-card = Scrivi il codice sulla tessera che la persona tiene. Non dice nulla di lei.
arrived-nobody-on-duty-title = Nessuno è di turno: vai tu a chiamare un supervisore
arrived-nobody-on-duty = L’allerta è scritta e nessuno è stato avvisato. Vai o telefona subito. Resta con la persona finché arriva qualcuno, poi premi «Me ne occupo io».
arrived-alerted-title = È partita un’allerta
arrived-alerted = Qui sotto: chi ce l’ha, da quando, e il numero. Telefona se non viene nessuno, e intanto resta con la persona.
arrived-alerts = Allerte per questa persona
arrived-fetch-title = È partita un’allerta: chiama subito un operatore o un supervisore
arrived-fetch = Resta con la persona finché arriva qualcuno. Prima l’aiuto; il resto si scrive dopo.
desk-who = Chi, a prima vista

refusal-carried_already = Qualcuno segue già questo caso. Il coordinamento dei casi o un supervisore può passarlo.
refusal-take_for_oneself = Puoi prendere un caso per te. Chi affida i casi lo dà ad altri.
refusal-caseload_full = Il tuo carico è pieno. Lascia il caso a chi è di turno, o chiedi a un supervisore di affidarlo.
refusal-consent_text_unknown = Scegli un testo che il centro usa per questo, o indica il modulo cartaceo.
refusal-certificate_needed = Attesta un sì a voce con parole tue: che cosa è stato chiesto e che cosa ha risposto la persona.
refusal-ask_about_caregiver = A questa età è d’accordo anche un adulto di riferimento affidabile. Di’ come stanno le cose: presente e affidabile, assente, o forse un pericolo.
refusal-caregiver_agrees_too = A questa età è d’accordo anche un adulto di riferimento presente e affidabile. Se dice di no, due colleghi possono decidere nel superiore interesse del o della giovane.

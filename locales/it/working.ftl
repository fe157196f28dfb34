# La giornata di lavoro: contatti in tempo, lo schermo girato, gli avvisi e di chi sono.
refusal-contact_too_late = A questo livello di rischio ({ $which }) il prossimo contatto è al più tardi il { $day }. Scegli quel giorno o uno prima.
missing-review_date_passed = una nuova data per la prossima verifica: quella fissata è passata. Un piano in attesa di approvazione si rimanda indietro per questo
approval-not-yet = Non si può ancora approvare. Rimandalo indietro e scrivi che cosa manca:
contact-latest = Il prossimo contatto al più tardi il { $day } ({ $level })
turned-back = Torna al lavoro, con la Sua password
turned-foreign = Questa pagina è in { $written }. La persona parla { $spoken }: la legge con lei un interprete.
turned-unknown = Questa pagina è in { $written }. Nessuno ha ancora scritto che lingua parla la persona: chiedi e scegli la lingua qui sopra.
turned-does-direct = ciò che facciamo per Lei
turned-does-referral = ciò che altri fanno per Lei
turned-does-by_person = ciò che fa Lei
turned-does-advocacy = parliamo in Suo favore
lock-who = Qui lavora:
alert-nobody-for = Nessuno è nell’elenco dei turni, quindi non si conosce un telefono. È per: { $role } – { $names }. Va’ da loro.
alert-nobody-at-all = Nessuno è nell’elenco dei turni e nessuno qui ha il ruolo che risponde: { $role }. Chiama la direzione della tua organizzazione.
alert-answered-by = Puoi cominciare. Risponde: { $role }
day-alert-others = Un avviso a cui rispondono altri
day-alert-waits = lanciato { $since }
day-until-now = ora
day-late-now = scade ora
day-ago-now = in questo momento
duty-nobody = Nessuno è nell’elenco dei turni
duty-nobody-text = Allora un avviso non raggiunge nessuno per telefono: aspetta solo sulle pagine di chi ha il ruolo di rispondere. Metti nell’elenco almeno una persona con un telefono di lavoro.

do-implementation-change_referral = Modifica un invio prima che parta
event-implementation-referral_changed = Invio modificato prima che partisse
field-implementation-change_referral-referral = Quale bozza?
section-implementation-change_referral-readers = Chi può leggerlo qui
field-implementation-change_referral-authority = È un’autorità: si chiede il consenso per le autorità
field-implementation-change_referral-service_type = Quale servizio?
field-implementation-change_referral-reason = Che cosa devono sapere per aiutare?
hint-implementation-change_referral-reason = Solo quanto serve a questo servizio. Ciò che la persona non vuole far sapere resta fuori.
field-implementation-change_referral-urgency = Quanto presto?
field-implementation-change_referral-channel = Con quale mezzo?

nav-menu = Sezioni
alert-answer = Rispondi

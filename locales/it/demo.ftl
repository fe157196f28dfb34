# The demonstration: the banner of every page, the tour at the door, and the way back to its first day.

demo-banner = Questa è una dimostrazione: tutte le persone sono inventate.
demo-tour = Fare un giro
demo-tour-lead = Entri al posto di una persona che lavora qui, con una sola pressione.

demo-reset = Riportare la dimostrazione all’inizio
demo-reset-text = Tutto ciò che è stato fatto qui viene cancellato e il centro è rifatto come il primo giorno. Ci vuole fino a un minuto; chi è entrato viene fatto uscire.
demo-reset-go = Rifare tutto
demo-reset-stay = Lasciare com’è

# Three things worth trying, for each role.
demo-try-reception = Accolga una persona nuova; dia un aiuto e lo annoti; veda chi è venuto oggi.
demo-try-caseworker = Veda la sua giornata ora per ora; chiami Blessing nella sua fascia sicura; annoti un contatto con Salma.
demo-try-case_manager = Assegni un arrivo; veda i casi di chi è in congedo; risponda a una segnalazione.
demo-try-supervisor = Segua l’allerta passata alla persona successiva; approvi un piano; veda quali casi di Lucie nessuno copre.
demo-try-psychologist = Apra i casi in cui è sostituto; legga ciò che le è permesso e nient’altro; scriva una nota.
demo-try-focal_point_child = Veda le allerte sui minori; legga che cosa dice Idris della sua età; segua la ricerca dello zio.
demo-try-focal_point_gbv = Veda la sua giornata per tema; apra un caso di violenza; lo confronti con ciò che legge l’accoglienza.
demo-try-focal_point_tip = Apra il caso di Rosa; legga la conclusione dello screening; cerchi ciò che altri non vedono.
demo-try-focal_point_psea = Veda le allerte del suo tema; legga che cosa si dice del turno di notte; risponda.
demo-try-interpreter = Veda quanto poco apre questo ruolo; cambi lingua; blocchi la pagina e torni.
demo-try-partner_focal_point = Veda quanto poco apre questo ruolo; cambi lingua; blocchi la pagina e torni.
demo-try-data_protection = Risponda all’allerta del consenso ritirato ieri; legga chi ha consultato che cosa; veda le cancellazioni.
demo-try-report_officer = Legga i conteggi; apra la cifra dell’anno con la sua definizione; controlli che non compaia alcun nome.
demo-try-administrator = Apra un account; cambi l’accordo di un partner; imposti la lista di turno.

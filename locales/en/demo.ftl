# The demonstration: the banner of every page, the tour at the door, and the way back to its first day.

demo-banner = This is a demonstration: every person here is invented.
demo-tour = Look around
demo-tour-lead = Come in as one of the people who work here, by one press.

demo-reset = Reset the demonstration
demo-reset-text = Everything that was done here is thrown away, and the centre is made anew as on its first day. It takes up to a minute; everybody who is signed in is signed out.
demo-reset-go = Make everything anew
demo-reset-stay = Leave it as it is

# Three things worth trying, for each role.
demo-try-reception = Receive somebody new; give help and record it; look at who came today.
demo-try-caseworker = See your day by the hour; call Blessing in her safe window; record a contact with Salma.
demo-try-case_manager = Assign an arrival to a caseworker; see whose cases lie with somebody on leave; answer feedback.
demo-try-supervisor = Follow the alert that passed on; approve a plan; see which cases of Lucie nobody covers.
demo-try-psychologist = Open the cases that name you as backup; read what you may and no more; write a note.
demo-try-focal_point_child = Look at the alerts about children; read what Idris says of his age; follow the search for his uncle.
demo-try-focal_point_gbv = See your day by theme; open a case of violence; compare it with what the desk may read.
demo-try-focal_point_tip = Open Rosa’s case; read the conclusion of the screening; look for what others cannot see.
demo-try-focal_point_psea = Look at the alerts of your theme; read what was said about the night shift; answer it.
demo-try-interpreter = See how little this role opens; change the language; lock the page and come back.
demo-try-partner_focal_point = See how little this role opens; change the language; lock the page and come back.
demo-try-data_protection = Answer the alert of the consent withdrawn yesterday; read who looked at what; see the erasures.
demo-try-report_officer = Read the tallies; open the year’s figure with its definition; check that no name is shown.
demo-try-administrator = Open an account; change a partner’s agreement; set the duty list.

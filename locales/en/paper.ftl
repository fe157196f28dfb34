paper-today = Today on paper
paper-today-of = For { $day }: { $n ->
    [0] no appointment
    [one] { $n } appointment
   *[other] { $n } appointments
}. Codes only; keep it with you and destroy it in the evening.
paper-today-none = No appointment, and nothing is due today.
paper-hour = Hour
paper-code = Code
paper-contact = Contact
paper-notes = Notes
paper-late = Late
paper-forms = Empty forms
paper-forms-lead = To print before the power goes. Each asks what its page asks.
paper-when = Date and time
paper-by = Filled in by
paper-what = What
paper-appointment = Appointment
paper-without-code = { $n ->
    [one] { $n } person has no code yet and is not on this sheet: look at the screen.
   *[other] { $n } persons have no code yet and are not on this sheet: look at the screen.
}
paper-form = Form { $n }
paper-form-of = Form { $n }: { $place }

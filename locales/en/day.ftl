# My day, the contact in half a minute, and appointments.
nav-day = My day
nav-contact = Record a contact
day-title = My day
tab-day-title = Today
day-contact = Record a contact
day-find = Find somebody
day-nothing = You carry no case yet. What is given to you will stand here, with what is due today.
day-names-hide = Hide names
day-names-show = Show names

day-now = Now
day-now-empty = Nothing cannot wait.
day-today = Today
day-today-empty = No appointment, and nothing more is due today.
day-late = Late
day-late-lead = In the order of the harm that waiting does, and not of age.
day-late-empty = Nothing is late.
day-late-more = { $n ->
    [one] { $n } more thing is late: see the whole list
   *[other] { $n } more things are late: see the whole list
}
day-waiting = Waiting on others
day-waiting-empty = You wait for nobody.
day-changed = Changed since you left
day-changed-empty = Nobody has recorded anything on your cases since { $since }.
day-all = All my cases
day-all-empty = No case is open.

day-seen = Last seen
day-next = Next due
day-no-next = No next step
day-never-seen = never
day-seen-today = today
day-seen-yesterday = yesterday
day-open = Open the case
day-offered = A case was offered to you
day-any-time = Any time
day-by-tonight = by tonight
day-today-word = today
day-and-more = and { $n } more

day-reach-unknown = Nobody has asked yet which ways are safe
day-reach-no-sms = no text message
day-reach-no-message = leave no message
day-reach-ask-for = ask for “{ $word }”
day-reach-when = only then: { $times }
day-interpreter = interpreter: { $who }
day-interpreter-missing = interpreter still to be found
day-not-safe-any-more = The person no longer calls this way safe.

day-until-minutes = { $n ->
    [one] in { $n } minute
   *[other] in { $n } minutes
}
day-until-hours = { $n ->
    [one] in { $n } hour
   *[other] in { $n } hours
}
day-until-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
day-late-minutes = { $n ->
    [one] { $n } minute late
   *[other] { $n } minutes late
}
day-late-hours = { $n ->
    [one] { $n } hour late
   *[other] { $n } hours late
}
day-late-days = { $n ->
    [one] { $n } day late
   *[other] { $n } days late
}
day-ago-minutes = { $n ->
    [one] { $n } minute ago
   *[other] { $n } minutes ago
}
day-ago-hours = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
}
day-ago-days = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}

contact-title = Record a contact
contact-lead = Half a minute: who it was, whether you reached them, how safe they are.
contact-who = With whom?
contact-who-hint = Your cases, the gravest first. Type a code or a name to jump to it.
contact-go-on = Go on
contact-find = Not in the list: find somebody
contact-none = You carry no case. Find the person, and record the contact there.
contact-option = { $code } – { $name }
contact-how = How to reach the person
contact-whole = The whole form
contact-whole-hint = For what only few may read, for a chance meeting, or when the person called you.
hint-day-contact-progress_note = Two lines that everybody on the case may read. Anything else belongs into the whole form.

do-review-plan_appointment = Plan an appointment
do-review-end_appointment = Appointment kept or missed
event-review-appointment_planned = An appointment was planned
event-review-appointment_ended = What became of an appointment
section-understanding = Understanding each other
field-planned_for = When
hint-planned_for = An hour that is safe for the person.
field-appointment_purpose = What for
hint-appointment_purpose = It stands in today’s list: no more than this is said there.
field-interpreter_needed = Is an interpreter needed?
field-appointment = Which appointment
field-appointment_outcome = What became of it
field-review-end_appointment-note = What is known of it
code-due-appointment = Appointment
code-appointment_purpose-follow_up = To see how it goes
code-appointment_purpose-interview = Conversation
code-appointment_purpose-assessment = Assessment
code-appointment_purpose-planning = Planning together
code-appointment_purpose-review = Review
code-appointment_purpose-accompaniment = Going along
code-appointment_purpose-other = Other
code-appointment_outcome-kept = It took place
code-appointment_outcome-missed = The person did not come or answer
code-appointment_outcome-cancelled_by_person = The person cancelled it
code-appointment_outcome-cancelled_by_us = We cancelled it

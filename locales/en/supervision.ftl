# The supervisor's round, alerts and duty, leave, the yearly figure.
nav-supervision = Supervision
nav-year = Yearly figure
nav-duty = Duty list
supervision-title = What needs a supervisor
supervision-lead = Each figure opens its list.
supervision-alerts = Alerts that wait
supervision-workers = Who carries what
supervision-no-workers = Nobody carries an open case.

watch-alerts = alerts that nobody is on
watch-approvals = waiting for approval
watch-contact = Urgent and high, without contact in time
watch-contact-lead = The agreed contact is past its time. The gravest stand first.
watch-contact-empty = Everybody at urgent or high risk was contacted in time.
watch-arrivals = Arrivals without a worker
watch-arrivals-lead = Nobody carries them yet. Whoever came first stands first.
watch-arrivals-empty = Everybody who came has a worker.
watch-referrals = Referrals past their deadline
watch-referrals-lead = Sent, and not answered in time.
watch-referrals-empty = No referral waits longer than it should.
watch-decisions = Waiting for a second person
watch-decisions-lead = Costs above a worker’s authority, sharing without consent, and bases other than consent.
watch-decisions-empty = Nothing waits for a second person.
watch-floors = Risk set below its floor
watch-floors-lead = A supervisor decided on less than the rules propose. The reason stands on the case.
watch-floors-empty = No risk in force lies below its floor.
watch-doubts = The same person or not: to look at again
watch-doubts-lead = At registration it was left as “unsure, review later”.
watch-doubts-empty = No such question is open.
decision-cost = A cost above authority, to approve
decision-override = Sharing without consent, to countersign
decision-substitute = A basis other than consent, to confirm
erasures-waiting = Erasures that wait for you as the second person
floor-lowered-by = { $level }, lowered by { $name }

head-cases = Cases
head-overdue = Overdue
head-leave = On leave
head-uncovered = Cases nobody covers
head-floor = Floor
head-last-contact = Last contact
head-backup = Stands in
head-with = With whom now
head-phone = Telephone
head-do = Do
head-place = Place
head-hours = Hours

worker-title = Worker
worker-cases = Cases carried
worker-no-cases = No open case is carried here.
worker-above-cap = { $count }, above { $cap }
backup-none = nobody
worker-no-contact = none yet
leave-title = On leave
leave-from = From { $day }
leave-until = until { $day }
leave-cover = { $name } covers.
leave-no-cover = Nobody covers.
cover-all = { $count ->
    [one] Name the cover for the one case that nobody stands in for
   *[other] Name the cover for all { $count } cases that nobody stands in for
}
cover-named = { $count ->
    [0] Every case has somebody who stands in already.
    [one] The cover now stands in for one more case.
   *[other] The cover now stands in for { $count } more cases.
}
do-leave-set = Set a leave
field-leave-set-from = First day away
field-leave-set-until = Last day away
field-leave-set-cover = Who covers
hint-leave-set-cover = They read only the cases that name them as the one who stands in.
field-leave-set-ended = Back, or staying after all: end this leave

duty-title = Duty list
duty-lead = An alert goes to the first on the list. After { $minutes } minutes without “I am on it” it passes to the next.
duty-empty = { $centre }: nobody stands on the duty list.
duty-always = at any hour
duty-hours = { $from } – { $until }
do-duty-set = Put somebody on the list
field-duty-set-account = Who
field-duty-set-number = Place on the list
hint-duty-set-number = 1 is asked first.
field-duty-set-phone = Work telephone
field-duty-set-hours_from = From (hour)
hint-duty-set-hours_from = For example 08:00. Leave both empty for any hour.
field-duty-set-hours_until = Until (hour)
field-duty-set-ended = Take them off the list

alerts-lead-turns = An alert stays open until it is answered. Whoever is on it says so; else it passes along the duty list.
alerts-mine = Waiting for you
alerts-others = With others
alert-turn = { $name }, until { $time }
alert-taken-by = { $name } is on it
alert-everybody = Everybody had their turn: call
alert-phone = { $name }: { $phone }
alert-take-over = Take it over
do-reception-take_alert = I am on it
event-reception-alert_taken = Somebody is on the alert

year-nav = The year’s figure
year-title = Supported by case management
year-title-of = Supported by case management in { $year }: { $centre }
year-choose = Year
year-show = Show
year-people = { $count ->
    [one] person
   *[other] persons
}
year-head = How they came into the year, and how they stand at its end
year-head-people = Persons
year-reconciled = One figure, two ways to count it
year-sum-began = Supported in the year, by how they came into it
year-sum-ended = The same persons, by how they stand at the end
year-adds-up = It adds up: { $sums }
year-tally = Beside the figure, as an anonymous tally: { $count ->
    [one] one person who did not want to be counted.
   *[other] { $count } persons who did not want to be counted.
}
year-definition = What is counted
year-definition-who = Persons with a person code whose consent to case management was valid at some time in the year,
year-definition-when = and for whom at least one assessment, plan, service, referral, review or contact is dated in the year.
year-definition-not = Not counted: who was not eligible, refused, is a duplicate or was registered in error.
year-definition-once = Each person counts once, also when their case was carried over from the year before or reopened.
year-definition-withdrawn = Who took back, or refused, the use of their data for statistics is not among the persons; only the tally beside the figure is left.
year-definition-general = Counted from what everybody on a case may read. Work of a restricted kind alone does not make a person count, so that the figure tells nothing about it.
year-as-of = As of { $moment }. For a year that is not over, “at its end” means today.
code-year_began-carried_over = Carried over: open when the year began
code-year_began-new = New in the year
code-year_began-reopened = Reopened in the year
code-year_began-followed_up = Followed up after an earlier closure
code-year_ended-still_open = Still open
code-year_ended-closed = Closed in the year
code-year_ended-closed_before = Closed before the year

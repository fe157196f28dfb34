# The head of the case and what one must know first.
about-age-document = { $years ->
    [0] under 1 year
    [one] 1 year
   *[other] { $years } years
 } (from papers)
about-age-stated = { $years ->
    [0] under 1 year
    [one] 1 year
   *[other] { $years } years
 } (as they say)
about-age-estimated = about { $years ->
    [0] under 1 year
    [one] 1 year
   *[other] { $years } years
 } (estimated)
about-age-assessed = { $years ->
    [0] under 1 year
    [one] 1 year
   *[other] { $years } years
 } (assessed)
about-interpreter = interpreter: { $name }
about-no-interpreter = no interpreter noted
about-protection = may need international protection
glance-safe = Safe now?
glance-asked = asked { $when } by { $by }
glance-not-asked = not asked yet
glance-since = { $what }, since { $day }
glance-until = { $what } – { $until }
glance-overdue = { $what } – overdue since { $until }
glance-contact = How to reach them
glance-phone = Telephone { $phone }
glance-hours = When
glance-may-answer = May answer
glance-never = Never
glance-goal = The goal, in their words
glance-wish = What matters to them
glance-request = What they asked for
glance-member = { $name } ({ $role })
glance-consents = All consents
glance-yes = Yes
glance-no = No, or no longer
never-household = ask or tell the household: hidden from it
never-interpreter = interpreter { $name }
never-message = leave a message
consent-until = { $what }, until { $day }
step-next = Next
story-more = Earlier entries: { $count }
place-side_by_side = Show to the person
place-side_by_side-hint = plan and consents alone, to read or to print; in their language where we write it. Leaving it asks for your password

# The plan to be read, and two versions side by side.
plan-by-goal = By goal
plan-by-horizon = By time: near, middle, far
plan-no-horizon = No time said yet
plan-read-in-force = Read version { $version }, in force
plan-compare = What changed between versions
plan-version-title = Version { $version }
plan-is-in-force = in force
plan-is-written = being written
plan-is-replaced = replaced by a later one
plan-approved = Approved
compare-from = Earlier version
compare-to = Later version
compare-go = Compare
compare-one = There is only one version so far.
compare-nothing = These two versions say the same.
compare-counts = Added: { $added }. Taken out: { $removed }. Changed: { $changed }.
compare-reason = Version { $version } was begun because: { $reason } (asked for by: { $who })
compare-added = Added
compare-removed = Taken out
compare-changed = Changed
compare-goal = Goal: { $which }
compare-objective = Objective: { $which }
compare-action = Action: { $which }
compare-cost = Cost: { $which }
compare-nothing-said = (nothing said)

# What the person reads when the screen is turned, and on paper.
beside-language = Language of this page
beside-version-written = The version being written
beside-version-in-force = The version in force
beside-title = Your plan
beside-none = There is no plan yet. It begins with what you want.
beside-draft = A draft: we are writing it together with you.
beside-holds = This plan holds since { $day }.
beside-want = What you want
beside-until = until { $day }
beside-who-caseworker = We
beside-who-person = You
beside-who-caregiver = Your caregiver
beside-who-partner = A partner
beside-who-specialist = A specialist
beside-disagree = What you do not agree with
beside-allow = What you allow
beside-allow-none = You have not been asked yet.
beside-yes = You said yes
beside-no = You said no, or it is over
beside-change = You can change your mind at any time. Saying no takes no help away from you.
beside-know = Good to know
beside-review = We look at this plan together again on { $day }.
beside-feedback = You can tell us what you think. How: { $how }.
beside-told = Who is told what

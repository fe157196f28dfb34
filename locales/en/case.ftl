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
place-side_by_side-hint = plan and consents alone, in their language, to read or to print

# The working day: contacts in time, the turned screen, alerts and whose they are.
refusal-contact_too_late = At this risk level ({ $which }) the next contact is on { $day } at the latest. Choose that day or an earlier one.
missing-review_date_passed = a new day for the next review: the day that was set has passed. A plan that waits for approval is sent back for it
approval-not-yet = This cannot be approved yet. Send it back, and say what is missing:
contact-latest = The next contact at the latest on { $day } ({ $level })
turned-back = Back to work, with your password
turned-foreign = This page is in { $written }. The person speaks { $spoken }: an interpreter reads it with them.
turned-unknown = This page is in { $written }. Nobody wrote down yet what the person speaks: ask, and choose the language above.
turned-does-direct = what we do for you
turned-does-referral = what somebody else does for you
turned-does-by_person = what you do
turned-does-advocacy = we speak up for you
lock-who = Here works:
alert-nobody-for = Nobody stands on the duty list, so no telephone is known. It is for: { $role } – { $names }. Go to them.
alert-nobody-at-all = Nobody stands on the duty list, and nobody here has the role that answers it: { $role }. Call the lead of your organisation.
alert-answered-by = You may begin. It is answered by: { $role }
day-alert-others = An alert that others answer
day-alert-waits = raised { $since }
day-until-now = now
day-late-now = due now
day-ago-now = just now
duty-nobody = Nobody stands on the duty list
duty-nobody-text = An alert then reaches nobody by telephone: it only waits on the pages of those whose role answers it. Put at least one person with a work telephone on the list.

do-implementation-change_referral = Change a referral before it leaves
event-implementation-referral_changed = A referral was changed before it left
field-implementation-change_referral-referral = Which draft?
section-implementation-change_referral-readers = Who may read it here
field-implementation-change_referral-authority = It is an authority: the consent for authorities is asked
field-implementation-change_referral-service_type = Which service?
field-implementation-change_referral-reason = What do they need to know to help?
hint-implementation-change_referral-reason = Only what this service needs. What the person does not want told stays out.
field-implementation-change_referral-urgency = How soon?
field-implementation-change_referral-channel = How does it travel?

nav-menu = Menu
alert-answer = Answer

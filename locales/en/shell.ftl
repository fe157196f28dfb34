# What stands around every page. The name is neutral on purpose: it is read by bystanders.
shell-name = Notebook
skip-to-content = Skip to the content
nav-label = Main
sign-out = Sign out
leave = Leave this page
leave-hint = Press Esc three times to leave this page at once.
language = Language

date-long = { $day } { $month } { $year }
date-time = { $day }, { $time }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

person-strip = Whose file this is
steps-label = Steps
step-registration = Registration
step-assessment = Assessment
step-planning = Planning
step-implementation = Implementation
step-review = Review
step-closure = Closure
step-state-not_started = not started
step-state-in_progress = under way
step-state-awaiting_approval = waiting for approval
step-state-done = done
step-state-revisit_due = due again
step-missing = Missing before the next step

code-risk_level-urgent = Urgent
code-risk_level-high = High
code-risk_level-medium = Medium
code-risk_level-low = Low

pager-label = Pages of this list
pager-page = Page { $page } of { $pages }
pager-earlier = Previous page
pager-later = Next page

error-not-here = There is nothing here
error-not-here-text = The page does not exist, or it is not yours to open. If you followed a link, ask whoever gave it to you.
error-failure = Something went wrong on our side
error-failure-text = Nothing was changed by this request unless a page told you so. Try again; if it happens twice, give the number below to the person who looks after this computer.
error-id = Number:
error-cross-site = This request came from another site
error-cross-site-text = For safety it was not carried out. Open the page here again and repeat what you wanted to do.
error-signed-out = Please sign in
error-signed-out-text = You are not signed in, or your session has ended.
error-too-large = That was too much at once
error-too-large-text = What was sent is larger than this page takes. Nothing was saved; go back, shorten it and send it again.
error-too-many = Too many tries
error-too-many-text = Wait a few minutes and try again.
error-busy = This takes too long
error-busy-text = The answer did not come in time. Try again in a moment; what you send a second time is not saved twice.
error-not-understood = This request was not understood
error-not-understood-text = Go back to the page you came from and try again.
error-home = To the first page

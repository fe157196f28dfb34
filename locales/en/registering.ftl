# The way from the door to a code: what comes next, what is filled in, who decides.
do-registration-take_case = Take the case
take-oneself = I carry it
take-duty = The duty worker keeps it
caseload-now = Cases you carry: { $count }, of at most { $cap }.
hint-registration-take_case-worker = When your caseload is full, a case manager or supervisor can still assign the case to you or to somebody else.

onward-title = Registering: { $done } of { $all } done
onward-screen = Eligibility
onward-consent = Consent to be registered
onward-identity = Who the person is
onward-similar = Similar person?
onward-contact = Safe contact
onward-worker = Who carries the case
onward-complete = Complete
onward-do-screen = Next: check eligibility
onward-do-consent = Next: ask for consent
onward-do-identity = Next: who the person is
onward-do-similar = Next: look for a similar person
onward-do-contact = Next: agree on safe contact
onward-do-worker = Next: take the case
onward-do-complete = Complete the registration
onward-done = done
onward-now = now
onward-open = to do
onward-who-assigns = A worker is missing. A case manager or supervisor assigns one.
onward-not-yours = The next step is for somebody else: ask your supervisor.
form-filled-before = What is known already is filled in. Correct what is not right.

consent-who-adult = The person is an adult: they decide for themself, nobody else does.
consent-who-unknown = The age is not known. An adult decides for themself. Does the person look younger than 18? Then write the age at the screening first.
consent-who-young = 15 to 17 years: the young person decides. A caregiver who is there and safe agrees as well; whoever may be a danger is never asked.
consent-who-young-alone = The young person decides for themself at this age.
consent-who-child-written = 12 to 14 years: a caregiver or guardian decides, and the child agrees in writing. Is nobody there, or nobody safe? Then two colleagues decide in the child’s best interests.
consent-who-child-verbal = 6 to 11 years: a caregiver or guardian decides, and the child agrees. Is nobody there, or nobody safe? Then two colleagues decide in the child’s best interests.
consent-who-child = Up to 5 years: a caregiver or guardian decides. Is nobody there, or nobody safe? Then two colleagues decide in the child’s best interests.
consent-who-child-unknown = A child, and no age is known: write it at the screening first. It decides who must agree.
floor-least = Least risk level: { $level } – { $reason }. You may choose a graver one.

consent-text-paper = Another form on paper
field-paper_form = Which form on paper
hint-paper_form = Its title, date and language, so that somebody else finds it again.
hint-consent-record_consent-text_version = The text that the person heard or read. The newest stands first.
hint-consent-record_consent-explained = For a yes at least: purpose, who receives it, that saying no has no penalty, how to withdraw.
field-caregiver_agrees = The caregiver agrees as well
hint-consent-record_consent-interpreter_ref = The code of the interpreter who was there. Empty without one.
hint-reception-receive_arrival-interpreter_ref = The code of the interpreter who is here now, from the centre’s list. Empty without one.
hint-delivery_model = It stands as usual here. Change it for families seen together, or for work in the community.
hint-preferred_name = It need not be the real name: any name the person chooses will do.
hint-initial_concerns = Violence, trafficking, orientation and mental health are kept apart, for those trained for them. If you are not one of them, you will not see them again; they are not lost.

code-due-shelter_tonight = Find a place to sleep for tonight

answer-often = Often here
answer-all = All, by name
answer-several = More than one
answer-another = { $field }, another one
section-seldom = Seldom needed

registered-title = Registered. The code is { $code }
registered-card = Write the code on the card that the person keeps. It says nothing about them.
arrived-nobody-on-duty-title = Nobody has duty now: fetch a supervisor yourself
arrived-nobody-on-duty = The alert is written down, and nobody was told of it. Go or call now. Stay with the person until somebody comes, then press “I am on it”.
arrived-alerted-title = An alert was raised
arrived-alerted = Below stands who has it, since when, and the number. Call if nobody comes, and stay with the person until then.
arrived-alerts = Alerts for this person
arrived-fetch-title = An alert was raised: fetch a caseworker or supervisor now
arrived-fetch = Stay with the person until somebody comes. Help first; the rest can be written later.
desk-who = Who, as seen

refusal-carried_already = Somebody carries this case already. A case manager or supervisor can pass it on.
refusal-take_for_oneself = You can take a case for yourself. Those who assign give it to somebody else.
refusal-caseload_full = Your caseload is full. Leave the case with the duty worker, or ask a supervisor to assign it.
refusal-consent_text_unknown = Choose a text that the centre hands out for this, or name the form on paper.
refusal-certificate_needed = Certify a spoken yes in your own words: what was asked, and what the person answered.
refusal-ask_about_caregiver = At this age a caregiver who is safe agrees as well. Say how it is with the caregiver: there and safe, absent, or perhaps a danger.
refusal-caregiver_agrees_too = At this age a caregiver who is there and safe agrees as well. If they say no, two colleagues can decide in the young person’s best interests.

# Implementation: help given, referrals and their answers, gaps, and how actions ended.

do-implementation-record_service = Record a service
do-implementation-update_service = Say what became of a service
do-implementation-draft_referral = Write a referral
do-implementation-send_referral = Send a referral
do-implementation-record_referral_answer = Record an answer to a referral
do-implementation-recall_referral = Take a referral back
do-implementation-tell_recipient = Say that the partner was told that it was taken back
do-implementation-feedback_from_person = Record what the person says about it
do-implementation-end_action = Say how an action ended
do-implementation-record_gap = Record a service that is not available
do-implementation-close_implementation = Finish carrying out the plan

event-implementation-service_recorded = A service was recorded
event-implementation-service_updated = A service went on
event-implementation-referral_drafted = A referral was written
event-implementation-referral_sent = A referral was sent
event-implementation-referral_answered = A referral was answered
event-implementation-referral_recalled = A referral was taken back
event-implementation-recipient_told = The partner was told that a referral was taken back
event-implementation-referral_feedback_given = The person said how the service was
event-implementation-action_ended = An action ended
event-implementation-service_gap_recorded = A service was not available
event-implementation-implementation_closed = The plan was carried out

section-implementation-record_service-what = What the person receives
section-delivery = How far it is
section-implementation-record_service-value = What it is worth
section-implementation-record_service-note = Note
section-to_whom = To whom
section-for_what = For what
section-shared = What leaves, and how
section-implementation-draft_referral-readers = Who may read it here

field-plan_action_ref = For which action of the plan?
hint-plan_action_ref = Help that no plan foresaw is written down all the same: leave this empty.
field-implementation-record_service-service_type = Which service?
field-provider = Who provides it?
hint-provider = A team, a shop or a partner; not the name of a private person.
field-direct_or_referral = From us, or through a referral?
field-for_household = For the whole household: it counts once
field-implementation-record_service-status = How far is it?
field-planned_dt = Planned for
field-delivered_dt = When did the person receive it?
field-value = Value
field-receipt_evidence = Where the receipt is
hint-receipt_evidence = A number or a folder; no names.
field-implementation-record_service-note = Note
field-service = Which service?
field-implementation-update_service-status = What became of it?
field-implementation-update_service-note = Note

field-to_agency = To which partner?
field-to_focal_point = To whom there
hint-to_focal_point = By function, such as “duty nurse”.
field-implementation-draft_referral-authority = It is an authority: the consent for authorities is asked
field-implementation-draft_referral-service_type = Which service?
field-implementation-draft_referral-reason = What do they need to know to help?
hint-implementation-draft_referral-reason = Only what this service needs. What the person does not want told stays out.
field-implementation-draft_referral-urgency = How soon?
field-data_shared = Which data leave
hint-data_shared = The least that this service needs, and nothing that the person did not agree to.
field-implementation-draft_referral-channel = How does it travel?
field-referral = Which referral?
hint-implementation-send_referral-referral = Consent for this partner is looked up when you press the button.

field-implementation-record_referral_answer-status = What was the answer?
field-implementation-record_referral_answer-outcome = What came of it?
hint-implementation-record_referral_answer-outcome = Needed when the service is completed.
field-gap_reason = Why is it not available?
hint-implementation-record_referral_answer-gap_reason = Needed if the partner said no. If nobody answered, leave it empty.
field-alternative = What do you seek instead?
hint-alternative = Nobody is left with a “no”: another partner, another way, or what bridges the time.
field-implementation-record_referral_answer-note = Note
field-implementation-recall_referral-reason = Why is it taken back?
hint-implementation-recall_referral-reason = If it has left already, tell the partner to delete what they received.
field-told_how = How were they told, and what did they answer?
field-feedback_from_person = What the person says about it
hint-feedback_from_person = In their words, good or bad.

field-implementation-end_action-action = Which action?
field-implementation-end_action-status = How did it end?
field-implementation-end_action-outcome = What came of it?
field-implementation-record_gap-domain = Which need stays open?
field-implementation-record_gap-text = What you tried

open-work = Under way
services-title = Services
referrals-title = Referrals
gaps-title = Services that were not available
head-service = Service
head-provider = Provider
head-to = To
head-reason = Reason
head-delivered = Received
head-answer = Answer by
referral-tell = Tell the partner: this referral was taken back after it had left

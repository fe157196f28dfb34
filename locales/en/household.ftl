# Whom a person lives or travels with. Consent and notes stay each person’s own.
do-household-join_household = Join a household
do-household-leave_household = Leave the household
do-household-hide_from_household = Hide from the household
do-household-show_to_household = Be seen by the household again
do-household-link_caregiver = Who cares for the person
event-household-household_joined = Joined a household
event-household-household_left = Left the household
event-household-hidden_from_household = Hidden from the household
event-household-hiding_explained = Why, for those who may read it
event-household-shown_to_household = Seen by the household again
event-household-caregiver_linked = A caregiver was recorded
event-household-notice_received = Something happened in the household

field-household = Which household
hint-household = The person must have agreed to be linked to it.
field-household-join_household-role = Role in the household
field-household-join_household-reason = How the person comes to it
field-household-leave_household-reason = Why
field-household-leave_household-note = In a few words
hint-household-leave_household-note = The others can see that the person left, and never where to.
field-own_safe_contact = Does the person have a safe contact that nobody else of the household knows?
hint-own_safe_contact = If not, agree on one now: it is due at once.
hint-household-hide_from_household-reason = The others are never asked and never told. Their workers see nothing of this.
field-household-link_caregiver-caregiver = Caregiver
hint-household-link_caregiver-caregiver = One of the household whose case you may open.
field-household-link_caregiver-safe = Is it safe to ask and inform this caregiver?
field-household-link_caregiver-note = In a few words

# Feedback and complaints: files of their own, with readers of their own.
do-feedback-receive = Write down feedback
do-feedback-acknowledge = It was taken up
do-feedback-respond = What came of it
do-feedback-close_loop = They know what came of it
event-feedback-received = Received
event-feedback-acknowledged = Taken up
event-feedback-responded = Answered
event-feedback-loop_closed = They know what came of it

section-what_was_said = What was said
section-who_said_it = Who said it
field-feedback_type = What is it?
hint-feedback_type = Conduct of staff, abuse and fraud are read by one focal point only, whatever else you answer here.
field-feedback-receive-text = In their own words
hint-feedback-receive-text = Do not ask for proof and do not investigate: write down what you heard.
field-about_staff = Who of us is meant?
hint-about_staff = Whoever you choose, and those who lead them, will never read it.
field-sensitivity = Who may read it?
hint-sensitivity = In doubt, sensitive.
field-anonymous = Does the person want to stay unknown?
hint-anonymous = Then nothing leads back to them. Help goes on as before, whatever was said.
field-feedback-acknowledge-note = What was said to them
field-feedback-respond-outcome = What came of it
field-feedback-close_loop-how = How they were told
field-satisfied = Are they content with it?

feedback-title = Feedback and complaints
feedback-lead = Everybody may write down what people say about our help and about us. Each is read by few.
feedback-empty = There is no feedback that you may read.
feedback-received-text = Those who may read it will take it up. You will not see it again unless you are one of them.
feedback-unread = Nobody here may read this
feedback-unread-text = It is written down, but everybody who would take it up is the one it is about, or of their line. Take it outside this house today, by the complaint route that the person was told of, and tell the person so.
feedback-one = Feedback
feedback-person = whose help it is about
feedback-closed = closed
head-received = Received
feedback-next = Next

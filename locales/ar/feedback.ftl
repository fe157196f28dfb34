# الآراء والشكاوى: ملفات مستقلة ولها قرّاؤها.
do-feedback-receive = تدوين رأي أو شكوى
do-feedback-acknowledge = تسجيل بدء النظر فيه
do-feedback-respond = تسجيل النتيجة
do-feedback-close_loop = إبلاغهم بالنتيجة
event-feedback-received = وصل
event-feedback-acknowledged = بدأ النظر فيه
event-feedback-responded = أُجيب عنه
event-feedback-loop_closed = أُبلغوا بالنتيجة

section-what_was_said = ما الذي قيل
section-who_said_it = من قاله
field-feedback_type = ما هو؟
hint-feedback_type = سلوك الموظفين والإساءة والاحتيال يقرؤها مسؤول تنسيق واحد فقط، مهما كان جوابك هنا.
field-feedback-receive-text = بكلماتهم
hint-feedback-receive-text = لا تطلب دليلاً ولا تُجرِ تحقيقاً: دوّن ما سمعته.
field-about_staff = من المقصود منّا؟
hint-about_staff = من تختاره هنا، ومن يرأسونه، لن يقرؤوه أبداً.
field-sensitivity = من يجوز له أن يقرأه؟
hint-sensitivity = عند الشك: حسّاس.
field-anonymous = هل يريد الشخص أن يبقى مجهولاً؟
hint-anonymous = عندها لا شيء يدل عليه. وتستمر المساعدة كما كانت مهما قيل.
field-feedback-acknowledge-note = ما قيل لهم
field-feedback-respond-outcome = ما كانت النتيجة
field-feedback-close_loop-how = كيف أُبلغوا
field-satisfied = هل هم راضون عن ذلك؟

feedback-title = الآراء والشكاوى
feedback-lead = يمكن للجميع تدوين ما يقوله الناس عن مساعدتنا وعنّا. ولا يقرأ كل واحد منها إلا القليلون.
feedback-empty = لا توجد آراء أو شكاوى يمكنك قراءتها.
feedback-received-text = سينظر فيه من يجوز لهم قراءته. ولن تراه أنت بعد ذلك إلا إذا كنت منهم.
feedback-unread = لا يحق لأحد هنا أن يقرأ هذا
feedback-unread-text = لقد سُجّل، لكن كل من كان سيتولاه هو الشخص المعنيّ به أو من رؤسائه. انقله اليوم إلى خارج هذه المؤسسة عبر مسار الشكاوى الذي أُخبر به الشخص، وأعلمه بذلك.
feedback-one = رأي أو شكوى
feedback-person = من تخصه المساعدة
feedback-closed = مغلق
head-received = تاريخ الوصول
feedback-next = التالي

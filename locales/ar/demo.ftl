# The demonstration: the banner of every page, the tour at the door, and the way back to its first day.

demo-banner = هذا عرض توضيحي: كل الأشخاص هنا من نسج الخيال.
demo-tour = جولة في المركز
demo-tour-lead = ادخل بضغطة واحدة مكان أحد العاملين هنا.

demo-reset = إعادة العرض إلى بدايته
demo-reset-text = يُحذف كل ما أُنجز هنا ويُنشأ المركز من جديد كما كان في يومه الأول. قد يستغرق ذلك دقيقة؛ ويُسجَّل خروج كل من دخل.
demo-reset-go = أنشئ كل شيء من جديد
demo-reset-stay = اتركه كما هو

# Three things worth trying, for each role.
demo-try-reception = استقبل شخصًا جديدًا؛ قدّم مساعدة وسجّلها؛ انظر من جاء اليوم.
demo-try-caseworker = اطّلع على يومك ساعة بساعة؛ اتصل بـ Blessing في وقتها الآمن؛ سجّل اتصالًا مع سلمى.
demo-try-case_manager = أسند حالة وصول إلى أخصائي؛ انظر حالات من هي في إجازة؛ أجب عن ملاحظة.
demo-try-supervisor = تابع التنبيه الذي انتقل إلى التالي؛ وافق على خطة؛ انظر أي حالات Lucie بلا بديل.
demo-try-psychologist = افتح الحالات التي تكون فيها بديلًا؛ اقرأ ما يُسمح لك به فقط؛ اكتب ملاحظة.
demo-try-focal_point_child = انظر التنبيهات الخاصة بالأطفال؛ اقرأ ما يقوله إدريس عن عمره؛ تابع البحث عن عمه.
demo-try-focal_point_gbv = اطّلع على يومك حسب الموضوع؛ افتح حالة عنف؛ قارنها بما يقرؤه الاستقبال.
demo-try-focal_point_tip = افتح حالة Rosa؛ اقرأ نتيجة الفحص؛ ابحث عمّا لا يراه الآخرون.
demo-try-focal_point_psea = انظر تنبيهات موضوعك؛ اقرأ ما قيل عن نوبة الليل؛ أجب عنه.
demo-try-interpreter = انظر كم هو قليل ما يفتحه هذا الدور؛ غيّر اللغة؛ اقفل الصفحة ثم عد إليها.
demo-try-partner_focal_point = انظر كم هو قليل ما يفتحه هذا الدور؛ غيّر اللغة؛ اقفل الصفحة ثم عد إليها.
demo-try-data_protection = أجب عن تنبيه الموافقة التي سُحبت أمس؛ اقرأ من اطّلع على ماذا؛ انظر عمليات المحو.
demo-try-report_officer = اقرأ الأعداد؛ افتح رقم السنة وتعريفه؛ تأكد من أن لا اسم يظهر.
demo-try-administrator = افتح حسابًا؛ غيّر اتفاق شريك؛ اضبط قائمة المناوبة.

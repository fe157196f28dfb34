# صفحات لا تخص غرفة بعينها.
nav-reception = الاستقبال
nav-cases = الحالات
nav-search = بحث
nav-approvals = الاعتماد
nav-meetings = الاجتماعات
nav-alerts = التنبيهات
nav-feedback = الآراء والشكاوى
nav-tallies = إحصاء بلا أسماء
nav-looks = من اطّلع
nav-erasures = المحو
nav-admin = إدارة النظام

sign-in-title = تسجيل الدخول
sign-in-username = اسم الدخول
sign-in-password = كلمة المرور
sign-in-go = دخول
sign-in-wrong = الاسم أو كلمة المرور غير صحيحين.
sign-in-wait = { $seconds ->
    [zero] محاولات كثيرة. حاول مرة أخرى الآن.
    [one] محاولات كثيرة. انتظر ثانية واحدة ثم حاول مرة أخرى.
    [two] محاولات كثيرة. انتظر ثانيتين ثم حاول مرة أخرى.
    [few] محاولات كثيرة. انتظر { $seconds } ثوانٍ ثم حاول مرة أخرى.
    [many] محاولات كثيرة. انتظر { $seconds } ثانية ثم حاول مرة أخرى.
   *[other] محاولات كثيرة. انتظر { $seconds } ثانية ثم حاول مرة أخرى.
}
begin-title = المسؤول الأول عن النظام
begin-lead = هذا البرنامج جديد ولا يحتوي على شيء. أنشئ مركزه الأول والحساب الذي يعتني به؛ لن يفتح هذا الحساب أي حالة.
begin-centre = اسم المركز
begin-go = بدء
begin-incomplete = يرجى ملء كل السطور؛ لكل سطر 120 حرفاً على الأكثر.
password-title = كلمة المرور
password-hint = 15 حرفاً على الأقل. أربع كلمات أو خمس متتالية خيار جيد وسهل التذكر.
password-again = كلمة المرور نفسها مرة أخرى
password-new = كلمة المرور الجديدة
password-present = كلمة المرور الحالية
password-present-wrong = كلمة المرور الحالية غير صحيحة.
password-differs = كلمتا المرور غير متطابقتين.
password-yours = يعرف شخص آخر كلمة المرور هذه. اختر كلمة خاصة بك قبل المتابعة.
password-same = كلمة المرور الجديدة هي كلمتك الحالية نفسها. اختر غيرها.
password-short = تحتاج كلمة المرور إلى 15 حرفاً على الأقل و200 على الأكثر.
password-go = حفظ كلمة المرور

desk-title = القادمون إلى المركز
desk-lead = من جاؤوا ولم يُسجَّلوا بعد. المساعدة أولاً، ولا حاجة إلى اسم.
desk-person = شخص عند الاستقبال
desk-person-lead = أضف ما حدث. أما الملف نفسه فيقرؤه من يتابع الحالة.
desk-empty = لا أحد في الانتظار.
arrival-lead = الترحيب والسلامة والاحتياجات العاجلة. لا يُسأل هنا عن الاسم.
cases-title = الحالات
cases-open = الحالات المفتوحة
cases-closed = الحالات المغلقة
cases-empty = لا توجد حالات هنا.
offered-title = معروضة عليك
due-title = ما حان موعده وما يحين خلال يومين
search-title = البحث عن شخص
search-label = اسم بأي طريقة كتابة، أو رمز
search-go = بحث
search-found = الأشخاص الذين عُثر عليهم
search-empty = لم يُعثر على أحد بين الحالات التي يمكنك فتحها.
approvals-title = بانتظار الاعتماد
approvals-empty = لا شيء في الانتظار.
meetings-title = الاجتماعات
meetings-empty = لم يُسجَّل أي اجتماع.
tallies-title = إحصاء بلا أسماء
tallies-lead = أشخاص حصلوا على مساعدة ولم يرغبوا في تسجيل بياناتهم. لا يُحفظ عنهم شيء آخر.
tallies-empty = لا يوجد إحصاء بعد.
alerts-title = تنبيهات مفتوحة
alerts-lead = ما طلبته جهة رسمية، وحيث سُحبت موافقة. القرار لك مع محامٍ، ولا يُعرض هنا شيء آخر من الملف.
alerts-empty = لا يوجد تنبيه مفتوح.
looks-title = من اطّلع
looks-lead = كل صفحة وقائمة فُتحت، الأحدث أولاً. تظهر الملفات بأول رقمها العشوائي.
erasures-title = محو بيانات شخص
erasures-lead = تُتلَف مفاتيح الملف، فلا يستطيع أحد قراءته بعد ذلك ولا في أي نسخة احتياطية. ويجب أن يؤكد ذلك شخص آخر من المشرفين.
erasure-proposed = قُدّم الاقتراح
erasure-proposed-text = أعطِ هذا العنوان لأحد المشرفين ليؤكد:
erasure-no-such-code = لا يوجد في هذا المركز شخص بهذا الرمز.
erasure-propose = اقتراح محو بيانات هذا الشخص
erasure-confirm-title = تأكيد المحو
erasure-confirm-lead = اقتُرح محو بيانات هذا الشخص، ولا يمكن التراجع عن ذلك: اكتب الرمز حتى لا يكون شخصاً آخر.
erasure-confirm = محو نهائي
erasure-code-differs = هذا ليس رمز الشخص الذي يتعلق به الاقتراح.
erasure-closed-since = مغلقة منذ
erasure-proposed-by = اقترحه
erasure-confirmed-by = أكّده
erasure-done-title = تم المحو
erasure-done-lead = أُتلفت مفاتيح الملف. هذه الصفحة هي كل ما بقي، وليس فيها شيء عن الشخص.
admin-title = إدارة النظام
admin-lead = الحسابات والمراكز والجهات الشريكة. لا يمكن فتح أي حالة من هنا.
admin-accounts = الحسابات
admin-centres = المراكز
admin-partners = الجهات الشريكة التي لها اتفاق مشاركة بيانات
admin-new-account = حساب جديد
admin-new-centre = مركز جديد
admin-new-partner = جهة شريكة جديدة
admin-change-account = تعديل حساب
admin-change-partner = تعديل جهة شريكة
account-open = مفتوح
account-closed = مغلق
agreement-holds = سارٍ
agreement-over = لم يعد هناك اتفاق
account-carries = الحالات المفتوحة التي يتولاها هذا الحساب: { $count }. قبل إغلاقه اطلب من مدير الحالات إسنادها إلى شخص آخر.
cases-worker-gone = هذه الحالات تحتاج إلى من يتولاها: أُغلق حساب المسؤول عنها

head-code = الرمز
head-name = الاسم
head-risk = الخطورة
head-status = الوضع
head-step = آخر مرحلة بلغتها
head-worker = أخصائي الحالة
head-arrived = الوصول
head-what = الموضوع
head-until = حتى
head-state = الوضع
head-since = متى
head-asked-by = بواسطة
head-day = اليوم
head-services = المساعدة المقدَّمة
head-file = الملف
state-overdue = متأخر
state-open = مفتوح
risk-not-decided = لم يُحدَّد
step-none = لم تبدأ
no-code-yet = لا رمز بعد
duty-worker = الأخصائي المناوب

case-title = الحالة
case-due = ما حان موعده
case-nothing-due = لم يحن موعد شيء.
case-story = سير الحالة
strip-contact = وسائل التواصل الآمنة
strip-died = تاريخ الوفاة
strip-next = الموعد القادم
about-age = { $years ->
    [zero] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $years } سنوات
    [many] { $years } سنة
   *[other] { $years } سنة
}
about-age-band = { $band } سنة، تقديراً عند الاستقبال
strip-died = تاريخ الوفاة: { $day }
story-health-window = الوقاية من فيروس نقص المناعة حتى { $hiv }؛ منع الحمل الطارئ حتى { $pregnancy }
about-age-disputed = { $years ->
    [zero] أقل من سنة (محل خلاف: يُعتمد أصغر عمر قيل)
    [one] سنة واحدة (محل خلاف: يُعتمد أصغر عمر قيل)
    [two] سنتان (محل خلاف: يُعتمد أصغر عمر قيل)
    [few] { $years } سنوات (محل خلاف: يُعتمد أصغر عمر قيل)
    [many] { $years } سنة (محل خلاف: يُعتمد أصغر عمر قيل)
   *[other] { $years } سنة (محل خلاف: يُعتمد أصغر عمر قيل)
}
late-entry = سُجّل لاحقاً
record-when = { $when }، { $by }
place-do = ما يمكنك فعله هنا
missing-need_domains = احتياجات لم يُسأل عنها بعد: { $count }؛ التالي: { $which }
place-more = كل ما عدا ذلك ({ $count })
place-recorded = ما سُجّل
place-nothing = لم يُسجَّل شيء هنا بعد.
place-reception = عند الاستقبال وفي أي وقت
place-reception-hint = مساعدة، ملاحظات، أخطار، تنبيهات
place-consent = الموافقة
place-consent-hint = ما يوافق عليه الشخص، ولمن، وحتى متى
place-registration = الفرز الأولي والتسجيل
place-assessment = الهشاشة والاحتياجات
place-planning = الخطة
place-implementation = الخدمات والإحالات
place-review = التواصل والمراجعات
place-closure = الإغلاق والنقل
place-household = الأسرة
place-household-hint = من ينتمون بعضهم إلى بعض
ways-help = المساعدة والملاحظات
ways-danger = الأخطار والتنبيهات
ways-consent = بموافقة الشخص
ways-without_consent = دون موافقة
ways-eligibility = الأهلية والخطورة
ways-person = عن الشخص
ways-registering = لإتمام التسجيل
ways-age = عند الشك في العمر
ways-safety = السلامة
ways-needs = الاحتياجات والرغبات
ways-picture = المخاطر ونقاط القوة
ways-violence = العنف والاتجار بالأشخاص
ways-child = إذا كان الشخص طفلاً
ways-finish = إنهاء هذه المرحلة
ways-goals = الغايات والإجراءات
ways-agreeing = مع الشخص
ways-following = البقاء على تواصل
ways-happened = إذا حدث شيء
ways-pause = تعليق العمل
ways-closing = الإغلاق
ways-transfer = التسليم إلى جهة أخرى
ways-after = بعد الإغلاق
ways-death = إذا توفي الشخص
ways-other = وأيضاً
done-title = سُجّل.
done-forgotten = لا يُحفظ شيء عن هذا الشخص؛ أُضيف عدد واحد بلا اسم.
clash-theirs = المسجَّل الآن
clash-yours = ما كتبته أنت
consent-now = ما يوافق عليه الشخص اليوم
shared-title = ما الذي خرج، وإلى من
head-shared = ما خرج
head-basis = على أي أساس
consent-yes = نعم

section-when = متى
field-happened = متى حدث ذلك؟
hint-happened = اتركه فارغاً إذا كان الآن. عند الإدخال من الورق اكتب الوقت الفعلي، فالمواعيد تُحسب منه.

field-display_name = الاسم الذي يراه الزملاء
field-username = اسم الدخول
field-role = الدور
field-centre = المركز
field-grants = له أيضاً أن يقرأ، في الحالات التي يتابعها أو يشرف عليها
hint-grants = فقط لمن تدرّب على ذلك.
field-password = كلمة المرور
hint-password = 15 حرفاً على الأقل.
field-closed = مغلق: لا يدخل أحد بهذا الحساب
field-name = الاسم
field-facility = نوع المركز
field-focal_point = مسؤول التنسيق، بحسب الوظيفة
field-agreement_until = اتفاق مشاركة البيانات صالح حتى
field-authority = هذه جهة رسمية
field-ended = انتهى الاتفاق: لا يجوز مشاركة أي شيء بعد الآن
field-person_code = رمز الشخص
field-reason = السبب
hint-erasure-propose-reason = يجب ألا يذكر النص اسم أحد.
field-sure = نعم، محو بيانات هذا الشخص نهائياً
field-subject = الموضوع
field-comment = تعليق
code-facility-multifunctional = مركز متعدد الخدمات
code-facility-shelter = مأوى
code-facility-information_resource = مركز معلومات وموارد
code-facility-government_run = تديره الحكومة
code-facility-hotel_private_housing = فندق أو سكن خاص
code-facility-other = غير ذلك
do-approval-submit = إرسال للاعتماد
do-approval-approve = اعتماد
do-approval-send_back = إعادة مع تعليق
event-approval-submitted = أُرسل للاعتماد
event-approval-approved = اعتُمد
event-approval-sent_back = أُعيد مع تعليق
event-approval-completed = اكتمل

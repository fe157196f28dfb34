# The head of the case and what one must know first.
about-age-document = { $years ->
    [0] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $years } سنوات
   *[other] { $years } سنة
 } (حسب الوثائق)
about-age-stated = { $years ->
    [0] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $years } سنوات
   *[other] { $years } سنة
 } (حسب قول الشخص)
about-age-estimated = نحو { $years ->
    [0] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $years } سنوات
   *[other] { $years } سنة
 } (تقدير)
about-age-assessed = { $years ->
    [0] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $years } سنوات
   *[other] { $years } سنة
 } (عُمر مُقيَّم)
about-interpreter = المترجم: { $name }
about-no-interpreter = لم يُسجَّل مترجم
about-protection = قد تلزم حماية دولية
glance-safe = هل الشخص في أمان الآن؟
glance-asked = السؤال { $when }، طرحه { $by }
glance-not-asked = لم يُسأل بعد
glance-since = { $what }، منذ { $day }
glance-until = { $what }: { $until }
glance-overdue = { $what }: متأخر منذ { $until }
glance-contact = كيف نتواصل مع الشخص
glance-phone = الهاتف { $phone }
glance-hours = متى
glance-may-answer = من يجوز أن يرد
glance-never = أبدًا
glance-goal = الهدف بكلمات الشخص
glance-wish = ما يهم الشخص
glance-request = ما طلبه الشخص
glance-member = { $name }: { $role }
glance-consents = كل الموافقات
glance-yes = نعم
glance-no = لا، أو لم تعد سارية
never-household = سؤال الأسرة أو إخبارها: الشخص مخفي عنها
never-interpreter = المترجم { $name }
never-message = ترك رسالة
consent-until = { $what }، حتى { $day }
step-next = التالي
story-more = مدخلات أقدم: { $count }
place-side_by_side = عرض على الشخص
place-side_by_side-hint = الخطة والموافقات فقط، للقراءة أو الطباعة، بلغة الشخص إن كنا نكتبها. الخروج منها يطلب كلمة المرور

# The plan to be read, and two versions side by side.
plan-by-goal = بحسب الأهداف
plan-by-horizon = بحسب الزمن: قريب، متوسط، بعيد
plan-no-horizon = لم يُحدَّد الزمن بعد
plan-read-in-force = قراءة النسخة { $version } السارية
plan-compare = ما تغيّر بين النسخ
plan-version-title = النسخة { $version }
plan-is-in-force = سارية
plan-is-written = قيد الكتابة
plan-is-replaced = حلّت محلها نسخة أحدث
plan-approved = تاريخ الاعتماد
compare-from = النسخة السابقة
compare-to = النسخة اللاحقة
compare-go = مقارنة
compare-one = لا توجد إلا نسخة واحدة حتى الآن.
compare-nothing = النسختان متطابقتان.
compare-counts = أُضيف: { $added }. حُذف: { $removed }. تغيّر: { $changed }.
compare-reason = بدأت النسخة { $version } للسبب التالي: { $reason } (الطلب من: { $who })
compare-added = أُضيف
compare-removed = حُذف
compare-changed = تغيّر
compare-goal = الغاية: { $which }
compare-objective = الهدف: { $which }
compare-action = الإجراء: { $which }
compare-cost = التكلفة: { $which }
compare-nothing-said = (لم يُذكر شيء)

# What the person reads when the screen is turned, and on paper.
beside-language = لغة هذه الصفحة
beside-version-written = النسخة قيد الكتابة
beside-version-in-force = النسخة السارية
beside-title = خطتك
beside-none = لا توجد خطة بعد. تبدأ الخطة بما تريد.
beside-draft = مسوّدة: نكتبها معك.
beside-holds = هذه الخطة سارية منذ { $day }.
beside-want = ما تريد
beside-until = حتى { $day }
beside-who-caseworker = نحن
beside-who-person = أنت
beside-who-caregiver = من يرعاك
beside-who-partner = جهة شريكة
beside-who-specialist = مختص
beside-disagree = ما لا توافق عليه
beside-allow = ما تسمح به
beside-allow-none = لم نسألك بعد.
beside-yes = قلت نعم
beside-no = قلت لا، أو انتهت المدة
beside-change = يمكنك تغيير رأيك في أي وقت. قول «لا» لا يحرمك من أي مساعدة.
beside-know = من المفيد أن تعرف
beside-review = سنراجع هذه الخطة معًا في { $day }.
beside-feedback = يمكنك أن تقول لنا رأيك. الوسيلة: { $how }.
beside-told = من يعرف ماذا

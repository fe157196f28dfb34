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
place-side_by_side-hint = الخطة والموافقات فقط، بلغة الشخص، للقراءة أو الطباعة

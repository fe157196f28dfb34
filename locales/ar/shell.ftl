# ما يحيط بكل صفحة. الاسم محايد عن قصد لأن المارّة يقرؤونه.
shell-name = دفتر
skip-to-content = إلى المحتوى
nav-label = القائمة الرئيسية
sign-out = تسجيل الخروج
leave = مغادرة هذه الصفحة
leave-hint = اضغط مفتاح Esc ثلاث مرات لمغادرة هذه الصفحة فوراً.
language = اللغة

date-long = { $day } { $month } { $year }
date-time = { $day }، { $time }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

person-strip = لمن هذا الملف
steps-label = المراحل
step-registration = التسجيل
step-assessment = التقييم
step-planning = التخطيط
step-implementation = التنفيذ
step-review = المراجعة
step-closure = الإغلاق
step-state-not_started = لم تبدأ
step-state-in_progress = جارية
step-state-awaiting_approval = بانتظار الاعتماد
step-state-done = أُنجزت
step-state-revisit_due = مطلوبة من جديد
step-missing = ما ينقص قبل المرحلة التالية

code-risk_level-urgent = عاجل
code-risk_level-high = مرتفع
code-risk_level-medium = متوسط
code-risk_level-low = منخفض

pager-label = صفحات هذه القائمة
pager-page = الصفحة { $page } من { $pages }
pager-earlier = الصفحة السابقة
pager-later = الصفحة التالية

error-not-here = لا شيء هنا
error-not-here-text = الصفحة غير موجودة، أو ليس لك أن تفتحها. إن وصلت إليها عبر رابط فاسأل من أعطاك إياه.
error-failure = حدث خطأ من جهتنا
error-failure-text = لم يغيّر هذا الطلب شيئاً ما لم تخبرك صفحة بذلك. حاول مرة أخرى، وإن تكرر الأمر فأعطِ الرقم أدناه لمن يعتني بهذا الحاسوب.
error-id = الرقم:
error-cross-site = جاء هذا الطلب من موقع آخر
error-cross-site-text = حفاظاً على السلامة لم يُنفَّذ. افتح الصفحة من هنا من جديد وأعد ما أردت فعله.
error-signed-out = يرجى تسجيل الدخول
error-signed-out-text = لم تسجّل الدخول، أو انتهت جلستك.
error-too-large = كان ذلك كثيراً دفعة واحدة
error-too-large-text = ما أُرسل أكبر مما تقبله هذه الصفحة. لم يُحفظ شيء؛ عُد إلى الوراء واختصر ثم أرسل من جديد.
error-too-many = محاولات كثيرة
error-too-many-text = انتظر بضع دقائق ثم حاول مرة أخرى.
error-busy = استغرق هذا وقتاً طويلاً
error-busy-text = لم يصل الجواب في الوقت المناسب. حاول بعد قليل؛ فما ترسله مرة ثانية لا يُحفظ مرتين.
error-not-understood = لم يُفهم هذا الطلب
error-not-understood-text = عُد إلى الصفحة التي جئت منها وحاول مرة أخرى.
error-home = إلى الصفحة الأولى

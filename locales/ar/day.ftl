# يومي، والتواصل في نصف دقيقة، والمواعيد.
nav-day = يومي
nav-contact = تسجيل تواصل
day-title = يومي
tab-day-title = اليوم
day-contact = تسجيل تواصل
day-find = البحث عن شخص
day-nothing = لا تتابع أي حالة بعد. ما يُسند إليك سيظهر هنا، مع ما يُستحق اليوم.
day-names-hide = إخفاء الأسماء
day-names-show = إظهار الأسماء

day-now = الآن
day-now-empty = لا شيء لا يحتمل الانتظار.
day-today = اليوم
day-today-empty = لا مواعيد، ولا شيء آخر مستحق اليوم.
day-late = المتأخر
day-late-lead = مرتّب بحسب الضرر الذي يسببه الانتظار، لا بحسب القِدم.
day-late-empty = لا شيء متأخر.
day-late-more = { $n ->
    [one] أمر متأخر آخر: عرض القائمة كلها
    [two] أمران متأخران آخران: عرض القائمة كلها
    [few] { $n } أمور متأخرة أخرى: عرض القائمة كلها
    [many] { $n } أمراً متأخراً آخر: عرض القائمة كلها
   *[other] { $n } أمر متأخر آخر: عرض القائمة كلها
}
day-waiting = بانتظار آخرين
day-waiting-empty = لا تنتظر أحداً.
day-changed = ما تغيّر منذ غادرت
day-changed-empty = لم يسجّل أحد شيئاً في حالاتك منذ { $since }.
day-all = كل حالاتي
day-all-empty = لا توجد حالة مفتوحة.

day-seen = آخر لقاء
day-next = المستحق التالي
day-no-next = لا خطوة تالية
day-never-seen = لم يحدث بعد
day-seen-today = اليوم
day-seen-yesterday = أمس
day-open = فتح الحالة
day-offered = عُرضت عليك حالة
day-any-time = في أي وقت
day-by-tonight = قبل نهاية اليوم
day-today-word = اليوم
day-and-more = و{ $n } غيرها

day-reach-unknown = لم يسأل أحد بعد أي الوسائل آمنة
day-reach-no-sms = دون رسائل نصية
day-reach-no-message = لا تترك رسالة
day-reach-ask-for = اسأل عن «{ $word }»
day-reach-when = في هذا الوقت فقط: { $times }
day-interpreter = المترجم: { $who }
day-interpreter-missing = لم يُعثر على مترجم بعد
day-not-safe-any-more = لم يعد الشخص يعدّ هذه الوسيلة آمنة.

day-until-minutes = { $n ->
    [zero] خلال أقل من دقيقة واحدة
    [one] خلال دقيقة واحدة
    [two] خلال دقيقتين
    [few] خلال { $n } دقائق
    [many] خلال { $n } دقيقة
   *[other] خلال { $n } دقيقة
}
day-until-hours = { $n ->
    [zero] خلال أقل من ساعة واحدة
    [one] خلال ساعة واحدة
    [two] خلال ساعتين
    [few] خلال { $n } ساعات
    [many] خلال { $n } ساعة
   *[other] خلال { $n } ساعة
}
day-until-days = { $n ->
    [zero] خلال أقل من يوم واحد
    [one] خلال يوم واحد
    [two] خلال يومين
    [few] خلال { $n } أيام
    [many] خلال { $n } يوماً
   *[other] خلال { $n } يوم
}
day-late-minutes = { $n ->
    [zero] متأخر أقل من دقيقة واحدة
    [one] متأخر دقيقة واحدة
    [two] متأخر دقيقتين
    [few] متأخر { $n } دقائق
    [many] متأخر { $n } دقيقة
   *[other] متأخر { $n } دقيقة
}
day-late-hours = { $n ->
    [zero] متأخر أقل من ساعة واحدة
    [one] متأخر ساعة واحدة
    [two] متأخر ساعتين
    [few] متأخر { $n } ساعات
    [many] متأخر { $n } ساعة
   *[other] متأخر { $n } ساعة
}
day-late-days = { $n ->
    [zero] متأخر أقل من يوم واحد
    [one] متأخر يوم واحد
    [two] متأخر يومين
    [few] متأخر { $n } أيام
    [many] متأخر { $n } يوماً
   *[other] متأخر { $n } يوم
}
day-ago-minutes = { $n ->
    [zero] منذ أقل من دقيقة واحدة
    [one] منذ دقيقة واحدة
    [two] منذ دقيقتين
    [few] منذ { $n } دقائق
    [many] منذ { $n } دقيقة
   *[other] منذ { $n } دقيقة
}
day-ago-hours = { $n ->
    [zero] منذ أقل من ساعة واحدة
    [one] منذ ساعة واحدة
    [two] منذ ساعتين
    [few] منذ { $n } ساعات
    [many] منذ { $n } ساعة
   *[other] منذ { $n } ساعة
}
day-ago-days = { $n ->
    [zero] منذ أقل من يوم واحد
    [one] منذ يوم واحد
    [two] منذ يومين
    [few] منذ { $n } أيام
    [many] منذ { $n } يوماً
   *[other] منذ { $n } يوم
}

contact-title = تسجيل تواصل
contact-lead = نصف دقيقة: مع من كان، وهل وصلت إليه، وهل هو بأمان.
contact-who = مع من؟
contact-who-hint = حالاتك، الأخطر أولاً. اكتب رمزاً أو اسماً للوصول إليه.
contact-go-on = متابعة
contact-find = ليس في القائمة: البحث عن شخص
contact-none = لا تتابع أي حالة. ابحث عن الشخص وسجّل التواصل هناك.
contact-option = { $code } – { $name }
contact-how = كيفية الوصول إلى الشخص
contact-whole = النموذج الكامل
contact-whole-hint = لما لا يقرؤه إلا قلّة، أو للقاء بالصدفة، أو حين يكون الشخص هو من اتصل.
hint-day-contact-progress_note = سطران يقرؤهما كل من يعمل على الحالة. ما عدا ذلك مكانه النموذج الكامل.

do-review-plan_appointment = تحديد موعد
do-review-end_appointment = تسجيل حضور الموعد أو فواته
event-review-appointment_planned = حُدّد موعد
event-review-appointment_ended = سُجّل ما آل إليه الموعد
section-understanding = التفاهم
field-planned_for = متى
hint-planned_for = في ساعة آمنة للشخص.
field-appointment_purpose = لأي غرض
hint-appointment_purpose = يظهر في قائمة اليوم: لا يُقال فيها أكثر من هذا.
field-interpreter_needed = هل يلزم مترجم؟
field-appointment = أي موعد
field-appointment_outcome = ما آل إليه
field-review-end_appointment-note = ما يُعرف عنه
code-due-appointment = موعد
code-appointment_purpose-follow_up = الاطمئنان على سير الأمور
code-appointment_purpose-interview = محادثة
code-appointment_purpose-assessment = تقييم
code-appointment_purpose-planning = التخطيط معاً
code-appointment_purpose-review = مراجعة
code-appointment_purpose-accompaniment = مرافقة
code-appointment_purpose-other = غير ذلك
code-appointment_outcome-kept = تم الموعد
code-appointment_outcome-missed = لم يحضر الشخص أو لم يجب
code-appointment_outcome-cancelled_by_person = ألغاه الشخص
code-appointment_outcome-cancelled_by_us = ألغيناه نحن

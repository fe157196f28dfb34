# ما تقوله جولة المشرف ويوم العمل: الجديد في الخطة، والتنبيهات المحالة، ورقم السنة.
since-version = منذ النسخة { $version } التي اعتُمدت.
since-first = هذه أول نسخة من الخطة.
since-nothing = لا فرق.
since-added = أُضيف: { $what }.
since-removed = حُذف: { $what }.
since-changed = تغيّر: { $what }.
since-goal = { $count ->
    [one] غاية واحدة
    [two] غايتان
    [few] { $count } غايات
    [many] { $count } غاية
   *[other] { $count } غاية
}
since-objective = { $count ->
    [one] هدف واحد
    [two] هدفان
    [few] { $count } أهداف
    [many] { $count } هدفًا
   *[other] { $count } هدف
}
since-action = { $count ->
    [one] إجراء واحد
    [two] إجراءان
    [few] { $count } إجراءات
    [many] { $count } إجراءً
   *[other] { $count } إجراء
}
since-cost = { $count ->
    [one] تكلفة واحدة
    [two] تكلفتان
    [few] { $count } تكاليف
    [many] { $count } تكلفة
   *[other] { $count } تكلفة
}
since-monitoring = طريقة متابعة الخطة
since-review = يوم المراجعة
since-agreement = رأي الشخص فيها
since-compare = النسختان جنبًا إلى جنب

looks-side-by-side = الخطة بجانب ترجمتها
looks-other = صفحة من نسخة أخرى من البرنامج

day-alert-taken = أنت تتولاه
day-alert-passes = ينتقل إلى التالي { $when }
day-alert-before = قبلك: { $name }، هاتف { $phone }

year-position = حُسب من سجلّ فيه { $position } من القيود.
year-people-title = من وراء رقم السنة
year-people-of = { $what }، { $year }
year-people-lead = من لم يرد أن يُحسب ليس في هذه القائمة.
year-people-empty = لا أحد وراء هذا الرقم.
year-head-began = كيف دخل السنة
year-head-ended = وضعه في نهايتها

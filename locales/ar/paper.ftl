paper-today = اليوم على ورق
paper-today-of = ليوم { $day }: { $n ->
    [0] لا موعد
    [one] موعد واحد
    [two] موعدان
    [few] { $n } مواعيد
   *[other] { $n } موعداً
}. رموز فقط؛ احتفظ بالورقة معك وأتلفها مساءً.
paper-today-none = لا موعد، ولا شيء مستحق اليوم.
paper-hour = الساعة
paper-code = الرمز
paper-contact = تواصل
paper-notes = ملاحظات
paper-late = متأخر
paper-forms = استمارات فارغة
paper-forms-lead = للطباعة قبل انقطاع الكهرباء. تسأل كل استمارة ما تسأله صفحتها.
paper-when = التاريخ والساعة
paper-by = عبّأها
paper-what = ماذا
paper-appointment = موعد
paper-without-code = { $n ->
    [one] شخص واحد بلا رمز بعد وليس على هذه الورقة: انظر إلى الشاشة.
    [two] شخصان بلا رمز بعد وليسا على هذه الورقة: انظر إلى الشاشة.
    [few] { $n } أشخاص بلا رمز بعد وليسوا على هذه الورقة: انظر إلى الشاشة.
   *[other] { $n } شخصاً بلا رمز بعد وليسوا على هذه الورقة: انظر إلى الشاشة.
}
paper-form = استمارة { $n }
paper-form-of = استمارة { $n }: { $place }

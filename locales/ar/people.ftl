# الأشخاص المتشابهون، وما يدل على التطابق وما ينفيه؛ وأزواج للمراجعة.
field-mother_name = اسم الأم
hint-mother_name = فقط حيث يكون السؤال آمناً. يميّز بين من يحملون الاسم نفسه.
similar-found = { $n ->
    [zero] لا أحد مشابه
    [one] شخص مشابه واحد
    [two] شخصان مشابهان
    [few] { $n } أشخاص مشابهين
    [many] { $n } شخصاً مشابهاً
   *[other] { $n } شخص مشابه
 }
similar-elsewhere = قد يوجد سجل في { $centre }. اسأل هناك؛ لا يُعرض منه شيء هنا.
similar-how = درجة التشابه
similar-agrees = ما يتطابق
similar-differs = ما يختلف
similar-likely = الأرجح أنه الشخص نفسه
similar-perhaps = ربما يكون الشخص نفسه
reason-name-part-same = جزء آخر من الاسم متطابق
reason-name-part-same-first = الاسم الأول نفسه
reason-name-part-same-rare = جزء نادر من الاسم متطابق
reason-name-part-other-spelling = جزء آخر من الاسم بكتابة أخرى
reason-name-part-other-spelling-first = الاسم الأول بكتابة أخرى
reason-name-part-other-spelling-rare = جزء نادر من الاسم بكتابة أخرى
reason-name-part-alike = جزء آخر من الاسم متشابه
reason-name-part-alike-first = الاسم الأول متشابه
reason-name-part-alike-rare = جزء نادر من الاسم متشابه
reason-name-part-short-form = صيغة مختصرة لجزء آخر من الاسم
reason-name-part-short-form-first = صيغة مختصرة للاسم الأول
reason-name-part-short-form-rare = صيغة مختصرة لجزء نادر من الاسم
reason-name-part-initial = الحرف الأول من جزء آخر من الاسم
reason-name-part-initial-first = الحرف الأول من الاسم الأول
reason-name-part-initial-rare = الحرف الأول من جزء نادر من الاسم
reason-names-in-other-order = الأسماء بترتيب آخر
reason-first-names-differ = الاسمان الأولان مختلفان
reason-name-parts-differ = { $n ->
    [one] جزء واحد من الاسم مختلف
    [two] جزءان من الاسم مختلفان
    [few] { $n } أجزاء من الاسم مختلفة
   *[other] { $n } جزءاً من الاسم مختلف
 }
reason-name-has-more-parts = { $n ->
    [one] في أحد الاسمين جزء زائد
    [two] في أحد الاسمين جزءان زائدان
    [few] في أحد الاسمين { $n } أجزاء زائدة
   *[other] في أحد الاسمين { $n } جزءاً زائداً
 }
reason-same-birth-date = تاريخ الميلاد نفسه
reason-same-stand-in-date = تاريخ الميلاد البديل نفسه، مثل الأول من يناير
reason-same-birth-year = سنة الميلاد نفسها
reason-day-and-month-swapped = يوم الميلاد وشهره متبادلان
reason-birth-date-one-slip = خطأ كتابي واحد في تاريخ الميلاد
reason-birth-date-other-calendar = تاريخ الميلاد كما في تقويم آخر
reason-birth-date-two-of-three = يتطابق اثنان من يوم الميلاد وشهره وسنته
reason-birth-year-differs = { $n ->
    [0] تاريخا الميلاد مختلفان
    [one] الفرق في سنة الميلاد سنة واحدة
    [two] الفرق في سنة الميلاد سنتان
    [few] الفرق في سنة الميلاد { $n } سنوات
   *[other] الفرق في سنة الميلاد { $n } سنة
 }
reason-birth-year-differs-vague = { $n ->
    [0] تاريخا الميلاد مختلفان، وأحدهما تقديري
    [one] الفرق في سنة الميلاد سنة واحدة، وإحداهما تقديرية
    [two] الفرق في سنة الميلاد سنتان، وإحداهما تقديرية
    [few] الفرق في سنة الميلاد { $n } سنوات، وإحداهما تقديرية
   *[other] الفرق في سنة الميلاد { $n } سنة، وإحداهما تقديرية
 }
reason-same-sex = الجنس نفسه
reason-sex-differs = جنس آخر
reason-same-nationality = الجنسية نفسها
reason-same-nationality-rare = الجنسية نفسها، وهي نادرة هنا
reason-nationality-differs = جنسية أخرى
reason-same-birth-place = منطقة الأصل نفسها
reason-same-birth-place-rare = منطقة الأصل نفسها، وهي نادرة هنا
reason-birth-place-differs = منطقة أصل أخرى
reason-same-mother-name = اسم الأم نفسه
reason-same-mother-name-rare = اسم الأم نفسه، وهو نادر
reason-mother-name-nearly = اسم الأم متطابق جزئياً
reason-mother-name-differs = اسم أم آخر
reason-same-phone = رقم الهاتف نفسه
reason-phone-one-slip = خطأ كتابي واحد في رقم الهاتف
reason-phone-differs = رقم هاتف آخر
reason-same-document = الوثيقة نفسها
reason-document-one-slip = خطأ كتابي واحد في رقم الوثيقة
reason-document-differs = وثيقة أخرى
reason-household-shared = فرد آخر من الأسرتين هو نفسه
reason-household-perhaps-shared = ربما كان فرد آخر من الأسرتين هو نفسه
reason-household-differs = لا تشابه بين باقي أفراد الأسرتين

nav-pairs = الشخص نفسه؟
pairs-title = سجلات قد تعود إلى شخص واحد
tab-pairs-title = السجلات
pairs-lead = لا يُدمج شيء تلقائياً. انظر في السجلين، واسأل حيث لا يمكنك النظر، ثم قرر.
pairs-empty = لا زوج ينتظر قراراً بين ما يمكنك رؤيته.
pairs-more = تنتظر أزواج أخرى بعد هذه. قرر في الأرجح أولاً.
pairs-going = تجري مقارنة الجميع
pairs-far = { $done } من أصل { $all } شخص. يمكنك متابعة عملك.
pairs-look-again = انظر مجدداً
pairs-never = لم يُقارن أحد بعد منذ بدء البرنامج.
pairs-compared = قورن الجميع: { $when }.
pairs-compare = مقارنة الجميع الآن
pairs-one = سجل
pairs-other = السجل الآخر
pairs-unsure = لم يكن أحدهم متأكداً
pair-title = هل هو الشخص نفسه؟
tab-pair-title = سجل
pair-lead = ما يتطابق وما يختلف مجرد تلميح. القرار لك، ويمكن التراجع عن كل قرار بقرار آخر.
pair-both = السجلان
pair-not-said = غير مسجل
pair-household = ينتمي إلى أسرة
do-pair-judge = البت في سجلين
event-pair-judged = بُتّ في سجلين
field-pair_verdict = ما الذي تبيّن لك
hint-pair_verdict = يُحفظ «ليس الشخص نفسه» إلى أن يتغير شيء مما قورن. و«غير متأكد» لا يؤخر أحداً.
code-pair_verdict-same = الشخص نفسه
code-pair_verdict-not_same = ليس الشخص نفسه
code-pair_verdict-unsure = غير متأكد، يُراجع لاحقاً
field-keep = الملف الذي يستمر
hint-keep = مطلوب حين يكون الشخص نفسه ويمكنك فتح الملفين. يُسجل ذلك في الملف الآخر، فلا يُحتسب بعد ذلك، ويمكن إغلاقه كمكرر.
field-verdict_reason = ما الذي يجعلك تظن ذلك
similar-compare = قارن السجلين
similar-decide = القرار
do-pair-judge_alone = البت في سجل في مركز آخر

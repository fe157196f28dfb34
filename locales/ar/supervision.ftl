# جولة المشرف، التنبيهات والمناوبة، الإجازات، رقم السنة.
nav-supervision = الإشراف
nav-year = رقم السنة
nav-duty = المناوبة
supervision-title = ما يحتاج إلى الإشراف
supervision-lead = كل رقم يفتح قائمته.
supervision-alerts = تنبيهات تنتظر
supervision-workers = من يتابع ماذا
supervision-no-workers = لا أحد يتابع حالة مفتوحة.

watch-alerts = تنبيهات لا يتولاها أحد
watch-approvals = بانتظار الاعتماد
watch-contact = عاجلة وعالية الخطورة بلا تواصل في الوقت المحدد
watch-contact-lead = فات موعد التواصل المتفق عليه. الأشد خطورة أولاً.
watch-contact-empty = جرى التواصل في الوقت المحدد مع كل من هم في خطورة عاجلة أو عالية.
watch-arrivals = وافدون بلا أخصائي
watch-arrivals-lead = لا أحد يتابعهم بعد. من وصل أولاً يأتي أولاً.
watch-arrivals-empty = لكل من وصل أخصائي.
watch-referrals = إحالات تجاوزت موعدها
watch-referrals-lead = أُرسلت ولم يأتِ رد في الوقت المحدد.
watch-referrals-empty = لا إحالة تنتظر أكثر مما ينبغي.
watch-decisions = بانتظار شخص ثانٍ
watch-decisions-lead = تكاليف تتجاوز صلاحية الأخصائي، ومشاركة بلا موافقة، وأسس غير الموافقة.
watch-decisions-empty = لا شيء ينتظر شخصاً ثانياً.
watch-floors = خطورة حُددت دون حدها الأدنى
watch-floors-lead = قرر المشرف أقل مما تقترحه القواعد. السبب مدوّن في الحالة.
watch-floors-empty = لا خطورة سارية دون حدها الأدنى.
watch-doubts = الشخص نفسه أم لا: للمراجعة
watch-doubts-lead = تُرك عند التسجيل «غير مؤكد، يُراجع لاحقاً».
watch-doubts-empty = لا سؤال مفتوحاً من هذا النوع.
decision-cost = تكلفة تتجاوز الصلاحية، للاعتماد
decision-override = مشاركة بلا موافقة، للمصادقة
decision-substitute = أساس غير الموافقة، للتأكيد
erasures-waiting = عمليات محو تنتظرك بصفتك الشخص الثاني
floor-lowered-by = { $level }، خفّضه { $name }

head-cases = الحالات
head-overdue = متأخرة
head-leave = في إجازة
head-uncovered = حالات بلا بديل
head-floor = الحد الأدنى
head-last-contact = آخر تواصل
head-backup = البديل
head-with = عند من الآن
head-phone = الهاتف
head-do = العمل
head-place = الترتيب
head-hours = الساعات

worker-title = أخصائي الحالة
worker-cases = الحالات المتابَعة
worker-no-cases = لا حالة مفتوحة تُتابع هنا.
worker-above-cap = { $count }، أكثر من { $cap }
backup-none = لا أحد
worker-no-contact = لا شيء بعد
leave-title = في إجازة
leave-from = من { $day }
leave-until = حتى { $day }
leave-cover = البديل: { $name }.
leave-no-cover = لا بديل.
cover-all = { $count ->
    [one] تعيين البديل للحالة التي لا بديل لها
    [two] تعيين البديل للحالتين اللتين لا بديل لهما
    [few] تعيين البديل لـ{ $count } حالات لا بديل لها
   *[other] تعيين البديل لـ{ $count } حالة لا بديل لها
}
cover-named = { $count ->
    [zero] لكل حالة بديل من قبل.
    [one] عُيّن البديل لحالة واحدة أخرى.
    [two] عُيّن البديل لحالتين أخريين.
    [few] عُيّن البديل لـ{ $count } حالات أخرى.
   *[other] عُيّن البديل لـ{ $count } حالة أخرى.
}
do-leave-set = تسجيل إجازة
field-leave-set-from = أول يوم غياب
field-leave-set-until = آخر يوم غياب
field-leave-set-cover = البديل
hint-leave-set-cover = لا يقرأ إلا الحالات التي تسمّيه بديلاً.
field-leave-set-ended = عاد أو لن يغيب: إنهاء هذه الإجازة

duty-title = قائمة المناوبة
duty-lead = يذهب التنبيه إلى الأول في القائمة. وبعد { $minutes } دقيقة من غير «أنا أتولاه» ينتقل إلى من يليه.
duty-empty = { $centre }: لا أحد في قائمة المناوبة.
duty-always = في أي ساعة
duty-hours = من { $from } إلى { $until }
do-duty-set = إضافة شخص إلى القائمة
field-duty-set-account = من
field-duty-set-number = الترتيب في القائمة
hint-duty-set-number = رقم 1 يُتصل به أولاً.
field-duty-set-phone = هاتف العمل
field-duty-set-hours_from = من (الساعة)
hint-duty-set-hours_from = مثلاً 08:00. اترك الخانتين فارغتين لأي ساعة.
field-duty-set-hours_until = إلى (الساعة)
field-duty-set-ended = إزالته من القائمة

alerts-lead-turns = يبقى التنبيه مفتوحاً حتى يُرد عليه. من يتولاه يقول ذلك، وإلا انتقل على قائمة المناوبة.
alerts-mine = تنتظرك
alerts-others = عند غيرك
alert-turn = { $name }، حتى { $time }
alert-taken-by = يتولاه { $name }
alert-everybody = أخذ الجميع دورهم: اتصل
alert-phone = { $name }، هاتف { $phone }
alert-take-over = أتولاه بدلاً منه
do-reception-take_alert = أنا أتولاه
event-reception-alert_taken = هناك من يتولى التنبيه

year-nav = رقم السنة
year-title = أشخاص دُعموا بإدارة الحالة
year-title-of = أشخاص دُعموا بإدارة الحالة في { $year }: { $centre }
year-choose = السنة
year-show = عرض
year-people = { $count ->
    [one] شخص
    [two] شخصان
    [few] أشخاص
   *[other] شخصاً
}
year-head = كيف دخلوا السنة وأين هم في نهايتها
year-head-people = الأشخاص
year-reconciled = رقم واحد يُحسب بطريقتين
year-sum-began = دُعموا في السنة، بحسب دخولهم إليها
year-sum-ended = الأشخاص أنفسهم بحسب وضعهم في نهاية السنة
year-adds-up = الحساب متطابق: { $sums }
year-tally = إلى جانب الرقم، كإحصاء بلا أسماء: { $count ->
    [one] شخص واحد لم يُرد أن يُحسب.
    [two] شخصان لم يريدا أن يُحسبا.
    [few] { $count } أشخاص لم يريدوا أن يُحسبوا.
   *[other] { $count } شخصاً لم يريدوا أن يُحسبوا.
}
year-definition = ما الذي يُحسب
year-definition-who = أشخاص لهم رمز، كانت موافقتهم على إدارة الحالة سارية في وقت ما من السنة،
year-definition-when = ولهم تقييم أو خطة أو خدمة أو إحالة أو مراجعة أو تواصل واحد على الأقل بتاريخ من السنة.
year-definition-not = لا يُحسب من لم تنطبق عليه المعايير، ومن رفض، والمكرر، ومن سُجّل خطأً.
year-definition-once = يُحسب كل شخص مرة واحدة، أيضاً إذا انتقلت حالته من السنة السابقة أو أُعيد فتحها.
year-definition-withdrawn = من سحب أو رفض استعمال بياناته للإحصاءات ليس بين الأشخاص، ولا يبقى إلا الإحصاء إلى جانب الرقم.
year-definition-general = يُحسب مما يجوز لكل عامل على الحالة أن يقرأه. العمل المقيّد وحده لا يجعل شخصاً يُحسب، كي لا يقول الرقم عنه شيئاً.
year-as-of = حتى { $moment }. في سنة لم تنتهِ، «نهايتها» تعني اليوم.
code-year_began-carried_over = منقولة: مفتوحة عند بداية السنة
code-year_began-new = جديدة في السنة
code-year_began-reopened = أُعيد فتحها في السنة
code-year_began-followed_up = متابعة بعد إغلاق سابق
code-year_ended-still_open = ما زالت مفتوحة
code-year_ended-closed = أُغلقت في السنة
code-year_ended-closed_before = أُغلقت قبل السنة

# الطريق من الباب إلى الرمز: ما يأتي بعد، وما هو معبّأ، ومن يقرر.
do-registration-take_case = تولّي الحالة
take-oneself = أتولاها أنا
take-duty = تبقى مع الأخصائي المناوب
caseload-now = عدد حالاتك الآن { $count }، والحد الأقصى { $cap }.
hint-registration-take_case-worker = إذا امتلأت قائمتك فيستطيع مدير الحالة أو المشرف أن يسند الحالة إليك أو إلى غيرك.

onward-title = التسجيل: أُنجز { $done } من { $all }
onward-screen = الأهلية
onward-consent = الموافقة على التسجيل
onward-identity = هوية الشخص
onward-similar = هل من شخص مشابه؟
onward-contact = وسيلة تواصل آمنة
onward-worker = من يتولى الحالة
onward-complete = الإتمام
onward-do-screen = التالي: التحقق من الأهلية
onward-do-consent = التالي: طلب الموافقة
onward-do-identity = التالي: هوية الشخص
onward-do-similar = التالي: البحث عن شخص مشابه
onward-do-contact = التالي: الاتفاق على وسيلة تواصل آمنة
onward-do-worker = التالي: تولّي الحالة
onward-do-complete = إتمام التسجيل
onward-done = أُنجز
onward-now = الآن
onward-open = لم يُنجز بعد
onward-who-assigns = لا أخصائي للحالة بعد. يعيّنه مدير الحالة أو المشرف.
onward-not-yours = الخطوة التالية لغيرك: اسأل المشرف.
form-filled-before = ما هو معروف معبّأ مسبقاً. صحّح ما ليس صحيحاً.

consent-who-adult = الشخص بالغ: يقرر بنفسه، ولا يقرر أحد عنه.
consent-who-unknown = العمر غير معروف. البالغ يقرر بنفسه. هل يبدو الشخص دون الثامنة عشرة؟ اكتب عمره أولاً في الفرز الأولي.
consent-who-young = من 15 إلى 17 سنة: يقرر اليافع نفسه، ويوافق معه مقدّم الرعاية إن كان حاضراً وآمناً. ولا يُسأل أبداً من قد يكون خطراً.
consent-who-young-alone = في هذا العمر يقرر اليافع بنفسه.
consent-who-child-written = من 12 إلى 14 سنة: يقرر مقدّم الرعاية أو الوصي، ويقبل الطفل كتابةً. ألا يوجد أحد، أو لا أحد آمن؟ عندها يقرر زميلان لمصلحة الطفل الفضلى.
consent-who-child-verbal = من 6 إلى 11 سنة: يقرر مقدّم الرعاية أو الوصي، ويقبل الطفل. ألا يوجد أحد، أو لا أحد آمن؟ عندها يقرر زميلان لمصلحة الطفل الفضلى.
consent-who-child = حتى 5 سنوات: يقرر مقدّم الرعاية أو الوصي. ألا يوجد أحد، أو لا أحد آمن؟ عندها يقرر زميلان لمصلحة الطفل الفضلى.
consent-who-child-unknown = طفل لا يُعرف عمره: اكتبه أولاً في الفرز الأولي، فهو يحدد من يجب أن يوافق.
floor-least = أدنى مستوى للخطورة: { $level } – { $reason }. ولك أن تختار مستوى أشد.

consent-text-paper = نموذج ورقي آخر
field-paper_form = أي نموذج ورقي
hint-paper_form = عنوانه وتاريخه ولغته، ليجده غيرك.
hint-consent-record_consent-text_version = النص الذي سمعه الشخص أو قرأه. الأحدث أولاً.
hint-consent-record_consent-explained = للموافقة على الأقل: الغرض، ومن يتلقى البيانات، وأن الرفض بلا عقوبة، وكيفية السحب.
field-caregiver_agrees = مقدّم الرعاية موافق أيضاً
hint-consent-record_consent-interpreter_ref = رمز المترجم الذي كان حاضراً. اتركه فارغاً إن لم يكن أحد.
hint-reception-receive_arrival-interpreter_ref = رمز المترجم الحاضر الآن من قائمة المركز. اتركه فارغاً إن لم يكن أحد.
hint-delivery_model = معبّأ كالمعتاد هنا. غيّره لأسرة تُستقبل معاً أو للعمل في المجتمع.
hint-preferred_name = لا يلزم أن يكون الاسم الحقيقي: يكفي أي اسم يختاره الشخص.
hint-initial_concerns = العنف والاتجار والميول والصحة النفسية تُحفظ على حدة لمن تدرّب عليها. إن لم تكن منهم فلن تراها بعد ذلك، وهي لا تضيع.

code-due-shelter_tonight = إيجاد مكان للنوم هذه الليلة

answer-often = الأكثر هنا
answer-all = الكل بحسب الاسم
answer-several = أكثر من إجابة
answer-another = { $field }، إجابة أخرى
section-seldom = نادراً ما يلزم

registered-title = تم التسجيل. الرمز هو { $code }
registered-card = اكتب الرمز على البطاقة التي يحتفظ بها الشخص. لا يدل الرمز على شيء عنه.
arrived-nobody-on-duty-title = لا أحد مناوب الآن: استدعِ المشرف بنفسك
arrived-nobody-on-duty = التنبيه مسجّل ولم يُبلَّغ به أحد. اذهب أو اتصل الآن. ابقَ مع الشخص حتى يأتي أحد، ثم اضغط «أنا أتولاه».
arrived-alerted-title = صدر تنبيه
arrived-alerted = في الأسفل: مع من هو، ومنذ متى، والرقم. اتصل إن لم يأتِ أحد، وابقَ مع الشخص حتى ذلك الحين.
arrived-alerts = تنبيهات هذا الشخص
arrived-fetch-title = صدر تنبيه: استدعِ أخصائي الحالة أو المشرف الآن
arrived-fetch = ابقَ مع الشخص حتى يأتي أحد. المساعدة أولاً، والباقي يُكتب لاحقاً.
desk-who = من هو، كما يبدو

refusal-carried_already = يتولى أحدهم هذه الحالة. يستطيع مدير الحالة أو المشرف نقلها.
refusal-take_for_oneself = لك أن تتولى حالة بنفسك. ومن يعيّن الأخصائيين يعطيها لغيرك.
refusal-caseload_full = قائمة حالاتك ممتلئة. اترك الحالة للأخصائي المناوب، أو اطلب من المشرف إسنادها.
refusal-consent_text_unknown = اختر نصاً يستعمله المركز لهذا الغرض، أو سمِّ النموذج الورقي.
refusal-certificate_needed = اكتب إفادة بالموافقة الشفهية بكلماتك: ما الذي سُئل عنه الشخص وبماذا أجاب.
refusal-ask_about_caregiver = في هذا العمر يوافق أيضاً مقدّم الرعاية إن كان آمناً. اذكر وضعه: حاضر وآمن، أو غائب، أو قد يكون خطراً.
refusal-caregiver_agrees_too = في هذا العمر يوافق أيضاً مقدّم الرعاية الحاضر الآمن. فإن رفض فيستطيع زميلان أن يقررا لمصلحة اليافع الفضلى.

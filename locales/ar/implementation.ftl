# التنفيذ: المساعدة المقدَّمة، والإحالات وأجوبتها، والخدمات غير المتاحة، وكيف انتهت الإجراءات.

do-implementation-record_service = تسجيل خدمة
do-implementation-update_service = بيان ما آلت إليه خدمة
do-implementation-draft_referral = كتابة إحالة
do-implementation-send_referral = إرسال إحالة
do-implementation-record_referral_answer = تسجيل الجواب على إحالة
do-implementation-recall_referral = استرجاع إحالة
do-implementation-tell_recipient = تسجيل إبلاغ الجهة الشريكة بالاسترجاع
do-implementation-feedback_from_person = تسجيل رأي الشخص في ذلك
do-implementation-end_action = بيان كيف انتهى إجراء
do-implementation-record_gap = تسجيل خدمة غير متاحة
do-implementation-close_implementation = إنهاء تنفيذ الخطة

event-implementation-service_recorded = سُجّلت خدمة
event-implementation-service_updated = حُدّث وضع خدمة
event-implementation-referral_drafted = كُتبت إحالة
event-implementation-referral_sent = أُرسلت إحالة
event-implementation-referral_answered = وصل جواب على إحالة
event-implementation-referral_recalled = استُرجعت إحالة
event-implementation-recipient_told = أُبلغت الجهة الشريكة باسترجاع إحالة
event-implementation-referral_feedback_given = قال الشخص كيف كانت الخدمة
event-implementation-action_ended = انتهى إجراء
event-implementation-service_gap_recorded = تعذّر الحصول على خدمة
event-implementation-implementation_closed = نُفّذت الخطة

section-implementation-record_service-what = ما يتلقاه الشخص
section-delivery = إلى أين وصلت
section-implementation-record_service-value = قيمتها
section-implementation-record_service-note = ملاحظة
section-to_whom = إلى من
section-for_what = لأي شيء
section-shared = ما الذي يخرج وكيف
section-implementation-draft_referral-readers = من له أن يقرأها هنا

field-plan_action_ref = لأي إجراء في الخطة؟
hint-plan_action_ref = تُدوَّن أيضاً المساعدة التي لم تتوقعها الخطة: اترك هذا فارغاً.
field-implementation-record_service-service_type = أي خدمة؟
field-provider = من يقدّمها؟
hint-provider = فريق أو متجر أو جهة شريكة؛ لا اسم شخص.
field-direct_or_referral = منّا، أم عبر إحالة؟
field-for_household = للأسرة كلها: تُحسب مرة واحدة
field-implementation-record_service-status = إلى أين وصلت؟
field-planned_dt = مخططة في
field-delivered_dt = متى تلقاها الشخص؟
field-value = القيمة
field-receipt_evidence = مكان الإيصال
hint-receipt_evidence = رقم أو مجلد؛ بلا أسماء.
field-implementation-record_service-note = ملاحظة
field-service = أي خدمة؟
field-implementation-update_service-status = إلامَ آلت؟
field-implementation-update_service-note = ملاحظة

field-to_agency = إلى أي جهة شريكة؟
field-to_focal_point = إلى من هناك
hint-to_focal_point = بحسب الوظيفة، مثل «الممرضة المناوبة».
field-implementation-draft_referral-authority = هي جهة رسمية: تُطلب الموافقة الخاصة بالجهات الرسمية
field-implementation-draft_referral-service_type = أي خدمة؟
field-implementation-draft_referral-reason = ما الذي يحتاجون إلى معرفته للمساعدة؟
hint-implementation-draft_referral-reason = أقل ما تحتاجه هذه الخدمة. وما لا يريد الشخص قوله لا يُكتب.
field-implementation-draft_referral-urgency = متى تلزم؟
field-data_shared = البيانات التي تخرج
hint-data_shared = أقل ما تحتاجه هذه الخدمة، ولا شيء لم يوافق عليه الشخص.
field-implementation-draft_referral-channel = كيف تُرسل؟
field-referral = أي إحالة؟
hint-implementation-send_referral-referral = يُتحقق من الموافقة على هذه الجهة الشريكة عند الضغط على الزر.

field-implementation-record_referral_answer-status = ما كان الجواب؟
field-implementation-record_referral_answer-outcome = ما كانت النتيجة؟
hint-implementation-record_referral_answer-outcome = مطلوب عند اكتمال الخدمة.
field-gap_reason = لماذا هي غير متاحة؟
hint-implementation-record_referral_answer-gap_reason = يلزم إن رفضت الجهة الشريكة. وإن لم يجب أحد فاتركه فارغاً.
field-alternative = عن أي بديل تبحثون؟
hint-alternative = لا يُترك أحد أمام الرفض: جهة شريكة أخرى، أو طريق آخر، أو ما يسدّ الحاجة مؤقتاً.
field-implementation-record_referral_answer-note = ملاحظة
field-implementation-recall_referral-reason = لماذا تُسترجع؟
hint-implementation-recall_referral-reason = إذا كانت قد أُرسلت فاطلب من الجهة الشريكة حذف ما تلقته.
field-told_how = كيف أُبلغت، وبماذا أجابت؟
field-feedback_from_person = رأي الشخص في ذلك
hint-feedback_from_person = بكلماته، حسناً كان أو سيئاً.

field-implementation-end_action-action = أي إجراء؟
field-implementation-end_action-status = كيف انتهى؟
field-implementation-end_action-outcome = ما كانت النتيجة؟
field-implementation-record_gap-domain = أي احتياج يبقى مفتوحاً؟
field-implementation-record_gap-text = ما الذي حاولته

open-work = الجاري
services-title = الخدمات
referrals-title = الإحالات
gaps-title = خدمات غير متاحة
head-service = الخدمة
head-provider = مقدّم الخدمة
head-to = إلى
head-reason = السبب
head-delivered = وقت التلقي
head-answer = الرد حتى
referral-tell = أبلغ الجهة الشريكة: استُرجعت هذه الإحالة بعد إرسالها

# كلمات تستعملها جميع الاستمارات.
forms-required = إلزامي
forms-save = حفظ
forms-cancel = إلغاء
forms-only-if = فقط إذا كان الجواب عن «{ $field }»: { $values }
forms-only-if-ticked = فقط إذا وُضعت علامة على «{ $field }»
forms-or = {" "}أو{" "}
forms-and = {"، "}

answer-yes = نعم
answer-no = لا
answer-unknown = غير معروف
answer-not_asked = لم يُسأل عنه
answer-declined = لم يُرِد الإجابة
answer-blank = يُترك فارغاً
answer-choose = اختر…

problems-title = يرجى النظر في ما يلي
problem-missing = هنا جواب ناقص.
problem-too_long = النص طويل جداً. أقصى عدد للحروف: { $max }.
problem-not_a_code = اختر أحد الخيارات.
problem-contradiction = هذه الأجوبة يستبعد بعضها بعضاً.
problem-not_a_date = هذا ليس تاريخاً. اكتب السنة ثم الشهر ثم اليوم: 2026-11-21.
problem-in_future = هذا في المستقبل.
problem-before_sense = هذا قبل عام 1900.
problem-after_sense = هذا بعيد جداً في المستقبل.
problem-not_a_number = اكتب هذا بالأرقام.
problem-out_of_range = يجب أن يكون بين { $min } و{ $max }.
problem-not_a_phone = اكتب رقم هاتف: أرقاماً مع علامة + ورمز البلد إن كنت تعرفه.
problem-control_characters = يحتوي هذا على رموز غير مرئية قد تغيّر قراءة النص. اكتبه من جديد بدلاً من لصقه.
problem-repeated = أُرسل هذا أكثر من مرة. أعد تحميل الصفحة.
problem-unknown_field = أُرسل شيء لا تطلبه هذه الاستمارة. أعد تحميل الصفحة.
problem-too_many_fields = أُرسل أكثر مما تطلبه هذه الاستمارة.

# يوم العمل: تواصل في وقته، والشاشة المدارة، والتنبيهات ولمن هي.
refusal-contact_too_late = عند هذا المستوى من الخطورة ({ $which }) يكون التواصل القادم في { $day } على أبعد تقدير. اختر هذا اليوم أو يوماً قبله.
missing-review_date_passed = موعد جديد للمراجعة القادمة: اليوم المحدد قد مضى. الخطة التي تنتظر الاعتماد تُعاد من أجل ذلك
approval-not-yet = لا يمكن اعتماد هذا بعد. أعِده واذكر ما ينقص:
contact-latest = التواصل القادم في { $day } على أبعد تقدير ({ $level })
turned-back = العودة إلى العمل بكلمة المرور
turned-foreign = هذه الصفحة بلغة: { $written }. الشخص يتكلم: { $spoken }. يقرؤها معه مترجم شفوي.
turned-unknown = هذه الصفحة بلغة: { $written }. لم يسجل أحد بعد ما يتكلمه الشخص: اسأل، ثم اختر اللغة أعلاه.
turned-does-direct = ما نفعله من أجلك
turned-does-referral = ما يفعله غيرنا من أجلك
turned-does-by_person = ما تفعله أنت
turned-does-advocacy = نتحدث دفاعاً عنك
lock-who = يعمل هنا:
alert-nobody-for = لا أحد في قائمة المناوبة، فلا هاتف معروف. التنبيه لـ: { $role } – { $names }. اذهب إليهم.
alert-nobody-at-all = لا أحد في قائمة المناوبة، ولا أحد هنا يحمل الدور الذي يرد عليه: { $role }. اتصل بإدارة منظمتك.
alert-answered-by = يمكنك البدء. يرد عليه: { $role }
day-alert-others = تنبيه يرد عليه غيرك
day-alert-waits = أُطلق { $since }
day-until-now = الآن
day-late-now = مستحق الآن
day-ago-now = قبل لحظات
duty-nobody = لا أحد في قائمة المناوبة
duty-nobody-text = عندها لا يصل التنبيه إلى أحد بالهاتف، بل ينتظر في صفحات من دورهم الرد عليه. ضع في القائمة شخصاً واحداً على الأقل له هاتف عمل.

do-implementation-change_referral = تعديل إحالة قبل إرسالها
event-implementation-referral_changed = عُدّلت إحالة قبل إرسالها
field-implementation-change_referral-referral = أي مسودة؟
section-implementation-change_referral-readers = من له أن يقرأها هنا
field-implementation-change_referral-authority = هي جهة رسمية: تُطلب الموافقة الخاصة بالجهات الرسمية
field-implementation-change_referral-service_type = أي خدمة؟
field-implementation-change_referral-reason = ما الذي يحتاجون إلى معرفته للمساعدة؟
hint-implementation-change_referral-reason = أقل ما تحتاجه هذه الخدمة. وما لا يريد الشخص قوله لا يُكتب.
field-implementation-change_referral-urgency = متى تلزم؟
field-implementation-change_referral-channel = كيف تُرسل؟

nav-menu = القائمة
alert-answer = الرد

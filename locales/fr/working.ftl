# La journée de travail : des contacts à temps, l’écran tourné, les alertes et à qui elles reviennent.
refusal-contact_too_late = À ce niveau de risque ({ $which }), le prochain contact a lieu le { $day } au plus tard. Choisissez ce jour ou un jour plus proche.
missing-review_date_passed = une nouvelle date de bilan : celle qui était fixée est passée. Un plan en attente d’approbation est renvoyé pour cela
approval-not-yet = Ceci ne peut pas encore être approuvé. Renvoyez-le en disant ce qui manque :
contact-latest = Prochain contact le { $day } au plus tard ({ $level })
turned-back = Revenir au travail, avec votre mot de passe
turned-foreign = Cette page est en { $written }. La personne parle { $spoken } : une ou un interprète la lit avec elle.
turned-unknown = Cette page est en { $written }. Personne n’a encore noté quelle langue parle la personne : demandez, puis choisissez la langue ci-dessus.
turned-does-direct = ce que nous faisons pour vous
turned-does-referral = ce que quelqu’un d’autre fait pour vous
turned-does-by_person = ce que vous faites
turned-does-advocacy = nous parlons pour vous
lock-who = Ici travaille :
alert-nobody-for = Personne n’est sur la liste de permanence : aucun téléphone n’est connu. C’est pour : { $role } – { $names }. Allez les voir.
alert-nobody-at-all = Personne n’est sur la liste de permanence, et personne ici n’a le rôle qui y répond : { $role }. Appelez la direction de votre organisation.
alert-answered-by = Vous pouvez commencer. Y répond : { $role }
day-alert-others = Une alerte à laquelle d’autres répondent
day-alert-waits = lancée { $since }
day-until-now = maintenant
day-late-now = à faire maintenant
day-ago-now = à l’instant
duty-nobody = Personne n’est sur la liste de permanence
duty-nobody-text = Une alerte n’atteint alors personne par téléphone : elle attend seulement sur les pages de celles et ceux dont le rôle est d’y répondre. Mettez sur la liste au moins une personne avec un téléphone de service.

do-implementation-change_referral = Modifier une orientation avant son envoi
event-implementation-referral_changed = Une orientation a été modifiée avant son envoi
field-implementation-change_referral-referral = Quel brouillon ?
section-implementation-change_referral-readers = Qui peut la lire ici
field-implementation-change_referral-authority = C’est une autorité : le consentement pour les autorités est requis
field-implementation-change_referral-service_type = Quel service ?
field-implementation-change_referral-reason = Que doit savoir le partenaire pour aider ?
hint-implementation-change_referral-reason = Aussi peu que ce service en a besoin. Ce que la personne ne veut pas dire reste à part.
field-implementation-change_referral-urgency = Sous quel délai ?
field-implementation-change_referral-channel = Par quel moyen ?

nav-menu = Rubriques
alert-answer = Répondre

# The head of the case and what one must know first.
about-age-document = { $years ->
    [0] moins de 1 an
    [one] 1 an
   *[other] { $years } ans
 } (d’après ses papiers)
about-age-stated = { $years ->
    [0] moins de 1 an
    [one] 1 an
   *[other] { $years } ans
 } (selon la personne)
about-age-estimated = environ { $years ->
    [0] moins de 1 an
    [one] 1 an
   *[other] { $years } ans
 } (estimé)
about-age-assessed = { $years ->
    [0] moins de 1 an
    [one] 1 an
   *[other] { $years } ans
 } (âge évalué)
about-interpreter = interprète : { $name }
about-no-interpreter = aucun interprète noté
about-protection = peut avoir besoin d’une protection internationale
glance-safe = En sécurité maintenant ?
glance-asked = demandé le { $when } par { $by }
glance-not-asked = pas encore demandé
glance-since = { $what }, depuis le { $day }
glance-until = { $what } : { $until }
glance-overdue = { $what } : en retard depuis le { $until }
glance-contact = Comment joindre la personne
glance-phone = Téléphone { $phone }
glance-hours = Quand
glance-may-answer = Peut répondre
glance-never = Jamais
glance-goal = Le but, dans ses mots
glance-wish = Ce qui compte pour la personne
glance-request = Ce que la personne a demandé
glance-member = { $name } : { $role }
glance-consents = Tous les consentements
glance-yes = Oui
glance-no = Non, ou plus maintenant
never-household = interroger ou informer le ménage : la personne lui est cachée
never-interpreter = l’interprète { $name }
never-message = laisser un message
consent-until = { $what }, jusqu’au { $day }
step-next = Ensuite
story-more = Entrées plus anciennes : { $count }
place-side_by_side = Montrer à la personne
place-side_by_side-hint = le plan et les consentements seuls, dans sa langue, à lire ou à imprimer

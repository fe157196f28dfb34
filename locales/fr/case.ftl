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
place-side_by_side-hint = le plan et les consentements seuls, à lire ou à imprimer ; dans sa langue si nous l’écrivons. En sortir demande votre mot de passe

# The plan to be read, and two versions side by side.
plan-by-goal = Par but
plan-by-horizon = Par échéance : proche, moyenne, lointaine
plan-no-horizon = Échéance pas encore fixée
plan-read-in-force = Lire la version { $version }, en vigueur
plan-compare = Ce qui a changé entre les versions
plan-version-title = Version { $version } du plan
plan-is-in-force = en vigueur
plan-is-written = en cours de rédaction
plan-is-replaced = remplacée par une autre
plan-approved = Approuvée
compare-from = Version antérieure
compare-to = Version ultérieure
compare-go = Comparer
compare-one = Il n’y a qu’une version pour l’instant.
compare-nothing = Ces deux versions disent la même chose.
compare-counts = Ajouts : { $added }. Retraits : { $removed }. Modifications : { $changed }.
compare-reason = La version { $version } a été commencée parce que : { $reason } (à la demande de : { $who })
compare-added = Ajouté
compare-removed = Retiré
compare-changed = Modifié
compare-goal = But : { $which }
compare-objective = Objectif : { $which }
compare-action = Action prévue : { $which }
compare-cost = Dépense : { $which }
compare-nothing-said = (rien)

# What the person reads when the screen is turned, and on paper.
beside-language = Langue de cette page
beside-version-written = La version en cours de rédaction
beside-version-in-force = La version en vigueur
beside-title = Votre plan
beside-none = Il n’y a pas encore de plan. Il commence par ce que vous voulez.
beside-draft = Un brouillon : nous l’écrivons avec vous.
beside-holds = Ce plan est valable depuis le { $day }.
beside-want = Ce que vous voulez
beside-until = jusqu’au { $day }
beside-who-caseworker = Nous
beside-who-person = Vous
beside-who-caregiver = La personne qui s’occupe de vous
beside-who-partner = Un partenaire
beside-who-specialist = Un spécialiste
beside-disagree = Ce avec quoi vous n’êtes pas d’accord
beside-allow = Ce que vous autorisez
beside-allow-none = On ne vous l’a pas encore demandé.
beside-yes = Vous avez dit oui
beside-no = Vous avez dit non, ou c’est terminé
beside-change = Vous pouvez changer d’avis à tout moment. Dire non ne vous prive d’aucune aide.
beside-know = Bon à savoir
beside-review = Nous regarderons ce plan ensemble à nouveau le { $day }.
beside-feedback = Vous pouvez nous dire ce que vous en pensez. Comment : { $how }.
beside-told = Qui est informé de quoi

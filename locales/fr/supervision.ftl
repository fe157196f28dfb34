# La tournée de la supervision, alertes et permanence, congés, le chiffre de l'année.
nav-supervision = À superviser
nav-year = Chiffre de l’année
nav-duty = Permanence
supervision-title = Ce qui demande la supervision
supervision-lead = Chaque chiffre ouvre sa liste.
supervision-alerts = Alertes en attente
supervision-workers = Qui suit quoi
supervision-no-workers = Personne ne suit de dossier ouvert.

watch-alerts = alertes dont personne ne s’occupe
watch-approvals = en attente d’approbation
watch-contact = Urgents et élevés, sans contact à temps
watch-contact-lead = Le contact convenu a dépassé son délai. Les plus graves viennent d’abord.
watch-contact-empty = Toutes les personnes à risque urgent ou élevé ont été contactées à temps.
watch-arrivals = Arrivées sans gestionnaire
watch-arrivals-lead = Personne ne les suit encore. La première arrivée vient d’abord.
watch-arrivals-empty = Toutes les personnes arrivées ont un ou une gestionnaire.
watch-referrals = Orientations au-delà du délai
watch-referrals-lead = Envoyées, et sans réponse à temps.
watch-referrals-empty = Aucune orientation n’attend plus qu’elle ne devrait.
watch-decisions = En attente d’une seconde personne
watch-decisions-lead = Dépenses au-delà de la compétence d’un gestionnaire, partages sans consentement, bases autres que le consentement.
watch-decisions-empty = Rien n’attend une seconde personne.
watch-floors = Risque fixé sous son plancher
watch-floors-lead = La supervision a décidé moins que ce que les règles proposent. La raison figure au dossier.
watch-floors-empty = Aucun risque en vigueur n’est sous son plancher.
watch-doubts = La même personne ou non : à revoir
watch-doubts-lead = À l’enregistrement, il est resté « incertain, à revoir ».
watch-doubts-empty = Aucune question de ce genre n’est ouverte.
decision-cost = Une dépense au-delà de la compétence, à approuver
decision-override = Un partage sans consentement, à contresigner
decision-substitute = Une base autre que le consentement, à confirmer
erasures-waiting = Effacements qui vous attendent comme seconde personne
floor-lowered-by = { $level }, abaissé par { $name }

head-cases = Dossiers
head-overdue = En retard
head-leave = En congé
head-uncovered = Dossiers sans relais
head-floor = Plancher
head-last-contact = Dernier contact
head-backup = Relais
head-with = Chez qui maintenant
head-phone = Téléphone
head-do = À faire
head-place = Rang
head-hours = Heures

worker-title = Gestionnaire
worker-cases = Dossiers suivis
worker-no-cases = Aucun dossier ouvert n’est suivi ici.
worker-above-cap = { $count }, au-delà de { $cap }
backup-none = personne
worker-no-contact = aucun encore
leave-title = En congé
leave-from = Du { $day }
leave-until = jusqu’au { $day }
leave-cover = { $name } prend le relais.
leave-no-cover = Personne ne prend le relais.
cover-all = { $count ->
    [one] Nommer le relais pour le dossier qui n’en a pas
   *[other] Nommer le relais pour les { $count } dossiers qui n’en ont pas
}
cover-named = { $count ->
    [0] Chaque dossier a déjà un relais.
    [one] Le relais est nommé pour un dossier de plus.
   *[other] Le relais est nommé pour { $count } dossiers de plus.
}
do-leave-set = Noter un congé
field-leave-set-from = Premier jour d’absence
field-leave-set-until = Dernier jour d’absence
field-leave-set-cover = Qui prend le relais
hint-leave-set-cover = Cette personne ne lit que les dossiers qui la nomment comme relais.
field-leave-set-ended = De retour, ou pas de départ : mettre fin à ce congé

duty-title = Liste de permanence
duty-lead = Une alerte va à la première personne de la liste. Après { $minutes } minutes sans « je m’en occupe », elle passe à la suivante.
duty-empty = { $centre } : personne n’est sur la liste de permanence.
duty-always = à toute heure
duty-hours = { $from } à { $until }
do-duty-set = Mettre quelqu’un sur la liste
field-duty-set-account = Qui
field-duty-set-number = Rang sur la liste
hint-duty-set-number = Le rang 1 est appelé d’abord.
field-duty-set-phone = Téléphone de service
field-duty-set-hours_from = De (heure)
hint-duty-set-hours_from = Par exemple 08:00. Laisser les deux vides pour toute heure.
field-duty-set-hours_until = À (heure)
field-duty-set-ended = Retirer de la liste

alerts-lead-turns = Une alerte reste ouverte jusqu’à la réponse. Qui s’en occupe le dit ; sinon elle passe le long de la liste de permanence.
alerts-mine = En attente de vous
alerts-others = Chez d’autres
alert-turn = { $name }, jusqu’à { $time }
alert-taken-by = { $name } s’en occupe
alert-everybody = Toute la liste a eu son tour : appelez
alert-phone = { $name } : { $phone }
alert-take-over = Prendre la suite
do-reception-take_alert = Je m’en occupe
event-reception-alert_taken = Quelqu’un s’occupe de l’alerte

year-nav = Le chiffre de l’année
year-title = Accompagnées en gestion de cas
year-title-of = Accompagnées en gestion de cas en { $year } : { $centre }
year-choose = Année
year-show = Afficher
year-people = { $count ->
    [one] personne
   *[other] personnes
}
year-head = Comment elles sont entrées dans l’année, et où elles en sont à sa fin
year-head-people = Personnes
year-reconciled = Un seul chiffre, compté de deux façons
year-sum-began = Accompagnées dans l’année, selon leur entrée
year-sum-ended = Les mêmes personnes, selon leur situation à la fin
year-adds-up = Le compte est juste : { $sums }
year-tally = À côté du chiffre, en décompte anonyme : { $count ->
    [one] une personne qui ne voulait pas être comptée.
   *[other] { $count } personnes qui ne voulaient pas être comptées.
}
year-definition = Ce qui est compté
year-definition-who = Les personnes ayant un code dont le consentement à la gestion de cas était valable à un moment de l’année,
year-definition-when = et pour qui au moins une évaluation, un plan, un service, une orientation, un bilan ou un contact est daté de l’année.
year-definition-not = Ne comptent pas : les personnes non éligibles, celles qui ont refusé, les doublons et les enregistrements par erreur.
year-definition-once = Chaque personne compte une fois, aussi quand son dossier vient de l’année précédente ou a été rouvert.
year-definition-withdrawn = Qui a retiré ou refusé l’usage de ses données pour les statistiques n’est pas parmi les personnes ; seul le décompte à côté du chiffre demeure.
year-definition-general = Compté à partir de ce que toute personne du dossier peut lire. Un travail de nature réservée ne suffit pas à faire compter quelqu’un, afin que le chiffre n’en dise rien.
year-as-of = État au { $moment }. Pour une année en cours, « à sa fin » veut dire aujourd’hui.
code-year_began-carried_over = Reportées : dossier ouvert au début de l’année
code-year_began-new = Nouvelles dans l’année
code-year_began-reopened = Rouvertes dans l’année
code-year_began-followed_up = Suivies après une clôture antérieure
code-year_ended-still_open = Encore ouvertes
code-year_ended-closed = Clôturées dans l’année
code-year_ended-closed_before = Clôturées avant l’année

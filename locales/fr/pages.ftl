# Les pages qui ne relèvent d’aucun espace en particulier.
nav-reception = Accueil
nav-cases = Dossiers
nav-search = Rechercher
nav-approvals = Approbations
nav-meetings = Réunions
nav-feedback = Avis
nav-tallies = Décomptes
nav-looks = Qui a consulté
nav-erasures = Effacements
nav-admin = Paramètres

sign-in-title = Se connecter
sign-in-username = Identifiant
sign-in-password = Mot de passe
sign-in-go = Se connecter
sign-in-wrong = L’identifiant ou le mot de passe est incorrect.
sign-in-wait =
    { $seconds ->
        [one] Trop d’essais. Attendez { $seconds } seconde, puis réessayez.
       *[other] Trop d’essais. Attendez { $seconds } secondes, puis réessayez.
    }
begin-title = Premier compte d’administration
begin-lead = Ce programme est neuf et ne contient rien. Créez le premier centre et le compte qui en prend soin ; ce compte n’ouvrira aucun dossier.
begin-centre = Nom du centre
begin-go = Commencer
begin-incomplete = Veuillez remplir chaque ligne, en 120 caractères au plus.
password-title = Mot de passe
password-hint = Au moins 15 caractères. Quatre ou cinq mots à la suite conviennent bien et se retiennent facilement.
password-again = Le même mot de passe, encore une fois
password-new = Nouveau mot de passe
password-present = Mot de passe actuel
password-present-wrong = Le mot de passe actuel est incorrect.
password-differs = Les deux mots de passe sont différents.
password-yours = Quelqu’un d’autre connaît ce mot de passe. Choisissez le vôtre avant de continuer.
password-same = Le nouveau mot de passe est celui que vous avez déjà. Choisissez-en un autre.
password-short = Un mot de passe compte au moins 15 caractères, et 200 au plus.
password-go = Définir le mot de passe

desk-title = Personnes à l’accueil
desk-lead = Celles qui sont venues et ne sont pas enregistrées. L’aide d’abord ; aucun nom n’est nécessaire.
desk-person = Une personne à l’accueil
desk-person-lead = Ajoutez ce qui s’est passé. Le dossier lui-même est lu par qui suit la situation.
desk-empty = Personne n’attend.
arrival-lead = Accueil, sécurité, besoins urgents. Ici, on ne demande aucun nom.
cases-title = Dossiers
cases-open = Dossiers ouverts
cases-closed = Dossiers clôturés
cases-empty = Il n’y a aucun dossier ici.
offered-title = Dossiers qui vous sont proposés
due-title = À faire maintenant et dans les deux jours
search-title = Rechercher une personne
search-label = Un nom, quelle que soit l’orthographe, ou un code
search-go = Rechercher
search-found = Personnes trouvées
search-empty = Aucune personne trouvée parmi les dossiers que vous pouvez ouvrir.
approvals-title = En attente d’approbation
approvals-empty = Rien n’est en attente.
meetings-title = Réunions
meetings-empty = Aucune réunion n’a été notée.
tallies-title = Décomptes anonymes
tallies-lead = Personnes aidées qui n’ont pas voulu que l’on garde leurs données. On ne conserve rien d’autre à leur sujet.
tallies-empty = Il n’y a aucun décompte.
looks-title = Qui a consulté
looks-lead = Chaque page et chaque liste ouverte, les plus récentes d’abord. Les dossiers sont désignés par le début de leur numéro aléatoire.
erasures-title = Effacer une personne
erasures-lead = Les clés du dossier sont détruites : plus personne ne peut le lire, dans aucune sauvegarde. Une autre personne, de la supervision, doit confirmer.
erasure-proposed = Proposé
erasure-proposed-text = Donnez ce lien à la supervision, qui confirme :
erasure-no-such-code = Aucune personne de ce centre n’a ce code.
erasure-confirm-title = Confirmer un effacement
erasure-confirm-lead = L’effacement d’une personne a été proposé, pour le motif ci-dessous. Il sera impossible de revenir en arrière.
erasure-confirm = Effacer pour toujours
admin-title = Paramètres
admin-lead = Comptes, centres et partenaires. Aucun dossier ne peut être ouvert d’ici.
admin-accounts = Comptes
admin-centres = Centres d’accueil
admin-partners = Partenaires avec un accord de partage
admin-new-account = Nouveau compte
admin-new-centre = Nouveau centre
admin-new-partner = Nouveau partenaire
admin-change-account = Modifier un compte
account-open = ouvert
account-closed = fermé

head-code = Code attribué
head-name = Nom
head-risk = Risque
head-status = Statut
head-step = Étape la plus avancée
head-worker = Gestionnaire
head-arrived = Arrivée
head-what = Objet
head-until = Jusqu’au
head-state = État
head-since = Quand
head-asked-by = À la demande de
head-day = Jour
head-services = Aide apportée
head-file = Dossier
state-overdue = en retard
state-open = en cours
risk-not-decided = pas décidé
step-none = pas commencé
no-code-yet = pas encore de code
duty-worker = Gestionnaire de permanence

case-title = Dossier
case-due = Ce qu’il y a à faire
case-nothing-due = Il n’y a rien à faire.
case-story = Le récit
strip-contact = Moyens de contact
strip-next = Prochaine échéance
about-age =
    { $years ->
        [one] { $years } an
       *[other] { $years } ans
    }
about-age-band = { $band } ans, estimation à l’accueil
strip-died = Décès le { $day }
story-health-window = Prévention du VIH jusqu’au { $hiv } ; contraception d’urgence jusqu’au { $pregnancy }
about-age-disputed =
    { $years ->
        [one] { $years } an (contesté : l’âge le plus jeune est retenu)
       *[other] { $years } ans (contesté : l’âge le plus jeune est retenu)
    }
late-entry = noté après coup
record-when = { $when }, par { $by }
place-do = Ce que vous pouvez faire ici
place-recorded = Ce qui a été noté
place-nothing = Rien n’a encore été noté ici.
place-reception = À l’accueil et à tout moment
place-reception-hint = aide, remarques, dangers, alertes
place-consent = Consentement
place-consent-hint = ce que la personne permet, à qui, jusqu’à quand
place-registration = Éligibilité et enregistrement
place-assessment = Vulnérabilité et besoins
place-planning = Plan d’action
place-implementation = Services et orientations
place-review = Contacts et bilans
place-closure = Clôture et transfert
place-household = Ménage
place-household-hint = qui fait partie du même ménage
done-title = C’est noté.
done-forgotten = Rien n’est conservé sur cette personne ; le décompte anonyme a augmenté d’un.
clash-theirs = Ce qui est noté maintenant
clash-yours = Ce que vous avez saisi
consent-now = Ce que la personne permet aujourd’hui
shared-title = Ce qui est parti, et vers qui
head-shared = Ce qui est parti
head-basis = Sur quelle base
consent-yes = oui

section-when = Moment
field-happened = Quand cela s’est-il passé ?
hint-happened = Laissez vide si c’est maintenant. Pour une saisie d’après papier, donnez l’heure réelle : les délais se comptent à partir d’elle.

field-display_name = Nom que voient les collègues
field-username = Identifiant
field-role = Rôle
field-centre = Centre d’affectation
field-grants = Peut aussi lire, dans les dossiers suivis ou supervisés
hint-grants = Seulement pour les personnes formées à cela.
field-password = Mot de passe
hint-password = Au moins 15 caractères.
field-closed = Fermé : personne ne se connecte avec ce compte
field-name = Nom
field-facility = Type de structure
field-focal_point = Point focal, désigné par sa fonction
field-agreement_until = Accord de partage valable jusqu’au
field-authority = C’est une autorité
field-person_code = Code de la personne
field-reason = Motif
hint-erasure-propose-reason = Le texte ne doit nommer personne.
field-sure = Oui, effacer cette personne pour toujours
field-subject = Objet
field-comment = Commentaire
code-facility-multifunctional = Centre polyvalent
code-facility-shelter = Centre d’hébergement
code-facility-information_resource = Centre d’information et de ressources
code-facility-government_run = Géré par l’État
code-facility-hotel_private_housing = Hôtel ou logement privé
code-facility-other = Autre
do-approval-submit = Envoyer pour approbation
do-approval-approve = Approuver
do-approval-send_back = Renvoyer avec un commentaire
event-approval-submitted = Envoyé pour approbation
event-approval-approved = Approuvé
event-approval-sent_back = Renvoyé
event-approval-completed = Terminé

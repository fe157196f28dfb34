# Ce qui entoure chaque page. Le nom est neutre à dessein : des passants le lisent.
shell-name = Carnet
skip-to-content = Aller au contenu
nav-label = Principal
sign-out = Se déconnecter
leave = Quitter cette page
leave-hint = Appuyez trois fois sur Échap pour quitter cette page aussitôt.
language = Langue

date-long = { $day } { $month } { $year }
date-time = { $day } à { $time }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

person-strip = À qui est ce dossier
steps-label = Étapes
step-registration = Enregistrement
step-assessment = Évaluation
step-planning = Planification
step-implementation = Mise en œuvre
step-review = Suivi
step-closure = Clôture
step-state-not_started = pas commencée
step-state-in_progress = en cours
step-state-awaiting_approval = à approuver
step-state-done = faite
step-state-revisit_due = à revoir
step-missing = Il manque avant l’étape suivante

code-risk_level-urgent = Urgence
code-risk_level-high = Élevé
code-risk_level-medium = Moyen
code-risk_level-low = Faible

pager-label = Pages de cette liste
pager-page = Page { $page } sur { $pages }
pager-earlier = Page précédente
pager-later = Page suivante

error-not-here = Il n’y a rien ici
error-not-here-text = La page n’existe pas, ou il ne vous revient pas de l’ouvrir. Si vous avez suivi un lien, demandez à la personne qui vous l’a donné.
error-failure = Une erreur s’est produite de notre côté
error-failure-text = Cette demande n’a rien changé, sauf si une page vous l’a dit. Réessayez ; si cela se répète, donnez le numéro ci-dessous à la personne qui s’occupe de cet ordinateur.
error-id = Numéro :
error-cross-site = Cette demande venait d’un autre site
error-cross-site-text = Par sécurité, elle n’a pas été exécutée. Rouvrez la page ici et recommencez.
error-signed-out = Veuillez vous connecter
error-signed-out-text = Votre session n’est pas ouverte, ou elle est terminée.
error-too-large = C’était trop à la fois
error-too-large-text = L’envoi dépasse ce que cette page accepte. Rien n’a été enregistré ; revenez en arrière, raccourcissez et renvoyez.
error-too-many = Trop d’essais
error-too-many-text = Attendez quelques minutes, puis réessayez.
error-busy = Cela prend trop de temps
error-busy-text = La réponse n’est pas venue à temps. Réessayez dans un instant ; ce que vous envoyez une seconde fois n’est pas enregistré deux fois.
error-not-understood = Cette demande n’a pas été comprise
error-not-understood-text = Revenez à la page précédente et réessayez.
error-home = Vers la première page

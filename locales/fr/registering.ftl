# Le chemin de l’accueil au code : ce qui vient ensuite, ce qui est déjà rempli, qui décide.
do-registration-take_case = Prendre le dossier
take-oneself = Je le suis
take-duty = La permanence le garde
caseload-now = Dossiers suivis : { $count }, sur { $cap } au plus.
hint-registration-take_case-worker = Quand votre charge est pleine, la gestion de cas ou la supervision peut encore confier le dossier à vous ou à quelqu’un d’autre.

onward-title = Enregistrement : { $done } sur { $all } faits
onward-screen = Éligibilité
onward-consent = Consentement à l’enregistrement
onward-identity = Identité de la personne
onward-similar = Personne semblable ?
onward-contact = Contact sûr
onward-worker = Qui suit le dossier
onward-complete = Terminer
onward-do-screen = Ensuite : vérifier l’éligibilité
onward-do-consent = Ensuite : demander le consentement
onward-do-identity = Ensuite : identité de la personne
onward-do-similar = Ensuite : chercher une personne semblable
onward-do-contact = Ensuite : convenir d’un contact sûr
onward-do-worker = Ensuite : prendre le dossier
onward-do-complete = Terminer l’enregistrement
onward-done = fait
onward-now = maintenant
onward-open = à faire
onward-who-assigns = Il manque un ou une gestionnaire. La gestion de cas ou la supervision confie le dossier.
onward-not-yours = L’étape suivante revient à quelqu’un d’autre : demandez à la supervision.
form-filled-before = Ce qui est déjà connu est rempli. Corrigez ce qui n’est pas juste.

consent-who-adult = La personne est majeure : elle décide elle-même, et personne à sa place.
consent-who-unknown = L’âge n’est pas connu. Une personne majeure décide elle-même. La personne semble avoir moins de 18 ans ? Notez d’abord l’âge à la vérification de l’éligibilité.
consent-who-young = De 15 à 17 ans : le jeune ou la jeune décide. Une personne en charge présente et sûre donne aussi son accord ; qui peut être un danger n’est jamais consulté.
consent-who-young-alone = À cet âge, le jeune ou la jeune décide seul.
consent-who-child-written = De 12 à 14 ans : la personne en charge ou le tuteur légal décide, et l’enfant donne son accord par écrit. Personne n’est là, ou personne n’est sûr ? Deux collègues décident alors dans l’intérêt supérieur de l’enfant.
consent-who-child-verbal = De 6 à 11 ans : la personne en charge ou le tuteur légal décide, et l’enfant donne son accord. Personne n’est là, ou personne n’est sûr ? Deux collègues décident alors dans l’intérêt supérieur de l’enfant.
consent-who-child = Jusqu’à 5 ans : la personne en charge ou le tuteur légal décide. Personne n’est là, ou personne n’est sûr ? Deux collègues décident alors dans l’intérêt supérieur de l’enfant.
consent-who-child-unknown = Un enfant dont l’âge n’est pas connu : notez-le d’abord à la vérification de l’éligibilité. Il dit qui doit donner son accord.
floor-least = Niveau de risque minimal : { $level } – { $reason }. Vous pouvez en choisir un plus grave.

consent-text-paper = Un autre formulaire papier
field-paper_form = Quel formulaire papier
hint-paper_form = Son titre, sa date et sa langue, pour que quelqu’un d’autre le retrouve.
hint-consent-record_consent-text_version = Le texte que la personne a entendu ou lu. Le plus récent est en premier.
hint-consent-record_consent-explained = Pour un oui, au moins : le but, qui reçoit les données, qu’un refus n’a pas de conséquence, comment retirer son accord.
field-caregiver_agrees = La personne en charge est aussi d’accord
hint-consent-record_consent-interpreter_ref = Le code de l’interprète qui était là. Vide s’il n’y en avait pas.
hint-reception-receive_arrival-interpreter_ref = Le code de l’interprète présent maintenant, selon la liste du centre. Vide s’il n’y en a pas.
hint-delivery_model = C’est rempli comme d’habitude ici. À changer pour une famille reçue ensemble, ou pour le travail dans la communauté.
hint-preferred_name = Ce n’est pas forcément le vrai nom : celui que la personne choisit suffit.
hint-initial_concerns = Violence, traite, orientation et santé mentale sont gardées à part, pour les personnes formées à ces thèmes. Si vous n’en faites pas partie, vous ne les reverrez pas ; elles ne sont pas perdues.

code-due-shelter_tonight = Trouver où dormir cette nuit

answer-often = Souvent ici
answer-all = Tout, par nom
answer-several = Plus d’une réponse
answer-another = { $field }, une autre
section-seldom = Rarement utile

registered-title = Enregistrement terminé. Le code est { $code }
registered-card = Écrivez le code sur la carte que la personne garde. Il ne dit rien d’elle.
arrived-nobody-on-duty-title = Personne n’est de permanence : allez chercher la supervision
arrived-nobody-on-duty = L’alerte est notée, et personne n’en a été averti. Allez-y ou appelez tout de suite. Restez avec la personne jusqu’à ce que quelqu’un vienne, puis appuyez sur « Je m’en occupe ».
arrived-alerted-title = Une alerte a été donnée
arrived-alerted = Ci-dessous : qui l’a, depuis quand, et le numéro. Appelez si personne ne vient, et restez avec la personne en attendant.
arrived-alerts = Alertes pour cette personne
arrived-fetch-title = Une alerte a été donnée : allez chercher un ou une gestionnaire, ou la supervision
arrived-fetch = Restez avec la personne jusqu’à ce que quelqu’un vienne. L’aide d’abord ; le reste s’écrit plus tard.
desk-who = Qui, à première vue

refusal-carried_already = Quelqu’un suit déjà ce dossier. La gestion de cas ou la supervision peut le passer.
refusal-take_for_oneself = Vous pouvez prendre un dossier pour vous. Qui confie les dossiers le donne à quelqu’un d’autre.
refusal-caseload_full = Votre charge est pleine. Laissez le dossier à la permanence, ou demandez à la supervision de le confier.
refusal-consent_text_unknown = Choisissez un texte que le centre utilise pour cela, ou nommez le formulaire papier.
refusal-certificate_needed = Attestez un oui donné de vive voix, avec vos mots : ce qui a été demandé, et ce que la personne a répondu.
refusal-ask_about_caregiver = À cet âge, une personne en charge qui est sûre donne aussi son accord. Dites ce qu’il en est : présente et sûre, absente, ou peut-être un danger.
refusal-caregiver_agrees_too = À cet âge, une personne en charge présente et sûre donne aussi son accord. Si elle refuse, deux collègues peuvent décider dans l’intérêt supérieur du jeune ou de la jeune.

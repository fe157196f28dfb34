# Les mots de tous les formulaires.
forms-required = obligatoire
forms-save = Enregistrer
forms-cancel = Annuler
forms-only-if = Seulement si « { $field } » est : { $values }
forms-only-if-ticked = Seulement si « { $field } » est coché
forms-or = {" "}ou{" "}
forms-and = {", "}

answer-yes = Oui
answer-no = Non
answer-unknown = Pas connu
answer-not_asked = Pas demandé
answer-declined = N’a pas voulu répondre
answer-blank = Laisser vide
answer-choose = Choisir…

problems-title = Veuillez revoir ceci
problem-missing = Il faut une réponse ici.
problem-too_long = C’est trop long : { $max } caractères au plus.
problem-not_a_code = Choisissez l’une des réponses proposées.
problem-contradiction = Ces réponses s’excluent.
problem-not_a_date = Ce n’est pas une date. Écrivez année-mois-jour : 2026-11-21.
problem-in_future = C’est dans le futur.
problem-before_sense = C’est avant l’année 1900.
problem-after_sense = C’est trop loin dans le futur.
problem-not_a_number = Écrivez ceci en chiffres.
problem-out_of_range = Il faut un nombre entre { $min } et { $max }.
problem-not_a_phone = Écrivez un numéro de téléphone : des chiffres, avec + et l’indicatif du pays si vous le connaissez.
problem-control_characters = Ce texte contient des caractères invisibles qui peuvent en changer la lecture. Retapez-le au lieu de le coller.
problem-repeated = Ceci a été envoyé plus d’une fois. Rechargez la page.
problem-unknown_field = Quelque chose a été envoyé que ce formulaire ne demande pas. Rechargez la page.
problem-too_many_fields = L’envoi contient plus que ce que ce formulaire demande.

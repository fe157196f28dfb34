paper-today = La journée sur papier
paper-today-of = Pour le { $day } : { $n ->
    [0] aucun rendez-vous
    [one] { $n } rendez-vous
   *[other] { $n } rendez-vous
}. Des codes seulement ; gardez la feuille sur vous et détruisez-la le soir.
paper-today-none = Aucun rendez-vous, et rien n’est dû aujourd’hui.
paper-hour = Heure
paper-code = Code de la personne
paper-contact = À contacter
paper-notes = Remarques
paper-late = En retard
paper-forms = Formulaires vides
paper-forms-lead = À imprimer avant une coupure. Chacun demande ce que demande sa page.
paper-when = Date et heure
paper-by = Rempli par
paper-what = Quoi
paper-appointment = Rendez-vous
paper-without-code = { $n ->
    [one] { $n } personne n’a pas encore de code et n’est pas sur cette feuille : regardez l’écran.
   *[other] { $n } personnes n’ont pas encore de code et ne sont pas sur cette feuille : regardez l’écran.
}
paper-form = Formulaire { $n }
paper-form-of = Formulaire { $n } : { $place }

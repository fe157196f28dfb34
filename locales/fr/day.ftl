# Ma journée, le contact en trente secondes, et les rendez-vous.
nav-day = Ma journée
nav-contact = Noter un contact
day-title = Ma journée
tab-day-title = Aujourd’hui
day-contact = Noter un contact
day-find = Chercher quelqu’un
day-nothing = Vous ne suivez encore aucun dossier. Ce qui vous sera confié apparaîtra ici, avec ce qui est à faire aujourd’hui.
day-names-hide = Masquer les noms
day-names-show = Afficher les noms

day-now = Tout de suite
day-now-empty = Rien qui ne puisse attendre.
day-today = Aujourd’hui
day-today-empty = Aucun rendez-vous, et rien d’autre à faire aujourd’hui.
day-late = En retard
day-late-lead = Dans l’ordre du tort que cause l’attente, et non de l’ancienneté.
day-late-empty = Rien n’est en retard.
day-late-more = { $n ->
    [one] Encore { $n } chose en retard : voir toute la liste
   *[other] Encore { $n } choses en retard : voir toute la liste
}
day-waiting = En attente d’autres personnes
day-waiting-empty = Vous n’attendez personne.
day-changed = Changé depuis votre départ
day-changed-empty = Personne n’a rien noté dans vos dossiers depuis le { $since }.
day-all = Tous mes dossiers
day-all-empty = Aucun dossier n’est ouvert.

day-seen = Vu la dernière fois
day-next = Prochaine échéance
day-no-next = Pas d’étape suivante
day-never-seen = jamais
day-seen-today = aujourd’hui
day-seen-yesterday = hier
day-open = Ouvrir le dossier
day-offered = Un dossier vous est proposé
day-any-time = À toute heure
day-by-tonight = d’ici ce soir
day-today-word = aujourd’hui
day-and-more = et { $n } de plus

day-reach-unknown = Personne n’a encore demandé quels moyens sont sûrs
day-reach-no-sms = pas de SMS
day-reach-no-message = ne pas laisser de message
day-reach-ask-for = demander « { $word } »
day-reach-when = seulement : { $times }
day-interpreter = interprète : { $who }
day-interpreter-missing = interprète encore à trouver
day-not-safe-any-more = La personne ne considère plus ce moyen comme sûr.

day-until-minutes = { $n ->
    [one] dans { $n } minute
   *[other] dans { $n } minutes
}
day-until-hours = { $n ->
    [one] dans { $n } heure
   *[other] dans { $n } heures
}
day-until-days = { $n ->
    [one] dans { $n } jour
   *[other] dans { $n } jours
}
day-late-minutes = { $n ->
    [one] { $n } minute de retard
   *[other] { $n } minutes de retard
}
day-late-hours = { $n ->
    [one] { $n } heure de retard
   *[other] { $n } heures de retard
}
day-late-days = { $n ->
    [one] { $n } jour de retard
   *[other] { $n } jours de retard
}
day-ago-minutes = { $n ->
    [one] il y a { $n } minute
   *[other] il y a { $n } minutes
}
day-ago-hours = { $n ->
    [one] il y a { $n } heure
   *[other] il y a { $n } heures
}
day-ago-days = { $n ->
    [one] il y a { $n } jour
   *[other] il y a { $n } jours
}

contact-title = Noter un contact
contact-lead = Trente secondes : qui c’était, si vous avez joint la personne, si elle est en sécurité.
contact-who = Avec qui ?
contact-who-hint = Vos dossiers, les plus graves d’abord. Tapez un code ou un nom pour y aller.
contact-go-on = Continuer
contact-find = Pas dans la liste : chercher quelqu’un
contact-none = Vous ne suivez aucun dossier. Cherchez la personne et notez le contact dans son dossier.
contact-option = { $code } – { $name }
contact-how = Comment joindre la personne
contact-whole = Le formulaire complet
contact-whole-hint = Pour ce que peu de personnes peuvent lire, pour une rencontre fortuite, ou quand c’est la personne qui a appelé.
hint-day-contact-progress_note = Deux lignes que toute l’équipe du dossier peut lire. Le reste va dans le formulaire complet.

do-review-plan_appointment = Fixer un rendez-vous
do-review-end_appointment = Rendez-vous tenu ou manqué
event-review-appointment_planned = Un rendez-vous a été fixé
event-review-appointment_ended = Suite d’un rendez-vous
section-understanding = Se comprendre
field-planned_for = Quand
hint-planned_for = Une heure qui soit sûre pour la personne.
field-appointment_purpose = Pour quoi
hint-appointment_purpose = Cela figure dans la liste du jour : rien de plus n’y est dit.
field-interpreter_needed = Faut-il un interprète ?
field-appointment = Quel rendez-vous
field-appointment_outcome = Ce qu’il en est advenu
field-review-end_appointment-note = Ce qu’on en sait
code-due-appointment = Rendez-vous
code-appointment_purpose-follow_up = Prendre des nouvelles
code-appointment_purpose-interview = Entretien
code-appointment_purpose-assessment = Évaluation
code-appointment_purpose-planning = Planifier ensemble
code-appointment_purpose-review = Bilan
code-appointment_purpose-accompaniment = Accompagnement
code-appointment_purpose-other = Autre
code-appointment_outcome-kept = Il a eu lieu
code-appointment_outcome-missed = La personne n’est pas venue ou n’a pas répondu
code-appointment_outcome-cancelled_by_person = La personne l’a annulé
code-appointment_outcome-cancelled_by_us = Nous l’avons annulé

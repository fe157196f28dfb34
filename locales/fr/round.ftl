# Ce que disent la ronde du superviseur et la journée : nouveautés d’un plan, alertes passées, chiffre annuel.
since-version = Depuis la version { $version }, qui a été approuvée.
since-first = C’est la première version du plan.
since-nothing = Rien n’a changé.
since-added = Ajouté : { $what }.
since-removed = Retiré : { $what }.
since-changed = Modifié : { $what }.
since-goal = { $count ->
    [one] { $count } but
   *[other] { $count } buts
}
since-objective = { $count ->
    [one] { $count } objectif
   *[other] { $count } objectifs
}
since-action = { $count ->
    [one] { $count } action prévue
   *[other] { $count } actions prévues
}
since-cost = { $count ->
    [one] { $count } dépense
   *[other] { $count } dépenses
}
since-monitoring = le suivi du plan
since-review = le jour du bilan
since-agreement = ce que la personne en dit
since-compare = Les deux versions côte à côte

looks-side-by-side = Le plan à côté de sa traduction
looks-other = Une page d’une autre version du programme

day-alert-taken = vous vous en occupez
day-alert-passes = passe au suivant { $when }
day-alert-before = Avant vous : { $name }, { $phone }

year-position = Compté à partir d’un historique de { $position } entrées.
year-people-title = Qui est derrière le chiffre de l’année
year-people-of = { $what }, { $year }
year-people-lead = Qui n’a pas voulu être compté ne figure pas sur cette liste.
year-people-empty = Personne n’est derrière ce nombre.
year-head-began = Entrée dans l’année
year-head-ended = Situation à la fin de l’année

# Le chiffre d’une année terminée, conservé, et ce qui a été corrigé depuis.

do-year-keep = Conserver ce chiffre
year-keep-again = Conserver le chiffre corrigé
field-year-keep-reason = Ce qui a été corrigé
hint-year-keep-reason = Nécessaire quand un chiffre de cette année existe déjà ; il reste à côté du nouveau. Ne nommez personne.
year-kept = Conservé le { $moment } par { $by }. Les rapports donnent ce nombre, quoi qu’on enregistre ensuite.
year-not-kept = Cette année est terminée et son chiffre n’est pas encore conservé
year-not-kept-text = Tant qu’il ne l’est pas, il change quand quelque chose est enregistré en retard, fusionné ou effacé.
year-corrections = Enregistré depuis : ce qui diffère du chiffre conservé
year-kept-before = Tous les chiffres conservés de cette année
year-head-kept = Conservé
year-head-now = Compté aujourd’hui
year-head-tally = Décompte anonyme à côté du chiffre
year-head-kept-at = Conservé le
year-head-by = Par
year-head-reason = Ce qui a été corrigé

# Personnes semblables, avec ce qui parle pour et contre ; paires à examiner.
field-mother_name = Nom de la mère
hint-mother_name = Seulement si l’on peut le demander sans risque. Il distingue les personnes du même nom.
similar-found = { $n ->
    [one] { $n } personne semblable
   *[other] { $n } personnes semblables
 }
similar-elsewhere = Un dossier existe peut-être au centre { $centre }. Demandez là-bas ; rien n’en est montré ici.
similar-how = Degré de ressemblance
similar-agrees = Ce qui concorde
similar-differs = Ce qui diffère
similar-likely = Probablement la même personne
similar-perhaps = Peut-être la même personne
reason-name-part-same = une autre partie du nom est la même
reason-name-part-same-first = le même premier nom
reason-name-part-same-rare = une partie rare du nom est la même
reason-name-part-other-spelling = une autre partie du nom, écrite autrement
reason-name-part-other-spelling-first = le premier nom, écrit autrement
reason-name-part-other-spelling-rare = une partie rare du nom, écrite autrement
reason-name-part-alike = une autre partie du nom se ressemble
reason-name-part-alike-first = le premier nom se ressemble
reason-name-part-alike-rare = une partie rare du nom se ressemble
reason-name-part-short-form = forme courte d’une autre partie du nom
reason-name-part-short-form-first = forme courte du premier nom
reason-name-part-short-form-rare = forme courte d’une partie rare du nom
reason-name-part-initial = initiale d’une autre partie du nom
reason-name-part-initial-first = initiale du premier nom
reason-name-part-initial-rare = initiale d’une partie rare du nom
reason-names-in-other-order = noms dans un autre ordre
reason-first-names-differ = les premiers noms diffèrent
reason-name-parts-differ = { $n ->
    [one] une partie du nom diffère
   *[other] { $n } parties du nom diffèrent
 }
reason-name-has-more-parts = { $n ->
    [one] l’un des noms a une partie de plus
   *[other] l’un des noms a { $n } parties de plus
 }
reason-same-birth-date = même date de naissance
reason-same-stand-in-date = même date de naissance de convention, comme le 1er janvier
reason-same-birth-year = même année de naissance
reason-day-and-month-swapped = jour et mois de naissance inversés
reason-birth-date-one-slip = une seule erreur de saisie dans la date de naissance
reason-birth-date-other-calendar = date de naissance comme dans un autre calendrier
reason-birth-date-two-of-three = deux éléments sur trois de la date de naissance concordent
reason-birth-year-differs = { $n ->
    [0] les dates de naissance diffèrent
    [one] l’année de naissance diffère d’un an
   *[other] l’année de naissance diffère de { $n } ans
 }
reason-birth-year-differs-vague = { $n ->
    [0] les dates de naissance diffèrent, l’une est estimée
    [one] l’année de naissance diffère d’un an, et l’une est estimée
   *[other] l’année de naissance diffère de { $n } ans, et l’une est estimée
 }
reason-same-sex = même sexe
reason-sex-differs = un autre sexe
reason-same-nationality = même nationalité
reason-same-nationality-rare = même nationalité, rare ici
reason-nationality-differs = une autre nationalité
reason-same-birth-place = même région d’origine
reason-same-birth-place-rare = même région d’origine, rare ici
reason-birth-place-differs = une autre région d’origine
reason-same-mother-name = même nom de la mère
reason-same-mother-name-rare = même nom de la mère, rare
reason-mother-name-nearly = nom de la mère en partie le même
reason-mother-name-differs = un autre nom de la mère
reason-same-phone = même téléphone
reason-phone-one-slip = une seule erreur de saisie dans le téléphone
reason-phone-differs = un autre téléphone
reason-same-document = même document
reason-document-one-slip = une seule erreur de saisie dans le numéro du document
reason-document-differs = un autre document
reason-household-shared = un autre membre des deux ménages est le même
reason-household-perhaps-shared = un autre membre des deux ménages est peut-être le même
reason-household-differs = personne d’autre ne se ressemble dans les ménages

nav-pairs = Même personne ?
pairs-title = Dossiers qui sont peut-être de la même personne
tab-pairs-title = Dossiers
pairs-lead = Rien n’est fusionné automatiquement. Regardez les deux, demandez là où vous ne pouvez pas regarder, et décidez.
pairs-empty = Aucune paire n’attend de décision parmi ce que vous pouvez voir.
pairs-more = D’autres paires attendent derrière celles-ci. Décidez d’abord des plus probables.
pairs-going = Comparaison de toutes les personnes en cours
pairs-far = { $done } personnes sur { $all }. Vous pouvez continuer à travailler.
pairs-look-again = Regarder de nouveau
pairs-never = Personne n’a encore été comparé depuis le démarrage du programme.
pairs-compared = Toutes les personnes ont été comparées : { $when }.
pairs-compare = Comparer toutes les personnes maintenant
pairs-one = Un dossier
pairs-other = L’autre dossier
pairs-unsure = Quelqu’un n’était pas sûr
pair-title = Est-ce la même personne ?
tab-pair-title = Dossier
pair-lead = Ce qui concorde et ce qui diffère n’est qu’une indication. Vous décidez, et toute décision peut être annulée par une autre.
pair-both = Les deux dossiers
pair-not-said = non consigné
pair-household = appartient à un ménage
do-pair-judge = Décider pour deux dossiers
event-pair-judged = Décision prise pour deux dossiers
field-pair_verdict = Ce que vous avez constaté
hint-pair_verdict = « Pas la même » reste retenu jusqu’à ce qu’un élément comparé change. « Pas sûr » ne fait attendre personne.
code-pair_verdict-same = La même personne
code-pair_verdict-not_same = Pas la même personne
code-pair_verdict-unsure = Pas sûr, à revoir plus tard
field-keep = Le dossier qui continue
hint-keep = Nécessaire quand c’est la même personne et que vous pouvez ouvrir les deux. L’autre dossier le signale, n’est plus compté et peut être clos comme doublon.
field-verdict_reason = Ce qui vous le fait penser
similar-compare = Comparer les deux
similar-decide = Décider
do-pair-judge_alone = Décider pour un dossier d’un autre centre

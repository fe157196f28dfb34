# The demonstration: the banner of every page, the tour at the door, and the way back to its first day.

demo-banner = Ceci est une démonstration : toutes les personnes sont inventées.
demo-tour = Visiter
demo-tour-lead = Entrez à la place d’une personne qui travaille ici, d’une seule pression.

demo-reset = Réinitialiser la démonstration
demo-reset-text = Tout ce qui a été fait ici est effacé, et le centre est refait comme au premier jour. Cela prend jusqu’à une minute ; toutes les personnes connectées sont déconnectées.
demo-reset-go = Tout refaire
demo-reset-stay = Laisser comme c’est

# Three things worth trying, for each role.
demo-try-reception = Accueillez une nouvelle personne ; donnez une aide et notez-la ; voyez qui est venu aujourd’hui.
demo-try-caseworker = Voyez votre journée heure par heure ; appelez Blessing dans son créneau sûr ; notez un contact avec Salma.
demo-try-case_manager = Attribuez une arrivée ; voyez les dossiers d’une collègue en congé ; répondez à un retour.
demo-try-supervisor = Suivez l’alerte transmise au suivant ; approuvez un plan ; voyez quels dossiers de Lucie n’ont pas de relève.
demo-try-psychologist = Ouvrez les dossiers où vous êtes en relève ; lisez ce qui vous est permis, sans plus ; écrivez une note.
demo-try-focal_point_child = Voyez les alertes concernant des enfants ; lisez ce qu’Idris dit de son âge ; suivez la recherche de son oncle.
demo-try-focal_point_gbv = Voyez votre journée par thème ; ouvrez un dossier de violence ; comparez avec ce que lit l’accueil.
demo-try-focal_point_tip = Ouvrez le dossier de Rosa ; lisez la conclusion du dépistage ; cherchez ce que d’autres ne voient pas.
demo-try-focal_point_psea = Voyez les alertes de votre thème ; lisez ce qui est dit de l’équipe de nuit ; répondez-y.
demo-try-interpreter = Voyez combien peu ce rôle ouvre ; changez de langue ; verrouillez la page et revenez.
demo-try-partner_focal_point = Voyez combien peu ce rôle ouvre ; changez de langue ; verrouillez la page et revenez.
demo-try-data_protection = Répondez à l’alerte du consentement retiré hier ; lisez qui a consulté quoi ; voyez les effacements.
demo-try-report_officer = Lisez les comptages ; ouvrez le chiffre de l’année et sa définition ; vérifiez qu’aucun nom ne paraît.
demo-try-administrator = Ouvrez un compte ; modifiez l’accord d’un partenaire ; réglez la liste de permanence.

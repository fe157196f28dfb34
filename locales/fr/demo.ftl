# The demonstration: the banner of every page, and the tour at the door.

demo-banner = Ceci est une démonstration : toutes les personnes sont inventées.
demo-tour = Visiter
demo-tour-lead = Entrez à la place d'une personne qui travaille ici, d'une seule pression. Pour commencer : intervenante sociale, ouvrez ce qui est dû aujourd'hui, cherchez Salma, notez un contact ; superviseur, approuvez un plan ; chargée des rapports, lisez les comptages.

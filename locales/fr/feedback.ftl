# Avis et plaintes : des dossiers à part, avec leurs propres lecteurs.
do-feedback-receive = Écrire un avis
do-feedback-acknowledge = Prendre en charge l’avis
do-feedback-respond = Noter la suite donnée
do-feedback-close_loop = Faire connaître la suite donnée
event-feedback-received = Avis reçu
event-feedback-acknowledged = Avis pris en charge
event-feedback-responded = Réponse donnée
event-feedback-loop_closed = La personne connaît la suite donnée

section-what_was_said = Ce qui a été dit
section-who_said_it = Qui l’a dit
field-feedback_type = De quoi s’agit-il ?
hint-feedback_type = La conduite du personnel, les abus et la fraude ne sont lus que par un seul point focal, quelles que soient vos autres réponses.
field-feedback-receive-text = Avec les mots de la personne
hint-feedback-receive-text = Ne demandez pas de preuve et n’enquêtez pas : écrivez ce que vous avez entendu.
field-about_staff = Qui d’entre nous est visé ?
hint-about_staff = La personne que vous choisissez, et celles qui la dirigent, ne le liront jamais.
field-sensitivity = Qui peut le lire ?
hint-sensitivity = Dans le doute, sensible.
field-anonymous = La personne veut-elle rester anonyme ?
hint-anonymous = Alors rien ne permet de remonter à elle. L’aide continue comme avant, quoi qu’il ait été dit.
field-feedback-acknowledge-note = Ce qui lui a été dit
field-feedback-respond-outcome = Quelle suite a été donnée
field-feedback-close_loop-how = Comment elle en a été informée
field-satisfied = En est-elle satisfaite ?

feedback-title = Avis et plaintes
feedback-lead = Chacun peut noter ce que les gens disent de notre aide et de nous. Peu de personnes lisent chaque avis.
feedback-empty = Il n’y a aucun avis que vous puissiez lire.
feedback-received-text = Les personnes qui peuvent le lire s’en chargeront. Vous ne le reverrez pas, sauf si vous en faites partie.
feedback-unread = Personne ici ne peut lire ce message
feedback-unread-text = Il est noté, mais toutes les personnes qui s’en chargeraient sont celle qu’il vise ou sa hiérarchie. Portez-le aujourd’hui hors de cette maison, par la voie de plainte indiquée à la personne, et dites-le-lui.
feedback-one = Avis
feedback-person = l’avis porte sur l’aide à cette personne
feedback-closed = clôturé
head-received = Reçu
feedback-next = Suite

# Mise en œuvre : l’aide apportée, les orientations et leurs réponses, ce qui manque, et l’issue des actions.

do-implementation-record_service = Noter un service
do-implementation-update_service = Dire où en est un service
do-implementation-draft_referral = Rédiger une orientation
do-implementation-send_referral = Envoyer une orientation
do-implementation-record_referral_answer = Noter la réponse à une orientation
do-implementation-recall_referral = Retirer une orientation
do-implementation-tell_recipient = Noter que le partenaire a été prévenu du retrait
do-implementation-feedback_from_person = Noter ce que la personne en dit
do-implementation-end_action = Dire comment une action a fini
do-implementation-record_gap = Noter un service non disponible
do-implementation-close_implementation = Terminer la mise en œuvre du plan

event-implementation-service_recorded = Un service a été noté
event-implementation-service_updated = L’état d’un service a été mis à jour
event-implementation-referral_drafted = Une orientation a été rédigée
event-implementation-referral_sent = Une orientation a été envoyée
event-implementation-referral_answered = Une orientation a reçu une réponse
event-implementation-referral_recalled = Une orientation a été retirée
event-implementation-recipient_told = Le partenaire a été prévenu du retrait d’une orientation
event-implementation-referral_feedback_given = La personne a donné son avis sur le service
event-implementation-action_ended = Une action a pris fin
event-implementation-service_gap_recorded = Un service n’était pas disponible
event-implementation-implementation_closed = Le plan a été mis en œuvre

section-implementation-record_service-what = Ce que la personne reçoit
section-delivery = Où l’on en est
section-implementation-record_service-value = Ce que cela vaut
section-implementation-record_service-note = Remarque
section-to_whom = À qui
section-for_what = Pour quoi
section-shared = Ce qui est transmis, et comment
section-implementation-draft_referral-readers = Qui peut la lire ici

field-plan_action_ref = Pour quelle action du plan ?
hint-plan_action_ref = L’aide qu’aucun plan n’a prévue se note aussi : laissez ceci vide.
field-implementation-record_service-service_type = Quel service ?
field-provider = Qui le fournit ?
hint-provider = Une équipe, un magasin ou un partenaire ; pas le nom d’un particulier.
field-direct_or_referral = Par nous, ou par une orientation ?
field-for_household = Pour tout le ménage : compte une seule fois
field-implementation-record_service-status = Où en est-il ?
field-planned_dt = Prévu pour le
field-delivered_dt = Quand la personne l’a-t-elle reçu ?
field-value = Valeur
field-receipt_evidence = Où se trouve le reçu
hint-receipt_evidence = Un numéro ou un classeur ; pas de noms.
field-implementation-record_service-note = Remarque
field-service = Quel service ?
field-implementation-update_service-status = Qu’en est-il advenu ?
field-implementation-update_service-note = Remarque

field-to_agency = Vers quel partenaire ?
field-to_focal_point = À qui, chez le partenaire
hint-to_focal_point = Par la fonction, comme « infirmerie de garde ».
field-implementation-draft_referral-authority = C’est une autorité : le consentement pour les autorités est requis
field-implementation-draft_referral-service_type = Quel service ?
field-implementation-draft_referral-reason = Que doit savoir le partenaire pour aider ?
hint-implementation-draft_referral-reason = Aussi peu que ce service en a besoin. Ce que la personne ne veut pas dire reste à part.
field-implementation-draft_referral-urgency = Sous quel délai ?
field-data_shared = Données transmises
hint-data_shared = Le minimum dont ce service a besoin, et rien que la personne n’ait accepté.
field-implementation-draft_referral-channel = Par quel moyen ?
field-referral = Quelle orientation ?
hint-implementation-send_referral-referral = Le consentement pour ce partenaire est vérifié quand vous appuyez sur le bouton.

field-implementation-record_referral_answer-status = Quelle a été la réponse ?
field-implementation-record_referral_answer-outcome = Qu’est-ce que cela a donné ?
hint-implementation-record_referral_answer-outcome = Nécessaire quand le service est terminé.
field-gap_reason = Pourquoi n’est-il pas disponible ?
hint-implementation-record_referral_answer-gap_reason = Nécessaire si le partenaire a dit non. Si personne n’a répondu, laissez vide.
field-alternative = Que cherchez-vous à la place ?
hint-alternative = Personne ne reste avec un « non » : un autre partenaire, un autre moyen, ou de quoi tenir en attendant.
field-implementation-record_referral_answer-note = Remarque
field-implementation-recall_referral-reason = Pourquoi est-elle retirée ?
hint-implementation-recall_referral-reason = Si elle est déjà partie, dites au partenaire d’effacer ce qu’il a reçu.
field-told_how = Comment l’a-t-on prévenu, et qu’a-t-il répondu ?
field-feedback_from_person = Ce que la personne en dit
hint-feedback_from_person = Avec ses mots, en bien ou en mal.

field-implementation-end_action-action = Quelle action ?
field-implementation-end_action-status = Comment a-t-elle fini ?
field-implementation-end_action-outcome = Qu’est-ce que cela a donné ?
field-implementation-record_gap-domain = Quel besoin reste ouvert ?
field-implementation-record_gap-text = Ce que vous avez essayé

open-work = En cours
services-title = Services apportés
referrals-title = Orientations
gaps-title = Services non disponibles
head-service = Service demandé
head-provider = Prestataire
head-to = À qui
head-reason = Motif
head-delivered = Reçu
head-answer = Réponse avant le
referral-tell = Prévenez le partenaire : cette orientation a été retirée après son envoi

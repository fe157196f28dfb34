# The demonstration: the banner of every page, and the tour at the door.

demo-banner = Questa è una dimostrazione: tutte le persone sono inventate.
demo-tour = Fare un giro
demo-tour-lead = Entri al posto di una persona che lavora qui, con una sola pressione. Per cominciare: come operatore del caso apra ciò che scade oggi, cerchi Salma, annoti un contatto; come supervisore approvi un piano; come responsabile dei rapporti legga i conteggi.

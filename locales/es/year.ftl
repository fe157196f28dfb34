# La cifra de un año terminado, guardada, y lo que se corrigió después.

do-year-keep = Fijar esta cifra
year-keep-again = Fijar la cifra corregida
field-year-keep-reason = Qué se corrigió
hint-year-keep-reason = Hace falta si ya hay una cifra fijada de este año; queda al lado de la nueva. No nombre a nadie.
year-kept = Fijada el { $moment } por { $by }. Los informes dan este número, se registre lo que se registre después.
year-not-kept = Este año terminó y su cifra aún no se fijó
year-not-kept-text = Mientras no se fije, cambia cuando algo se registra tarde, se fusiona o se borra.
year-corrections = Registrado desde entonces: lo que difiere de la cifra fijada
year-kept-before = Todas las cifras fijadas de este año
year-head-kept = Fijada
year-head-now = Contada hoy
year-head-tally = Recuento anónimo junto a la cifra
year-head-kept-at = Fijada el
year-head-by = Por
year-head-reason = Qué se corrigió

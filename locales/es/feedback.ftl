# Opiniones y quejas: expedientes propios, con lectores propios.
do-feedback-receive = Anotar una opinión
do-feedback-acknowledge = Se le ha dado curso
do-feedback-respond = Qué resultó de ello
do-feedback-close_loop = Ya saben qué resultó
event-feedback-received = Se recibió
event-feedback-acknowledged = Se le dio curso
event-feedback-responded = Se respondió
event-feedback-loop_closed = Se les dijo qué resultó

section-what_was_said = Lo que se dijo
section-who_said_it = Quién lo dijo
field-feedback_type = ¿De qué se trata?
hint-feedback_type = La conducta del personal, el abuso y el fraude los lee un solo punto focal, responda usted lo que responda en lo demás.
field-feedback-receive-text = Con sus palabras
hint-feedback-receive-text = No pida pruebas ni investigue: anote lo que oyó.
field-about_staff = ¿A quién del personal se refiere?
hint-about_staff = Las personas que usted elija, y quienes las dirigen, nunca lo leerán.
field-sensitivity = ¿Quién puede leerlo?
hint-sensitivity = En la duda, reservado.
field-anonymous = ¿Prefiere la persona que no se sepa quién es?
hint-anonymous = Entonces nada conduce hasta ella. La ayuda sigue igual, sea lo que sea lo dicho.
field-feedback-acknowledge-note = Lo que se les dijo
field-feedback-respond-outcome = Qué resultó de ello
field-feedback-close_loop-how = Cómo se les dijo
field-satisfied = ¿Les parece bien?

feedback-title = Opiniones y quejas
feedback-lead = Cualquiera puede anotar lo que las personas dicen de nuestra ayuda y de nosotros. Cada una la leen pocos.
feedback-empty = No hay opiniones que usted pueda leer.
feedback-received-text = Le darán curso quienes pueden leerla. Usted no volverá a verla si no está entre ellos.
feedback-unread = Aquí nadie puede leer esto
feedback-unread-text = Queda escrito, pero todas las personas que le darían curso son la señalada o su línea de mando. Llévelo hoy fuera de esta casa, por la vía de queja que se explicó a la persona, y dígaselo.
feedback-one = Opinión
feedback-person = la persona a la que se ayuda
feedback-closed = cerrada
head-received = Recibida
feedback-next = Siguiente paso

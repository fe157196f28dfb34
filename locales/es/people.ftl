# Personas parecidas, con lo que habla a favor y en contra; parejas por revisar.
field-mother_name = Nombre de la madre
hint-mother_name = Solo donde sea seguro preguntarlo. Distingue a las personas del mismo nombre.
similar-found = { $n ->
    [one] { $n } persona parecida
   *[other] { $n } personas parecidas
 }
similar-elsewhere = Puede que exista un registro en { $centre }. Pregunte allí; aquí no se muestra nada de él.
similar-how = Grado de parecido
similar-agrees = Lo que coincide
similar-differs = Lo que no
similar-likely = Probablemente la misma persona
similar-perhaps = Quizá la misma persona
reason-name-part-same = otra parte del nombre es igual
reason-name-part-same-first = el mismo primer nombre
reason-name-part-same-rare = una parte poco común del nombre es igual
reason-name-part-other-spelling = otra parte del nombre, escrita de otro modo
reason-name-part-other-spelling-first = el primer nombre, escrito de otro modo
reason-name-part-other-spelling-rare = una parte poco común del nombre, escrita de otro modo
reason-name-part-alike = otra parte del nombre se parece
reason-name-part-alike-first = el primer nombre se parece
reason-name-part-alike-rare = una parte poco común del nombre se parece
reason-name-part-short-form = forma corta de otra parte del nombre
reason-name-part-short-form-first = forma corta del primer nombre
reason-name-part-short-form-rare = forma corta de una parte poco común del nombre
reason-name-part-initial = inicial de otra parte del nombre
reason-name-part-initial-first = inicial del primer nombre
reason-name-part-initial-rare = inicial de una parte poco común del nombre
reason-names-in-other-order = nombres en otro orden
reason-first-names-differ = los primeros nombres difieren
reason-name-parts-differ = { $n ->
    [one] una parte del nombre difiere
   *[other] { $n } partes del nombre difieren
 }
reason-name-has-more-parts = { $n ->
    [one] uno de los nombres tiene una parte más
   *[other] uno de los nombres tiene { $n } partes más
 }
reason-same-birth-date = misma fecha de nacimiento
reason-same-stand-in-date = misma fecha de nacimiento convencional, como el 1 de enero
reason-same-birth-year = mismo año de nacimiento
reason-day-and-month-swapped = día y mes de nacimiento intercambiados
reason-birth-date-one-slip = un solo error de escritura en la fecha de nacimiento
reason-birth-date-other-calendar = fecha de nacimiento como en otro calendario
reason-birth-date-two-of-three = coinciden dos de día, mes y año de nacimiento
reason-birth-year-differs = { $n ->
    [0] las fechas de nacimiento difieren
    [one] el año de nacimiento difiere en uno
   *[other] el año de nacimiento difiere en { $n }
 }
reason-birth-year-differs-vague = { $n ->
    [0] las fechas de nacimiento difieren, y una es estimada
    [one] el año de nacimiento difiere en uno, y uno es estimado
   *[other] el año de nacimiento difiere en { $n }, y uno es estimado
 }
reason-same-sex = mismo sexo
reason-sex-differs = otro sexo
reason-same-nationality = misma nacionalidad
reason-same-nationality-rare = misma nacionalidad, poco común aquí
reason-nationality-differs = otra nacionalidad
reason-same-birth-place = misma región de origen
reason-same-birth-place-rare = misma región de origen, poco común aquí
reason-birth-place-differs = otra región de origen
reason-same-mother-name = mismo nombre de la madre
reason-same-mother-name-rare = mismo nombre de la madre, poco común
reason-mother-name-nearly = nombre de la madre igual en parte
reason-mother-name-differs = otro nombre de la madre
reason-same-phone = mismo teléfono
reason-phone-one-slip = un solo error de escritura en el teléfono
reason-phone-differs = otro teléfono
reason-same-document = mismo documento
reason-document-one-slip = un solo error de escritura en el número del documento
reason-document-differs = otro documento
reason-household-shared = otro miembro de los dos hogares es el mismo
reason-household-perhaps-shared = otro miembro de los dos hogares quizá sea el mismo
reason-household-differs = nadie más de los hogares se parece

nav-pairs = ¿La misma persona?
pairs-title = Registros que quizá sean de una misma persona
tab-pairs-title = Registros
pairs-lead = Nada se fusiona por sí solo. Mire los dos, pregunte donde no puede mirar y decida.
pairs-empty = Ninguna pareja espera una decisión entre lo que usted puede ver.
pairs-more = Hay más parejas detrás de estas. Decida primero las más probables.
pairs-going = Se está comparando a todas las personas
pairs-far = { $done } de { $all } personas. Puede seguir trabajando.
pairs-look-again = Mirar de nuevo
pairs-never = Todavía no se ha comparado a nadie desde que se inició el programa.
pairs-compared = Se comparó a todas las personas: { $when }.
pairs-compare = Comparar a todas las personas ahora
pairs-one = Un registro
pairs-other = El otro registro
pairs-unsure = Alguien no estaba seguro
pair-title = ¿Es la misma persona?
tab-pair-title = Registro
pair-lead = Lo que coincide y lo que no es solo un indicio. Usted decide, y toda decisión puede revocarse con otra.
pair-both = Los dos registros
pair-not-said = no consta
pair-household = pertenece a un hogar
do-pair-judge = Decidir sobre dos registros
event-pair-judged = Se decidió sobre dos registros
field-pair_verdict = Lo que ha comprobado
hint-pair_verdict = «No es la misma» se recuerda hasta que cambie algo de lo comparado. «Sin certeza» no hace esperar a nadie.
code-pair_verdict-same = La misma persona
code-pair_verdict-not_same = No es la misma persona
code-pair_verdict-unsure = Sin certeza, revisar más tarde
field-keep = El expediente que continúa
hint-keep = Necesario cuando es la misma persona y usted puede abrir los dos. El otro expediente lo indica, deja de contarse y puede cerrarse como duplicado.
field-verdict_reason = Por qué lo cree
similar-compare = Comparar los dos
similar-decide = Decidir
do-pair-judge_alone = Decidir sobre un registro de otro centro

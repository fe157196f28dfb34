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

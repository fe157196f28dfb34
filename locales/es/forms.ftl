# Las palabras de todos los formularios.
forms-required = obligatorio
forms-save = Guardar
forms-cancel = Cancelar
forms-only-if = Solo si «{ $field }» es: { $values }
forms-only-if-ticked = Solo si «{ $field }» está marcado
forms-or = {" "}o{" "}
forms-and = {", "}

answer-yes = Sí
answer-no = No
answer-unknown = No se sabe
answer-not_asked = No se preguntó
answer-declined = No quiso responder
answer-blank = Dejar vacío
answer-choose = Elegir…

problems-title = Revise esto, por favor
problem-missing = Aquí falta una respuesta.
problem-too_long = Es demasiado largo: { $max } caracteres como máximo.
problem-not_a_code = Elija una de las opciones.
problem-contradiction = Estas respuestas se excluyen.
problem-not_a_date = Esto no es una fecha. Escriba año-mes-día: 2026-11-21.
problem-in_future = Esto está en el futuro.
problem-before_sense = Esto es anterior al año 1900.
problem-after_sense = Esto está demasiado lejos en el futuro.
problem-not_a_number = Escríbalo con cifras.
problem-out_of_range = Debe estar entre { $min } y { $max }.
problem-not_a_phone = Escriba un número de teléfono: cifras, con + y el prefijo del país si lo sabe.
problem-control_characters = Contiene caracteres invisibles que pueden cambiar cómo se lee el texto. Escríbalo de nuevo en vez de pegarlo.
problem-repeated = Esto se ha enviado más de una vez. Vuelva a cargar la página.
problem-unknown_field = Se ha enviado algo que este formulario no pide. Vuelva a cargar la página.
problem-too_many_fields = Se ha enviado más de lo que este formulario pide.

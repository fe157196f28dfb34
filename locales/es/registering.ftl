# El camino de la puerta al código: qué sigue, qué está ya rellenado, quién decide.
do-registration-take_case = Hacerse cargo del caso
take-oneself = Lo llevo yo
take-duty = Lo conserva quien está de guardia
caseload-now = Casos a su cargo: { $count }, de un máximo de { $cap }.
hint-registration-take_case-worker = Con la carga completa, la coordinación de casos o la supervisión aún puede asignarle el caso a usted o a otra persona.

onward-title = Registro: { $done } de { $all } hechos
onward-screen = Criterios
onward-consent = Consentimiento para el registro
onward-identity = Quién es la persona
onward-similar = ¿Persona parecida?
onward-contact = Contacto seguro
onward-worker = Quién lleva el caso
onward-complete = Completar
onward-do-screen = Sigue: comprobar los criterios
onward-do-consent = Sigue: pedir el consentimiento
onward-do-identity = Sigue: quién es la persona
onward-do-similar = Sigue: buscar una persona parecida
onward-do-contact = Sigue: acordar un contacto seguro
onward-do-worker = Sigue: hacerse cargo del caso
onward-do-complete = Completar el registro
onward-done = hecho
onward-now = ahora
onward-open = por hacer
onward-who-assigns = Falta responsable. La coordinación de casos o la supervisión lo asigna.
onward-not-yours = El paso siguiente corresponde a otra persona: pregunte a la supervisión.
form-filled-before = Lo que ya se sabe está rellenado. Corrija lo que no sea así.

consent-who-adult = La persona es mayor de edad: decide por sí misma, y nadie en su lugar.
consent-who-unknown = No se sabe la edad. Quien es mayor de edad decide por sí mismo. ¿Parece menor de 18 años? Anote antes la edad en la comprobación de criterios.
consent-who-young = De 15 a 17 años: decide la persona joven. También da su acuerdo una persona cuidadora presente y segura; a quien pueda ser un peligro no se le pregunta nunca.
consent-who-young-alone = A esta edad la persona joven decide por sí misma.
consent-who-child-written = De 12 a 14 años: decide una persona cuidadora o quien ejerce la tutela, y el niño o la niña asiente por escrito. ¿No hay nadie, o nadie es seguro? Entonces deciden dos colegas en su interés superior.
consent-who-child-verbal = De 6 a 11 años: decide una persona cuidadora o quien ejerce la tutela, y el niño o la niña asiente. ¿No hay nadie, o nadie es seguro? Entonces deciden dos colegas en su interés superior.
consent-who-child = Hasta los 5 años: decide una persona cuidadora o quien ejerce la tutela. ¿No hay nadie, o nadie es seguro? Entonces deciden dos colegas en el interés superior del niño o la niña.
consent-who-child-unknown = Un niño o una niña de edad desconocida: anótela antes en la comprobación de criterios. De ella depende quién debe estar de acuerdo.
floor-least = Nivel de riesgo mínimo: { $level } – { $reason }. Puede elegir uno más grave.

consent-text-paper = Otro formulario en papel
field-paper_form = Qué formulario en papel
hint-paper_form = Su título, fecha e idioma, para que otra persona lo encuentre.
hint-consent-record_consent-text_version = El texto que la persona oyó o leyó. El más reciente está primero.
hint-consent-record_consent-explained = Para un sí, como mínimo: el propósito, quién lo recibe, que decir no carece de castigo, cómo retirarlo.
field-caregiver_agrees = La persona cuidadora también está de acuerdo
hint-consent-record_consent-interpreter_ref = El código del o de la intérprete que estuvo presente. Vacío si no hubo.
hint-reception-receive_arrival-interpreter_ref = El código del o de la intérprete que está aquí ahora, según la lista del centro. Vacío si no hay.
hint-delivery_model = Está como de costumbre aquí. Cámbielo para familias atendidas juntas o para el trabajo en la comunidad.
hint-preferred_name = No hace falta que sea el nombre real: vale el que la persona elija.
hint-initial_concerns = Violencia, trata, orientación y salud mental se guardan aparte, para quien tiene formación en ello. Si no es su caso, no volverá a verlas; no se pierden.

code-due-shelter_tonight = Encontrar dónde dormir esta noche

answer-often = Frecuentes aquí
answer-all = Todo, por nombre
answer-several = Más de una respuesta
answer-another = { $field }, otra
section-seldom = Pocas veces necesario

registered-title = Registro completo. El código es { $code }
registered-card = Escriba el código en la tarjeta que guarda la persona. No dice nada de ella.
arrived-nobody-on-duty-title = Nadie está de guardia: vaya a buscar a la supervisión
arrived-nobody-on-duty = La alerta está anotada y no se ha avisado a nadie. Vaya o llame ahora. Quédese con la persona hasta que venga alguien y pulse entonces «Me ocupo yo».
arrived-alerted-title = Se ha dado una alerta
arrived-alerted = Abajo está quién la tiene, desde cuándo y el número. Llame si no viene nadie y, mientras tanto, quédese con la persona.
arrived-alerts = Alertas de esta persona
arrived-fetch-title = Se ha dado una alerta: busque ya a un responsable de caso o a la supervisión
arrived-fetch = Quédese con la persona hasta que venga alguien. Primero la ayuda; lo demás se escribe después.
desk-who = Quién, a primera vista

refusal-carried_already = Alguien lleva ya este caso. La coordinación de casos o la supervisión puede pasarlo.
refusal-take_for_oneself = Puede hacerse cargo de un caso usted. Quien asigna los casos se lo da a otra persona.
refusal-caseload_full = Su carga está completa. Deje el caso a quien está de guardia o pida a la supervisión que lo asigne.
refusal-consent_text_unknown = Elija un texto que el centro use para esto, o nombre el formulario en papel.
refusal-certificate_needed = Deje constancia de un sí de palabra: qué se preguntó y qué respondió la persona.
refusal-ask_about_caregiver = A esta edad también da su acuerdo una persona cuidadora que sea segura. Diga cómo es: presente y segura, ausente, o quizá un peligro.
refusal-caregiver_agrees_too = A esta edad también da su acuerdo una persona cuidadora presente y segura. Si dice que no, dos colegas pueden decidir en el interés superior de la persona joven.

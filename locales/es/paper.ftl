paper-today = El día en papel
paper-today-of = Para el { $day }: { $n ->
    [0] ninguna cita
    [one] { $n } cita
   *[other] { $n } citas
}. Solo códigos; llévela consigo y destrúyala por la noche.
paper-today-none = Ninguna cita, y hoy no vence nada.
paper-hour = Hora
paper-code = Código
paper-contact = Contacto
paper-notes = Notas
paper-late = Con retraso
paper-forms = Formularios vacíos
paper-forms-lead = Para imprimir antes de un corte de luz. Cada uno pregunta lo que pregunta su página.
paper-when = Fecha y hora
paper-by = Rellenado por
paper-what = Qué
paper-appointment = Cita
paper-without-code = { $n ->
    [one] { $n } persona aún no tiene código y no está en esta hoja: mire la pantalla.
   *[other] { $n } personas aún no tienen código y no están en esta hoja: mire la pantalla.
}
paper-form = Formulario { $n }
paper-form-of = Formulario { $n }: { $place }

# The demonstration: the banner of every page, and the tour at the door.

demo-banner = Esto es una demostración: todas las personas son inventadas.
demo-tour = Dar una vuelta
demo-tour-lead = Entre en el lugar de alguien que trabaja aquí, con una sola pulsación. Para empezar: como trabajador de casos abra lo que vence hoy, busque a Salma, anote un contacto; como supervisor apruebe un plan; como responsable de informes lea los recuentos.

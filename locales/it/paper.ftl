paper-today = La giornata su carta
paper-today-of = Per il { $day }: { $n ->
    [0] nessun appuntamento
    [one] { $n } appuntamento
   *[other] { $n } appuntamenti
}. Solo codici; tenga il foglio con sé e lo distrugga la sera.
paper-today-none = Nessun appuntamento, e oggi non scade niente.
paper-hour = Ora
paper-code = Codice
paper-contact = Contatto
paper-notes = Appunti
paper-late = In ritardo
paper-forms = Moduli vuoti
paper-forms-lead = Da stampare prima che manchi la corrente. Ognuno chiede ciò che chiede la sua pagina.
paper-when = Data e ora
paper-by = Compilato da
paper-what = Che cosa
paper-appointment = Appuntamento
paper-without-code = { $n ->
    [one] { $n } persona non ha ancora un codice e non è su questo foglio: guardi lo schermo.
   *[other] { $n } persone non hanno ancora un codice e non sono su questo foglio: guardi lo schermo.
}
paper-form = Modulo { $n }
paper-form-of = Modulo { $n }: { $place }

# Los códigos de la sección 3 de la especificación, en palabras. Los códigos no cambian nunca; las palabras, sí.

code-floor_reason-danger_now = la persona está en peligro ahora
code-floor_reason-suicidal_plan = la persona puede quitarse la vida
code-floor_reason-recent_sexual_violence = violencia sexual en los últimos días
code-floor_reason-unaccompanied_child = un niño o niña sin compañía
code-floor_reason-trafficking_live_control = posible trata, con alguien que controla o sin comprobar aún por una segunda persona
code-floor_reason-caregiver_is_abuser = la persona cuidadora es o puede ser un peligro
code-floor_reason-credible_threat = una amenaza creíble
code-floor_reason-removal_to_danger = pueden devolver a la persona a un peligro
code-floor_reason-separated_child = un niño o niña sin sus padres
code-floor_reason-late_pregnancy_alone = embarazo avanzado y sin compañía
code-floor_reason-serious_untreated_illness = una enfermedad grave
code-floor_reason-homeless_tonight = sin dónde dormir esta noche

code-assent_needed-none = Ninguno
code-assent_needed-verbal = De palabra
code-assent_needed-written = Por escrito

code-class-health = Salud
code-class-mhpss = Salud mental y apoyo psicosocial
code-class-trafficking = Trata de personas
code-class-gbv = Violencia de género
code-class-child = Protección de la niñez
code-class-sogi = Orientación sexual o identidad de género

code-role-reception = Recepción
code-role-caseworker = Responsable de casos
code-role-case_manager = Coordinación de casos
code-role-supervisor = Supervisión
code-role-psychologist = Psicología
code-role-focal_point_child = Punto focal, protección de la niñez
code-role-focal_point_gbv = Punto focal, violencia de género
code-role-focal_point_tip = Punto focal, trata
code-role-focal_point_psea = Punto focal, abusos del personal
code-role-interpreter = Intérprete
code-role-partner_focal_point = Punto focal de una organización socia
code-role-data_protection = Punto focal de protección de datos
code-role-report_officer = Informes y estadística
code-role-administrator = Administración

code-due-answer_alert = Responder a la alerta
code-due-health_window = Plazo para la atención de salud
code-due-first_response = Primera respuesta
code-due-registration = Registro
code-due-complete_or_purge = Completar o borrar
code-due-purge_inquiry = Borrar la consulta
code-due-countersign = Refrendar
code-due-tell_person = Decírselo a la persona
code-due-confirm_substitute = Confirmar la otra base legal
code-due-deletion_review = Revisar si se borra
code-due-adult_consent = Consentimiento como persona adulta
code-due-plan_review_at_eighteen = Revisar el plan a los 18 años
code-due-assessment = Valoración
code-due-assessment_approval = Aprobación de la valoración
code-due-reassessment = Valorar de nuevo
code-due-bia = Evaluación del interés superior
code-due-bid_panel = Panel del interés superior
code-due-plan = El plan
code-due-plan_approval = Aprobación del plan
code-due-safety_plan = Plan de seguridad
code-due-action_due = Una acción del plan
code-due-referral_answer = Respuesta a una derivación
code-due-referral_overdue = Una derivación no se respondió a tiempo
code-due-contact = Contacto
code-due-contact_try = Nuevo intento de contactar a la persona
code-due-supervisor_review = Revisión de la supervisión
code-due-review = Revisión
code-due-trigger_review = Revisión tras un cambio
code-due-closure_approval = Aprobación del cierre
code-due-lost_contact_closure = Puede cerrarse: contacto perdido
code-due-post_closure_check = Comprobación tras el cierre
code-due-transfer_answer = Respuesta a la transferencia
code-due-household_review = Atender a quienes dependían de la persona
code-due-own_safe_contact = Un contacto seguro propio de la persona
code-due-feedback_to_focal_point = Al punto focal
code-due-feedback_ack = Decirles que se recibió
code-due-feedback_response = Responder

code-subject-assessment = Valoración
code-subject-plan = El plan
code-subject-closure = Cierre

code-plan_altered-sharing = Lo que se comparte con otros
code-plan_altered-cost = Los gastos
code-plan_altered-goals = Las metas

code-plan_warning-critical_need_without_objective = Una necesidad crítica no tiene objetivo
code-plan_warning-nothing_owned_by_person = La persona no hace nada del plan por sí misma
code-plan_warning-only_short_term = Todo es a corto plazo
code-plan_warning-none_long_term = Nada va más allá de medio año
code-plan_warning-vague_verb = Las palabras son vagas y ningún número dice cuándo se ha alcanzado
code-plan_warning-many_objectives = Son muchos objetivos a la vez
code-plan_warning-protective_factor_unused = No se usa una fortaleza que protege a la persona
code-plan_warning-repeated_without_progress = Esta acción estuvo en varias versiones y nada avanzó

code-service_type-emergency_shelter = Alojamiento de emergencia
code-service_type-safe_house = Casa de acogida segura
code-service_type-centre_bed = Cama en el centro
code-service_type-host_family = Familia anfitriona
code-service_type-foster_care = Familia de acogida
code-service_type-rent_support = Ayuda para el alquiler
code-service_type-hotel = Hotel o pensión
code-service_type-food = Alimentos
code-service_type-nutrition = Nutrición
code-service_type-nfi_kit = Kit de ropa y cama
code-service_type-dignity_kit = Kit de dignidad
code-service_type-clothing = Ropa
code-service_type-wash = Agua e higiene
code-service_type-first_aid = Primeros auxilios
code-service_type-primary_care = Atención primaria
code-service_type-specialist_care = Atención especializada
code-service_type-medicines = Medicamentos
code-service_type-maternal_srh = Salud materna y reproductiva
code-service_type-clinical_sexual_violence_care = Atención de salud tras violencia sexual
code-service_type-hiv_sti = VIH y otras infecciones
code-service_type-dental_optical = Dientes y vista
code-service_type-assistive_device = Ayudas como lentes, muletas o silla de ruedas
code-service_type-medical_escort = Alguien que acompañe al médico
code-service_type-fit_to_travel = Aptitud para viajar
code-service_type-pfa = Primeros auxilios psicológicos
code-service_type-individual_counselling = Orientación individual
code-service_type-group_psychosocial = Grupo psicosocial
code-service_type-psychological_therapy = Terapia psicológica
code-service_type-psychiatric = Atención psiquiátrica
code-service_type-recreation = Actividades recreativas
code-service_type-safe_space = Espacio seguro
code-service_type-legal_information = Información jurídica
code-service_type-legal_counselling = Asesoría jurídica
code-service_type-representation = Defensa ante una autoridad o un tribunal
code-service_type-asylum_referral = Acceso al procedimiento de asilo
code-service_type-detention_follow_up = Seguimiento en detención
code-service_type-complaint_support = Ayuda con una denuncia
code-service_type-compensation_claim = Reclamar una indemnización
code-service_type-consular_liaison = Contacto con el consulado
code-service_type-travel_document = Documento de viaje
code-service_type-civil_registration = Registro civil
code-service_type-residence_permit = Permiso de residencia
code-service_type-tax_or_health_code = Número fiscal o sanitario
code-service_type-guardianship = Tutela
code-service_type-bia_bid = Procedimiento del interés superior
code-service_type-alternative_care = Cuidado en otra familia u hogar infantil
code-service_type-child_friendly_space = Espacio para la niñez
code-service_type-tracing = Búsqueda de la familia
code-service_type-reunification = Reunificación familiar
code-service_type-birth_registration = Registro de nacimiento
code-service_type-school_enrolment = Matrícula escolar
code-service_type-language_course = Curso de idioma
code-service_type-vocational_training = Formación profesional
code-service_type-skills_assessment = Balance de competencias
code-service_type-job_orientation = Orientación laboral
code-service_type-job_placement = Inserción laboral
code-service_type-business_grant = Ayuda para un negocio
code-service_type-cva_multipurpose = Efectivo multipropósito
code-service_type-cva_protection = Efectivo para protección
code-service_type-cva_sector = Efectivo para un sector
code-service_type-voucher = Cupón
code-service_type-local_transport = Transporte local
code-service_type-onward_transport = Transporte para seguir viaje
code-service_type-accompaniment = Alguien que acompañe
code-service_type-avr_counselling = Orientación sobre retorno voluntario
code-service_type-pre_departure = Preparación antes del retorno
code-service_type-travel_assistance = Ayuda en el viaje de retorno
code-service_type-reception_on_arrival = Recibimiento a la llegada
code-service_type-reintegration_economic = Reintegración: ingresos
code-service_type-reintegration_social = Reintegración: vivienda, escuela, salud
code-service_type-reintegration_psychosocial = Reintegración: apoyo psicosocial
code-service_type-reintegration_monitoring = Reintegración: seguimiento
code-service_type-information = Información
code-service_type-interpretation = Interpretación
code-service_type-mediation = Mediación
code-service_type-security_measures = Medidas de seguridad
code-service_type-phone_call_home = Llamada a casa
code-service_type-funeral_repatriation = Funeral o repatriación del cuerpo
code-service_type-tip_national_referral = Sistema nacional para víctimas de trata

code-modality-in_kind = En especie
code-modality-cash = Efectivo
code-modality-voucher = Cupón
code-modality-service = Servicio
code-modality-information = Información
code-modality-accompaniment = Acompañamiento

code-direct_or_referral-direct = Directamente
code-direct_or_referral-referral = Por una derivación

code-service_status-planned = Previsto
code-service_status-approved = Aprobado
code-service_status-scheduled = Con fecha
code-service_status-delivered = Entregado
code-service_status-partially = Entregado en parte
code-service_status-refused_by_person = La persona no lo quiso
code-service_status-cancelled = Cancelado
code-service_status-not_available = No se consiguió

code-gap_reason-none_exists = Aquí no existe
code-gap_reason-full = Está lleno
code-gap_reason-too_far = Está demasiado lejos
code-gap_reason-cost = Cuesta demasiado
code-gap_reason-status_required = Exige una situación legal
code-gap_reason-language = Allí nadie habla el idioma
code-gap_reason-unsafe = No es seguro para esta persona
code-gap_reason-discrimination = Rechazaron a la persona injustamente
code-gap_reason-waiting_list = Hay lista de espera

code-action_type-direct = Lo hacemos nosotros
code-action_type-referral = Lo hace otro: una derivación
code-action_type-by_person = Lo hace la persona
code-action_type-advocacy = Hablamos en favor de la persona

code-responsible-caseworker = Responsable del caso
code-responsible-person = La persona
code-responsible-caregiver = La persona cuidadora
code-responsible-partner = Una organización socia
code-responsible-specialist = Especialista

code-horizon-short = Cercano: alrededor de un mes
code-horizon-medium = Medio: hasta medio año
code-horizon-long = Lejano: más de medio año

code-action_status-planned = Prevista
code-action_status-waiting_for_consent = Espera el consentimiento
code-action_status-under_way = En curso
code-action_status-done = Hecha
code-action_status-partly_done = Hecha en parte
code-action_status-person_declined = La persona no la quiso
code-action_status-cancelled = Abandonada

code-agreed_how-signature = Está de acuerdo, con su firma
code-agreed_how-thumbprint = Está de acuerdo, con su huella
code-agreed_how-certified_verbal = Está de acuerdo de palabra; da fe el responsable
code-agreed_how-disagrees = No está de acuerdo

code-copy_given-yes = Sí
code-copy_given-no_unsafe = No, una copia no sería segura
code-copy_given-no_declined = No, no la quiso

code-asked_by-person = La persona
code-asked_by-caregiver = La persona cuidadora
code-asked_by-caseworker = Responsable del caso
code-asked_by-supervisor = La supervisión
code-asked_by-partner = Una organización socia
code-asked_by-review = Una revisión

code-feedback_type-thanks = Agradecimiento
code-feedback_type-question = Pregunta
code-feedback_type-request = Petición
code-feedback_type-dissatisfaction = Queja sobre la ayuda
code-feedback_type-staff_conduct = Queja sobre la conducta del personal
code-feedback_type-sea = Explotación o abuso sexual por trabajadores humanitarios
code-feedback_type-fraud = Fraude o corrupción
code-feedback_type-data_protection = Sobre los datos de la persona

code-feedback_sensitivity-ordinary = Corriente
code-feedback_sensitivity-sensitive = Reservado: solo lo lee el punto focal

code-status-inquiry = Consulta
code-status-open = Abierto
code-status-on_hold = En pausa
code-status-closed = Cerrado

code-outcome_status-not_eligible = No cumple los criterios
code-outcome_status-declined_by_person = La persona no quiso
code-outcome_status-transferred = Transferido
code-outcome_status-duplicate_merged = Duplicado, unido

code-urgency-now1h = Ahora, en 1 hora
code-urgency-same_day = El mismo día
code-urgency-within72h = En 72 horas
code-urgency-within2_weeks = En 2 semanas
code-urgency-planned = Según lo previsto

code-delivery_model-individual_care = Atención individual
code-delivery_model-community_based = En la comunidad
code-delivery_model-outreach_mobile = Equipo móvil
code-delivery_model-remote = A distancia
code-delivery_model-mixed = Mixta

code-channel-in_person_centre = En persona, en el centro
code-channel-home_visit = Visita a domicilio
code-channel-outreach_point = Punto de atención en terreno
code-channel-phone_call = Teléfono
code-channel-sms = Mensaje de texto
code-channel-messaging_app = Aplicación de mensajería
code-channel-email = Correo electrónico
code-channel-hotline = Línea de ayuda
code-channel-via_trusted_person = Por una persona de confianza
code-channel-via_partner = Por una organización socia
code-channel-letter = Carta
code-channel-none_contact_unsafe = Ninguna: todo contacto es peligroso

code-entry_route-self_referred = Vino por decisión propia
code-entry_route-outreach = La encontró el equipo en terreno
code-entry_route-community = Por la comunidad
code-entry_route-partner = Por una organización socia
code-entry_route-authority = Por una autoridad
code-entry_route-hotline = Línea de ayuda
code-entry_route-other_centre = Desde otro centro

code-eligibility-eligible = Cumple los criterios
code-eligibility-not_eligible = No los cumple
code-eligibility-eligible_partial = Los cumple en parte
code-eligibility-pending = Pendiente

code-criterion-migrant_in_transit = Migrante en tránsito
code-criterion-vulnerable_to_violence = Vulnerable a la violencia
code-criterion-child_alone = Niño o niña sin compañía
code-criterion-stranded_or_destitute = No puede seguir viaje o no tiene medios
code-criterion-medical_need = Necesidad médica
code-criterion-seeking_return = Busca el retorno
code-criterion-lives_in_catchment_area = Vive en la zona del centro
code-criterion-referred_by_partner = Derivación de una organización socia
code-criterion-other = Otro

code-consent_scope-registration = Registro
code-consent_scope-case_management = Gestión del caso
code-consent_scope-household_link = Vínculo con el hogar
code-consent_scope-journey_interview = Entrevista sobre el viaje
code-consent_scope-health_data = Datos de salud
code-consent_scope-mhpss_support = Apoyo psicosocial
code-consent_scope-mhpss_screening = Cuestionarios psicosociales
code-consent_scope-vot_screening = Detección de trata
code-consent_scope-referral = Derivación
code-consent_scope-case_conference = Conferencia de caso
code-consent_scope-transfer_partner = Transferencia a una organización socia
code-consent_scope-transfer_same_org = Transferencia dentro de la organización
code-consent_scope-tracing = Búsqueda de la familia
code-consent_scope-consular_contact = Contacto con el consulado
code-consent_scope-avr_return = Retorno voluntario asistido
code-consent_scope-authority_report = Denuncia ante una autoridad
code-consent_scope-photo = Fotografía
code-consent_scope-audio_video = Audio y vídeo
code-consent_scope-biometrics = Datos biométricos
code-consent_scope-statistics_non_identifying = Estadísticas sin identidad
code-consent_scope-research = Investigación
code-consent_scope-communication_media = Comunicación y medios
code-consent_scope-contact_after_closure = Contacto tras el cierre
code-consent_scope-feedback_contact = Contacto para pedir su opinión

code-legal_basis-consent = Consentimiento
code-legal_basis-vital_interest = Interés vital
code-legal_basis-best_interests_child = Interés superior del niño o la niña
code-legal_basis-public_interest_mandate = Mandato de interés público
code-legal_basis-legal_obligation = Obligación legal
code-legal_basis-legitimate_interest = Interés legítimo
code-legal_basis-contract = Contrato

code-consent_decision-given = Dado
code-consent_decision-refused = Rechazado
code-consent_decision-partial = En parte
code-consent_decision-withdrawn = Retirado
code-consent_decision-expired = Caducado

code-given_by-oneself = La persona
code-given_by-caregiver = Persona cuidadora
code-given_by-guardian = Tutor o tutora
code-given_by-other_trusted_adult = Otra persona adulta de confianza
code-given_by-nobody = No se pudo preguntar a nadie

code-consent_form-written = Por escrito
code-consent_form-thumbprint = Huella en papel
code-consent_form-audio = Grabación de audio
code-consent_form-video = Grabación de vídeo
code-consent_form-verbal_certified = De palabra; da fe el responsable

code-explained-purpose = Para qué es
code-explained-recipients = Quién lo recibe
code-explained-risks = Riesgos
code-explained-benefits = Beneficios
code-explained-refusal_has_no_penalty = Decir que no no tiene consecuencias
code-explained-withdrawal = Cómo retirarlo
code-explained-limits_of_confidentiality = Límites de la confidencialidad
code-explained-complaint_route = Cómo presentar una queja

code-assent-given_in_writing = Dado por escrito
code-assent-given_verbally = Dado de palabra
code-assent-refused = Rechazado
code-assent-too_young = Demasiado pequeño o pequeña
code-assent-not_asked = No se preguntó

code-capacity-able = Puede decidir
code-capacity-able_with_support = Puede decidir con apoyo
code-capacity-in_doubt = En duda: esperar y volver a preguntar

code-caregiver_situation-present_and_safe = Presente y segura
code-caregiver_situation-absent = Ausente
code-caregiver_situation-unsafe = Es un peligro
code-caregiver_situation-suspected = Puede ser un peligro

code-data_category-name = Nombre
code-data_category-age = Edad
code-data_category-contact = Datos de contacto
code-data_category-nationality = Nacionalidad
code-data_category-need_only = Solo la necesidad, sin nombre
code-data_category-health_facts = Datos de salud
code-data_category-psychological_facts = Datos psicológicos
code-data_category-family_facts = Datos de la familia
code-data_category-legal_status = Situación legal
code-data_category-history = Lo que pasó antes
code-data_category-safety_advice = Cómo mantener a salvo a la persona
code-data_category-photo = Fotografía

code-referral_status-draft = Escrita, sin enviar
code-referral_status-consent_pending = Espera el consentimiento
code-referral_status-sent = Enviada
code-referral_status-acknowledged = Recibida
code-referral_status-accepted = Aceptada
code-referral_status-scheduled = Con cita
code-referral_status-in_service = En atención
code-referral_status-completed = Completada
code-referral_status-declined_by_provider = La organización socia dijo que no
code-referral_status-declined_by_person = La persona no la quiso
code-referral_status-no_response = Sin respuesta
code-referral_status-service_unavailable = El servicio no se consigue
code-referral_status-recalled = Anulada
code-referral_status-cancelled = Cancelada

code-referral_channel-in_system = En este programa
code-referral_channel-encrypted_mail = Correo electrónico cifrado
code-referral_channel-phone = Por teléfono
code-referral_channel-paper = En papel, entregado en mano
code-referral_channel-accompanied = Acompañamos a la persona

code-transfer_status-proposed = Propuesta
code-transfer_status-consent_ok = Se puede ofrecer
code-transfer_status-offered = Ofrecida, espera respuesta
code-transfer_status-accepted = Aceptada
code-transfer_status-handover_meeting = Traspaso en curso
code-transfer_status-done = Hecha
code-transfer_status-rejected = Rechazada por quien recibía
code-transfer_status-revoked = Anulada

code-transfer_to-colleague = Colega
code-transfer_to-other_centre = Otro centro
code-transfer_to-partner = Organización socia

code-meeting_type-case_planning = Planificación del caso, con la persona
code-meeting_type-case_management = Gestión de casos, interna
code-meeting_type-case_conference = Conferencia de caso, con organizaciones socias
code-meeting_type-supervision = Supervisión
code-meeting_type-best_interests_panel = Panel del interés superior
code-meeting_type-handover = Traspaso
code-meeting_type-family_meeting = Reunión familiar
code-meeting_type-group_session = Sesión de grupo
code-meeting_type-desk_contact = Punto de atención social

code-participant-person = La persona
code-participant-caregiver = La persona cuidadora
code-participant-guardian = El tutor o la tutora
code-participant-caseworker = Responsable del caso
code-participant-case_manager = Coordinación de casos
code-participant-supervisor = Supervisión
code-participant-psychologist = Psicología
code-participant-focal_point = Punto focal
code-participant-interpreter = Intérprete
code-participant-partner = Una organización socia
code-participant-authority = Una autoridad

code-contact_type-visit = Visita
code-contact_type-call = Llamada
code-contact_type-message = Mensaje
code-contact_type-centre = En el centro
code-contact_type-chance = Por casualidad

code-progress-not_started = Sin empezar
code-progress-some = Algo
code-progress-half = A medias
code-progress-most = Casi todo
code-progress-met = Alcanzado
code-progress-dropped = Abandonado

code-review_decision-continue = Seguir como estaba previsto
code-review_decision-adjust_plan = Ajustar el plan
code-review_decision-reassess = Valorar de nuevo
code-review_decision-escalate = Llevarlo a la supervisión
code-review_decision-propose_transfer = Proponer una transferencia
code-review_decision-propose_closure = Proponer el cierre

code-trigger-new_violence = Nueva violencia
code-trigger-eviction = Perdió el lugar donde vivía
code-trigger-detention = Detención
code-trigger-family_change = Un cambio en la familia
code-trigger-missed_contact = Faltó a un contacto
code-trigger-complaint = Queja
code-trigger-new_child = Un nuevo niño o niña
code-trigger-threat = Amenaza
code-trigger-relapse = Una recaída
code-trigger-turned_eighteen = Cumplió 18 años
code-trigger-consent_withdrawn = Retiró el consentimiento
code-trigger-caregiver_died = Falleció la persona cuidadora

code-closure_reason-objectives_met = Se alcanzaron los objetivos
code-closure_reason-support_ended = El apoyo ha terminado
code-closure_reason-criteria_no_longer_met = Ya no se cumplen los criterios
code-closure_reason-person_chose_to_stop = La persona decidió parar
code-closure_reason-consent_withdrawn = La persona retiró el consentimiento
code-closure_reason-moved_away_known = Se fue y sabemos adónde
code-closure_reason-lost_contact = Contacto perdido
code-closure_reason-transferred_same_org = Transferencia dentro de la organización
code-closure_reason-transferred_partner = Transferencia a una organización socia
code-closure_reason-returned_avr = Retorno voluntario
code-closure_reason-resettled_or_regularised = Reasentamiento, o papeles para quedarse
code-closure_reason-reunified = De nuevo con la familia
code-closure_reason-removed_deported = Expulsión o deportación
code-closure_reason-detained_long_term = Detención prolongada
code-closure_reason-aged_out_to_adult_service = Mayoría de edad: a un servicio para adultos
code-closure_reason-death = Fallecimiento
code-closure_reason-duplicate = La misma persona tiene otro expediente
code-closure_reason-registered_in_error = Se registró por error
code-closure_reason-programme_closed = El programa termina
code-closure_reason-security_restriction = Demasiado peligroso para seguir

code-disposition-handed_over = Alguien se hace cargo
code-disposition-referred = Se ha derivado
code-disposition-person_declined = La persona no lo quiere
code-disposition-no_service_exists = No existe tal servicio

code-duplicate_outcome-none_found = No hay nadie parecido
code-duplicate_outcome-not_same = Parecida, pero no es la misma
code-duplicate_outcome-same = La misma persona
code-duplicate_outcome-unsure_review_later = No es seguro, verlo después

code-household_change-formed = Desde el principio
code-household_change-arrived = Llegó después
code-household_change-birth = Nacimiento
code-household_change-marriage = Matrimonio
code-household_change-reunion = Reencuentro
code-household_change-left = Se fue
code-household_change-split = El hogar se dividió
code-household_change-separation = Se separó una pareja
code-household_change-death = Fallecimiento
code-household_change-error = Se registró por error

code-theme-supervisor_now = Supervisión, ahora
code-theme-child_protection = Protección de la niñez
code-theme-gbv = Violencia de género
code-theme-trafficking = Trata de personas
code-theme-psea = Abusos del personal
code-theme-data_protection = Protección de datos

code-alert_kind-authority_request = Una autoridad pide datos
code-alert_kind-danger_now = Peligro ahora
code-alert_kind-suicidal_risk = Riesgo de suicidio
code-alert_kind-child_alone = Un niño o niña sin compañía
code-alert_kind-sexual_violence_recent = Violencia sexual reciente
code-alert_kind-self_harm_answer = Dijo que piensa hacerse daño
code-alert_kind-missing_child = Niño o niña en paradero desconocido
code-alert_kind-threat = Amenaza
code-alert_kind-dependant_of_deceased = Dependía de alguien que falleció
code-alert_kind-detained = Detención
code-alert_kind-consent_withdrawn = Consentimiento retirado
code-alert_kind-override_to_countersign = Una excepción por refrendar
code-alert_kind-sea_by_aid_worker = Abuso sexual por personal humanitario
code-alert_kind-suspected_trafficking = Posible trata
code-alert_kind-unsafe_caregiver = La persona cuidadora es un peligro

code-care_arrangement-parents = Sus padres
code-care_arrangement-step_parent = Padrastro o madrastra
code-care_arrangement-usual_caregiver = Quien siempre le ha cuidado
code-care_arrangement-adult_sibling = Un hermano o hermana mayor de edad
code-care_arrangement-kinship = Familiares
code-care_arrangement-foster = Una familia de acogida
code-care_arrangement-residential = Un hogar infantil
code-care_arrangement-kafala = Kafala (acogida)
code-care_arrangement-independent = Vive por su cuenta
code-care_arrangement-child_headed = Otro niño o niña
code-care_arrangement-unrelated_adult = Una persona adulta que no es familiar
code-care_arrangement-none = Nadie

code-bid_reason-durable_solution_for_uasc = Solución duradera para niñez no acompañada o separada
code-bid_reason-temporary_care_exceptional = Cuidado temporal en una situación excepcional
code-bid_reason-separation_from_parents_against_will = Separación de los padres contra su voluntad
code-bid_reason-custody_or_high_impact = Custodia, u otra decisión de gran efecto

code-child_decision-temporary_care = Cuidado temporal
code-child_decision-placement = Dejar al cuidado de alguien
code-child_decision-return = Retorno
code-child_decision-transfer = Traslado a otro lugar
code-child_decision-reunification = Reunificación con la familia
code-child_decision-tracing = Búsqueda de la familia

code-tracing_status-not_started = Sin empezar
code-tracing_status-searching = Se está buscando
code-tracing_status-found_safe = Encontrada, y segura
code-tracing_status-found_unsafe = Encontrada, pero no segura
code-tracing_status-not_found = No se encontró a nadie
code-tracing_status-person_declined = El niño o la niña no lo quiere

code-immediate_need-medical = Atención médica
code-immediate_need-danger_now = En peligro ahora
code-immediate_need-food_water = Comida o agua
code-immediate_need-shelter_tonight = Dónde dormir esta noche
code-immediate_need-child_alone = Un niño o niña sin compañía
code-immediate_need-suicidal_risk = Riesgo de suicidio
code-immediate_need-sexual_violence_recent = Violencia sexual reciente
code-immediate_need-none = Nada urgente

code-dimension-economic = Economía
code-dimension-housing = Vivienda
code-dimension-health = Salud

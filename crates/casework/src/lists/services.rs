//! Lists about plans, help and partners (3.4, 3.6, section 6).

use crate::macros::codes;

codes! {
    /// Service types, 3.4.
    ServiceType as "service_type" {
        EmergencyShelter, SafeHouse, CentreBed, HostFamily, FosterCare, RentSupport, Hotel,
        Food, Nutrition, NfiKit, DignityKit, Clothing, Wash,
        FirstAid, PrimaryCare, SpecialistCare, Medicines, MaternalSrh, ClinicalSexualViolenceCare,
        HivSti, DentalOptical, AssistiveDevice, MedicalEscort, FitToTravel,
        Pfa, IndividualCounselling, GroupPsychosocial, PsychologicalTherapy, Psychiatric, Recreation, SafeSpace,
        LegalInformation, LegalCounselling, Representation, AsylumReferral, DetentionFollowUp,
        ComplaintSupport, CompensationClaim,
        ConsularLiaison, TravelDocument, CivilRegistration, ResidencePermit, TaxOrHealthCode,
        Guardianship, BiaBid, AlternativeCare, ChildFriendlySpace, Tracing, Reunification, BirthRegistration,
        SchoolEnrolment, LanguageCourse, VocationalTraining, SkillsAssessment, JobOrientation,
        JobPlacement, BusinessGrant,
        CvaMultipurpose, CvaProtection, CvaSector, Voucher,
        LocalTransport, OnwardTransport, Accompaniment,
        AvrCounselling, PreDeparture, TravelAssistance, ReceptionOnArrival, ReintegrationEconomic,
        ReintegrationSocial, ReintegrationPsychosocial, ReintegrationMonitoring,
        Information, Interpretation, Mediation, SecurityMeasures, PhoneCallHome, FuneralRepatriation,
        TipNationalReferral
    }
}
codes! {
    /// How a service is given, 2.4.
    Modality as "modality" { InKind, Cash, Voucher, Service, Information, Accompaniment }
}
codes! {
    /// Direct assistance or through another actor, 2.4.
    DirectOrReferral as "direct_or_referral" { Direct, Referral }
}
codes! {
    /// State of a service line, 2.4.
    ServiceStatus as "service_status" {
        Planned, Approved, Scheduled, Delivered, Partially, RefusedByPerson, Cancelled, NotAvailable
    }
}
codes! {
    /// Why a service could not be had, 3.6.
    GapReason as "gap_reason" {
        NoneExists, Full, TooFar, Cost, StatusRequired, Language, Unsafe, Discrimination, WaitingList
    }
}
codes! {
    /// Kind of planned action, section 6.
    ActionType as "action_type" { Direct, Referral, ByPerson, Advocacy }
}
codes! {
    /// Who is responsible for an action, section 6.
    Responsible as "responsible" { Caseworker, Person, Caregiver, Partner, Specialist }
}
codes! {
    /// Planning horizon, section 6.
    Horizon as "horizon" { Short, Medium, Long }
}
codes! {
    /// State of an action; the last four end it (gate G4).
    ActionStatus as "action_status" {
        Planned, WaitingForConsent, UnderWay, Done, PartlyDone, PersonDeclined, Cancelled
    }
}
codes! {
    /// How the person agreed to the plan, gate G3.
    AgreedHow as "agreed_how" { Signature, Thumbprint, CertifiedVerbal, Disagrees }
}
codes! {
    /// Whether the person took a copy of the plan, section 6.
    CopyGiven as "copy_given" { Yes, NoUnsafe, NoDeclined }
}
codes! {
    /// Who asked for a change of plan, section 6.
    AskedBy as "asked_by" { Person, Caregiver, Caseworker, Supervisor, Partner, Review }
}
codes! {
    /// Feedback and complaints, section 7.
    FeedbackType as "feedback_type" { Thanks, Question, Request, Dissatisfaction, StaffConduct, Sea, Fraud, DataProtection }
}
codes! {
    /// Sensitivity of feedback, section 7.
    FeedbackSensitivity as "feedback_sensitivity" { Ordinary, Sensitive }
}

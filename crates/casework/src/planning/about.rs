//! What a service is about: who may read of it, the need it answers, the consent that it takes,
//! and the decision about a child that it carries out (`domain.md` 2.7, 3.3 to 3.5).

use crate::{
    class::{Class, Classes},
    lists::{ChildDecision, NeedDomain, Scope, ServiceType},
};

/// The classes of a service: naming it tells what it is for. Whoever coordinates a case plans and
/// follows psychosocial help too (2.4) and reads of its attendance (DP4); what is said in it has
/// the class of its own that its writer chooses.
#[must_use]
pub const fn class_of_service(service: ServiceType) -> Classes {
    use ServiceType as S;
    match service {
        S::ClinicalSexualViolenceCare => Classes::of(Class::Health).and(Class::Gbv),
        S::FirstAid
        | S::PrimaryCare
        | S::SpecialistCare
        | S::Medicines
        | S::MaternalSrh
        | S::HivSti
        | S::DentalOptical
        | S::AssistiveDevice
        | S::MedicalEscort
        | S::FitToTravel
        | S::IndividualCounselling
        | S::PsychologicalTherapy
        | S::Psychiatric
        | S::ReintegrationPsychosocial => Classes::of(Class::Health),
        S::TipNationalReferral => Classes::of(Class::Trafficking),
        S::FosterCare | S::Guardianship | S::BiaBid | S::AlternativeCare => {
            Classes::of(Class::Child)
        }
        _ => Classes::GENERAL,
    }
}

/// The decision about a child that a service carries out; shelter for a night is none.
#[must_use]
pub const fn child_decision(service: ServiceType) -> Option<ChildDecision> {
    use ServiceType as S;
    match service {
        S::FosterCare | S::HostFamily => Some(ChildDecision::TemporaryCare),
        S::AlternativeCare => Some(ChildDecision::Placement),
        S::Reunification => Some(ChildDecision::Reunification),
        S::Tracing => Some(ChildDecision::Tracing),
        S::PreDeparture | S::TravelAssistance | S::ReceptionOnArrival => {
            Some(ChildDecision::Return)
        }
        S::OnwardTransport => Some(ChildDecision::Transfer),
        _ => None,
    }
}

/// The consent that sending somebody's data for this service takes, beside that for the data
/// itself: authorities, consulates, tracing and return have scopes of their own (3.5).
#[must_use]
pub const fn scope_of(service: Option<ServiceType>, authority: bool) -> Scope {
    use ServiceType as S;
    match service {
        _ if authority => Scope::AuthorityReport,
        Some(S::TipNationalReferral) => Scope::AuthorityReport,
        Some(S::ConsularLiaison) => Scope::ConsularContact,
        _ => Scope::Referral,
    }
}

/// The consent that the service itself takes, beside that for its recipient.
#[must_use]
pub const fn own_scope(service: ServiceType) -> Option<Scope> {
    use ServiceType as S;
    match service {
        S::Tracing | S::Reunification => Some(Scope::Tracing),
        S::PreDeparture | S::TravelAssistance | S::ReceptionOnArrival => Some(Scope::AvrReturn),
        _ => None,
    }
}

/// The need that a service answers, for gaps that no plan names.
#[must_use]
pub const fn domain_of(service: ServiceType) -> NeedDomain {
    use {NeedDomain as N, ServiceType as S};
    match service {
        S::EmergencyShelter | S::CentreBed | S::HostFamily | S::RentSupport | S::Hotel => {
            N::Shelter
        }
        S::SafeHouse | S::SecurityMeasures | S::TipNationalReferral => N::Safety,
        S::Food | S::Nutrition => N::FoodNutrition,
        S::NfiKit | S::DignityKit | S::Clothing | S::Wash => N::NfiHygiene,
        S::MaternalSrh | S::ClinicalSexualViolenceCare | S::HivSti => N::SexualReproductiveHealth,
        S::AssistiveDevice => N::DisabilitySupport,
        S::Pfa
        | S::IndividualCounselling
        | S::GroupPsychosocial
        | S::PsychologicalTherapy
        | S::Psychiatric
        | S::Recreation
        | S::SafeSpace => N::Mhpss,
        S::ReintegrationPsychosocial => N::ReturnReintegration,
        S::ConsularLiaison
        | S::TravelDocument
        | S::CivilRegistration
        | S::ResidencePermit
        | S::TaxOrHealthCode
        | S::BirthRegistration => N::Documentation,
        S::Guardianship | S::ChildFriendlySpace => N::ChildCareGuardianship,
        S::Tracing | S::Reunification | S::PhoneCallHome | S::FuneralRepatriation => {
            N::FamilyTracingContact
        }
        S::SchoolEnrolment | S::LanguageCourse => N::EducationLanguage,
        S::CvaMultipurpose | S::CvaProtection | S::CvaSector | S::Voucher => N::CashEconomic,
        S::Mediation => N::CommunityInclusion,
        _ => domain_of_family(service),
    }
}

/// The same for the families of 3.4 that answer one need as a whole.
const fn domain_of_family(service: ServiceType) -> NeedDomain {
    use {NeedDomain as N, ServiceType as S};
    if class_of_service(service).has(Class::Health) {
        return N::Health;
    }
    match service {
        S::LegalInformation
        | S::LegalCounselling
        | S::Representation
        | S::AsylumReferral
        | S::DetentionFollowUp
        | S::ComplaintSupport
        | S::CompensationClaim => N::LegalMigrationStatus,
        S::VocationalTraining
        | S::SkillsAssessment
        | S::JobOrientation
        | S::JobPlacement
        | S::BusinessGrant => N::LivelihoodWorkTraining,
        S::AvrCounselling
        | S::PreDeparture
        | S::TravelAssistance
        | S::ReceptionOnArrival
        | S::ReintegrationEconomic
        | S::ReintegrationSocial
        | S::ReintegrationMonitoring => N::ReturnReintegration,
        _ if class_of_service(service).has(Class::Child) => N::ChildCareGuardianship,
        _ => N::TransportCommunication,
    }
}

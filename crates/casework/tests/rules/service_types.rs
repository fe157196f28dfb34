//! What each service is about: classes, consent scopes, child decisions, needs (2.7, 3.3 to 3.5).

use casework::{
    class::{Class, Classes},
    lists::{ChildDecision, NeedDomain, Scope, ServiceType},
    planning::about::{child_decision, class_of_service, domain_of, own_scope, scope_of},
};

/// The codes of all services for which this holds.
fn those(holds: impl Fn(ServiceType) -> bool) -> String {
    let all = ServiceType::ALL.iter().filter(|service| holds(**service));
    all.map(|service| service.code())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn services_that_tell_something_are_restricted_and_all_others_are_general() {
    let of = |classes: Classes| those(|service| class_of_service(service) == classes);
    assert_eq!(
        of(Classes::of(Class::Health)),
        "first_aid primary_care specialist_care medicines maternal_srh hiv_sti dental_optical \
         assistive_device medical_escort fit_to_travel individual_counselling \
         psychological_therapy psychiatric reintegration_psychosocial"
    );
    // Whoever coordinates plans psychosocial help too; what is said in it stays the psychologist's.
    assert_eq!(of(Classes::of(Class::Mhpss)), "");
    assert_eq!(
        of(Classes::of(Class::Health).and(Class::Gbv)),
        "clinical_sexual_violence_care"
    );
    assert_eq!(of(Classes::of(Class::Trafficking)), "tip_national_referral");
    assert_eq!(
        of(Classes::of(Class::Child)),
        "foster_care guardianship bia_bid alternative_care"
    );
    let restricted = those(|service| class_of_service(service) != Classes::GENERAL);
    assert_eq!(restricted.split(' ').count(), 14 + 1 + 1 + 4);
}

#[test]
fn decisions_about_a_child_are_known_and_a_bed_for_the_night_is_none() {
    let of = |decision| those(|service| child_decision(service) == Some(decision));
    assert_eq!(of(ChildDecision::TemporaryCare), "host_family foster_care");
    assert_eq!(of(ChildDecision::Placement), "alternative_care");
    assert_eq!(of(ChildDecision::Reunification), "reunification");
    assert_eq!(of(ChildDecision::Tracing), "tracing");
    assert_eq!(of(ChildDecision::Transfer), "onward_transport");
    assert_eq!(
        of(ChildDecision::Return),
        "pre_departure travel_assistance reception_on_arrival"
    );
    assert_eq!(child_decision(ServiceType::EmergencyShelter), None);
}

#[test]
fn scopes_follow_the_recipient_and_the_service() {
    let to = |scope| those(|service| scope_of(Some(service), false) == scope);
    assert_eq!(to(Scope::AuthorityReport), "tip_national_referral");
    assert_eq!(to(Scope::ConsularContact), "consular_liaison");
    assert_eq!(scope_of(None, false), Scope::Referral);
    assert_eq!(scope_of(None, true), Scope::AuthorityReport);
    assert_eq!(
        scope_of(Some(ServiceType::ConsularLiaison), true),
        Scope::AuthorityReport
    );
    let own = |scope| those(|service| own_scope(service) == Some(scope));
    assert_eq!(own(Scope::Tracing), "tracing reunification");
    assert_eq!(
        own(Scope::AvrReturn),
        "pre_departure travel_assistance reception_on_arrival"
    );
}

#[test]
fn every_service_answers_a_need() {
    let counts: Vec<usize> = NeedDomain::ALL
        .iter()
        .map(|domain| {
            let all = ServiceType::ALL.iter();
            all.filter(|service| domain_of(**service) == *domain)
                .count()
        })
        .collect();
    assert_eq!(
        counts,
        [3, 5, 2, 4, 7, 3, 7, 7, 6, 5, 4, 2, 5, 4, 1, 5, 8, 1]
    );
}

//! What is late stands in the order of harm, and not of age.

use std::collections::BTreeSet;

use casework::{
    due::DueWhat,
    harm::{Harm, Turn, gravity, gravity_of_alert, harm, place, turn},
    lists::{AlertKind, RiskLevel},
};

const LEVELS: [Option<RiskLevel>; 5] = [
    None,
    Some(RiskLevel::Urgent),
    Some(RiskLevel::High),
    Some(RiskLevel::Medium),
    Some(RiskLevel::Low),
];

#[test]
fn a_health_window_and_an_alert_stand_before_everything_whatever_the_risk() {
    let first = [DueWhat::HealthWindow, DueWhat::AnswerAlert];
    for low in first {
        for what in DueWhat::ALL.iter().filter(|what| !first.contains(what)) {
            for level in LEVELS {
                assert!(
                    place(low, Some(RiskLevel::Low)) < place(*what, level),
                    "{what:?}"
                );
            }
        }
    }
}

#[test]
fn an_urgent_contact_stands_before_every_plan_and_every_paper() {
    let missed = place(DueWhat::Contact, Some(RiskLevel::Urgent));
    assert!(missed < place(DueWhat::Plan, Some(RiskLevel::Urgent)));
    assert!(missed < place(DueWhat::Contact, Some(RiskLevel::High)));
    assert!(missed < place(DueWhat::AssessmentApproval, Some(RiskLevel::Urgent)));
}

#[test]
fn a_contact_at_low_risk_waits_for_the_plan_at_high_risk_and_not_for_its_approval() {
    let monthly = place(DueWhat::Contact, Some(RiskLevel::Low));
    assert!(monthly > place(DueWhat::Plan, Some(RiskLevel::High)));
    assert!(monthly < place(DueWhat::PlanApproval, Some(RiskLevel::Urgent)));
}

#[test]
fn the_same_work_is_graver_at_graver_risk() {
    for what in DueWhat::ALL {
        let places: Vec<u8> = LEVELS[1..]
            .iter()
            .map(|level| place(*what, *level))
            .collect();
        assert!(places.is_sorted(), "{what:?}");
        let strict = harm(*what) != Harm::Life;
        assert_eq!(places[0] < places[3], strict, "{what:?}");
    }
}

#[test]
fn an_undecided_risk_counts_as_the_strictest() {
    for what in DueWhat::ALL {
        assert_eq!(
            place(*what, None),
            place(*what, Some(RiskLevel::Urgent)),
            "{what:?}"
        );
    }
}

#[test]
fn no_two_cells_of_the_table_share_a_place() {
    let cells: BTreeSet<(u8, Harm, usize)> = (DueWhat::ALL.iter())
        .flat_map(|what| (1..5).map(|n| (place(*what, LEVELS[n]), harm(*what), n)))
        .filter(|(_, harm, _)| *harm != Harm::Life)
        .collect();
    let places: BTreeSet<u8> = cells.iter().map(|(place, ..)| *place).collect();
    assert_eq!((cells.len(), places.len()), (16, 16));
}

#[test]
fn whoever_carries_a_case_waits_for_answers_and_approvals_and_for_nothing_of_their_own() {
    assert_eq!(turn(DueWhat::ReferralOverdue), Turn::Outside);
    assert_eq!(turn(DueWhat::PlanApproval), Turn::Decider);
    assert_eq!(turn(DueWhat::Contact), Turn::Worker);
    assert_eq!(turn(DueWhat::TellPerson), Turn::Worker);
}

#[test]
fn what_cannot_wait_stands_by_risk_first_and_then_by_what_comes_to_harm() {
    let urgent_contact = gravity(DueWhat::Contact, Some(RiskLevel::Urgent));
    let consent = |risk| gravity_of_alert(AlertKind::ConsentWithdrawn, Some(risk));
    assert!(
        urgent_contact < consent(RiskLevel::Low),
        "however long it waits"
    );
    assert!(
        urgent_contact < consent(RiskLevel::Urgent),
        "safety before rights"
    );
    assert!(consent(RiskLevel::High) < consent(RiskLevel::Medium));
}

#[test]
fn what_an_alert_says_by_itself_counts_whatever_level_was_decided() {
    let (urgent, low) = (Some(RiskLevel::Urgent), Some(RiskLevel::Low));
    let contact = |risk| gravity(DueWhat::Contact, risk).0;
    let danger = gravity_of_alert(AlertKind::DangerNow, low);
    assert_eq!(danger, (contact(urgent), Harm::Life));
    assert_eq!(gravity(DueWhat::HealthWindow, low), danger);
    let alone = |risk| gravity_of_alert(AlertKind::ChildAlone, risk).0;
    assert_eq!(alone(low), contact(Some(RiskLevel::High)));
    assert_eq!(
        alone(urgent),
        contact(urgent),
        "never less than was decided"
    );
    let paper = gravity_of_alert(AlertKind::AuthorityRequest, low);
    assert_eq!(paper, (contact(low), Harm::Rights), "and never more");
}

#[test]
fn what_nobody_decided_stands_after_what_is_urgent_and_before_what_is_high() {
    let asked = |risk| gravity_of_alert(AlertKind::AuthorityRequest, risk).0;
    assert!(asked(Some(RiskLevel::Urgent)) < asked(None));
    assert!(asked(None) < asked(Some(RiskLevel::High)));
}

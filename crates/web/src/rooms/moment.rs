//! Which actions fit the moment of a case: a page offers only these. It hides what would surely be
//! refused, decides nothing, and reads the reader's own fold, so that it tells nothing hidden.

use casework::{
    Case,
    lists::{ReferralStatus, Status},
    registration::Worker,
};
use jiff::Timestamp;

/// Whether an action is worth offering now.
#[must_use]
pub fn fits(case: &Case, now: Timestamp, room: &str, kind: &str) -> bool {
    match room {
        // Contact, help, danger and notes: at any time, whatever the state.
        "reception" => reception(case, kind),
        "review" if kind == "record_contact" => true,
        "closure" => closure(case, kind),
        "consent" => consent(case, kind),
        "household" => household(case, kind),
        _ if case.status() == Some(Status::Closed) => false,
        "registration" => registration(case, kind),
        "assessment" => assessment(case, kind),
        "child" => case.is_child(now),
        "planning" => planning(case, kind),
        "implementation" => implementation(case, kind),
        "review" => review(case, now, kind),
        "transfer" => transfer(case, kind),
        _ => true,
    }
}

fn reception(case: &Case, kind: &str) -> bool {
    match kind {
        "receive_arrival" => false,
        "purge_inquiry" => case.status() == Some(Status::Inquiry),
        "answer_alert" => {
            let mut alerts = case.reception.alerts.iter();
            alerts.any(|known| known.answered.is_none())
        }
        "take_alert" => {
            let mut alerts = case.reception.alerts.iter();
            alerts.any(|known| known.answered.is_none() && known.taken.is_none())
        }
        _ => true,
    }
}

fn consent(case: &Case, kind: &str) -> bool {
    let state = &case.consents;
    match kind {
        "withdraw_consent" => !state.decisions.is_empty(),
        "confirm_substitute" => state.substitutes.iter().any(|one| one.confirmed.is_none()),
        "countersign_override" => state
            .overrides
            .iter()
            .any(|one| one.countersigned.is_none()),
        "tell_person" => state.overrides.iter().any(|one| one.told.is_none()),
        _ => true,
    }
}

fn household(case: &Case, kind: &str) -> bool {
    let (inside, hidden) = (
        case.household.present.is_some(),
        case.household.hidden.is_some(),
    );
    match kind {
        "join_household" => !inside,
        "leave_household" => inside,
        "hide_from_household" => inside && !hidden,
        "show_to_household" => hidden,
        _ => true,
    }
}

fn registration(case: &Case, kind: &str) -> bool {
    let registered = case.registration.registered_at.is_some();
    match kind {
        "complete_registration" => !registered,
        "take_case" => {
            let carried = case.registration.worker.as_ref();
            carried.is_none_or(|(_, assignment)| assignment.worker == Worker::Duty)
        }
        "register_emergency" => !registered && case.registration.temporary.is_none(),
        _ => true,
    }
}

fn assessment(case: &Case, kind: &str) -> bool {
    let state = &case.assessment;
    let standing = || state.factors.iter().filter(|known| known.retired.is_none());
    match kind {
        "retire_factor" => standing().next().is_some(),
        "link_factors" => standing().nth(1).is_some(),
        "conclude_tip" => state.tip.iter().any(|one| one.confirmed.is_none()),
        "confirm_tip" => {
            let mut screenings = state.tip.iter();
            screenings.any(|one| one.concluded.is_some() && one.confirmed.is_none())
        }
        "reassess" => state.reassessing.is_none() && case.step(ASSESSED).done.is_some(),
        _ => true,
    }
}

const ASSESSED: casework::lists::Step = casework::lists::Step::Assessment;

fn planning(case: &Case, kind: &str) -> bool {
    let state = &case.planning;
    let (begun, approved) = (state.started.is_some(), state.is_approved());
    let writing = begun && !approved;
    match kind {
        "start_plan" => !begun,
        "revise_plan" => approved,
        "set_objective" => writing && !state.goals.is_empty(),
        "plan_action" => writing && state.open_objectives().next().is_some(),
        "plan_cost" => writing && state.open_actions().next().is_some(),
        _ => writing,
    }
}

fn implementation(case: &Case, kind: &str) -> bool {
    match kind {
        "close_implementation" => !case.planning.snapshots.is_empty(),
        "update_service" => !case.implementation.services.is_empty(),
        "send_referral" | "change_referral" => {
            let mut referrals = case.implementation.referrals.iter();
            referrals.any(|known| known.status == ReferralStatus::Draft)
        }
        _ => true,
    }
}

fn review(case: &Case, now: Timestamp, kind: &str) -> bool {
    let state = &case.review;
    match kind {
        "resume" => case.status() == Some(Status::OnHold),
        "put_on_hold" => case.status() == Some(Status::Open),
        "report_missing_child" => case.is_child(now) && state.missing.is_none(),
        "record_child_found" => state.missing.is_some(),
        "end_appointment" => state.open_appointments().next().is_some(),
        "record_progress" => case.planning.open_objectives().next().is_some(),
        _ => true,
    }
}

fn closure(case: &Case, kind: &str) -> bool {
    let state = &case.closure;
    let closed = case.status() == Some(Status::Closed);
    let dead = state.death.is_some();
    match kind {
        "withdraw_proposal" => !closed && state.proposed.is_some(),
        "record_death" => !dead,
        "correct_death" | "review_dependants" => dead,
        "record_post_closure_check" => closed && state.checked.is_none() && !dead,
        "reopen" => closed && !dead,
        _ => !closed,
    }
}

fn transfer(case: &Case, kind: &str) -> bool {
    let under_way = case.transfer.newest().is_some_and(|one| one.under_way());
    (kind == "propose_transfer") != under_way
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_be_possible_at_any_time_is_offered_in_an_empty_case() {
        let case = Case::default();
        for (room, kind) in [
            ("review", "record_contact"),
            ("reception", "give_help"),
            ("reception", "report_danger"),
            ("reception", "write_note"),
            ("consent", "record_consent"),
        ] {
            assert!(fits(&case, Timestamp::UNIX_EPOCH, room, kind), "{kind}");
        }
    }

    #[test]
    fn what_needs_something_first_is_not_offered_before_it() {
        let case = Case::default();
        for (room, kind) in [
            ("reception", "answer_alert"),
            ("planning", "plan_action"),
            ("planning", "revise_plan"),
            ("child", "record_bia"),
            ("household", "leave_household"),
            ("closure", "reopen"),
            ("transfer", "finish"),
            ("review", "resume"),
        ] {
            assert!(!fits(&case, Timestamp::UNIX_EPOCH, room, kind), "{kind}");
        }
        assert!(fits(&case, Timestamp::UNIX_EPOCH, "planning", "start_plan"));
    }
}

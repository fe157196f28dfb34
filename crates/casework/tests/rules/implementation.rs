//! Implementation: ends of actions, gate G4, safe contact, gaps (2.4, 3.13).

use casework::{
    class::{Class, Classes},
    implementation,
    lists::{Step, StepState},
    planning,
    refusal::{MissingWhat, Why},
};
use serde_json::json;

use crate::{plans::*, services::service, story::*};

#[test]
fn an_action_ends_once_with_an_ending_and_words() {
    for status in ["done", "partly_done", "person_declined", "cancelled"] {
        let (mut story, line) = approved("low");
        let end = json!({"action": line.action, "status": status, "outcome": "keys in hand"});
        story.does(WORKER, "implementation", "end_action", end.clone());
        let case = story.case();
        let action = case.planning.action(line.action).unwrap();
        assert_eq!(planning::status(&case, action, story.now).code(), status);
        assert_eq!(action.ended.as_ref().unwrap().outcome, "keys in hand");
        story.is_refused(
            WORKER,
            "implementation",
            "end_action",
            end,
            Why::AlreadyDone,
        );
    }
    let (mut story, line) = approved("low");
    for status in ["planned", "waiting_for_consent", "under_way"] {
        let end = json!({"action": line.action, "status": status, "outcome": "x"});
        let no = story.is_refused(
            WORKER,
            "implementation",
            "end_action",
            end,
            Why::ServiceState,
        );
        assert_eq!(no.field, Some("status"));
    }
    let silent = json!({"action": line.action, "status": "done", "outcome": " "});
    story.is_refused(
        WORKER,
        "implementation",
        "end_action",
        silent,
        Why::TextNeeded,
    );
    let unknown = json!({"action": NOBODY, "status": "done", "outcome": "x"});
    story.is_refused(
        WORKER,
        "implementation",
        "end_action",
        unknown,
        Why::ActionUnknown,
    );
}

#[test]
fn implementation_is_left_when_nothing_is_open() {
    let (mut story, line) = approved("low");
    let body = with(
        service("food", "planned"),
        json!({"plan_action_ref": line.action}),
    );
    story.does(WORKER, "implementation", "record_service", body);
    let open = [MissingWhat::ActionOpen];
    story.misses(
        WORKER,
        "implementation",
        "close_implementation",
        json!({}),
        &open,
    );
    let end = json!({"action": line.action, "status": "done", "outcome": "keys"});
    story.does(WORKER, "implementation", "end_action", end);
    story.does(WORKER, "implementation", "close_implementation", json!({}));
    assert_eq!(
        story.case().step(Step::Implementation).state(),
        StepState::Done
    );
    let why = Why::AlreadyDone;
    story.is_refused(
        WORKER,
        "implementation",
        "close_implementation",
        json!({}),
        why,
    );
    revise(&mut story);
    approve(&mut story);
    assert_eq!(
        story.case().step(Step::Implementation).state(),
        StepState::RevisitDue
    );
    story.does(WORKER, "implementation", "close_implementation", json!({}));
}

#[test]
fn implementation_is_not_left_before_it_began() {
    let (mut story, _) = ready("low");
    let why = Why::PlanNotApproved;
    story.is_refused(
        WORKER,
        "implementation",
        "close_implementation",
        json!({}),
        why,
    );
    let mut desk = Story::begins();
    desk.does(DESK, "reception", "receive_arrival", arrival());
    let end = json!({"action": NOBODY, "status": "done", "outcome": "x"});
    desk.is_refused(
        WORKER,
        "implementation",
        "end_action",
        end,
        Why::NotACaseYet,
    );
    let why = Why::NotACaseYet;
    desk.is_refused(
        WORKER,
        "implementation",
        "close_implementation",
        json!({}),
        why,
    );
}

#[test]
fn the_gate_names_what_is_open_by_its_service() {
    let (mut story, line) = drafted("low");
    let body = with(
        action(&story, line.objective),
        json!({"service_type": "medicines"}),
    );
    plan_action(&mut story, body);
    let found = implementation::g4(&story.case());
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].which, Some(("action_type", "direct")));
    assert_eq!(found[1].which, Some(("service_type", "medicines")));
    assert_eq!(found[1].classes, Classes::of(Class::Health));
}

#[test]
fn a_gap_is_recorded_by_domain_and_reason() {
    let mut story = registered("low");
    let gap = json!({"service_type": "language_course", "gap_reason": "full",
        "domain": "education_language", "text": "until May"});
    story.does(WORKER, "implementation", "record_gap", gap);
    let case = story.case();
    let (_, kept) = &case.implementation.gaps[0];
    assert_eq!(kept.domain.code(), "education_language");
    assert_eq!(kept.gap_reason.map(|reason| reason.code()), Some("full"));
    assert_eq!(kept.referral, None);
}

//! Approvals: asked for by one, answered by another.

use casework::{
    approval::Subject,
    lists::{Step, StepState},
    refusal::Why,
};
use serde_json::json;

use crate::story::*;

#[test]
fn nothing_is_approved_that_was_not_sent() {
    let mut story = registered("low");
    for kind in ["approve", "send_back"] {
        let body = json!({"subject": "plan", "comment": "x"});
        story.is_refused(SUPERVISOR, "approval", kind, body, Why::NothingToApprove);
    }
}

#[test]
fn a_gate_that_is_not_met_is_not_sent() {
    let mut story = registered("low");
    for subject in ["assessment", "plan", "closure"] {
        let refusal = story.is_refused(
            WORKER,
            "approval",
            "submit",
            json!({"subject": subject}),
            Why::GateNotMet,
        );
        assert!(!refusal.missing.is_empty(), "{subject}");
    }
}

#[test]
fn plans_and_closures_always_need_another_and_assessments_when_grave_or_of_a_child() {
    let calm = registered("low");
    assert!(!Subject::Assessment.needs_approval(&calm.case(), calm.now));
    assert!(Subject::Plan.needs_approval(&calm.case(), calm.now));
    assert!(Subject::Closure.needs_approval(&calm.case(), calm.now));
    let grave = registered("high");
    assert!(Subject::Assessment.needs_approval(&grave.case(), grave.now));
    let urgent = registered("urgent");
    assert!(Subject::Assessment.needs_approval(&urgent.case(), urgent.now));
    let medium = registered("medium");
    assert!(!Subject::Assessment.needs_approval(&medium.case(), medium.now));
}

#[test]
fn an_inquiry_has_nothing_to_send() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    story.is_refused(
        WORKER,
        "approval",
        "submit",
        json!({"subject": "plan"}),
        Why::NotACaseYet,
    );
}

#[test]
fn registration_starts_the_assessment() {
    let story = registered("low");
    assert_eq!(story.case().step(Step::Screening).state(), StepState::Done);
    assert_eq!(
        story.case().step(Step::Assessment).state(),
        StepState::InProgress
    );
    assert_eq!(
        story.case().step(Step::Planning).state(),
        StepState::NotStarted
    );
}

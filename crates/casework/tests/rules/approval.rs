//! Approvals: asked for by one, answered by another.

use casework::{
    approval::Subject,
    lists::{Step, StepState},
    refusal::Why,
};
use serde_json::json;

use crate::{assessment::assess, closure::proposal, plans::*, story::*};

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

#[test]
fn a_supervisor_approves_neither_what_they_sent_nor_the_case_they_carry() {
    let plan = || json!({"subject": "plan"});
    let (mut sent, _) = ready("low");
    sent.does(SUPERVISOR, "approval", "submit", plan());
    let (mut carried, _) = ready("low");
    let worker = SUPERVISOR.account.to_string();
    carried
        .does(
            MANAGER,
            "registration",
            "assign_worker",
            json!({"worker": worker}),
        )
        .does(WORKER, "approval", "submit", plan());
    for mut story in [sent, carried] {
        story.is_refused(SUPERVISOR, "approval", "approve", plan(), Why::SelfApproval);
        story.does(SECOND_SUPERVISOR, "approval", "approve", plan());
    }
}

#[test]
fn what_is_sent_back_is_in_progress_again() {
    let (mut story, _) = ready("low");
    let state = |story: &Story| story.case().step(Step::Planning).state();
    story.does(WORKER, "approval", "submit", json!({"subject": "plan"}));
    assert_eq!(state(&story), StepState::AwaitingApproval);
    let back = json!({"subject": "plan", "comment": "whose words are these?"});
    story.does(SUPERVISOR, "approval", "send_back", back);
    assert_eq!(state(&story), StepState::InProgress);
}

#[test]
fn an_answer_is_for_its_own_subject() {
    let mut story = registered("high");
    assess(&mut story);
    let closure = with(proposal("objectives_met"), json!({"final_risk": "high"}));
    story
        .does(WORKER, "closure", "propose_closure", closure)
        .does(
            WORKER,
            "approval",
            "submit",
            json!({"subject": "assessment"}),
        )
        .does(WORKER, "approval", "submit", json!({"subject": "closure"}))
        .does(
            SUPERVISOR,
            "approval",
            "approve",
            json!({"subject": "assessment"}),
        );
    let approvals = story.case().approvals;
    assert!(approvals.pending(Subject::Assessment).is_none());
    assert!(approvals.pending(Subject::Closure).is_some());
}

#[test]
fn the_second_worker_of_a_case_does_not_approve_it() {
    let (mut story, _) = ready("low");
    let both =
        json!({"worker": WORKER.account.to_string(), "backup": SUPERVISOR.account.to_string()});
    story.does(MANAGER, "registration", "assign_worker", both);
    let plan = json!({"subject": "plan"});
    story.does(WORKER, "approval", "submit", plan.clone());
    story.is_refused(
        SUPERVISOR,
        "approval",
        "approve",
        plan.clone(),
        Why::SelfApproval,
    );
    story.does(SECOND_SUPERVISOR, "approval", "approve", plan);
}

#[test]
fn who_wrote_the_plan_does_not_approve_it_whoever_sends_it() {
    let (mut story, line) = ready("low");
    let more = with(
        objective(&story, line.goal),
        json!({"text": "knows her rights"}),
    );
    story.does(SUPERVISOR, "planning", "set_objective", more);
    let second = story.case().planning.objectives[1].objective.objective;
    let body = action(&story, second);
    plan_action(&mut story, body);
    let said = agreement(&story);
    story.does(WORKER, "planning", "record_agreement", said);
    let plan = json!({"subject": "plan"});
    story.does(WORKER, "approval", "submit", plan.clone());
    story.is_refused(
        SUPERVISOR,
        "approval",
        "approve",
        plan.clone(),
        Why::SelfApproval,
    );
    story.does(SECOND_SUPERVISOR, "approval", "approve", plan.clone());
    // The next version is somebody else's work.
    revise(&mut story);
    let again = json!({"goal": line.goal, "in_person_words": "two keys", "priority": 1});
    story.does(WORKER, "planning", "change_goal", again);
    let said = agreement(&story);
    story.does(WORKER, "planning", "record_agreement", said);
    story.does(WORKER, "approval", "submit", plan.clone());
    story.does(SUPERVISOR, "approval", "approve", plan);
}

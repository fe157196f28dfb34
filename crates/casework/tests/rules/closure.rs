//! Closure: who approves, what a closed case still takes, who comes back.

use casework::{
    Id,
    closure::g6,
    due::DueWhat,
    lists::{AlertKind, Status, Step, StepState},
    refusal::{MissingWhat as M, Why},
};
use serde_json::{Value, json};

use crate::{
    contact::{contact, hours_to},
    review::a_review,
    story::*,
};

/// A proposal in which everything was said.
pub fn proposal(reason: &str) -> Value {
    json!({"reason": reason, "objectives_outcome": "work found", "person_prepared": true,
        "final_risk": "low", "final_picture": "strong ties, own income", "safety_after": "own flat",
        "reentry_info_given": true, "feedback_offered": true})
}

/// A proposal in which nothing was said.
pub fn bare(reason: &str) -> Value {
    json!({"reason": reason, "final_risk": "low"})
}

pub fn missing(story: &Story) -> Vec<M> {
    g6(&story.case(), &story.sop, story.now)
        .iter()
        .map(|missing| missing.what)
        .collect()
}

pub fn missing_with(story: &mut Story, proposal: Value) -> Vec<M> {
    story.does(WORKER, "closure", "propose_closure", proposal);
    missing(story)
}

pub fn submit() -> Value {
    json!({"subject": "closure"})
}

/// Closed by a supervisor, for this reason.
pub fn close(story: &mut Story, proposal: Value) {
    story
        .does(WORKER, "closure", "propose_closure", proposal)
        .does(WORKER, "approval", "submit", submit())
        .does(SUPERVISOR, "approval", "approve", submit());
}

pub fn closed() -> Story {
    let mut story = registered("low");
    close(&mut story, proposal("objectives_met"));
    story
}

#[test]
fn a_case_ends_by_a_supervisor_and_never_by_its_worker() {
    let mut story = registered("low");
    assert_eq!(missing(&story), [M::ClosureReason]);
    story.misses(WORKER, "approval", "submit", submit(), &[M::ClosureReason]);
    story.does(
        WORKER,
        "closure",
        "propose_closure",
        proposal("objectives_met"),
    );
    assert_eq!(
        story.case().step(Step::Closure).state(),
        StepState::InProgress
    );
    assert_eq!(hours_to(&story, DueWhat::ClosureApproval), Some(120));
    story.does(WORKER, "approval", "submit", submit());
    story.is_refused(
        WORKER,
        "approval",
        "approve",
        submit(),
        Why::SupervisorNeeded,
    );
    assert_eq!(story.case().status(), Some(Status::Open));
    assert_eq!(story.case().closure.retention_from(), None);
    story
        .hours(3)
        .does(SUPERVISOR, "approval", "approve", submit());
    let case = story.case();
    assert_eq!((case.status(), case.outcome), (Some(Status::Closed), None));
    assert_eq!(case.closure.retention_from(), Some(story.now));
    assert_eq!(hours_to(&story, DueWhat::ClosureApproval), None);
}

#[test]
fn a_proposal_may_be_taken_back_until_it_is_approved() {
    let mut story = registered("low");
    let back = json!({"reason": "she found a new job offer here"});
    story.is_refused(
        WORKER,
        "closure",
        "withdraw_proposal",
        back.clone(),
        Why::NoSuchThing,
    );
    story.does(
        WORKER,
        "closure",
        "propose_closure",
        proposal("objectives_met"),
    );
    story.is_refused(
        WORKER,
        "closure",
        "withdraw_proposal",
        json!({"reason": " "}),
        Why::ReasonNeeded,
    );
    story.does(WORKER, "approval", "submit", submit());
    let other = proposal("support_ended");
    story.is_refused(
        WORKER,
        "closure",
        "propose_closure",
        other,
        Why::ClosureWaits,
    );
    // She comes back while it waits: nobody has to find the supervisor first.
    story.does(WORKER, "closure", "withdraw_proposal", back);
    assert_eq!(
        story.case().step(Step::Closure).state(),
        StepState::InProgress
    );
    story.is_refused(
        SUPERVISOR,
        "approval",
        "approve",
        submit(),
        Why::NothingToApprove,
    );
    assert_eq!(missing(&story), [M::ClosureReason]);
    assert_eq!(story.case().part_version("closure"), 2);
    assert_eq!(hours_to(&story, DueWhat::ClosureApproval), None);
}

#[test]
fn a_proposal_needs_the_page_it_was_typed_on() {
    let replaces = ask("closure", "propose_closure", proposal("objectives_met"));
    assert_eq!(
        replaces.on_clash(),
        casework::order::OnClash::NeedsBase("closure")
    );
    let adds = ask("closure", "reopen", json!({"reason": "x"}));
    assert_eq!(adds.on_clash(), casework::order::OnClash::Commutes);
}

#[test]
fn a_check_after_closure_needs_its_own_consent() {
    let mut story = registered("low");
    let later = with(
        proposal("objectives_met"),
        json!({"post_closure_check_due": "2026-04-10"}),
    );
    let refusal = story.is_refused(
        WORKER,
        "closure",
        "propose_closure",
        later.clone(),
        Why::ConsentMissing,
    );
    assert_eq!(refusal.field, Some("post_closure_check_due"));
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("contact_after_closure"),
    );
    let today = with(
        later.clone(),
        json!({"post_closure_check_due": "2026-03-02"}),
    );
    story.is_refused(
        WORKER,
        "closure",
        "propose_closure",
        today,
        Why::DatesDisagree,
    );
    let check = json!({"reached": true, "safety_now": "safe", "note": "works, well"});
    story.is_refused(
        WORKER,
        "closure",
        "record_post_closure_check",
        check.clone(),
        Why::CaseOpen,
    );
    close(&mut story, later);
    assert!(hours_to(&story, DueWhat::PostClosureCheck).is_some());
    for (change, why) in [
        (json!({"safety_now": null}), Why::TextNeeded),
        (json!({"note": ""}), Why::TextNeeded),
    ] {
        let partly = with(check.clone(), change);
        story.is_refused(WORKER, "closure", "record_post_closure_check", partly, why);
    }
    story.does(
        WORKER,
        "closure",
        "record_post_closure_check",
        check.clone(),
    );
    assert_eq!(story.kinds(), ["closure.post_closure_checked"]);
    assert_eq!(hours_to(&story, DueWhat::PostClosureCheck), None);
}

#[test]
fn danger_found_after_closure_alerts_the_supervisor() {
    let mut story = closed();
    let danger = json!({"reached": true, "safety_now": "immediate_danger", "note": "he found her"});
    story.does(WORKER, "closure", "record_post_closure_check", danger);
    assert_eq!(
        story.case().reception.alerts[0].alert.kind,
        AlertKind::DangerNow
    );
    let away = json!({"reached": false, "note": "no answer"});
    story.does(WORKER, "closure", "record_post_closure_check", away);
}

#[test]
fn a_closed_case_takes_help_notes_dangers_and_contacts_only() {
    let mut story = closed();
    for (room, kind, body) in [
        ("closure", "propose_closure", proposal("support_ended")),
        ("closure", "withdraw_proposal", json!({"reason": "x"})),
        (
            "closure",
            "dispose_need",
            json!({"domain": "health", "disposition": "referred", "note": "x"}),
        ),
        (
            "closure",
            "name_referral_owner",
            json!({"referral": Id([1; 16]).to_string(), "owner": Id([2; 16]).to_string()}),
        ),
        ("review", "hold_review", a_review()),
        ("review", "put_on_hold", json!({"reason": "x"})),
        ("household", "leave_household", json!({"reason": "left"})),
        (
            "household",
            "link_caregiver",
            json!({"caregiver": Id([1; 16]).to_string(), "safe": true}),
        ),
        ("approval", "submit", submit()),
    ] {
        story.is_refused(WORKER, room, kind, body, Why::CaseClosed);
    }
    let contact = with(contact(), json!({"next_contact_due": null}));
    story
        .does(WORKER, "review", "record_contact", contact)
        .does(
            WORKER,
            "reception",
            "write_note",
            json!({"text": "came by"}),
        )
        .does(
            WORKER,
            "reception",
            "give_help",
            json!({"service_type": "food", "modality": "in_kind", "what": "soup"}),
        );
    assert_eq!(story.case().status(), Some(Status::Closed));
}

#[test]
fn somebody_who_comes_back_begins_a_new_episode() {
    let mut story = registered("low");
    let back = json!({"reason": "lost the flat"});
    story.is_refused(WORKER, "closure", "reopen", back.clone(), Why::CaseOpen);
    close(&mut story, proposal("objectives_met"));
    let was = story.case().closure.closed;
    story.days(40);
    story.is_refused(
        WORKER,
        "closure",
        "reopen",
        json!({"reason": ""}),
        Why::ReasonNeeded,
    );
    story.does(WORKER, "closure", "reopen", back);
    let case = story.case();
    assert_eq!((case.status(), case.episode), (Some(Status::Open), 2));
    assert_eq!(case.earlier[0].closure.closed, was);
    assert!(case.closure.proposed.is_none() && case.closure.closed.is_none());
    assert_eq!(case.arrived_at(), Some(story.now));
}

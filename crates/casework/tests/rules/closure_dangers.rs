//! Gate G6: no case ends over a danger, a missing child, an offer, or by a reason that skips it all.

use casework::{
    Id,
    due::DueWhat,
    lists::{OutcomeStatus, Status},
    refusal::{MissingWhat as M, Why},
};
use serde_json::{Value, json};

use crate::{
    closure::{bare, close, missing, missing_with, proposal, submit},
    contact::hours_to,
    story::*,
    transfer::{offered, to},
};

fn danger(suicidal: bool) -> Value {
    json!({"danger_sources": ["partner"], "threat_detail": "at the door",
        "current_safety": "immediate_danger", "suicidal": suicidal, "action_taken": "stayed with her"})
}

fn answers(story: &mut Story, nth: usize) {
    let alert = story.case().reception.alerts[nth].alert.alert.to_string();
    let answer = json!({"alert": alert, "what_was_done": "police and shelter called"});
    story.does(SUPERVISOR, "reception", "answer_alert", answer);
}

#[test]
fn a_danger_to_life_is_answered_before_the_end() {
    let mut story = registered("low");
    story.does(WORKER, "reception", "report_danger", danger(true));
    for reason in ["objectives_met", "registered_in_error"] {
        let said = with(proposal(reason), json!({"reason_in_words": "wrong person"}));
        let found = missing_with(&mut story, said);
        assert_eq!(found, [M::AlertAnswered, M::AlertAnswered], "{reason}");
    }
    story.misses(
        WORKER,
        "approval",
        "submit",
        submit(),
        &[M::AlertAnswered, M::AlertAnswered],
    );
    answers(&mut story, 0);
    assert_eq!(missing(&story), [M::AlertAnswered]);
    answers(&mut story, 1);
    assert_eq!(missing(&story), []);
}

#[test]
fn a_danger_that_is_over_keeps_nobody() {
    let mut story = registered("low");
    story.does(WORKER, "reception", "report_danger", danger(false));
    assert_eq!(
        missing_with(&mut story, proposal("objectives_met")),
        [M::AlertAnswered]
    );
    let safe = crate::contact::contact();
    story
        .hours(1)
        .does(WORKER, "review", "record_contact", safe);
    assert_eq!(missing(&story), []);
}

#[test]
fn a_level_below_what_is_known_takes_words_on_safety() {
    let mut story = registered("low");
    story.does(WORKER, "reception", "report_danger", danger(false));
    answers(&mut story, 0);
    let said = json!({"reason_in_words": "came for her sister"});
    let low = with(bare("registered_in_error"), said);
    assert_eq!(missing_with(&mut story, low.clone()), [M::SafetyAfter]);
    let urgent = with(low.clone(), json!({"final_risk": "urgent"}));
    assert_eq!(missing_with(&mut story, urgent), []);
    let safe = with(low, json!({"safety_after": "both sisters in the shelter"}));
    assert_eq!(missing_with(&mut story, safe), []);
}

fn missing_child() -> Story {
    let mut story = registered("low");
    story.does(
        WORKER,
        "registration",
        "dispute_age",
        json!({"said_by": "himself", "age_said": 16}),
    );
    let report = json!({"last_seen": "2026-03-02T08:00:00Z", "suspected_abduction": true,
        "circumstances": "left with a stranger"});
    story.does(WORKER, "review", "report_missing_child", report);
    story
}

#[test]
fn a_missing_child_is_found_before_the_end() {
    let mut story = missing_child();
    let moved = missing_with(&mut story, proposal("moved_away_known"));
    assert_eq!(moved, [M::ChildFound, M::AlertAnswered]);
    answers(&mut story, 0);
    assert_eq!(missing(&story), [M::ChildFound]);
    let same =
        json!({"duplicate_outcome": "same", "other_code": "K7Q-0080", "duplicate_reason": "photo"});
    story.does(WORKER, "registration", "resolve_duplicate", same);
    let said = json!({"reason_in_words": "searched for in the other record"});
    assert_eq!(
        missing_with(&mut story, with(proposal("duplicate"), said)),
        []
    );
    story.does(
        WORKER,
        "closure",
        "propose_closure",
        proposal("moved_away_known"),
    );
    let found = json!({"safe": true, "note": "with his aunt"});
    story.does(WORKER, "review", "record_child_found", found);
    assert_eq!(missing(&story), []);
}

#[test]
fn nothing_is_asked_of_the_dead() {
    let mut story = missing_child();
    let died = json!({"died_on": "2026-03-02", "source": "hospital"});
    story.does(WORKER, "closure", "record_death", died).does(
        WORKER,
        "closure",
        "review_dependants",
        json!({"what_was_done": "none"}),
    );
    assert_eq!(missing_with(&mut story, bare("death")), []);
}

#[test]
fn an_offer_is_answered_or_taken_back_before_the_end_and_ends_with_it() {
    let (mut story, id) = offered("low", to("colleague", COLLEAGUE.account));
    let found = missing_with(&mut story, proposal("objectives_met"));
    assert_eq!(found, [M::TransferAnswer]);
    let back = with(id.clone(), json!({"reason": "it ends"}));
    story.does(WORKER, "transfer", "revoke", back);
    assert_eq!(missing(&story), []);
    story.does(WORKER, "approval", "submit", submit());
    let again = crate::transfer::propose(&mut story, to("colleague", COLLEAGUE.account));
    story.is_refused(WORKER, "transfer", "offer", again, Why::ClosureWaits);
}

#[test]
fn registered_in_error_is_said_in_words_and_skips_no_urgent_need() {
    let mut story = registered("low");
    let need =
        json!({"domain": "shelter", "status": "need", "severity": "critical", "urgency": "now1h"});
    story.does(WORKER, "assessment", "answer_need", need);
    assert_eq!(
        missing_with(&mut story, bare("registered_in_error")),
        [M::ReasonInWords, M::UrgentNeedOpen]
    );
    let said = json!({"reason_in_words": "a visitor, never asked for help"});
    let disposed =
        json!({"domain": "shelter", "disposition": "person_declined", "note": "has a hotel"});
    story.does(
        WORKER,
        "closure",
        "propose_closure",
        with(bare("registered_in_error"), said),
    );
    assert_eq!(missing(&story), [M::UrgentNeedOpen]);
    story.does(WORKER, "closure", "dispose_need", disposed);
    assert_eq!(missing(&story), []);
}

#[test]
fn a_duplicate_names_the_record_that_it_is_the_same_as() {
    let mut story = registered("low");
    let said = json!({"reason_in_words": "same passport"});
    let duplicate = with(bare("duplicate"), said);
    assert_eq!(missing_with(&mut story, duplicate.clone()), [M::SameRecord]);
    let same =
        json!({"duplicate_outcome": "same", "duplicate_reason": "same photo in the passport"});
    story.does(WORKER, "registration", "resolve_duplicate", same.clone());
    assert_eq!(missing(&story), [M::SameRecord]);
    let named = with(same, json!({"other_code": "K7Q-0080"}));
    story.does(WORKER, "registration", "resolve_duplicate", named);
    assert_eq!(missing(&story), []);
    story.does(WORKER, "approval", "submit", submit()).does(
        SUPERVISOR,
        "approval",
        "approve",
        submit(),
    );
    assert_eq!(story.case().outcome, Some(OutcomeStatus::DuplicateMerged));
}

#[test]
fn a_withdrawal_as_the_reason_is_on_file() {
    let mut story = registered("low");
    let withdrawn = proposal("consent_withdrawn");
    assert_eq!(missing_with(&mut story, withdrawn), [M::Withdrawal]);
    let other = json!({"scope": "photo"});
    story.does(WORKER, "consent", "withdraw_consent", other);
    assert_eq!(missing(&story), [M::Withdrawal]);
    let whole = json!({"scope": "case_management"});
    story.does(WORKER, "consent", "withdraw_consent", whole);
    assert_eq!(missing(&story), []);
    let mut refused = registered("low");
    let no = with(consent("case_management"), json!({"decision": "refused"}));
    refused.does(WORKER, "consent", "record_consent", no);
    assert_eq!(
        missing_with(&mut refused, proposal("consent_withdrawn")),
        []
    );
}

#[test]
fn a_check_after_closure_is_due_for_as_long_as_the_person_agrees() {
    let mut story = registered("low");
    let scope = "contact_after_closure";
    story.does(WORKER, "consent", "record_consent", consent(scope));
    let later = json!({"post_closure_check_due": "2026-04-10"});
    close(&mut story, with(proposal("objectives_met"), later));
    assert!(hours_to(&story, DueWhat::PostClosureCheck).is_some());
    story.does(
        WORKER,
        "consent",
        "withdraw_consent",
        json!({"scope": scope}),
    );
    assert_eq!(hours_to(&story, DueWhat::PostClosureCheck), None);
    // What was done all the same is written down.
    let check = json!({"reached": false, "note": "called before she said no"});
    story.does(WORKER, "closure", "record_post_closure_check", check);
}

#[test]
fn an_end_comes_after_its_proposal_and_a_return_after_the_end() {
    let mut story = registered("low");
    story.days(10).does(
        WORKER,
        "closure",
        "propose_closure",
        proposal("objectives_met"),
    );
    story.does(WORKER, "approval", "submit", submit());
    let before = story.now - jiff::SignedDuration::from_hours(2);
    for (kind, comment) in [("approve", json!(null)), ("send_back", json!("why?"))] {
        let body = with(submit(), json!({"comment": comment}));
        let refusal = story
            .tries_of(SUPERVISOR, "approval", kind, body, before)
            .unwrap_err();
        assert_eq!(
            (refusal.why, refusal.field),
            (Why::HappenedTooEarly, Some("happened"))
        );
    }
    story.hours(5);
    let then = story.now - jiff::SignedDuration::from_hours(4);
    story
        .tries_of(SUPERVISOR, "approval", "approve", submit(), then)
        .unwrap();
    assert_eq!(story.case().closure.retention_from(), Some(then));
    let back = json!({"reason": "lost the flat"});
    let refusal = story
        .tries_of(WORKER, "closure", "reopen", back.clone(), before)
        .unwrap_err();
    assert_eq!(refusal.why, Why::HappenedTooEarly);
    story.does(WORKER, "closure", "reopen", back);
    assert_eq!(story.case().status(), Some(Status::Open));
}

#[test]
fn an_offer_left_behind_in_a_closed_case_is_read_by_nobody_and_can_be_ended() {
    let (mut story, id) = offered("low", to("colleague", COLLEAGUE.account));
    // As a ledger may hold it from before the gate asked.
    let (mut other, _) = offered("low", to("colleague", COLLEAGUE.account));
    let back = json!({"transfer": other.case().transfer.newest().unwrap().asked.transfer.to_string(),
        "reason": "it ends"});
    other.does(WORKER, "transfer", "revoke", back);
    close(&mut other, proposal("objectives_met"));
    let end = other.events.last().unwrap().clone();
    story.events.push(end);
    assert_eq!(story.case().status(), Some(Status::Closed));
    assert_eq!(casework::transfer::offered_to(&story.case()), None);
    story.is_refused(COLLEAGUE, "transfer", "accept", id.clone(), Why::CaseClosed);
    let no = with(id, json!({"reason": "closed"}));
    story.does(COLLEAGUE, "transfer", "reject", no);
    assert_ne!(
        Id::default(),
        story.case().transfer.newest().unwrap().asked.transfer
    );
}

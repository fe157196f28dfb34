//! Family tracing, caregivers who may be the danger, authorities that are told.

use casework::{
    class::Classes,
    lists::{AlertKind, ChildDecision, Theme, TracingStatus},
    refusal::Why,
    sop::FloorReason,
};
use serde_json::json;

use crate::{
    child::{CHILD, bia, opened, panel, why_blocked},
    story::*,
};

#[test]
fn no_tracing_before_the_child_agrees() {
    let mut story = opened();
    let start = json!({"who": "an uncle in the north"});
    let refusal = story.is_refused(
        WORKER,
        "child",
        "start_tracing",
        start.clone(),
        Why::ConsentMissing,
    );
    assert_eq!(refusal.which, Some(("consent_scope", "tracing")));
    let found = json!({"result": "found_safe", "who": "the uncle"});
    story.is_refused(
        WORKER,
        "child",
        "record_tracing",
        found.clone(),
        Why::NotNow,
    );
    story.does(WORKER, "consent", "record_consent", consent("tracing"));
    story.is_refused(
        WORKER,
        "child",
        "start_tracing",
        json!({"who": ""}),
        Why::TextNeeded,
    );
    story.does(WORKER, "child", "start_tracing", start.clone());
    story.is_refused(
        WORKER,
        "child",
        "start_tracing",
        start.clone(),
        Why::AlreadyDone,
    );
    story.does(
        WORKER,
        "child",
        "record_tracing",
        json!({"result": "not_found"}),
    );
    story.does(WORKER, "child", "start_tracing", start);
    story.does(WORKER, "child", "record_tracing", found);
}

#[test]
fn whoever_was_found_is_named_to_readers_of_children_only() {
    let mut story = opened();
    story
        .does(WORKER, "consent", "record_consent", consent("tracing"))
        .does(WORKER, "child", "start_tracing", json!({"who": "an uncle"}));
    for result in ["found_safe", "found_unsafe"] {
        let nameless = json!({"result": result});
        let refusal =
            story.is_refused(WORKER, "child", "record_tracing", nameless, Why::TextNeeded);
        assert_eq!(refusal.field, Some("who"));
    }
    let never = json!({"result": "not_started"});
    let refusal = story.is_refused(WORKER, "child", "record_tracing", never, Why::NotAllowed);
    assert_eq!(refusal.field, Some("result"));
    story.does(
        WORKER,
        "child",
        "record_tracing",
        json!({"result": "person_declined"}),
    );
    let safe = json!({"result": "found_safe", "who": "the uncle"});
    story.does(WORKER, "child", "record_tracing", safe);
    let general = story.case_for(Classes::GENERAL);
    assert!(general.child.tracing.is_none() && general.child.traced.is_empty());
    let reader = story.case_for(CHILD);
    assert_eq!(reader.child.tracing.unwrap().1, TracingStatus::FoundSafe);
    assert_eq!(reader.child.traced.len(), 2);
}

#[test]
fn an_unsafe_relative_stops_reunification_until_best_interests_are_asked_again() {
    let mut story = opened();
    let allowed = with(bia(), json!({"allows": ["reunification", "placement"]}));
    story
        .does(WORKER, "child", "record_bia", allowed.clone())
        .does(WORKER, "consent", "record_consent", consent("tracing"))
        .does(WORKER, "child", "start_tracing", json!({"who": "an uncle"}));
    let found = |result: &str| json!({"result": result, "who": "the uncle"});
    story.does(WORKER, "child", "record_tracing", found("found_safe"));
    assert_eq!(why_blocked(&story, ChildDecision::Reunification), None);
    let unsafe_now = |story: &mut Story| {
        story.does(WORKER, "child", "record_tracing", found("found_unsafe"));
        story.does(WORKER, "child", "record_tracing", found("found_safe"));
        assert_eq!(
            why_blocked(story, ChildDecision::Reunification),
            Some(Why::BiaNeeded)
        );
        assert_eq!(why_blocked(story, ChildDecision::Placement), None);
    };
    unsafe_now(&mut story);
    story.does(WORKER, "child", "record_bia", allowed);
    assert_eq!(why_blocked(&story, ChildDecision::Reunification), None);
    unsafe_now(&mut story);
    let body = with(panel(), json!({"allows": ["reunification"]}));
    story.does(SUPERVISOR, "child", "hold_bid_panel", body);
    assert_eq!(why_blocked(&story, ChildDecision::Reunification), None);
}

#[test]
fn a_caregiver_who_may_be_the_abuser_raises_the_floor_in_silence() {
    for (situation, danger) in [
        ("unsafe", true),
        ("suspected", true),
        ("absent", false),
        ("present_and_safe", false),
    ] {
        let mut story = opened();
        let body = json!({"situation": situation, "who": "the stepfather"});
        story.does(WORKER, "child", "describe_caregiver", body);
        let case = story.case();
        assert_eq!(case.child.caregiver_is_abuser(), danger, "{situation}");
        let floors = casework::floors::floors(&case, &story.sop, story.now);
        let raised = floors
            .iter()
            .any(|floor| floor.reason == FloorReason::CaregiverIsAbuser);
        assert_eq!(raised, danger);
        assert_eq!(case.reception.alerts.len(), usize::from(danger));
        assert_eq!(case.review.triggers.len(), usize::from(danger));
        if danger {
            let alert = &case.reception.alerts[0].alert;
            assert_eq!(alert.kind, AlertKind::UnsafeCaregiver);
            assert_eq!(alert.theme, Theme::ChildProtection);
        }
        let general = story.case_for(Classes::GENERAL);
        assert!(general.child.caregiver.is_none() && general.reception.alerts.is_empty());
    }
    assert!(!opened().case().child.caregiver_is_abuser());
}

#[test]
fn an_authority_is_told_something() {
    let mut story = opened();
    let told = json!({"authority": "guardianship office", "what": "a boy of 16, alone"});
    for field in ["authority", "what"] {
        let silent = with(told.clone(), json!({field: " "}));
        let refusal = story.is_refused(WORKER, "child", "tell_authority", silent, Why::TextNeeded);
        assert_eq!(refusal.field, Some(field));
    }
    story.does(WORKER, "child", "tell_authority", told);
    assert_eq!(story.case_for(CHILD).child.told.len(), 1);
    assert!(story.case_for(Classes::GENERAL).child.told.is_empty());
}

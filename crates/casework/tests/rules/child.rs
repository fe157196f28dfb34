//! Children: best interests before what changes a life, tracing only once the child agreed, and
//! caregivers who may be the danger.

use casework::{
    child::{blocked, without_guardian},
    class::{Class, Classes},
    due::{Due, DueWhat, due},
    lists::ChildDecision,
    refusal::{MissingWhat, Why},
};

use serde_json::{Value, json};

use crate::{
    assessment::{assess, registered_child, submit},
    story::*,
};

pub const CHILD: Classes = Classes::of(Class::Child);

const WAITING: [ChildDecision; 4] = [
    ChildDecision::Return,
    ChildDecision::Transfer,
    ChildDecision::Placement,
    ChildDecision::Reunification,
];

pub fn bia() -> Value {
    json!({"child_view": "I want to go to school", "care_now": "foster",
        "recommended_actions": "school, foster family", "bid_needed": false})
}

fn bid_needed() -> Value {
    with(
        bia(),
        json!({"bid_needed": true, "bid_reason": "temporary_care_exceptional"}),
    )
}

pub fn panel() -> Value {
    json!({"participants": ["supervisor", "psychologist", "guardian"],
        "options": "foster care or uncle", "decision_text": "foster care",
        "allows": ["placement"]})
}

/// A child of 16 whose BIA was opened.
pub fn opened() -> Story {
    let mut story = registered_child("2010-01-01", "high");
    story.does(WORKER, "child", "open_bia", json!({}));
    story
}

pub fn why_blocked(story: &Story, decision: ChildDecision) -> Option<Why> {
    blocked(&story.case(), decision, story.now).map(|refusal| refusal.why)
}

fn dues_of(story: &Story, what: DueWhat) -> Vec<Due> {
    let mut all = due(&story.case(), &story.sop, story.now);
    all.retain(|due| due.what == what);
    all
}

#[test]
fn a_bia_is_opened_once_and_only_for_a_child() {
    let mut story = opened();
    story.is_refused(WORKER, "child", "open_bia", json!({}), Why::AlreadyDone);
    registered("low").is_refused(WORKER, "child", "open_bia", json!({}), Why::NotAChild);
}

#[test]
fn the_assessment_of_a_child_waits_for_its_bia() {
    let mut story = registered_child("2010-01-01", "low");
    assess(&mut story);
    let refusal = story.is_refused(WORKER, "approval", "submit", submit(), Why::GateNotMet);
    assert_eq!(refusal.missing.len(), 1);
    assert_eq!(
        (refusal.missing[0].what, refusal.missing[0].classes),
        (MissingWhat::Bia, CHILD)
    );
    story.does(WORKER, "child", "open_bia", json!({}));
    story.does(WORKER, "approval", "submit", submit());
}

#[test]
fn a_bia_begins_with_what_the_child_says() {
    let mut story = registered_child("2010-01-01", "high");
    story.is_refused(WORKER, "child", "record_bia", bia(), Why::BiaNeeded);
    story.does(WORKER, "child", "open_bia", json!({}));
    for field in ["child_view", "recommended_actions"] {
        let silent = with(bia(), json!({field: ""}));
        let refusal = story.is_refused(WORKER, "child", "record_bia", silent, Why::TextNeeded);
        assert_eq!(refusal.field, Some(field));
    }
    story.does(WORKER, "child", "record_bia", bia());
    assert!(story.case_for(CHILD).child.bia.is_some());
    let general = story.case_for(Classes::GENERAL);
    assert!(general.child.bia.is_none() && general.child.opened.is_some());
}

#[test]
fn a_bia_that_asks_for_a_determination_says_why() {
    let mut story = opened();
    let body = with(bia(), json!({"bid_needed": true}));
    let refusal = story.is_refused(WORKER, "child", "record_bia", body, Why::ReasonNeeded);
    assert_eq!(refusal.field, Some("bid_reason"));
    story.does(WORKER, "child", "record_bia", bid_needed());
    assert!(story.case().child.bid_pending);
}

#[test]
fn nobody_is_assessed_as_a_child_after_turning_eighteen() {
    let mut story = opened();
    story.does(WORKER, "child", "record_bia", bia());
    story.days(800);
    story.is_refused(WORKER, "child", "record_bia", bia(), Why::NotAChild);
    story.is_refused(
        SUPERVISOR,
        "child",
        "hold_bid_panel",
        panel(),
        Why::NotAChild,
    );
}

#[test]
fn a_panel_weighs_facts_with_several_functions() {
    let mut story = opened();
    story.is_refused(
        SUPERVISOR,
        "child",
        "hold_bid_panel",
        panel(),
        Why::BiaNeeded,
    );
    story.does(WORKER, "child", "record_bia", bid_needed());
    for other in [WORKER, MANAGER, TIP_FOCAL_POINT, PSYCHOLOGIST] {
        story.is_refused(
            other,
            "child",
            "hold_bid_panel",
            panel(),
            Why::ConfirmerNeeded,
        );
    }
    for alone in [
        json!(["supervisor"]),
        json!(["supervisor", "supervisor"]),
        json!([
            "supervisor",
            "person",
            "caregiver",
            "guardian",
            "interpreter"
        ]),
    ] {
        let body = with(panel(), json!({"participants": alone}));
        let refusal = story.is_refused(
            SUPERVISOR,
            "child",
            "hold_bid_panel",
            body,
            Why::TwoStaffNeeded,
        );
        assert_eq!(refusal.field, Some("participants"));
    }
    for field in ["options", "decision_text"] {
        let silent = with(panel(), json!({field: ""}));
        let refusal = story.is_refused(
            SUPERVISOR,
            "child",
            "hold_bid_panel",
            silent,
            Why::TextNeeded,
        );
        assert_eq!(refusal.field, Some(field));
    }
    let two = with(
        panel(),
        json!({"participants": ["supervisor", "caseworker"]}),
    );
    story.does(SUPERVISOR, "child", "hold_bid_panel", two);
    story.does(CHILD_FOCAL_POINT, "child", "hold_bid_panel", panel());
    assert_eq!(story.case_for(CHILD).child.panels.len(), 2);
    assert!(story.case_for(Classes::GENERAL).child.panels.is_empty());
}

#[test]
fn life_changing_decisions_wait_for_a_bia() {
    let mut story = opened();
    for decision in WAITING {
        assert_eq!(why_blocked(&story, decision), Some(Why::BiaNeeded));
        let refusal = blocked(&story.case(), decision, story.now).unwrap();
        assert_eq!(refusal.which, Some(("child_decision", decision.code())));
    }
    assert_eq!(why_blocked(&story, ChildDecision::TemporaryCare), None);
    assert_eq!(why_blocked(&story, ChildDecision::Tracing), None);
    for decision in WAITING {
        let allows = with(bia(), json!({"allows": [decision.code()]}));
        story.does(WORKER, "child", "record_bia", allows);
        for other in WAITING {
            let expected = (other != decision).then_some(Why::BiaNeeded);
            assert_eq!(why_blocked(&story, other), expected);
        }
    }
}

#[test]
fn where_a_determination_is_needed_only_the_panel_allows() {
    let mut story = opened();
    let wishes = with(bid_needed(), json!({"allows": ["placement", "return"]}));
    story.does(WORKER, "child", "record_bia", wishes);
    let refusal = blocked(&story.case(), ChildDecision::Placement, story.now).unwrap();
    assert_eq!((refusal.why, refusal.classes), (Why::BidNeeded, CHILD));
    story.does(SUPERVISOR, "child", "hold_bid_panel", panel());
    assert_eq!(why_blocked(&story, ChildDecision::Placement), None);
    assert_eq!(
        why_blocked(&story, ChildDecision::Return),
        Some(Why::BiaNeeded)
    );
    story.does(WORKER, "child", "record_bia", bia());
    assert_eq!(
        why_blocked(&story, ChildDecision::Placement),
        None,
        "the panel's word stands"
    );
    story.does(WORKER, "child", "record_bia", bid_needed());
    assert_eq!(
        why_blocked(&story, ChildDecision::Placement),
        Some(Why::BidNeeded)
    );
}

#[test]
fn decisions_wait_for_children_without_guardian_only() {
    let mut story = registered_child("2010-01-01", "low");
    let alone = |story: &Story| without_guardian(&story.case(), story.now);
    assert!(alone(&story), "nobody is known");
    for (background, expected) in [
        (json!({"care_arrangement": "parents"}), false),
        (json!({"care_arrangement": "usual_caregiver"}), false),
        (json!({"care_arrangement": "unrelated_adult"}), true),
        (json!({"care_arrangement": "unknown"}), true),
        (json!({"guardian": "appointed by the court"}), false),
        (json!({"guardian": " "}), true),
    ] {
        story.does(WORKER, "registration", "record_background", background);
        assert_eq!(alone(&story), expected);
        assert_eq!(
            why_blocked(&story, ChildDecision::Return).is_some(),
            expected
        );
    }
    for (situation, expected) in [
        ("present_and_safe", false),
        ("absent", true),
        ("unsafe", true),
        ("suspected", true),
    ] {
        let body = json!({"situation": situation});
        story.does(WORKER, "child", "describe_caregiver", body);
        assert_eq!(alone(&story), expected, "{situation}");
    }
    let adult = registered("low");
    assert!(!alone(&adult));
    assert_eq!(why_blocked(&adult, ChildDecision::Return), None);
}

#[test]
fn a_child_who_came_alone_stays_so_whatever_the_form_says() {
    let parents = json!({"care_arrangement": "parents"});
    let mut flagged = registered_child("2010-01-01", "low");
    flagged.does(WORKER, "registration", "record_background", parents.clone());
    assert!(!without_guardian(&flagged.case(), flagged.now));
    let found = json!({"vulnerability_categories": ["unaccompanied_child"]});
    flagged.does(WORKER, "assessment", "record_categories", found);
    assert!(without_guardian(&flagged.case(), flagged.now));
    let mut seen = Story::begins();
    seen.does(
        DESK,
        "reception",
        "receive_arrival",
        arrival_of_child("from15_to17"),
    );
    assert!(without_guardian(&seen.case(), seen.now));
    let mut abused = registered_child("2010-01-01", "low");
    abused
        .does(WORKER, "registration", "record_background", parents)
        .does(
            WORKER,
            "child",
            "describe_caregiver",
            json!({"situation": "suspected"}),
        );
    assert!(without_guardian(&abused.case(), abused.now));
}

#[test]
fn the_bia_is_due_with_the_assessment_and_the_panel_after_it() {
    for (risk, hours) in [("high", 48), ("low", 336)] {
        let mut story = registered_child("2010-01-01", risk);
        let arrived = story.now;
        let after = |hours| arrived + jiff::SignedDuration::from_hours(hours);
        let dues = dues_of(&story, DueWhat::Bia);
        assert_eq!(
            (dues.len(), dues[0].at, dues[0].classes),
            (1, after(hours), CHILD)
        );
        story.does(WORKER, "child", "open_bia", json!({}));
        assert_eq!(dues_of(&story, DueWhat::Bia).len(), 1, "opened is not done");
        story.hours(10);
        story.does(WORKER, "child", "record_bia", bia());
        assert!(dues_of(&story, DueWhat::Bia).is_empty());
        assert!(dues_of(&story, DueWhat::BidPanel).is_empty());
        story.does(WORKER, "child", "record_bia", bid_needed());
        let panels = dues_of(&story, DueWhat::BidPanel);
        let level = story.case().risk().unwrap();
        let review = i64::from(story.sop.times(level).supervisor_review);
        assert_eq!((panels.len(), panels[0].at), (1, after(10 + review)));
        assert_eq!(panels[0].classes, CHILD);
        story.does(SUPERVISOR, "child", "hold_bid_panel", panel());
        assert!(dues_of(&story, DueWhat::BidPanel).is_empty());
    }
    assert!(dues_of(&registered("high"), DueWhat::Bia).is_empty());
}

#[test]
fn what_is_told_first_may_be_written_by_anybody_and_the_rest_by_readers() {
    let needs = |kind: &str, body: Value| ask("child", kind, body).needs();
    assert_eq!(needs("open_bia", json!({})), Classes::GENERAL);
    assert_eq!(
        needs("describe_caregiver", json!({"situation": "absent"})),
        Classes::GENERAL
    );
    assert_eq!(needs("record_bia", bia()), CHILD);
    assert_eq!(needs("hold_bid_panel", panel()), CHILD);
    assert_eq!(needs("start_tracing", json!({"who": "x"})), CHILD);
}

#[test]
fn idris_is_a_child_with_two_ages_on_file_and_stays_where_he_is_safe() {
    let mut story = registered_child("2009-04-06", "high");
    story.days(1);
    let police = json!({"said_by": "police", "age_said": 19});
    story.does(WORKER, "registration", "dispute_age", police);
    assert!(story.case().is_child(story.now), "the younger age counts");
    story
        .does(WORKER, "child", "open_bia", json!({}))
        .days(1)
        .does(WORKER, "child", "record_bia", bid_needed());
    assert_eq!(
        why_blocked(&story, ChildDecision::TemporaryCare),
        None,
        "foster care tonight"
    );
    for decision in WAITING {
        assert_eq!(why_blocked(&story, decision), Some(Why::BidNeeded));
    }
    let uncle = json!({"who": "an uncle"});
    story.is_refused(
        WORKER,
        "child",
        "start_tracing",
        uncle.clone(),
        Why::ConsentMissing,
    );
    story.days(3);
    story.does(WORKER, "consent", "record_consent", consent("tracing"));
    story.does(WORKER, "child", "start_tracing", uncle);
    let found = |result: &str| json!({"result": result, "who": "the uncle"});
    story
        .days(7)
        .does(WORKER, "child", "record_tracing", found("found_safe"));
    story
        .days(18)
        .does(WORKER, "child", "record_tracing", found("found_unsafe"));
    story
        .days(15)
        .does(SUPERVISOR, "child", "hold_bid_panel", panel());
    assert_eq!(why_blocked(&story, ChildDecision::Placement), None);
    for decision in [ChildDecision::Return, ChildDecision::Reunification] {
        assert_eq!(why_blocked(&story, decision), Some(Why::BiaNeeded));
    }
}

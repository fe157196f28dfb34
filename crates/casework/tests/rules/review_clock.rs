//! The clocks of review: whose they are, and that a new level makes nothing late that was in time.

use casework::{
    class::{Class, Classes},
    due::DueWhat,
    lists::{AlertKind, Status},
    refusal::Why,
};
use serde_json::{Value, json};

use crate::{
    closure,
    contact::{due_of, hours_to},
    review::a_review,
    story::*,
};

fn risk(level: &str) -> Value {
    json!({"risk_level": level, "risk_reason": "as things stand"})
}

#[test]
fn a_review_answers_only_for_what_its_holder_may_know() {
    let mut story = registered("low");
    let violence = json!({"trigger": "new_violence", "text": "beaten", "about": ["gbv"]});
    let moved = json!({"trigger": "eviction", "text": "lost the room"});
    story
        .does(WORKER, "review", "record_trigger", violence)
        .does(WORKER, "review", "record_trigger", moved);
    assert_eq!(due_of(&story, DueWhat::TriggerReview).len(), 2);
    story.held = Classes::of(Class::Health);
    story
        .hours(1)
        .does(MANAGER, "review", "hold_review", a_review());
    let left = due_of(&story, DueWhat::TriggerReview);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].classes, Classes::of(Class::Gbv));
    story.held = Classes::of(Class::Gbv);
    story
        .hours(1)
        .does(WORKER, "review", "hold_review", a_review());
    assert!(due_of(&story, DueWhat::TriggerReview).is_empty());
}

#[test]
fn the_next_review_is_no_later_than_the_level_allows() {
    let mut story = registered("low");
    let next = |level: &str, day: &str| {
        with(
            a_review(),
            json!({"risk_level_new": level, "next_review_on": day}),
        )
    };
    for (level, day) in [
        ("urgent", "2026-03-10"),
        ("high", "2026-04-02"),
        ("low", "2026-06-01"),
    ] {
        let late = next(level, day);
        let refusal = story.is_refused(WORKER, "review", "hold_review", late, Why::ReviewTooLate);
        assert_eq!(refusal.field, Some("next_review_on"));
    }
    for (level, day) in [
        ("low", "2026-05-31"),
        ("high", "2026-04-01"),
        ("urgent", "2026-03-09"),
    ] {
        story.does(WORKER, "review", "hold_review", next(level, day));
    }
}

#[test]
fn to_escalate_tells_the_supervisor() {
    let mut story = registered("low");
    story.does(WORKER, "review", "hold_review", a_review());
    assert!(story.case().reception.alerts.is_empty());
    let up = json!({"decision": "escalate"});
    story.does(WORKER, "review", "hold_review", with(a_review(), up));
    let alerts = story.case().reception.alerts;
    assert_eq!(alerts[0].alert.kind, AlertKind::Escalated);
}

#[test]
fn a_graver_level_makes_nothing_late_that_was_in_time() {
    let mut story = registered("low");
    story
        .days(10)
        .does(WORKER, "screening", "decide_risk", risk("high"));
    assert_eq!(hours_to(&story, DueWhat::SupervisorReview), Some(48));
    assert_eq!(hours_to(&story, DueWhat::Assessment), Some(48));
    assert_eq!(hours_to(&story, DueWhat::Contact), Some(168));
    let safety_plan = due_of(&story, DueWhat::SafetyPlan)[0].at;
    // Decided again: the clocks of the level go on.
    story
        .hours(30)
        .does(WORKER, "screening", "decide_risk", risk("high"));
    assert_eq!(hours_to(&story, DueWhat::SupervisorReview), Some(18));
    assert_eq!(due_of(&story, DueWhat::SafetyPlan)[0].at, safety_plan);
    let mut late = registered("low");
    late.days(20)
        .does(WORKER, "screening", "decide_risk", risk("high"));
    assert_eq!(
        hours_to(&late, DueWhat::Assessment),
        Some((14 - 20) * 24),
        "late already"
    );
    let mut calmer = registered("high");
    calmer
        .days(1)
        .does(WORKER, "screening", "decide_risk", risk("low"));
    assert_eq!(hours_to(&calmer, DueWhat::Assessment), Some(13 * 24));
}

#[test]
fn a_rest_does_not_end_the_control_of_grave_cases() {
    for (level, due) in [("urgent", Some(24)), ("high", Some(48)), ("medium", None)] {
        let mut story = registered(level);
        story.does(WORKER, "review", "put_on_hold", json!({"reason": "abroad"}));
        assert_eq!(story.case().status(), Some(Status::OnHold));
        assert_eq!(hours_to(&story, DueWhat::SupervisorReview), due, "{level}");
    }
}

#[test]
fn whoever_comes_back_is_looked_at_within_the_hour() {
    let mut story = closure::closed();
    story.days(3).does(
        WORKER,
        "closure",
        "reopen",
        json!({"reason": "he found her"}),
    );
    assert_eq!(hours_to(&story, DueWhat::FirstResponse), Some(1));
    story.does(WORKER, "screening", "decide_risk", risk("urgent"));
    assert_eq!(hours_to(&story, DueWhat::FirstResponse), None);
    assert_eq!(hours_to(&story, DueWhat::SupervisorReview), Some(24));
}

#[test]
fn nothing_is_planned_for_somebody_who_died() {
    let mut story = registered("high");
    assert!(hours_to(&story, DueWhat::Assessment).is_some());
    let died = json!({"died_on": "2026-03-02", "source": "hospital"});
    story.does(WORKER, "closure", "record_death", died);
    for what in [DueWhat::Assessment, DueWhat::SafetyPlan, DueWhat::Contact] {
        assert_eq!(hours_to(&story, what), None);
    }
}

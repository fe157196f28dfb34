//! Reviews and meetings: who sits in which, what a review decides, what forces one, gate G5.

use casework::{
    Id,
    class::{Class, Classes},
    due::DueWhat,
    lists::{Progress, RiskLevel, Step, StepState},
    refusal::{MissingWhat, Why},
    review::g5,
};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{
    contact::{due_of, hours_to},
    story::*,
};

/// An internal review that finds everything as it was.
pub fn a_review() -> Value {
    json!({"meeting_type": "case_management", "participants": ["caseworker", "case_manager"],
        "goal_progress": "papers half way", "risk_level_new": "low", "risk_reason": "stable",
        "decision": "continue"})
}

fn g5_of(story: &Story) -> Vec<MissingWhat> {
    g5(&story.case(), &story.sop, story.now)
        .iter()
        .map(|missing| missing.what)
        .collect()
}

#[test]
fn the_supervisor_looks_first_and_then_in_rhythm() {
    for (risk, first, then) in [
        ("urgent", 24, 24),
        ("high", 48, 336),
        ("medium", 720, 720),
        ("low", 2160, 2160),
    ] {
        let mut story = registered(risk);
        assert_eq!(hours_to(&story, DueWhat::SupervisorReview), Some(first));
        let same = json!({"risk_level_new": risk});
        story.does(
            WORKER,
            "review",
            "hold_review",
            with(a_review(), same.clone()),
        );
        assert_eq!(hours_to(&story, DueWhat::SupervisorReview), Some(first));
        let there = json!({"participants": ["caseworker", "supervisor"]});
        story.does(
            WORKER,
            "review",
            "hold_review",
            with(with(a_review(), same), there),
        );
        assert_eq!(hours_to(&story, DueWhat::SupervisorReview), Some(then));
    }
    let mut alone = registered("high");
    alone.does(
        SUPERVISOR,
        "review",
        "hold_review",
        with(a_review(), json!({"risk_level_new": "high"})),
    );
    assert_eq!(hours_to(&alone, DueWhat::SupervisorReview), Some(336));
    let mut session = registered("high");
    let talk = |kind: &str| json!({"meeting_type": kind, "participants": ["caseworker"], "minutes": "looked"});
    session.does(WORKER, "review", "hold_meeting", talk("group_session"));
    assert_eq!(hours_to(&session, DueWhat::SupervisorReview), Some(48));
    session.does(SUPERVISOR, "review", "hold_meeting", talk("supervision"));
    assert_eq!(hours_to(&session, DueWhat::SupervisorReview), Some(336));
}

#[test]
fn a_review_decides_the_risk_and_floors_hold() {
    let mut story = registered("medium");
    story.does(WORKER, "review", "hold_review", a_review());
    assert_eq!(
        story.kinds(),
        ["review.review_held", "screening.risk_decided"]
    );
    assert_eq!(story.case().risk(), Some(RiskLevel::Low));
    assert_eq!(story.case().step(Step::Review).state(), StepState::Done);
    let threat = json!({"danger_sources": ["community"], "threat_detail": "shouted",
        "current_safety": "at_risk", "suicidal": false, "action_taken": "moved"});
    story.does(WORKER, "reception", "report_danger", threat);
    let refusal = story.is_refused(WORKER, "review", "hold_review", a_review(), Why::BelowFloor);
    assert_eq!(refusal.field, Some("risk_level_new"));
    story.does(SUPERVISOR, "review", "hold_review", a_review());
}

#[test]
fn a_review_is_written_in_words() {
    let mut story = registered("low");
    for field in ["goal_progress", "risk_reason"] {
        let blank = with(a_review(), json!({field: " "}));
        let refusal = story.is_refused(WORKER, "review", "hold_review", blank, Why::TextNeeded);
        assert_eq!(refusal.field, Some(field));
    }
    let alone = with(a_review(), json!({"participants": []}));
    story.is_refused(WORKER, "review", "hold_review", alone, Why::TextNeeded);
    let today = with(a_review(), json!({"next_review_on": "2026-03-02"}));
    story.is_refused(WORKER, "review", "hold_review", today, Why::DatesDisagree);
}

#[test]
fn a_review_may_ask_for_a_new_plan_or_a_new_assessment() {
    let mut story = registered("low");
    let adjust = with(a_review(), json!({"decision": "adjust_plan"}));
    let refusal = story.is_refused(
        WORKER,
        "review",
        "hold_review",
        adjust.clone(),
        Why::TextNeeded,
    );
    assert_eq!(refusal.field, Some("changes_agreed"));
    assert!(!story.case().step(Step::Planning).revisit);
    story.does(
        WORKER,
        "review",
        "hold_review",
        with(adjust, json!({"changes_agreed": "school first"})),
    );
    assert!(story.case().step(Step::Planning).revisit);
    assert!(!story.case().step(Step::Assessment).revisit);
    assert_eq!(g5_of(&story), [MissingWhat::PlanUpdate]);
    story.does(
        WORKER,
        "review",
        "hold_review",
        with(a_review(), json!({"decision": "reassess"})),
    );
    assert!(story.case().step(Step::Assessment).revisit);
}

#[test]
fn g5_wants_a_review_in_date() {
    let mut story = registered("low");
    assert_eq!(g5_of(&story), [MissingWhat::Review]);
    story.does(
        WORKER,
        "review",
        "hold_review",
        with(a_review(), json!({"next_review_on": "2026-03-10"})),
    );
    assert_eq!(g5_of(&story), []);
    story.days(8);
    assert_eq!(g5_of(&story), [], "the day is not over");
    story.days(1);
    assert_eq!(g5_of(&story), [MissingWhat::ReviewOverdue]);
    story.does(WORKER, "review", "hold_review", a_review());
    assert_eq!(g5_of(&story), []);
    assert_eq!(hours_to(&story, DueWhat::Review), None);
}

#[test]
fn a_review_before_its_day_does_not_replace_it() {
    let mut story = registered("low");
    story.does(
        WORKER,
        "review",
        "hold_review",
        with(a_review(), json!({"next_review_on": "2026-03-10"})),
    );
    story
        .days(3)
        .does(WORKER, "review", "hold_review", a_review());
    assert!(hours_to(&story, DueWhat::Review).is_some());
    story.does(
        WORKER,
        "review",
        "hold_review",
        with(a_review(), json!({"next_review_on": "2026-03-20"})),
    );
    let at: Timestamp = "2026-03-20T23:59:59Z".parse().unwrap();
    assert_eq!(due_of(&story, DueWhat::Review)[0].at, at);
}

#[test]
fn the_plans_review_date_counts_until_a_review_sets_another() {
    let mut story = registered("low");
    story
        .does(WORKER, "planning", "start_plan", json!({}))
        .does(
            WORKER,
            "planning",
            "set_review_date",
            json!({"review_date": "2026-03-12"}),
        );
    let at: Timestamp = "2026-03-12T23:59:59Z".parse().unwrap();
    assert_eq!(due_of(&story, DueWhat::Review)[0].at, at);
}

#[test]
fn progress_is_towards_an_objective_of_the_plan() {
    let mut story = registered("low");
    let unknown = json!({"objective": Id([9; 16]).to_string(), "progress": "met"});
    story.is_refused(
        WORKER,
        "review",
        "record_progress",
        unknown,
        Why::ObjectiveUnknown,
    );
    story
        .does(
            WORKER,
            "assessment",
            "answer_need",
            json!({"domain": "health", "status": "need", "severity": "minor"}),
        )
        .does(WORKER, "planning", "start_plan", json!({}))
        .does(
            WORKER,
            "planning",
            "set_goal",
            json!({"domain": "health",
            "in_person_words": "sleep", "priority": 1, "about": ["health"]}),
        );
    let goal = story.case().planning.goals[0].goal.goal.to_string();
    story.does(
        WORKER,
        "planning",
        "set_objective",
        json!({"goal": goal, "text": "sees a doctor"}),
    );
    let objective = story.case().planning.objectives[0].objective.objective;
    story.does(
        WORKER,
        "review",
        "record_progress",
        json!({"objective": objective.to_string(), "progress": "half", "note": "first visit"}),
    );
    assert_eq!(story.case().planning.objectives[0].progress, Progress::Half);
    assert_eq!(
        story.case().review.progress[&objective].1.progress,
        Progress::Half
    );
    assert!(story.case_for(Classes::GENERAL).review.progress.is_empty());
}

#[test]
fn a_trigger_forces_a_review_in_two_days() {
    let mut story = registered("low");
    let eviction = json!({"trigger": "eviction", "text": "thrown out"});
    let blank = with(eviction.clone(), json!({"text": ""}));
    story.is_refused(WORKER, "review", "record_trigger", blank, Why::TextNeeded);
    story.does(WORKER, "review", "record_trigger", eviction.clone());
    assert_eq!(hours_to(&story, DueWhat::TriggerReview), Some(48));
    story
        .hours(5)
        .does(WORKER, "review", "record_trigger", eviction);
    assert_eq!(
        hours_to(&story, DueWhat::TriggerReview),
        Some(43),
        "the earliest counts"
    );
    story.hours(44);
    assert_eq!(
        g5_of(&story),
        [MissingWhat::Review, MissingWhat::ReviewOverdue]
    );
    story.does(WORKER, "review", "hold_review", a_review());
    assert_eq!(hours_to(&story, DueWhat::TriggerReview), None);
}

#[test]
fn a_review_held_before_the_trigger_does_not_answer_it() {
    let mut story = registered("low");
    story.hours(5).does(
        WORKER,
        "review",
        "record_trigger",
        json!({"trigger": "threat", "text": "a call at night"}),
    );
    let before = story.now - jiff::SignedDuration::from_hours(2);
    story
        .tries_of(WORKER, "review", "hold_review", a_review(), before)
        .unwrap();
    assert_eq!(hours_to(&story, DueWhat::TriggerReview), Some(48));
}

#[test]
fn a_restricted_trigger_is_due_for_its_readers_only() {
    let mut story = registered("low");
    let gbv = Classes::of(Class::Gbv);
    story.does(
        WORKER,
        "review",
        "record_trigger",
        json!({"trigger": "new_violence", "text": "beaten", "about": ["gbv"]}),
    );
    assert_eq!(due_of(&story, DueWhat::TriggerReview)[0].classes, gbv);
    story.hours(1).does(
        WORKER,
        "reception",
        "report_danger",
        json!({
        "danger_sources": ["partner"], "threat_detail": "again", "current_safety": "safe",
        "suicidal": false, "action_taken": "listened", "about": ["gbv"]}),
    );
    let all = due_of(&story, DueWhat::TriggerReview);
    assert_eq!(all.len(), 1);
    story.does(
        WORKER,
        "review",
        "record_trigger",
        json!({"trigger": "eviction", "text": "out"}),
    );
    assert_eq!(due_of(&story, DueWhat::TriggerReview).len(), 2);
    let general = story.case_for(Classes::GENERAL);
    assert_eq!(general.review.triggers.len(), 1);
}

#[test]
fn an_inquiry_has_no_reviews() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    story.is_refused(
        WORKER,
        "review",
        "hold_review",
        a_review(),
        Why::NotACaseYet,
    );
    story.is_refused(
        WORKER,
        "review",
        "mark_lost_contact",
        json!({}),
        Why::NotACaseYet,
    );
}

//! Safety: who is told at once, who may read why, what was told last, and the safety plan.

use casework::{
    class::{Class, Classes},
    due::DueWhat,
    lists::{AlertKind, CurrentSafety, Theme},
    refusal::Why,
    sop::FloorReason,
};
use serde_json::{Value, json};

use crate::{
    assessment::{dues_of, floor_reasons, safety},
    story::*,
};

#[test]
fn immediate_danger_alerts_the_supervisor_and_anything_less_does_not() {
    let mut story = registered("low");
    for calm in ["safe", "at_risk"] {
        story.does(WORKER, "assessment", "check_safety", safety(calm));
        assert!(story.case().reception.alerts.is_empty());
    }
    story.does(
        WORKER,
        "assessment",
        "check_safety",
        safety("immediate_danger"),
    );
    let alerts = story.case().reception.alerts;
    assert_eq!(alerts.len(), 1);
    assert_eq!(alerts[0].alert.kind, AlertKind::DangerNow);
    assert_eq!(alerts[0].alert.theme, Theme::SupervisorNow);
    assert_eq!(floor_reasons(&story), [FloorReason::DangerNow]);
}

#[test]
fn danger_to_oneself_alerts_the_supervisor_unless_it_is_past() {
    let oneself = |current: &str| with(safety(current), json!({"danger_sources": ["oneself"]}));
    let mut story = registered("low");
    story.does(WORKER, "assessment", "check_safety", oneself("safe"));
    assert!(story.case().reception.alerts.is_empty());
    story.does(WORKER, "assessment", "check_safety", oneself("at_risk"));
    let alerts = story.case().reception.alerts;
    assert_eq!(alerts.len(), 1);
    assert_eq!(alerts[0].alert.kind, AlertKind::SuicidalRisk);
}

#[test]
fn the_source_of_danger_decides_who_reads_about_it() {
    let gbv = Classes::of(Class::Gbv);
    let trafficking = Classes::of(Class::Trafficking);
    for (source, classes) in [
        ("partner", gbv),
        ("trafficker_or_recruiter", trafficking),
        ("community", Classes::GENERAL),
    ] {
        let mut story = registered("low");
        let check = with(
            safety("at_risk"),
            json!({"danger_sources": [source, "unknown"]}),
        );
        story.does(WORKER, "assessment", "check_safety", check);
        let general = story.case_for(Classes::GENERAL);
        assert_eq!(general.assessment.safety.len(), 1);
        assert_eq!(
            general.assessment.dangers.len(),
            usize::from(classes == Classes::GENERAL)
        );
        assert_eq!(story.case_for(classes).assessment.dangers.len(), 1);
    }
    let mut story = registered("low");
    let about = json!({"threat_detail": "waits at the gate", "about": ["sogi"]});
    story.does(
        WORKER,
        "assessment",
        "check_safety",
        with(safety("at_risk"), about),
    );
    assert!(
        story
            .case_for(Classes::GENERAL)
            .assessment
            .dangers
            .is_empty()
    );
    assert_eq!(
        story
            .case_for(Classes::of(Class::Sogi))
            .assessment
            .dangers
            .len(),
        1
    );
    let known = json!({"location_known_to_perpetrator": true});
    story.does(
        WORKER,
        "assessment",
        "check_safety",
        with(safety("at_risk"), known),
    );
    assert_eq!(story.case().assessment.dangers.len(), 2);
    story.does(WORKER, "assessment", "check_safety", safety("at_risk"));
    assert_eq!(story.case().assessment.dangers.len(), 2);
}

#[test]
fn what_was_told_last_about_safety_counts() {
    let mut story = registered("low");
    let last = |story: &Story| {
        let case = story.case();
        case.assessment.last_safety(&case)
    };
    assert_eq!(last(&story), None);
    story.does(WORKER, "assessment", "check_safety", safety("safe"));
    assert_eq!(last(&story), Some(CurrentSafety::Safe));
    story.hours(1);
    let danger = json!({"danger_sources": ["employer"], "threat_detail": "waits outside",
        "current_safety": "at_risk", "suicidal": false, "action_taken": "door locked"});
    story.does(DESK, "reception", "report_danger", danger);
    assert_eq!(last(&story), Some(CurrentSafety::AtRisk));
    assert!(floor_reasons(&story).contains(&FloorReason::CredibleThreat));
    story.hours(1);
    story.does(WORKER, "assessment", "check_safety", safety("safe"));
    assert_eq!(last(&story), Some(CurrentSafety::Safe));
    assert!(floor_reasons(&story).is_empty());
    story.hours(1);
    let contact = json!({"mode": "in_person_centre", "contact_type": "centre", "reached": true,
        "safety_now": "immediate_danger", "next_contact_due": LAST_DAY});
    story.does(WORKER, "review", "record_contact", contact);
    assert_eq!(last(&story), Some(CurrentSafety::ImmediateDanger));
}

pub fn safety_plan() -> Value {
    json!({"warning_signs": "the car", "safe_places": "the library", "who_to_call": "hotline",
        "steps": "leave by the garden", "copy_given": "no_unsafe"})
}

#[test]
fn a_safety_plan_has_steps_and_somebody_to_call() {
    let mut story = registered("high");
    for field in ["steps", "who_to_call"] {
        let empty = with(safety_plan(), json!({field: " "}));
        let refusal = story.is_refused(
            WORKER,
            "assessment",
            "make_safety_plan",
            empty,
            Why::TextNeeded,
        );
        assert_eq!(refusal.field, Some(field));
    }
    let body = with(safety_plan(), json!({"about": ["gbv"]}));
    story.does(WORKER, "assessment", "make_safety_plan", body);
    let general = story.case_for(Classes::GENERAL);
    assert!(
        general.assessment.safety_planned.is_some(),
        "gates know that it stands"
    );
    assert!(general.assessment.safety_plan.is_none());
    assert!(
        story
            .case_for(Classes::of(Class::Gbv))
            .assessment
            .safety_plan
            .is_some()
    );
}

#[test]
fn grave_risk_asks_for_a_safety_plan_the_same_day() {
    for (risk, asked) in [("urgent", 1), ("high", 1), ("medium", 0), ("low", 0)] {
        let mut story = registered(risk);
        let dues = dues_of(&story, DueWhat::SafetyPlan);
        assert_eq!(dues.len(), asked, "{risk}");
        if let Some(due) = dues.first() {
            assert_eq!(due.at, "2026-03-02T23:59:59.999999999Z".parse().unwrap());
        }
        story.does(WORKER, "assessment", "make_safety_plan", safety_plan());
        assert!(dues_of(&story, DueWhat::SafetyPlan).is_empty());
    }
}

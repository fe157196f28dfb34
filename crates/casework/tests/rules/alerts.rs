//! Alerts: answered by those whom the theme is for; and floors that no answer takes away (2.0, 3.1).

use casework::{
    actor::{By, Role},
    due::DueWhat,
    lists::{AlertKind, Theme},
    reception,
    refusal::Why,
    sop::FloorReason,
};
use serde_json::{Value, json};

use crate::{
    assessment::{dues_of, floor_reasons, safety},
    story::*,
};

const DATA_PROTECTION: By = who(Role::DataProtection, 10);

fn arrived_with(need: &str) -> Story {
    let mut story = Story::begins();
    let arrival = with(arrival(), json!({"immediate_needs": [need]}));
    story.does(DESK, "reception", "receive_arrival", arrival);
    story
}

fn answer(story: &Story) -> Value {
    let alert = story.case().reception.alerts[0].alert.alert.to_string();
    json!({"alert": alert, "what_was_done": "sat with them"})
}

#[test]
fn each_theme_has_its_own_answer() {
    let yes = |theme| {
        let roles = Role::ALL.iter();
        let roles = roles.filter(|role| reception::answers(**role, theme));
        roles.map(|role| role.code()).collect::<Vec<_>>()
    };
    assert_eq!(yes(Theme::SupervisorNow), ["supervisor"]);
    assert_eq!(yes(Theme::DataProtection), ["data_protection"]);
    assert_eq!(yes(Theme::Gbv), ["supervisor", "focal_point_gbv"]);
    let child = ["supervisor", "focal_point_child"];
    assert_eq!(yes(Theme::ChildProtection), child);
    assert_eq!(yes(Theme::Trafficking), ["supervisor", "focal_point_tip"]);
    assert_eq!(yes(Theme::Psea), ["supervisor", "focal_point_psea"]);
}

#[test]
fn a_worker_does_not_answer_for_the_supervisor() {
    let mut story = arrived_with("danger_now");
    let (kind, body) = ("answer_alert", answer(&story));
    let why = Why::AlertForOthers;
    let refusal = story.is_refused(WORKER, "reception", kind, body.clone(), why);
    assert_eq!(refusal.which, Some(("theme", "supervisor_now")));
    story.does(SUPERVISOR, "reception", kind, body);
}

#[test]
fn only_data_protection_answers_an_authority() {
    let mut story = Story::begins();
    let asked = json!({"authority": "police", "what_was_asked": "the list"});
    story
        .does(DESK, "reception", "receive_arrival", arrival())
        .does(DESK, "reception", "log_authority_request", asked);
    let (kind, body) = ("answer_alert", answer(&story));
    for by in [WORKER, SUPERVISOR] {
        story.is_refused(by, "reception", kind, body.clone(), Why::AlertForOthers);
    }
    story.does(DATA_PROTECTION, "reception", kind, body);
}

fn report(suicidal: bool) -> Value {
    json!({"danger_sources": ["oneself"], "threat_detail": "asked", "current_safety": "safe",
        "suicidal": suicidal, "action_taken": "listened"})
}

#[test]
fn an_answered_alert_does_not_make_a_suicidal_person_safe() {
    let mut story = arrived_with("suicidal_risk");
    let body = answer(&story);
    story.does(SUPERVISOR, "reception", "answer_alert", body);
    let low = screening("low");
    story.is_refused(WORKER, "screening", "screen", low.clone(), Why::BelowFloor);
    story
        .hours(1)
        .does(WORKER, "reception", "report_danger", report(false))
        .does(WORKER, "screening", "screen", low);
    story
        .hours(1)
        .does(WORKER, "reception", "report_danger", report(true));
    assert_eq!(floor_reasons(&story), [FloorReason::SuicidalPlan]);
}

#[test]
fn a_safety_check_that_finds_the_person_safe_ends_the_floor() {
    let mut story = registered("low");
    let oneself = with(safety("at_risk"), json!({"danger_sources": ["oneself"]}));
    story.does(WORKER, "assessment", "check_safety", oneself);
    assert!(floor_reasons(&story).contains(&FloorReason::SuicidalPlan));
    story
        .hours(1)
        .does(WORKER, "assessment", "check_safety", safety("safe"));
    assert!(floor_reasons(&story).is_empty());
}

#[test]
fn a_threat_told_in_a_safety_check_is_a_threat() {
    let mut story = registered("low");
    let told = json!({"danger_sources": ["employer"], "threat_detail": "looking for her"});
    let check = with(safety("at_risk"), told.clone());
    story.does(WORKER, "assessment", "check_safety", check);
    assert_eq!(floor_reasons(&story), [FloorReason::CredibleThreat]);
    let case = story.case();
    assert_eq!(case.reception.alerts[0].alert.kind, AlertKind::Threat);
    assert_eq!(case.review.triggers.len(), 1);
    let medium = json!({"risk_level": "medium", "risk_reason": "calm"});
    story.is_refused(WORKER, "screening", "decide_risk", medium, Why::BelowFloor);

    let mut past = registered("low");
    let check = with(safety("safe"), told);
    past.does(WORKER, "assessment", "check_safety", check);
    let case = past.case();
    assert!(floor_reasons(&past).is_empty() && case.reception.alerts.is_empty());
    assert!(case.review.triggers.is_empty());
}

#[test]
fn a_threat_of_its_own_class_is_not_named_to_others() {
    let mut story = registered("low");
    let partner = with(safety("at_risk"), json!({"danger_sources": ["partner"]}));
    story.does(WORKER, "assessment", "check_safety", partner);
    let medium = json!({"risk_level": "medium", "risk_reason": "calm"});
    let why = Why::BelowFloor;
    let refusal = story.is_refused(WORKER, "screening", "decide_risk", medium, why);
    let told = refusal.for_reader(casework::class::Classes::GENERAL);
    assert_eq!((told.why, told.which), (Why::GateNotMet, None));
}

#[test]
fn child_protection_is_called_when_two_decide_for_a_child() {
    let basis = |scope: &str, basis: &str| json!({"scope": scope, "legal_basis": basis, "reason": "nobody safe to ask"});
    let mut story = Story::begins();
    let child = with(arrival(), json!({"age_band": "from6_to11"}));
    let (kind, best) = ("propose_substitute", "best_interests_child");
    story
        .does(DESK, "reception", "receive_arrival", child)
        .does(WORKER, "consent", kind, basis("registration", best))
        .does(WORKER, "consent", kind, basis("health_data", best));
    let alerts = story.case().reception.alerts;
    let called = (AlertKind::BestInterestsBasis, Theme::ChildProtection);
    assert_eq!(alerts.len(), 1, "called once");
    assert_eq!((alerts[0].alert.kind, alerts[0].alert.theme), called);
    let mut adult = Story::begins();
    let vital = basis("registration", "vital_interest");
    adult
        .does(DESK, "reception", "receive_arrival", arrival())
        .does(WORKER, "consent", kind, vital);
    assert!(adult.case().reception.alerts.is_empty());
}

#[test]
fn the_authority_is_told_of_a_child_alone_and_of_no_other() {
    let due = |needs: &str| {
        let mut story = Story::begins();
        let child = json!({"age_band": "from15_to17", "immediate_needs": [needs]});
        let dob = json!({"dob": "2009-08-01"});
        story
            .does(DESK, "reception", "receive_arrival", with(arrival(), child))
            .does(WORKER, "screening", "screen", screening("high"))
            .does(WORKER, "consent", "record_consent", consent("registration"))
            .does(
                WORKER,
                "registration",
                "record_identity",
                with(identity(), dob),
            );
        complete(&mut story);
        story
    };
    let mut alone = due("child_alone");
    let told = dues_of(&alone, DueWhat::TellAuthority);
    assert_eq!(told[0].at, "2026-03-03T09:00:00Z".parse().unwrap());
    let office = json!({"authority": "guardianship office", "what": "a girl of 16, alone"});
    alone.does(WORKER, "child", "tell_authority", office);
    assert!(dues_of(&alone, DueWhat::TellAuthority).is_empty());
    assert!(dues_of(&due("none"), DueWhat::TellAuthority).is_empty());
}

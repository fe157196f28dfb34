//! Reception: help before paperwork, alerts to themes, nothing restricted in the arrival itself.

use casework::{
    class::{Class, Classes},
    lists::{AlertKind, Status, Theme},
    refusal::Why,
};
use serde_json::json;

use crate::story::*;

#[test]
fn somebody_arrives_without_a_name() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    assert_eq!(story.case().status(), Some(Status::Inquiry));
    assert_eq!(story.case().centre, Some(DESK.centre));
}

#[test]
fn nobody_arrives_twice_in_one_file() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    story.is_refused(
        DESK,
        "reception",
        "receive_arrival",
        arrival(),
        Why::AlreadyArrived,
    );
}

#[test]
fn nothing_is_done_in_a_file_where_nobody_arrived() {
    let mut story = Story::begins();
    story.is_refused(
        WORKER,
        "screening",
        "screen",
        screening("low"),
        Why::NobodyArrived,
    );
    story.is_refused(
        WORKER,
        "reception",
        "write_note",
        json!({"text": "x"}),
        Why::NobodyArrived,
    );
}

#[test]
fn no_immediate_need_stands_alone() {
    let mut story = Story::begins();
    let both = with(arrival(), json!({"immediate_needs": ["none", "medical"]}));
    story.is_refused(
        DESK,
        "reception",
        "receive_arrival",
        both,
        Why::NoneWithOthers,
    );
    story.does(
        DESK,
        "reception",
        "receive_arrival",
        with(
            arrival(),
            json!({"immediate_needs": ["medical", "food_water"]}),
        ),
    );
}

#[test]
fn each_danger_at_the_door_alerts_its_theme() {
    let cases = [
        ("danger_now", AlertKind::DangerNow, Theme::SupervisorNow),
        (
            "suicidal_risk",
            AlertKind::SuicidalRisk,
            Theme::SupervisorNow,
        ),
        ("child_alone", AlertKind::ChildAlone, Theme::ChildProtection),
        (
            "sexual_violence_recent",
            AlertKind::SexualViolenceRecent,
            Theme::Gbv,
        ),
    ];
    for (need, kind, theme) in cases {
        let mut story = Story::begins();
        story.does(
            DESK,
            "reception",
            "receive_arrival",
            with(arrival(), json!({"immediate_needs": [need]})),
        );
        let alerts = story.case().reception.alerts;
        assert_eq!(alerts.len(), 1);
        assert_eq!((alerts[0].alert.kind, alerts[0].alert.theme), (kind, theme));
    }
    let mut calm = Story::begins();
    calm.does(DESK, "reception", "receive_arrival", arrival());
    assert!(calm.case().reception.alerts.is_empty());
}

#[test]
fn violence_told_at_the_door_leaves_no_trace_for_general_readers() {
    let mut story = Story::begins();
    let body = with(
        arrival(),
        json!({"immediate_needs": ["sexual_violence_recent"], "violence_at": "2026-03-01T21:00:00Z"}),
    );
    story.does(DESK, "reception", "receive_arrival", body);
    let general = story.case_for(Classes::GENERAL);
    assert!(general.reception.alerts.is_empty() && general.reception.health_window.is_none());
    let arrival = general.reception.arrival.unwrap();
    assert!(arrival.immediate_needs.is_empty() && arrival.violence_at.is_none());
    let window = story
        .case_for(Classes::of(Class::Gbv))
        .reception
        .health_window
        .unwrap();
    assert_eq!(window.hiv_until, "2026-03-04T21:00:00Z".parse().unwrap());
    assert_eq!(
        window.contraception_until,
        "2026-03-06T21:00:00Z".parse().unwrap()
    );
}

#[test]
fn an_alert_is_answered_once_and_only_if_it_was_raised() {
    let mut story = Story::begins();
    story.does(
        DESK,
        "reception",
        "receive_arrival",
        with(arrival(), json!({"immediate_needs": ["danger_now"]})),
    );
    let alert = story.case().reception.alerts[0].alert.alert.to_string();
    let answer = json!({"alert": alert, "what_was_done": "moved to the quiet room"});
    let unknown = json!({"alert": "00".repeat(16), "what_was_done": "x"});
    story.is_refused(
        SUPERVISOR,
        "reception",
        "answer_alert",
        unknown,
        Why::NoSuchThing,
    );
    story.does(SUPERVISOR, "reception", "answer_alert", answer.clone());
    story.is_refused(
        SUPERVISOR,
        "reception",
        "answer_alert",
        answer,
        Why::AlreadyDone,
    );
}

#[test]
fn help_notes_and_dangers_are_recorded_at_any_time() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    let help = json!({"service_type": "food", "modality": "in_kind", "what": "soup"});
    let danger = json!({"danger_sources": ["employer"], "threat_detail": "waits outside",
        "current_safety": "immediate_danger", "suicidal": true, "action_taken": "door locked"});
    story
        .does(DESK, "reception", "give_help", help)
        .does(
            WORKER,
            "reception",
            "write_note",
            json!({"text": "tired", "about": ["health"]}),
        )
        .does(DESK, "reception", "report_danger", danger);
    assert_eq!(
        story.kinds(),
        [
            "reception.danger_reported",
            "reception.alert_raised",
            "reception.alert_raised"
        ]
    );
    assert_eq!(story.case_for(Classes::GENERAL).reception.notes, 0);
    assert_eq!(
        story.case_for(Classes::of(Class::Health)).reception.notes,
        1
    );
}

#[test]
fn a_threat_without_immediate_danger_alerts_the_supervisor_and_safety_alerts_nobody() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    let danger = |safety: &str| {
        json!({"danger_sources": ["community"], "threat_detail": "shouted",
        "current_safety": safety, "suicidal": false, "action_taken": "listened"})
    };
    story.does(WORKER, "reception", "report_danger", danger("safe"));
    assert!(story.case().reception.alerts.is_empty());
    story.does(WORKER, "reception", "report_danger", danger("at_risk"));
    assert_eq!(
        story.case().reception.alerts[0].alert.kind,
        AlertKind::Threat
    );
}

#[test]
fn a_desk_contact_may_stay_a_contact() {
    let mut story = Story::begins();
    let desk =
        json!({"dimensions": ["housing", "work"], "agreed_actions": "goes to the job centre"});
    story
        .does(DESK, "reception", "receive_arrival", arrival())
        .does(DESK, "reception", "record_desk_contact", desk);
    assert_eq!(story.case().status(), Some(Status::Inquiry));
    assert_eq!(story.case().reception.desk_contacts.len(), 1);
}

#[test]
fn an_inquiry_can_be_forgotten_and_a_case_cannot() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    story.does(
        WORKER,
        "reception",
        "purge_inquiry",
        json!({"sex": "female"}),
    );
    assert!(story.last.events.is_empty() && story.last.beside.len() == 1);
    let mut case = registered("low");
    case.is_refused(
        WORKER,
        "reception",
        "purge_inquiry",
        json!({"sex": null}),
        Why::CaseOpen,
    );
}

#[test]
fn the_future_is_refused_and_the_past_is_marked_late() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    let (now, note) = (story.now, json!({"text": "from paper"}));
    let later = now + jiff::SignedDuration::from_mins(6);
    let refusal = story
        .tries_of(DESK, "reception", "write_note", note.clone(), later)
        .unwrap_err();
    assert_eq!(
        (refusal.why, refusal.field),
        (Why::HappenedInFuture, Some("happened"))
    );
    let earlier = now - jiff::SignedDuration::from_hours(3);
    story
        .tries_of(DESK, "reception", "write_note", note.clone(), earlier)
        .unwrap();
    assert!(story.events.last().unwrap().late);
    story
        .tries_of(DESK, "reception", "write_note", note, now)
        .unwrap();
    assert!(!story.events.last().unwrap().late);
}

#[test]
fn an_interpreter_found_unsafe_is_not_used_again() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    let through = |who: &str| with(consent("photo"), json!({"interpreter_ref": who}));
    story.does(WORKER, "consent", "record_consent", through("I-7"));
    let report = json!({"interpreter_ref": "I-7", "why_unsafe": "same village", "replaced_by": "I-9",
        "interview_unreliable": true, "about": ["sogi"]});
    story.does(WORKER, "reception", "report_interpreter", report);
    assert!(
        story
            .case_for(Classes::GENERAL)
            .reception
            .unsafe_interpreters
            .is_empty()
    );
    let refusal = story.is_refused(
        WORKER,
        "consent",
        "record_consent",
        through(" i 7"),
        Why::InterpreterNeeded,
    );
    assert_eq!(refusal.field, Some("interpreter_ref"));
    story.does(WORKER, "consent", "record_consent", through("I-9"));
}

#[test]
fn an_authority_that_asks_is_logged_and_data_protection_is_told() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    let asked = json!({"authority": "border police", "what_was_asked": "is this person here?"});
    story.does(DESK, "reception", "log_authority_request", asked);
    let alert = &story.case().reception.alerts[0];
    assert_eq!(
        (alert.alert.kind, alert.alert.theme),
        (AlertKind::AuthorityRequest, Theme::DataProtection)
    );
    assert_eq!(story.case().reception.authority_requests.len(), 1);
}

#[test]
fn help_tells_what_it_is_for_only_to_those_who_may_read_that() {
    let of = |service: &str| {
        let mut story = Story::begins();
        story.does(DESK, "reception", "receive_arrival", arrival());
        let help = json!({"service_type": service, "modality": "in_kind", "what": "given"});
        story.does(DESK, "reception", "give_help", help);
        story.events.last().unwrap().classes
    };
    assert_eq!(of("food"), Classes::GENERAL);
    assert_eq!(of("pfa"), Classes::GENERAL);
    assert_eq!(of("hiv_sti"), Classes::of(Class::Health));
    let care = Classes::of(Class::Health).and(Class::Gbv);
    assert_eq!(of("clinical_sexual_violence_care"), care);
}

#[test]
fn violence_happened_before_it_was_told() {
    let told = |at: &str| {
        let needs = json!({"immediate_needs": ["sexual_violence_recent"], "violence_at": at});
        let mut story = Story::begins();
        story.tries(DESK, "reception", "receive_arrival", with(arrival(), needs))
    };
    assert!(told("2026-03-02T09:00:00Z").is_ok());
    let refusal = told("2026-03-02T10:00:00Z").unwrap_err();
    let field = Some("violence_at");
    assert_eq!((refusal.why, refusal.field), (Why::HappenedInFuture, field));
}

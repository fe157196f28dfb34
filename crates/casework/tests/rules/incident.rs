//! What breaks the rhythm: missing children, detention, cases at rest.

use casework::{
    class::{Class, Classes},
    lists::{AlertKind, Status, Theme},
    refusal::Why,
};
use serde_json::{Value, json};

use crate::{out_of_reach::tried, story::*};

fn missing_child(story: &Story) -> Value {
    json!({"last_seen": story.now.to_string(), "suspected_abduction": true,
        "circumstances": "left school with a stranger", "authority_told": "police, 14:00"})
}

/// A child of fifteen at the door.
fn child_at_the_door() -> Story {
    let mut story = Story::begins();
    story.does(
        DESK,
        "reception",
        "receive_arrival",
        with(
            arrival_of_child("from15_to17"),
            json!({"immediate_needs": ["none"]}),
        ),
    );
    story
}

#[test]
fn a_missing_child_is_an_incident() {
    let mut story = child_at_the_door();
    let report = missing_child(&story);
    story.is_refused(
        CHILD_FOCAL_POINT,
        "review",
        "record_child_found",
        json!({"safe": true, "note": "x"}),
        Why::NotACaseYet,
    );
    story.does(WORKER, "review", "report_missing_child", report.clone());
    let alert = story.case().reception.alerts[0].alert.clone();
    assert_eq!(
        (alert.kind, alert.theme),
        (AlertKind::MissingChild, Theme::ChildProtection)
    );
    assert_eq!(story.case().review.triggers.len(), 1);
    story.is_refused(
        WORKER,
        "review",
        "report_missing_child",
        report,
        Why::AlreadyDone,
    );
    let mut adult = registered("low");
    let report = missing_child(&adult);
    adult.is_refused(
        WORKER,
        "review",
        "report_missing_child",
        report,
        Why::NotAChild,
    );
    let nobody = Story::begins();
    let report = missing_child(&nobody);
    let mut nobody = nobody;
    nobody.is_refused(
        WORKER,
        "review",
        "report_missing_child",
        report,
        Why::NobodyArrived,
    );
}

#[test]
fn nobody_was_last_seen_tomorrow_and_restricted_words_stand_apart() {
    let mut story = child_at_the_door();
    let later = json!({"last_seen": "2026-03-02T09:00:01Z"});
    let report = with(missing_child(&story), later);
    story.is_refused(
        WORKER,
        "review",
        "report_missing_child",
        report,
        Why::HappenedInFuture,
    );
    let report = with(missing_child(&story), json!({"about": ["trafficking"]}));
    story.does(WORKER, "review", "report_missing_child", report);
    let general = story.case_for(Classes::GENERAL);
    let (_, known) = general.review.missing.unwrap();
    assert!(known.circumstances.is_empty() && known.about.is_empty());
    assert!(general.review.details.is_empty());
    let seen = story.case_for(Classes::of(Class::Trafficking));
    assert_eq!(seen.review.details[0].1.of, known.incident);
}

#[test]
fn a_missing_child_is_never_out_of_reach_and_may_be_found() {
    let mut story = tried(
        "low",
        &[(1, "phone_call"), (2, "phone_call"), (3, "messaging_app")],
    );
    story.does(
        WORKER,
        "registration",
        "dispute_age",
        json!({"said_by": "himself", "age_said": 16}),
    );
    let found = |safe: bool| json!({"safe": safe, "note": "with an aunt"});
    story.is_refused(
        WORKER,
        "review",
        "record_child_found",
        found(true),
        Why::NotNow,
    );
    let report = missing_child(&story);
    story.does(WORKER, "review", "report_missing_child", report.clone());
    story.is_refused(
        WORKER,
        "review",
        "mark_lost_contact",
        json!({}),
        Why::ChildIsMissing,
    );
    let blank = json!({"safe": true, "note": ""});
    story.is_refused(
        WORKER,
        "review",
        "record_child_found",
        blank,
        Why::TextNeeded,
    );
    story.does(WORKER, "review", "record_child_found", found(true));
    assert_eq!(story.kinds(), ["review.child_found"]);
    story.does(WORKER, "review", "report_missing_child", report);
    story.does(WORKER, "review", "record_child_found", found(false));
    assert_eq!(
        story.kinds(),
        ["review.child_found", "reception.alert_raised"]
    );
}

fn detention() -> Value {
    json!({"place": "holding centre north", "lawyer_offered": true, "consular_contact": false,
        "put_on_hold": false})
}

#[test]
fn detention_alerts_and_may_put_the_case_on_hold() {
    let mut story = registered("low");
    story.does(WORKER, "review", "report_detention", detention());
    assert_eq!(story.kinds(), ["review.detained", "reception.alert_raised"]);
    assert_eq!(
        story.case().reception.alerts[0].alert.kind,
        AlertKind::Detained
    );
    assert_eq!(story.case().status(), Some(Status::Open));
    assert_eq!(story.case().review.triggers.len(), 1);
    story.does(
        WORKER,
        "review",
        "report_detention",
        with(
            detention(),
            json!({"put_on_hold": true, "about": ["trafficking"]}),
        ),
    );
    assert_eq!(story.case().status(), Some(Status::OnHold));
    let general = story.case_for(Classes::GENERAL);
    let (_, known) = general.review.detention.unwrap();
    assert!(known.place.is_empty() && known.about.is_empty());
    assert_eq!(story.case().review.details[0].1.of, known.detention);
    story.does(
        WORKER,
        "review",
        "report_detention",
        with(detention(), json!({"put_on_hold": true})),
    );
    assert_eq!(
        story.kinds(),
        ["review.detained", "reception.alert_raised"],
        "it rests already"
    );
}

#[test]
fn no_consulate_is_contacted_without_consent() {
    let mut story = registered("low");
    let asks = with(detention(), json!({"consular_contact": true}));
    let refusal = story.is_refused(
        WORKER,
        "review",
        "report_detention",
        asks.clone(),
        Why::ConsentMissing,
    );
    assert_eq!(refusal.field, Some("consular_contact"));
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("consular_contact"),
    );
    story.does(WORKER, "review", "report_detention", asks.clone());
    let concern = with(screening("low"), json!({"intl_protection_concern": true}));
    story.does(WORKER, "screening", "screen", concern);
    let no = story.is_refused(
        WORKER,
        "review",
        "report_detention",
        asks.clone(),
        Why::OriginConsulate,
    );
    assert_eq!(no.field, Some("consular_contact"));
    let without = with(asks, json!({"consular_contact": false}));
    story.does(WORKER, "review", "report_detention", without);
}

#[test]
fn a_case_rests_for_a_reason_and_goes_on() {
    let mut story = registered("low");
    story.is_refused(WORKER, "review", "resume", json!({}), Why::NotNow);
    story.is_refused(
        WORKER,
        "review",
        "put_on_hold",
        json!({"reason": " "}),
        Why::ReasonNeeded,
    );
    story.does(
        WORKER,
        "review",
        "put_on_hold",
        json!({"reason": "in hospital"}),
    );
    assert!(story.case().review.on_hold.is_some());
    story.is_refused(
        WORKER,
        "review",
        "put_on_hold",
        json!({"reason": "x"}),
        Why::AlreadyDone,
    );
    story.does(WORKER, "review", "resume", json!({}));
    assert_eq!(story.case().status(), Some(Status::Open));
    assert!(story.case().review.on_hold.is_none());
}

#[test]
fn only_the_person_ends_the_rest_that_their_withdrawal_began() {
    for scope in ["registration", "case_management"] {
        let mut story = registered("low");
        story
            .does(WORKER, "consent", "record_consent", consent(scope))
            .does(
                WORKER,
                "consent",
                "withdraw_consent",
                json!({"scope": scope}),
            );
        let refusal =
            story.is_refused(WORKER, "review", "resume", json!({}), Why::ConsentWithdrawn);
        assert_eq!(refusal.which, Some(("consent_scope", scope)));
    }
}

//! Contacts that happened are on file, whoever began them and whether or not the way was safe.

use casework::{
    due::DueWhat,
    lists::{AlertKind, Theme},
    refusal::Why,
    review::unreachable,
};
use serde_json::{Value, json};

use crate::{
    contact::{a_try, contact, due_of, hours_to, reachable},
    story::*,
};

/// Somebody whom nobody may contact.
fn not_to_be_contacted() -> Story {
    let mut story = registered("low");
    story.does(
        WORKER,
        "registration",
        "set_safe_contact",
        json!({"safe_channel": ["none_contact_unsafe"], "may_leave_message": false}),
    );
    story
}

fn call() -> Value {
    with(
        contact(),
        json!({"mode": "phone_call", "contact_type": "call"}),
    )
}

#[test]
fn whoever_calls_is_heard_by_any_way() {
    let mut story = not_to_be_contacted();
    story.is_refused(
        WORKER,
        "review",
        "record_contact",
        call(),
        Why::ChannelUnsafe,
    );
    let hers = json!({"by_person": true, "safety_now": "immediate_danger"});
    story.does(WORKER, "review", "record_contact", with(call(), hers));
    assert_eq!(
        story.kinds(),
        ["review.contact_recorded", "reception.alert_raised"]
    );
    let message = json!({"mode": "sms", "contact_type": "message", "by_person": true});
    story.does(WORKER, "review", "record_contact", with(contact(), message));
    assert_eq!(story.kinds(), ["review.contact_recorded"]);
    let no_way = json!({"mode": "none_contact_unsafe", "by_person": true});
    story.is_refused(
        WORKER,
        "review",
        "record_contact",
        with(call(), no_way),
        Why::ChannelUnsafe,
    );
}

#[test]
fn an_unsafe_contact_that_was_made_is_on_file_and_alerts() {
    let mut story = not_to_be_contacted();
    let tried = with(a_try("phone_call"), json!({"contact_type": "message"}));
    story.is_refused(
        WORKER,
        "review",
        "record_contact",
        tried.clone(),
        Why::ChannelUnsafe,
    );
    assert!(due_of(&story, DueWhat::TriggerReview).is_empty());
    let made = with(tried, json!({"took_place": true}));
    story.does(WORKER, "review", "record_contact", made);
    let alert = story.case().reception.alerts[0].alert.clone();
    assert_eq!(
        (alert.kind, alert.theme),
        (AlertKind::UnsafeContact, Theme::SupervisorNow)
    );
    assert_eq!(hours_to(&story, DueWhat::TriggerReview), Some(48));
    // No try by an unsafe way counts towards "out of reach".
    assert_eq!(hours_to(&story, DueWhat::ContactTry), None);
    let no_way = json!({"mode": "none_contact_unsafe", "took_place": true});
    story.is_refused(
        WORKER,
        "review",
        "record_contact",
        with(call(), no_way),
        Why::ChannelUnsafe,
    );
    let mut safe = reachable("low");
    safe.does(
        WORKER,
        "review",
        "record_contact",
        with(call(), json!({"took_place": true})),
    );
    assert_eq!(safe.kinds(), ["review.contact_recorded"]);
    assert!(!safe.case().review.contacts[0].1.took_place);
}

#[test]
fn a_call_of_theirs_that_we_missed_is_no_try_of_ours() {
    let mut story = reachable("low");
    for mode in ["phone_call", "messaging_app", "phone_call"] {
        let theirs = with(a_try(mode), json!({"by_person": true}));
        story.does(WORKER, "review", "record_contact", theirs);
    }
    assert!(!unreachable(&story.case(), &story.sop, story.now));
}

#[test]
fn a_contact_before_the_death_is_entered_late() {
    let mut story = registered("low");
    story.days(10);
    let died = json!({"died_on": "2026-03-11", "source": "hospital"});
    story.does(WORKER, "closure", "record_death", died);
    let after = with(contact(), json!({"next_contact_due": null}));
    story.is_refused(
        WORKER,
        "review",
        "record_contact",
        after.clone(),
        Why::PersonDied,
    );
    for hours in [24, 120] {
        let before = story.now - jiff::SignedDuration::from_hours(hours);
        story
            .tries_of(WORKER, "review", "record_contact", after.clone(), before)
            .unwrap();
    }
}

#[test]
fn a_missed_contact_calls_for_a_review_once() {
    let mut story = reachable("low");
    let agreed = json!({"next_contact_due": "2026-03-05"});
    story.does(WORKER, "review", "record_contact", with(contact(), agreed));
    story
        .days(2)
        .does(WORKER, "review", "record_contact", a_try("phone_call"));
    assert!(
        due_of(&story, DueWhat::TriggerReview).is_empty(),
        "too early"
    );
    let mut missed = reachable("low");
    let agreed = json!({"next_contact_due": "2026-03-05"});
    missed.does(WORKER, "review", "record_contact", with(contact(), agreed));
    missed
        .days(3)
        .does(WORKER, "review", "record_contact", a_try("phone_call"));
    assert_eq!(hours_to(&missed, DueWhat::TriggerReview), Some(48));
    missed
        .hours(1)
        .does(WORKER, "review", "hold_review", crate::review::a_review())
        .hours(1)
        .does(WORKER, "review", "record_contact", a_try("phone_call"));
    assert!(due_of(&missed, DueWhat::TriggerReview).is_empty());
}

#[test]
fn the_day_planned_for_the_next_try_counts() {
    let mut story = reachable("low");
    let tomorrow = json!({"next_contact_due": "2026-03-03"});
    story.does(
        WORKER,
        "review",
        "record_contact",
        with(a_try("phone_call"), tomorrow),
    );
    let at: jiff::Timestamp = "2026-03-03T23:59:59Z".parse().unwrap();
    assert_eq!(due_of(&story, DueWhat::ContactTry)[0].at, at);
}

#[test]
fn the_mark_of_lost_contact_lies_not_before_the_tries() {
    let mut story = reachable("low");
    story.days(40);
    for mode in ["phone_call", "messaging_app", "phone_call"] {
        story.does(WORKER, "review", "record_contact", a_try(mode));
    }
    let long_ago = story.now - jiff::SignedDuration::from_hours(39 * 24);
    let refusal = story
        .tries_of(WORKER, "review", "mark_lost_contact", json!({}), long_ago)
        .unwrap_err();
    assert_eq!(refusal.why, Why::StillReachable);
    story.does(WORKER, "review", "mark_lost_contact", json!({}));
    assert_eq!(hours_to(&story, DueWhat::LostContactClosure), Some(720));
}

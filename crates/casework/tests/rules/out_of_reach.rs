//! Out of reach: only after enough tries on enough safe channels, and never for ever.

use casework::{due::DueWhat, refusal::Why, review::unreachable};
use serde_json::json;

use crate::{
    contact::{a_try, contact, hours_to, reachable},
    story::*,
};

/// Tries on these days, by these channels.
pub fn tried(risk: &str, tries: &[(i64, &str)]) -> Story {
    let mut story = reachable(risk);
    let begin = story.now;
    for (day, mode) in tries {
        story.now = begin + jiff::SignedDuration::from_hours(24 * day);
        story.does(WORKER, "review", "record_contact", a_try(mode));
    }
    story
}

fn out_of_reach(story: &Story) -> bool {
    unreachable(&story.case(), &story.sop, story.now)
}

#[test]
fn out_of_reach_needs_three_tries_on_two_channels_in_two_weeks() {
    let call = "phone_call";
    let text = "messaging_app";
    assert!(out_of_reach(&tried(
        "low",
        &[(1, call), (5, call), (15, text)]
    )));
    assert!(
        !out_of_reach(&tried("low", &[(1, call), (5, text)])),
        "two tries"
    );
    assert!(
        !out_of_reach(&tried("low", &[(1, call), (5, call), (15, call)])),
        "one channel"
    );
    assert!(
        !out_of_reach(&tried("low", &[(1, call), (5, call), (16, text)])),
        "15 days"
    );
    assert!(out_of_reach(&tried(
        "low",
        &[(1, call), (20, call), (25, call), (30, text)]
    )));
}

#[test]
fn high_risk_needs_five_tries_in_a_week() {
    let call = "phone_call";
    for risk in ["high", "urgent"] {
        let five: Vec<(i64, &str)> = (1..=5).map(|day| (day, call)).collect();
        assert!(out_of_reach(&tried(risk, &five)));
        assert!(!out_of_reach(&tried(risk, &five[1..])), "four");
        let slow = [(1, call), (2, call), (3, call), (4, call), (9, call)];
        assert!(!out_of_reach(&tried(risk, &slow)), "eight days");
        assert!(!out_of_reach(&tried(
            risk,
            &[(1, call), (2, call), (3, "letter")]
        )));
    }
}

#[test]
fn whoever_answers_or_was_met_by_chance_is_not_out_of_reach() {
    let tries = [(1, "phone_call"), (2, "phone_call"), (3, "messaging_app")];
    let mut story = tried("low", &tries);
    let before = story.now - jiff::SignedDuration::from_hours(24);
    assert!(
        !unreachable(&story.case(), &story.sop, before),
        "as it stood a day before"
    );
    story
        .hours(1)
        .does(WORKER, "review", "record_contact", contact());
    assert!(!out_of_reach(&story));
    let mut chance = tried("low", &tries[..2]);
    chance.does(
        WORKER,
        "review",
        "record_contact",
        json!({"mode": "letter", "contact_type": "chance", "reached": false,
            "next_contact_due": LAST_DAY}),
    );
    assert!(!out_of_reach(&chance));
}

#[test]
fn lost_contact_is_marked_once_and_only_after_the_tries() {
    let mut story = tried("low", &[(1, "phone_call"), (2, "phone_call")]);
    assert_eq!(hours_to(&story, DueWhat::ContactTry), Some(112));
    story.is_refused(
        WORKER,
        "review",
        "mark_lost_contact",
        json!({}),
        Why::StillReachable,
    );
    story.does(WORKER, "review", "record_contact", a_try("messaging_app"));
    story.does(WORKER, "review", "mark_lost_contact", json!({}));
    story.is_refused(
        WORKER,
        "review",
        "mark_lost_contact",
        json!({}),
        Why::AlreadyDone,
    );
    assert_eq!(hours_to(&story, DueWhat::LostContactClosure), Some(30 * 24));
    assert_eq!(hours_to(&story, DueWhat::Contact), None);
    story
        .hours(1)
        .does(WORKER, "review", "record_contact", contact());
    assert_eq!(story.case().review.lost, None);
    assert_eq!(hours_to(&story, DueWhat::LostContactClosure), None);
    assert_eq!(hours_to(&story, DueWhat::ContactTry), None);
}

#[test]
fn the_pause_between_tries_is_shorter_at_high_risk() {
    let story = tried("high", &[(1, "phone_call")]);
    assert_eq!(hours_to(&story, DueWhat::ContactTry), Some(33));
}

#[test]
fn a_contact_written_down_late_does_not_end_what_came_after_it() {
    let tries = [(1, "phone_call"), (2, "phone_call"), (3, "messaging_app")];
    let mut story = tried("low", &tries);
    story.does(WORKER, "review", "mark_lost_contact", json!({}));
    let earlier = story.now - jiff::SignedDuration::from_hours(60);
    story.hours(5);
    story
        .tries_of(WORKER, "review", "record_contact", contact(), earlier)
        .unwrap();
    assert!(story.case().review.lost.is_some());
}

#[test]
fn children_and_high_risk_wait_longer_before_closure() {
    let five: Vec<(i64, &str)> = (1..=5).map(|day| (day, "phone_call")).collect();
    let mut high = tried("high", &five);
    high.does(WORKER, "review", "mark_lost_contact", json!({}));
    assert_eq!(hours_to(&high, DueWhat::LostContactClosure), Some(90 * 24));
    let mut child = tried(
        "low",
        &[(1, "phone_call"), (2, "phone_call"), (3, "messaging_app")],
    );
    child
        .does(
            WORKER,
            "registration",
            "dispute_age",
            json!({"said_by": "himself", "age_said": 16}),
        )
        .does(WORKER, "review", "mark_lost_contact", json!({}));
    assert_eq!(hours_to(&child, DueWhat::LostContactClosure), Some(90 * 24));
}

//! Contacts: at any time, by safe channels only, and when the next one is due.

use casework::{
    Id,
    class::{Class, Classes},
    due::{Due, DueWhat, due},
    lists::{AlertKind, CurrentSafety, Status, Step, StepState, Theme},
    refusal::Why,
    review::last_contact,
};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::story::*;

/// A contact that reached the person at the centre.
pub fn contact() -> Value {
    json!({"mode": "in_person_centre", "contact_type": "centre", "reached": true,
        "safety_now": "safe", "next_contact_due": LAST_DAY})
}

/// A try that reached nobody.
pub fn a_try(mode: &str) -> Value {
    json!({"mode": mode, "contact_type": "call", "reached": false, "next_contact_due": LAST_DAY})
}

/// A registered person whom one may call and write to.
pub fn reachable(risk: &str) -> Story {
    let mut story = registered(risk);
    story.does(WORKER, "registration", "set_safe_contact",
        json!({"safe_channel": ["phone_call", "messaging_app", "letter"], "may_leave_message": false}));
    story
}

pub fn due_of(story: &Story, what: DueWhat) -> Vec<Due> {
    let all = due(&story.case(), &story.sop, story.now);
    all.into_iter().filter(|due| due.what == what).collect()
}

/// When the one thing of this kind is due, in hours from now.
pub fn hours_to(story: &Story, what: DueWhat) -> Option<i64> {
    let all = due_of(story, what);
    assert!(all.len() < 2, "{all:?}");
    all.first()
        .map(|due| due.at.duration_since(story.now).as_hours())
}

#[test]
fn a_contact_is_written_down_from_the_door_to_after_closure() {
    let mut story = Story::begins();
    story.is_refused(
        WORKER,
        "review",
        "record_contact",
        contact(),
        Why::NobodyArrived,
    );
    story
        .does(DESK, "reception", "receive_arrival", arrival())
        .does(WORKER, "review", "record_contact", contact());
    assert_eq!(story.case().status(), Some(Status::Inquiry));
    assert_eq!(
        story.case().step(Step::Review).state(),
        StepState::NotStarted
    );
    let mut open = registered("low");
    open.does(WORKER, "review", "record_contact", contact());
    assert_eq!(
        open.case().step(Step::Review).state(),
        StepState::InProgress
    );
}

#[test]
fn a_channel_the_person_did_not_call_safe_is_refused() {
    let mut story = reachable("low");
    let by = |mode: &str| with(a_try("x"), json!({"mode": mode}));
    for mode in [
        "sms",
        "email",
        "home_visit",
        "via_partner",
        "none_contact_unsafe",
    ] {
        let refusal = story.is_refused(
            WORKER,
            "review",
            "record_contact",
            by(mode),
            Why::ChannelUnsafe,
        );
        assert_eq!(refusal.field, Some("mode"));
    }
    for mode in ["phone_call", "messaging_app", "in_person_centre", "hotline"] {
        story.does(WORKER, "review", "record_contact", by(mode));
    }
    let chance = json!({"mode": "outreach_point", "contact_type": "chance"});
    story.does(WORKER, "review", "record_contact", with(contact(), chance));
}

#[test]
fn before_a_safe_contact_is_agreed_only_unsafe_itself_is_unsafe() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    story.does(WORKER, "review", "record_contact", a_try("phone_call"));
    let none = a_try("none_contact_unsafe");
    story.is_refused(WORKER, "review", "record_contact", none, Why::ChannelUnsafe);
    let message = json!({"contact_type": "message"});
    story.does(
        WORKER,
        "review",
        "record_contact",
        with(a_try("phone_call"), message),
    );
}

#[test]
fn a_spoken_message_is_left_only_where_the_person_allowed_it() {
    let mut story = reachable("low");
    let message = |mode: &str| with(a_try(mode), json!({"contact_type": "message"}));
    let refusal = story.is_refused(
        WORKER,
        "review",
        "record_contact",
        message("phone_call"),
        Why::ChannelUnsafe,
    );
    assert_eq!(refusal.field, Some("contact_type"));
    story.does(WORKER, "review", "record_contact", message("messaging_app"));
    story.does(WORKER, "review", "record_contact", message("letter"));
    story.does(
        WORKER,
        "registration",
        "set_safe_contact",
        json!({"safe_channel": ["phone_call"], "may_leave_message": true}),
    );
    story.does(WORKER, "review", "record_contact", message("phone_call"));
}

#[test]
fn whoever_was_reached_was_asked_whether_they_are_safe() {
    let mut story = registered("low");
    let silent = with(contact(), json!({"safety_now": null}));
    let refusal = story.is_refused(WORKER, "review", "record_contact", silent, Why::TextNeeded);
    assert_eq!(refusal.field, Some("safety_now"));
    let listened_in = with(contact(), json!({"safety_now": "not_asked"}));
    story.does(WORKER, "review", "record_contact", listened_in);
    assert_eq!(story.case().review.last_safety, None);
    story.does(
        WORKER,
        "review",
        "record_contact",
        with(contact(), json!({"safety_now": "at_risk"})),
    );
    let case = story.case();
    assert_eq!(
        case.review.last_safety.map(|(_, safety)| safety),
        Some(CurrentSafety::AtRisk)
    );
    assert_eq!(
        case.assessment.last_safety(&case),
        Some(CurrentSafety::AtRisk)
    );
    assert!(case.reception.alerts.is_empty());
}

#[test]
fn immediate_danger_at_a_contact_alerts_the_supervisor() {
    let mut story = registered("low");
    story.does(
        WORKER,
        "review",
        "record_contact",
        with(contact(), json!({"safety_now": "immediate_danger"})),
    );
    let alert = story.case().reception.alerts[0].alert.clone();
    assert_eq!(
        (alert.kind, alert.theme),
        (AlertKind::DangerNow, Theme::SupervisorNow)
    );
    let mut other = registered("low");
    // Nobody was reached: what was typed about their safety is nobody's word.
    other.does(
        WORKER,
        "review",
        "record_contact",
        with(
            a_try("in_person_centre"),
            json!({"safety_now": "immediate_danger", "wellbeing": 2}),
        ),
    );
    assert_eq!(other.kinds(), ["review.contact_recorded"]);
    assert_eq!(other.case().review.contacts[0].1.wellbeing, None);
}

#[test]
fn wellbeing_is_between_nought_and_four() {
    let mut story = registered("low");
    for score in [-1, 5] {
        let odd = with(contact(), json!({"wellbeing": score}));
        story.is_refused(WORKER, "review", "record_contact", odd, Why::OutOfRange);
    }
    for score in [0, 4] {
        story.does(
            WORKER,
            "review",
            "record_contact",
            with(contact(), json!({"wellbeing": score})),
        );
    }
}

#[test]
fn an_open_case_always_has_a_next_contact() {
    let mut story = registered("low");
    let open_end = with(contact(), json!({"next_contact_due": null}));
    story.is_refused(
        WORKER,
        "review",
        "record_contact",
        open_end,
        Why::DateNeeded,
    );
    let past = with(contact(), json!({"next_contact_due": "2026-03-01"}));
    story.is_refused(WORKER, "review", "record_contact", past, Why::DatesDisagree);
    let today = with(contact(), json!({"next_contact_due": "2026-03-02"}));
    story.does(WORKER, "review", "record_contact", today);
}

#[test]
fn restricted_words_of_a_contact_stand_in_their_own_class() {
    let mut story = registered("low");
    story.does(
        WORKER,
        "review",
        "record_contact",
        with(
            contact(),
            json!({
        "progress_note": "told of beatings", "about": ["gbv"]}),
        ),
    );
    assert_eq!(
        story.kinds(),
        ["review.contact_recorded", "review.detail_noted"]
    );
    let general = story.case_for(Classes::GENERAL);
    assert_eq!(general.review.contacts.len(), 1);
    assert_eq!(general.review.contacts[0].1.progress_note, None);
    assert!(general.review.contacts[0].1.about.is_empty() && general.review.details.is_empty());
    let seen = story.case_for(Classes::of(Class::Gbv));
    assert_eq!(
        seen.review.details[0].1.of,
        seen.review.contacts[0].1.contact
    );
    assert_ne!(seen.review.contacts[0].1.contact, Id::default());
    story.does(
        WORKER,
        "review",
        "record_contact",
        with(contact(), json!({"progress_note": "well"})),
    );
    let open = story.case_for(Classes::GENERAL);
    assert_eq!(
        open.review.contacts[1].1.progress_note.as_deref(),
        Some("well")
    );
}

#[test]
fn the_next_contact_follows_the_risk_and_what_was_agreed() {
    for (risk, hours) in [("urgent", 24), ("high", 168), ("medium", 336), ("low", 720)] {
        let mut story = registered(risk);
        assert_eq!(hours_to(&story, DueWhat::Contact), Some(hours));
        story
            .hours(10)
            .does(WORKER, "review", "record_contact", contact());
        assert_eq!(hours_to(&story, DueWhat::Contact), Some(hours));
        assert_eq!(last_contact(&story.case()), Some(story.now));
        // A try does not count as a contact, and what was recorded late does not turn time back.
        story.hours(1).does(
            WORKER,
            "review",
            "record_contact",
            a_try("in_person_centre"),
        );
        let early = story.now - jiff::SignedDuration::from_hours(5);
        story
            .tries_of(WORKER, "review", "record_contact", contact(), early)
            .unwrap();
        assert_eq!(hours_to(&story, DueWhat::Contact), Some(hours - 1));
    }
    let mut sooner = registered("low");
    sooner.does(
        WORKER,
        "review",
        "record_contact",
        with(contact(), json!({"next_contact_due": "2026-03-04"})),
    );
    let at: Timestamp = "2026-03-04T23:59:59Z".parse().unwrap();
    assert_eq!(due_of(&sooner, DueWhat::Contact)[0].at, at);
}

#[test]
fn an_inquiry_and_a_resting_case_have_no_contact_due() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    assert_eq!(hours_to(&story, DueWhat::Contact), None);
    let mut rests = registered("low");
    rests.does(WORKER, "review", "put_on_hold", json!({"reason": "abroad"}));
    assert_eq!(hours_to(&rests, DueWhat::Contact), None);
    assert_eq!(hours_to(&rests, DueWhat::SupervisorReview), None);
}

#[test]
fn the_next_contact_is_no_later_than_the_risk_allows() {
    // Stories begin on 2 March 2026.
    for (risk, last, too_late) in [
        ("urgent", "2026-03-03", "2026-03-04"),
        ("high", "2026-03-09", "2026-03-10"),
        ("medium", "2026-03-16", "2026-03-17"),
        ("low", "2026-04-01", "2026-04-02"),
    ] {
        for seen in [contact(), a_try("in_person_centre")] {
            let mut story = registered(risk);
            let late = with(seen.clone(), json!({"next_contact_due": too_late}));
            let refusal = story.is_refused(
                WORKER,
                "review",
                "record_contact",
                late,
                Why::ContactTooLate,
            );
            assert_eq!(refusal.latest, last.parse().ok());
            assert_eq!(refusal.field, Some("next_contact_due"));
            assert_eq!(refusal.which, Some(("risk_level", risk)));
            let in_time = with(seen, json!({"next_contact_due": last}));
            story.does(WORKER, "review", "record_contact", in_time);
        }
    }
}

#[test]
fn what_was_written_down_late_may_plan_from_today_and_is_due_from_what_happened() {
    let mut story = registered("urgent");
    story.days(5);
    let early = story.now - jiff::SignedDuration::from_hours(4 * 24);
    let planned = with(contact(), json!({"next_contact_due": "2026-03-08"}));
    story
        .tries_of(WORKER, "review", "record_contact", planned, early)
        .unwrap();
    assert!(hours_to(&story, DueWhat::Contact) < Some(0), "long due");
}

#[test]
fn while_a_case_rests_or_before_a_level_is_decided_no_day_is_too_late() {
    let far = with(contact(), json!({"next_contact_due": "2027-03-02"}));
    let mut rests = registered("urgent");
    rests
        .does(WORKER, "review", "put_on_hold", json!({"reason": "abroad"}))
        .does(WORKER, "review", "record_contact", far.clone());
    let mut inquiry = Story::begins();
    inquiry
        .does(DESK, "reception", "receive_arrival", arrival())
        .does(WORKER, "review", "record_contact", far);
}

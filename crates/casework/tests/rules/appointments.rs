//! Appointments: planned ahead, by safe ways only, due at their hour, and ended by what became of
//! them.

use casework::{
    class::{Class, Classes},
    due::DueWhat,
    lists::AppointmentOutcome,
    refusal::Why,
};
use serde_json::{Value, json};

use crate::{
    contact::{a_try, contact, due_of, hours_to, reachable},
    story::*,
};

/// A call on the second day at this hour.
fn call(hour: u8) -> Value {
    json!({"planned_for": format!("2026-03-03T{hour:02}:00:00Z"), "mode": "phone_call",
        "appointment_purpose": "follow_up", "language": "ar", "interpreter_needed": true})
}

fn planned(appointment: Value) -> Story {
    let mut story = reachable("low");
    story.does(WORKER, "review", "plan_appointment", appointment);
    story
}

fn end(story: &Story, outcome: &str) -> Value {
    let id = story.case().review.appointments[0].appointment.appointment;
    json!({"appointment": id.to_string(), "appointment_outcome": outcome})
}

fn outcome(story: &Story) -> Option<AppointmentOutcome> {
    story.case().review.appointments[0].ended
}

#[test]
fn an_appointment_is_due_at_its_hour_and_says_in_which_language() {
    let story = planned(call(11));
    assert_eq!(hours_to(&story, DueWhat::Appointment), Some(26));
    let case = story.case();
    let state = &case.review.appointments[0];
    assert!(state.appointment.language.is_some() && state.appointment.interpreter_needed);
    assert_eq!(
        due_of(&story, DueWhat::Appointment)[0].which,
        Some(state.appointment.appointment)
    );
}

#[test]
fn nothing_is_planned_for_the_past_or_by_an_unsafe_way() {
    let mut story = reachable("low");
    let before = with(call(11), json!({"planned_for": "2026-03-02T09:00:00Z"}));
    let no = story.is_refused(
        WORKER,
        "review",
        "plan_appointment",
        before,
        Why::DatesDisagree,
    );
    assert_eq!(no.field, Some("planned_for"));
    for mode in ["sms", "home_visit", "none_contact_unsafe"] {
        let unsafe_way = with(call(11), json!({"mode": mode}));
        let no = story.is_refused(
            WORKER,
            "review",
            "plan_appointment",
            unsafe_way,
            Why::ChannelUnsafe,
        );
        assert_eq!(no.field, Some("mode"));
    }
    story.does(WORKER, "review", "plan_appointment", call(11));
}

#[test]
fn only_an_open_case_of_somebody_alive_has_appointments() {
    let mut inquiry = arrived();
    inquiry.is_refused(
        WORKER,
        "review",
        "plan_appointment",
        call(11),
        Why::NotACaseYet,
    );
    let mut died = planned(call(11));
    died.does(SUPERVISOR, "closure", "record_death", death());
    assert_eq!(due_of(&died, DueWhat::Appointment), []);
    died.is_refused(
        WORKER,
        "review",
        "plan_appointment",
        call(12),
        Why::PersonDied,
    );
}

fn death() -> Value {
    json!({"died_on": "2026-03-02", "source": "hospital letter"})
}

#[test]
fn the_contact_made_on_its_day_by_its_way_ends_it() {
    let reached = with(
        contact(),
        json!({"mode": "phone_call", "contact_type": "call"}),
    );
    let mut other_way = planned(call(11));
    other_way
        .hours(26)
        .does(WORKER, "review", "record_contact", contact());
    assert_eq!(
        outcome(&other_way),
        None,
        "they came; the call still stands"
    );
    let mut too_early = planned(call(11));
    too_early.does(WORKER, "review", "record_contact", reached.clone());
    assert_eq!(outcome(&too_early), None, "the day before");
    let mut kept = planned(call(11));
    kept.hours(25)
        .does(WORKER, "review", "record_contact", reached);
    assert_eq!(outcome(&kept), Some(AppointmentOutcome::Kept));
    assert_eq!(due_of(&kept, DueWhat::Appointment), []);
    assert_eq!(due_of(&kept, DueWhat::TriggerReview), []);
}

#[test]
fn a_try_in_vain_at_its_hour_is_a_missed_one_and_forces_a_review() {
    let mut story = planned(call(11));
    story
        .hours(25)
        .does(WORKER, "review", "record_contact", a_try("phone_call"));
    assert_eq!(
        outcome(&story),
        None,
        "an hour before is a try, and not yet a missed appointment"
    );
    story
        .hours(1)
        .does(WORKER, "review", "record_contact", a_try("phone_call"));
    assert_eq!(outcome(&story), Some(AppointmentOutcome::Missed));
    assert_eq!(hours_to(&story, DueWhat::TriggerReview), Some(48));
}

#[test]
fn it_is_kept_or_missed_from_its_day_on_and_cancelled_at_any_time() {
    for (hours, said, yes) in [
        (0, "kept", false),
        (0, "missed", false),
        (0, "cancelled_by_us", true),
        (24, "kept", true),
        (72, "missed", true),
    ] {
        let mut story = planned(call(11));
        story.hours(hours);
        let end = end(&story, said);
        if yes {
            story.does(WORKER, "review", "end_appointment", end.clone());
            assert_eq!(due_of(&story, DueWhat::Appointment), []);
            let missed = i64::from(said == "missed") * 48;
            assert_eq!(
                hours_to(&story, DueWhat::TriggerReview).unwrap_or(0),
                missed
            );
            story.is_refused(WORKER, "review", "end_appointment", end, Why::AlreadyDone);
        } else {
            story.is_refused(
                WORKER,
                "review",
                "end_appointment",
                end,
                Why::HappenedTooEarly,
            );
        }
    }
}

#[test]
fn what_it_is_about_decides_who_knows_of_it_and_who_ends_it() {
    let gbv = Classes::of(Class::Gbv);
    let mut story = planned(with(call(11), json!({"about": ["gbv"]})));
    assert_eq!(due_of(&story, DueWhat::Appointment)[0].classes, gbv);
    assert!(
        story
            .case_for(Classes::GENERAL)
            .review
            .appointments
            .is_empty()
    );
    story.hours(26);
    let kept = end(&story, "kept");
    story.held = Classes::GENERAL;
    story.is_refused(
        WORKER,
        "review",
        "end_appointment",
        kept.clone(),
        Why::NoSuchThing,
    );
    let reached = with(
        contact(),
        json!({"mode": "phone_call", "contact_type": "call"}),
    );
    story.does(WORKER, "review", "record_contact", reached);
    assert_eq!(
        outcome(&story),
        None,
        "a general contact ends nothing that few may know of"
    );
    story.held = gbv;
    story.does(WORKER, "review", "end_appointment", kept);
    assert_eq!(story.events.last().unwrap().classes, gbv);
}

//! Death: messages stop, those who depended are looked after, errors are corrected.

use casework::{
    class::{Class, Classes},
    due::DueWhat,
    lists::{AlertKind, Status},
    refusal::{MissingWhat as M, Why},
};
use serde_json::{Value, json};

use crate::{
    closure::{bare, close, closed, missing, proposal, submit},
    contact::{contact, hours_to},
    story::*,
};

fn death() -> Value {
    json!({"died_on": "2026-03-01", "source": "hospital letter"})
}

#[test]
fn death_stops_every_message_and_asks_for_those_who_depended() {
    let mut story = registered("low");
    let look = json!({"what_was_done": "two children, both seen by their worker"});
    story.is_refused(
        WORKER,
        "closure",
        "review_dependants",
        look.clone(),
        Why::NotNow,
    );
    let future = with(death(), json!({"died_on": "2026-03-03"}));
    story.is_refused(
        WORKER,
        "closure",
        "record_death",
        future,
        Why::HappenedInFuture,
    );
    let unsaid = with(death(), json!({"source": ""}));
    story.is_refused(WORKER, "closure", "record_death", unsaid, Why::TextNeeded);
    story.does(WORKER, "closure", "record_death", death());
    assert_eq!(story.case().status(), Some(Status::Open));
    assert_eq!(
        story.case().reception.alerts[0].alert.kind,
        AlertKind::DependantOfDeceased
    );
    assert_eq!(hours_to(&story, DueWhat::HouseholdReview), Some(0));
    assert_eq!(hours_to(&story, DueWhat::Contact), None);
    story.is_refused(WORKER, "closure", "record_death", death(), Why::AlreadyDone);
    story.is_refused(
        WORKER,
        "review",
        "record_contact",
        contact(),
        Why::PersonDied,
    );
    story.is_refused(
        WORKER,
        "review",
        "mark_lost_contact",
        json!({}),
        Why::PersonDied,
    );
    story.does(
        WORKER,
        "reception",
        "write_note",
        json!({"text": "buried on Friday"}),
    );
    let blank = json!({"what_was_done": ""});
    story.is_refused(
        WORKER,
        "closure",
        "review_dependants",
        blank,
        Why::TextNeeded,
    );
}

#[test]
fn a_death_is_closed_once_the_living_were_looked_after_and_never_reopened() {
    let mut story = registered("low");
    let look = json!({"what_was_done": "two children, both seen by their worker"});
    story.does(WORKER, "closure", "record_death", death());
    story.does(WORKER, "closure", "propose_closure", bare("death"));
    assert_eq!(missing(&story), [M::DependantsReview]);
    story.does(WORKER, "closure", "review_dependants", look.clone());
    story.is_refused(
        WORKER,
        "closure",
        "review_dependants",
        look,
        Why::AlreadyDone,
    );
    assert_eq!(missing(&story), []);
    assert_eq!(hours_to(&story, DueWhat::HouseholdReview), None);
    story.does(WORKER, "approval", "submit", submit()).does(
        SUPERVISOR,
        "approval",
        "approve",
        submit(),
    );
    story.is_refused(
        WORKER,
        "closure",
        "reopen",
        json!({"reason": "x"}),
        Why::PersonDied,
    );
    let check = json!({"reached": false, "note": "x"});
    story.is_refused(
        WORKER,
        "closure",
        "record_post_closure_check",
        check,
        Why::PersonDied,
    );
}

#[test]
fn who_died_is_closed_as_dead_and_nobody_else_is() {
    let mut story = registered("low");
    let refusal = story.is_refused(
        WORKER,
        "closure",
        "propose_closure",
        bare("death"),
        Why::ClosureReasonCheck,
    );
    assert_eq!(refusal.field, Some("reason"));
    story.does(WORKER, "closure", "record_death", death());
    let met = proposal("objectives_met");
    story.is_refused(
        WORKER,
        "closure",
        "propose_closure",
        met,
        Why::ClosureReasonCheck,
    );
    story.does(WORKER, "closure", "propose_closure", bare("death"));
}

#[test]
fn a_death_told_in_error_is_corrected_by_a_supervisor() {
    let mut story = registered("low");
    let error = json!({"reason": "another man of that name"});
    story.is_refused(
        SUPERVISOR,
        "closure",
        "correct_death",
        error.clone(),
        Why::NotNow,
    );
    story.does(WORKER, "closure", "record_death", death()).does(
        WORKER,
        "closure",
        "propose_closure",
        bare("death"),
    );
    story.is_refused(
        WORKER,
        "closure",
        "correct_death",
        error.clone(),
        Why::SupervisorNeeded,
    );
    let blank = json!({"reason": ""});
    story.is_refused(
        SUPERVISOR,
        "closure",
        "correct_death",
        blank,
        Why::ReasonNeeded,
    );
    story.does(SUPERVISOR, "closure", "correct_death", error);
    assert!(missing(&story).contains(&M::DeathRecord));
    story.does(WORKER, "review", "record_contact", contact());
}

#[test]
fn restricted_words_about_a_death_stand_apart_and_it_may_be_learned_late() {
    let mut story = closed();
    let told = with(
        death(),
        json!({"note": "by his own hand", "about": ["mhpss"]}),
    );
    story.does(WORKER, "closure", "record_death", told);
    assert_eq!(
        story.kinds(),
        [
            "closure.death_recorded",
            "closure.death_noted",
            "reception.alert_raised"
        ]
    );
    let general = story.case_for(Classes::GENERAL).closure.death.unwrap().1;
    assert!(general.note.is_none() && general.about.is_empty());
    assert!(
        story
            .events
            .iter()
            .any(|event| event.classes == Classes::of(Class::Mhpss))
    );
    let mut open = registered("low");
    open.does(
        WORKER,
        "closure",
        "record_death",
        with(death(), json!({"note": "in hospital"})),
    );
    assert_eq!(
        open.case().closure.death.unwrap().1.note.as_deref(),
        Some("in hospital")
    );
}

#[test]
fn a_check_is_no_longer_due_for_somebody_who_died() {
    let mut story = registered("low");
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("contact_after_closure"),
    );
    let later = json!({"post_closure_check_due": "2026-04-10"});
    close(&mut story, with(proposal("objectives_met"), later));
    story.does(WORKER, "closure", "record_death", death());
    assert_eq!(hours_to(&story, DueWhat::PostClosureCheck), None);
}

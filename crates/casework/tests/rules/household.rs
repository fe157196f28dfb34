//! The household in the person's own file: joined by consent, left, hidden from, told of.

use casework::{
    Id,
    class::{Class, Classes},
    decide::Beside,
    due::DueWhat,
    household_file::Echo,
    lists::{AlertKind, HouseholdChange, HouseholdRole, Theme},
    refusal::Why,
};
use serde_json::{Value, json};

use crate::{closure, contact::hours_to, story::*};

const HOME: Id = Id([70; 16]);

fn joins(reason: &str) -> Value {
    json!({"household": HOME.to_string(), "role": "spouse", "reason": reason})
}

/// A registered person who lives in [`HOME`].
fn at_home() -> Story {
    let mut story = registered("low");
    story
        .does(
            WORKER,
            "consent",
            "record_consent",
            consent("household_link"),
        )
        .does(WORKER, "household", "join_household", joins("formed"));
    story
}

fn hide() -> Value {
    json!({"own_safe_contact": true, "reason": "beaten by him", "about": ["gbv"]})
}

fn beside(what: Echo) -> Vec<Beside> {
    vec![Beside::Household {
        household: HOME,
        what,
    }]
}

#[test]
fn nobody_is_linked_to_a_household_without_their_own_consent() {
    let mut story = registered("low");
    let refusal = story.is_refused(
        WORKER,
        "household",
        "join_household",
        joins("formed"),
        Why::ConsentMissing,
    );
    assert_eq!(refusal.which, Some(("consent_scope", "household_link")));
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("household_link"),
    );
    story.does(WORKER, "household", "join_household", joins("formed"));
    assert!(
        story.last.beside.is_empty(),
        "who forms a household stands in its file already"
    );
    assert!(story.case().review.triggers.is_empty());
    let again = joins("marriage");
    story.is_refused(
        WORKER,
        "household",
        "join_household",
        again,
        Why::AlreadyInHousehold,
    );
}

#[test]
fn a_change_of_family_forces_a_review_and_reaches_the_households_file() {
    let mut story = registered("low");
    story
        .does(
            WORKER,
            "consent",
            "record_consent",
            consent("household_link"),
        )
        .does(WORKER, "household", "join_household", joins("marriage"));
    let join = Echo::Join {
        role: HouseholdRole::Spouse,
        reason: HouseholdChange::Marriage,
    };
    assert_eq!(story.last.beside, beside(join));
    assert_eq!(hours_to(&story, DueWhat::TriggerReview), Some(48));
    let mut leaves = at_home();
    leaves.does(
        WORKER,
        "household",
        "leave_household",
        json!({"reason": "split"}),
    );
    assert_eq!(
        leaves.last.beside,
        beside(Echo::Leave(HouseholdChange::Split))
    );
    assert_eq!(hours_to(&leaves, DueWhat::TriggerReview), Some(48));
    assert_eq!(leaves.case().household.left.len(), 1);
    let left = json!({"reason": "split"});
    leaves.is_refused(
        WORKER,
        "household",
        "leave_household",
        left,
        Why::NotInHousehold,
    );
    let mut error = registered("low");
    error
        .does(
            WORKER,
            "consent",
            "record_consent",
            consent("household_link"),
        )
        .does(WORKER, "household", "join_household", joins("error"));
    assert!(error.case().review.triggers.is_empty() && !error.last.beside.is_empty());
}

#[test]
fn whoever_left_is_asked_again_before_they_return() {
    let mut story = at_home();
    story.hours(1).does(
        WORKER,
        "household",
        "leave_household",
        json!({"reason": "left"}),
    );
    story.hours(1).is_refused(
        WORKER,
        "household",
        "join_household",
        joins("reunion"),
        Why::ConsentMissing,
    );
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("household_link"),
    );
    story.does(WORKER, "household", "join_household", joins("reunion"));
}

#[test]
fn somebody_may_leave_the_households_view() {
    let mut story = at_home();
    assert_eq!(story.case().household.shown_in(), Some(HOME));
    let blank = with(hide(), json!({"reason": ""}));
    story.is_refused(
        WORKER,
        "household",
        "hide_from_household",
        blank,
        Why::ReasonNeeded,
    );
    story.does(WORKER, "household", "hide_from_household", hide());
    assert_eq!(story.last.beside, beside(Echo::Hide));
    assert_eq!(
        story.kinds(),
        [
            "household.hidden_from_household",
            "household.hiding_explained"
        ]
    );
    assert_eq!(
        story.events.last().unwrap().classes,
        Classes::of(Class::Gbv)
    );
    assert_eq!(story.case_for(Classes::GENERAL).household.shown_in(), None);
    story.is_refused(
        WORKER,
        "household",
        "hide_from_household",
        hide(),
        Why::AlreadyDone,
    );
}

#[test]
fn somebody_may_come_back_into_view_in_their_own_words() {
    let mut story = at_home();
    story.does(WORKER, "household", "hide_from_household", hide());
    let back = |words: &str| json!({"in_their_words": words});
    story.is_refused(
        WORKER,
        "household",
        "show_to_household",
        back(" "),
        Why::TextNeeded,
    );
    story.does(
        WORKER,
        "household",
        "show_to_household",
        back("he moved out"),
    );
    assert_eq!(story.last.beside, beside(Echo::Show));
    story.is_refused(
        WORKER,
        "household",
        "show_to_household",
        back("x"),
        Why::NotNow,
    );
    let mut alone = registered("low");
    alone.is_refused(
        WORKER,
        "household",
        "hide_from_household",
        hide(),
        Why::NotInHousehold,
    );
    alone.is_refused(
        WORKER,
        "household",
        "show_to_household",
        back("x"),
        Why::NotInHousehold,
    );
}

#[test]
fn whoever_is_hidden_gets_a_safe_contact_of_their_own() {
    let contact = json!({"safe_channel": ["phone_call"], "may_leave_message": false});
    let mut story = at_home();
    let shared = with(hide(), json!({"own_safe_contact": false}));
    story
        .hours(1)
        .does(WORKER, "household", "hide_from_household", shared);
    assert_eq!(hours_to(&story, DueWhat::OwnSafeContact), Some(0));
    story
        .hours(1)
        .does(WORKER, "registration", "set_safe_contact", contact);
    assert_eq!(hours_to(&story, DueWhat::OwnSafeContact), None);
    let mut taken = at_home();
    taken
        .hours(1)
        .does(WORKER, "household", "hide_from_household", hide());
    assert_eq!(hours_to(&taken, DueWhat::OwnSafeContact), None);
}

#[test]
fn safety_needs_no_open_case() {
    let mut story = at_home();
    closure::close(&mut story, closure::proposal("objectives_met"));
    story.does(WORKER, "household", "hide_from_household", hide());
    let back = json!({"in_their_words": "x"});
    story.is_refused(
        WORKER,
        "household",
        "show_to_household",
        back,
        Why::CaseClosed,
    );
    let again = joins("reunion");
    story.is_refused(
        WORKER,
        "household",
        "join_household",
        again,
        Why::CaseClosed,
    );
}

#[test]
fn leaving_ends_the_hiding() {
    let mut story = at_home();
    story
        .does(WORKER, "household", "hide_from_household", hide())
        .does(
            WORKER,
            "household",
            "leave_household",
            json!({"reason": "separation"}),
        );
    assert!(story.case().household.hidden.is_none());
}

#[test]
fn that_a_childs_carer_is_unsafe_is_a_matter_of_its_protection() {
    let carer = |safe: bool| json!({"caregiver": Id([71; 16]).to_string(), "safe": safe});
    let last = |story: &Story| story.events.last().unwrap().classes;
    let mut story = registered("low");
    story.does(WORKER, "household", "link_caregiver", carer(false));
    assert_eq!(last(&story), Classes::GENERAL);
    assert!(story.case().household.unsafe_caregiver());
    story.does(
        WORKER,
        "registration",
        "dispute_age",
        json!({"said_by": "himself", "age_said": 16}),
    );
    story.does(WORKER, "household", "link_caregiver", carer(true));
    assert_eq!(last(&story), Classes::GENERAL);
    assert!(!story.case().household.unsafe_caregiver());
    story.does(WORKER, "household", "link_caregiver", carer(false));
    assert_eq!(last(&story), Classes::of(Class::Child));
    // What is known of one carer does not speak for another.
    let other = json!({"caregiver": Id([72; 16]).to_string(), "safe": true});
    story.does(WORKER, "household", "link_caregiver", other);
    assert!(story.case().household.unsafe_caregiver());
}

#[test]
fn death_and_a_missing_child_are_told_to_the_other_files() {
    let death = json!({"died_on": "2026-03-01", "source": "hospital"});
    let mut story = at_home();
    story.does(WORKER, "closure", "record_death", death.clone());
    assert_eq!(
        story.last.beside,
        beside(Echo::Tell(AlertKind::DependantOfDeceased))
    );
    let mut hidden = at_home();
    hidden
        .does(WORKER, "household", "hide_from_household", hide())
        .does(WORKER, "closure", "record_death", death.clone());
    assert!(
        hidden.last.beside.is_empty(),
        "who is hidden leaves no trace there"
    );
    let mut alone = registered("low");
    alone.does(WORKER, "closure", "record_death", death);
    assert!(alone.last.beside.is_empty());
    let mut child = at_home();
    child.does(
        WORKER,
        "registration",
        "dispute_age",
        json!({"said_by": "himself", "age_said": 16}),
    );
    let report = json!({"last_seen": child.now.to_string(), "suspected_abduction": false,
        "circumstances": "did not come home"});
    child.does(WORKER, "review", "report_missing_child", report);
    assert_eq!(
        child.last.beside,
        beside(Echo::Tell(AlertKind::MissingChild))
    );
}

#[test]
fn a_notice_alerts_its_theme_and_forces_a_review() {
    for (kind, theme) in [
        ("missing_child", Theme::ChildProtection),
        ("dependant_of_deceased", Theme::SupervisorNow),
    ] {
        let mut story = registered("low");
        let notice = json!({"household": HOME.to_string(), "kind": kind});
        story.does(WORKER, "household", "receive_notice", notice);
        assert_eq!(story.case().reception.alerts[0].alert.theme, theme);
        assert_eq!(hours_to(&story, DueWhat::TriggerReview), Some(48));
        assert_eq!(story.case().household.notices.len(), 1);
    }
}

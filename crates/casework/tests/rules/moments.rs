//! The moment at which a rule turns: the last one before and the first one after.

use casework::{
    due::DueWhat,
    floors,
    lists::NeedDomain,
    refusal::{MissingWhat, Why},
    review::{g5, unreachable},
    sop::FloorReason,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::{
    contact::{a_try, contact, hours_to, reachable},
    review::a_review,
    story::*,
};

const SECOND: SignedDuration = SignedDuration::from_secs(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);

fn soup() -> Value {
    json!({"service_type": "food", "modality": "in_kind", "what": "soup"})
}

#[test]
fn an_entry_is_late_when_more_than_the_allowed_hours_have_passed() {
    let mut story = arrived();
    let allowed = SignedDuration::from_hours(i64::from(story.sop.late_entry_after_hours));
    for (happened, late) in [
        (story.now - allowed, false),
        (story.now - allowed - SECOND, true),
    ] {
        story
            .tries_of(DESK, "reception", "give_help", soup(), happened)
            .unwrap();
        assert_eq!(story.events.last().unwrap().late, late);
    }
}

/// Papers of the day before may come along. What is older did not happen to this arrival, except
/// at the door itself, where people are helped before anybody writes down that they came.
#[test]
fn work_begins_at_most_a_day_before_the_arrival_and_help_at_any_time() {
    let mut story = registered("low");
    let before = story.case().arrived_at().unwrap() - DAY;
    story
        .tries_of(WORKER, "review", "record_contact", contact(), before)
        .unwrap();
    let refusal = story
        .tries_of(
            WORKER,
            "review",
            "record_contact",
            contact(),
            before - SECOND,
        )
        .unwrap_err();
    assert_eq!(
        (refusal.why, refusal.field),
        (Why::HappenedBeforeArrival, Some("happened"))
    );
    story
        .tries_of(DESK, "reception", "give_help", soup(), before - DAY)
        .unwrap();
}

#[test]
fn a_child_is_grown_up_from_the_first_moment_of_the_birthday() {
    let mut story = screened();
    story
        .does(WORKER, "consent", "record_consent", consent("registration"))
        .does(
            WORKER,
            "registration",
            "record_identity",
            with(identity(), json!({"dob": "2008-03-20"})),
        );
    complete(&mut story);
    let birthday: Timestamp = "2026-03-20T00:00:00Z".parse().unwrap();
    story.now = birthday - SECOND;
    assert_eq!(hours_to(&story, DueWhat::AdultConsent), None);
    story.now = birthday;
    assert_eq!(hours_to(&story, DueWhat::AdultConsent), Some(30 * 24));
}

#[test]
fn a_threat_is_credible_for_thirty_days() {
    let mut story = arrived();
    let threat = json!({"danger_sources": ["employer"], "threat_detail": "waits outside",
        "current_safety": "at_risk", "suicidal": false, "action_taken": "door locked"});
    story.does(DESK, "reception", "report_danger", threat);
    let credible = |story: &Story| {
        let found = floors::floors(&story.case(), &story.sop, story.now);
        (found.iter()).any(|floor| floor.reason == FloorReason::CredibleThreat)
    };
    story.days(30);
    assert!(credible(&story));
    story.hours(1);
    assert!(!credible(&story));
}

#[test]
fn tries_count_from_the_moment_after_the_person_was_reached() {
    let out_of_reach = |story: &Story| unreachable(&story.case(), &story.sop, story.now);
    let mut story = reachable("low");
    story
        .does(WORKER, "review", "record_contact", a_try("phone_call"))
        .does(WORKER, "review", "record_contact", contact())
        .days(1)
        .does(WORKER, "review", "record_contact", a_try("phone_call"))
        .days(1)
        .does(WORKER, "review", "record_contact", a_try("messaging_app"));
    assert!(!out_of_reach(&story), "one try was before they answered");
    story.does(WORKER, "review", "record_contact", a_try("phone_call"));
    assert!(out_of_reach(&story));
}

#[test]
fn who_is_reached_in_the_moment_of_the_mark_is_not_lost() {
    let mut story = reachable("low");
    for mode in ["phone_call", "phone_call", "messaging_app"] {
        story
            .days(1)
            .does(WORKER, "review", "record_contact", a_try(mode));
    }
    story.does(WORKER, "review", "mark_lost_contact", json!({}));
    assert!(story.case().review.lost.is_some());
    story.does(WORKER, "review", "record_contact", contact());
    assert!(story.case().review.lost.is_none());
}

#[test]
fn a_review_answers_a_trigger_of_the_same_moment_and_is_in_date_until_its_hour() {
    let eviction = json!({"trigger": "eviction", "text": "thrown out"});
    let mut story = registered("low");
    story.does(WORKER, "review", "record_trigger", eviction.clone());
    story.does(WORKER, "review", "hold_review", a_review());
    assert_eq!(hours_to(&story, DueWhat::TriggerReview), None);
    story
        .hours(1)
        .does(WORKER, "review", "record_trigger", eviction);
    let overdue = |story: &Story| {
        let missing = g5(&story.case(), &story.sop, story.now);
        (missing.iter()).any(|missing| missing.what == MissingWhat::ReviewOverdue)
    };
    story.hours(48);
    assert_eq!(hours_to(&story, DueWhat::TriggerReview), Some(0));
    assert!(!overdue(&story));
    story.now += SECOND;
    assert!(overdue(&story));
}

#[test]
fn a_need_that_a_review_finds_is_open_until_it_is_answered_afterwards() {
    let work = json!({"domain": "livelihood_work_training", "status": "met"});
    let found = with(
        a_review(),
        json!({"new_needs": ["livelihood_work_training"]}),
    );
    let open = |story: &Story| {
        let needs = casework::closure::open_needs(&story.case());
        (needs.iter()).any(|need| need.0 == NeedDomain::LivelihoodWorkTraining)
    };
    let mut story = registered("low");
    story
        .does(WORKER, "assessment", "answer_need", work.clone())
        .does(WORKER, "review", "hold_review", found);
    assert!(open(&story));
    story
        .hours(1)
        .does(WORKER, "assessment", "answer_need", work);
    assert!(!open(&story));
}

fn joins(reason: &str) -> Value {
    json!({"household": "46".repeat(16), "role": "spouse", "reason": reason})
}

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

#[test]
fn a_consent_of_the_moment_of_leaving_is_no_consent_to_come_back() {
    let mut story = at_home();
    let split = json!({"reason": "split"});
    story.does(WORKER, "household", "leave_household", split);
    let agree = |story: &mut Story| {
        let again = consent("household_link");
        story.does(WORKER, "consent", "record_consent", again);
    };
    agree(&mut story);
    let back = joins("marriage");
    let no = Why::ConsentMissing;
    story.is_refused(WORKER, "household", "join_household", back.clone(), no);
    story.hours(1);
    agree(&mut story);
    story.does(WORKER, "household", "join_household", back);
}

#[test]
fn who_is_hidden_needs_a_safe_contact_set_after_it() {
    let mut story = at_home();
    let hide = json!({"own_safe_contact": false, "reason": "beaten by him", "about": ["gbv"]});
    story.does(WORKER, "household", "hide_from_household", hide);
    let contact = json!({"safe_channel": ["phone_call"], "may_leave_message": false});
    story.does(WORKER, "registration", "set_safe_contact", contact.clone());
    assert_eq!(hours_to(&story, DueWhat::OwnSafeContact), Some(0));
    story
        .hours(1)
        .does(WORKER, "registration", "set_safe_contact", contact);
    assert_eq!(hours_to(&story, DueWhat::OwnSafeContact), None);
}

//! Alerts along the duty list: whose turn it is, and that nothing drops (2.0).

use casework::{
    Id,
    actor::{By, Role},
    lists::Theme,
    reception::{
        escalation::{Holder, OnDuty, holder},
        takes,
    },
    refusal::Why,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::story::*;

const GBV_FOCAL_POINT: By = who(Role::FocalPointGbv, 11);

fn raised() -> Timestamp {
    "2026-03-02T21:00:00Z".parse().unwrap()
}

fn after(minutes: i64) -> Timestamp {
    raised() + SignedDuration::from_mins(minutes)
}

fn account(number: u8) -> Id {
    Id([number; 16])
}

type Hours = Box<dyn Fn(Timestamp) -> bool>;

fn always(number: u8) -> OnDuty<Hours> {
    OnDuty {
        account: account(number),
        has_duty: Box::new(|_| true),
    }
}

fn held(taken: Option<Id>, list: &[OnDuty<Hours>], minutes: i64) -> Holder {
    holder(raised(), taken, list, 15, after(minutes))
}

/// Whose turn it is, and after whom; nobody is called nought.
fn turn(number: u8, before: u8, until: i64) -> Holder {
    Holder::Turn {
        account: account(number),
        before: (before > 0).then(|| account(before)),
        until: after(until),
    }
}

#[test]
fn an_alert_passes_to_the_next_after_its_minutes_and_not_before() {
    let list = [always(1), always(2), always(3)];
    assert_eq!(held(None, &list, 0), turn(1, 0, 15));
    assert_eq!(held(None, &list, 14), turn(1, 0, 15));
    assert_eq!(held(None, &list, 15), turn(2, 1, 30));
    assert_eq!(held(None, &list, 44), turn(3, 2, 45));
}

#[test]
fn where_the_list_ends_it_stays_with_everybody_and_an_empty_list_ends_at_once() {
    let list = [always(1), always(2)];
    assert_eq!(held(None, &list, 30), Holder::Everybody);
    assert_eq!(held(None, &list, 100_000), Holder::Everybody);
    assert_eq!(held(None, &[], 0), Holder::Everybody);
}

#[test]
fn who_is_on_it_keeps_it() {
    let list = [always(1), always(2)];
    let taken = Holder::Taken(account(9));
    assert_eq!(held(Some(account(9)), &list, 0), taken);
    assert_eq!(held(Some(account(9)), &list, 100_000), taken);
}

#[test]
fn who_has_no_duty_when_their_turn_comes_is_passed_over_at_once() {
    let until_ten = |number| OnDuty::<Hours> {
        account: account(number),
        has_duty: Box::new(|at| at < after(10)),
    };
    let list = [until_ten(1), until_ten(2), always(3)];
    assert_eq!(
        held(None, &list, 0),
        turn(1, 0, 15),
        "begun within the hours"
    );
    assert_eq!(
        held(None, &list, 20),
        turn(3, 1, 30),
        "the second went home"
    );
    assert_eq!(held(None, &list[..2], 20), Holder::Everybody);
}

#[test]
fn restricted_alerts_are_taken_by_their_readers_alone() {
    let yes = |theme| {
        let roles = Role::ALL.iter().filter(|role| takes(**role, theme));
        roles.map(|role| role.code()).collect::<Vec<_>>()
    };
    let begin = [
        "caseworker",
        "case_manager",
        "supervisor",
        "focal_point_child",
    ];
    assert_eq!(yes(Theme::SupervisorNow), begin);
    assert_eq!(yes(Theme::ChildProtection), begin);
    assert_eq!(yes(Theme::Gbv), ["supervisor", "focal_point_gbv"]);
    assert_eq!(yes(Theme::Trafficking), ["supervisor", "focal_point_tip"]);
    assert_eq!(yes(Theme::Psea), ["supervisor", "focal_point_psea"]);
    assert_eq!(yes(Theme::DataProtection), ["data_protection"]);
}

fn in_danger(need: &str) -> Story {
    let mut story = Story::begins();
    let arrival = with(arrival(), json!({"immediate_needs": [need]}));
    story.does(DESK, "reception", "receive_arrival", arrival);
    story
}

fn alert(story: &Story) -> serde_json::Value {
    json!({"alert": story.case().reception.alerts[0].alert.alert.to_string()})
}

#[test]
fn a_taken_alert_still_waits_for_its_answer_and_may_be_taken_over() {
    let mut story = in_danger("danger_now");
    let body = alert(&story);
    story.does(WORKER, "reception", "take_alert", body.clone());
    let taken = |story: &Story| story.case().reception.alerts[0].taken.unwrap().by;
    assert_eq!(taken(&story), WORKER);
    assert!(story.case().reception.alerts[0].answered.is_none());
    story.is_refused(
        WORKER,
        "reception",
        "take_alert",
        body.clone(),
        Why::AlreadyDone,
    );
    story.does(SUPERVISOR, "reception", "take_alert", body.clone());
    assert_eq!(taken(&story), SUPERVISOR);
    let answer = with(body.clone(), json!({"what_was_done": "sat with them"}));
    story.is_refused(
        WORKER,
        "reception",
        "answer_alert",
        answer.clone(),
        Why::AlertForOthers,
    );
    story.does(SUPERVISOR, "reception", "answer_alert", answer);
    story.is_refused(COLLEAGUE, "reception", "take_alert", body, Why::AlreadyDone);
}

#[test]
fn nobody_takes_a_restricted_alert_of_another_theme_or_one_that_is_not_there() {
    let mut story = in_danger("sexual_violence_recent");
    let body = alert(&story);
    let why = Why::AlertForOthers;
    story.is_refused(WORKER, "reception", "take_alert", body.clone(), why);
    story.is_refused(
        CHILD_FOCAL_POINT,
        "reception",
        "take_alert",
        body.clone(),
        why,
    );
    story.does(GBV_FOCAL_POINT, "reception", "take_alert", body);
    let none = json!({"alert": Id([77; 16]).to_string()});
    story.is_refused(
        SUPERVISOR,
        "reception",
        "take_alert",
        none,
        Why::NoSuchThing,
    );
}

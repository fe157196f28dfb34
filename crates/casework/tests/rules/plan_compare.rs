//! Two versions of a plan side by side: what the later one adds, takes out and says anew.

use casework::{
    Id,
    class::{Class, Classes},
    planning::{Difference, How, Line, compare},
};
use serde_json::json;

use crate::{plans::*, story::*};

/// What differs between two versions, as words of a test.
fn told(story: &Story, earlier: u32, later: u32) -> Vec<(How, &'static str, Vec<&'static str>)> {
    let case = story.case();
    let plan = &case.planning;
    let (earlier, later) = (plan.version(earlier).unwrap(), plan.version(later).unwrap());
    let all = compare(&earlier, &later).into_iter();
    all.map(|one| (one.how, name(&one), one.fields.clone()))
        .collect()
}

fn name(one: &Difference<'_>) -> &'static str {
    match one.after.or(one.before).unwrap() {
        Line::Goal(_) => "goal",
        Line::Objective(_) => "objective",
        Line::Action(_) => "action",
        Line::Cost(_) => "cost",
        Line::Monitoring(_) => "monitoring",
        Line::ReviewDate(_) => "review date",
        Line::Agreement(_) => "agreement",
    }
}

#[test]
fn a_new_version_differs_in_nothing_until_something_is_said_anew() {
    let (mut story, _) = approved("low");
    assert_eq!(story.case().planning.versions(), [1]);
    revise(&mut story);
    assert_eq!(story.case().planning.versions(), [1, 2]);
    assert!(told(&story, 1, 2).is_empty());
    assert!(told(&story, 1, 1).is_empty());
    for nobody in [0, 3] {
        assert!(story.case().planning.version(nobody).is_none());
    }
}

#[test]
fn what_is_added_is_told_with_everything_below_it() {
    let (mut story, line) = approved("low");
    revise(&mut story);
    let second = set_goal(&mut story, goal("health"));
    let below = objective(&story, second);
    let below = set_objective(&mut story, below);
    let work = action(&story, below);
    plan_action(&mut story, work);
    plan_cost(&mut story, cost(line.action, 100));
    let added = [
        (How::Added, "goal", vec![]),
        (How::Added, "objective", vec![]),
        (How::Added, "action", vec![]),
        (How::Added, "cost", vec![]),
    ];
    assert_eq!(told(&story, 1, 2), added);
    let removed = added.map(|(_, what, fields)| (How::Removed, what, fields));
    assert_eq!(told(&story, 2, 1), removed, "and the other way round");
}

#[test]
fn what_is_taken_out_is_told_with_the_reason_and_its_work_with_it() {
    let (mut story, line) = approved("low");
    revise(&mut story);
    let drop = json!({"goal": line.goal, "reason": "she found a flat"});
    story.does(WORKER, "planning", "drop_goal", drop);
    let case = story.case();
    let plan = &case.planning;
    let (earlier, later) = (plan.version(1).unwrap(), plan.version(2).unwrap());
    let all = compare(&earlier, &later);
    let names: Vec<_> = all.iter().map(name).collect();
    assert_eq!(names, ["goal", "objective", "action"]);
    for one in &all {
        assert_eq!((one.how, one.after), (How::Removed, None));
        assert_eq!(one.reason, Some("she found a flat"));
    }
}

#[test]
fn what_is_said_anew_names_its_fields_and_no_others() {
    let (mut story, line) = approved("low");
    revise(&mut story);
    let who = json!({"action": line.action, "responsible": "person", "start": day(&story, 0),
        "due": day(&story, 12)});
    let words = json!({"goal": line.goal, "in_person_words": "two keys", "priority": 1});
    let later = json!({"review_date": day(&story, 4)});
    let disagrees = with(
        agreement(&story),
        json!({"agreed_how": "disagrees", "disagreement": "too far from the school"}),
    );
    story
        .does(WORKER, "planning", "change_goal", words)
        .does(WORKER, "planning", "change_action", who)
        .does(WORKER, "planning", "set_review_date", later)
        .does(WORKER, "planning", "record_agreement", disagrees);
    let changed = [
        (How::Changed, "goal", vec!["in_person_words"]),
        (How::Changed, "action", vec!["responsible", "due"]),
        (How::Changed, "review date", vec!["review_date"]),
        (
            How::Changed,
            "agreement",
            vec!["agreed_how", "disagreement"],
        ),
    ];
    assert_eq!(told(&story, 1, 2), changed);
}

#[test]
fn work_that_was_done_between_two_versions_is_told_and_not_taken_out() {
    let (mut story, line) = approved("low");
    revise(&mut story);
    let end = json!({"action": line.action, "status": "done", "outcome": "keys in hand"});
    story.does(WORKER, "implementation", "end_action", end);
    assert_eq!(
        told(&story, 1, 2),
        [(How::Changed, "action", vec!["status"])]
    );
}

#[test]
fn whoever_may_not_read_a_goal_finds_no_trace_of_it_between_versions() {
    let (mut story, _) = approved("low");
    revise(&mut story);
    let secret = with(goal("safety"), json!({"about": ["gbv"]}));
    let hidden: Id = set_goal(&mut story, secret);
    let below = objective(&story, hidden);
    let below = set_objective(&mut story, below);
    let work = action(&story, below);
    plan_action(&mut story, work);
    assert_eq!(told(&story, 1, 2).len(), 3);
    let reads = |held| {
        let case = story.case_for(held);
        let plan = &case.planning;
        let (earlier, later) = (plan.version(1).unwrap(), plan.version(2).unwrap());
        compare(&earlier, &later).len()
    };
    assert_eq!(reads(Classes::of(Class::Gbv)), 3);
    assert_eq!(reads(Classes::GENERAL), 0);
}

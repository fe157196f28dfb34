//! Planning: need, goal, objective and action (2.3, section 6).

use casework::{
    Id,
    class::{Class, Classes},
    lists::{ActionStatus, Horizon, Step},
    planning,
    refusal::Why,
};
use serde_json::json;

use crate::{plans::*, story::*};

#[test]
fn a_plan_begins_once_on_the_day_it_was_asked_for_or_the_day_it_names() {
    let mut story = begun("low");
    let case = story.case();
    let (_, started) = case.planning.started.clone().unwrap();
    assert_eq!((case.planning.version, started.start), (1, day(&story, 0)));
    assert!(case.step(Step::Planning).first_started_at.is_some());
    story.is_refused(
        WORKER,
        "planning",
        "start_plan",
        json!({}),
        Why::AlreadyDone,
    );
    let mut later = registered("low");
    let start = day(&later, 3);
    later.does(WORKER, "planning", "start_plan", json!({"start": start}));
    assert_eq!(later.case().planning.started.unwrap().1.start, start);
}

#[test]
fn nothing_is_planned_before_the_plan_begins() {
    let mut story = registered("low");
    story.is_refused(
        WORKER,
        "planning",
        "set_goal",
        goal("shelter"),
        Why::PlanNotOpen,
    );
    let said = agreement(&story);
    story.is_refused(
        WORKER,
        "planning",
        "record_agreement",
        said,
        Why::PlanNotOpen,
    );
}

#[test]
fn a_goal_stands_in_the_persons_words() {
    let mut story = begun("low");
    let empty = with(goal("shelter"), json!({"in_person_words": " "}));
    let refusal = story.is_refused(WORKER, "planning", "set_goal", empty, Why::TextNeeded);
    assert_eq!(refusal.field, Some("in_person_words"));
    let id = set_goal(&mut story, goal("shelter"));
    let change = json!({"goal": id, "in_person_words": "a quiet room", "priority": 2});
    let silent = with(change.clone(), json!({"in_person_words": ""}));
    story.is_refused(WORKER, "planning", "change_goal", silent, Why::TextNeeded);
    story.does(WORKER, "planning", "change_goal", change);
    let case = story.case();
    let kept = &case.planning.goal(id).unwrap().goal;
    assert_eq!(
        (kept.in_person_words.as_str(), kept.priority),
        ("a quiet room", 2)
    );
}

#[test]
fn a_dropped_goal_takes_its_objectives_and_actions_along_and_is_changed_no_more() {
    let (mut story, line) = drafted("low");
    let silent = json!({"goal": line.goal, "reason": ""});
    story.is_refused(WORKER, "planning", "drop_goal", silent, Why::TextNeeded);
    let unknown = json!({"goal": NOBODY, "reason": "x"});
    story.is_refused(WORKER, "planning", "drop_goal", unknown, Why::GoalUnknown);
    assert_eq!(story.case().planning.open_actions().count(), 1);
    let drop = json!({"goal": line.goal, "reason": "lives with her sister now"});
    story.does(WORKER, "planning", "drop_goal", drop.clone());
    let case = story.case();
    assert_eq!(case.planning.open_objectives().count(), 0);
    assert_eq!(case.planning.open_actions().count(), 0);
    let action = case.planning.action(line.action).unwrap();
    let status = planning::status(&case, action, story.now);
    assert_eq!(status, ActionStatus::Cancelled);
    story.is_refused(WORKER, "planning", "drop_goal", drop, Why::GoalUnknown);
    let body = objective(&story, line.goal);
    story.is_refused(WORKER, "planning", "set_objective", body, Why::GoalUnknown);
    let body = action_of(&story, line);
    story.is_refused(
        WORKER,
        "planning",
        "plan_action",
        body,
        Why::ObjectiveUnknown,
    );
}

fn action_of(story: &Story, line: Line) -> serde_json::Value {
    action(story, line.objective)
}

#[test]
fn horizon_and_date_agree_at_once_on_both_sides_of_each_limit() {
    let right = [
        (0, "short"),
        (30, "short"),
        (31, "medium"),
        (180, "medium"),
        (181, "long"),
        (900, "long"),
    ];
    let wrong = [
        (30, "medium"),
        (31, "short"),
        (180, "long"),
        (181, "medium"),
        (10, "long"),
    ];
    let mut story = begun("low");
    let goal = set_goal(&mut story, goal("shelter"));
    let dated = |story: &Story, days, horizon: &str| {
        with(
            objective(story, goal),
            json!({"due": day(story, days), "horizon": horizon}),
        )
    };
    for (days, horizon) in right {
        let body = dated(&story, days, horizon);
        story.does(WORKER, "planning", "set_objective", body);
    }
    for (days, horizon) in wrong {
        let body = dated(&story, days, horizon);
        let no = story.is_refused(
            WORKER,
            "planning",
            "set_objective",
            body,
            Why::HorizonDisagrees,
        );
        assert_eq!(no.field, Some("horizon"));
    }
    let past = dated(&story, -1, "short");
    let no = story.is_refused(
        WORKER,
        "planning",
        "set_objective",
        past,
        Why::DatesDisagree,
    );
    assert_eq!(no.field, Some("due"));
    let undated = with(objective(&story, goal), json!({"due": null}));
    story.does(WORKER, "planning", "set_objective", undated);
}

#[test]
fn an_objective_counts_its_horizon_from_the_day_it_was_first_set() {
    let (mut story, line) = drafted("low");
    story.days(15);
    let change = json!({"objective": line.objective, "text": "has keys", "indicator": "keys",
        "target": "1 key", "due": day(&story, 20), "horizon": "medium"});
    let short = with(change.clone(), json!({"horizon": "short"}));
    story.is_refused(
        WORKER,
        "planning",
        "change_objective",
        short,
        Why::HorizonDisagrees,
    );
    let silent = with(change.clone(), json!({"text": ""}));
    story.is_refused(
        WORKER,
        "planning",
        "change_objective",
        silent,
        Why::TextNeeded,
    );
    story.does(WORKER, "planning", "change_objective", change.clone());
    let case = story.case();
    let kept = &case.planning.objective(line.objective).unwrap().objective;
    assert_eq!(
        (kept.text.as_str(), kept.horizon),
        ("has keys", Some(Horizon::Medium))
    );
    assert_eq!(
        (kept.baseline.as_ref(), kept.target.as_deref()),
        (None, Some("1 key"))
    );
    assert_eq!(
        (kept.indicator.as_deref(), kept.due),
        (Some("keys"), Some(day(&story, 20)))
    );
    let unknown = with(change, json!({"objective": NOBODY}));
    story.is_refused(
        WORKER,
        "planning",
        "change_objective",
        unknown,
        Why::ObjectiveUnknown,
    );
    let empty = with(objective(&story, line.goal), json!({"text": ""}));
    story.is_refused(WORKER, "planning", "set_objective", empty, Why::TextNeeded);
}

#[test]
fn an_objective_can_be_taken_out_with_a_reason() {
    let (mut story, line) = drafted("low");
    let silent = json!({"objective": line.objective, "reason": ""});
    story.is_refused(
        WORKER,
        "planning",
        "drop_objective",
        silent,
        Why::TextNeeded,
    );
    let drop = json!({"objective": line.objective, "reason": "typed twice"});
    story.does(WORKER, "planning", "drop_objective", drop.clone());
    assert_eq!(story.case().planning.open_objectives().count(), 0);
    assert_eq!(story.case().planning.open_actions().count(), 0);
    story.is_refused(
        WORKER,
        "planning",
        "drop_objective",
        drop,
        Why::ObjectiveUnknown,
    );
}

#[test]
fn an_action_starts_before_it_is_due_and_waits_only_for_one_that_exists() {
    let (mut story, line) = drafted("low");
    let body = action(&story, line.objective);
    let backwards = with(body.clone(), json!({"start": day(&story, 11)}));
    let no = story.is_refused(
        WORKER,
        "planning",
        "plan_action",
        backwards,
        Why::DatesDisagree,
    );
    assert_eq!(no.field, Some("due"));
    let same_day = with(body.clone(), json!({"start": day(&story, 10)}));
    story.does(WORKER, "planning", "plan_action", same_day);
    let orphan = with(body.clone(), json!({"depends_on": NOBODY}));
    let no = story.is_refused(
        WORKER,
        "planning",
        "plan_action",
        orphan,
        Why::ActionUnknown,
    );
    assert_eq!(no.field, Some("depends_on"));
    let unknown = with(body.clone(), json!({"objective": NOBODY}));
    story.is_refused(
        WORKER,
        "planning",
        "plan_action",
        unknown,
        Why::ObjectiveUnknown,
    );
    let after = with(body, json!({"depends_on": line.action}));
    story.does(WORKER, "planning", "plan_action", after);
}

#[test]
fn actions_never_wait_for_themselves_in_a_circle() {
    let (mut story, line) = drafted("low");
    let first = line.action;
    let after = |story: &Story, first: Id| {
        with(action(story, line.objective), json!({"depends_on": first}))
    };
    let body = after(&story, first);
    let second = plan_action(&mut story, body);
    let body = after(&story, second);
    let third = plan_action(&mut story, body);
    let change = |story: &Story, one: Id, first: Option<Id>| {
        json!({"action": one, "responsible": "person", "start": day(story, 0),
            "due": day(story, 12), "depends_on": first, "note": "mornings"})
    };
    for target in [first, second, third] {
        let body = change(&story, first, Some(target));
        let no = story.is_refused(
            WORKER,
            "planning",
            "change_action",
            body,
            Why::DependsOnItself,
        );
        assert_eq!(no.field, Some("depends_on"));
    }
    let orphan = change(&story, first, Some(NOBODY));
    story.is_refused(
        WORKER,
        "planning",
        "change_action",
        orphan,
        Why::ActionUnknown,
    );
    let backwards = with(
        change(&story, third, None),
        json!({"start": day(&story, 13)}),
    );
    story.is_refused(
        WORKER,
        "planning",
        "change_action",
        backwards,
        Why::DatesDisagree,
    );
    let unknown = change(&story, NOBODY, None);
    story.is_refused(
        WORKER,
        "planning",
        "change_action",
        unknown,
        Why::ActionUnknown,
    );
    let moved = change(&story, third, Some(first));
    story.does(WORKER, "planning", "change_action", moved);
    let case = story.case();
    let kept = &case.planning.action(third).unwrap().action;
    assert_eq!((kept.depends_on, kept.due), (Some(first), day(&story, 12)));
    assert_eq!(kept.note.as_deref(), Some("mornings"));
    assert_eq!(kept.responsible, casework::lists::Responsible::Person);
}

#[test]
fn everything_below_a_restricted_goal_is_as_restricted_and_services_add_their_own() {
    let mut story = begun("low");
    let secret = with(goal("safety"), json!({"about": ["trafficking"]}));
    let goal = set_goal(&mut story, secret);
    let body = objective(&story, goal);
    let objective = set_objective(&mut story, body);
    let body = with(
        action(&story, objective),
        json!({"service_type": "medicines"}),
    );
    let action = plan_action(&mut story, body);
    story.does(WORKER, "planning", "plan_cost", cost(action, 100));
    let tip = Classes::of(Class::Trafficking);
    let case = story.case_for(tip);
    assert_eq!(
        (case.planning.goals.len(), case.planning.objectives.len()),
        (1, 1)
    );
    assert_eq!(
        (case.planning.actions.len(), case.planning.costs.len()),
        (0, 0)
    );
    let general = story.case_for(Classes::GENERAL).planning;
    assert!(general.goals.is_empty() && general.objectives.is_empty());
    let both = story.case_for(tip.and(Class::Health)).planning;
    assert_eq!((both.actions.len(), both.costs.len()), (1, 1));
}

#[test]
fn who_plans_must_be_able_to_follow_it() {
    let secret = with(goal("safety"), json!({"about": ["gbv"]}));
    let needs = ask("planning", "set_goal", secret).needs();
    assert_eq!(needs, Classes::of(Class::Gbv));
    let story = begun("low");
    let care = with(
        action(&story, NOBODY),
        json!({"service_type": "psychiatric"}),
    );
    assert_eq!(
        ask("planning", "plan_action", care).needs(),
        Classes::of(Class::Health)
    );
    let plain = ask("planning", "plan_action", action(&story, NOBODY));
    assert_eq!(plain.needs(), Classes::GENERAL);
}

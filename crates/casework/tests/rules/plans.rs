//! Plans for stories: a goal with its objective, action, cost and agreement, ready to be changed.

use casework::Id;
use jiff::{ToSpan, civil::Date};
use serde_json::{Value, json};

use crate::story::*;

pub const CLINIC: Id = Id([61; 16]);
pub const SHELTER: Id = Id([62; 16]);
pub const POLICE: Id = Id([63; 16]);
pub const NOBODY: Id = Id([99; 16]);

/// A registered adult whose plan was begun, with some needs that the assessment found.
pub fn begun(risk: &str) -> Story {
    let mut story = registered(risk);
    for domain in ["shelter", "safety", "health", "food_nutrition"] {
        need(&mut story, domain, "need");
    }
    story.does(WORKER, "planning", "start_plan", json!({}));
    story
}

/// The assessment answers a domain.
pub fn need(story: &mut Story, domain: &str, status: &str) {
    let body = json!({"domain": domain, "status": status, "severity": "serious"});
    story.does(WORKER, "assessment", "answer_need", body);
}

/// The day so many days after the story's now.
pub fn day(story: &Story, days: i64) -> Date {
    casework::case::day_of(story.now)
        .checked_add(days.days())
        .unwrap()
}

pub fn goal(domain: &str) -> Value {
    json!({"domain": domain, "in_person_words": "a door that I can lock", "priority": 1})
}

pub fn objective(story: &Story, goal: Id) -> Value {
    json!({"goal": goal, "text": "has a signed lease and keys", "indicator": "lease and keys in hand",
        "baseline": "sleeps at a friend's", "target": "1 lease", "due": day(story, 20), "horizon": "short"})
}

pub fn action(story: &Story, objective: Id) -> Value {
    json!({"objective": objective, "action_type": "direct", "responsible": "caseworker",
        "start": day(story, 0), "due": day(story, 10)})
}

pub fn referral_action(story: &Story, objective: Id, to: Id) -> Value {
    with(
        action(story, objective),
        json!({"action_type": "referral", "service_type": "rent_support", "recipient": to}),
    )
}

pub fn cost(action: Id, amount: i64) -> Value {
    json!({"action": action, "budget_line": "B1", "donor": "D1", "currency": "EUR", "amount_planned": amount})
}

pub fn monitoring() -> Value {
    json!({"how": "visits", "how_often": "weekly", "by_whom": "caseworker",
        "feedback_channel": "phone_call", "info_sharing_summary": "the shelter learns the date only"})
}

pub fn agreement(story: &Story) -> Value {
    json!({"agreed_how": "signature", "agreed_on": day(story, 0), "language": "ar", "copy_given": "yes"})
}

/// Sets a goal and gives its id.
pub fn set_goal(story: &mut Story, body: Value) -> Id {
    story.does(WORKER, "planning", "set_goal", body);
    story.case().planning.goals.last().unwrap().goal.goal
}

/// Sets an objective and gives its id.
pub fn set_objective(story: &mut Story, body: Value) -> Id {
    story.does(WORKER, "planning", "set_objective", body);
    let case = story.case();
    case.planning.objectives.last().unwrap().objective.objective
}

/// Plans an action and gives its id.
pub fn plan_action(story: &mut Story, body: Value) -> Id {
    story.does(WORKER, "planning", "plan_action", body);
    story.case().planning.actions.last().unwrap().action.action
}

/// Plans a cost and gives its id.
pub fn plan_cost(story: &mut Story, body: Value) -> Id {
    story.does(WORKER, "planning", "plan_cost", body);
    story.case().planning.costs.last().unwrap().cost.cost
}

/// The ids of a plan's first line.
#[derive(Copy, Clone)]
pub struct Line {
    pub goal: Id,
    pub objective: Id,
    pub action: Id,
}

/// A plan with one goal, objective and action: nothing agreed, watched or dated yet.
pub fn drafted(risk: &str) -> (Story, Line) {
    let mut story = begun(risk);
    let goal = set_goal(&mut story, goal("shelter"));
    let body = objective(&story, goal);
    let objective = set_objective(&mut story, body);
    let body = action(&story, objective);
    let action = plan_action(&mut story, body);
    let line = Line {
        goal,
        objective,
        action,
    };
    (story, line)
}

/// What is left of G3 after the lines of a plan.
pub fn finish(story: &mut Story) {
    let agreement = agreement(story);
    let review = json!({"review_date": day(story, 5)});
    story
        .does(WORKER, "planning", "plan_monitoring", monitoring())
        .does(WORKER, "planning", "set_review_date", review)
        .does(WORKER, "planning", "record_agreement", agreement);
}

/// A plan that meets G3.
pub fn ready(risk: &str) -> (Story, Line) {
    let (mut story, line) = drafted(risk);
    finish(&mut story);
    (story, line)
}

/// Sends the plan for approval and has it approved.
pub fn approve(story: &mut Story) {
    story
        .does(WORKER, "approval", "submit", json!({"subject": "plan"}))
        .does(
            SUPERVISOR,
            "approval",
            "approve",
            json!({"subject": "plan"}),
        );
}

/// An approved plan.
pub fn approved(risk: &str) -> (Story, Line) {
    let (mut story, line) = ready(risk);
    approve(&mut story);
    (story, line)
}

/// A new version begins.
pub fn revise(story: &mut Story) {
    let why = json!({"reason": "she found work", "asked_by": "person"});
    story.does(WORKER, "planning", "revise_plan", why);
}

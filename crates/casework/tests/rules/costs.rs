//! Cost lines: authority, approval by another, money that was spent (section 6, G3).

use casework::{
    Id,
    refusal::{MissingWhat, Why},
};
use serde_json::{Value, json};

use crate::{plan_gate::missing, plans::*, story::*};

fn yes(cost: Id) -> Value {
    json!({"cost": cost})
}

fn amount(cost: Id, amount: i64) -> Value {
    json!({"cost": cost, "amount_planned": amount, "reason": "prices rose"})
}

/// A plan with a cost just above the worker's authority.
fn above() -> (Story, Line, Id) {
    let (mut story, line) = drafted("low");
    let cost = plan_cost(&mut story, cost(line.action, 20_001));
    finish(&mut story);
    (story, line, cost)
}

#[test]
fn a_cost_within_authority_needs_nobody() {
    let (mut story, line) = drafted("low");
    let within = plan_cost(&mut story, cost(line.action, 20_000));
    finish(&mut story);
    assert!(missing(&story).is_empty());
    let why = Why::NothingToApprove;
    story.is_refused(SUPERVISOR, "planning", "approve_cost", yes(within), why);
}

#[test]
fn a_cost_above_authority_waits_for_a_supervisor() {
    let (mut story, _, above) = above();
    assert_eq!(missing(&story), [MissingWhat::CostApproval]);
    let why = Why::SupervisorNeeded;
    story.is_refused(WORKER, "planning", "approve_cost", yes(above), why);
    let why = Why::NoSuchThing;
    story.is_refused(SUPERVISOR, "planning", "approve_cost", yes(NOBODY), why);
    story.does(SUPERVISOR, "planning", "approve_cost", yes(above));
    assert!(missing(&story).is_empty());
    let why = Why::AlreadyDone;
    story.is_refused(SUPERVISOR, "planning", "approve_cost", yes(above), why);
}

#[test]
fn another_amount_needs_another_approval_and_never_ones_own() {
    let (mut story, line, above) = above();
    story.does(SUPERVISOR, "planning", "approve_cost", yes(above));
    story.does(SUPERVISOR, "planning", "change_cost", amount(above, 30_000));
    finish(&mut story);
    assert_eq!(missing(&story), [MissingWhat::CostApproval]);
    let why = Why::SelfApproval;
    story.is_refused(SUPERVISOR, "planning", "approve_cost", yes(above), why);
    story.does(SECOND_SUPERVISOR, "planning", "approve_cost", yes(above));
    assert!(missing(&story).is_empty());
    story.does(SUPERVISOR, "planning", "change_cost", amount(above, 40_000));
    finish(&mut story);
    let end = json!({"action": line.action, "status": "done", "outcome": "x"});
    story.does(WORKER, "implementation", "end_action", end);
    assert!(
        missing(&story).is_empty(),
        "an action that ended costs no more"
    );
}

#[test]
fn cost_lines_are_complete_and_positive() {
    let (mut story, line) = drafted("low");
    for (field, value, why) in [
        ("amount_planned", json!(0), Why::AmountWrong),
        ("budget_line", json!(""), Why::TextNeeded),
        ("donor", json!(" "), Why::TextNeeded),
        ("currency", json!(""), Why::TextNeeded),
        ("action", json!(NOBODY), Why::ActionUnknown),
    ] {
        let body = with(cost(line.action, 100), json!({field: value}));
        let no = story.is_refused(WORKER, "planning", "plan_cost", body, why);
        assert_eq!(no.field, Some(field));
    }
    let id = plan_cost(&mut story, cost(line.action, 1));
    let change = json!({"cost": id, "amount_planned": 5, "reason": "typo"});
    let silent = with(change.clone(), json!({"reason": ""}));
    story.is_refused(WORKER, "planning", "change_cost", silent, Why::TextNeeded);
    let nothing = with(change.clone(), json!({"amount_planned": -1}));
    story.is_refused(WORKER, "planning", "change_cost", nothing, Why::AmountWrong);
    story.does(WORKER, "planning", "change_cost", change);
    assert_eq!(
        story.case().planning.cost(id).unwrap().cost.amount_planned,
        5
    );
}

#[test]
fn money_is_spent_within_authority_or_within_what_was_approved() {
    let (mut story, line) = drafted("low");
    let small = plan_cost(&mut story, cost(line.action, 5_000));
    let large = plan_cost(&mut story, cost(line.action, 50_000));
    let spend =
        |cost, amount: i64| json!({"cost": cost, "amount_spent": amount, "receipt_ref": "R1"});
    let bare = with(spend(small, 10), json!({"receipt_ref": ""}));
    story.is_refused(WORKER, "planning", "spend_cost", bare, Why::TextNeeded);
    story.is_refused(
        WORKER,
        "planning",
        "spend_cost",
        spend(small, 0),
        Why::AmountWrong,
    );
    story.does(WORKER, "planning", "spend_cost", spend(small, 15_000));
    story.does(WORKER, "planning", "spend_cost", spend(small, 5_000));
    let no = story.is_refused(
        WORKER,
        "planning",
        "spend_cost",
        spend(small, 1),
        Why::OverAuthority,
    );
    assert_eq!(no.field, Some("amount_spent"));
    assert_eq!(
        story.case().planning.cost(small).unwrap().total_spent(),
        20_000
    );
    for early in [1, 20_000, 20_001] {
        let early = spend(large, early);
        story.is_refused(WORKER, "planning", "spend_cost", early, Why::OverAuthority);
    }
    story.does(
        SUPERVISOR,
        "planning",
        "approve_cost",
        json!({"cost": large}),
    );
    story.does(WORKER, "planning", "spend_cost", spend(large, 50_000));
    story.is_refused(
        WORKER,
        "planning",
        "spend_cost",
        spend(large, 1),
        Why::OverAuthority,
    );
}

//! Cost lines: authority, approval by another, money that was spent (section 6, G3).

use casework::refusal::{MissingWhat, Why};
use serde_json::json;

use crate::{plan_gate::missing, plans::*, story::*};

#[test]
fn a_cost_above_authority_waits_for_a_supervisor_who_did_not_set_it() {
    let (mut story, line) = drafted("low");
    let within = plan_cost(&mut story, cost(line.action, 20_000));
    finish(&mut story);
    assert!(missing(&story).is_empty());
    let yes = |cost| json!({"cost": cost});
    story.is_refused(
        SUPERVISOR,
        "planning",
        "approve_cost",
        yes(within),
        Why::NothingToApprove,
    );
    let above = plan_cost(&mut story, cost(line.action, 20_001));
    finish(&mut story);
    assert_eq!(missing(&story), [MissingWhat::CostApproval]);
    story.is_refused(
        WORKER,
        "planning",
        "approve_cost",
        yes(above),
        Why::SupervisorNeeded,
    );
    story.is_refused(
        SUPERVISOR,
        "planning",
        "approve_cost",
        yes(NOBODY),
        Why::NoSuchThing,
    );
    story.does(SUPERVISOR, "planning", "approve_cost", yes(above));
    assert!(missing(&story).is_empty());
    story.is_refused(
        SUPERVISOR,
        "planning",
        "approve_cost",
        yes(above),
        Why::AlreadyDone,
    );
    let more = json!({"cost": above, "amount_planned": 30_000, "reason": "prices rose"});
    story.does(SUPERVISOR, "planning", "change_cost", more);
    finish(&mut story);
    assert_eq!(
        missing(&story),
        [MissingWhat::CostApproval],
        "another amount, another approval"
    );
    story.is_refused(
        SUPERVISOR,
        "planning",
        "approve_cost",
        yes(above),
        Why::SelfApproval,
    );
    story.does(SECOND_SUPERVISOR, "planning", "approve_cost", yes(above));
    let end = json!({"action": line.action, "status": "done", "outcome": "x"});
    story.does(
        SUPERVISOR,
        "planning",
        "change_cost",
        json!({"cost": above, "amount_planned": 40_000, "reason": "again"}),
    );
    finish(&mut story);
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
    story.is_refused(
        WORKER,
        "planning",
        "spend_cost",
        spend(large, 20_001),
        Why::OverAuthority,
    );
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

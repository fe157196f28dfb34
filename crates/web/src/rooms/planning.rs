//! What people do at planning: a goal in the person's words, what will show that it is reached,
//! who does what until when, what it costs, and how the person agreed (`domain.md` section 6).

use casework::lists::GivenBy;
use forms::{CodeList, Form};

use super::{ABOUT, Action, list};

pub fn actions() -> Vec<Action> {
    let mut all = plan();
    all.extend(goals());
    all.extend(work());
    all.extend(costs());
    all
}

/// The plan as a whole.
fn plan() -> Vec<Action> {
    let room = "planning";
    vec![
        Action::new(room, "start_plan", "plan_started", start()),
        Action::new(room, "revise_plan", "plan_revised", revision()),
        Action::new(room, "plan_monitoring", "monitoring_planned", monitoring())
            .replaces("monitoring"),
        Action::new(room, "set_review_date", "review_date_set", review_date())
            .replaces("review_date"),
        Action::new(room, "record_agreement", "agreement_recorded", agreement()),
    ]
}

fn goals() -> Vec<Action> {
    let room = "planning";
    vec![
        Action::new(room, "set_goal", "goal_set", goal()),
        Action::new(room, "change_goal", "goal_changed", goal_change())
            .replaces("goals")
            .of("goal"),
        Action::new(room, "drop_goal", "goal_dropped", goal_drop())
            .of("goal")
            .grave(),
        Action::new(room, "set_objective", "objective_set", objective()),
        Action::new(
            room,
            "change_objective",
            "objective_changed",
            objective_change(),
        )
        .replaces("objectives")
        .of("objective"),
        Action::new(
            room,
            "drop_objective",
            "objective_dropped",
            objective_drop(),
        )
        .of("objective")
        .grave(),
    ]
}

fn work() -> Vec<Action> {
    let room = "planning";
    vec![
        Action::new(room, "plan_action", "action_planned", action()),
        Action::new(room, "change_action", "action_changed", action_change())
            .replaces("actions")
            .of("action"),
    ]
}

fn costs() -> Vec<Action> {
    let room = "planning";
    vec![
        Action::new(room, "plan_cost", "cost_planned", cost()),
        Action::new(room, "change_cost", "cost_changed", cost_change())
            .replaces("costs")
            .of("cost"),
        Action::new(room, "approve_cost", "cost_approved", cost_approval()).of("cost"),
        Action::new(room, "spend_cost", "cost_spent", spending()).of("cost"),
    ]
}

fn start() -> Form {
    Form::new("planning.start_plan")
        .purpose("deliver")
        .date("start", true)
}

fn revision() -> Form {
    Form::new("planning.revise_plan")
        .purpose("account")
        .long_text("reason", 2000)
        .required()
        .medium()
        .code("asked_by", list!(AskedBy))
        .required()
}

fn goal() -> Form {
    Form::new("planning.set_goal")
        .purpose("deliver")
        .code("domain", list!(NeedDomain))
        .required()
        .medium()
        .long_text("in_person_words", 2000)
        .required()
        .high()
        .int("priority", 1, 20)
        .required()
        .section("readers")
        .multi("about", ABOUT)
}

fn goal_change() -> Form {
    Form::new("planning.change_goal")
        .purpose("deliver")
        .pick("goal")
        .required()
        .long_text("in_person_words", 2000)
        .required()
        .high()
        .int("priority", 1, 20)
        .required()
}

fn goal_drop() -> Form {
    Form::new("planning.drop_goal")
        .purpose("deliver")
        .pick("goal")
        .required()
        .long_text("reason", 2000)
        .required()
        .medium()
}

fn objective() -> Form {
    let form = Form::new("planning.set_objective")
        .purpose("deliver")
        .section("objective")
        .pick("goal")
        .required();
    measured(form)
}

fn objective_change() -> Form {
    let form = Form::new("planning.change_objective")
        .purpose("deliver")
        .section("objective")
        .pick("objective")
        .required();
    measured(form)
}

/// What makes an objective one: a single change, how it is seen, until when, what it builds on.
/// Only the text is asked at once; the gate to approval asks for the rest.
fn measured(form: Form) -> Form {
    form.long_text("text", 2000)
        .required()
        .medium()
        .section("measured")
        .text("indicator", 400)
        .medium()
        .text("baseline", 400)
        .medium()
        .text("target", 400)
        .medium()
        .section("until")
        .date("due", true)
        .code("horizon", list!(Horizon))
        .section("factors")
        .pick_many("factor_refs")
        .high()
}

fn objective_drop() -> Form {
    Form::new("planning.drop_objective")
        .purpose("deliver")
        .pick("objective")
        .required()
        .long_text("reason", 2000)
        .required()
        .medium()
}

fn action() -> Form {
    let form = Form::new("planning.plan_action")
        .purpose("deliver")
        .section("what")
        .pick("objective")
        .required()
        .code("action_type", list!(ActionType))
        .required()
        .code("service_type", list!(ServiceType))
        .medium()
        .pick("recipient")
        .only_when("action_type", &["referral"]);
    who_and_when(form)
}

fn action_change() -> Form {
    let form = Form::new("planning.change_action")
        .purpose("deliver")
        .section("what")
        .pick("action")
        .required()
        .pick("recipient");
    who_and_when(form)
}

fn who_and_when(form: Form) -> Form {
    form.section("who_until")
        .code("responsible", list!(Responsible))
        .required()
        .date("start", true)
        .required()
        .date("due", true)
        .required()
        .pick("depends_on")
        .long_text("note", 2000)
        .medium()
}

fn cost() -> Form {
    Form::new("planning.plan_cost")
        .purpose("account")
        .pick("action")
        .required()
        .text("budget_line", 120)
        .required()
        .text("donor", 120)
        .required()
        .money("amount_planned")
        .required()
        .text("currency", 3)
        .required()
}

fn cost_change() -> Form {
    Form::new("planning.change_cost")
        .purpose("account")
        .pick("cost")
        .required()
        .money("amount_planned")
        .required()
        .long_text("reason", 1000)
        .required()
}

fn cost_approval() -> Form {
    Form::new("planning.approve_cost")
        .purpose("account")
        .pick("cost")
        .required()
        .long_text("comment", 1000)
}

fn spending() -> Form {
    Form::new("planning.spend_cost")
        .purpose("account")
        .pick("cost")
        .required()
        .money("amount_spent")
        .required()
        .text("receipt_ref", 120)
        .required()
}

fn monitoring() -> Form {
    Form::new("planning.plan_monitoring")
        .purpose("account")
        .section("watching")
        .long_text("how", 2000)
        .required()
        .text("how_often", 200)
        .required()
        .code("by_whom", list!(Responsible))
        .required()
        .section("hearing")
        .code("feedback_channel", list!(Channel))
        .required()
        .medium()
        .long_text("info_sharing_summary", 2000)
        .required()
        .medium()
}

fn review_date() -> Form {
    Form::new("planning.set_review_date")
        .purpose("account")
        .date("review_date", true)
        .required()
}

/// Who can agree to a plan, beside each other: a child and their guardian.
const AGREES: CodeList = CodeList {
    name: GivenBy::LIST,
    codes: &["oneself", "caregiver", "guardian", "other_trusted_adult"],
};

fn agreement() -> Form {
    Form::new("planning.record_agreement")
        .purpose("consent")
        .code("agreed_how", list!(AgreedHow))
        .required()
        .multi("agreed_by", AGREES)
        .long_text("disagreement", 2000)
        .required()
        .medium()
        .only_when("agreed_how", &["disagrees"])
        .long_text("certificate", 1000)
        .required()
        .medium()
        .only_when("agreed_how", &["certified_verbal"])
        .date("agreed_on", false)
        .required()
        .code("language", list!(Language))
        .required()
        .code("copy_given", list!(CopyGiven))
        .required()
}

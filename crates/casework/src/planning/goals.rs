//! Goals and objectives: every objective serves a need, and its horizon agrees with its date.

use jiff::civil::Date;

use super::{
    Event, GoalState, ObjectiveState, assessed,
    records::{Goal, GoalChange, GoalDrop, Objective, ObjectiveChange, ObjectiveDrop},
    said, writable,
};
use crate::{
    case::{Case, day_of},
    class::Classes,
    decide::Yes,
    event::Body,
    id::Id,
    lists::{Horizon, NeedDomain},
    order::Order,
    refusal::{Refusal, Why, ensure_at},
    sop::Sop,
};

pub(super) fn set_goal(case: &Case, order: &Order, goal: &Goal) -> Result<Yes, Refusal> {
    writable(case)?;
    said(&goal.in_person_words, "in_person_words")?;
    let classes: Classes = goal.about.iter().copied().collect();
    let unknown =
        Refusal::at(Why::NeedUnknown, "domain").naming(NeedDomain::LIST, goal.domain.code());
    assessed::needed(case, goal.domain)
        .then_some(())
        .ok_or(unknown)?;
    let mut kept = goal.clone();
    kept.goal = order.command.nth(0);
    Ok(Yes::of(classes, Body::Planning(Event::GoalSet(kept))))
}

pub(super) fn change_goal(case: &Case, change: &GoalChange) -> Result<Yes, Refusal> {
    writable(case)?;
    let known = goal_of(case, change.goal)?;
    said(&change.in_person_words, "in_person_words")?;
    Ok(Yes::of(
        known.at.classes,
        Body::Planning(Event::GoalChanged(change.clone())),
    ))
}

pub(super) fn drop_goal(case: &Case, drop: &GoalDrop) -> Result<Yes, Refusal> {
    writable(case)?;
    let known = goal_of(case, drop.goal)?;
    said(&drop.reason, "reason")?;
    Ok(Yes::of(
        known.at.classes,
        Body::Planning(Event::GoalDropped(drop.clone())),
    ))
}

/// The goal, while it is pursued.
fn goal_of(case: &Case, id: Id) -> Result<&GoalState, Refusal> {
    let known = case.planning.goal(id);
    known
        .filter(|known| known.dropped.is_none())
        .ok_or(Refusal::at(Why::GoalUnknown, "goal"))
}

pub(super) fn set_objective(
    case: &Case,
    sop: &Sop,
    order: &Order,
    objective: &Objective,
) -> Result<Yes, Refusal> {
    writable(case)?;
    let goal = goal_of(case, objective.goal)?;
    said(&objective.text, "text")?;
    let today = day_of(order.happened);
    dates_agree(sop, today, objective.due, objective.horizon)?;
    let mut kept = objective.clone();
    kept.objective = order.command.nth(0);
    Ok(Yes::of(
        goal.at.classes,
        Body::Planning(Event::ObjectiveSet(kept)),
    ))
}

pub(super) fn change_objective(
    case: &Case,
    sop: &Sop,
    change: &ObjectiveChange,
) -> Result<Yes, Refusal> {
    writable(case)?;
    let known = objective_of(case, change.objective)?;
    said(&change.text, "text")?;
    let set_on = day_of(known.at.happened);
    dates_agree(sop, set_on, change.due, change.horizon)?;
    Ok(Yes::of(
        known.at.classes,
        Body::Planning(Event::ObjectiveChanged(change.clone())),
    ))
}

pub(super) fn drop_objective(case: &Case, drop: &ObjectiveDrop) -> Result<Yes, Refusal> {
    writable(case)?;
    let known = objective_of(case, drop.objective)?;
    said(&drop.reason, "reason")?;
    Ok(Yes::of(
        known.at.classes,
        Body::Planning(Event::ObjectiveDropped(drop.clone())),
    ))
}

/// The objective, while it is pursued.
pub(super) fn objective_of(case: &Case, id: Id) -> Result<&ObjectiveState, Refusal> {
    case.planning
        .open_objectives()
        .find(|known| known.objective.objective == id)
        .ok_or(Refusal::at(Why::ObjectiveUnknown, "objective"))
}

fn dates_agree(
    sop: &Sop,
    set_on: Date,
    due: Option<Date>,
    horizon: Option<Horizon>,
) -> Result<(), Refusal> {
    ensure_at(
        due.is_none_or(|due| due >= set_on),
        Why::DatesDisagree,
        "due",
    )?;
    ensure_at(
        horizon_agrees(sop, set_on, due, horizon),
        Why::HorizonDisagrees,
        "horizon",
    )
}

/// Short, medium or long, counted from the day the objective was first set. What is not yet said
/// cannot disagree.
pub(super) fn horizon_agrees(
    sop: &Sop,
    set_on: Date,
    due: Option<Date>,
    horizon: Option<Horizon>,
) -> bool {
    due.zip(horizon)
        .is_none_or(|(due, horizon)| horizon_of(sop, (due - set_on).get_days()) == horizon)
}

const fn horizon_of(sop: &Sop, days: i32) -> Horizon {
    if days <= sop.horizon_short_days {
        Horizon::Short
    } else if days <= sop.horizon_medium_days {
        Horizon::Medium
    } else {
        Horizon::Long
    }
}

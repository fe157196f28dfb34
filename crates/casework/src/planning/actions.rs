//! Actions: who does what until when, in which order. Consent is asked when something is sent, so
//! a referral may be planned without it and waits; a decision about a child may not (2.7).

use super::{
    ActionState, Event, about,
    goals::objective_of,
    records::{Action, ActionChange},
    state, writable,
};
use crate::{
    case::Case,
    child,
    decide::Yes,
    event::Body,
    id::Id,
    implementation::consulate_is_safe,
    order::Order,
    refusal::{Refusal, Why, ensure_at},
};

pub(super) fn plan(case: &Case, order: &Order, action: &Action) -> Result<Yes, Refusal> {
    writable(case)?;
    let objective = objective_of(case, action.objective)?;
    ensure_at(action.start <= action.due, Why::DatesDisagree, "due")?;
    known_first(case, action.depends_on)?;
    let decision = action.service_type.and_then(about::child_decision);
    if let Some(refusal) = decision.and_then(|decision| child::blocked(case, decision, order.now)) {
        return Err(refusal);
    }
    action
        .service_type
        .map_or(Ok(()), |service| consulate_is_safe(case, service))?;
    let mut kept = action.clone();
    kept.action = order.command.nth(0);
    let classes = state::classes_of(objective, action);
    Ok(Yes::of(classes, Body::Planning(Event::ActionPlanned(kept))))
}

pub(super) fn change(case: &Case, change: &ActionChange) -> Result<Yes, Refusal> {
    writable(case)?;
    let known = open_action(case, change.action, "action")?;
    ensure_at(change.start <= change.due, Why::DatesDisagree, "due")?;
    known_first(case, change.depends_on)?;
    let circle = change
        .depends_on
        .is_some_and(|first| leads_to(case, first, change.action));
    ensure_at(!circle, Why::DependsOnItself, "depends_on")?;
    Ok(Yes::of(
        known.at.classes,
        Body::Planning(Event::ActionChanged(change.clone())),
    ))
}

/// The action, while it has no end.
pub(super) fn open_action<'c>(
    case: &'c Case,
    id: Id,
    field: &'static str,
) -> Result<&'c ActionState, Refusal> {
    let mut open = case.planning.open_actions();
    open.find(|known| known.action.action == id)
        .ok_or(Refusal::at(Why::ActionUnknown, field))
}

fn known_first(case: &Case, first: Option<Id>) -> Result<(), Refusal> {
    let known = first.is_none_or(|first| case.planning.action(first).is_some());
    ensure_at(known, Why::ActionUnknown, "depends_on")
}

/// Whether `from` waits for `to`, directly or through others. Each action waits for one at most,
/// so as many steps as there are actions reach everything.
fn leads_to(case: &Case, from: Id, to: Id) -> bool {
    let next = |id: &Id| case.planning.action(*id)?.action.depends_on;
    std::iter::successors(Some(from), next)
        .take(case.planning.actions.len())
        .any(|id| id == to)
}

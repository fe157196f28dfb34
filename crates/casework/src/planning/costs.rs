//! Cost lines: an amount above the worker's authority needs a supervisor who did not set it.

use super::{
    CostState, Event,
    actions::open_action,
    records::{Cost, CostApproval, CostChange, Spending},
    said, writable,
};
use crate::{
    actor::Role,
    approval::carries,
    case::Case,
    decide::Yes,
    event::Body,
    id::Id,
    order::Order,
    refusal::{Refusal, Why, ensure, ensure_at},
    sop::Sop,
};

pub(super) fn plan(case: &Case, order: &Order, cost: &Cost) -> Result<Yes, Refusal> {
    writable(case)?;
    let action = open_action(case, cost.action, "action")?;
    said(&cost.budget_line, "budget_line")?;
    said(&cost.donor, "donor")?;
    said(&cost.currency, "currency")?;
    positive(cost.amount_planned, "amount_planned")?;
    let mut kept = cost.clone();
    kept.cost = order.command.nth(0);
    Ok(Yes::of(
        action.at.classes,
        Body::Planning(Event::CostPlanned(kept)),
    ))
}

pub(super) fn change(case: &Case, change: &CostChange) -> Result<Yes, Refusal> {
    writable(case)?;
    let known = cost_of(case, change.cost)?;
    said(&change.reason, "reason")?;
    positive(change.amount_planned, "amount_planned")?;
    Ok(Yes::of(
        known.at.classes,
        Body::Planning(Event::CostChanged(change.clone())),
    ))
}

pub(super) fn approve(
    case: &Case,
    sop: &Sop,
    order: &Order,
    approval: &CostApproval,
) -> Result<Yes, Refusal> {
    let known = cost_of(case, approval.cost)?;
    ensure(over_authority(sop, known), Why::NothingToApprove)?;
    ensure(known.approved.is_none(), Why::AlreadyDone)?;
    ensure(order.by.role == Role::Supervisor, Why::SupervisorNeeded)?;
    let me = order.by.account;
    let own = known.set_by.account == me || carries(case, me);
    ensure(!own, Why::SelfApproval)?;
    Ok(Yes::of(
        known.at.classes,
        Body::Planning(Event::CostApproved(approval.clone())),
    ))
}

/// Money is spent within the authority, or within what was approved. Of a cost above the authority
/// nothing is spent before it is approved, lest it be spent in parts (section 6).
pub(super) fn spend(case: &Case, sop: &Sop, spending: &Spending) -> Result<Yes, Refusal> {
    let known = cost_of(case, spending.cost)?;
    positive(spending.amount_spent, "amount_spent")?;
    said(&spending.receipt_ref, "receipt_ref")?;
    let waits = over_authority(sop, known) && known.approved.is_none();
    ensure_at(!waits, Why::OverAuthority, "amount_spent")?;
    let approved = known.approved.map_or(0, |_| known.cost.amount_planned);
    let limit = approved.max(sop.cost_authority_cents);
    let total = known.total_spent().saturating_add(spending.amount_spent);
    ensure_at(total <= limit, Why::OverAuthority, "amount_spent")?;
    Ok(Yes::of(
        known.at.classes,
        Body::Planning(Event::CostSpent(spending.clone())),
    ))
}

/// Whether the planned amount is above what a worker may plan alone.
pub(super) const fn over_authority(sop: &Sop, known: &CostState) -> bool {
    known.cost.amount_planned > sop.cost_authority_cents
}

fn cost_of(case: &Case, id: Id) -> Result<&CostState, Refusal> {
    let known = case.planning.cost(id);
    known.ok_or(Refusal::at(Why::NoSuchThing, "cost"))
}

fn positive(amount: i64, field: &'static str) -> Result<(), Refusal> {
    ensure_at(amount > 0, Why::AmountWrong, field)
}

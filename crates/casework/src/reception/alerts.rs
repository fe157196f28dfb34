//! Alerts: raised for a theme, never for a name, and answered by those whom the theme is for
//! (`domain.md` 2.0, 2.7, glossary "focal point").

use super::{Alert, AlertAnswer, AlertState, AlertTaken, Event};
use crate::{
    actor::Role,
    case::{Case, Stamp},
    decide::Yes,
    event::Body,
    id::Id,
    lists::{AlertKind, Theme},
    order::Order,
    refusal::{Refusal, Why, ensure},
};

/// Whether a role answers the alerts of a theme. A supervisor stands in for a focal point; what an
/// authority wants, or a person who takes consent back, is data protection's alone (DP14).
#[must_use]
pub const fn answers(role: Role, theme: Theme) -> bool {
    match theme {
        Theme::DataProtection => matches!(role, Role::DataProtection),
        Theme::SupervisorNow => matches!(role, Role::Supervisor),
        Theme::ChildProtection => matches!(role, Role::FocalPointChild | Role::Supervisor),
        Theme::Gbv => matches!(role, Role::FocalPointGbv | Role::Supervisor),
        Theme::Trafficking => matches!(role, Role::FocalPointTip | Role::Supervisor),
        Theme::Psea => matches!(role, Role::FocalPointPsea | Role::Supervisor),
    }
}

/// Whether a role may say of an alert "I am on it". What is restricted stays with those who answer
/// it; in a danger, or with a child alone, whoever works on the case may begin.
#[must_use]
pub const fn takes(role: Role, theme: Theme) -> bool {
    let begins = matches!(
        role,
        Role::Caseworker | Role::CaseManager | Role::FocalPointChild
    );
    let open = matches!(theme, Theme::SupervisorNow | Theme::ChildProtection);
    answers(role, theme) || (open && begins)
}

/// An alert event; its id is the `n`-th of the command.
pub(crate) fn alert(order: &Order, n: u16, kind: AlertKind, theme: Theme) -> Body {
    Body::Reception(Event::AlertRaised(Alert {
        alert: order.command.nth(n),
        kind,
        theme,
    }))
}

/// The alert of this id, as long as nobody answered it.
fn unanswered(case: &Case, alert: Id) -> Result<&AlertState, Refusal> {
    let mut alerts = case.reception.alerts.iter();
    let known = alerts.find(|state| state.alert.alert == alert);
    let state = known.ok_or(Refusal::at(Why::NoSuchThing, "alert"))?;
    ensure(state.answered.is_none(), Why::AlreadyDone)?;
    Ok(state)
}

fn for_others(state: &AlertState) -> Refusal {
    let refusal = Refusal::at(Why::AlertForOthers, "alert").within(state.classes);
    refusal.naming(Theme::LIST, state.alert.theme.code())
}

/// Somebody is on it. A colleague may take it over; nobody takes it twice.
pub(super) fn take(case: &Case, order: &Order, asked: &AlertTaken) -> Result<Yes, Refusal> {
    let state = unanswered(case, asked.alert)?;
    if !takes(order.by.role, state.alert.theme) {
        return Err(for_others(state));
    }
    let mine = |taken: Stamp| taken.by.account == order.by.account;
    ensure(!state.taken.is_some_and(mine), Why::AlreadyDone)?;
    Ok(Yes::of(
        state.classes,
        Body::Reception(Event::AlertTaken(asked.clone())),
    ))
}

pub(super) fn answer(case: &Case, order: &Order, answer: &AlertAnswer) -> Result<Yes, Refusal> {
    let state = unanswered(case, answer.alert)?;
    if !answers(order.by.role, state.alert.theme) {
        return Err(for_others(state));
    }
    Ok(Yes::of(
        state.classes,
        Body::Reception(Event::AlertAnswered(answer.clone())),
    ))
}

pub(super) fn raised(case: &mut Case, stamp: Stamp, alert: &Alert) {
    case.reception.alerts.push(AlertState {
        alert: alert.clone(),
        raised: stamp,
        classes: stamp.classes,
        taken: None,
        answered: None,
    });
}

pub(super) fn answered(case: &mut Case, stamp: Stamp, answer: &AlertAnswer) {
    let mut known = case.reception.alerts.iter_mut();
    if let Some(state) = known.find(|state| state.alert.alert == answer.alert) {
        state.answered = Some(stamp);
    }
}

pub(super) fn taken(case: &mut Case, stamp: Stamp, taken: &AlertTaken) {
    let mut known = case.reception.alerts.iter_mut();
    if let Some(state) = known.find(|state| state.alert.alert == taken.alert) {
        state.taken = Some(stamp);
    }
}

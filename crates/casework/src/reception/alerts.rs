//! Alerts: raised for a theme, never for a name, and answered by those whom the theme is for
//! (`domain.md` 2.0, 2.7, glossary "focal point").

use super::{Alert, AlertAnswer, AlertState, Event};
use crate::{
    actor::Role,
    case::{Case, Stamp},
    decide::Yes,
    event::Body,
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

/// An alert event; its id is the `n`-th of the command.
pub(crate) fn alert(order: &Order, n: u16, kind: AlertKind, theme: Theme) -> Body {
    Body::Reception(Event::AlertRaised(Alert {
        alert: order.command.nth(n),
        kind,
        theme,
    }))
}

pub(super) fn answer(case: &Case, order: &Order, answer: &AlertAnswer) -> Result<Yes, Refusal> {
    let known = case
        .reception
        .alerts
        .iter()
        .find(|state| state.alert.alert == answer.alert);
    let state = known.ok_or(Refusal::at(Why::NoSuchThing, "alert"))?;
    ensure(state.answered.is_none(), Why::AlreadyDone)?;
    if !answers(order.by.role, state.alert.theme) {
        let refusal = Refusal::at(Why::AlertForOthers, "alert").within(state.classes);
        return Err(refusal.naming(Theme::LIST, state.alert.theme.code()));
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
        answered: None,
    });
}

pub(super) fn answered(case: &mut Case, stamp: Stamp, answer: &AlertAnswer) {
    let mut known = case.reception.alerts.iter_mut();
    if let Some(state) = known.find(|state| state.alert.alert == answer.alert) {
        state.answered = Some(stamp);
    }
}

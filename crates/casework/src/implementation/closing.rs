//! Ends of actions, and gate G4: nothing is left without an end (`domain.md` 2.4).

use super::{Event, records::ActionEnd};
use crate::{
    case::Case,
    decide::Yes,
    event::Body,
    lists::{ActionStatus, ActionType, ServiceType, Step, StepState},
    planning::{Action, said},
    refusal::{Missing, MissingWhat, Refusal, Why, ensure, ensure_at},
};

pub(super) fn end_action(case: &Case, end: &ActionEnd) -> Result<Yes, Refusal> {
    let known = case.planning.action(end.action);
    let known = known.ok_or(Refusal::at(Why::ActionUnknown, "action"))?;
    let classes = known.at.classes;
    let open = case.planning.end_of(known).is_none();
    ensure(open, Why::AlreadyDone).map_err(|no| no.within(classes))?;
    let ends = matches!(
        end.status,
        ActionStatus::Done
            | ActionStatus::PartlyDone
            | ActionStatus::PersonDeclined
            | ActionStatus::Cancelled
    );
    ensure_at(ends, Why::ServiceState, "status")?;
    said(&end.outcome, "outcome")?;
    Ok(Yes::of(
        classes,
        Body::Implementation(Event::ActionEnded(end.clone())),
    ))
}

/// Gate G4: every action has an end, every referral an outcome or the reason why there is none.
#[must_use]
pub fn g4(case: &Case) -> Vec<Missing> {
    let actions = case.planning.open_actions().map(|known| Missing {
        which: Some(what_it_is(&known.action)),
        ..Missing::within(MissingWhat::ActionOpen, known.at.classes)
    });
    let referrals = case
        .implementation
        .referrals
        .iter()
        .filter(|known| !known.is_over())
        .map(|known| Missing {
            which: Some((ServiceType::LIST, known.referral.service_type.code())),
            ..Missing::within(MissingWhat::ReferralOpen, known.at.classes)
        });
    actions.chain(referrals).collect()
}

/// An action in one word: its service, else its kind.
pub(crate) fn what_it_is(action: &Action) -> (&'static str, &'static str) {
    let kind = (ActionType::LIST, action.action_type.code());
    let service = action.service_type;
    service.map_or(kind, |service| (ServiceType::LIST, service.code()))
}

pub(super) fn close(case: &Case) -> Result<Yes, Refusal> {
    match case.step(Step::Implementation).state() {
        StepState::NotStarted => return Err(Refusal::new(Why::PlanNotApproved)),
        StepState::Done => return Err(Refusal::new(Why::AlreadyDone)),
        StepState::InProgress | StepState::AwaitingApproval | StepState::RevisitDue => {}
    }
    let missing = g4(case);
    if !missing.is_empty() {
        return Err(Refusal::gate(missing));
    }
    Ok(Yes::general(Body::Implementation(
        Event::ImplementationClosed(super::records::Close {}),
    )))
}

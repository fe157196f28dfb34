//! Death (2.7): messages stop, the family is told by lawful channels only, and those who depended
//! on the person are looked after.

use crate::{
    actor::Role,
    answer::said,
    case::{Case, day_of},
    class::Classes,
    decide::{Beside, Yes},
    due::{Due, DueWhat},
    event::Body,
    lists::{AlertKind, Theme},
    order::Order,
    reception,
    refusal::{Refusal, Why, ensure, ensure_at},
};

use super::{Death, DeathCorrection, DeathNote, DependantsLook, Event, general};

pub(super) fn record(case: &Case, order: &Order, asked: &Death) -> Result<Yes, Refusal> {
    ensure(case.closure.death.is_none(), Why::AlreadyDone)?;
    ensure_at(said(&asked.source), Why::TextNeeded, "source")?;
    let past = asked.died_on <= day_of(order.happened);
    ensure_at(past, Why::HappenedInFuture, "died_on")?;
    let mut kept = asked.clone();
    kept.about = Vec::new();
    let classes: Classes = asked.about.iter().copied().collect();
    let note = kept.note.take_if(|_| classes != Classes::GENERAL);
    let mut yes = general(Event::DeathRecorded(kept))?;
    if let Some(note) = note {
        yes = yes.and(
            classes,
            Body::Closure(Event::DeathNoted(DeathNote { note })),
        );
    }
    let alert = reception::alert(
        order,
        1,
        AlertKind::DependantOfDeceased,
        Theme::SupervisorNow,
    );
    yes = yes.and(Classes::GENERAL, alert);
    yes.beside
        .extend(Beside::notice(case, AlertKind::DependantOfDeceased));
    Ok(yes)
}

pub(super) fn correct(case: &Case, order: &Order, asked: &DeathCorrection) -> Result<Yes, Refusal> {
    ensure(case.closure.death.is_some(), Why::NotNow)?;
    ensure(order.by.role == Role::Supervisor, Why::SupervisorNeeded)?;
    ensure_at(said(&asked.reason), Why::ReasonNeeded, "reason")?;
    general(Event::DeathCorrected(asked.clone()))
}

pub(super) fn look(case: &Case, asked: &DependantsLook) -> Result<Yes, Refusal> {
    ensure(case.closure.death.is_some(), Why::NotNow)?;
    ensure(case.closure.dependants.is_none(), Why::AlreadyDone)?;
    ensure_at(said(&asked.what_was_done), Why::TextNeeded, "what_was_done")?;
    general(Event::DependantsReviewed(asked.clone()))
}

/// Urgent: due from the moment the death is on file, until somebody looked.
pub(crate) fn dependants_due(case: &Case) -> Option<Due> {
    let (recorded, _) = case.closure.death.as_ref()?;
    let due = Due::general(DueWhat::HouseholdReview, recorded.happened);
    (case.closure.dependants.is_none()).then_some(due)
}

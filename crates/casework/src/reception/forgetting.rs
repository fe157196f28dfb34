//! The inquiry is over: a number is kept, and nothing of the person (`domain.md` 2.7, DP18); but
//! not while something is open that somebody answers for.

use super::Purge;
use crate::{
    case::{Case, day_of},
    decide::{Beside, Tally, Yes},
    lists::{AlertKind, Sex, SexObserved, Status},
    order::Order,
    refusal::{Refusal, Why, ensure},
};

pub(super) fn purge(case: &Case, order: &Order, asked: &Purge) -> Result<Yes, Refusal> {
    ensure(case.status() == Some(Status::Inquiry), Why::CaseOpen)?;
    may_forget(case)?;
    let tally = tally(case, order, asked.sex);
    Ok(Yes::default().beside(Beside::TallyAndForget(tally)))
}

/// Whether nothing is open that would be lost unseen: an alert that nobody answered, or an override
/// that nobody countersigned.
///
/// # Errors
/// The refusal that names what is open.
pub(crate) fn may_forget(case: &Case) -> Result<(), Refusal> {
    let unsigned = |state: &crate::consent::OverrideState| state.countersigned.is_none();
    if case.consents.overrides.iter().any(unsigned) {
        return Err(Refusal::new(Why::CountersignFirst));
    }
    // That a consent was taken back asks for this very thing.
    let mut open = case.reception.alerts.iter().filter(|state| {
        use AlertKind::{ConsentWithdrawn, OverrideToCountersign};
        let served = matches!(state.alert.kind, ConsentWithdrawn | OverrideToCountersign);
        state.answered.is_none() && !served
    });
    match open.next() {
        Some(state) => {
            let refusal = Refusal::new(Why::AlertOpen).within(state.classes);
            Err(refusal.naming(AlertKind::LIST, state.alert.kind.code()))
        }
        None => Ok(()),
    }
}

/// The anonymous count of an inquiry: day, sex, age band and the help that was given.
pub(crate) fn tally(case: &Case, order: &Order, sex: Option<Sex>) -> Tally {
    let seen = case
        .reception
        .arrival
        .as_ref()
        .and_then(|arrival| arrival.sex_observed);
    let observed = match seen {
        Some(SexObserved::Female) => Some(Sex::Female),
        Some(SexObserved::Male) => Some(Sex::Male),
        Some(SexObserved::NotClear) | None => None,
    };
    Tally {
        day: day_of(case.arrived_at().unwrap_or(order.happened)),
        sex: sex.or(observed),
        age_band: case.reception.age_band,
        services: case
            .reception
            .help
            .iter()
            .map(|(_, help)| help.service_type)
            .collect(),
        overrides: u32::try_from(case.consents.overrides.len()).unwrap_or(u32::MAX),
    }
}

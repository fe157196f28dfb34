//! What the events about consent make of the case.

use super::{Consent, Event, OverrideState, SubstituteState};
use crate::{
    case::{Case, Stamp},
    lists::{AlertKind, ConsentDecision, Scope, Status},
    refusal::Why,
};

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    let state = &mut case.consents;
    match event {
        Event::ConsentRecorded(consent) => {
            state.decisions.push((stamp, consent.clone()));
            resume(case, stamp, consent);
        }
        Event::ConsentWithdrawn(withdrawal) => {
            state.withdrawals.push((stamp, withdrawal.clone()));
            let whole_case = matches!(
                withdrawal.scope,
                Scope::Registration | Scope::CaseManagement
            );
            if whole_case && case.status() == Some(Status::Open) {
                case.consents.froze = true;
                case.set_status(Status::OnHold);
            }
            crate::review::trigger(case, stamp.happened);
        }
        Event::SubstituteProposed(substitute) => state.substitutes.push(SubstituteState {
            substitute: substitute.clone(),
            proposed: stamp,
            confirmed: None,
        }),
        Event::SubstituteConfirmed(yes) => {
            let found = state
                .substitutes
                .iter_mut()
                .find(|known| known.substitute.substitute == yes.substitute);
            if let Some(known) = found {
                known.confirmed = Some(stamp);
            }
        }
        Event::OverrideMade(made) => state.overrides.push(OverrideState {
            made: made.clone(),
            at: stamp,
            countersigned: None,
            told: None,
        }),
        Event::OverrideCountersigned(countersign) => {
            if let Some(known) = state
                .overrides
                .iter_mut()
                .find(|known| known.made.id == countersign.override_id)
            {
                known.countersigned = Some(stamp);
                let made = known.at;
                answer_alert(case, made, stamp);
            }
        }
        Event::PersonTold(told) => {
            if let Some(known) = state
                .overrides
                .iter_mut()
                .find(|known| known.made.id == told.override_id)
            {
                known.told = Some(stamp);
            }
        }
    }
}

/// The alert that asked for the countersignature is answered by it.
fn answer_alert(case: &mut Case, made: Stamp, signed: Stamp) {
    let mut alerts = case.reception.alerts.iter_mut();
    let asked = alerts.find(|state| {
        state.alert.kind == AlertKind::OverrideToCountersign
            && state.answered.is_none()
            && (state.raised.recorded, state.raised.by) == (made.recorded, made.by)
    });
    if let Some(asked) = asked {
        asked.answered = Some(signed);
    }
}

/// Consent given anew ends the freeze that its withdrawal began, unless the other consent that the
/// whole case rests on was withdrawn too.
fn resume(case: &mut Case, stamp: Stamp, consent: &Consent) {
    let whole_case = [Scope::Registration, Scope::CaseManagement];
    let withdrawn = whole_case.into_iter().any(|scope| {
        case.consents.allows(scope, None, stamp.recorded) == Err(Why::ConsentWithdrawn)
    });
    if whole_case.contains(&consent.scope)
        && consent.decision == ConsentDecision::Given
        && !withdrawn
        && case.consents.froze
        && case.status() == Some(Status::OnHold)
    {
        case.consents.froze = false;
        case.set_status(Status::Open);
    }
}

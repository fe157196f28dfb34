//! Gate G2, who must approve, and what is due (2.2, 3.1).

use jiff::Timestamp;

use crate::{
    case::{Case, Stamp},
    class::{Class, Classes},
    due::{Due, DueWhat},
    floors,
    lists::{FactorLevel, NeedDomain, RiskLevel, Step},
    refusal::{Missing, MissingWhat},
    sop::{Sop, hours_after},
};

use super::{State, given};

/// Gate G2 without its approval: safety checked in private, all domains answered, individual and
/// household factors, the context of place and country, risk with its reason, trafficking
/// screened or the reason why not, own priorities, a formulation, and for a child a BIA.
#[must_use]
pub fn g2(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Missing> {
    let state = &case.assessment;
    let fresh = |at: &Stamp| is_fresh(state, at);
    let safety = (state.safety.iter()).any(|(at, check)| check.asked_in_private && fresh(at));
    let mut missing = Vec::new();
    need(&mut missing, safety, MissingWhat::SafetyCheck);
    for domain in NeedDomain::ALL {
        if !state.answered(*domain) {
            let item = Missing::item(MissingWhat::NeedDomain, NeedDomain::LIST, domain.code());
            missing.push(item);
        }
    }
    let covers = |level| state.covered.values().any(|known| *known == level);
    let individual = covers(FactorLevel::Individual);
    need(&mut missing, individual, MissingWhat::IndividualFactor);
    let household = covers(FactorLevel::Household);
    need(&mut missing, household, MissingWhat::HouseholdFactor);
    for level in [FactorLevel::Community, FactorLevel::Structural] {
        if !state.profiles.iter().any(|(_, it)| it.level == level) {
            let item = Missing::item(MissingWhat::ContextProfile, FactorLevel::LIST, level.code());
            missing.push(item);
        }
    }
    let risk = case.screening.risk.as_ref();
    let decided = risk.is_some_and(|risk| given(Some(&risk.reason)) && fresh(&risk.since));
    need(&mut missing, decided, MissingWhat::RiskDecision);
    missing.extend(unheeded(case, sop, now));
    missing.extend(trafficking(state));
    let own = state.priorities.is_some();
    need(&mut missing, own, MissingWhat::OwnPriorities);
    let formulated = state.overall.as_ref().is_some_and(|(at, _)| fresh(at));
    need(&mut missing, formulated, MissingWhat::Formulation);
    if case.is_child(now) && case.child.opened.is_none() {
        missing.push(Missing::within(MissingWhat::Bia, Classes::of(Class::Child)));
    }
    missing
}

/// A floor that was found after the level was decided, and that no supervisor has gone below (3.1):
/// the level is decided anew.
fn unheeded(case: &Case, sop: &Sop, now: Timestamp) -> Option<Missing> {
    let risk = case.screening.risk.as_ref()?;
    let answered = risk
        .below_floor
        .map_or(risk.level, |below| below.min(risk.level));
    let found = floors::floors(case, sop, now).into_iter();
    let graver = found.filter(|floor| floor.level < answered);
    let gravest = graver.min_by_key(|floor| floor.level)?;
    Some(Missing::within(MissingWhat::RiskDecision, gravest.classes))
}

fn need(missing: &mut Vec<Missing>, met: bool, what: MissingWhat) {
    if !met {
        missing.push(Missing::general(what));
    }
}

/// A full reassessment asks anew how safe the person is, what the risk is, and what it all means.
fn is_fresh(state: &State, at: &Stamp) -> bool {
    let since = state.reassessing.map(|started| started.recorded);
    since.is_none_or(|since| at.recorded >= since)
}

/// Screened and confirmed, or a reason why not. Who may not read the screening is told no more
/// than that some check is open.
fn trafficking(state: &State) -> Option<Missing> {
    let restricted = Classes::of(Class::Trafficking);
    if state.restricted_completed.is_none() {
        return Some(Missing::general(MissingWhat::TipScreening));
    }
    let tip = state.tip.last()?;
    let skipped = state.tip_skipped.as_ref();
    match (&tip.concluded, &tip.confirmed) {
        (Some(_), Some(_)) => None,
        (Some(_), None) => Some(Missing::within(MissingWhat::TipConfirmation, restricted)),
        (None, _) if skipped.is_some_and(|(at, _)| at.recorded >= tip.at.recorded) => None,
        (None, _) => Some(Missing::within(MissingWhat::TipScreening, restricted)),
    }
}

/// Whether a supervisor must approve (G2): high, urgent, not decided, or a child.
#[must_use]
pub fn needs_approval(case: &Case, now: Timestamp) -> bool {
    let grave = |level| matches!(level, RiskLevel::Urgent | RiskLevel::High);
    let risk = case.screening.risk.as_ref();
    let heard =
        |risk: &crate::screening::Risk| !grave(risk.level) && !risk.below_floor.is_some_and(grave);
    !risk.is_some_and(heard) || case.is_child(now)
}

/// The assessment or its approval, the next full reassessment, and a safety plan the same day.
pub(crate) fn dues(case: &Case, sop: &Sop, _now: Timestamp) -> Vec<Due> {
    let (Some(arrived), Some(risk)) = (case.arrived_at(), &case.screening.risk) else {
        return Vec::new();
    };
    let times = sop.times(risk.level);
    let step = case.step(Step::Assessment);
    let again = case.assessment.reassessing;
    let (what, at) = match (step.asked, step.done, again) {
        (Some((asked, _)), ..) => (
            DueWhat::AssessmentApproval,
            hours_after(asked, sop.approval_hours),
        ),
        (None, Some(_), Some(started)) => (
            DueWhat::Reassessment,
            hours_after(started.happened, times.assessment),
        ),
        (None, Some((done, _)), None) => (DueWhat::Reassessment, hours_after(done, times.reassess)),
        (None, None, _) => (
            DueWhat::Assessment,
            risk.by(sop, arrived, |times| times.assessment),
        ),
    };
    let mut all = vec![Due::general(what, at)];
    let grave = matches!(risk.level, RiskLevel::Urgent | RiskLevel::High);
    if grave && case.assessment.safety_planned.is_none() {
        let by = end_of_day(risk.reached, sop);
        all.push(Due::general(DueWhat::SafetyPlan, by));
    }
    all
}

/// "The same day" ends with the day of the centre.
fn end_of_day(at: Timestamp, sop: &Sop) -> Timestamp {
    let zone = sop.zone();
    let end = at.to_zoned(zone).end_of_day();
    end.map_or(at, |end| end.timestamp())
}

//! What a plan rests on in the assessment: needs that were found, and factors that it answers.

use super::State;
use crate::{
    assessment::FactorState,
    case::Case,
    id::Id,
    lists::{FactorCode, NeedDomain, NeedStatus, Severity},
    refusal::{Missing, MissingWhat},
};

/// Whether the assessment found this need; one that was met since is still what a goal was for.
pub(super) fn needed(case: &Case, domain: NeedDomain) -> bool {
    let need = case.assessment.needs.get(&domain);
    need.is_some_and(|need| matches!(need.row.status, NeedStatus::Need | NeedStatus::Met))
}

/// The open needs that the assessment calls critical.
pub(super) fn critical_needs(case: &Case) -> impl Iterator<Item = NeedDomain> {
    case.assessment
        .open_needs()
        .filter(|need| need.row.severity == Some(Severity::Critical))
        .map(|need| need.row.domain)
}

/// Strong factors that protect and that no objective builds on (section 4, rule 5).
pub(super) fn unused_protections(case: &Case) -> impl Iterator<Item = Id> {
    case.assessment
        .strong_protections()
        .map(|known| known.factor.factor)
        .filter(|factor| !in_plan(&case.planning, *factor))
}

/// Strong risk factors that act now and that neither an objective answers nor anybody called
/// beyond us (section 4, rule 4).
pub(super) fn unanswered_risks(case: &Case) -> impl Iterator<Item = Missing> {
    case.assessment
        .strong_risks()
        .filter(|known| known.needs_objective())
        .filter(|known| !in_plan(&case.planning, known.factor.factor))
        .map(named)
}

fn named(known: &FactorState) -> Missing {
    Missing {
        which: Some((FactorCode::LIST, known.factor.code.code())),
        ..Missing::within(MissingWhat::RiskUnanswered, known.at.classes)
    }
}

/// Whether an objective that stands, or was reached, works on this factor.
fn in_plan(plan: &State, factor: Id) -> bool {
    plan.objectives
        .iter()
        .any(|known| known.dropped.is_none() && known.objective.factor_refs.contains(&factor))
}

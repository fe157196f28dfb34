//! What makes a plan doubtful without blocking it (the W rules of `domain.md` section 6).

use super::{ActionState, ObjectiveState, assessed, goals};
use crate::{
    case::Case,
    id::Id,
    lists::{ActionType, Horizon, NeedDomain, Progress, Responsible},
    macros::codes,
    sop::Sop,
};

codes! {
    /// Why a plan should be looked at again before it is sent for approval.
    PlanWarning as "plan_warning" {
        CriticalNeedWithoutObjective, NothingOwnedByPerson, OnlyShortTerm, NoneLongTerm, VagueVerb,
        ManyObjectives, ProtectiveFactorUnused, RepeatedWithoutProgress
    }
}

/// A warning, and what it is about.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Why.
    pub what: PlanWarning,
    /// The objective, action or factor.
    pub which: Option<Id>,
    /// The need.
    pub domain: Option<NeedDomain>,
}

/// The warnings about a plan that is being written, on the fold of whoever reads them.
#[must_use]
pub fn warnings(case: &Case, sop: &Sop) -> Vec<Warning> {
    let plan = &case.planning;
    let open: Vec<&ObjectiveState> = plan.open_objectives().collect();
    let mut all = unserved_needs(case, &open);
    let owned = plan.actions.iter().any(|known| {
        known.action.responsible == Responsible::Person
            || known.action.action_type == ActionType::ByPerson
    });
    let long = open
        .iter()
        .any(|known| known.objective.horizon == Some(Horizon::Long));
    let only_short = open
        .iter()
        .all(|known| known.objective.horizon == Some(Horizon::Short));
    let whole = [
        (!owned, PlanWarning::NothingOwnedByPerson),
        (only_short, PlanWarning::OnlyShortTerm),
        (!long, PlanWarning::NoneLongTerm),
        (
            open.len() > sop.plan_objectives_warn,
            PlanWarning::ManyObjectives,
        ),
    ];
    let holding = whole.iter().filter(|(holds, _)| *holds);
    all.extend(holding.map(|(_, what)| of(*what, None)));
    let vague = open.iter().filter(|known| vague(sop, known));
    all.extend(vague.map(|known| of(PlanWarning::VagueVerb, Some(known.objective.objective))));
    let unused = assessed::unused_protections(case);
    all.extend(unused.map(|factor| of(PlanWarning::ProtectiveFactorUnused, Some(factor))));
    let stuck = plan.open_actions().filter(|known| stuck(case, sop, known));
    all.extend(stuck.map(|known| {
        of(
            PlanWarning::RepeatedWithoutProgress,
            Some(known.action.action),
        )
    }));
    all
}

const fn of(what: PlanWarning, which: Option<Id>) -> Warning {
    Warning {
        what,
        which,
        domain: None,
    }
}

fn unserved_needs(case: &Case, open: &[&ObjectiveState]) -> Vec<Warning> {
    let served = |domain: NeedDomain| {
        open.iter().any(|known| {
            let goal = case.planning.goal(known.objective.goal);
            goal.is_some_and(|goal| goal.goal.domain == domain)
        })
    };
    assessed::critical_needs(case)
        .filter(|domain| !served(*domain))
        .map(|domain| Warning {
            domain: Some(domain),
            ..of(PlanWarning::CriticalNeedWithoutObjective, None)
        })
        .collect()
}

/// A vague verb with no number anywhere to measure it by.
fn vague(sop: &Sop, known: &ObjectiveState) -> bool {
    let objective = &known.objective;
    let text = objective.text.to_lowercase();
    let verb = sop.vague_verbs.iter().any(|verb| text.contains(verb));
    let measured = [
        Some(&objective.text),
        objective.indicator.as_ref(),
        objective.target.as_ref(),
    ]
    .into_iter()
    .flatten()
    .any(|text| text.chars().any(char::is_numeric));
    verb && !measured
}

/// The same action, open in several versions, while its objective never moved.
fn stuck(case: &Case, sop: &Sop, known: &ActionState) -> bool {
    let plan = &case.planning;
    let stood = |snapshot: &&super::Snapshot| {
        let mut then = snapshot.actions.iter();
        then.any(|then| then.action.action == known.action.action)
    };
    let versions = plan.snapshots.iter().filter(stood).count() + usize::from(!plan.is_approved());
    let moved = goals::objective_of(case, known.action.objective)
        .is_ok_and(|known| known.progress != Progress::NotStarted);
    versions >= sop.plan_repeat_warn && !moved
}

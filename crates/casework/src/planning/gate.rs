//! Gate G3: what blocks the approval of a plan (the B rules of `domain.md` section 6).

use jiff::Timestamp;

use super::{
    ObjectiveState, State, agreement::latest_review, assessed, costs::over_authority,
    goals::horizon_agrees,
};
use crate::{
    case::{Case, day_of},
    class::Classes,
    implementation::what_it_is,
    lists::{ActionStatus, ActionType, NeedDomain, RiskLevel},
    refusal::{Missing, MissingWhat},
    sop::Sop,
};

/// Gate G3 without its approval. A referral that waits for consent does not hold up the plan: it
/// stands there as waiting, and sending it is refused. One without a recipient holds it up,
/// because nobody could consent to it.
#[must_use]
pub fn g3(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Missing> {
    let plan = &case.planning;
    if plan.open_objectives().next().is_none() {
        return vec![Missing::general(MissingWhat::Plan)];
    }
    let mut all: Vec<Missing> = plan
        .open_objectives()
        .flat_map(|known| about_objective(case, sop, known))
        .collect();
    all.extend(about_actions(plan));
    all.extend(about_costs(plan, sop));
    let general = [
        (
            !plan.agreements.is_empty() && plan.altered.is_empty(),
            MissingWhat::Participation,
        ),
        (plan.monitoring.is_some(), MissingWhat::Monitoring),
    ];
    all.extend(unmet(&general, Classes::GENERAL));
    all.extend(assessed::unanswered_risks(case));
    all.extend(about_safety(case, now));
    all.extend(about_review(case, sop, now));
    all
}

fn unmet(checks: &[(bool, MissingWhat)], classes: Classes) -> Vec<Missing> {
    let open = checks.iter().filter(|(met, _)| !met);
    open.map(|(_, what)| Missing::within(*what, classes))
        .collect()
}

fn about_objective(case: &Case, sop: &Sop, known: &ObjectiveState) -> Vec<Missing> {
    let objective = &known.objective;
    let goal = case.planning.goal(objective.goal);
    let domain = goal.map(|goal| goal.goal.domain);
    let said = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let complete = said(&objective.indicator)
        && said(&objective.target)
        && objective.due.is_some()
        && objective.horizon.is_some();
    let responsible = case.planning.actions.iter().any(|action| {
        action.action.objective == objective.objective
            && case.planning.end_of(action) != Some(ActionStatus::Cancelled)
    });
    let set_on = day_of(known.at.happened);
    let checks = [
        (
            domain.is_some_and(|domain| assessed::needed(case, domain)),
            MissingWhat::ObjectiveWithoutNeed,
        ),
        (complete, MissingWhat::ObjectiveIncomplete),
        (
            horizon_agrees(sop, set_on, objective.due, objective.horizon),
            MissingWhat::HorizonMismatch,
        ),
        (responsible, MissingWhat::ActionResponsible),
    ];
    let mut found = unmet(&checks, known.at.classes);
    for missing in &mut found {
        missing.which = domain.map(|domain| (NeedDomain::LIST, domain.code()));
    }
    found
}

fn about_actions(plan: &State) -> Vec<Missing> {
    plan.open_actions()
        .filter(|known| known.action.action_type == ActionType::Referral)
        .filter(|known| known.action.recipient.is_none())
        .map(|known| Missing {
            which: Some(what_it_is(&known.action)),
            ..Missing::within(MissingWhat::ReferralConsent, known.at.classes)
        })
        .collect()
}

fn about_costs(plan: &State, sop: &Sop) -> Vec<Missing> {
    let open = |known: &&super::CostState| {
        let action = plan.action(known.cost.action);
        action.is_some_and(|action| plan.end_of(action).is_none())
    };
    plan.costs
        .iter()
        .filter(open)
        .filter(|known| over_authority(sop, known) && known.approved.is_none())
        .map(|known| Missing {
            which: plan
                .action(known.cost.action)
                .map(|known| what_it_is(&known.action)),
            ..Missing::within(MissingWhat::CostApproval, known.at.classes)
        })
        .collect()
}

fn about_safety(case: &Case, now: Timestamp) -> Vec<Missing> {
    let grave = matches!(case.risk(), Some(RiskLevel::Urgent | RiskLevel::High));
    let planned = case.assessment.safety_planned.is_some();
    let child = case.is_child(now);
    let bia = case.child.bia.as_ref();
    let heard = bia.is_some_and(|(_, bia)| !bia.child_view.trim().is_empty());
    let checks = [
        (!child || bia.is_some(), MissingWhat::Bia),
        (!child || heard, MissingWhat::ChildView),
        (!grave || planned, MissingWhat::SafetyPlan),
    ];
    unmet(&checks, Classes::GENERAL)
}

/// The day of the next review is set, not over, and no later than 3.1 allows. A plan that waited for
/// its approval until that day had passed goes back for a new one.
fn about_review(case: &Case, sop: &Sop, now: Timestamp) -> Option<Missing> {
    let date = case.planning.review_date.as_ref();
    let what = match date.map(|(_, date)| date.review_date) {
        None => MissingWhat::ReviewDate,
        Some(date) if date < day_of(now) => MissingWhat::ReviewDatePassed,
        Some(date) if date > latest_review(case, sop, now) => MissingWhat::ReviewDateTooLate,
        Some(_) => return None,
    };
    Some(Missing::general(what))
}

//! Step 3, planning: need, goal, objective, action, service or referral, with ids that survive
//! every revision (`domain.md` 2.3, section 6), and gate G3.

pub mod about;
mod actions;
mod agreement;
mod apply;
mod assessed;
mod compare;
mod costs;
mod gate;
mod goals;
mod records;
mod state;
mod warnings;

use jiff::{Timestamp, tz::TimeZone};

use crate::{
    approval::Subject,
    case::Case,
    class::Classes,
    decide::Yes,
    due::{Due, DueWhat},
    event::events,
    implementation::not_frozen,
    lists::{Step, StepState},
    order::{OnClash, Order, asks},
    refusal::{Refusal, Why, ensure, ensure_at},
    sop::{Sop, hours_after},
};

pub(crate) use apply::{apply, approved, ended, progress};
pub use compare::{Difference, How, Line, Version, compare};
pub use gate::g3;
pub use records::*;
pub use state::{
    ActionState, Altered, CostState, Ended, GoalState, ObjectiveState, Snapshot, State, status,
};
pub use warnings::{PlanWarning, Warning, warnings};

asks! {
    /// What may be asked for about the plan.
    Ask {
        StartPlan(Start), RevisePlan(Revision),
        SetGoal(Goal), ChangeGoal(GoalChange), DropGoal(GoalDrop),
        SetObjective(Objective), ChangeObjective(ObjectiveChange), DropObjective(ObjectiveDrop),
        PlanAction(Action), ChangeAction(ActionChange),
        PlanCost(Cost), ChangeCost(CostChange), ApproveCost(CostApproval), SpendCost(Spending),
        PlanMonitoring(Monitoring), SetReviewDate(ReviewDate), RecordAgreement(Agreement),
    }
}
events! {
    /// What became true about the plan.
    Event {
        PlanStarted(Started), PlanRevised(Revision),
        GoalSet(Goal), GoalChanged(GoalChange), GoalDropped(GoalDrop),
        ObjectiveSet(Objective), ObjectiveChanged(ObjectiveChange), ObjectiveDropped(ObjectiveDrop),
        ActionPlanned(Action), ActionChanged(ActionChange),
        CostPlanned(Cost), CostChanged(CostChange), CostApproved(CostApproval), CostSpent(Spending),
        MonitoringPlanned(Monitoring), ReviewDateSet(ReviewDate), AgreementRecorded(Agreement),
    }
}

impl Ask {
    /// What is said anew replaces what stood before: it needs the page it was typed on.
    #[must_use]
    pub const fn on_clash(&self) -> OnClash {
        match self {
            Self::ChangeGoal(_) => OnClash::NeedsBase("goals"),
            Self::ChangeObjective(_) => OnClash::NeedsBase("objectives"),
            Self::ChangeAction(_) => OnClash::NeedsBase("actions"),
            Self::ChangeCost(_) => OnClash::NeedsBase("costs"),
            Self::PlanMonitoring(_) => OnClash::NeedsBase("monitoring"),
            Self::SetReviewDate(_) => OnClash::NeedsBase("review_date"),
            _ => OnClash::Commutes,
        }
    }

    /// Who plans something must be able to follow it: the classes of the goal and of the service.
    #[must_use]
    pub fn needs(&self) -> Classes {
        match self {
            Self::SetGoal(goal) => goal.about.iter().copied().collect(),
            Self::PlanAction(action) => action
                .service_type
                .map_or(Classes::GENERAL, about::class_of_service),
            _ => Classes::GENERAL,
        }
    }
}

/// Planning stops with the consent to the case; what the person says to a plan and money that was
/// spent are still written down (2.7).
const fn is_fact(ask: &Ask) -> bool {
    matches!(ask, Ask::RecordAgreement(_) | Ask::SpendCost(_))
}

pub(crate) fn decide(case: &Case, sop: &Sop, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    if !is_fact(ask) {
        not_frozen(case, order.now)?;
    }
    match ask {
        Ask::StartPlan(start) => agreement::start(case, order, start),
        Ask::RevisePlan(revision) => agreement::revise(case, revision),
        Ask::SetGoal(goal) => goals::set_goal(case, order, goal),
        Ask::ChangeGoal(change) => goals::change_goal(case, change),
        Ask::DropGoal(drop) => goals::drop_goal(case, drop),
        Ask::SetObjective(objective) => goals::set_objective(case, sop, order, objective),
        Ask::ChangeObjective(change) => goals::change_objective(case, sop, change),
        Ask::DropObjective(drop) => goals::drop_objective(case, drop),
        Ask::PlanAction(action) => actions::plan(case, order, action),
        Ask::ChangeAction(change) => actions::change(case, change),
        Ask::PlanCost(cost) => costs::plan(case, order, cost),
        Ask::ChangeCost(change) => costs::change(case, change),
        Ask::ApproveCost(approval) => costs::approve(case, sop, order, approval),
        Ask::SpendCost(spending) => costs::spend(case, sop, spending),
        Ask::PlanMonitoring(monitoring) => agreement::monitor(case, monitoring),
        Ask::SetReviewDate(date) => agreement::set_review_date(case, sop, order, date),
        Ask::RecordAgreement(said) => agreement::agree(case, order, said),
    }
}

/// The plan can be written on: it was begun, this version is not approved yet, and nobody is
/// looking at it for approval. An approved plan changes through a new version (section 6).
fn writable(case: &Case) -> Result<(), Refusal> {
    let waiting = case.approvals.pending(Subject::Plan).is_some();
    let open = case.planning.version > 0 && !case.planning.is_approved() && !waiting;
    ensure(open, Why::PlanNotOpen)
}

/// Refuses an empty text beside its field.
pub(crate) fn said(text: &str, field: &'static str) -> Result<(), Refusal> {
    ensure_at(!text.trim().is_empty(), Why::TextNeeded, field)
}

/// What planning has due: the plan itself from the end of the assessment (3.1), its approval, and
/// every open action of an approved plan.
pub(crate) fn dues(case: &Case, sop: &Sop, _now: Timestamp) -> Vec<Due> {
    let step = case.step(Step::Planning);
    let mut all = Vec::new();
    let wanted = matches!(step.state(), StepState::NotStarted | StepState::InProgress);
    let assessed = case.step(Step::Assessment).done.filter(|_| wanted);
    if let Some(((assessed, _), risk)) = assessed.zip(case.risk()) {
        let by = hours_after(assessed, sop.times(risk).plan);
        all.push(Due::general(DueWhat::Plan, by));
    }
    if let Some((asked, _)) = step.asked {
        let by = hours_after(asked, sop.plan_approval_hours);
        all.push(Due::general(DueWhat::PlanApproval, by));
    }
    if case.planning.in_force().is_some() {
        all.extend(case.planning.open_actions().filter_map(action_due));
    }
    all
}

/// An action is due until the end of its day.
fn action_due(known: &ActionState) -> Option<Due> {
    let end = known.action.due.at(23, 59, 59, 0);
    let at = end.to_zoned(TimeZone::UTC).ok()?.timestamp();
    Some(Due::on(DueWhat::ActionDue, at, known.action.action).within(known.at.classes))
}

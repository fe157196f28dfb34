//! What planning knows: the plan as it stands, what changed since the person agreed, and every
//! approved version as it was.

use jiff::{Timestamp, civil::Date};

use super::{
    about,
    records::{
        Action, Agreement, Cost, Goal, Monitoring, Objective, ReviewDate, Revision, Spending,
        Started,
    },
};
use crate::{
    actor::By,
    case::{Case, Stamp},
    class::Classes,
    id::Id,
    implementation::permits,
    lists::{ActionStatus, ActionType, Progress},
    macros::codes,
};

codes! {
    /// What a change alters that the person must agree to again (section 6).
    Altered as "plan_altered" { Sharing, Cost, Goals }
}

/// A goal as it stands.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct GoalState {
    pub goal: Goal,
    pub at: Stamp,
    pub dropped: Option<(Stamp, String)>,
}

/// An objective as it stands.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ObjectiveState {
    pub objective: Objective,
    /// When it was first set: its horizon counts from that day.
    pub at: Stamp,
    pub progress: Progress,
    pub dropped: Option<(Stamp, String)>,
}

/// An action as it stands.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ActionState {
    pub action: Action,
    pub at: Stamp,
    pub ended: Option<Ended>,
}

/// How an action ended (G4).
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Ended {
    pub at: Stamp,
    pub status: ActionStatus,
    pub outcome: String,
}

/// A cost line as it stands.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CostState {
    pub cost: Cost,
    pub at: Stamp,
    /// Who set the amount that stands: nobody approves their own.
    pub set_by: By,
    pub approved: Option<Stamp>,
    pub spent: Vec<(Stamp, Spending)>,
}

impl CostState {
    /// What was spent so far, in minor units.
    #[must_use]
    pub fn total_spent(&self) -> i64 {
        self.spent.iter().fold(0, |sum, (_, spending)| {
            spending.amount_spent.saturating_add(sum)
        })
    }
}

/// One approved version, as it was approved.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Snapshot {
    pub version: u32,
    pub approved: Stamp,
    pub goals: Vec<GoalState>,
    pub objectives: Vec<ObjectiveState>,
    pub actions: Vec<ActionState>,
    pub costs: Vec<CostState>,
    pub monitoring: Option<Monitoring>,
    pub review_date: Option<Date>,
    pub agreement: Option<Agreement>,
}

/// What planning knows.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct State {
    /// The version being written or in force; 0 before there is a plan.
    pub version: u32,
    pub started: Option<(Stamp, Started)>,
    pub revisions: Vec<(Stamp, Revision)>,
    pub goals: Vec<GoalState>,
    pub objectives: Vec<ObjectiveState>,
    pub actions: Vec<ActionState>,
    pub costs: Vec<CostState>,
    pub monitoring: Option<(Stamp, Monitoring)>,
    pub review_date: Option<(Stamp, ReviewDate)>,
    pub agreements: Vec<(Stamp, u32, Agreement)>,
    /// What was altered since the person agreed last.
    pub altered: Vec<Altered>,
    pub snapshots: Vec<Snapshot>,
}

impl State {
    /// The goal of this id.
    #[must_use]
    pub fn goal(&self, id: Id) -> Option<&GoalState> {
        self.goals.iter().find(|known| known.goal.goal == id)
    }

    /// The objective of this id.
    #[must_use]
    pub fn objective(&self, id: Id) -> Option<&ObjectiveState> {
        let mut all = self.objectives.iter();
        all.find(|known| known.objective.objective == id)
    }

    /// The action of this id.
    #[must_use]
    pub fn action(&self, id: Id) -> Option<&ActionState> {
        self.actions.iter().find(|known| known.action.action == id)
    }

    /// The cost line of this id.
    #[must_use]
    pub fn cost(&self, id: Id) -> Option<&CostState> {
        self.costs.iter().find(|known| known.cost.cost == id)
    }

    /// The version that was approved last; work follows it while the next one is written.
    #[must_use]
    pub fn in_force(&self) -> Option<&Snapshot> {
        self.snapshots.last()
    }

    /// Whether the version that is being looked at was approved.
    #[must_use]
    pub fn is_approved(&self) -> bool {
        let approved = self.in_force().map(|snapshot| snapshot.version);
        approved == Some(self.version)
    }

    /// Objectives that are still pursued: neither reached nor dropped, nor is their goal.
    pub fn open_objectives(&self) -> impl Iterator<Item = &ObjectiveState> {
        self.objectives.iter().filter(|known| self.pursued(known))
    }

    fn pursued(&self, known: &ObjectiveState) -> bool {
        known.dropped.is_none()
            && !matches!(known.progress, Progress::Met | Progress::Dropped)
            && !self.goal_dropped(known)
    }

    fn goal_dropped(&self, known: &ObjectiveState) -> bool {
        let goal = self.goal(known.objective.goal);
        goal.is_some_and(|goal| goal.dropped.is_some())
    }

    /// How the action ended: by what was recorded, or because what it was for was dropped.
    #[must_use]
    pub fn end_of(&self, known: &ActionState) -> Option<ActionStatus> {
        if let Some(ended) = &known.ended {
            return Some(ended.status);
        }
        let objective = self.objective(known.action.objective)?;
        let dropped = objective.dropped.is_some() || self.goal_dropped(objective);
        dropped.then_some(ActionStatus::Cancelled)
    }

    /// Actions without an end.
    pub fn open_actions(&self) -> impl Iterator<Item = &ActionState> {
        let all = self.actions.iter();
        all.filter(|known| self.end_of(known).is_none())
    }
}

/// The state of an action now. Waiting for consent is asked of the consents at this moment and
/// never stored (DP5); what was sent already waits no longer.
#[must_use]
pub fn status(case: &Case, known: &ActionState, now: Timestamp) -> ActionStatus {
    if let Some(end) = case.planning.end_of(known) {
        return end;
    }
    if case.implementation.begun_for(known.action.action) {
        return ActionStatus::UnderWay;
    }
    if waits_for_consent(case, &known.action, now) {
        return ActionStatus::WaitingForConsent;
    }
    ActionStatus::Planned
}

/// Whether a planned referral may not be sent yet for want of consent for that recipient.
fn waits_for_consent(case: &Case, action: &Action, now: Timestamp) -> bool {
    let scope = about::scope_of(action.service_type, false);
    let allowed = action
        .recipient
        .is_some_and(|recipient| permits(case, scope, recipient, now).is_ok());
    action.action_type == ActionType::Referral && !allowed
}

/// The classes of an action to be planned: those of its objective, and of the service itself.
pub(crate) fn classes_of(objective: &ObjectiveState, action: &Action) -> Classes {
    let service = action
        .service_type
        .map_or(Classes::GENERAL, about::class_of_service);
    objective.at.classes.union(service)
}

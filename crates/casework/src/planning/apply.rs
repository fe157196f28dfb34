//! How the events of planning change what is known; total over any subset of them.

use super::{
    ActionState, Altered, CostState, Ended, Event, GoalState, ObjectiveState, Snapshot, State,
    records::{Action, ActionChange, CostChange, ObjectiveChange},
};
use crate::{
    case::{Case, Stamp},
    class::Classes,
    id::Id,
    lists::{ActionType, Progress, Step},
};

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    let state = &mut case.planning;
    match event {
        Event::PlanStarted(started) => {
            state.version = 1;
            state.started = Some((stamp, started.clone()));
            case.step_mut(Step::Planning).begin(stamp.happened);
        }
        Event::PlanRevised(revision) => {
            state.version += 1;
            state.revisions.push((stamp, revision.clone()));
            case.step_mut(Step::Planning).revisit = true;
        }
        Event::MonitoringPlanned(monitoring) => {
            state.monitoring = Some((stamp, monitoring.clone()));
            case.touch("monitoring");
        }
        Event::ReviewDateSet(date) => {
            state.review_date = Some((stamp, date.clone()));
            case.touch("review_date");
        }
        Event::AgreementRecorded(agreement) => {
            let version = state.version;
            state.agreements.push((stamp, version, agreement.clone()));
            state.altered.clear();
        }
        Event::GoalSet(_) | Event::GoalChanged(_) | Event::GoalDropped(_) => {
            state.alter(Altered::Goals);
            goals(state, stamp, event);
        }
        Event::ObjectiveSet(_) | Event::ObjectiveChanged(_) | Event::ObjectiveDropped(_) => {
            objectives(state, stamp, event);
        }
        Event::ActionPlanned(action) => state.plan_action(stamp, action),
        Event::ActionChanged(change) => state.change_action(change),
        Event::CostPlanned(_)
        | Event::CostChanged(_)
        | Event::CostApproved(_)
        | Event::CostSpent(_) => costs(state, stamp, event),
    }
    touch(case, stamp, event);
}

/// A change of general matter makes older pages stale. Restricted changes do not, because the
/// refusal would tell people who cannot read them that there are some.
fn touch(case: &mut Case, stamp: Stamp, event: &Event) {
    let part = match event {
        Event::GoalChanged(_) | Event::GoalDropped(_) => "goals",
        Event::ObjectiveChanged(_) | Event::ObjectiveDropped(_) => "objectives",
        Event::ActionChanged(_) => "actions",
        Event::CostChanged(_) => "costs",
        _ => return,
    };
    if stamp.classes == Classes::GENERAL {
        case.touch(part);
    }
}

fn goals(state: &mut State, stamp: Stamp, event: &Event) {
    match event {
        Event::GoalSet(goal) => state.goals.push(GoalState {
            goal: goal.clone(),
            at: stamp,
            dropped: None,
        }),
        Event::GoalChanged(change) => {
            if let Some(known) = state.goal_mut(change.goal) {
                known
                    .goal
                    .in_person_words
                    .clone_from(&change.in_person_words);
                known.goal.priority = change.priority;
            }
        }
        Event::GoalDropped(drop) => {
            if let Some(known) = state.goal_mut(drop.goal) {
                known.dropped = Some((stamp, drop.reason.clone()));
            }
        }
        _ => {}
    }
}

fn objectives(state: &mut State, stamp: Stamp, event: &Event) {
    match event {
        Event::ObjectiveSet(objective) => state.objectives.push(ObjectiveState {
            objective: objective.clone(),
            at: stamp,
            progress: Progress::NotStarted,
            dropped: None,
        }),
        Event::ObjectiveChanged(change) => {
            if let Some(known) = state.objective_mut(change.objective) {
                known.say_anew(change);
            }
        }
        Event::ObjectiveDropped(drop) => {
            if let Some(known) = state.objective_mut(drop.objective) {
                known.dropped = Some((stamp, drop.reason.clone()));
            }
        }
        _ => {}
    }
}

fn costs(state: &mut State, stamp: Stamp, event: &Event) {
    match event {
        Event::CostPlanned(cost) => {
            state.alter(Altered::Cost);
            state.costs.push(CostState {
                cost: cost.clone(),
                at: stamp,
                set_by: stamp.by,
                approved: None,
                spent: Vec::new(),
            });
        }
        Event::CostChanged(change) => {
            state.alter(Altered::Cost);
            if let Some(known) = state.cost_mut(change.cost) {
                known.change(stamp, change);
            }
        }
        Event::CostApproved(approval) => {
            if let Some(known) = state.cost_mut(approval.cost) {
                known.approved = Some(stamp);
            }
        }
        Event::CostSpent(spending) => {
            if let Some(known) = state.cost_mut(spending.cost) {
                known.spent.push((stamp, spending.clone()));
            }
        }
        _ => {}
    }
}

impl CostState {
    fn change(&mut self, stamp: Stamp, change: &CostChange) {
        self.cost.amount_planned = change.amount_planned;
        self.set_by = stamp.by;
        self.approved = None;
    }
}

impl ObjectiveState {
    fn say_anew(&mut self, change: &ObjectiveChange) {
        let objective = &mut self.objective;
        objective.text.clone_from(&change.text);
        objective.indicator.clone_from(&change.indicator);
        objective.baseline.clone_from(&change.baseline);
        objective.target.clone_from(&change.target);
        objective.due = change.due;
        objective.horizon = change.horizon;
        objective.factor_refs.clone_from(&change.factor_refs);
    }
}

impl State {
    fn alter(&mut self, what: Altered) {
        if !self.altered.contains(&what) {
            self.altered.push(what);
        }
    }

    fn goal_mut(&mut self, id: Id) -> Option<&mut GoalState> {
        self.goals.iter_mut().find(|known| known.goal.goal == id)
    }

    fn objective_mut(&mut self, id: Id) -> Option<&mut ObjectiveState> {
        let mut all = self.objectives.iter_mut();
        all.find(|known| known.objective.objective == id)
    }

    fn action_mut(&mut self, id: Id) -> Option<&mut ActionState> {
        let mut all = self.actions.iter_mut();
        all.find(|known| known.action.action == id)
    }

    fn cost_mut(&mut self, id: Id) -> Option<&mut CostState> {
        self.costs.iter_mut().find(|known| known.cost.cost == id)
    }

    fn plan_action(&mut self, stamp: Stamp, action: &Action) {
        if action.action_type == ActionType::Referral {
            self.alter(Altered::Sharing);
        }
        self.actions.push(ActionState {
            action: action.clone(),
            at: stamp,
            ended: None,
        });
    }

    fn change_action(&mut self, change: &ActionChange) {
        let Some(known) = self.action_mut(change.action) else {
            return;
        };
        let action = &mut known.action;
        let elsewhere =
            action.action_type == ActionType::Referral && action.recipient != change.recipient;
        action.responsible = change.responsible;
        action.start = change.start;
        action.due = change.due;
        action.recipient = change.recipient;
        action.depends_on = change.depends_on;
        action.note.clone_from(&change.note);
        if elsewhere {
            self.alter(Altered::Sharing);
        }
    }
}

/// The plan was approved: the version is kept as it is, and implementation begins.
pub(crate) fn approved(case: &mut Case, at: Stamp) {
    let plan = &mut case.planning;
    if plan.is_approved() {
        return;
    }
    plan.snapshots.push(Snapshot {
        version: plan.version,
        approved: at,
        goals: plan.goals.clone(),
        objectives: plan.objectives.clone(),
        actions: plan.actions.clone(),
        costs: plan.costs.clone(),
        monitoring: plan.monitoring.clone().map(|(_, monitoring)| monitoring),
        review_date: plan.review_date.as_ref().map(|(_, date)| date.review_date),
        agreement: plan.agreements.last().map(|(_, _, said)| said.clone()),
    });
    let step = case.step_mut(Step::Implementation);
    step.begin(at.happened);
    // A new version of a plan that was carried out already brings new work.
    step.revisit = step.done.is_some();
}

/// A review says how far an objective has come (2.5).
pub(crate) fn progress(case: &mut Case, objective: Id, progress: Progress) {
    if let Some(known) = case.planning.objective_mut(objective) {
        known.progress = progress;
    }
}

/// An action came to an end, with its outcome (G4).
pub(crate) fn ended(case: &mut Case, action: Id, end: Ended) {
    if let Some(known) = case.planning.action_mut(action) {
        known.ended = Some(end);
    }
}

//! Versions of a plan side by side: what the next one adds, takes out or says anew (`domain.md`
//! section 6: every change is a new version with its reason).

use jiff::civil::Date;

use super::{
    ActionState, CostState, GoalState, ObjectiveState, Snapshot, State,
    records::{Agreement, Monitoring},
};
use crate::{case::Stamp, id::Id, lists::ActionStatus};

/// One version of a plan, to be read or compared: an approved one, or the one being written.
#[derive(Copy, Clone, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Version<'p> {
    pub number: u32,
    /// When and by whom it was approved; `None` while it is written.
    pub approved: Option<Stamp>,
    pub goals: &'p [GoalState],
    pub objectives: &'p [ObjectiveState],
    pub actions: &'p [ActionState],
    pub costs: &'p [CostState],
    pub monitoring: Option<&'p Monitoring>,
    pub review_date: Option<Date>,
    /// What the person said last before this version was approved, or until now.
    pub agreement: Option<&'p Agreement>,
}

/// One line of a plan.
#[derive(Copy, Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Line<'p> {
    Goal(&'p GoalState),
    Objective(&'p ObjectiveState),
    Action(&'p ActionState),
    Cost(&'p CostState),
    Monitoring(&'p Monitoring),
    ReviewDate(Date),
    Agreement(&'p Agreement),
}

/// How two versions differ in one line.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// The later version has it and the earlier did not.
    Added,
    /// The earlier version had it and the later has it no more.
    Removed,
    /// Both have it; the later one says it anew.
    Changed,
}

/// One difference between two versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference<'p> {
    /// How they differ.
    pub how: How,
    /// The line of the earlier version.
    pub before: Option<Line<'p>>,
    /// The line of the later version.
    pub after: Option<Line<'p>>,
    /// What is said anew, by the names of the records' fields; empty unless it changed.
    pub fields: Vec<&'static str>,
    /// Why it was taken out, as it was written.
    pub reason: Option<&'p str>,
}

impl State {
    /// The numbers of the versions that can be read: those approved, and the one being written.
    #[must_use]
    pub fn versions(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = self.snapshots.iter().map(|kept| kept.version).collect();
        if self.version > 0 && !self.is_approved() {
            numbers.push(self.version);
        }
        numbers
    }

    /// A version as it was approved, or as it is being written.
    #[must_use]
    pub fn version(&self, number: u32) -> Option<Version<'_>> {
        let mut kept = self.snapshots.iter();
        if let Some(kept) = kept.find(|kept| kept.version == number) {
            return Some(kept.into());
        }
        (number > 0 && number == self.version).then(|| self.as_written())
    }

    /// The plan as it stands now, with everything that was done since it was approved.
    #[must_use]
    pub fn as_written(&self) -> Version<'_> {
        let approved = self.in_force().filter(|_| self.is_approved());
        Version {
            number: self.version,
            approved: approved.map(|kept| kept.approved),
            goals: &self.goals,
            objectives: &self.objectives,
            actions: &self.actions,
            costs: &self.costs,
            monitoring: self.monitoring.as_ref().map(|(_, said)| said),
            review_date: self.review_date.as_ref().map(|(_, date)| date.review_date),
            agreement: self.agreements.last().map(|(_, _, said)| said),
        }
    }
}

impl<'p> From<&'p Snapshot> for Version<'p> {
    fn from(kept: &'p Snapshot) -> Self {
        Self {
            number: kept.version,
            approved: Some(kept.approved),
            goals: &kept.goals,
            objectives: &kept.objectives,
            actions: &kept.actions,
            costs: &kept.costs,
            monitoring: kept.monitoring.as_ref(),
            review_date: kept.review_date,
            agreement: kept.agreement.as_ref(),
        }
    }
}

impl<'p> Version<'p> {
    /// The goal of this id, while it is pursued.
    #[must_use]
    pub fn goal(&self, id: Id) -> Option<&'p GoalState> {
        let mut all = self.goals.iter();
        all.find(|known| known.goal.goal == id && known.dropped.is_none())
    }

    /// The goals that this version pursues, in the person's order.
    #[must_use]
    pub fn pursued(&self) -> Vec<&'p GoalState> {
        let all = self.goals.iter();
        let mut all: Vec<_> = all.filter(|known| known.dropped.is_none()).collect();
        all.sort_by_key(|known| known.goal.priority);
        all
    }

    /// The objectives that this version pursues; those whose goal the reader may not know stay
    /// out with it.
    pub fn aims(&self) -> impl Iterator<Item = &'p ObjectiveState> + '_ {
        let pursued = |known: &&ObjectiveState| {
            known.dropped.is_none() && self.goal(known.objective.goal).is_some()
        };
        self.objectives.iter().filter(pursued)
    }

    fn aim(&self, id: Id) -> Option<&'p ObjectiveState> {
        self.aims().find(|known| known.objective.objective == id)
    }

    /// What this version plans to do, and what of it is done.
    pub fn work(&self) -> impl Iterator<Item = &'p ActionState> + '_ {
        let of_an_aim = |known: &&ActionState| self.aim(known.action.objective).is_some();
        self.actions.iter().filter(of_an_aim)
    }

    fn lines(&self) -> Vec<Line<'p>> {
        let goals = self.pursued().into_iter().map(Line::Goal);
        let aims = self.aims().map(Line::Objective);
        let work: Vec<_> = self.work().collect();
        let paid = |cost: &&CostState| work.iter().any(|it| it.action.action == cost.cost.action);
        let costs = self.costs.iter().filter(paid).map(Line::Cost);
        let mut all: Vec<_> = goals.chain(aims).collect();
        all.extend(work.iter().copied().map(Line::Action));
        all.extend(costs);
        all.extend(self.monitoring.map(Line::Monitoring));
        all.extend(self.review_date.map(Line::ReviewDate));
        all.extend(self.agreement.map(Line::Agreement));
        all
    }

    /// Why a line stands in this version no more.
    fn reason_without(&self, line: &Line<'p>) -> Option<&'p str> {
        let dropped = |goal: Id| {
            let mut all = self.goals.iter();
            let known = all.find(|known| known.goal.goal == goal)?;
            known.dropped.as_ref().map(|(_, reason)| reason.as_str())
        };
        let without = |objective: Id| {
            let mut all = self.objectives.iter();
            let known = all.find(|known| known.objective.objective == objective)?;
            let own = known.dropped.as_ref().map(|(_, reason)| reason.as_str());
            own.or_else(|| dropped(known.objective.goal))
        };
        match line {
            Line::Goal(known) => dropped(known.goal.goal),
            Line::Objective(known) => without(known.objective.objective),
            Line::Action(known) => without(known.action.objective),
            _ => None,
        }
    }
}

/// What the later version adds, takes out and says anew: goals first, then what serves them.
#[must_use]
pub fn compare<'p>(earlier: &Version<'p>, later: &Version<'p>) -> Vec<Difference<'p>> {
    let (before, after) = (earlier.lines(), later.lines());
    let gone = before.iter().filter_map(|line| {
        let Some(now) = after.iter().find(|now| now.is_same_as(line)) else {
            return Some(removed(later, line));
        };
        let fields = line.fields_unlike(now);
        (!fields.is_empty()).then_some(Difference {
            how: How::Changed,
            before: Some(*line),
            after: Some(*now),
            fields,
            reason: None,
        })
    });
    let is_new = |line: &&Line<'p>| !before.iter().any(|then| then.is_same_as(line));
    let new = after.iter().filter(is_new).map(|line| Difference {
        how: How::Added,
        before: None,
        after: Some(*line),
        fields: Vec::new(),
        reason: None,
    });
    let mut all: Vec<_> = gone.chain(new).collect();
    all.sort_by_key(|one| one.after.or(one.before).map(|line| line.place()));
    all
}

fn removed<'p>(later: &Version<'p>, line: &Line<'p>) -> Difference<'p> {
    Difference {
        how: How::Removed,
        before: Some(*line),
        after: None,
        fields: Vec::new(),
        reason: later.reason_without(line),
    }
}

/// The names of the fields in which two records differ.
macro_rules! unlike {
    ($one:expr, $other:expr; $($field:ident),+) => {
        [$((stringify!($field), $one.$field != $other.$field)),+].as_slice()
    };
}

impl Line<'_> {
    const fn place(&self) -> u8 {
        match self {
            Self::Goal(_) => 0,
            Self::Objective(_) => 1,
            Self::Action(_) => 2,
            Self::Cost(_) => 3,
            Self::Monitoring(_) => 4,
            Self::ReviewDate(_) => 5,
            Self::Agreement(_) => 6,
        }
    }

    const fn id(&self) -> Option<Id> {
        match self {
            Self::Goal(known) => Some(known.goal.goal),
            Self::Objective(known) => Some(known.objective.objective),
            Self::Action(known) => Some(known.action.action),
            Self::Cost(known) => Some(known.cost.cost),
            Self::Monitoring(_) | Self::ReviewDate(_) | Self::Agreement(_) => None,
        }
    }

    /// Ids survive every revision: the same id is the same line.
    fn is_same_as(&self, other: &Line<'_>) -> bool {
        (self.place(), self.id()) == (other.place(), other.id())
    }

    fn fields_unlike(&self, other: &Line<'_>) -> Vec<&'static str> {
        let names = |all: &[(&'static str, bool)]| {
            let unlike = all.iter().filter(|(_, unlike)| *unlike);
            unlike.map(|(name, _)| *name).collect()
        };
        match (self, other) {
            (Self::Goal(one), Line::Goal(two)) => names(unlike!(one.goal, two.goal;
                in_person_words, priority)),
            (Self::Objective(one), Line::Objective(two)) => {
                let mut all: Vec<_> = names(unlike!(one.objective, two.objective;
                    text, indicator, baseline, target, due, horizon, factor_refs));
                all.extend((one.progress != two.progress).then_some("progress"));
                all
            }
            (Self::Action(one), Line::Action(two)) => {
                let mut all: Vec<_> = names(unlike!(one.action, two.action;
                    responsible, start, due, recipient, depends_on, note));
                all.extend((end_of(one) != end_of(two)).then_some("status"));
                all
            }
            (Self::Cost(one), Line::Cost(two)) => names(unlike!(one.cost, two.cost;
                amount_planned)),
            (Self::Monitoring(one), Line::Monitoring(two)) => names(unlike!(one, two;
                how, how_often, by_whom, feedback_channel, info_sharing_summary)),
            (Self::ReviewDate(one), Line::ReviewDate(two)) => names(&[("review_date", one != two)]),
            (Self::Agreement(one), Line::Agreement(two)) => names(unlike!(one, two;
                agreed_how, agreed_on, language, copy_given, agreed_by, disagreement, certificate)),
            _ => Vec::new(),
        }
    }
}

fn end_of(known: &ActionState) -> Option<ActionStatus> {
    known.ended.as_ref().map(|ended| ended.status)
}

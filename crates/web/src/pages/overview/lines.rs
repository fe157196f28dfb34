//! The lines of one version of a plan, under its goals or by the time they take (`domain.md`
//! section 6: horizon).

use casework::{
    Id,
    lists::{ActionStatus, ActionType, Horizon, Progress},
    planning::{ActionState, GoalState, ObjectiveState, Version, status as status_of},
};
use forms::Form;

use super::{
    Reader,
    planning::{by_time, ways},
};
use crate::{
    pages::sheet::Piece,
    parts::{Badge, Cell, Empty, Facts, Goal, Objective, Plan, Table},
    rooms::{action_name, names},
};

/// A version before the eyes of its reader.
pub struct Shown<'a> {
    pub reader: &'a Reader<'a>,
    pub version: Version<'a>,
    /// Whether work follows it, so that what is done of it is worth telling.
    pub lives: bool,
    /// Whether it is the one that is written on.
    pub written: bool,
}

/// The lines, under their goals or by time, as was asked.
pub fn pieces<'p>(shown: &Shown<'_>) -> Vec<Piece<'p>> {
    let (t, version) = (shown.reader.t, &shown.version);
    if version.pursued().is_empty() {
        return vec![Piece::Empty(Empty::new(t.say("plan-no-goals")))];
    }
    let goals = if by_time(shown.reader.inside) {
        times(shown)
    } else {
        let pursued = version.pursued().into_iter();
        pursued.map(|known| goal(shown, known)).collect()
    };
    vec![Piece::Plan(Plan::new(goals))]
}

fn goal(shown: &Shown<'_>, known: &GoalState) -> Goal {
    let (t, goal) = (shown.reader.t, &known.goal);
    let kinds = ["change_goal", "set_objective", "drop_goal"];
    let need = t.code("need_domain", goal.domain.code());
    let priority = goal.priority.to_string();
    let words = [("need", need.into()), ("priority", priority.into())];
    Goal {
        need: t.say_with("plan-need", &words),
        words: goal.in_person_words.clone(),
        ways: shown.ways(&kinds, &format!("goal={}", goal.goal)),
        objectives: (shown.version.aims())
            .filter(|objective| objective.objective.goal == goal.goal)
            .map(|known| objective(shown, known))
            .collect(),
    }
}

/// What is near first; what has no horizon yet at the end.
fn times(shown: &Shown<'_>) -> Vec<Goal> {
    let t = shown.reader.t;
    let horizons = Horizon::ALL.iter().copied().map(Some).chain([None]);
    let groups = horizons.map(|horizon| {
        let within = |known: &&ObjectiveState| known.objective.horizon == horizon;
        let mut aims: Vec<_> = shown.version.aims().filter(within).collect();
        aims.sort_by_key(|known| known.objective.due);
        Goal {
            need: String::new(),
            words: horizon.map_or_else(
                || t.say("plan-no-horizon"),
                |horizon| t.code("horizon", horizon.code()),
            ),
            ways: Vec::new(),
            objectives: aims
                .into_iter()
                .map(|known| of_goal(shown, known))
                .collect(),
        }
    });
    groups
        .filter(|group| !group.objectives.is_empty())
        .collect()
}

/// An objective away from its goal says what goal it serves.
fn of_goal(shown: &Shown<'_>, known: &ObjectiveState) -> Objective {
    let goal = shown.version.goal(known.objective.goal);
    let words = goal.map(|known| known.goal.in_person_words.clone());
    let mut shown = objective(shown, known);
    shown.serves = words;
    shown
}

fn objective(shown: &Shown<'_>, known: &ObjectiveState) -> Objective {
    let (t, id) = (shown.reader.t, known.objective.objective);
    let word = t.code("progress", known.progress.code());
    let progress = match known.progress {
        Progress::Met => Badge::done(word),
        _ => Badge::new(word),
    };
    let kinds = ["change_objective", "plan_action", "drop_objective"];
    Objective {
        text: known.objective.text.clone(),
        serves: None,
        progress: shown.lives.then_some(progress),
        facts: measured(shown.reader, known),
        actions: actions(shown, id),
        nobody: t.say("plan-no-actions"),
        ways: shown.ways(&kinds, &format!("objective={id}")),
    }
}

impl Shown<'_> {
    fn ways(&self, kinds: &[&str], query: &str) -> Vec<(String, String)> {
        if self.written {
            ways(self.reader, kinds, query)
        } else {
            Vec::new()
        }
    }
}

/// A factor of the assessment that an objective works on.
pub(super) fn factor(reader: &Reader<'_>, id: Id) -> Option<String> {
    let asked = Form::new("planning.set_objective").pick_many("factor_refs");
    let known = names(reader.app, reader.t, &asked, reader.look);
    let mut all = known.of("factor_refs").iter();
    all.find(|(value, _)| *value == id.to_string())
        .map(|(_, label)| label.clone())
}

/// How an objective is seen, and until when; what is not said yet is left out.
fn measured(reader: &Reader<'_>, known: &ObjectiveState) -> Facts {
    let (t, objective) = (reader.t, &known.objective);
    let due = objective.due.map(|day| match objective.horizon {
        Some(horizon) => t.say_with(
            "plan-due-horizon",
            &[
                ("day", t.day(day).into()),
                ("horizon", t.code("horizon", horizon.code()).into()),
            ],
        ),
        None => t.day(day),
    });
    let factors: Vec<String> = objective
        .factor_refs
        .iter()
        .filter_map(|id| factor(reader, *id))
        .collect();
    let factors = (!factors.is_empty()).then(|| factors.join(&t.say("forms-and")));
    [
        ("plan-indicator", objective.indicator.clone()),
        ("plan-baseline", objective.baseline.clone()),
        ("plan-target", objective.target.clone()),
        ("plan-due", due),
        ("plan-factors", factors),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((key, value?)))
    .fold(Facts::new(), |facts, (key, value)| {
        facts.with(t.say(key), value)
    })
}

fn actions(shown: &Shown<'_>, objective: Id) -> Table {
    let t = shown.reader.t;
    let heads = ["action", "who", "until", "state", "first", "next"];
    let many = match (shown.written, shown.lives) {
        (true, _) => heads.len(),
        (false, true) => 4,
        (false, false) => 3,
    };
    let heads = heads.iter().take(many);
    let heads = heads.map(|head| t.say(&format!("head-{head}"))).collect();
    let all = shown.version.actions.iter();
    all.filter(|known| known.action.objective == objective)
        .map(|known| action(shown, known).into_iter().take(many).collect())
        .fold(Table::new(t.say("plan-actions"), heads), Table::row)
}

fn action(shown: &Shown<'_>, known: &ActionState) -> Vec<Cell> {
    let (reader, t) = (shown.reader, shown.reader.t);
    let plan = &reader.look.case.planning;
    let action = &known.action;
    // What is done of it may be newer than the version.
    let now = plan.action(action.action).unwrap_or(known);
    let first = action.depends_on.and_then(|id| plan.action(id));
    let ways = match plan.end_of(known) {
        None => {
            let query = format!("action={}", action.action);
            shown.ways(&["change_action", "plan_cost"], &query)
        }
        Some(_) => Vec::new(),
    };
    vec![
        Cell::Text(what(reader, known)),
        Cell::Text(t.code("responsible", action.responsible.code())),
        Cell::Text(t.day(action.due)),
        Cell::Badge(state(reader, now)),
        Cell::Text(first.map(|first| action_name(t, first)).unwrap_or_default()),
        Cell::Links(ways),
    ]
}

/// What an action is, and to whom it leads.
pub(super) fn what(reader: &Reader<'_>, known: &ActionState) -> String {
    let name = action_name(reader.t, known);
    match known.action.recipient {
        Some(partner) if known.action.action_type == ActionType::Referral => {
            format!("{name} – {}", reader.partner(partner))
        }
        _ => name,
    }
}

/// The state of an action now, and whether its day has passed.
pub(super) fn state(reader: &Reader<'_>, known: &ActionState) -> Badge {
    let t = reader.t;
    let status = status_of(&reader.look.case, known, reader.now);
    let word = t.code("action_status", status.code());
    let over = reader.look.case.planning.end_of(known).is_some();
    if status == ActionStatus::Done {
        Badge::done(word)
    } else if !over && known.action.due < reader.app.now().date() {
        Badge::overdue(format!("{word}, {}", t.say("state-overdue")))
    } else {
        Badge::new(word)
    }
}

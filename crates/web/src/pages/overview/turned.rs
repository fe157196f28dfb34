//! A version of the plan as it is read to the person: what they want, who does what, until when.

use casework::{
    lists::ActionStatus,
    planning::{ActionState, ObjectiveState, Version},
};

use super::{Reader, lines::what};
use crate::pages::side_by_side::{Aim, OneStep, Wish};

/// The goals in the person's order; what is staff's own (indicators, costs, codes) stays out.
pub(super) fn wishes(reader: &Reader<'_>, version: &Version<'_>) -> Vec<Wish> {
    let pursued = version.pursued().into_iter();
    pursued
        .map(|goal| Wish {
            words: goal.goal.in_person_words.clone(),
            aims: (version.aims())
                .filter(|known| known.objective.goal == goal.goal.goal)
                .map(|known| aim(reader, version, known))
                .collect(),
        })
        .collect()
}

fn aim(reader: &Reader<'_>, version: &Version<'_>, known: &ObjectiveState) -> Aim {
    let work = version.work();
    let mut steps: Vec<_> = work
        .filter(|action| action.action.objective == known.objective.objective)
        .collect();
    steps.sort_by_key(|known| known.action.due);
    Aim {
        text: known.objective.text.clone(),
        until: known.objective.due.map(|day| until(reader, day)),
        steps: steps.into_iter().map(|one| step(reader, one)).collect(),
    }
}

fn until(reader: &Reader<'_>, day: jiff::civil::Date) -> String {
    let day = ("day", reader.t.day(day).into());
    reader.t.say_with("beside-until", &[day])
}

fn step(reader: &Reader<'_>, known: &ActionState) -> OneStep {
    let (t, plan) = (reader.t, &reader.look.case.planning);
    let now = plan.action(known.action.action).unwrap_or(known);
    let done = plan.end_of(now).filter(|end| *end == ActionStatus::Done);
    let who = known.action.responsible.code();
    OneStep {
        what: what(reader, known),
        who: t.say(&format!("beside-who-{who}")),
        until: until(reader, known.action.due),
        done: done.map(|end| t.code("action_status", end.code())),
    }
}

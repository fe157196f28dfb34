//! A version of the plan as it is read to the person: what they want, who does what, until when.

use casework::{
    lists::{ActionStatus, ActionType},
    planning::{Action, ActionState, ObjectiveState, Version},
};

use super::Reader;
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
        what: what(reader, &known.action),
        who: t.say(&format!("beside-who-{who}")),
        until: until(reader, known.action.due),
        done: done.map(|end| t.code("action_status", end.code())),
    }
}

/// What is done, in words that can be said to the person: the service and with whom, else what was
/// written about it. Who does it stands before; the kind of an action speaks of them, and not to them.
fn what(reader: &Reader<'_>, action: &Action) -> String {
    let t = reader.t;
    let service = action.service_type;
    let service = service.map(|service| t.code("service_type", service.code()));
    let partner = action
        .recipient
        .filter(|_| action.action_type == ActionType::Referral);
    let partner = partner.map(|partner| reader.partner(partner));
    let note = action.note.clone().filter(|_| service.is_none());
    let parts = [service, note, partner];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    match parts.is_empty() {
        true => t.say(&format!("turned-does-{}", action.action_type.code())),
        false => parts.join(" – "),
    }
}

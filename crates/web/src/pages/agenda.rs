//! What can be done at a place, in the order in which it is wanted: first what the gate still
//! needs, then everything else that fits the moment, under headings. Nothing that the reader may do
//! now is left out: the rules decide, not the order of a page.

mod order;
mod remedy;

use casebook::CaseLook;
use casework::{
    approval::Subject,
    case::Case,
    lists::{Step, StepState},
    refusal::{Missing, MissingWhat},
};

use order::{GROUPS, USUAL, said};
use remedy::remedy;
pub use remedy::way_to_mend;

use super::sheet::Way;
use crate::{
    App, T,
    app::Inside,
    rooms::{self, Action, Place},
};

/// So many buttons stand on top.
const FIRST: usize = 3;
/// So few more are buttons too.
const FEW: usize = 2;
/// Up to so many ways stand open below them; more are folded.
const OPEN: usize = 6;

/// The ways on at a place.
#[derive(Debug, Default)]
pub struct Agenda {
    /// The next steps, the first of them the main one.
    pub first: Vec<Way>,
    /// Everything else, under headings.
    pub groups: Vec<(String, Vec<Way>)>,
    /// The words that unfold them, with how many there are.
    pub more: String,
    folded: bool,
}

impl Agenda {
    /// Nothing can be done here.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.first.is_empty() && self.groups.is_empty()
    }

    /// Few ways stand open, many are folded.
    #[must_use]
    pub const fn is_folded(&self) -> bool {
        self.folded
    }
}

/// What the reader may do at this place.
#[must_use]
pub fn of(app: &App, inside: &Inside, look: &CaseLook, place: &Place) -> Agenda {
    led_by(FIRST, app, inside, look, place)
}

/// The same beside something else that leads: no button of its own.
#[must_use]
pub fn beside(app: &App, inside: &Inside, look: &CaseLook, place: &Place) -> Agenda {
    led_by(0, app, inside, look, place)
}

fn led_by(buttons: usize, app: &App, inside: &Inside, look: &CaseLook, place: &Place) -> Agenda {
    let t = inside.shell.t();
    let mut ways = allowed(app, inside, look, place);
    let mut take = |name: &str| {
        let at = ways.iter().position(|(known, _)| known == name)?;
        Some(ways.remove(at).1)
    };
    let wanted = wanted(look, place.name);
    let mut first: Vec<Way> = wanted
        .into_iter()
        .take_while(|_| buttons > 0)
        .filter_map(&mut take)
        .take(buttons)
        .collect();
    let mut grouped: Vec<(String, Vec<Way>)> = said(&GROUPS, place.name)
        .iter()
        .map(|(heading, names)| {
            let here = names.iter().filter_map(|name| take(name)).collect();
            (t.say(&format!("ways-{heading}")), here)
        })
        .collect();
    let other = ways.into_iter().map(|(_, way)| way).collect();
    grouped.push((t.say("ways-other"), other));
    grouped.retain(|(_, ways)| !ways.is_empty());
    let few = grouped.iter().map(|(_, ways)| ways.len()).sum::<usize>() <= FEW;
    if few && buttons > 0 {
        first.extend(grouped.drain(..).flat_map(|(_, ways)| ways));
    }
    let more: usize = grouped.iter().map(|(_, ways)| ways.len()).sum();
    Agenda {
        first,
        groups: grouped,
        more: t.say_with("place-more", &[("count", more.to_string().into())]),
        folded: more > OPEN,
    }
}

/// Everything that the reader may do here, by name; approvals stand at their step.
fn allowed(app: &App, inside: &Inside, look: &CaseLook, place: &Place) -> Vec<(String, Way)> {
    let t = inside.shell.t();
    let here = rooms::actions().iter().filter(|action| {
        place.rooms.contains(&action.room)
            && action.of.is_none()
            && rooms::fits(&look.case, app.book.now(), action.room, action.kind)
            && app.book.may(&inside.actor, look, action.room, action.kind)
    });
    let mut ways: Vec<(String, Way)> = here
        .map(|action| (name(action), way(t, look, action)))
        .collect();
    let Some(subject) = subject_of(place.name) else {
        return ways;
    };
    for kind in ["submit", "approve", "send_back"] {
        let fits = pending(&look.case, subject) != (kind == "submit");
        if fits && app.book.may(&inside.actor, look, "approval", kind) {
            let subject = subject.code();
            let way = Way {
                href: format!("/cases/{}/approval/{kind}?subject={subject}", look.file),
                words: t.say(&format!("do-approval-{kind}")),
                hint: t.code("subject", subject),
            };
            ways.push((format!("approval.{kind}"), way));
        }
    }
    ways
}

fn name(action: &Action) -> String {
    format!("{}.{}", action.room, action.kind)
}

fn way(t: T, look: &CaseLook, action: &Action) -> Way {
    Way {
        href: format!("/cases/{}/{}/{}", look.file, action.room, action.kind),
        words: t.say(&action.title_key()),
        hint: String::new(),
    }
}

fn subject_of(place: &str) -> Option<Subject> {
    match place {
        "assessment" => Some(Subject::Assessment),
        "planning" => Some(Subject::Plan),
        "closure" => Some(Subject::Closure),
        _ => None,
    }
}

fn pending(case: &Case, subject: Subject) -> bool {
    case.approvals.pending(subject).is_some()
}

/// The names of what is wanted next, in order: an answer that somebody waits for, what the gate
/// misses, what people usually do here.
fn wanted(look: &CaseLook, place: &str) -> Vec<&'static str> {
    let missing = gate(look, place);
    let mut all = vec!["approval.approve", "approval.send_back"];
    let only_a_yes = |it: &Missing| it.what == MissingWhat::SupervisorApproval;
    if is_under_way(look, place) && missing.iter().all(only_a_yes) {
        all.push("approval.submit");
    }
    all.extend(missing.iter().filter_map(remedy).map(|(name, _)| name));
    all.extend(said(&USUAL, place));
    all
}

/// Whether the step that ends with an approval was begun and is not done.
fn is_under_way(look: &CaseLook, place: &str) -> bool {
    let step = match place {
        "assessment" => Step::Assessment,
        "planning" => Step::Planning,
        "closure" => Step::Closure,
        _ => return false,
    };
    let state = look.case.step(step).state();
    matches!(state, StepState::InProgress | StepState::RevisitDue)
}

/// What the gate of a step still needs.
fn gate<'l>(look: &'l CaseLook, place: &str) -> &'l [Missing] {
    let gates = &look.gates;
    match place {
        "registration" => &gates.g1,
        "assessment" => &gates.g2,
        "planning" => &gates.g3,
        "implementation" => &gates.g4,
        "review" => &gates.g5,
        "closure" => &gates.g6,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn is_work(name: &str) -> bool {
        let (room, kind) = name.split_once('.').unwrap();
        rooms::action(room, kind).is_some()
    }

    #[test]
    fn every_name_is_work_that_somebody_does() {
        for (_, groups) in GROUPS {
            assert!(
                groups
                    .iter()
                    .flat_map(|(_, names)| *names)
                    .all(|name| is_work(name))
            );
        }
        for (_, names) in USUAL {
            assert!(names.iter().all(|name| is_work(name)));
        }
        for what in MissingWhat::ALL {
            let way = remedy(&Missing::general(*what));
            assert!(way.is_none_or(|(name, _)| is_work(name)), "{}", what.code());
        }
    }

    #[test]
    fn all_work_of_a_place_with_headings_stands_below_one() {
        for (name, groups) in GROUPS {
            let below: BTreeSet<&str> = groups
                .iter()
                .flat_map(|(_, names)| *names)
                .copied()
                .collect();
            let place = rooms::place(name).unwrap();
            let here = rooms::actions().iter().filter(|action| {
                place.rooms.contains(&action.room)
                    && action.of.is_none()
                    && action.kind != "receive_arrival"
            });
            let lost: Vec<String> = here
                .map(super::name)
                .filter(|name| !below.contains(name.as_str()))
                .collect();
            assert!(lost.is_empty(), "{name}: {lost:?}");
        }
    }
}

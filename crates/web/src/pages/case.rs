//! The case: who this is, how safe, how to be contacted, what is due; the six steps; the story.

mod head;
mod story;

pub use head::strip;
pub use story::show as show_story;

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::CaseLook;
use casework::{
    Id,
    lists::{Step as WorkStep, StepState as WorkState},
    refusal::{Missing, MissingWhat},
};
use forms::Answers;
use serde_json::Value;

use super::{
    agenda, arrived, overview,
    reading::moment,
    refusal::missing_words,
    registering,
    sheet::{Piece, Sheet, Way},
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, id_of, off, say_no},
    parts::{Badge, Cell, Empty, Notice, Step, StepState, Steps, Table, Tone},
    rooms::{Action, standing},
};

/// The case page.
pub async fn show(State(app): State<Arc<App>>, visit: Visit, Path(file): Path<String>) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| page(app, &inside, &file)))
    })
    .await
}

fn page(app: &App, inside: &Inside, file: &str) -> Result<Response, Response> {
    let t = inside.shell.t();
    let look = opened(app, inside, file, "case")?;
    let mut pieces = match inside.asked("done") {
        Some("arrival") => arrived::alerts(app, inside, &look)?,
        _ => Vec::new(),
    };
    pieces.extend(registering::onward(app, t, &look).map(Piece::Onward));
    pieces.extend([
        Piece::Glance(overview::glance(app, inside, &look)),
        Piece::Buttons(five_actions(app, inside, &look)),
        Piece::Steps(steps(app, t, &look, None)),
    ]);
    pieces.extend(overview::open_work(app, inside, &look));
    pieces.extend(due(app, t, &look));
    pieces.push(Piece::Ways(places(t, &look)));
    pieces.push(Piece::Heading(t.say("case-story")));
    pieces.extend(story::newest(app, t, &look));
    let mut page = Page::new(&inside.shell, "case-title")
        .headed_by_person()
        .person(head::who(app, t, &look).as_heading());
    if let Some(done) = inside.asked("done") {
        page = page.notice(done_notice(t, &look, done));
    }
    Ok(page.show(Sheet { pieces }))
}

/// It is done; of a registration, with the code that goes on the card.
fn done_notice(t: T, look: &CaseLook, done: &str) -> Notice {
    match &look.case.registration.code {
        Some(code) if done == "registration-complete_registration" => {
            let title = t.say_with("registered-title", &[("code", code.as_str().into())]);
            Notice::new(Tone::Success, title).text(t.say("registered-card"))
        }
        _ => Notice::new(Tone::Success, t.say("done-title")),
    }
}

/// Opens a file for one of the pages that read it.
///
/// # Errors
/// The answer for those who may not read it.
pub fn opened(app: &App, inside: &Inside, file: &str, what: &str) -> Result<CaseLook, Response> {
    let file = id_of(&inside.shell, file)?;
    let look = app.book.look(&inside.actor, file, what);
    look.map_err(|no| say_no(inside.shell.lang, &no))
}

/// Contact, help given, danger, note, and the way to refer: at any time, whatever the gates say.
fn five_actions(app: &App, inside: &Inside, look: &CaseLook) -> Vec<Way> {
    const FIVE: [(&str, &str); 5] = [
        ("review", "record_contact"),
        ("reception", "give_help"),
        ("implementation", "draft_referral"),
        ("reception", "report_danger"),
        ("reception", "write_note"),
    ];
    let t = inside.shell.t();
    let may = FIVE
        .iter()
        .filter(|(room, kind)| app.book.may(&inside.actor, look, room, kind));
    may.map(|(room, kind)| Way {
        href: format!("/cases/{}/{room}/{kind}", look.file),
        words: t.say(&format!("do-{room}-{kind}")),
        hint: String::new(),
    })
    .collect()
}

/// The places beside the six steps.
fn places(t: T, look: &CaseLook) -> Vec<Way> {
    ["reception", "consent", "household", "side_by_side"]
        .iter()
        .map(|place| Way {
            href: format!("/cases/{}/{place}", look.file),
            words: t.say(&format!("place-{place}")),
            hint: t.say(&format!("place-{place}-hint")),
        })
        .collect()
}

/// What is due and does not stand among the open actions already.
fn due<'a>(app: &App, t: T, look: &CaseLook) -> Option<Piece<'a>> {
    let now = app.book.now();
    let case = &look.case;
    let stands_above = |id: Id| {
        let referrals = &case.implementation.referrals;
        case.planning.action(id).is_some()
            || referrals.iter().any(|known| known.referral.referral == id)
    };
    if look.due.is_empty() {
        return Some(Piece::Empty(Empty::new(t.say("case-nothing-due"))));
    }
    let heads = vec![t.say("head-what"), t.say("head-until"), t.say("head-state")];
    let all = look.due.iter();
    let table = all
        .filter(|due| !due.which.is_some_and(stands_above))
        .map(|due| {
            let state = if due.at < now {
                Badge::overdue(t.say("state-overdue"))
            } else {
                Badge::new(t.say("state-open"))
            };
            vec![
                Cell::Text(t.code("due", due.what.code())),
                Cell::Text(moment(t, &app.zone, due.at)),
                Cell::Badge(state),
            ]
        })
        .fold(Table::new(t.say("case-due"), heads), Table::row);
    (!table.is_empty()).then_some(Piece::Table(table))
}

/// The six steps with their states: what the one that is looked at misses, or, where none is, the
/// one thing that matters next on each that is under way and on the first that was not begun.
#[must_use]
pub fn steps(app: &App, t: T, look: &CaseLook, here: Option<&str>) -> Steps {
    let gates = &look.gates;
    let all: [(WorkStep, &'static str, &[Missing]); 6] = [
        (WorkStep::Screening, "registration", &gates.g1),
        (WorkStep::Assessment, "assessment", &gates.g2),
        (WorkStep::Planning, "planning", &gates.g3),
        (WorkStep::Implementation, "implementation", &gates.g4),
        (WorkStep::Review, "review", &gates.g5),
        (WorkStep::Closure, "closure", &gates.g6),
    ];
    let registering = registering::is_under_way(app, look);
    let begun = |step: WorkStep| look.case.step(step).state() != WorkState::NotStarted;
    let next = all
        .iter()
        .map(|(step, ..)| *step)
        .find(|step| !begun(*step));
    let of = |(step, key, missing): (WorkStep, &'static str, &[Missing])| {
        let state = look.case.step(step).state();
        let missing: &[Missing] = match state {
            WorkState::Done => &[],
            // The way to a code says what is missing, with the button to it.
            _ if step == WorkStep::Screening && registering => &[],
            _ => missing,
        };
        let at_next = here.is_none()
            && !registering
            && (state != WorkState::NotStarted || next == Some(step));
        Step {
            key,
            href: Some(format!("/cases/{}/{key}", look.file)),
            state: shown_state(state),
            missing: match here {
                Some(here) if here == key => points(app, t, look, missing),
                _ => Vec::new(),
            },
            next: next_point(app, t, look, if at_next { missing } else { &[] }),
            here: here == Some(key),
        }
    };
    Steps::new(t, all.into_iter().map(of).collect())
}

/// The first thing that is missing. That another check is pending is said at the step itself: here
/// it would be a trace of what the reader may not see.
fn next_point(
    app: &App,
    t: T,
    look: &CaseLook,
    missing: &[Missing],
) -> Option<(String, Option<String>)> {
    let mut known = missing.to_vec();
    known.retain(|missing| missing.what != MissingWhat::AnotherCheckPending);
    let mut points = points(app, t, look, &known);
    (!points.is_empty()).then(|| points.swap_remove(0))
}

/// What is missing, each with the way to mend it; the needs, of which there may be many, as one.
fn points(app: &App, t: T, look: &CaseLook, missing: &[Missing]) -> Vec<(String, Option<String>)> {
    let is_need = |missing: &&Missing| missing.what == MissingWhat::NeedDomain;
    let needs = missing.iter().filter(is_need).count();
    let mut told = false;
    let mut points = Vec::new();
    for missing in missing {
        let words = match missing.which {
            Some((list, code)) if needs > 1 && is_need(&missing) => {
                if std::mem::replace(&mut told, true) {
                    continue;
                }
                let which = t.code(list, code).into();
                let count = needs.to_string().into();
                t.say_with(
                    "missing-need_domains",
                    &[("count", count), ("which", which)],
                )
            }
            _ => missing_words(t, missing),
        };
        if points.iter().all(|(known, _)| *known != words) {
            points.push((words, agenda::way_to_mend(app, look, missing)));
        }
    }
    points
}

const fn shown_state(state: WorkState) -> StepState {
    match state {
        WorkState::NotStarted => StepState::NotStarted,
        WorkState::InProgress => StepState::InProgress,
        WorkState::AwaitingApproval => StepState::AwaitingApproval,
        WorkState::Done => StepState::Done,
        WorkState::RevisitDue => StepState::RevisitDue,
    }
}

/// What stands now for an action that replaces a part: its newest record, or the thing that was
/// asked for.
#[must_use]
pub fn stored(action: &Action, look: &CaseLook, asked: &[(String, String)]) -> Option<Answers> {
    let stands = standing(action, look, asked);
    if stands.is_some() || action.of.is_some() || action.each.is_some() {
        return stands;
    }
    action.part?;
    let newest = look.events.iter().rev().find(|event| {
        let (room, kind) = event.kind();
        room == action.room && action.recorded.contains(&kind)
    })?;
    match serde_json::to_value(&newest.body)
        .ok()?
        .get_mut("what")?
        .get_mut("body")?
        .take()
    {
        Value::Object(answers) => Some(answers),
        _ => None,
    }
}

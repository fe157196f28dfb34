//! The case: who this is, how safe, how to be contacted, what is due; the six steps; the story.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::CaseLook;
use casework::{
    lists::{Step as WorkStep, StepState as WorkState},
    refusal::{Missing, MissingWhat},
};
use forms::Answers;
use serde_json::Value;

use super::{
    agenda, overview,
    reading::{Reading, moment},
    refusal::missing_words,
    sheet::{Piece, Sheet, Way},
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, id_of, off, say_no},
    parts::{Badge, Cell, Empty, Notice, Person, Step, StepState, Steps, Story, Table, Tone},
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
    let file = id_of(&inside.shell, file)?;
    let look = app
        .book
        .look(&inside.actor, file, "case")
        .map_err(|no| say_no(inside.shell.lang, &no))?;
    let mut pieces = vec![
        Piece::Buttons(five_actions(app, inside, &look)),
        due(app, t, &look),
    ];
    pieces.extend(overview::open_work(app, inside, &look));
    pieces.extend([
        Piece::Ways(places(t, &look)),
        Piece::Heading(t.say("case-story")),
        story(app, t, &look),
    ]);
    let mut page = Page::new(&inside.shell, "case-title")
        .person(strip(app, t, &look))
        .steps(steps(app, t, &look, None));
    if inside.asked("done").is_some() {
        page = page.notice(Notice::new(Tone::Success, t.say("done-title")));
    }
    Ok(page.show(Sheet { pieces }))
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
    ["reception", "consent", "household"]
        .iter()
        .map(|place| Way {
            href: format!("/cases/{}/{place}", look.file),
            words: t.say(&format!("place-{place}")),
            hint: t.say(&format!("place-{place}-hint")),
        })
        .collect()
}

fn due<'a>(app: &App, t: T, look: &CaseLook) -> Piece<'a> {
    if look.due.is_empty() {
        return Piece::Empty(Empty::new(t.say("case-nothing-due")));
    }
    let now = app.book.now();
    let heads = vec![t.say("head-what"), t.say("head-until"), t.say("head-state")];
    let table = look
        .due
        .iter()
        .fold(Table::new(t.say("case-due"), heads), |table, due| {
            let late = due.at < now;
            let state = if late {
                Badge::overdue(t.say("state-overdue"))
            } else {
                Badge::new(t.say("state-open"))
            };
            table.row(vec![
                Cell::Text(t.code("due", due.what.code())),
                Cell::Text(moment(t, &app.zone, due.at)),
                Cell::Badge(state),
            ])
        });
    Piece::Table(table)
}

fn story<'a>(app: &App, t: T, look: &CaseLook) -> Piece<'a> {
    let reading = Reading { app, t, look };
    let known = app.book.organisation();
    // Newest first by when it happened: what was entered later from paper stands on its day.
    let mut events: Vec<_> = look.events.iter().rev().collect();
    events.sort_by_key(|event| std::cmp::Reverse(event.happened));
    let entries = events.into_iter().map(|event| reading.entry(event, &known));
    Piece::Story(Story::new(entries.collect()))
}

/// The head of the file: as much as the reader may know.
#[must_use]
pub fn strip(app: &App, t: T, look: &CaseLook) -> Person {
    let case = &look.case;
    let state = &case.registration;
    let temporary = state
        .temporary
        .as_ref()
        .map(|given| given.temporary_code.as_str());
    let code = state.code.as_deref().or(temporary);
    let mut person = Person::new(t, code.unwrap_or(&t.say("no-code-yet")));
    if let Some(name) = state.shown_name() {
        person = person.name(name);
    }
    if let Some(risk) = case.risk() {
        person = person.badge(Badge::risk(t, risk.code()));
    }
    if let Some(status) = case.status() {
        person = person.badge(Badge::new(t.code("status", status.code())));
    }
    if let Some(age) = age(app, t, look) {
        person = person.about(age);
    }
    if let Some(arrival) = &case.reception.arrival {
        person = person.about(t.code("language", arrival.language.code()));
    }
    if let Some((_, death)) = &case.closure.death {
        let words = t.say_with("strip-died", &[("day", t.day(death.died_on).into())]);
        return person.badge(Badge::new(words));
    }
    if let Some((_, death)) = &case.closure.death {
        // Nobody is invited to call somebody who died (2.7).
        person = person.fact(t.say("strip-died"), t.day(death.died_on));
    } else if let Some((_, contact)) = &state.safe_contact {
        let channels: Vec<String> = contact
            .safe_channel
            .iter()
            .map(|channel| t.code("channel", channel.code()))
            .collect();
        person = person.fact(t.say("strip-contact"), channels.join(&t.say("forms-and")));
        if let Some(word) = &contact.code_word {
            person = person.fact(t.say("field-code_word"), word.clone());
        }
    }
    if let Some(next) = look.due.first() {
        let words = format!(
            "{} – {}",
            t.code("due", next.what.code()),
            moment(t, &app.zone, next.at)
        );
        person = person.fact(t.say("strip-next"), words);
    }
    match &case
        .reception
        .alerts
        .iter()
        .find(|state| state.answered.is_none())
    {
        Some(state) => person.alert(t.code("alert_kind", state.alert.kind.code())),
        None => person,
    }
}

/// The age in words; the band that the door saw is no age.
fn age(app: &App, t: T, look: &CaseLook) -> Option<String> {
    let (case, state) = (&look.case, &look.case.registration);
    let today = app.now().date();
    let band = case.reception.age_band;
    if let (None, Some(band)) = (state.age_on(today), band) {
        let words = t.code("age_band", band.code());
        return Some(t.say_with("about-age-band", &[("band", words.into())]));
    }
    let key = if case.age_disputed() {
        "about-age-disputed"
    } else {
        "about-age"
    };
    let years = i64::from(case.age_on(today)?);
    Some(t.say_with(key, &[("years", years.into())]))
}

/// The six steps with their states, and what the one that is looked at misses.
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
    let of = |(step, key, missing): (WorkStep, &'static str, &[Missing])| {
        let state = look.case.step(step).state();
        let shown = if here == Some(key) && state != WorkState::Done {
            missing
        } else {
            &[]
        };
        Step {
            key,
            href: Some(format!("/cases/{}/{key}", look.file)),
            state: shown_state(state),
            missing: points(app, t, look, shown),
            here: here == Some(key),
        }
    };
    Steps::new(t, all.into_iter().map(of).collect())
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
    if action.of.is_some() || action.each.is_some() {
        return standing(action, look, asked);
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

//! For the hours without power: today's list with codes only, and every form empty. What is printed
//! lies on desks, so it names nobody and nothing that tells what somebody is here for.

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::Paper;
use casework::Id;
use jiff::{Timestamp, Zoned, tz::TimeZone};

use super::{
    day::is_end_of_day,
    sheet::{Piece, Sheet, Way},
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, off, say_no},
    form::Blank,
    not_here,
    parts::{Cell, Empty, Table},
    rooms::{self, Action},
};

/// Today's list.
pub async fn today(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| todays(app, &inside)))
    })
    .await
}

fn todays(app: &App, inside: &Inside) -> Result<Response, Response> {
    let (t, now) = (inside.shell.t(), app.now());
    let until = now.tomorrow().and_then(|day| day.start_of_day());
    let until = until.map_or(now.timestamp(), |day| day.timestamp());
    let paper = app.book.on_paper(&inside.actor, until);
    let paper = paper.map_err(|no| say_no(inside.shell.lang, &no))?;
    let lines = lines(app, &paper, &now);
    let coded = lines.iter().filter(|line| line.code.is_some()).count();
    let mut pieces = vec![if coded == 0 {
        Piece::Empty(Empty::new(t.say("paper-today-none")))
    } else {
        Piece::Table(table(t, &lines))
    }];
    let uncoded = lines.iter().filter(|line| line.code.is_none());
    let uncoded: BTreeSet<Id> = uncoded.map(|line| line.file).collect();
    if !uncoded.is_empty() {
        let count = ("n", i64::try_from(uncoded.len()).unwrap_or(i64::MAX).into());
        pieces.push(Piece::Text(t.say_with("paper-without-code", &[count])));
    }
    let day = ("day", t.day(now.date()).into());
    let appointments = paper.appointments.len();
    let count = ("n", i64::try_from(appointments).unwrap_or(i64::MAX).into());
    let lead = t.say_with("paper-today-of", &[day, count]);
    let page = Page::new(&inside.shell, "paper-today").lead(lead);
    Ok(page.show(Sheet { pieces }))
}

/// One line of the sheet.
struct Line {
    file: Id,
    code: Option<String>,
    at: At,
    appointment: bool,
    contact: bool,
}

/// Where a line stands: at its hour, at any hour of the day, or late since before.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    Hour(Zoned),
    AnyTime,
    Late,
}

/// A line for each person and hour, whatever the reasons are: the day by the hour, then what has
/// none, then what is late.
fn lines(app: &App, paper: &Paper, now: &Zoned) -> Vec<Line> {
    let zoned = |at: Timestamp| at.to_zoned(app.zone.clone());
    let mut lines: Vec<Line> = Vec::new();
    for (planned, code) in &paper.appointments {
        lines.push(Line {
            file: planned.file,
            code: code.clone(),
            at: At::Hour(zoned(planned.planned_for)),
            appointment: true,
            contact: false,
        });
    }
    for row in &paper.due {
        let day_alone = is_end_of_day(row.at);
        let day = match day_alone {
            true => row.at.to_zoned(TimeZone::UTC).date(),
            false => zoned(row.at).date(),
        };
        let at = match (day == now.date(), day_alone) {
            (true, true) => At::AnyTime,
            (true, false) => At::Hour(zoned(row.at)),
            (false, _) if day < now.date() => At::Late,
            (false, _) => continue,
        };
        let contact = row.what == "contact" || row.what == "contact_try";
        let appointment = row.what == "appointment";
        let mut same = lines.iter_mut();
        match same.find(|line| line.file == row.file && line.at == at) {
            Some(line) => {
                line.contact |= contact;
                line.appointment |= appointment;
            }
            None => lines.push(Line {
                file: row.file,
                code: row.code.clone(),
                at,
                appointment,
                contact,
            }),
        }
    }
    lines.sort_by(|one, other| (&one.at, &one.code).cmp(&(&other.at, &other.code)));
    lines
}

/// The sheet: codes, hours, and no more of the reason than that somebody comes or is called.
fn table(t: T, lines: &[Line]) -> Table {
    let heads = ["paper-hour", "paper-code", "paper-what", "paper-notes"];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let table = Table::new(t.say("paper-today"), heads).under_its_title();
    lines.iter().fold(table, |table, line| {
        let Some(code) = line.code.clone() else {
            return table;
        };
        let hour = match &line.at {
            At::Hour(at) => t.time(at),
            At::AnyTime => t.say("day-any-time"),
            At::Late => t.say("paper-late"),
        };
        let what = [
            (line.appointment, "paper-appointment"),
            (line.contact, "paper-contact"),
        ];
        let what = what.iter().filter(|(is, _)| *is).map(|(_, key)| t.say(key));
        let what = what.collect::<Vec<_>>().join(&t.say("forms-and"));
        table.row(vec![
            Cell::Text(hour),
            Cell::Code(code),
            Cell::Text(what),
            Cell::Text(String::new()),
        ])
    })
}

/// Every form of the rooms.
pub async fn forms(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).map(|inside| list_of_forms(&inside)))
    })
    .await
}

fn list_of_forms(inside: &Inside) -> Response {
    let t = inside.shell.t();
    let ways = rooms::actions().iter().enumerate();
    let ways = ways.map(|(n, action)| Way {
        href: format!("/forms/{}/{}", action.room, action.kind),
        words: t.say(&action.title_key()),
        hint: neutral(t, n, action),
    });
    Page::new(&inside.shell, "paper-forms")
        .lead(t.say("paper-forms-lead"))
        .show(Sheet {
            pieces: vec![Piece::Ways(ways.collect())],
        })
}

/// What stands above an empty form: its number and its place. A sheet that lies on a desk does not
/// say that somebody is asked about trafficking (DP21); the list on the screen says which is which.
fn neutral(t: T, n: usize, action: &Action) -> String {
    let number = ("n", (n + 1).to_string().into());
    match rooms::place_of(action.room) {
        "" => t.say_with("paper-form", &[number]),
        place => {
            let place = ("place", t.say(&format!("place-{place}")).into());
            t.say_with("paper-form-of", &[number, place])
        }
    }
}

/// One of them, empty.
pub async fn form(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((room, kind)): Path<(String, String)>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let asked =
                |(_, action): &(usize, &Action)| (action.room, action.kind) == (&room, &kind);
            let mut known = rooms::actions().iter().enumerate();
            let (n, action) = known
                .find(asked)
                .ok_or_else(|| not_here(inside.shell.lang))?;
            let t = inside.shell.t();
            Ok(Page::new(&inside.shell, "paper-forms")
                .titled(neutral(t, n, action))
                .back("/forms", t.say("paper-forms"))
                .show(Blank::of(&action.form, t)))
        }))
    })
    .await
}

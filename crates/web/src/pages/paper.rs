//! For the hours without power: today's list with codes only, and every form empty. What is printed
//! lies on desks, so it names nobody and nothing that tells what somebody is here for.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use jiff::Zoned;
use views::DueRow;

use super::sheet::{Piece, Sheet, Way};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, off, say_no},
    form::Blank,
    not_here,
    parts::{Cell, Empty, Table},
    rooms,
};

/// Today's list.
pub async fn today(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| todays(app, &inside)))
    })
    .await
}

fn todays(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let rows = app.book.due(&inside.actor, 1);
    let mut rows = rows.map_err(|no| say_no(inside.shell.lang, &no))?;
    let now = app.now();
    let day = |row: &DueRow| row.at.to_zoned(app.zone.clone());
    rows.retain(|row| row.code.is_some() && day(row).date() <= now.date());
    let piece = if rows.is_empty() {
        Piece::Empty(Empty::new(t.say("paper-today-none")))
    } else {
        Piece::Table(list(app, t, &rows, &now))
    };
    let lead = t.say_with("paper-today-lead", &[("day", t.day(now.date()).into())]);
    let page = Page::new(&inside.shell, "paper-today").lead(lead);
    Ok(page.show(Sheet {
        pieces: vec![piece],
    }))
}

/// A row for each code and hour, whatever the reasons are.
fn list(app: &App, t: T, rows: &[DueRow], now: &Zoned) -> Table {
    let heads = ["paper-hour", "paper-code", "paper-contact", "paper-notes"];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let table = Table::new(t.say("paper-today"), heads).under_its_title();
    let mut lines: Vec<(String, &str, bool)> = Vec::new();
    for row in rows {
        let at = row.at.to_zoned(app.zone.clone());
        let hour = if at.date() < now.date() {
            t.say("paper-late")
        } else {
            t.time(&at)
        };
        let code = row.code.as_deref().unwrap_or_default();
        let contact = row.what == "contact" || row.what == "contact_try";
        match lines
            .iter_mut()
            .find(|line| (&line.0, line.1) == (&hour, code))
        {
            Some(line) => line.2 |= contact,
            None => lines.push((hour, code, contact)),
        }
    }
    lines
        .into_iter()
        .fold(table, |table, (hour, code, contact)| {
            let contact = if contact {
                t.say("answer-yes")
            } else {
                String::new()
            };
            let cells = [hour, code.to_owned(), contact, String::new()];
            table.row(cells.map(Cell::Text).into())
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
    let ways = rooms::actions().iter().map(|action| Way {
        href: format!("/forms/{}/{}", action.room, action.kind),
        words: t.say(&action.title_key()),
        hint: String::new(),
    });
    Page::new(&inside.shell, "paper-forms")
        .lead(t.say("paper-forms-lead"))
        .show(Sheet {
            pieces: vec![Piece::Ways(ways.collect())],
        })
}

/// One of them, empty.
pub async fn form(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((room, kind)): Path<(String, String)>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let lang = inside.shell.lang;
            let action = rooms::action(&room, &kind).ok_or_else(|| not_here(lang))?;
            let t = inside.shell.t();
            Ok(Page::new(&inside.shell, &action.title_key())
                .back("/forms", t.say("paper-forms"))
                .show(Blank::of(&action.form, t)))
        }))
    })
    .await
}

//! Keeping the figure of a year that is over, and what was recorded since.

use std::sync::Arc;

use access::figures::YearFigure;
use axum::{extract::State, response::Response};
use casebook::Year;
use casework::supported::{Began, Ended};
use forms::Choices;
use serde_json::Value;

use super::asked;
use crate::{
    App, Posted, T,
    app::{Inside, Visit, answer, enter, off, say_no},
    not_here,
    pages::{
        own_form::OwnForm,
        reading::moment,
        sheet::{Piece, Way},
    },
    parts::{Cell, Notice, Table, Tone},
    rooms::own_file,
};

/// Below the figure: who kept it and when, or that nobody did yet; and the way to do it.
pub fn how_it_stands(app: &App, inside: &Inside, year: &Year) -> Vec<Piece<'static>> {
    let t = inside.shell.t();
    let mut pieces = Vec::new();
    if let Some(kept) = year.kept.last() {
        let known = app.book.organisation();
        let by = known.name(kept.by).unwrap_or_default();
        let at = moment(t, &app.zone, kept.at);
        let words = [("moment", at.into()), ("by", by.into())];
        pieces.push(Piece::Text(t.say_with("year-kept", &words)));
    } else if year.over {
        let notice =
            Notice::new(Tone::Info, t.say("year-not-kept")).text(t.say("year-not-kept-text"));
        pieces.push(Piece::Notice(notice));
    }
    let may = app.book.may_here(&inside.actor, "report.keep");
    if may && year.over && (year.kept.is_empty() || year.differs()) {
        let first = year.kept.is_empty();
        pieces.push(Piece::Buttons(vec![Way {
            href: format!("/year/keep?year={}", year.counted.year),
            words: t.say(if first {
                "do-year-keep"
            } else {
                "year-keep-again"
            }),
            hint: String::new(),
        }]));
    }
    pieces
}

/// What differs now from what was kept, line by line; and what was kept before.
pub fn corrections(app: &App, t: T, year: &Year) -> Vec<Piece<'static>> {
    let mut pieces = Vec::new();
    if year.differs() {
        pieces.push(Piece::Table(differences(t, year.reported(), &year.counted)));
    }
    if year.kept.len() > 1 {
        pieces.push(Piece::Table(earlier(app, t, year)));
    }
    pieces
}

fn differences(t: T, kept: &YearFigure, now: &YearFigure) -> Table {
    let heads = ["year-head", "year-head-kept", "year-head-now"];
    let table = Table::new(
        t.say("year-corrections"),
        heads.map(|head| t.say(head)).into(),
    );
    let line = |table: Table, words: String, kept: usize, now: usize| {
        if kept == now {
            return table;
        }
        table.row(vec![
            Cell::Text(words),
            Cell::Number(kept.to_string()),
            Cell::Number(now.to_string()),
        ])
    };
    let table = Began::CODES.iter().fold(table, |table, how| {
        let words = t.code(Began::LIST, how);
        line(table, words, kept.began_so(how), now.began_so(how))
    });
    let table = Ended::CODES.iter().fold(table, |table, how| {
        let words = t.code(Ended::LIST, how);
        line(table, words, kept.ended_so(how), now.ended_so(how))
    });
    let table = line(table, t.say("year-head-tally"), kept.tally, now.tally);
    line(table, t.say("year-sum-began"), kept.total(), now.total())
}

fn earlier(app: &App, t: T, year: &Year) -> Table {
    let heads = [
        "year-head-kept-at",
        "year-head-by",
        "year-head-people",
        "year-head-reason",
    ];
    let table = Table::new(
        t.say("year-kept-before"),
        heads.map(|head| t.say(head)).into(),
    );
    let known = app.book.organisation();
    year.kept.iter().fold(table, |table, kept| {
        let by = known.name(kept.by).unwrap_or_default();
        table.row(vec![
            Cell::Text(moment(t, &app.zone, kept.at)),
            Cell::Text(by.to_owned()),
            Cell::Number(kept.figure.total().to_string()),
            Cell::Text(kept.figure.reason.clone().unwrap_or_default()),
        ])
    })
}

fn form(app: &App, inside: &Inside) -> Result<OwnForm, Response> {
    if !app.book.may_here(&inside.actor, "report.keep") {
        return Err(not_here(inside.shell.lang));
    }
    let action = own_file("year", "keep").ok_or_else(|| not_here(inside.shell.lang))?;
    Ok(OwnForm {
        action,
        choices: Choices::none(),
        cancel: format!("/year?year={}", asked(app, inside)),
    })
}

/// The form: it says what is kept, and asks why where a figure stands already.
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let form = form(app, &inside)?;
            let year = app.book.year(&inside.actor, asked(app, &inside));
            year.map_err(|no| say_no(inside.shell.lang, &no))?;
            form.shown(app, &inside, &[])
        }))
    })
    .await
}

/// Keeps the figure.
pub async fn keep(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let form = form(app, &inside)?;
            let next = form.cancel.clone();
            form.answered(app, &inside, &posted, |posted| {
                let reason = posted.answers.get("reason").and_then(Value::as_str);
                let reason = reason.map(str::to_owned);
                let year = asked(app, &inside);
                app.book
                    .keep_year(&inside.actor, posted.command, year, reason)?;
                Ok(next)
            })
        }))
    })
    .await
}

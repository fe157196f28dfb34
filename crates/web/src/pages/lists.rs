//! Lists: home, caseload, closed cases, search, tallies.

use std::{collections::HashMap, sync::Arc};

use axum::{extract::State, response::Response};
use casework::Id;
use jiff::Zoned;
use views::{CaseRow, DueRow};

use super::{
    day::{due_next, seen},
    reading::moment,
    sheet::{Piece, Sheet, Way},
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, off, say_no, to},
    parts::{Badge, Cell, Empty, Table},
};

/// Where each role's work is.
pub async fn home(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).map(|inside| {
            to(inside
                .shell
                .nav
                .first()
                .map_or("/password", |place| match place.href.as_str() {
                    "/reception" if inside.shell.nav.iter().any(|other| other.href == "/cases") => {
                        "/cases"
                    }
                    other => other,
                }))
        }))
    })
    .await
}

/// The caseload: open cases, what was offered, what is due.
pub async fn cases(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| caseload(app, &inside)))
    })
    .await
}

fn caseload(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let fail = |no| say_no(inside.shell.lang, &no);
    let page = app.book.caseload_page(&inside.actor, 2).map_err(fail)?;
    let (open, offered, due) = (page.open, page.offered, page.due);
    let mut pieces = vec![Piece::Buttons(vec![
        Way {
            href: "/reception/new".into(),
            words: t.say("do-reception-receive_arrival"),
            hint: String::new(),
        },
        Way {
            href: "/search".into(),
            words: t.say("nav-search"),
            hint: String::new(),
        },
    ])];
    if !offered.is_empty() {
        pieces.push(Piece::Table(offers(app, t, &offered)));
    }
    let left = left_behind(app, &open);
    if !left.is_empty() {
        let caption = t.say("cases-worker-gone");
        pieces.push(Piece::Table(case_table(
            app,
            t,
            caption,
            &left,
            Some("/cases"),
        )));
    }
    if !due.is_empty() {
        pieces.push(Piece::Table(due_table(app, t, &due)));
    }
    pieces.push(if open.is_empty() {
        Piece::Empty(Empty::new(t.say("cases-empty")))
    } else {
        Piece::Table(open_cases(app, t, &open, &page.next))
    });
    pieces.push(Piece::Ways(vec![Way {
        href: "/cases/closed".into(),
        words: t.say("cases-closed"),
        hint: String::new(),
    }]));
    Ok(Page::new(&inside.shell, "cases-title").show(Sheet { pieces }))
}

/// Open cases whose worker's account was closed: somebody has to take them over.
fn left_behind(app: &App, open: &[CaseRow]) -> Vec<CaseRow> {
    let known = app.book.organisation();
    let gone = |row: &&CaseRow| row.worker.is_some_and(|worker| known.is_closed(worker));
    open.iter().filter(gone).cloned().collect()
}

fn offers(app: &App, t: T, rows: &[CaseRow]) -> Table {
    let heads = vec![
        t.say("head-code"),
        t.say("head-risk"),
        t.say("head-arrived"),
    ];
    rows.iter()
        .fold(Table::new(t.say("offered-title"), heads), |table, row| {
            table.row(vec![
                Cell::Link(
                    format!("/cases/{}/transfer/accept", row.file),
                    shown_code(t, row),
                ),
                risk(t, row),
                Cell::Text(moment(t, &app.zone, row.arrived)),
            ])
        })
}

fn due_table(app: &App, t: T, rows: &[DueRow]) -> Table {
    let now = app.book.now();
    let heads = vec![
        t.say("head-what"),
        t.say("head-code"),
        t.say("head-until"),
        t.say("head-state"),
    ];
    rows.iter()
        .fold(Table::new(t.say("due-title"), heads), |table, row| {
            let code = row.code.clone().unwrap_or_else(|| t.say("no-code-yet"));
            let state = if row.at < now {
                Badge::overdue(t.say("state-overdue"))
            } else {
                Badge::new(t.say("state-open"))
            };
            table.row(vec![
                Cell::Text(t.code("due", &row.what)),
                Cell::Link(format!("/cases/{}", row.file), code),
                Cell::Text(moment(t, &app.zone, row.at)),
                Cell::Badge(state),
            ])
        })
}

/// Cases as a table: code, risk, step, last seen; the name only on a purposeful open. `under` is
/// the address that a code leads to, with the file after it.
#[must_use]
pub fn case_table(
    app: &App,
    t: T,
    caption: String,
    rows: &[CaseRow],
    under: Option<&str>,
) -> Table {
    let heads = vec![
        t.say("head-code"),
        t.say("head-risk"),
        t.say("head-status"),
        t.say("head-step"),
        t.say("head-worker"),
        t.say("head-arrived"),
    ];
    rows.iter().fold(Table::new(caption, heads), |table, row| {
        let code = shown_code(t, row);
        let first = match under {
            Some(under) => Cell::Link(format!("{under}/{}", row.file), code),
            None => Cell::Text(code),
        };
        table.row(vec![
            first,
            risk(t, row),
            Cell::Text(t.code("status", &row.status)),
            Cell::Text(step(t, row)),
            Cell::Text(worker(app, t, row)),
            Cell::Text(moment(t, &app.zone, row.arrived)),
        ])
    })
}

/// Open cases: besides, when the person was seen last, and what is due next or that nothing is.
fn open_cases(app: &App, t: T, rows: &[CaseRow], next: &HashMap<Id, DueRow>) -> Table {
    let heads = [
        "head-code",
        "head-risk",
        "head-status",
        "head-step",
        "head-worker",
        "day-seen",
        "day-next",
    ];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let now = app.now();
    let table = Table::new(t.say("cases-open"), heads);
    rows.iter().fold(table, |table, row| {
        table.row(vec![
            Cell::Link(format!("/cases/{}", row.file), shown_code(t, row)),
            risk(t, row),
            Cell::Text(t.code("status", &row.status)),
            Cell::Text(step(t, row)),
            Cell::Text(worker(app, t, row)),
            Cell::Text(seen(t, &now, row.last_contact)),
            next_due(t, &now, next.get(&row.file)),
        ])
    })
}

fn next_due(t: T, now: &Zoned, due: Option<&DueRow>) -> Cell {
    let Some(due) = due else {
        return Cell::Badge(Badge::new(t.say("day-no-next")));
    };
    let (what, when) = due_next(t, now, due);
    if due.at < now.timestamp() {
        let late = [what, t.say("state-overdue")].join(&t.say("forms-and"));
        return Cell::Badge(Badge::overdue(late));
    }
    Cell::Text([what, when].join(&t.say("forms-and")))
}

/// Who carries it, and whether their account is closed.
pub(super) fn worker(app: &App, t: T, row: &CaseRow) -> String {
    let known = app.book.organisation();
    let worker = row.worker.and_then(|id| Some((id, known.name(id)?)));
    worker.map_or_else(
        || t.say("duty-worker"),
        |(id, name)| match known.is_closed(id) {
            true => format!("{name} ({})", t.say("account-closed")),
            false => name.to_owned(),
        },
    )
}

fn shown_code(t: T, row: &CaseRow) -> String {
    code(t, row.code.as_ref())
}

/// A person's code, or that there is none yet.
pub(super) fn code(t: T, known: Option<&String>) -> String {
    known.cloned().unwrap_or_else(|| t.say("no-code-yet"))
}

pub(super) fn risk(t: T, row: &CaseRow) -> Cell {
    row.risk.as_deref().map_or_else(
        || Cell::Text(t.say("risk-not-decided")),
        |level| Cell::Badge(Badge::risk(t, level)),
    )
}

/// The furthest step that was begun, in words.
pub(super) fn step(t: T, row: &CaseRow) -> String {
    const KEYS: [&str; 6] = [
        "registration",
        "assessment",
        "planning",
        "implementation",
        "review",
        "closure",
    ];
    let begun = KEYS
        .iter()
        .zip(&row.steps)
        .rfind(|(_, state)| *state != "not_started");
    begun.map_or_else(
        || t.say("step-none"),
        |(key, state)| {
            format!(
                "{}: {}",
                t.say(&format!("step-{key}")),
                t.say(&format!("step-state-{state}"))
            )
        },
    )
}

/// Closed cases.
pub async fn closed(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let t = inside.shell.t();
            let rows = app
                .book
                .closed_cases(&inside.actor)
                .map_err(|no| say_no(inside.shell.lang, &no))?;
            let piece = if rows.is_empty() {
                Piece::Empty(Empty::new(t.say("cases-empty")))
            } else {
                Piece::Table(case_table(
                    app,
                    t,
                    t.say("cases-closed"),
                    &rows,
                    Some("/cases"),
                ))
            };
            Ok(Page::new(&inside.shell, "cases-closed")
                .back("/cases", t.say("cases-title"))
                .show(Sheet {
                    pieces: vec![piece],
                }))
        }))
    })
    .await
}

/// Search by name or code, within what the reader may open. Nothing typed is stored.
pub async fn search(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| found(app, &inside)))
    })
    .await
}

fn found(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let typed: String = inside
        .asked("q")
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control())
        .take(200)
        .collect();
    let mut pieces = vec![Piece::Search {
        label: t.say("search-label"),
        button: t.say("search-go"),
        typed: typed.clone(),
    }];
    if typed.trim().is_empty() {
        if !app.book.may_anywhere(&inside.actor, "case.search") {
            return Err(crate::not_here(inside.shell.lang));
        }
        return Ok(Page::new(&inside.shell, "search-title").show(Sheet { pieces }));
    }
    let rows = app
        .book
        .search(&inside.actor, &typed)
        .map_err(|no| say_no(inside.shell.lang, &no))?;
    if rows.is_empty() {
        pieces.push(Piece::Empty(
            Empty::new(t.say("search-empty"))
                .link("/reception/new", t.say("do-reception-receive_arrival")),
        ));
    } else {
        let heads = vec![t.say("head-name"), t.say("head-code"), t.say("head-status")];
        let table = rows
            .iter()
            .fold(Table::new(t.say("search-found"), heads), |table, row| {
                table.row(vec![
                    Cell::Link(format!("/cases/{}", row.file), row.shown.clone()),
                    Cell::Text(row.code.clone().unwrap_or_else(|| t.say("no-code-yet"))),
                    Cell::Text(t.code("status", &row.status)),
                ])
            });
        pieces.push(Piece::Table(table));
    }
    Ok(Page::new(&inside.shell, "search-title").show(Sheet { pieces }))
}

/// Anonymous tallies of those who did not want to be recorded.
pub async fn tallies(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let t = inside.shell.t();
            let rows = app
                .book
                .tallies(&inside.actor)
                .map_err(|no| say_no(inside.shell.lang, &no))?;
            if rows.is_empty() {
                let pieces = vec![Piece::Empty(Empty::new(t.say("tallies-empty")))];
                return Ok(Page::new(&inside.shell, "tallies-title").show(Sheet { pieces }));
            }
            let heads = vec![
                t.say("head-day"),
                t.say("field-sex"),
                t.say("field-age_band"),
                t.say("head-services"),
            ];
            let table = rows.iter().fold(
                Table::new(t.say("tallies-title"), heads).under_its_title(),
                |table, entry| {
                    let tally = &entry.tally;
                    let services: Vec<String> = tally
                        .services
                        .iter()
                        .map(|s| t.code("service_type", s.code()))
                        .collect();
                    table.row(vec![
                        Cell::Text(t.day(tally.day)),
                        Cell::Text(tally.sex.map_or_else(
                            || t.say("answer-unknown"),
                            |sex| t.code("sex", sex.code()),
                        )),
                        Cell::Text(tally.age_band.map_or_else(
                            || t.say("answer-unknown"),
                            |band| t.code("age_band", band.code()),
                        )),
                        Cell::Text(services.join(&t.say("forms-and"))),
                    ])
                },
            );
            Ok(Page::new(&inside.shell, "tallies-title")
                .lead(t.say("tallies-lead"))
                .show(Sheet {
                    pieces: vec![Piece::Table(table)],
                }))
        }))
    })
    .await
}

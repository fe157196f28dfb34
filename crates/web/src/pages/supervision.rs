//! The supervisor's round: the figures first, each with its list; alerts that nobody is on; what
//! each worker carries.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::Board;
use jiff::civil::Date;
use views::{Watch, WatchRow, WorkerRow};

use super::{
    alerts,
    lists::code,
    reading::moment,
    sheet::{Piece, Sheet, Way},
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, off, say_no},
    not_here,
    parts::{Badge, Cell, Empty, Figure, Figures, Notice, Table, Tone},
};

/// The page.
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| round(app, &inside)))
    })
    .await
}

fn round(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let board = app.book.board(&inside.actor);
    let board = board.map_err(|no| say_no(inside.shell.lang, &no))?;
    let mut pieces: Vec<Piece<'_>> = empty_duty(app, inside).into_iter().collect();
    pieces.push(Piece::Figures(figures(t, &board)));
    if !board.alerts.is_empty() {
        let caption = t.say("supervision-alerts");
        pieces.push(Piece::Table(alerts::table(
            app,
            inside,
            caption,
            &board.alerts,
        )?));
    }
    pieces.push(if board.workers.is_empty() {
        Piece::Empty(Empty::new(t.say("supervision-no-workers")))
    } else {
        Piece::Table(workers(app, t, &board.workers))
    });
    pieces.push(Piece::Ways(ways(t)));
    Ok(Page::new(&inside.shell, "supervision-title")
        .lead(t.say("supervision-lead"))
        .show(Sheet { pieces }))
}

/// That nobody stands on the centre's duty list: then no telephone rings for an alert.
pub(super) fn empty_duty<'p>(app: &App, inside: &Inside) -> Option<Piece<'p>> {
    let t = inside.shell.t();
    let known = app.book.organisation();
    let mut centres = known.centres();
    let mine = centres.find(|centre| centre.id == inside.actor.by.centre)?;
    if !mine.duty.is_empty() || !app.book.may_anywhere(&inside.actor, "duty.change") {
        return None;
    }
    let notice = Notice::new(Tone::Danger, t.say("duty-nobody"));
    let notice = notice.text(t.say("duty-nobody-text"));
    Some(Piece::Notice(
        notice.link("/duty/new", t.say("do-duty-set")),
    ))
}

fn figures(t: T, board: &Board) -> Figures {
    let unseen = board.alerts.iter();
    let unseen = unseen.filter(|alert| alert.row.taken_by.is_none()).count();
    let first = Figure::new("/alerts", unseen, t.say("watch-alerts")).grave();
    let waiting = board.approvals.map(|count| {
        let words = t.say("watch-approvals");
        Figure::new("/approvals", count, words)
    });
    let watched = board.watched.iter().map(|(watch, count)| {
        let href = format!("/supervision/{}", watch.code());
        let words = t.say(&format!("watch-{}", watch.code()));
        let figure = Figure::new(&href, *count, words);
        match watch {
            Watch::Contact => figure.grave(),
            _ => figure,
        }
    });
    let mut all: Vec<Figure> = watched.collect();
    let contact = all.remove(0);
    Figures::new([contact, first].into_iter().chain(waiting).chain(all))
}

fn ways(t: T) -> Vec<Way> {
    [
        ("/pairs", "pairs-title"),
        ("/duty", "duty-title"),
        ("/context", "context-title"),
        ("/year", "year-nav"),
        ("/meetings", "meetings-title"),
        ("/cases/closed", "cases-closed"),
    ]
    .into_iter()
    .map(|(href, key)| Way {
        href: href.into(),
        words: t.say(key),
        hint: String::new(),
    })
    .collect()
}

/// Each worker in words: what they carry, what is late, whether somebody stands in.
fn workers(app: &App, t: T, rows: &[WorkerRow]) -> Table {
    let heads = [
        "head-worker",
        "head-cases",
        "head-overdue",
        "head-leave",
        "head-uncovered",
    ];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let known = app.book.organisation();
    let today = app.now().date();
    let mut rows: Vec<_> = rows
        .iter()
        .map(|row| (known.name(row.worker).unwrap_or_default(), row))
        .collect();
    rows.sort_by_key(|(name, _)| *name);
    let caption = t.say("supervision-workers");
    rows.into_iter()
        .fold(Table::new(caption, heads), |table, (name, row)| {
            let account = known.account(row.worker);
            let leave = account.and_then(|account| account.leave.as_ref());
            let away = leave.is_some_and(|leave| leave.holds_on(today));
            let gone = account.is_none_or(|account| account.closed);
            let leave = match leave {
                _ if gone => Cell::Badge(Badge::overdue(t.say("account-closed"))),
                Some(leave) if away => Cell::Badge(Badge::new(until(t, leave.until))),
                Some(leave) if leave.from > today => Cell::Text(from(t, leave.from)),
                _ => Cell::Text(String::new()),
            };
            let uncovered = (away || gone) && row.without_backup > 0;
            let uncovered = match uncovered {
                true => Cell::Badge(Badge::overdue(row.without_backup.to_string())),
                false => Cell::Text(String::new()),
            };
            table.row(vec![
                Cell::Link(
                    format!("/supervision/workers/{}", row.worker),
                    name.to_owned(),
                ),
                load(app, t, row.cases),
                late(row.overdue),
                leave,
                uncovered,
            ])
        })
}

/// "Until 3 December 2026".
pub(super) fn until(t: T, day: Date) -> String {
    t.say_with("leave-until", &[("day", t.day(day).into())])
}

/// "From 3 December 2026".
pub(super) fn from(t: T, day: Date) -> String {
    t.say_with("leave-from", &[("day", t.day(day).into())])
}

/// How many cases, and that they are more than one person can carry (indicator 6).
fn load(app: &App, t: T, cases: usize) -> Cell {
    let cap = app.book.sop().caseload_cap;
    if cases > cap as usize {
        let words = [("count", cases.into()), ("cap", cap.into())];
        return Cell::Badge(Badge::overdue(t.say_with("worker-above-cap", &words)));
    }
    Cell::Number(cases.to_string())
}

fn late(count: usize) -> Cell {
    match count {
        0 => Cell::Number("0".into()),
        some => Cell::Badge(Badge::overdue(some.to_string())),
    }
}

/// The list behind a figure.
pub async fn list(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(watch): Path<String>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| watched(app, &inside, &watch)))
    })
    .await
}

fn watched(app: &App, inside: &Inside, watch: &str) -> Result<Response, Response> {
    let t = inside.shell.t();
    let watch = Watch::of_code(watch).ok_or_else(|| not_here(inside.shell.lang))?;
    let rows = app.book.watched(&inside.actor, watch);
    let rows = rows.map_err(|no| say_no(inside.shell.lang, &no))?;
    let key = format!("watch-{}", watch.code());
    let piece = if rows.is_empty() {
        Piece::Empty(Empty::new(t.say(&format!("{key}-empty"))))
    } else {
        Piece::Table(match watch {
            Watch::Decisions => decisions(app, t, &rows).under_its_title(),
            _ => watch_table(app, t, watch, &rows),
        })
    };
    Ok(Page::new(&inside.shell, &key)
        .lead(t.say(&format!("{key}-lead")))
        .back("/supervision", t.say("supervision-title"))
        .show(Sheet {
            pieces: vec![piece],
        }))
}

fn watch_table(app: &App, t: T, watch: Watch, rows: &[WatchRow]) -> Table {
    let third = match watch {
        Watch::Floors => "head-floor",
        _ => "head-worker",
    };
    let fourth = match watch {
        Watch::Contact | Watch::Referrals => "head-until",
        Watch::Arrivals => "head-arrived",
        _ => "head-since",
    };
    let heads = ["head-code", "head-risk", third, fourth];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let known = app.book.organisation();
    let caption = t.say(&format!("watch-{}", watch.code()));
    let table = Table::new(caption, heads).under_its_title();
    rows.iter().fold(table, |table, row| {
        let third = match (watch, &row.detail) {
            (Watch::Floors, Some(level)) => {
                let by = row.by.and_then(|by| known.name(by)).unwrap_or_default();
                let level = t.code("risk_level", level);
                let words = [("level", level.into()), ("name", by.into())];
                t.say_with("floor-lowered-by", &words)
            }
            _ => match row.worker.and_then(|worker| known.name(worker)) {
                Some(name) => name.to_owned(),
                None => t.say("duty-worker"),
            },
        };
        table.row(vec![
            Cell::Link(way_to(watch, row), code(t, row.code.as_ref())),
            risk(t, row),
            Cell::Text(third),
            Cell::Text(moment(t, &app.zone, row.at)),
        ])
    })
}

/// Where the work on a row stands.
fn way_to(watch: Watch, row: &WatchRow) -> String {
    let file = row.file;
    match watch {
        Watch::Contact => format!("/cases/{file}/review"),
        Watch::Arrivals => format!("/cases/{file}/registration/assign_worker"),
        Watch::Referrals => format!("/cases/{file}/implementation"),
        Watch::Floors | Watch::Doubts => format!("/cases/{file}/registration"),
        Watch::Decisions => match row.what.as_str() {
            "cost" => format!("/cases/{file}/planning"),
            _ => format!("/cases/{file}/consent"),
        },
    }
}

fn risk(t: T, row: &WatchRow) -> Cell {
    row.risk.as_deref().map_or_else(
        || Cell::Text(t.say("risk-not-decided")),
        |level| Cell::Badge(Badge::risk(t, level)),
    )
}

/// What waits for a second person, with the way to each.
pub(super) fn decisions(app: &App, t: T, rows: &[WatchRow]) -> Table {
    let heads = ["head-code", "head-what", "head-asked-by", "head-since"];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let known = app.book.organisation();
    let caption = t.say("watch-decisions");
    rows.iter().fold(Table::new(caption, heads), |table, row| {
        let by = row.by.and_then(|by| known.name(by)).unwrap_or_default();
        table.row(vec![
            Cell::Link(way_to(Watch::Decisions, row), code(t, row.code.as_ref())),
            Cell::Text(t.say(&format!("decision-{}", row.what))),
            Cell::Text(by.to_owned()),
            Cell::Text(moment(t, &app.zone, row.at)),
        ])
    })
}

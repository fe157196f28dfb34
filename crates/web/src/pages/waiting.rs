//! What a supervisor goes through: approvals that wait, and meetings that were held.

use std::sync::Arc;

use axum::{extract::State, response::Response};

use super::{
    lists::code,
    reading::moment,
    sheet::{Piece, Sheet},
};
use crate::{
    App, Page,
    app::{Inside, Visit, answer, enter, off, say_no},
    parts::{Cell, Empty, Table},
};

/// What waits for an approval, the oldest first.
pub async fn approvals(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| waiting(app, &inside)))
    })
    .await
}

fn waiting(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let rows = app
        .book
        .approvals(&inside.actor)
        .map_err(|no| say_no(inside.shell.lang, &no))?;
    let heads = ["head-code", "head-what", "head-asked-by", "head-since"];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let known = app.book.organisation();
    let table = rows.iter().fold(
        Table::new(t.say("approvals-title"), heads).under_its_title(),
        |table, row| {
            let place = match row.subject.as_str() {
                "plan" => "planning",
                other => other,
            };
            table.row(vec![
                Cell::Link(
                    format!("/cases/{}/{place}", row.file),
                    code(t, row.code.as_ref()),
                ),
                Cell::Text(t.code("subject", &row.subject)),
                Cell::Text(known.name(row.asked_by).unwrap_or_default().to_owned()),
                Cell::Text(moment(t, &app.zone, row.asked_at)),
            ])
        },
    );
    drop(known);
    Ok(one_table(inside, "approvals", table))
}

/// Meetings held, newest first.
pub async fn meetings(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| held(app, &inside)))
    })
    .await
}

fn held(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let rows = app
        .book
        .meetings(&inside.actor)
        .map_err(|no| say_no(inside.shell.lang, &no))?;
    let heads = ["head-code", "head-what", "head-since"];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let table = rows.iter().fold(
        Table::new(t.say("meetings-title"), heads).under_its_title(),
        |table, row| {
            table.row(vec![
                Cell::Link(
                    format!("/cases/{}/review", row.file),
                    code(t, row.code.as_ref()),
                ),
                Cell::Text(t.code("meeting_type", &row.meeting)),
                Cell::Text(moment(t, &app.zone, row.held_at)),
            ])
        },
    );
    Ok(one_table(inside, "meetings", table))
}

/// A page with one table, or the words for when there is nothing in it.
fn one_table(inside: &Inside, name: &str, table: Table) -> Response {
    let piece = if table.is_empty() {
        let t = inside.shell.t();
        Piece::Empty(Empty::new(t.say(&format!("{name}-empty"))))
    } else {
        Piece::Table(table)
    };
    Page::new(&inside.shell, &format!("{name}-title")).show(Sheet {
        pieces: vec![piece],
    })
}

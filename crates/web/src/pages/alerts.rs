//! Alerts for those who answer them without reading the case: data protection.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use casebook::OpenAlert;

use super::{
    reading::moment,
    sheet::{Piece, Sheet},
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, off, say_no},
    parts::{Cell, Empty, Notice, Table, Tone},
};

/// The open alerts.
pub async fn list(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| page(app, &inside)))
    })
    .await
}

fn page(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let open = app
        .book
        .open_alerts(&inside.actor)
        .map_err(|no| say_no(inside.shell.lang, &no))?;
    let piece = if open.is_empty() {
        Piece::Empty(Empty::new(t.say("alerts-empty")))
    } else {
        Piece::Table(table(app, t, &open))
    };
    let mut page = Page::new(&inside.shell, "alerts-title").lead(t.say("alerts-lead"));
    if inside.asked("done").is_some() {
        page = page.notice(Notice::new(Tone::Success, t.say("done-title")));
    }
    Ok(page.show(Sheet {
        pieces: vec![piece],
    }))
}

fn table(app: &App, t: T, open: &[OpenAlert]) -> Table {
    let heads = vec![
        t.say("head-what"),
        t.say("head-code"),
        t.say("field-reception-log_authority_request-authority"),
        t.say("field-what_was_asked"),
        t.say("head-since"),
    ];
    open.iter()
        .fold(Table::new(t.say("alerts-title"), heads), |table, one| {
            let (authority, asked) = one.asked.clone().unwrap_or_default();
            let answer = format!(
                "/cases/{}/reception/answer_alert?alert={}",
                one.file, one.alert.alert.alert
            );
            table.row(vec![
                Cell::Link(answer, t.code("alert_kind", one.alert.alert.kind.code())),
                Cell::Text(one.code.clone().unwrap_or_else(|| t.say("no-code-yet"))),
                Cell::Text(authority),
                Cell::Text(asked),
                Cell::Text(moment(t, &app.zone, one.alert.raised.happened)),
            ])
        })
}

//! What this account has begun and not sent: after a power cut, the way back to it.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use casebook::Draft;

use super::sheet::{Piece, Sheet};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, off, say_no},
    drafting::asked_at,
    parts::{Cell, Empty, Table},
};

/// The list. It names forms and times, and nobody.
pub async fn list(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| page(app, &inside)))
    })
    .await
}

fn page(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let drafts = app.book.drafts(&inside.actor);
    let drafts = drafts.map_err(|no| say_no(inside.shell.lang, &no))?;
    let piece = if drafts.is_empty() {
        Piece::Empty(Empty::new(t.say("drafts-none")))
    } else {
        Piece::Table(table(app, t, &drafts))
    };
    let hours = app.book.sop().draft_hours.to_string();
    let lead = t.say_with("drafts-lead", &[("hours", hours.into())]);
    let page = Page::new(&inside.shell, "drafts-title").lead(lead);
    Ok(page.show(Sheet {
        pieces: vec![piece],
    }))
}

fn table(app: &App, t: T, drafts: &[Draft]) -> Table {
    let heads = ["drafts-form", "drafts-began", "drafts-saved"];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let table = Table::new(t.say("drafts-title"), heads).under_its_title();
    drafts.iter().fold(table, |table, draft| {
        let title = asked_at(&draft.typed.place).map_or_else(
            || t.say("drafts-other"),
            |action| t.say(&action.title_key()),
        );
        let moment = |at: jiff::Timestamp| Cell::Text(t.moment(&at.to_zoned(app.zone.clone())));
        table.row(vec![
            Cell::Link(draft.typed.place.clone(), title),
            moment(draft.began),
            moment(draft.saved),
        ])
    })
}

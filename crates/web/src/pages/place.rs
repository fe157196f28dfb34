//! A place of the case: one of the six steps, or what stands beside them. What can be done here,
//! what the gate still needs, and what was recorded.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::CaseLook;

use super::{
    agenda, case,
    reading::{Reading, moment},
    registering,
    sheet::{Piece, Sheet},
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, id_of, off, say_no},
    not_here,
    parts::{Empty, Notice, Tone},
    rooms::{self, Place},
};

/// The place.
pub async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((file, place)): Path<(String, String)>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| page(app, &inside, &file, &place)))
    })
    .await
}

fn page(app: &App, inside: &Inside, file: &str, name: &str) -> Result<Response, Response> {
    let t = inside.shell.t();
    let place = rooms::place(name).ok_or_else(|| not_here(inside.shell.lang))?;
    let file = id_of(&inside.shell, file)?;
    let look = app
        .book
        .look(&inside.actor, file, name)
        .map_err(|no| say_no(inside.shell.lang, &no))?;
    let mut pieces = Vec::new();
    let leads = matches!(name, "registration" | "consent");
    let onward = registering::onward(app, t, &look).filter(|_| leads);
    let agenda = match onward {
        // One large button leads on; everything else stands below it.
        Some(_) => agenda::beside(app, inside, &look, place),
        None => agenda::of(app, inside, &look, place),
    };
    pieces.extend(onward.map(Piece::Onward));
    if !agenda.is_empty() {
        pieces.push(Piece::Agenda(t.say("place-do"), agenda));
    }
    pieces.extend(super::overview::of(app, inside, &look, place));
    pieces.push(Piece::Heading(t.say("place-recorded")));
    pieces.extend(records(app, t, &look, place));
    let mut page = Page::new(&inside.shell, &format!("place-{name}"))
        .back(&format!("/cases/{file}"), t.say("case-title"))
        .person(case::strip(app, t, &look))
        .steps(case::steps(app, t, &look, Some(place.name)));
    if inside.asked("done").is_some() {
        page = page.notice(Notice::new(Tone::Success, t.say("done-title")));
    }
    Ok(page.show(Sheet { pieces }))
}

/// What was recorded in these rooms, newest first.
fn records<'a>(app: &App, t: T, look: &CaseLook, place: &Place) -> Vec<Piece<'a>> {
    let reading = Reading { app, t, look };
    let here = look
        .events
        .iter()
        .rev()
        .filter(|event| place.rooms.contains(&event.kind().0));
    let pieces: Vec<Piece<'a>> = here
        .map(|event| {
            let (room, kind) = event.kind();
            let known = app.book.organisation();
            let by = known.name(event.by.account).unwrap_or_default().to_owned();
            drop(known);
            let when = moment(t, &app.zone, event.happened);
            Piece::Record {
                title: t.say(&format!("event-{room}-{kind}")),
                when: t.say_with("record-when", &[("when", when.into()), ("by", by.into())]),
                facts: reading.facts(event),
            }
        })
        .collect();
    if pieces.is_empty() {
        vec![Piece::Empty(Empty::new(t.say("place-nothing")))]
    } else {
        pieces
    }
}

//! A place of the case: one of the six steps, or what stands beside them. What can be done here,
//! what the gate still needs, and what was recorded.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::CaseLook;

use super::{
    case,
    reading::{Reading, moment},
    sheet::{Piece, Sheet, Way},
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
    let ways = ways(app, inside, &look, place);
    if !ways.is_empty() {
        pieces.push(Piece::Heading(t.say("place-do")));
        pieces.push(Piece::Ways(ways));
    }
    pieces.extend(super::overview::of(app, inside, &look, place));
    pieces.push(Piece::Heading(t.say("place-recorded")));
    pieces.extend(records(app, t, &look, place));
    let mut page = Page::new(&inside.shell, &format!("place-{name}"))
        .back(&format!("/cases/{file}"), t.say("case-title"))
        .person(case::strip(app, t, &look))
        .steps(case::steps(t, &look, Some(place.name)));
    if inside.asked("done").is_some() {
        page = page.notice(Notice::new(Tone::Success, t.say("done-title")));
    }
    Ok(page.show(Sheet { pieces }))
}

/// What the reader may do here; approvals stand at their step.
fn ways(app: &App, inside: &Inside, look: &CaseLook, place: &Place) -> Vec<Way> {
    let t = inside.shell.t();
    let here = rooms::actions().iter().filter(|action| {
        place.rooms.contains(&action.room)
            && action.of.is_none()
            && rooms::fits(&look.case, app.book.now(), action.room, action.kind)
            && app.book.may(&inside.actor, look, action.room, action.kind)
    });
    let mut ways: Vec<Way> = here
        .map(|action| Way {
            href: format!("/cases/{}/{}/{}", look.file, action.room, action.kind),
            words: t.say(&action.title_key()),
            hint: String::new(),
        })
        .collect();
    if let Some(subject) = subject_of(place.name) {
        for kind in ["submit", "approve", "send_back"] {
            let pending = look
                .case
                .approvals
                .requests
                .iter()
                .any(|r| r.subject.code() == subject && r.answer.is_none());
            let fits = pending != (kind == "submit");
            if fits && app.book.may(&inside.actor, look, "approval", kind) {
                ways.push(Way {
                    href: format!("/cases/{}/approval/{kind}?subject={subject}", look.file),
                    words: t.say(&format!("do-approval-{kind}")),
                    hint: t.code("subject", subject),
                });
            }
        }
    }
    ways
}

fn subject_of(place: &str) -> Option<&'static str> {
    match place {
        "assessment" => Some("assessment"),
        "planning" => Some("plan"),
        "closure" => Some("closure"),
        _ => None,
    }
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

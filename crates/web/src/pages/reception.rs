//! The desk: who is here, and somebody new at the door.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode, response::Response};
use casebook::No;
use casework::Id;
use forms::check;

use super::{
    act::{Unread, command},
    lists::case_table,
    refusal,
    sheet::{Piece, Sheet, Way},
};
use crate::{
    App, FormView, Page, Posted,
    app::{Inside, Visit, answer, enter, fresh_command, off, say_no, to},
    not_here,
    parts::{Empty, Notice, Tone},
    rooms::{self, choices},
};

/// Today's arrivals and other inquiries, by code.
pub async fn desk(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| desk_page(app, &inside)))
    })
    .await
}

fn desk_page(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let rows = app
        .book
        .desk(&inside.actor)
        .map_err(|no| say_no(inside.shell.lang, &no))?;
    let opens = app.book.may_anywhere(&inside.actor, "case.list");
    let mut pieces = vec![Piece::Buttons(vec![Way {
        href: "/reception/new".into(),
        words: t.say("do-reception-receive_arrival"),
        hint: String::new(),
    }])];
    pieces.push(if rows.is_empty() {
        Piece::Empty(Empty::new(t.say("desk-empty")))
    } else {
        Piece::Table(case_table(app, t, t.say("desk-title"), &rows, opens))
    });
    let mut page = Page::new(&inside.shell, "desk-title").lead(t.say("desk-lead"));
    if let Some(done) = inside.asked("done") {
        let key = if done == "forgotten" {
            "done-forgotten"
        } else {
            "done-title"
        };
        page = page.notice(Notice::new(Tone::Success, t.say(key)));
    }
    Ok(page.show(Sheet { pieces }))
}

/// The form for somebody at the door.
pub async fn show_new(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let id = fresh_command(&inside.shell)?;
            arrival(app, &inside, StatusCode::OK, |view| view.command(&id))
        }))
    })
    .await
}

fn arrival(
    app: &App,
    inside: &Inside,
    status: StatusCode,
    fill: impl FnOnce(FormView<'_>) -> FormView<'_>,
) -> Result<Response, Response> {
    let lang = inside.shell.lang;
    if !app
        .book
        .may_anywhere(&inside.actor, "reception.receive_arrival")
    {
        return Err(not_here(lang));
    }
    let t = inside.shell.t();
    let action = rooms::action("reception", "receive_arrival").ok_or_else(|| not_here(lang))?;
    let choices = choices(app, t, &action.form, None, inside.actor.by.centre);
    let view = FormView::new(&action.form, &choices, t).cancel("/reception");
    Ok(Page::new(&inside.shell, &action.title_key())
        .lead(t.say("arrival-lead"))
        .back("/reception", t.say("nav-reception"))
        .status(status)
        .show(Sheet {
            pieces: vec![Piece::Form(Box::new(fill(view)))],
        }))
}

/// Somebody arrives.
pub async fn receive(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| received(app, &inside, &posted)))
    })
    .await
}

fn received(app: &App, inside: &Inside, posted: &Posted) -> Result<Response, Response> {
    let (lang, t) = (inside.shell.lang, inside.shell.t());
    let (room, kind) = ("reception", "receive_arrival");
    let action = rooms::action(room, kind).ok_or_else(|| not_here(lang))?;
    let Some(id) = posted.command().and_then(|text| text.parse::<Id>().ok()) else {
        return Err(crate::refused(lang, StatusCode::BAD_REQUEST));
    };
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let keep = id.to_string();
    let answers = match check(&action.form, &forms::Choices::none(), &posted.0, &app.now()) {
        Ok(answers) => answers,
        Err(problems) => {
            return arrival(app, inside, wrong, |view| {
                view.with_problems(&problems).command(&keep)
            });
        }
    };
    let Ok(command) = command(id, None, room, kind, answers, posted).map_err(|Unread| ()) else {
        return Err(crate::refused(lang, StatusCode::BAD_REQUEST));
    };
    match app.book.carry_out(&inside.actor, &command) {
        Ok(done) if app.book.may_anywhere(&inside.actor, "case.list") => {
            Ok(to(&format!("/cases/{}?done=arrival", done.file)))
        }
        Ok(_) => Ok(to("/reception?done=arrival")),
        Err(No::Refused(refused)) => {
            let problems = refusal::beside(t, &action.form, &refused, &posted.0);
            let notice = refusal::notice(t, &refused);
            arrival(app, inside, wrong, |view| {
                view.with_problems(&problems).notice(notice).command(&keep)
            })
        }
        Err(no) => Err(say_no(lang, &no)),
    }
}

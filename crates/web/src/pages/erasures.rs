//! Erasing a person: one proposes, another confirms.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use casebook::No;
use forms::{Choices, Form, Problem, Problems, check};
use serde_json::Value;

use super::{
    refusal,
    sheet::{Piece, Sheet},
};
use crate::{
    App, FormView, Page, Posted,
    app::{Inside, Visit, answer, enter, fresh_command, id_of, off, say_no, to},
    not_here,
    parts::{Notice, Tone},
};

fn proposal_form() -> Form {
    Form::new("erasure.propose")
        .purpose("account")
        .text("person_code", 20)
        .required()
        .long_text("reason", 1000)
        .required()
}

fn confirm_form() -> Form {
    Form::new("erasure.confirm")
        .purpose("account")
        .tick("sure")
        .required()
}

/// The form to propose an erasure.
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            if !app.book.may_anywhere(&inside.actor, "erasure.propose") {
                return Err(not_here(inside.shell.lang));
            }
            let (form, command) = (proposal_form(), fresh_command(&inside.shell)?);
            let view = FormView::new(&form, &EMPTY, inside.shell.t()).command(&command);
            Ok(propose_page(&inside, StatusCode::OK, view))
        }))
    })
    .await
}

static EMPTY: std::sync::LazyLock<Choices> = std::sync::LazyLock::new(Choices::none);

fn propose_page(inside: &Inside, status: StatusCode, view: FormView<'_>) -> Response {
    let t = inside.shell.t();
    let mut page = Page::new(&inside.shell, "erasures-title")
        .lead(t.say("erasures-lead"))
        .status(status);
    if let Some(id) = inside.asked("done") {
        let link = format!("/erasures/{id}");
        let notice = Notice::new(Tone::Success, t.say("erasure-proposed"))
            .text(t.say("erasure-proposed-text"));
        page = page.notice(notice.link(&link, link.clone()));
    }
    page.show(Sheet {
        pieces: vec![Piece::Form(Box::new(
            view.grave().button("erasure-propose"),
        ))],
    })
}

/// Proposes.
pub async fn propose(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| proposed(app, &inside, &posted)))
    })
    .await
}

fn proposed(app: &App, inside: &Inside, posted: &Posted) -> Result<Response, Response> {
    let t = inside.shell.t();
    if !app.book.may_anywhere(&inside.actor, "erasure.propose") {
        return Err(not_here(inside.shell.lang));
    }
    let form = proposal_form();
    let command = id_of(&inside.shell, posted.command().unwrap_or_default())?;
    let again = |problems: &Problems| {
        let view = FormView::new(&form, &EMPTY, t)
            .with_problems(problems)
            .command(&command.to_string());
        propose_page(inside, StatusCode::UNPROCESSABLE_ENTITY, view)
    };
    let answers = match check(&form, &EMPTY, &posted.0, &app.now()) {
        Ok(answers) => answers,
        Err(problems) => return Ok(again(&problems)),
    };
    let text = |name: &str| {
        answers
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    match app
        .book
        .propose_erasure(&inside.actor, command, text("person_code"), text("reason"))
    {
        Ok(id) => Ok(to(&format!("/erasures?done={id}"))),
        Err(No::NotHere) => {
            let problem = Problem::Said(t.say("erasure-no-such-code"));
            Ok(again(&Problems::none(&posted.0).on("person_code", problem)))
        }
        Err(no) => Err(say_no(inside.shell.lang, &no)),
    }
}

/// What the second person sees: the reason, never the file.
pub async fn show_one(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let command = fresh_command(&inside.shell)?;
            let form = confirm_form();
            let view = FormView::new(&form, &EMPTY, inside.shell.t()).command(&command);
            one(app, &inside, &id, StatusCode::OK, view)
        }))
    })
    .await
}

fn one(
    app: &App,
    inside: &Inside,
    id: &str,
    status: StatusCode,
    view: FormView<'_>,
) -> Result<Response, Response> {
    let id = id_of(&inside.shell, id)?;
    let t = inside.shell.t();
    let no = |no| say_no(inside.shell.lang, &no);
    let proposal = app.book.proposal(&inside.actor, id).map_err(no)?;
    let view = view.grave().button("erasure-confirm");
    Ok(Page::new(&inside.shell, "erasure-confirm-title")
        .lead(t.say("erasure-confirm-lead"))
        .status(status)
        .show(Sheet {
            pieces: vec![Piece::Text(proposal.reason), Piece::Form(Box::new(view))],
        }))
}

/// Confirms: the key is destroyed.
pub async fn confirm(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let t = inside.shell.t();
            let form = confirm_form();
            let command = id_of(&inside.shell, posted.command().unwrap_or_default())?;
            let view = || FormView::new(&form, &EMPTY, t).command(&command.to_string());
            let wrong = StatusCode::UNPROCESSABLE_ENTITY;
            if let Err(problems) = check(&form, &EMPTY, &posted.0, &app.now()) {
                return one(app, &inside, &id, wrong, view().with_problems(&problems));
            }
            let proposal = id_of(&inside.shell, &id)?;
            match app.book.confirm_erasure(&inside.actor, command, proposal) {
                Ok(()) => Ok(to("/")),
                Err(No::Refused(refused)) => one(
                    app,
                    &inside,
                    &id,
                    wrong,
                    view().notice(refusal::notice(t, &refused, None)),
                ),
                Err(no) => Err(say_no(inside.shell.lang, &no)),
            }
        }))
    })
    .await
}

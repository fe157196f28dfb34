//! Erasing a person: one proposes, another confirms.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use casebook::{Certificate, No, ProposalLook};
use casework::Id;
use forms::{Choices, Form, Problem, Problems, check};
use jiff::Timestamp;
use serde_json::Value;

use super::{
    reading::moment,
    refusal,
    sheet::{Piece, Sheet},
};
use crate::{
    App, FormView, Page, Posted,
    app::{Inside, Visit, answer, enter, fresh_command, id_of, off, say_no, to},
    drafting, not_here,
    parts::{Facts, Notice, Tone},
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
        .text("person_code", 20)
        .required()
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
            let form = proposal_form();
            let view = begun(app, &inside, &form)?;
            Ok(propose_page(&inside, StatusCode::OK, view))
        }))
    })
    .await
}

static EMPTY: std::sync::LazyLock<Choices> = std::sync::LazyLock::new(Choices::none);

/// The form as it was left, or empty.
fn begun<'f>(app: &App, inside: &Inside, form: &'f Form) -> Result<FormView<'f>, Response> {
    let view = FormView::new(form, &EMPTY, inside.shell.t());
    Ok(match drafting::begun(app, inside)? {
        Some(draft) => view.begun(&draft, &app.zone),
        None => view.command(&fresh_command(&inside.shell)?),
    })
}

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
    let view = view.keeping().grave().button("erasure-propose");
    page.sheet(vec![Piece::Form(Box::new(view))])
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

/// What the second person sees: whom it is about, how the case stands, who proposed it and why;
/// never the file. Afterwards both see that it was done.
pub async fn show_one(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let form = confirm_form();
            let view = begun(app, &inside, &form)?;
            let done = id_of(&inside.shell, &id)?;
            match app.book.erasure_certificate(&inside.actor, done) {
                Ok(done) => Ok(certificate(app, &inside, &done)),
                Err(_) => one(app, &inside, &id, StatusCode::OK, view),
            }
        }))
    })
    .await
}

/// Who by name, and when.
fn who_and_when(app: &App, inside: &Inside, (who, at): (Id, Timestamp)) -> String {
    let known = app.book.organisation();
    let name = known.name(who).unwrap_or_default();
    format!("{name}, {}", moment(inside.shell.t(), &app.zone, at))
}

fn certificate(app: &App, inside: &Inside, done: &Certificate) -> Response {
    let t = inside.shell.t();
    let by = |who| who_and_when(app, inside, who);
    let facts = Facts::new()
        .with(t.say("erasure-proposed-by"), by(done.proposed))
        .with(t.say("erasure-confirmed-by"), by(done.confirmed));
    Page::new(&inside.shell, "erasure-done-title")
        .lead(t.say("erasure-done-lead"))
        .show(Sheet {
            pieces: vec![Piece::Facts(facts)],
        })
}

fn about(app: &App, inside: &Inside, look: &ProposalLook) -> Facts {
    let t = inside.shell.t();
    let proposal = &look.proposal;
    let mut facts = Facts::new()
        .with(
            t.say("head-code"),
            look.code.clone().unwrap_or_else(|| t.say("no-code-yet")),
        )
        .with(
            t.say("head-state"),
            look.status
                .map_or_else(String::new, |status| t.code("status", status.code())),
        );
    if let Some(at) = look.closed_at {
        let since = moment(t, &app.zone, at);
        facts = facts.with(t.say("erasure-closed-since"), since);
    }
    let by = who_and_when(app, inside, (proposal.by, proposal.at));
    facts
        .with(t.say("erasure-proposed-by"), by)
        .with(t.say("field-reason"), proposal.reason.clone())
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
    let look = app.book.proposal(&inside.actor, id).map_err(no)?;
    let view = view.keeping().grave().button("erasure-confirm");
    Ok(Page::new(&inside.shell, "erasure-confirm-title")
        .lead(t.say("erasure-confirm-lead"))
        .status(status)
        .sheet(vec![
            Piece::Facts(about(app, inside, &look)),
            Piece::Form(Box::new(view)),
        ]))
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
            let answers = match check(&form, &EMPTY, &posted.0, &app.now()) {
                Ok(answers) => answers,
                Err(problems) => {
                    return one(app, &inside, &id, wrong, view().with_problems(&problems));
                }
            };
            let proposal = id_of(&inside.shell, &id)?;
            if !is_meant(app, &inside, proposal, &answers)? {
                let problem = Problem::Said(t.say("erasure-code-differs"));
                let problems = Problems::none(&posted.0).on("person_code", problem);
                return one(app, &inside, &id, wrong, view().with_problems(&problems));
            }
            match app.book.confirm_erasure(&inside.actor, command, proposal) {
                Ok(()) => Ok(to(&format!("/erasures/{proposal}"))),
                Err(No::Refused(refused)) => one(
                    app,
                    &inside,
                    &id,
                    wrong,
                    view()
                        .with_problems(&refusal::beside(t, &form, &refused, &posted.0, None))
                        .notice(refusal::notice(t, &form, &refused, None)),
                ),
                Err(no) => Err(say_no(inside.shell.lang, &no)),
            }
        }))
    })
    .await
}

/// The second person typed the code of the person whom the proposal is about. A repeated post of
/// what was done finds no proposal any more, and is answered as the first was.
fn is_meant(
    app: &App,
    inside: &Inside,
    proposal: Id,
    answers: &serde_json::Map<String, Value>,
) -> Result<bool, Response> {
    if app
        .book
        .erasure_certificate(&inside.actor, proposal)
        .is_ok()
    {
        return Ok(true);
    }
    let look = app.book.proposal(&inside.actor, proposal);
    let look = look.map_err(|no| say_no(inside.shell.lang, &no))?;
    let typed = answers.get("person_code").and_then(Value::as_str);
    Ok(typed.is_some_and(|typed| look.is_code(typed)))
}

//! A case that is offered to the reader: what a handover needs, and the two answers.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use casebook::Offer;
use casework::lists::TransferTo;
use forms::Choices;

use super::{
    act::command,
    own_form::OwnForm,
    reading::moment,
    sheet::{Piece, Way},
};
use crate::{
    App, FormView, Page, Posted, T,
    app::{Inside, Visit, answer, enter, id_of, off, say_no, to},
    not_here,
    parts::{Badge, Fact, Facts},
    rooms::{action, colleagues},
};

/// Saying yes.
pub async fn show_accept(app: State<Arc<App>>, visit: Visit, file: Path<String>) -> Response {
    show(app, visit, file, "accept").await
}

/// Saying no.
pub async fn show_reject(app: State<Arc<App>>, visit: Visit, file: Path<String>) -> Response {
    show(app, visit, file, "reject").await
}

/// The yes.
pub async fn accept(
    app: State<Arc<App>>,
    visit: Visit,
    file: Path<String>,
    posted: Posted,
) -> Response {
    post(app, visit, file, posted, "accept").await
}

/// The no.
pub async fn reject(
    app: State<Arc<App>>,
    visit: Visit,
    file: Path<String>,
    posted: Posted,
) -> Response {
    post(app, visit, file, posted, "reject").await
}

async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(file): Path<String>,
    kind: &'static str,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let (offer, form) = open(app, &inside, &file, kind)?;
            let which = (
                "transfer".to_owned(),
                offer.transfer.asked.transfer.to_string(),
            );
            let view = form.fresh(app, &inside, &[which])?;
            Ok(page(app, &inside, &offer, kind, StatusCode::OK, view))
        }))
    })
    .await
}

async fn post(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(file): Path<String>,
    posted: Posted,
    kind: &'static str,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let (offer, form) = open(app, &inside, &file, kind)?;
            let done = form.post(app, &inside, &posted, |asked| {
                let read = command(
                    asked.command,
                    Some(offer.file),
                    "transfer",
                    kind,
                    asked.answers,
                    &posted,
                );
                let mut read = read.map_err(|_| casebook::No::NotHere)?;
                read.happened = asked.happened;
                app.book.carry_out(&inside.actor, &read)
            })?;
            Ok(match done {
                Ok(_) => to("/cases"),
                Err(view) => {
                    let status = StatusCode::UNPROCESSABLE_ENTITY;
                    page(app, &inside, &offer, kind, status, *view)
                }
            })
        }))
    })
    .await
}

fn open(app: &App, inside: &Inside, file: &str, kind: &str) -> Result<(Offer, OwnForm), Response> {
    let lang = inside.shell.lang;
    let file = id_of(&inside.shell, file)?;
    let action = action("transfer", kind).ok_or_else(|| not_here(lang))?;
    let offer = app
        .book
        .look_offer(&inside.actor, file)
        .map_err(|no| say_no(lang, &no))?;
    let from = by_whom(app, &offer);
    let which = [(offer.transfer.asked.transfer.to_string(), from)];
    let workers = match offer.transfer.asked.to {
        TransferTo::OtherCentre => colleagues(app, inside.shell.t(), inside.actor.by.centre),
        TransferTo::Colleague | TransferTo::Partner => Vec::new(),
    };
    let choices = Choices::none()
        .with("transfer", which)
        .with("receiving_worker", workers);
    let form = OwnForm {
        action,
        choices,
        cancel: "/cases".to_owned(),
    };
    Ok((offer, form))
}

/// Who offers the case, and from which centre.
fn by_whom(app: &App, offer: &Offer) -> String {
    let by = offer.transfer.offered.unwrap_or(offer.transfer.proposed).by;
    let known = app.book.organisation();
    let name = |id| known.name(id).unwrap_or_default().to_owned();
    format!("{}, {}", name(by.account), name(by.centre))
}

fn page(
    app: &App,
    inside: &Inside,
    offer: &Offer,
    kind: &str,
    status: StatusCode,
    view: FormView<'_>,
) -> Response {
    let t = inside.shell.t();
    let other = if kind == "accept" { "reject" } else { "accept" };
    let pieces = vec![
        Piece::Facts(facts(app, t, offer)),
        Piece::Form(Box::new(view)),
        Piece::Heading(t.say("offer-other")),
        Piece::Ways(vec![Way {
            href: format!("/cases/{}/transfer/{other}", offer.file),
            words: t.say(&format!("do-transfer-{other}")),
            hint: String::new(),
        }]),
    ];
    Page::new(&inside.shell, &format!("do-transfer-{kind}"))
        .status(status)
        .lead(t.say("offer-lead"))
        .back("/cases", t.say("cases-title"))
        .sheet(pieces)
}

/// What a handover needs, and nothing of the case.
fn facts(app: &App, t: T, offer: &Offer) -> Facts {
    let asked = &offer.transfer.asked;
    let code = offer.code.clone();
    let code = code.unwrap_or_else(|| t.say("no-code-yet"));
    let mut facts = Facts::new()
        .with(t.say("head-code"), code)
        .with(t.say("offer-by"), by_whom(app, offer));
    if let Some(risk) = offer.risk {
        let mut fact = Fact::new(t.say("head-risk"), String::new());
        fact.badge = Some(Badge::risk(t, risk.code()));
        facts = facts.fact(fact);
    }
    if let Some(offered) = offer.transfer.offered {
        facts = facts.with(t.say("offer-since"), moment(t, &app.zone, offered.happened));
    }
    facts = facts.with(t.say("field-handover_plan"), asked.handover_plan.clone());
    let items = asked.data_package_items.iter();
    let items: Vec<String> = items
        .map(|item| t.code("data_category", item.code()))
        .collect();
    if !items.is_empty() {
        let items = items.join(&t.say("forms-and"));
        facts = facts.with(t.say("field-data_package_items"), items);
    }
    match asked.joint_meeting_dt {
        Some(at) => facts.with(t.say("field-joint_meeting_dt"), moment(t, &app.zone, at)),
        None => facts,
    }
}

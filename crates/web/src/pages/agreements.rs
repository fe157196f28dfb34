//! Administration of partners and their sharing agreements.

use std::sync::Arc;

use access::organisation::Partner;
use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::{No, PartnerSaid};
use casework::{Id, case::day_of};
use forms::{Answers, Form};

use super::admin::{administer, filled, fresh, read, save, text};
use crate::{
    App, Posted, T,
    app::{Inside, Visit, answer, id_of, off},
    not_here,
    parts::{Badge, Cell, Table},
};

fn partner_form() -> Form {
    said(Form::new("admin.partner"))
}

fn change_form() -> Form {
    said(Form::new("admin.agreement")).tick("ended")
}

fn said(form: Form) -> Form {
    form.purpose("deliver")
        .text("name", 120)
        .required()
        .text("focal_point", 120)
        .required()
        .date("agreement_until", true)
        .required()
        .tick("authority")
}

/// Every partner, with the state of its agreement.
pub fn partners(app: &App, t: T) -> Table {
    let heads = [
        "head-name",
        "field-focal_point",
        "field-agreement_until",
        "head-state",
    ];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let today = day_of(app.book.now());
    app.book.organisation().partners().fold(
        Table::new(t.say("admin-partners"), heads),
        |table, partner| {
            let state = if partner.agrees_on(today) {
                Badge::new(t.say("agreement-holds"))
            } else {
                Badge::overdue(t.say("agreement-over"))
            };
            table.row(vec![
                Cell::Link(
                    format!("/admin/partners/{}", partner.id),
                    partner.name.clone(),
                ),
                Cell::Text(partner.focal_point.clone()),
                Cell::Text(t.day(partner.agreement_until)),
                Cell::Badge(state),
            ])
        },
    )
}

fn said_in(answers: &Answers) -> Result<PartnerSaid, No> {
    Ok(PartnerSaid {
        name: text(answers, "name"),
        focal_point: text(answers, "focal_point"),
        agreement_until: read(answers, "agreement_until")?,
        authority: read(answers, "authority")?,
    })
}

/// The form for a partner.
pub async fn show_partner(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(fresh(app, visit, "admin-new-partner", &partner_form()))
    })
    .await
}

/// Adds a partner.
pub async fn add_partner(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answer(save(
            app,
            visit,
            "admin-new-partner",
            &partner_form(),
            &posted,
            |inside, command, answers| {
                let said = said_in(answers)?;
                app.book.add_partner(&inside.actor, command, said).map(drop)
            },
        ))
    })
    .await
}

/// The form to renew, correct or end an agreement.
pub async fn show_change(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Response {
    off(app, move |app| {
        answer(administer(app, visit).and_then(|inside| change_page(app, &inside, &id)))
    })
    .await
}

fn change_page(app: &App, inside: &Inside, id: &str) -> Result<Response, Response> {
    let id = id_of(&inside.shell, id)?;
    let partner = known(app, id).ok_or_else(|| not_here(inside.shell.lang))?;
    let mut typed = vec![
        ("name".to_owned(), partner.name),
        ("focal_point".to_owned(), partner.focal_point),
        (
            "agreement_until".to_owned(),
            partner.agreement_until.to_string(),
        ),
    ];
    for (name, ticked) in [("authority", partner.authority), ("ended", partner.ended)] {
        if ticked {
            typed.push((name.to_owned(), "yes".to_owned()));
        }
    }
    let title = "admin-change-partner";
    filled(app, inside, title, &change_form(), &typed, Vec::new())
}

fn known(app: &App, id: Id) -> Option<Partner> {
    let known = app.book.organisation();
    known.partners().find(|partner| partner.id == id).cloned()
}

/// Renews, corrects or ends an agreement.
pub async fn change(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(save(
            app,
            visit,
            "admin-change-partner",
            &change_form(),
            &posted,
            |inside, command, answers| {
                let id: Id = id.parse().map_err(|_| No::NotHere)?;
                let partner = known(app, id).ok_or(No::NotHere)?;
                let said = said_in(answers)?;
                app.book.change_partner(&inside.actor, command, id, said)?;
                let ended: bool = read(answers, "ended")?;
                if ended == partner.ended {
                    return Ok(());
                }
                let again = command.nth(9);
                app.book.end_agreement(&inside.actor, again, id, ended)
            },
        ))
    })
    .await
}

//! Options that only the case or the organisation knows, by the name of the field that asks.

mod closure;
mod household;
mod review;
mod transfer;

use casebook::CaseLook;
use casework::{Id, actor::Role};
use forms::{Choices, Form, Kind};

use crate::{App, T};

/// The options of every field of a form that picks among things of this case or organisation.
#[must_use]
pub fn choices(app: &App, t: T, form: &Form, look: Option<&CaseLook>, centre: Id) -> Choices {
    let picks = form
        .fields
        .iter()
        .filter(|field| matches!(field.kind, Kind::Pick | Kind::PickMany));
    picks.fold(Choices::none(), |choices, field| {
        let asked = Asked {
            app,
            t,
            room: form.id.split('.').next().unwrap_or_default(),
            field: field.name,
            centre,
        };
        choices.with(field.name, options(&asked, look))
    })
}

type Options = Vec<(String, String)>;

/// Which field asks, and for whom.
struct Asked<'a> {
    app: &'a App,
    t: T,
    room: &'a str,
    field: &'a str,
    centre: Id,
}

/// A room's own options win over those that all rooms share.
fn options(asked: &Asked<'_>, look: Option<&CaseLook>) -> Options {
    look.and_then(|look| of_room(asked, look))
        .or_else(|| organisation(asked.app, asked.t, asked.field, asked.centre))
        .or_else(|| look.map(|look| of_case(asked.t, asked.field, look)))
        .unwrap_or_default()
}

/// The options that only one room knows: `rooms/choices/<room>.rs`.
fn of_room(asked: &Asked<'_>, look: &CaseLook) -> Option<Options> {
    match asked.room {
        "review" => review::options(asked, look),
        "closure" => closure::options(asked, look),
        "transfer" => transfer::options(asked, look),
        "household" => household::options(asked, look),
        _ => None,
    }
}

fn organisation(app: &App, t: T, field: &str, centre: Id) -> Option<Options> {
    let known = app.book.organisation();
    match field {
        "worker" => {
            let duty = [("duty".to_owned(), t.say("duty-worker"))];
            Some(duty.into_iter().chain(workers(&known, t, centre)).collect())
        }
        "backup" | "receiving_worker" => Some(workers(&known, t, centre).collect()),
        "recipient" | "recipients" | "to_agency" => Some(
            (known.partners().filter(|partner| !partner.ended))
                .map(|partner| (partner.id.to_string(), partner.name.clone()))
                .collect(),
        ),
        "receiver" => {
            let centres = known.centres().filter(|other| other.id != centre);
            let partners = known.partners().filter(|partner| !partner.ended);
            Some(
                workers(&known, t, centre)
                    .chain(centres.map(|other| (other.id.to_string(), other.name.clone())))
                    .chain(partners.map(|partner| (partner.id.to_string(), partner.name.clone())))
                    .collect(),
            )
        }
        "centre" => Some(
            known
                .centres()
                .map(|centre| (centre.id.to_string(), centre.name.clone()))
                .collect(),
        ),
        _ => None,
    }
}

/// Those who carry cases at a centre.
fn workers(
    known: &casebook::Organisation,
    t: T,
    centre: Id,
) -> impl Iterator<Item = (String, String)> {
    let carries = |role| {
        matches!(
            role,
            Role::Caseworker | Role::CaseManager | Role::Supervisor | Role::Psychologist
        )
    };
    known
        .accounts()
        .filter(move |account| account.centre == centre && !account.closed && carries(account.role))
        .map(move |account| {
            (
                account.id.to_string(),
                format!(
                    "{} ({})",
                    account.display_name,
                    t.code("role", account.role.code())
                ),
            )
        })
}

fn of_case(t: T, field: &str, look: &CaseLook) -> Options {
    let case = &look.case;
    match field {
        "alert" => (case.reception.alerts.iter())
            .filter(|state| state.answered.is_none())
            .map(|state| {
                (
                    state.alert.alert.to_string(),
                    t.code("alert_kind", state.alert.kind.code()),
                )
            })
            .collect(),
        "substitute" => (case.consents.substitutes.iter())
            .filter(|state| state.confirmed.is_none())
            .map(|state| {
                let scope = t.code("consent_scope", state.substitute.scope.code());
                let basis = t.code("legal_basis", state.substitute.legal_basis.code());
                (
                    state.substitute.substitute.to_string(),
                    format!("{scope}: {basis}"),
                )
            })
            .collect(),
        "override_id" => (case.consents.overrides.iter())
            .map(|state| {
                (
                    state.made.id.to_string(),
                    state.made.what_was_shared.chars().take(60).collect(),
                )
            })
            .collect(),
        _ => Vec::new(),
    }
}

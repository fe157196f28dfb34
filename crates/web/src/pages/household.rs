//! A household: who stands in its view, what was given to all, and how one is formed.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::{HouseholdLook, KitLook, MemberLook, MemberName};
use casework::{Id, household_file::Founder, refusal::Why};
use forms::{Answers, Choices};
use serde_json::Value;

use super::{
    own_form::{OwnForm, read},
    reading::moment,
    sheet::{Piece, Sheet, Way},
};
use crate::{
    App, Page, Posted, T,
    app::{Inside, Visit, answer, enter, id_of, off, say_no},
    not_here,
    parts::{Badge, Cell, Empty, Table},
    rooms::{founders, own_file},
};

/// The household.
pub async fn show(State(app): State<Arc<App>>, visit: Visit, Path(id): Path<String>) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let fail = |no| say_no(inside.shell.lang, &no);
            let id = id_of(&inside.shell, &id)?;
            let look = app.book.look_household(&inside.actor, id).map_err(fail)?;
            let gives = app.book.may_give_kit(&inside.actor, id).map_err(fail)?;
            Ok(page(app, &inside, &look, gives))
        }))
    })
    .await
}

fn page(app: &App, inside: &Inside, look: &HouseholdLook, gives: bool) -> Response {
    let t = inside.shell.t();
    let mut pieces = Vec::new();
    if gives {
        pieces.push(Piece::Buttons(vec![Way {
            href: format!("/households/{}/give_kit", look.household),
            words: t.say("do-household_file-give_kit"),
            hint: String::new(),
        }]));
    }
    pieces.push(Piece::Table(members(app, t, &look.members)));
    pieces.push(Piece::Heading(t.say("household-kits")));
    pieces.push(if look.kits.is_empty() {
        Piece::Empty(Empty::new(t.say("household-no-kits")))
    } else {
        Piece::Table(kits(app, t, &look.kits))
    });
    Page::new(&inside.shell, "household-title")
        .lead(t.say("household-lead"))
        .back("/cases", t.say("cases-title"))
        .show(Sheet { pieces })
}

/// Members as far as the reader may know: a link where the case may be opened, else the role alone.
#[must_use]
pub fn members(app: &App, t: T, members: &[MemberLook]) -> Table {
    let heads = vec![
        t.say("head-name"),
        t.say("head-role"),
        t.say("head-since"),
        t.say("head-state"),
    ];
    let table = Table::new(t.say("household-members"), heads);
    members.iter().fold(table, |table, member| {
        let state = match &member.left {
            Some((left, reason)) => {
                let reason = t.code("household_change", reason.code());
                Badge::new(format!("{reason}, {}", moment(t, &app.zone, left.happened)))
            }
            None => Badge::done(t.say("household-here")),
        };
        table.row(vec![
            who(t, member),
            Cell::Text(t.code("household_role", member.role.code())),
            Cell::Text(moment(t, &app.zone, member.joined.happened)),
            Cell::Badge(state),
        ])
    })
}

fn who(t: T, member: &MemberLook) -> Cell {
    match &member.case {
        Some(case) => Cell::Link(format!("/cases/{}", case.file), called(t, case)),
        None => Cell::Text(t.say("household-others")),
    }
}

/// The name, or the code where there is no name yet.
#[must_use]
pub fn called(t: T, case: &MemberName) -> String {
    let code = || case.code.clone();
    let name = case.name.clone().or_else(code);
    name.unwrap_or_else(|| t.say("no-code-yet"))
}

fn kits(app: &App, t: T, kits: &[KitLook]) -> Table {
    let heads = vec![
        t.say("head-what"),
        t.say("field-service_type"),
        t.say("head-since"),
        t.say("head-reached"),
    ];
    let table = Table::new(t.say("household-kits"), heads);
    kits.iter().rev().fold(table, |table, kit| {
        table.row(vec![
            Cell::Text(kit.given.what.clone()),
            Cell::Text(t.code("service_type", kit.given.service_type.code())),
            Cell::Text(moment(t, &app.zone, kit.at.happened)),
            Cell::Number(kit.reached.to_string()),
        ])
    })
}

/// The form to form one.
pub async fn show_new(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let form = founding(app, &inside)?;
            form.shown(app, &inside, &inside.query)
        }))
    })
    .await
}

/// Forming one.
pub async fn form(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let form = founding(app, &inside)?;
            form.answered(app, &inside, &posted, |asked| {
                let members = people(&asked.answers)?;
                let id = app.book.form_household(
                    &inside.actor,
                    asked.command,
                    asked.happened,
                    &members,
                )?;
                Ok(format!("/households/{id}"))
            })
        }))
    })
    .await
}

/// Everybody whose case the actor may open can be chosen.
fn founding(app: &App, inside: &Inside) -> Result<OwnForm, Response> {
    let (lang, t) = (inside.shell.lang, inside.shell.t());
    let action = own_file("household_file", "form").ok_or_else(|| not_here(lang))?;
    let people = app
        .book
        .people(&inside.actor)
        .map_err(|no| say_no(lang, &no))?;
    let options: Vec<(String, String)> = people
        .iter()
        .map(|case| {
            let code = case.code.clone().unwrap_or_else(|| t.say("no-code-yet"));
            (
                case.file.to_string(),
                format!("{} ({code})", called(t, case)),
            )
        })
        .collect();
    let choices = founders()
        .iter()
        .fold(Choices::none(), |choices, (person, _)| {
            choices.with(person, options.clone())
        });
    Ok(OwnForm {
        action,
        choices,
        cancel: "/cases".to_owned(),
    })
}

/// Those who were chosen, each with a role.
fn people(answers: &Answers) -> Result<Vec<Founder>, casebook::No> {
    let text = |name: &str| answers.get(name).and_then(Value::as_str);
    let mut members = Vec::new();
    for (person, role) in founders() {
        let Some(chosen) = text(person) else { continue };
        let missing = || casework::Refusal::at(Why::TextNeeded, role);
        let role = text(role).and_then(|role| role.parse().ok());
        members.push(Founder {
            person: chosen.parse::<Id>().map_err(|_| casebook::No::NotHere)?,
            role: role.ok_or_else(missing)?,
        });
    }
    Ok(members)
}

/// The form to give something to all.
pub async fn show_kit(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let (_, form) = kit(app, &inside, &id)?;
            form.shown(app, &inside, &[])
        }))
    })
    .await
}

/// Giving it.
pub async fn give_kit(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let (id, form) = kit(app, &inside, &id)?;
            form.answered(app, &inside, &posted, |asked| {
                let given = read(asked.answers)?;
                app.book
                    .give_kit(&inside.actor, asked.command, asked.happened, id, &given)?;
                Ok(format!("/households/{id}"))
            })
        }))
    })
    .await
}

fn kit(app: &App, inside: &Inside, id: &str) -> Result<(Id, OwnForm), Response> {
    let lang = inside.shell.lang;
    let id = id_of(&inside.shell, id)?;
    let gives = app.book.may_give_kit(&inside.actor, id);
    if !gives.map_err(|no| say_no(lang, &no))? {
        return Err(not_here(lang));
    }
    let form = OwnForm {
        action: own_file("household_file", "give_kit").ok_or_else(|| not_here(lang))?,
        choices: Choices::none(),
        cancel: format!("/households/{id}"),
    };
    Ok((id, form))
}

//! The duty list: who is asked first when an alert comes, under which number, at which hours.

use std::sync::Arc;

use access::{duty::DutyPlace, organisation::Centre};
use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::{DutySaid, No};
use casework::{Id, actor::Role, reception::takes};
use forms::{Answers, Choices};
use jiff::civil::Time;
use serde_json::Value;

use super::{
    own_form::OwnForm,
    sheet::{Piece, Sheet, Way},
    supervision,
};
use crate::{
    App, Page, Posted, T,
    app::{Inside, Visit, answer, enter, id_of, off},
    not_here,
    parts::{Cell, Empty, Table},
    rooms::own_file,
};

const LIST: &str = "/duty";

/// The list of one's own centre; an administrator sees each centre's.
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| page(app, &inside)))
    })
    .await
}

fn page(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    if !app.book.may_anywhere(&inside.actor, "duty.read") {
        return Err(not_here(inside.shell.lang));
    }
    let changes = app.book.may_anywhere(&inside.actor, "duty.change");
    let mut pieces: Vec<Piece<'_>> = supervision::empty_duty(app, inside).into_iter().collect();
    if changes {
        pieces.push(Piece::Buttons(vec![Way {
            href: format!("{LIST}/new"),
            words: t.say("do-duty-set"),
            hint: String::new(),
        }]));
    }
    let everywhere = inside.actor.by.role == Role::Administrator;
    let known = app.book.organisation();
    let mine = |centre: &&Centre| everywhere || centre.id == inside.actor.by.centre;
    for centre in known.centres().filter(mine) {
        if centre.duty.is_empty() {
            let words = t.say_with("duty-empty", &[("centre", centre.name.as_str().into())]);
            pieces.push(Piece::Empty(Empty::new(words)));
        } else {
            pieces.push(Piece::Table(table(app, t, centre, changes)));
        }
    }
    drop(known);
    let minutes = app.book.sop().alert_pass_minutes;
    let lead = t.say_with("duty-lead", &[("minutes", minutes.into())]);
    Ok(Page::new(&inside.shell, "duty-title")
        .lead(lead)
        .show(Sheet { pieces }))
}

fn table(app: &App, t: T, centre: &Centre, changes: bool) -> Table {
    let heads = [
        "head-name",
        "head-place",
        "field-role",
        "field-phone",
        "head-hours",
    ];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let known = app.book.organisation();
    let today = app.now().date();
    let table = Table::new(centre.name.clone(), heads);
    centre
        .duty
        .iter()
        .enumerate()
        .fold(table, |table, (at, place)| {
            let account = known.account(place.account);
            let name = account.map(|account| account.display_name.clone());
            let name = name.unwrap_or_default();
            let role = account.map(|account| t.code("role", account.role.code()));
            let away = account
                .and_then(|account| account.leave.as_ref())
                .filter(|leave| leave.holds_on(today));
            let name = match away {
                Some(leave) => format!("{name} ({})", super::supervision::until(t, leave.until)),
                None => name,
            };
            let first = match changes {
                true => Cell::Link(format!("{LIST}/{}", place.account), name),
                false => Cell::Text(name),
            };
            let phone = (format!("tel:{}", place.phone), place.phone.clone());
            table.row(vec![
                first,
                Cell::Number((at + 1).to_string()),
                Cell::Text(role.unwrap_or_default()),
                Cell::Links(vec![phone]),
                Cell::Text(hours(t, place)),
            ])
        })
}

fn hours(t: T, place: &DutyPlace) -> String {
    let said =
        |time: Option<Time>| time.map_or(String::new(), |at| at.strftime("%H:%M").to_string());
    match (place.from, place.until) {
        (None, None) => t.say("duty-always"),
        (from, until) => {
            let words = [("from", said(from).into()), ("until", said(until).into())];
            t.say_with("duty-hours", &words)
        }
    }
}

/// The form for one place; for a new one, those may be picked who take any alert at all.
fn form(app: &App, inside: &Inside) -> Result<OwnForm, Response> {
    let t = inside.shell.t();
    let by = inside.actor.by;
    if !app.book.may_anywhere(&inside.actor, "duty.change") {
        return Err(not_here(inside.shell.lang));
    }
    let action = own_file("duty", "set").ok_or_else(|| not_here(inside.shell.lang))?;
    let known = app.book.organisation();
    let everywhere = by.role == Role::Administrator;
    let fits = known.accounts().filter(|account| {
        let themes = casework::lists::Theme::ALL;
        !account.closed
            && (everywhere || account.centre == by.centre)
            && themes.iter().any(|theme| takes(account.role, *theme))
    });
    let options: Vec<(String, String)> = fits
        .map(|account| {
            let role = t.code("role", account.role.code());
            let centre = known.name(account.centre).filter(|_| everywhere);
            let words = match centre {
                Some(centre) => format!("{} ({role}, {centre})", account.display_name),
                None => format!("{} ({role})", account.display_name),
            };
            (account.id.to_string(), words)
        })
        .collect();
    Ok(OwnForm {
        action,
        choices: Choices::none().with("account", options),
        cancel: LIST.to_owned(),
    })
}

/// The form for a new place.
pub async fn show_new(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| form(app, &inside)?.shown(app, &inside, &[])))
    })
    .await
}

/// The form to move somebody, change a number, or take them off the list.
pub async fn show_one(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let form = form(app, &inside)?;
            let id = id_of(&inside.shell, &id)?;
            let begun = stands(app, &inside, id).ok_or_else(|| not_here(inside.shell.lang))?;
            form.shown(app, &inside, &begun)
        }))
    })
    .await
}

/// What stands on the list about somebody, as a form has it.
fn stands(app: &App, inside: &Inside, id: Id) -> Option<Vec<(String, String)>> {
    let known = app.book.organisation();
    let by = inside.actor.by;
    let account = known.account(id)?;
    if by.role != Role::Administrator && account.centre != by.centre {
        return None;
    }
    let centre = known.centres().find(|centre| centre.id == account.centre)?;
    let at = centre.duty.iter().position(|place| place.account == id)?;
    let place = centre.duty.get(at)?;
    let time = |time: Option<Time>| time.map(|at| at.strftime("%H:%M").to_string());
    let mut begun = vec![
        ("account".to_owned(), id.to_string()),
        ("number".to_owned(), (at + 1).to_string()),
        ("phone".to_owned(), place.phone.clone()),
    ];
    begun.extend(time(place.from).map(|at| ("hours_from".to_owned(), at)));
    begun.extend(time(place.until).map(|at| ("hours_until".to_owned(), at)));
    Some(begun)
}

/// Keeps a place.
pub async fn set(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let form = form(app, &inside)?;
            form.answered(app, &inside, &posted, |asked| {
                let said = said(&asked.answers)?;
                if asked.answers.get("ended") == Some(&Value::Bool(true)) {
                    app.book
                        .end_duty(&inside.actor, asked.command, said.account)?;
                } else {
                    app.book.set_duty(&inside.actor, asked.command, said)?;
                }
                Ok(LIST.to_owned())
            })
        }))
    })
    .await
}

fn said(answers: &Answers) -> Result<DutySaid, No> {
    let text = |name: &str| answers.get(name).and_then(Value::as_str);
    let number = answers.get("number").and_then(Value::as_u64);
    Ok(DutySaid {
        account: text("account")
            .and_then(|id| id.parse().ok())
            .ok_or(No::NotHere)?,
        number: number.and_then(|at| u16::try_from(at).ok()).unwrap_or(1),
        phone: text("phone").unwrap_or_default().to_owned(),
        from: time(text("hours_from"), "hours_from")?,
        until: time(text("hours_until"), "hours_until")?,
    })
}

/// A time of the day as people write it: `8:00`, `08:00`, `20.30`.
fn time(typed: Option<&str>, field: &'static str) -> Result<Option<Time>, No> {
    let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) else {
        return Ok(None);
    };
    let wrong = || casework::Refusal::at(casework::refusal::Why::DatesDisagree, field);
    let (hour, minute) = typed.split_once([':', '.']).ok_or_else(wrong)?;
    let (hour, minute) = (hour.parse(), minute.parse());
    match (hour, minute) {
        (Ok(hour), Ok(minute)) => {
            let at = Time::new(hour, minute, 0, 0).map_err(|_| wrong())?;
            Ok(Some(at))
        }
        _ => Err(wrong().into()),
    }
}

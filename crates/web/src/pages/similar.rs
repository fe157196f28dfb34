//! Similar people in words: on the page of registration, and beside the form while it is filled.
//! A likeness is a hint with its reasons, and a person decides (`domain.md` 2.7, DP29).

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use casebook::{CaseLook, OpenSimilar, Similar};
use serde_json::{Value, json};
use views::{Finding, Known, Reason};

use super::sheet::Piece;
use crate::{
    App, Posted, T,
    app::{Inside, Visit, answer, enter, id_of, off, say_no},
    parts::{Badge, Cell, Table},
};

/// At least as likely as this is called likely.
const LIKELY: f64 = 0.5;
/// Fewer reasons are read, and the heaviest come first.
const REASONS: usize = 5;

/// Who may be the same person as the one in this file.
pub fn pieces<'a>(app: &App, inside: &Inside, look: &CaseLook) -> Vec<Piece<'a>> {
    let t = inside.shell.t();
    if look.case.registration.identity.is_none() {
        return Vec::new();
    }
    let Ok(found) = app.book.similar(&inside.actor, look) else {
        // A failed search is said, and never shown as nobody found.
        return vec![Piece::Text(t.say("error-failure"))];
    };
    if found.is_empty() {
        return vec![Piece::Text(t.say("similar-none"))];
    }
    let mut pieces = vec![Piece::Heading(t.say("similar-title"))];
    let heads = [
        "head-name",
        "head-code",
        "similar-how",
        "similar-agrees",
        "similar-differs",
        "similar-decide",
    ];
    let table = Table::new(t.say("similar-title"), heads.map(|head| t.say(head)).into());
    let table = found
        .iter()
        .fold(table.under_its_title(), |table, one| match one {
            Similar::Open(open) => table.row(row(t, open)),
            Similar::MayExist { .. } => table,
        });
    if !table.is_empty() {
        pieces.push(Piece::Table(table));
    }
    pieces.extend(elsewhere(app, t, &found).map(Piece::Text));
    pieces
}

fn row(t: T, open: &OpenSimilar) -> Vec<Cell> {
    let (agrees, differs) = reasons(t, &open.findings);
    let and = t.say("forms-and");
    vec![
        Cell::Link(format!("/cases/{}", open.file), open.name.clone()),
        Cell::Code(open.code.clone().unwrap_or_else(|| t.say("no-code-yet"))),
        Cell::Badge(Badge::new(if open.unsure {
            t.say("pairs-unsure")
        } else {
            degree(t, open.likelihood)
        })),
        Cell::Text(agrees.join(&and)),
        Cell::Text(differs.join(&and)),
        match open.pair {
            Some(pair) => Cell::Link(format!("/pairs/{pair}"), t.say("similar-compare")),
            None => Cell::Text(String::new()),
        },
    ]
}

pub fn degree(t: T, likelihood: f64) -> String {
    t.say(if likelihood >= LIKELY {
        "similar-likely"
    } else {
        "similar-perhaps"
    })
}

/// Where a record may be that the reader may not open.
fn elsewhere<'f>(app: &'f App, t: T, found: &'f [Similar]) -> impl Iterator<Item = String> + 'f {
    found.iter().filter_map(move |one| match one {
        Similar::Open(_) => None,
        Similar::MayExist { centre } => {
            let known = app.book.organisation();
            let name = known.name(*centre).unwrap_or_default().to_owned();
            Some(t.say_with("similar-elsewhere", &[("centre", name.into())]))
        }
    })
}

/// What agrees and what does not, in words.
pub fn reasons(t: T, findings: &[Finding]) -> (Vec<String>, Vec<String>) {
    let said = |speaks_for: bool| {
        let mut all: Vec<String> = Vec::new();
        let those = findings
            .iter()
            .filter(|one| (one.weight > 0.0) == speaks_for);
        for finding in those {
            let words = reason(t, finding.reason);
            if !all.contains(&words) {
                all.push(words);
            }
        }
        all.truncate(REASONS);
        all
    };
    (said(true), said(false))
}

fn reason(t: T, reason: Reason) -> String {
    let code = reason.code();
    let key = |more: &str| format!("reason-{code}{more}");
    match reason {
        Reason::NamePartAgrees { first: true, .. } => t.say(&key("-first")),
        Reason::NamePartAgrees { rare: true, .. }
        | Reason::SameNationality { rare: true }
        | Reason::SameBirthPlace { rare: true }
        | Reason::SameMotherName { rare: true } => t.say(&key("-rare")),
        Reason::NamePartsDiffer { count } | Reason::NameHasMoreParts { count } => {
            t.say_with(&key(""), &[("n", count.into())])
        }
        Reason::BirthYearDiffers { by, vague } => {
            let key = key(if vague { "-vague" } else { "" });
            t.say_with(&key, &[("n", by.into())])
        }
        _ => t.say(&key("")),
    }
}

/// Who may be the same person as the one being typed. Nothing of it is kept.
pub async fn ask(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(file): Path<String>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| told(app, &inside, &file, &posted)))
    })
    .await
}

fn told(app: &App, inside: &Inside, file: &str, posted: &Posted) -> Result<Response, Response> {
    let t = inside.shell.t();
    let file = id_of(&inside.shell, file)?;
    let found = app
        .book
        .similar_to(&inside.actor, file, &typed(app, posted));
    let found = found.map_err(|no| say_no(inside.shell.lang, &no))?;
    let people: Vec<Value> = found.iter().filter_map(|one| person(t, one)).collect();
    let elsewhere: Vec<String> = elsewhere(app, t, &found).collect();
    let said = match people.len() {
        0 => String::new(),
        count => t.say_with("similar-found", &[("n", count.into())]),
    };
    Ok(Json(json!({"said": said, "people": people, "elsewhere": elsewhere})).into_response())
}

fn person(t: T, one: &Similar) -> Option<Value> {
    let Similar::Open(open) = one else {
        return None;
    };
    let (agrees, differs) = reasons(t, &open.findings);
    let and = t.say("forms-and");
    Some(json!({
        "href": format!("/cases/{}", open.file),
        "name": open.name,
        "code": open.code.clone().unwrap_or_else(|| t.say("no-code-yet")),
        "degree": degree(t, open.likelihood),
        "agrees": agrees.join(&and),
        "differs": differs.join(&and),
    }))
}

/// What was typed so far; what cannot be read yet is not said.
fn typed(app: &App, posted: &Posted) -> Known {
    let text = |name: &str| posted.get(name).unwrap_or_default().trim().to_owned();
    let age = text("age_claimed").parse::<i16>().ok();
    let by_age = age.and_then(|age| {
        let year = app.now().year().checked_sub(age)?;
        jiff::civil::Date::new(year, 1, 1).ok()
    });
    let born = text("dob").parse().ok();
    let all = posted.0.iter().filter(|(name, _)| name == "nationality");
    Known {
        names: vec![text("preferred_name"), text("alias"), text("legal_name")],
        born: born.or(by_age),
        estimated: born.is_none() || text("dob_confidence") == "estimated",
        sex: text("sex").parse().ok(),
        nationality: all.map(|(_, code)| code.clone()).collect(),
        mother: text("mother_name"),
        ..Known::default()
    }
}

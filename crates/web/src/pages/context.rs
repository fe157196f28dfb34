//! What places and countries do to people who come through them: written by the protection lead,
//! version by version, and answered by cases (`domain.md` section 4).

pub mod answer;

use std::sync::Arc;

use access::context::{Context, ContextSaid};
use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::No;
use casework::{
    Id,
    assessment::ContextFactor,
    lists::{FactorCode, Polarity, Strength},
    refusal::{Refusal, Why},
};
use forms::{Answers, Choices};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    own_form::OwnForm,
    sheet::{Piece, Sheet, Way},
};
use crate::{
    App, Page, Posted, T,
    app::{Inside, Visit, answer as answered, enter, id_of, off},
    not_here,
    parts::{Badge, Cell, Empty, Table},
    rooms::own_file,
};

const LIST: &str = "/context";

/// The three lists of the form, and what a factor in each does.
const SIDES: [(&str, Polarity); 3] = [
    ("harms_here", Polarity::Risk),
    ("protects_here", Polarity::Protective),
    ("does_both_here", Polarity::Mixed),
];

/// Every profile that cases inherit.
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answered(enter(app, visit).and_then(|inside| page(app, &inside)))
    })
    .await
}

fn page(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    if !app.book.may_anywhere(&inside.actor, "context.read") {
        return Err(not_here(inside.shell.lang));
    }
    let changes = app.book.may_anywhere(&inside.actor, "context.change");
    let mut pieces = Vec::new();
    if changes {
        pieces.push(Piece::Buttons(vec![Way {
            href: format!("{LIST}/new"),
            words: t.say("do-context-write"),
            hint: String::new(),
        }]));
    }
    let known = app.book.organisation();
    let rows: Vec<Vec<Cell>> = (known.contexts())
        .filter(|context| !context.ended)
        .filter_map(|context| row(app, t, context, changes))
        .collect();
    drop(known);
    let heads = [
        "context-place",
        "head-level",
        "context-factors-head",
        "field-valid_from",
        "context-review",
    ];
    let table = Table::new(t.say("context-title"), heads.map(|head| t.say(head)).into());
    pieces.push(if rows.is_empty() {
        Piece::Empty(Empty::new(t.say("context-empty")))
    } else {
        Piece::Table(rows.into_iter().fold(table, Table::row).under_its_title())
    });
    Ok(Page::new(&inside.shell, "context-title")
        .lead(t.say("context-lead"))
        .show(Sheet { pieces }))
}

fn row(app: &App, t: T, context: &Context, changes: bool) -> Option<Vec<Cell>> {
    let said = context.current()?;
    let place = said.place.clone();
    let first = if changes {
        Cell::Link(format!("{LIST}/{}", context.id), place)
    } else {
        Cell::Text(place)
    };
    let codes = said.factors.iter().map(|known| {
        let name = t.code("factor", known.code.code());
        let does = t.code("polarity", known.polarity.code());
        format!("{name} ({does})")
    });
    let by = said.review_by();
    let review = if by < app.now().date() {
        Badge::overdue(t.day(by))
    } else {
        Badge::new(t.day(by))
    };
    Some(vec![
        first,
        Cell::Text(t.code("factor_level", said.level.code())),
        Cell::Text(codes.collect::<Vec<String>>().join("; ")),
        Cell::Text(t.day(said.valid_from)),
        Cell::Badge(review),
    ])
}

fn form(app: &App, inside: &Inside) -> Result<OwnForm, Response> {
    let lang = inside.shell.lang;
    if !app.book.may_anywhere(&inside.actor, "context.change") {
        return Err(not_here(lang));
    }
    Ok(OwnForm {
        action: own_file("context", "write").ok_or_else(|| not_here(lang))?,
        choices: Choices::none(),
        cancel: LIST.to_owned(),
    })
}

/// The form for a new profile.
pub async fn show_new(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answered(enter(app, visit).and_then(|inside| form(app, &inside)?.shown(app, &inside, &[])))
    })
    .await
}

/// The form for the next version of one.
pub async fn show_one(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Response {
    off(app, move |app| {
        answered(enter(app, visit).and_then(|inside| {
            let form = form(app, &inside)?;
            let id = id_of(&inside.shell, &id)?;
            let begun = stands(app, id).ok_or_else(|| not_here(inside.shell.lang))?;
            form.shown(app, &inside, &begun)
        }))
    })
    .await
}

/// A profile as its form has it.
fn stands(app: &App, id: Id) -> Option<Vec<(String, String)>> {
    let known = app.book.organisation();
    let context = known.contexts().find(|known| known.id == id)?;
    let said = context.current()?;
    let mut begun = vec![
        ("level".to_owned(), said.level.code().to_owned()),
        ("place".to_owned(), said.place.clone()),
        ("valid_from".to_owned(), said.valid_from.to_string()),
        ("source".to_owned(), said.sources.clone()),
    ];
    for factor in &said.factors {
        let code = factor.code.code().to_owned();
        let side = SIDES.iter().find(|(_, does)| *does == factor.polarity);
        begun.extend(side.map(|(field, _)| ((*field).to_owned(), code.clone())));
        match factor.strength {
            Strength::Strong => begun.push(("strong_here".to_owned(), code)),
            Strength::Weak => begun.push(("weak_here".to_owned(), code)),
            Strength::Moderate => {}
        }
    }
    Some(begun)
}

/// Keeps a new profile.
pub async fn write(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answered(enter(app, visit).and_then(|inside| keep(app, &inside, &posted, None)))
    })
    .await
}

/// Keeps the next version of one, or ends it.
pub async fn rewrite(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answered(enter(app, visit).and_then(|inside| {
            let id = id_of(&inside.shell, &id)?;
            keep(app, &inside, &posted, Some(id))
        }))
    })
    .await
}

fn keep(
    app: &App,
    inside: &Inside,
    posted: &Posted,
    context: Option<Id>,
) -> Result<Response, Response> {
    let form = form(app, inside)?;
    if let Some(id) = context {
        stands(app, id).ok_or_else(|| not_here(inside.shell.lang))?;
    }
    form.answered(app, inside, posted, |asked| {
        let over = asked.answers.get("ended") == Some(&Value::Bool(true));
        match context {
            Some(id) if over => app.book.end_context(&inside.actor, asked.command, id)?,
            _ => {
                let said = said(&asked.answers, inside.actor.by.account)?;
                let actor = &inside.actor;
                app.book
                    .write_context(actor, asked.command, context, said)?;
            }
        }
        Ok(LIST.to_owned())
    })
}

fn said(answers: &Answers, author: Id) -> Result<ContextSaid, No> {
    let strong: Vec<FactorCode> = list(answers, "strong_here")?;
    let weak: Vec<FactorCode> = list(answers, "weak_here")?;
    let strength = |code: FactorCode| match (strong.contains(&code), weak.contains(&code)) {
        (true, false) => Strength::Strong,
        (false, true) => Strength::Weak,
        _ => Strength::Moderate,
    };
    let mut factors = Vec::new();
    for (field, polarity) in SIDES {
        let codes: Vec<FactorCode> = list(answers, field)?;
        factors.extend(codes.into_iter().map(|code| ContextFactor {
            code,
            polarity,
            strength: strength(code),
        }));
    }
    let text = |field: &str| {
        let text = answers.get(field).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    Ok(ContextSaid {
        level: read(answers, "level")?,
        place: text("place"),
        valid_from: read(answers, "valid_from")?,
        sources: text("source"),
        factors,
        author,
    })
}

fn list<A: DeserializeOwned>(answers: &Answers, field: &'static str) -> Result<Vec<A>, No> {
    match answers.get(field) {
        None => Ok(Vec::new()),
        Some(_) => read(answers, field),
    }
}

fn read<A: DeserializeOwned>(answers: &Answers, field: &'static str) -> Result<A, No> {
    let value = answers.get(field).cloned().unwrap_or(Value::Null);
    serde_json::from_value(value).map_err(|_| Refusal::at(Why::NotAllowed, field).into())
}

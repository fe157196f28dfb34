//! Pairs of files that may be of one person: the queue, the two side by side, and the decision.
//! Nothing is ever merged by itself, and every verdict can be taken back (`domain.md` 2.7).

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use casebook::{Compared, PairLook, PairRow, Side};
use forms::Choices;
use views::Known;

use super::{
    own_form::{OwnForm, read},
    reading::moment,
    sheet::{Piece, Sheet, Way},
    similar::{degree, reasons},
};
use crate::{
    App, FormView, Page, Posted, T,
    app::{Inside, Visit, answer, enter, fresh_command, id_of, off, say_no, to},
    not_here,
    parts::{Badge, Cell, Empty, Fact, Facts, Notice, Post, Table, Tone},
    rooms::own_file,
};

const LIST: &str = "/pairs";
/// One processor stays free for those who work.
const THREADS: usize = 1;

/// What waits for a decision.
pub async fn list(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| queue(app, &inside)))
    })
    .await
}

fn queue(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let (rows, more) =
        (app.book.pairs(&inside.actor)).map_err(|no| say_no(inside.shell.lang, &no))?;
    let compared = app.book.comparison();
    let mut pieces = job(app, inside, compared)?;
    if !rows.is_empty() {
        pieces.push(Piece::Table(table(app, t, &rows)));
    } else if compared.at.is_some() {
        pieces.push(Piece::Empty(Empty::new(t.say("pairs-empty"))));
    }
    if more {
        pieces.push(Piece::Text(t.say("pairs-more")));
    }
    Ok(Page::new(&inside.shell, "pairs-title")
        .lead(t.say("pairs-lead"))
        .show(Sheet { pieces }))
}

/// How far everybody is compared, and the button that compares anew.
fn job<'a>(app: &App, inside: &Inside, compared: Compared) -> Result<Vec<Piece<'a>>, Response> {
    let t = inside.shell.t();
    if let Some((done, all)) = compared.going {
        let args = [("done", done.into()), ("all", all.into())];
        let words =
            Notice::new(Tone::Info, t.say("pairs-going")).text(t.say_with("pairs-far", &args));
        let again = Way {
            href: LIST.to_owned(),
            words: t.say("pairs-look-again"),
            hint: String::new(),
        };
        return Ok(vec![Piece::Notice(words), Piece::Ways(vec![again])]);
    }
    let said = compared.at.map_or_else(
        || t.say("pairs-never"),
        |at| {
            t.say_with(
                "pairs-compared",
                &[("when", moment(t, &app.zone, at).into())],
            )
        },
    );
    let mut pieces = vec![Piece::Text(said)];
    if app.book.may_anywhere(&inside.actor, "pair.compare") {
        let post = Post::new(format!("{LIST}/compare"), t.say("pairs-compare"));
        let post = post.field("command", &fresh_command(&inside.shell)?);
        pieces.push(Piece::Post(post));
    }
    Ok(pieces)
}

fn table(app: &App, t: T, rows: &[PairRow]) -> Table {
    let heads = [
        "pairs-one",
        "pairs-other",
        "similar-how",
        "similar-agrees",
        "similar-differs",
    ];
    let table = Table::new(t.say("pairs-title"), heads.map(|head| t.say(head)).into());
    rows.iter().fold(table.under_its_title(), |table, row| {
        let (agrees, differs) = reasons(t, &row.findings);
        let and = t.say("forms-and");
        // The one that may be opened stands first: it names the row.
        let first = usize::from(row.sides[0].file().is_none());
        let [one, other] = [&row.sides[first], &row.sides[1 - first]];
        let how = if row.unsure {
            Badge::new(t.say("pairs-unsure"))
        } else {
            Badge::new(degree(t, row.likelihood))
        };
        table.row(vec![
            Cell::Link(format!("{LIST}/{}", row.pair), called(app, t, one)),
            Cell::Text(called(app, t, other)),
            Cell::Badge(how),
            Cell::Text(agrees.join(&and)),
            Cell::Text(differs.join(&and)),
        ])
    })
}

/// A name with its code, or where to ask.
fn called(app: &App, t: T, side: &Side) -> String {
    match side {
        Side::Open { shown, .. } => {
            let code = shown.code.clone().unwrap_or_else(|| t.say("no-code-yet"));
            format!("{} · {code}", shown.name)
        }
        Side::Elsewhere { centre } => {
            let known = app.book.organisation();
            let name = centre
                .and_then(|centre| known.name(centre))
                .unwrap_or_default();
            t.say_with("similar-elsewhere", &[("centre", name.to_owned().into())])
        }
    }
}

/// Begins to compare everybody; the page says how far it is.
pub async fn compare(State(app): State<Arc<App>>, visit: Visit) -> Response {
    let own = Arc::clone(&app);
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let begins = app.book.begin_comparison(&inside.actor);
            if begins.map_err(|no| say_no(inside.shell.lang, &no))? {
                std::thread::spawn(move || {
                    if own.book.run_comparison(THREADS).is_err() {
                        tracing::error!("everybody could not be compared");
                    }
                });
            }
            Ok(to(LIST))
        }))
    })
    .await
}

/// The two side by side, and the form.
pub async fn show(State(app): State<Arc<App>>, visit: Visit, Path(id): Path<String>) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let look = opened(app, &inside, &id)?;
            let form = deciding(app, &inside, &look)?;
            let view = match &form {
                Some(form) => Some(form.fresh(app, &inside, &[])?),
                None => None,
            };
            Ok(page(app, &inside, &look, StatusCode::OK, view))
        }))
    })
    .await
}

/// The decision.
pub async fn judge(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let look = opened(app, &inside, &id)?;
            let form = deciding(app, &inside, &look)?;
            let form = form.ok_or_else(|| not_here(inside.shell.lang))?;
            let done = form.post(app, &inside, &posted, |asked| {
                let said = read(asked.answers)?;
                let pair = look.row.pair;
                (app.book).judge_pair(&inside.actor, asked.command, asked.happened, pair, &said)
            })?;
            Ok(match done {
                Ok(()) => to(&format!("{LIST}/{id}?done=judged")),
                Err(view) => {
                    let status = StatusCode::UNPROCESSABLE_ENTITY;
                    page(app, &inside, &look, status, Some(*view))
                }
            })
        }))
    })
    .await
}

fn opened(app: &App, inside: &Inside, id: &str) -> Result<PairLook, Response> {
    let id = id_of(&inside.shell, id)?;
    let look = app.book.look_pair(&inside.actor, id);
    look.map_err(|no| say_no(inside.shell.lang, &no))
}

fn deciding(app: &App, inside: &Inside, look: &PairLook) -> Result<Option<OwnForm>, Response> {
    if !look.may_judge {
        return Ok(None);
    }
    let t = inside.shell.t();
    let both = look.row.sides.iter().all(|side| side.file().is_some());
    let kind = if both { "judge" } else { "judge_alone" };
    let action = own_file("pair", kind).ok_or_else(|| not_here(inside.shell.lang))?;
    let open = look.row.sides.iter().filter(|_| both);
    let keep = open.filter_map(|side| Some((side.file()?.to_string(), called(app, t, side))));
    Ok(Some(OwnForm {
        action,
        choices: Choices::none().with("keep", keep.collect::<Vec<_>>()),
        cancel: LIST.to_owned(),
    }))
}

fn page(
    app: &App,
    inside: &Inside,
    look: &PairLook,
    status: StatusCode,
    view: Option<FormView<'_>>,
) -> Response {
    let t = inside.shell.t();
    let mut pieces = vec![Piece::Table(side_by_side(app, t, look))];
    pieces.extend(why(t, look));
    pieces.extend(history(app, t, look));
    if let Some(view) = view {
        pieces.push(Piece::Heading(t.say("do-pair-judge")));
        pieces.push(Piece::Form(Box::new(view)));
    }
    let mut page = Page::new(&inside.shell, "pair-title")
        .status(status)
        .lead(t.say("pair-lead"));
    if app.book.may_anywhere(&inside.actor, "pair.list") {
        page = page.back(LIST, t.say("pairs-title"));
    }
    if inside.asked("done").is_some() {
        page = page.notice(Notice::new(Tone::Success, t.say("done-title")));
    }
    page.sheet(pieces)
}

/// What is known of each, one answer a row.
fn side_by_side(app: &App, t: T, look: &PairLook) -> Table {
    let heads = vec![t.say("head-what"), t.say("pairs-one"), t.say("pairs-other")];
    let mut table = Table::new(t.say("pair-both"), heads);
    let case = |side: &Side| match side {
        Side::Open { file, .. } => Cell::Link(format!("/cases/{file}"), called(app, t, side)),
        Side::Elsewhere { .. } => Cell::Text(called(app, t, side)),
    };
    let [one, other] = &look.row.sides;
    table = table.row(vec![
        Cell::Text(t.say("case-title")),
        case(one),
        case(other),
    ]);
    for (label, answer) in ANSWERS {
        let cell = |known: &Option<Known>| {
            let said = known.as_ref().map(|known| answer(t, known));
            let said = said.filter(|said| !said.is_empty());
            Cell::Text(said.unwrap_or_else(|| t.say("pair-not-said")))
        };
        let cells = [cell(&look.known[0]), cell(&look.known[1])];
        let [one, other] = cells;
        table = table.row(vec![Cell::Text(t.say(label)), one, other]);
    }
    table
}

/// A question's label, and what is said to it.
type Answer = (&'static str, fn(T, &Known) -> String);

const ANSWERS: [Answer; 9] = [
    ("head-name", |t, known| {
        let mut names: Vec<&str> = Vec::new();
        for name in &known.names {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names.join(&t.say("forms-and"))
    }),
    ("field-dob", |t, known| {
        let day = known.born.map(|born| t.day(born));
        let guess = known
            .estimated
            .then(|| t.code("dob_confidence", "estimated"));
        let said = day.into_iter().chain(guess);
        said.collect::<Vec<_>>().join(&t.say("forms-and"))
    }),
    ("field-sex", |t, known| {
        known
            .sex
            .map_or_else(String::new, |sex| t.code("sex", sex.code()))
    }),
    ("field-nationality", |t, known| {
        let all = known.nationality.iter().map(|code| t.code("country", code));
        all.collect::<Vec<_>>().join(&t.say("forms-and"))
    }),
    ("field-mother_name", |_, known| known.mother.clone()),
    ("field-region_of_origin", |_, known| known.place.clone()),
    ("field-phone", |_, known| known.phone.clone()),
    ("field-id_number", |_, known| known.document.clone()),
    ("place-household", |t, known| {
        known
            .household
            .map_or_else(String::new, |_| t.say("pair-household"))
    }),
];

fn why<'a>(t: T, look: &PairLook) -> Vec<Piece<'a>> {
    let (agrees, differs) = reasons(t, &look.row.findings);
    if agrees.is_empty() && differs.is_empty() {
        return Vec::new();
    }
    let and = t.say("forms-and");
    let mut facts = Facts::new().fact(Fact::new(
        t.say("similar-how"),
        degree(t, look.row.likelihood),
    ));
    for (label, said) in [("similar-agrees", agrees), ("similar-differs", differs)] {
        if !said.is_empty() {
            facts = facts.with(t.say(label), said.join(&and));
        }
    }
    vec![Piece::Facts(facts)]
}

/// What was decided before, the newest first.
fn history<'a>(app: &App, t: T, look: &PairLook) -> Vec<Piece<'a>> {
    let known = app.book.organisation();
    let told = look.judged.iter().rev().map(|(stamp, said)| {
        let by = known.name(stamp.by.account).unwrap_or_default().to_owned();
        let when = moment(t, &app.zone, stamp.happened);
        let mut facts = Facts::new();
        if !said.verdict_reason.is_empty() {
            facts = facts.with(t.say("field-verdict_reason"), said.verdict_reason.clone());
        }
        let kept = look
            .row
            .sides
            .iter()
            .find(|side| side.file().is_some() && side.file() == said.keep);
        if let Some(side) = kept {
            facts = facts.with(t.say("field-keep"), called(app, t, side));
        }
        Piece::Record {
            title: t.code("pair_verdict", said.pair_verdict.code()),
            when: t.say_with("record-when", &[("when", when.into()), ("by", by.into())]),
            facts,
        }
    });
    told.collect()
}

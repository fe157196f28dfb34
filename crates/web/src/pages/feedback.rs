//! Feedback and complaints: everybody may write one down; each is read by few.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::{FeedbackLook, FeedbackRow};
use casework::{
    Id,
    case::Stamp,
    feedback::{Feedback, FeedbackAsk},
};
use forms::Choices;
use serde::Serialize;
use serde_json::Value;

use super::{
    household::called,
    own_form::{OwnForm, read},
    reading::moment,
    sheet::{Piece, Sheet, Way},
};
use crate::{
    App, Page, Posted, T,
    app::{Inside, Visit, answer, enter, id_of, off, say_no},
    not_here,
    parts::{Badge, Cell, Empty, Facts, Notice, Table, Tone},
    read_out,
    rooms::own_file,
};

/// What the reader may read, and the way to write one down.
pub async fn list(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| all(app, &inside)))
    })
    .await
}

fn all(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let mut pieces = vec![Piece::Buttons(vec![Way {
        href: "/feedback/new".into(),
        words: t.say("do-feedback-receive"),
        hint: String::new(),
    }])];
    if app.book.may_anywhere(&inside.actor, "feedback.list") {
        let rows = app
            .book
            .feedback(&inside.actor)
            .map_err(|no| say_no(inside.shell.lang, &no))?;
        pieces.push(if rows.is_empty() {
            Piece::Empty(Empty::new(t.say("feedback-empty")))
        } else {
            Piece::Table(table(app, t, &rows))
        });
    }
    let page = Page::new(&inside.shell, "feedback-title").lead(t.say("feedback-lead"));
    let page = match inside.asked("done") {
        Some("unread") => page.notice(
            Notice::new(Tone::Danger, t.say("feedback-unread")).text(t.say("feedback-unread-text")),
        ),
        Some(_) => page.notice(
            Notice::new(Tone::Success, t.say("done-title")).text(t.say("feedback-received-text")),
        ),
        None => page,
    };
    Ok(page.show(Sheet { pieces }))
}

fn table(app: &App, t: T, rows: &[FeedbackRow]) -> Table {
    let heads = vec![
        t.say("head-what"),
        t.say("head-received"),
        t.say("feedback-next"),
        t.say("head-until"),
        t.say("head-state"),
    ];
    let now = app.book.now();
    let rows = rows.iter().filter_map(|row| {
        let (stamp, received) = row.state.received.as_ref()?;
        Some((row, stamp, received))
    });
    let table = Table::new(t.say("feedback-title"), heads).under_its_title();
    rows.fold(table, |table, (row, stamp, received)| {
        let next = row.due.iter().min_by_key(|due| due.at);
        let state = match next {
            _ if row.state.closed.is_some() => Badge::done(t.say("feedback-closed")),
            Some(due) if due.at < now => Badge::overdue(t.say("state-overdue")),
            _ => Badge::new(t.say("state-open")),
        };
        let what = next.map_or_else(String::new, |due| t.code("due", due.what.code()));
        let until = next.map_or_else(String::new, |due| moment(t, &app.zone, due.at));
        table.row(vec![
            Cell::Link(
                format!("/feedback/{}", row.id),
                t.code("feedback_type", received.feedback_type.code()),
            ),
            Cell::Text(moment(t, &app.zone, stamp.happened)),
            Cell::Text(what),
            Cell::Text(until),
            Cell::Badge(state),
        ])
    })
}

/// The form to write one down.
pub async fn show_new(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let form = receiving(app, &inside)?;
            form.shown(app, &inside, &inside.query)
        }))
    })
    .await
}

/// Writing it down.
pub async fn receive(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let form = receiving(app, &inside)?;
            form.answered(app, &inside, &posted, |asked| {
                let said: Feedback = read(asked.answers)?;
                app.book
                    .receive_feedback(&inside.actor, asked.command, asked.happened, &said)?;
                let is_read = app.book.feedback_is_read(asked.command)?;
                let done = if is_read { "received" } else { "unread" };
                Ok(format!("/feedback?done={done}"))
            })
        }))
    })
    .await
}

fn receiving(app: &App, inside: &Inside) -> Result<OwnForm, Response> {
    let lang = inside.shell.lang;
    if !app.book.may_anywhere(&inside.actor, "feedback.receive") {
        return Err(not_here(lang));
    }
    Ok(OwnForm {
        action: own_file("feedback", "receive").ok_or_else(|| not_here(lang))?,
        choices: staff(app, inside.shell.t(), false),
        cancel: "/feedback".to_owned(),
    })
}

/// Who works here; `ever` also names those who left.
fn staff(app: &App, t: T, ever: bool) -> Choices {
    let known = app.book.organisation();
    let all = known.accounts().filter(|account| ever || !account.closed);
    let named = all.map(|account| {
        let role = t.code("role", account.role.code());
        (
            account.id.to_string(),
            format!("{} ({role})", account.display_name),
        )
    });
    Choices::none().with("about_staff", named.collect::<Vec<_>>())
}

/// One of them.
pub async fn show(State(app): State<Arc<App>>, visit: Visit, Path(id): Path<String>) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let look = open(app, &inside, &id)?;
            Ok(page(app, &inside, &look))
        }))
    })
    .await
}

fn open(app: &App, inside: &Inside, id: &str) -> Result<FeedbackLook, Response> {
    let id = id_of(&inside.shell, id)?;
    app.book
        .look_feedback(&inside.actor, id)
        .map_err(|no| say_no(inside.shell.lang, &no))
}

fn page(app: &App, inside: &Inside, look: &FeedbackLook) -> Response {
    let t = inside.shell.t();
    let mut pieces = Vec::new();
    let ways: Vec<Way> = next_kind(look)
        .filter(|kind| app.book.may_feedback(&inside.actor, &look.state, kind))
        .map(|kind| Way {
            href: format!("/feedback/{}/{kind}", look.id),
            words: t.say(&format!("do-feedback-{kind}")),
            hint: String::new(),
        })
        .into_iter()
        .collect();
    if !ways.is_empty() {
        pieces.push(Piece::Buttons(ways));
    }
    if !look.due.is_empty() {
        pieces.push(Piece::Table(due(app, t, look)));
    }
    if let Some(person) = &look.person {
        pieces.push(Piece::Ways(vec![Way {
            href: format!("/cases/{}", person.file),
            words: called(t, person),
            hint: t.say("feedback-person"),
        }]));
    }
    pieces.extend(records(app, t, look));
    Page::new(&inside.shell, "feedback-one")
        .back("/feedback", t.say("feedback-title"))
        .show(Sheet { pieces })
}

/// What comes next: each step once, in order.
fn next_kind(look: &FeedbackLook) -> Option<&'static str> {
    let state = &look.state;
    match (&state.acknowledged, &state.responded, &state.closed) {
        (None, _, _) => Some("acknowledge"),
        (_, None, _) => Some("respond"),
        (_, _, None) => Some("close_loop"),
        _ => None,
    }
}

fn due(app: &App, t: T, look: &FeedbackLook) -> Table {
    let heads = vec![t.say("head-what"), t.say("head-until"), t.say("head-state")];
    let now = app.book.now();
    let table = Table::new(t.say("case-due"), heads);
    look.due.iter().fold(table, |table, due| {
        let state = if due.at < now {
            Badge::overdue(t.say("state-overdue"))
        } else {
            Badge::new(t.say("state-open"))
        };
        table.row(vec![
            Cell::Text(t.code("due", due.what.code())),
            Cell::Text(moment(t, &app.zone, due.at)),
            Cell::Badge(state),
        ])
    })
}

/// What was said, and what became of it.
fn records<'a>(app: &App, t: T, look: &FeedbackLook) -> Vec<Piece<'a>> {
    let state = &look.state;
    let mut all = Vec::new();
    if let Some((stamp, body)) = &state.received {
        all.push(record(app, t, "receive", *stamp, body));
    }
    if let Some((stamp, body)) = &state.acknowledged {
        all.push(record(app, t, "acknowledge", *stamp, body));
    }
    if let Some((stamp, body)) = &state.responded {
        all.push(record(app, t, "respond", *stamp, body));
    }
    if let Some((stamp, body)) = &state.closed {
        all.push(record(app, t, "close_loop", *stamp, body));
    }
    all
}

fn record<'a>(app: &App, t: T, kind: &str, stamp: Stamp, body: &impl Serialize) -> Piece<'a> {
    let action = own_file("feedback", kind);
    let facts = match (action, serde_json::to_value(body)) {
        (Some(action), Ok(Value::Object(answers))) => {
            let choices = staff(app, t, true);
            read_out(&action.form, &choices, &answers, t, &app.zone)
        }
        _ => Facts::new(),
    };
    let recorded = action.and_then(|action| action.recorded.first().copied());
    let by = app.book.organisation();
    let by = by.name(stamp.by.account).unwrap_or_default().to_owned();
    let when = moment(t, &app.zone, stamp.happened);
    Piece::Record {
        title: t.say(&format!("event-feedback-{}", recorded.unwrap_or_default())),
        when: t.say_with("record-when", &[("when", when.into()), ("by", by.into())]),
        facts,
    }
}

/// The form of the next step.
pub async fn show_answer(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((id, kind)): Path<(String, String)>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let (_, form) = answering(app, &inside, &id, &kind)?;
            form.shown(app, &inside, &[])
        }))
    })
    .await
}

/// The next step.
pub async fn answer_it(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((id, kind)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let (id, form) = answering(app, &inside, &id, &kind)?;
            form.answered(app, &inside, &posted, |asked| {
                let ask: FeedbackAsk = read(whole(&kind, asked.answers))?;
                app.book
                    .answer_feedback(&inside.actor, asked.command, asked.happened, id, &ask)?;
                Ok(format!("/feedback/{id}"))
            })
        }))
    })
    .await
}

/// The answers as a command of their kind.
fn whole(kind: &str, answers: forms::Answers) -> forms::Answers {
    let mut whole = forms::Answers::new();
    whole.insert("kind".to_owned(), Value::from(kind));
    whole.insert("body".to_owned(), Value::Object(answers));
    whole
}

fn answering(app: &App, inside: &Inside, id: &str, kind: &str) -> Result<(Id, OwnForm), Response> {
    let lang = inside.shell.lang;
    let look = open(app, inside, id)?;
    let action = own_file("feedback", kind).ok_or_else(|| not_here(lang))?;
    if kind == "receive" || !app.book.may_feedback(&inside.actor, &look.state, kind) {
        return Err(not_here(lang));
    }
    let form = OwnForm {
        action,
        choices: Choices::none(),
        cancel: format!("/feedback/{}", look.id),
    };
    Ok((look.id, form))
}

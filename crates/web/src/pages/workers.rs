//! One worker as a supervisor sees them: their cases, their leave, and who stands in.

use std::sync::Arc;

use access::{duty::Leave, organisation::Account};
use axum::{
    extract::{Path, State},
    response::Response,
};
use casework::{Id, actor::Role};
use forms::Choices;
use views::CarriedRow;

use super::{
    lists::code,
    own_form::{OwnForm, read},
    reading::moment,
    sheet::{Piece, Sheet, Way},
    supervision::{from, until},
};
use crate::{
    App, Page, Posted, T,
    app::{Inside, Visit, answer, enter, fresh_command, id_of, off, say_no, to},
    not_here,
    parts::{Badge, Cell, Empty, Notice, Post, Table, Tone},
    rooms::{colleagues, own_file},
};

/// Their cases and their leave.
pub async fn show(State(app): State<Arc<App>>, visit: Visit, Path(id): Path<String>) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| page(app, &inside, &id)))
    })
    .await
}

fn page(app: &App, inside: &Inside, id: &str) -> Result<Response, Response> {
    let t = inside.shell.t();
    let id = id_of(&inside.shell, id)?;
    let rows = app.book.carried(&inside.actor, id);
    let rows = rows.map_err(|no| say_no(inside.shell.lang, &no))?;
    let account = staff(app, inside, id)?;
    let mut pieces: Vec<Piece<'_>> = leave(app, inside, &account, &rows)?;
    pieces.push(if rows.is_empty() {
        Piece::Empty(Empty::new(t.say("worker-no-cases")))
    } else {
        Piece::Table(cases(app, t, &rows))
    });
    Ok(Page::new(&inside.shell, "worker-title")
        .titled(account.display_name)
        .back("/supervision", t.say("supervision-title"))
        .show(Sheet { pieces }))
}

/// An account of the reader's own centre; an administrator keeps leave everywhere.
fn staff(app: &App, inside: &Inside, id: Id) -> Result<Account, Response> {
    let by = inside.actor.by;
    let everywhere = by.role == Role::Administrator;
    let known = app.book.organisation().account(id).cloned();
    known
        .filter(|known| everywhere || known.centre == by.centre)
        .ok_or_else(|| not_here(inside.shell.lang))
}

/// Whether they are away, who covers, and the one action that names the cover everywhere.
fn leave<'a>(
    app: &App,
    inside: &Inside,
    account: &Account,
    rows: &[CarriedRow],
) -> Result<Vec<Piece<'a>>, Response> {
    let t = inside.shell.t();
    let mut pieces = Vec::new();
    let alone = rows.iter().filter(|row| row.backup.is_none()).count();
    if let Some(done) = inside.asked("named") {
        let count: usize = done.parse().unwrap_or_default();
        let words = t.say_with("cover-named", &[("count", count.into())]);
        pieces.push(Piece::Notice(Notice::new(Tone::Success, words)));
    }
    let known = app.book.organisation();
    if let Some(leave) = &account.leave {
        let days = format!("{} – {}", from(t, leave.from), until(t, leave.until));
        let cover = leave.cover.and_then(|cover| known.name(cover));
        let cover = match cover {
            Some(name) => t.say_with("leave-cover", &[("name", name.into())]),
            None => t.say("leave-no-cover"),
        };
        let notice = Notice::new(Tone::Info, t.say("leave-title")).text(format!("{days}. {cover}"));
        pieces.push(Piece::Notice(notice));
        if leave.cover.is_some() && alone > 0 {
            let href = format!("/supervision/workers/{}/cover", account.id);
            let words = t.say_with("cover-all", &[("count", alone.into())]);
            let post = Post::new(href, words).field("command", &fresh_command(&inside.shell)?);
            pieces.push(Piece::Post(post));
        }
    }
    drop(known);
    if app.book.may_anywhere(&inside.actor, "leave.change") {
        pieces.push(Piece::Ways(vec![Way {
            href: format!("/supervision/workers/{}/leave", account.id),
            words: t.say("do-leave-set"),
            hint: String::new(),
        }]));
    }
    Ok(pieces)
}

fn cases(app: &App, t: T, rows: &[CarriedRow]) -> Table {
    let heads = [
        "head-code",
        "head-risk",
        "head-overdue",
        "head-last-contact",
        "head-backup",
    ];
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let known = app.book.organisation();
    rows.iter()
        .fold(Table::new(t.say("worker-cases"), heads), |table, row| {
            let risk = row.risk.as_deref().map_or_else(
                || Cell::Text(t.say("risk-not-decided")),
                |level| Cell::Badge(Badge::risk(t, level)),
            );
            let overdue = match row.overdue {
                0 => Cell::Number("0".into()),
                some => Cell::Badge(Badge::overdue(some.to_string())),
            };
            let seen = row.last_contact.map(|at| moment(t, &app.zone, at));
            let backup = row.backup.and_then(|backup| known.name(backup));
            let backup = backup.map_or_else(|| t.say("backup-none"), str::to_owned);
            table.row(vec![
                Cell::Link(format!("/cases/{}", row.file), code(t, row.code.as_ref())),
                risk,
                overdue,
                Cell::Text(seen.unwrap_or_else(|| t.say("worker-no-contact"))),
                Cell::Text(backup),
            ])
        })
}

/// The form for a leave.
fn leave_form(app: &App, inside: &Inside, account: &Account) -> Result<OwnForm, Response> {
    let t = inside.shell.t();
    if !app.book.may_anywhere(&inside.actor, "leave.change") {
        return Err(not_here(inside.shell.lang));
    }
    let action = own_file("leave", "set").ok_or_else(|| not_here(inside.shell.lang))?;
    let own = account.id.to_string();
    let others = colleagues(app, t, account.centre);
    let others = others.into_iter().filter(|(id, _)| *id != own);
    let cancel = match app.book.may_anywhere(&inside.actor, "supervision.read") {
        true => format!("/supervision/workers/{}", account.id),
        false => format!("/admin/accounts/{}", account.id),
    };
    Ok(OwnForm {
        action,
        choices: Choices::none().with("cover", others),
        cancel,
    })
}

/// Shows it, begun with what stands.
pub async fn show_leave(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let account = staff(app, &inside, id_of(&inside.shell, &id)?)?;
            let form = leave_form(app, &inside, &account)?;
            let mut begun = Vec::new();
            if let Some(leave) = &account.leave {
                begun.push(("from".to_owned(), leave.from.to_string()));
                begun.push(("until".to_owned(), leave.until.to_string()));
                begun.extend(
                    leave
                        .cover
                        .map(|cover| ("cover".to_owned(), cover.to_string())),
                );
            }
            form.shown(app, &inside, &begun)
        }))
    })
    .await
}

/// Sets a leave, or ends it.
pub async fn set_leave(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let account = staff(app, &inside, id_of(&inside.shell, &id)?)?;
            let form = leave_form(app, &inside, &account)?;
            let next = form.cancel.clone();
            form.answered(app, &inside, &posted, |mut asked| {
                let ended = asked.answers.remove("ended");
                if ended == Some(serde_json::Value::Bool(true)) {
                    app.book
                        .end_leave(&inside.actor, asked.command, account.id)?;
                } else {
                    let leave: Leave = read(asked.answers)?;
                    app.book
                        .set_leave(&inside.actor, asked.command, account.id, leave)?;
                }
                Ok(next)
            })
        }))
    })
    .await
}

/// Names the cover as backup of every case that has none.
pub async fn cover(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let id = id_of(&inside.shell, &id)?;
            let command = id_of(&inside.shell, posted.command().unwrap_or_default())?;
            let named = app.book.cover_cases(&inside.actor, command, id);
            let named = named.map_err(|no| say_no(inside.shell.lang, &no))?;
            Ok(to(&format!("/supervision/workers/{id}?named={named}")))
        }))
    })
    .await
}

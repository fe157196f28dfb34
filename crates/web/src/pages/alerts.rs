//! Alerts that nobody answered yet: whose turn it is, under which number, and "I am on it".

use std::sync::Arc;

use axum::{extract::State, response::Response};
use casebook::OpenAlert;
use casework::{
    Id,
    actor::Role,
    lists::Theme,
    reception::{answers, escalation::Holder},
};

use super::{
    lists::code,
    reading::moment,
    sheet::{Piece, Sheet},
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, fresh_command, off, say_no},
    parts::{Badge, Cell, Empty, Notice, Post, Table, Tone},
};

/// The open alerts.
pub async fn list(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| page(app, &inside)))
    })
    .await
}

fn page(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let open = app.book.open_alerts(&inside.actor);
    let open = open.map_err(|no| say_no(inside.shell.lang, &no))?;
    let me = inside.actor.by.account;
    let (mine, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|one| one.stands_with(me));
    let mut pieces = Vec::new();
    if mine.is_empty() && others.is_empty() {
        pieces.push(Piece::Empty(Empty::new(t.say("alerts-empty"))));
    }
    for (alerts, caption) in [(mine, "alerts-mine"), (others, "alerts-others")] {
        if !alerts.is_empty() {
            let table = table(app, inside, t.say(caption), &alerts)?;
            pieces.push(Piece::Table(table));
        }
    }
    let lead = match inside.actor.by.role {
        Role::DataProtection => "alerts-lead",
        _ => "alerts-lead-turns",
    };
    let mut page = Page::new(&inside.shell, "alerts-title").lead(t.say(lead));
    if inside.asked("done").is_some() {
        page = page.notice(Notice::new(Tone::Success, t.say("done-title")));
    }
    Ok(page.show(Sheet { pieces }))
}

/// Alerts as a table: what, whose, since when, with whom it is now, and the button to take it.
pub(super) fn table(
    app: &App,
    inside: &Inside,
    caption: String,
    open: &[OpenAlert],
) -> Result<Table, Response> {
    let t = inside.shell.t();
    let asked = open.iter().any(|one| one.row.asked.is_some());
    let mut heads = vec![
        t.say("head-what"),
        t.say("head-code"),
        t.say("head-since"),
        t.say("head-with"),
        t.say("head-phone"),
    ];
    if asked {
        heads.push(t.say("field-reception-log_authority_request-authority"));
        heads.push(t.say("field-what_was_asked"));
    }
    heads.push(t.say("head-do"));
    let mut table = Table::new(caption, heads);
    for one in open {
        let mut cells = vec![
            Cell::Link(way(one), t.code("alert_kind", &one.row.kind)),
            Cell::Code(code(t, one.row.code.as_ref())),
            Cell::Text(moment(t, &app.zone, one.row.raised_at)),
            with(app, inside, one),
            Cell::Links(phones(app, t, one)),
        ];
        if asked {
            cells.push(Cell::Text(one.row.authority.clone().unwrap_or_default()));
            cells.push(Cell::Text(one.row.asked.clone().unwrap_or_default()));
        }
        cells.push(Cell::Do(take(inside, t, one)?, answer_way(t, one)));
        table = table.row(cells);
    }
    Ok(table)
}

/// To the answer for those who answer, else to the case.
pub(super) fn way(one: &OpenAlert) -> String {
    let (file, alert) = (one.row.file, one.row.alert);
    if one.answers {
        format!("/cases/{file}/reception/answer_alert?alert={alert}")
    } else {
        format!("/cases/{file}")
    }
}

/// The way to its answer, for those who answer it.
pub(super) fn answer_way(t: T, one: &OpenAlert) -> Option<(String, String)> {
    (one.answers).then(|| (way(one), t.say("alert-answer")))
}

/// The roles that answer alerts of a theme: the focal point's, and the supervisor who stands in.
pub(super) fn answered_by(t: T, theme: Theme) -> String {
    let roles = Role::ALL.iter().filter(|role| answers(**role, theme));
    let words: Vec<_> = roles.map(|role| t.code("role", role.code())).collect();
    words.join(&t.say("forms-and"))
}

/// Whom to go to when nobody stands on the duty list: the role, and who has it here.
pub(super) fn nobody_on_duty(app: &App, inside: &Inside, one: &OpenAlert) -> String {
    let t = inside.shell.t();
    let role = answered_by(t, one.row.theme);
    let names = app.book.answerers(&inside.actor, one);
    if names.is_empty() {
        return t.say_with("alert-nobody-at-all", &[("role", role.into())]);
    }
    let names = names.join(&t.say("forms-and"));
    let words = [("role", role.into()), ("names", names.into())];
    t.say_with("alert-nobody-for", &words)
}

/// With whom it is now.
fn with(app: &App, inside: &Inside, one: &OpenAlert) -> Cell {
    let t = inside.shell.t();
    let known = app.book.organisation();
    let name = |account: Id| known.name(account).unwrap_or_default().to_owned();
    match one.holder {
        Holder::Taken(account) => {
            let words = t.say_with("alert-taken-by", &[("name", name(account).into())]);
            Cell::Badge(Badge::done(words))
        }
        Holder::Turn { account, until, .. } => {
            let until = t.time(&until.to_zoned(app.zone.clone()));
            let words = [("name", name(account).into()), ("time", until.into())];
            Cell::Text(t.say_with("alert-turn", &words))
        }
        Holder::Everybody if one.list.is_empty() => {
            drop(known);
            Cell::Text(nobody_on_duty(app, inside, one))
        }
        Holder::Everybody => Cell::Badge(Badge::overdue(t.say("alert-everybody"))),
    }
}

/// The number of whoever holds it; when the list is at its end, everybody's.
fn phones(app: &App, t: T, one: &OpenAlert) -> Vec<(String, String)> {
    let known = app.book.organisation();
    let holds = match one.holder {
        Holder::Taken(account) | Holder::Turn { account, .. } => Some(account),
        Holder::Everybody => None,
    };
    let list = one.list.iter();
    let list = list.filter(|place| holds.is_none_or(|account| account == place.account));
    list.map(|place| {
        let name = known.name(place.account).unwrap_or_default();
        let words = [
            ("name", name.into()),
            ("phone", place.phone.as_str().into()),
        ];
        (
            format!("tel:{}", place.phone),
            t.say_with("alert-phone", &words),
        )
    })
    .collect()
}

/// "I am on it", unless it is with the reader already.
pub(super) fn take(inside: &Inside, t: T, one: &OpenAlert) -> Result<Option<Post>, Response> {
    if one.row.taken_by == Some(inside.actor.by.account) {
        return Ok(None);
    }
    let action = format!("/cases/{}/reception/take_alert", one.row.file);
    let words = match one.row.taken_by {
        Some(_) => t.say("alert-take-over"),
        None => t.say("do-reception-take_alert"),
    };
    let post = Post::new(action, words)
        .field("command", &fresh_command(&inside.shell)?)
        .field("alert", &one.row.alert.to_string());
    Ok(Some(post))
}

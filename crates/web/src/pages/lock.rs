//! The locked page, and leaving at once. A locked session shows nothing, wherever it is asked: each
//! page becomes this one in its own place, so that unlocking leads back to the same address.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{StatusCode, header::SET_COOKIE},
    response::{Html, IntoResponse, Response},
};
use casebook::{Session, SignInNo};

use super::sign_in::{refused, typed, waiting};
use crate::{
    App, Page, Posted, Shell, T,
    app::{Visit, off, say_no, to},
    parts::Notice,
    shell::is_ours,
};

#[derive(Template)]
#[template(path = "pages/locked.html")]
struct Locked {
    t: T,
    /// Who works here, for a colleague who knows them: the initials, and no name, no role and
    /// nothing of a case for whoever else stands there (DP21).
    name: Option<String>,
    notice: Option<Notice>,
    back: String,
}

/// What a locked session answers at every address.
pub fn page(
    shell: &Shell,
    status: StatusCode,
    name: Option<&str>,
    notice: Option<Notice>,
) -> Response {
    Page::new(shell, "lock-title").status(status).show(Locked {
        t: shell.t(),
        name: name.map(initials),
        notice,
        back: shell.path.clone(),
    })
}

/// `W. W.`
fn initials(name: &str) -> String {
    let letters = name
        .split_whitespace()
        .filter_map(|part| part.chars().next());
    let letters: Vec<_> = letters.take(3).map(|letter| format!("{letter}.")).collect();
    letters.join(" ")
}

/// Locks the session.
pub async fn lock(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        let token = visit.token.as_deref().unwrap_or_default();
        match app.book.lock(token) {
            Ok(true) => to(back(&posted)),
            Ok(false) => to("/sign-in"),
            Err(no) => say_no(visit.shell.lang, &no),
        }
    })
    .await
}

fn back(posted: &Posted) -> &str {
    let back = posted.get("back").filter(|back| is_ours(back));
    back.unwrap_or("/")
}

/// Unlocks with the password, and leads back to where it was locked.
pub async fn unlock(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        let Some(token) = visit.token.as_deref() else {
            return to("/sign-in");
        };
        let shell = Shell::new(visit.shell.lang, back(&posted));
        let name = match app.book.session(token) {
            Ok(Session::Open(_)) => return to(&shell.path),
            Ok(Session::Locked(who)) => who.account.display_name,
            Ok(Session::Over(_) | Session::None) => return to("/sign-in"),
            Err(no) => return say_no(shell.lang, &no),
        };
        let password = typed(&posted, "password");
        if password.len() > 1000 {
            return wrong(&shell, &name);
        }
        let known = app.book.unlock(token, &password, &visit.source);
        match known {
            Ok(new) => match app.cookie.set(new.as_str()) {
                Some(cookie) => ([(SET_COOKIE, cookie)], to(&shell.path)).into_response(),
                None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            },
            Err(SignInNo::Gone) => to("/sign-in"),
            Err(SignInNo::Wrong) => wrong(&shell, &name),
            Err(SignInNo::Wait(left)) => {
                let notice = waiting(shell.t(), left);
                let status = StatusCode::TOO_MANY_REQUESTS;
                page(&shell, status, Some(&name), Some(notice))
            }
            Err(SignInNo::Failed(no)) => say_no(shell.lang, &no),
        }
    })
    .await
}

fn wrong(shell: &Shell, name: &str) -> Response {
    let notice = refused(shell.t(), shell.t().say("lock-wrong"));
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(shell, status, Some(name), Some(notice))
}

/// An empty sheet: no name, no style, no way back, the same for everybody. Whoever leaves for it
/// leaves the session locked, and the browser drops the pages that it would show again.
pub async fn away(State(app): State<Arc<App>>, visit: Visit) -> Response {
    const EMPTY: &str = "<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>New page</title></head><body></body></html>";
    off(app, move |app| {
        if let Some(token) = visit.token.as_deref()
            && app.book.lock(token).is_err()
        {
            // The empty sheet matters more than the lock.
            tracing::error!("a session could not be locked");
        }
        ([("clear-site-data", "\"cache\"")], Html(EMPTY)).into_response()
    })
    .await
}

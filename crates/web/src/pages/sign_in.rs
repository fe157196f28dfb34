//! Signing in and out, the first administrator, one's own password.

use std::sync::Arc;

use access::organisation::Facility;
use askama::Template;
use axum::{
    extract::State,
    http::{StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Response},
};
use casebook::{NewAccount, No, SignInNo, SignedIn, Token};
use casework::{Id, actor::Role};
use jiff::SignedDuration;

use super::{demo, refusal};
use crate::{
    App, Page, Posted, T,
    app::{Inside, Visit, answer, enter, fresh_command, id_of, off, say_no, to},
    drafting::leave,
    not_here,
    parts::{Notice, Tone},
};

#[derive(Template)]
#[template(path = "pages/sign_in.html")]
struct SignIn {
    t: T,
    notice: Option<Notice>,
    username: String,
    tour: Vec<Guide>,
    password: &'static str,
    resets: bool,
}

/// One account of the demonstration that a visitor may try.
struct Guide {
    username: String,
    role: String,
    name: String,
    tries: String,
}

/// Who can be tried at the demonstration, one for each role; nobody anywhere else.
fn tour(app: &App, t: T) -> Vec<Guide> {
    let mut shown: Vec<Role> = Vec::new();
    let known = app.book.organisation();
    let mut all: Vec<_> = known.accounts().filter(|_| app.demo.is_some()).collect();
    all.sort_by_key(|account| (account.role, account.username.len()));
    all.retain(|account| {
        let first = !shown.contains(&account.role);
        shown.push(account.role);
        first && !account.closed
    });
    let guide = |account: &access::organisation::Account| Guide {
        username: account.username.clone(),
        role: t.code("role", account.role.code()),
        name: account.display_name.clone(),
        tries: t.say(&format!("demo-try-{}", account.role.code())),
    };
    all.into_iter().map(guide).collect()
}

/// The door.
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        if app.book.is_new() {
            return to("/begin");
        }
        door(app, &visit, StatusCode::OK, None, String::new())
    })
    .await
}

fn door(
    app: &App,
    visit: &Visit,
    status: StatusCode,
    notice: Option<Notice>,
    username: String,
) -> Response {
    let t = visit.shell.t();
    Page::new(&visit.shell, "sign-in-title")
        .status(status)
        .show(SignIn {
            t,
            notice,
            username,
            tour: tour(app, t),
            password: app.demo.as_ref().map_or("", |demo| demo.password),
            resets: demo::resets(app),
        })
}

/// Opens the door, or says in words why not.
pub async fn sign_in(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        let t = visit.shell.t();
        let username = posted.get("username").unwrap_or_default().to_owned();
        let password = posted
            .0
            .iter()
            .find(|(name, _)| name == "password")
            .map_or("", |(_, value)| value);
        if password.len() > 1000 || username.len() > 200 {
            return wrong(app, &visit, t, username);
        }
        match app.book.sign_in(&username, password, &visit.source) {
            Ok(token) => entered(app, &visit, &token),
            Err(SignInNo::Wrong | SignInNo::Gone) => wrong(app, &visit, t, username),
            Err(SignInNo::Wait(left)) => door(
                app,
                &visit,
                StatusCode::TOO_MANY_REQUESTS,
                Some(waiting(t, left)),
                username,
            ),
            Err(SignInNo::Failed(no)) => say_no(visit.shell.lang, &no),
        }
    })
    .await
}

/// Whoever comes in at this machine takes it over: the session of the one before ends, and what the
/// browser keeps of their pages goes.
fn entered(app: &App, visit: &Visit, token: &Token) -> Response {
    if let Some(before) = &visit.token
        && let Err(no) = app.book.sign_out(before)
    {
        return say_no(visit.shell.lang, &no);
    }
    let clear = [("clear-site-data", "\"cache\"")];
    let first = match app.book.signed_in(token.as_str()) {
        Ok(Some(who)) if begun_some(app, &who) => to("/drafts?kept=some"),
        _ => to("/"),
    };
    match app.cookie.set(token.as_str()) {
        Some(cookie) => ([(SET_COOKIE, cookie)], clear, first).into_response(),
        None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Whoever was cut off in the middle of something is led back to it.
fn begun_some(app: &App, who: &SignedIn) -> bool {
    let drafts = app.book.drafts(&who.actor);
    drafts.is_ok_and(|drafts| !drafts.is_empty())
}

fn wrong(app: &App, visit: &Visit, t: T, username: String) -> Response {
    let notice = refused(t, t.say("sign-in-wrong"));
    door(
        app,
        visit,
        StatusCode::UNPROCESSABLE_ENTITY,
        Some(notice),
        username,
    )
}

/// A no at the door.
pub fn refused(t: T, text: String) -> Notice {
    Notice::new(Tone::Refusal, t.say("refused-title")).text(text)
}

/// Too many wrong tries: wait.
pub fn waiting(t: T, left: SignedDuration) -> Notice {
    let seconds = left.as_secs() + 1;
    refused(
        t,
        t.say_with("sign-in-wait", &[("seconds", seconds.into())]),
    )
}

/// Closes the door behind somebody, and clears what the browser keeps.
pub async fn sign_out(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        leave(
            app,
            visit.shell.lang,
            visit.token.as_deref().unwrap_or_default(),
        )
    })
    .await
}

#[derive(Template)]
#[template(path = "pages/begin.html")]
struct Begin {
    t: T,
    notice: Option<Notice>,
    command: String,
    centre: String,
    username: String,
    display_name: String,
}

/// The first page of an empty program: its first centre and administrator.
pub async fn show_begin(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        if !app.book.is_new() {
            return not_here(visit.shell.lang);
        }
        answer(
            fresh_command(&visit.shell).map(|command| {
                beginning(&visit, StatusCode::OK, None, &Posted::default(), command)
            }),
        )
    })
    .await
}

fn beginning(
    visit: &Visit,
    status: StatusCode,
    notice: Option<Notice>,
    posted: &Posted,
    command: String,
) -> Response {
    let said = |name: &str| posted.get(name).unwrap_or_default().to_owned();
    Page::new(&visit.shell, "begin-title")
        .lead(visit.shell.t().say("begin-lead"))
        .status(status)
        .show(Begin {
            t: visit.shell.t(),
            notice,
            command,
            centre: said("centre"),
            username: said("username"),
            display_name: said("display_name"),
        })
}

/// Makes the first centre and administrator.
pub async fn begin(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        let t = visit.shell.t();
        if !app.book.is_new() {
            return not_here(visit.shell.lang);
        }
        let Some(command) = posted.command().and_then(|text| text.parse::<Id>().ok()) else {
            return not_here(visit.shell.lang);
        };
        let again = |text: String| {
            let notice = Notice::new(Tone::Refusal, t.say("refused-title")).text(text);
            beginning(
                &visit,
                StatusCode::UNPROCESSABLE_ENTITY,
                Some(notice),
                &posted,
                command.to_string(),
            )
        };
        let (Some(centre), Some(username), Some(name)) = (
            line(&posted, "centre"),
            line(&posted, "username"),
            line(&posted, "display_name"),
        ) else {
            return again(t.say("begin-incomplete"));
        };
        let password = typed(&posted, "password");
        if password != typed(&posted, "password_again") {
            return again(t.say("password-differs"));
        }
        let account = NewAccount {
            username,
            display_name: name,
            role: Role::Administrator,
            centre: Id::default(),
            grants: Vec::new(),
            password,
        };
        match app
            .book
            .begin(command, &centre, Facility::Multifunctional, &account)
        {
            Ok(_) => to("/sign-in"),
            Err(No::Refused(_)) => again(t.say("password-short")),
            Err(no) => say_no(visit.shell.lang, &no),
        }
    })
    .await
}

/// A short line as posted, cleaned; `None` when it is blank or not a line.
pub fn line(posted: &Posted, name: &str) -> Option<String> {
    let text = posted.get(name)?;
    let plain = text.chars().count() <= 120 && !text.chars().any(char::is_control);
    plain.then(|| text.to_owned())
}

/// A password exactly as typed.
pub fn typed(posted: &Posted, name: &str) -> String {
    posted
        .0
        .iter()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.clone())
        .unwrap_or_default()
}

/// The form for a new password; the present one is asked for one's own.
#[derive(Template)]
#[template(path = "pages/password.html")]
pub struct PasswordForm {
    pub t: T,
    pub notice: Option<Notice>,
    pub command: String,
    pub own: bool,
}

/// One's own password.
pub async fn show_password(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let t = inside.shell.t();
            let known = inside.signed_in.account.must_change;
            let notice = known.then(|| Notice::new(Tone::Info, t.say("password-yours")));
            password_page(&inside, true, StatusCode::OK, notice)
        }))
    })
    .await
}

/// The page on which a password is set.
pub fn password_page(
    inside: &Inside,
    own: bool,
    status: StatusCode,
    notice: Option<Notice>,
) -> Result<Response, Response> {
    let command = fresh_command(&inside.shell)?;
    let form = PasswordForm {
        t: inside.shell.t(),
        notice,
        command,
        own,
    };
    Ok(Page::new(&inside.shell, "password-title")
        .status(status)
        .show(form))
}

/// Sets one's own password; every session of the account ends.
pub async fn set_password(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let own = inside.actor.by.account;
            change_password(app, &inside, own, &posted)
        }))
    })
    .await
}

/// Sets a password, one's own or another's.
pub fn change_password(
    app: &App,
    inside: &Inside,
    account: Id,
    posted: &Posted,
) -> Result<Response, Response> {
    let t = inside.shell.t();
    let own = account == inside.actor.by.account;
    let command = id_of(&inside.shell, posted.command().unwrap_or_default())?;
    let again = |text: String| {
        let notice = Notice::new(Tone::Refusal, t.say("refused-title")).text(text);
        password_page(inside, own, StatusCode::UNPROCESSABLE_ENTITY, Some(notice))
    };
    let new = typed(posted, "password");
    if new != typed(posted, "password_again") {
        return again(t.say("password-differs"));
    }
    let present = typed(posted, "present_password");
    if own && new == present {
        return again(t.say("password-same"));
    }
    match app.book.set_password(
        &inside.actor,
        command,
        account,
        own.then_some(present.as_str()),
        &new,
    ) {
        Ok(()) if own => Ok(to("/sign-in")),
        Ok(()) => Ok(to("/admin")),
        Err(No::Refused(refused)) if refused.field == Some("password") => {
            again(t.say("password-short"))
        }
        Err(No::Refused(refused)) if refused.field == Some("present_password") => {
            again(t.say("password-present-wrong"))
        }
        Err(No::Refused(refused)) => again(refusal::words(t, &refused, None)),
        Err(no) => Err(say_no(inside.shell.lang, &no)),
    }
}

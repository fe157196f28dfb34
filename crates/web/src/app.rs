//! What every page stands on: the casebook, the visit, and work that waits for a disk.

use std::sync::Arc;

use access::Actor;
use axum::{
    extract::FromRequestParts,
    http::{StatusCode, header::LOCATION, request::Parts},
    response::{IntoResponse, Response},
};
use casebook::{Casebook, No, Session, SignedIn, fresh_id};
use casework::Id;
use jiff::{Zoned, tz::TimeZone};
use tokio::sync::Notify;

use crate::{SessionCookie, Shell, failure, not_here, pages::lock};

/// Where one sets one's own password.
pub const PASSWORD: &str = "/password";

/// The program as the pages know it.
pub struct App {
    /// The doors to everything.
    pub book: Casebook,
    /// How the session cookie is written.
    pub cookie: SessionCookie,
    /// The centre's time zone.
    pub zone: TimeZone,
    /// When this is the demonstration: its accounts are offered at sign-in, and every page says
    /// that all are invented. `None` everywhere else.
    pub demo: Option<Demo>,
}

/// What only the demonstration has.
#[derive(Debug)]
pub struct Demo {
    /// The password of everybody.
    pub password: &'static str,
    /// Told when somebody wants everything as on the first day. `None` where the data folder is
    /// not one that the demonstration made.
    pub reset: Option<Arc<Notify>>,
}

impl App {
    /// Now, in the centre's time zone.
    #[must_use]
    pub fn now(&self) -> Zoned {
        self.book.now().to_zoned(self.zone.clone())
    }
}

/// A request: its frame, its token, where it came from.
pub struct Visit {
    /// Language and address.
    pub shell: Shell,
    /// The session's token, if any came.
    pub token: Option<String>,
    /// The source of the request, for throttling.
    pub source: String,
    /// What stands after the question mark.
    pub query: Vec<(String, String)>,
}

impl FromRequestParts<Arc<App>> for Visit {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Self, Self::Rejection> {
        let mut shell = match Shell::from_request_parts(parts, app).await {
            Ok(shell) => shell,
            Err(never) => match never {},
        };
        shell.invented = app.demo.is_some();
        let token = app.cookie.read(&parts.headers).map(str::to_owned);
        let source = parts
            .extensions
            .get::<axum::extract::ConnectInfo<std::net::SocketAddr>>()
            .map_or_else(|| "local".to_owned(), |info| info.0.ip().to_string());
        let query = axum::extract::Query::try_from_uri(&parts.uri)
            .map(|query| query.0)
            .unwrap_or_default();
        Ok(Self {
            shell,
            token,
            source,
            query,
        })
    }
}

/// A visit of somebody who is signed in.
pub struct Inside {
    /// The frame, with the person and the navigation in it.
    pub shell: Shell,
    /// For every door.
    pub actor: Actor,
    /// The account.
    pub signed_in: SignedIn,
    /// What stands after the question mark.
    pub query: Vec<(String, String)>,
}

impl Inside {
    /// The first value of this name after the question mark.
    #[must_use]
    pub fn asked(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Runs what may wait for a disk away from the threads that answer.
pub async fn off(app: Arc<App>, work: impl FnOnce(&App) -> Response + Send + 'static) -> Response {
    tokio::task::spawn_blocking(move || work(&app))
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// Lets somebody in who is signed in; sends others to the door.
///
/// # Errors
/// The answer for everybody else.
pub fn enter(app: &App, visit: Visit) -> Result<Inside, Response> {
    let known = visit.token.as_deref().map(|token| app.book.session(token));
    let_in(app, visit, known)
}

/// The same for the page of a file that is shown on the turned screen, which alone stays open there.
///
/// # Errors
/// As [`enter`].
pub fn enter_turned(app: &App, visit: Visit, file: Id) -> Result<Inside, Response> {
    let token = visit.token.as_deref();
    let known = token.map(|token| app.book.session_turned(token, file));
    let_in(app, visit, known)
}

fn let_in(app: &App, visit: Visit, known: Option<Result<Session, No>>) -> Result<Inside, Response> {
    match known {
        Some(Ok(Session::Open(signed_in))) => {
            if signed_in.account.must_change && visit.shell.path.split('?').next() != Some(PASSWORD)
            {
                return Err(to(PASSWORD));
            }
            let shell = frame(app, visit.shell, &signed_in);
            let actor = signed_in.actor.clone();
            Ok(Inside {
                shell,
                actor,
                signed_in: *signed_in,
                query: visit.query,
            })
        }
        Some(Ok(Session::Locked(who))) => {
            let name = who.account.display_name.as_str();
            Err(lock::page(
                &visit.shell,
                StatusCode::FORBIDDEN,
                Some(name),
                None,
            ))
        }
        Some(Err(no)) => Err(say_no(visit.shell.lang, &no)),
        _ if app.book.is_new() => Err(to("/begin")),
        _ => Err(to("/sign-in")),
    }
}

fn frame(app: &App, shell: Shell, signed_in: &SignedIn) -> Shell {
    let t = shell.t();
    let role = t.code("role", signed_in.account.role.code());
    let mut shell = shell.signed_in(&signed_in.account.display_name, &role);
    shell.lock_minutes = Some(app.book.sop().lock_minutes);
    let places: [(&str, &str, &'static str); 17] = [
        ("day.read", "/day", "nav-day"),
        ("day.read", "/contact", "nav-contact"),
        ("supervision.read", "/supervision", "nav-supervision"),
        ("desk.list", "/reception", "nav-reception"),
        ("case.list", "/cases", "nav-cases"),
        ("case.search", "/search", "nav-search"),
        ("approval.list", "/approvals", "nav-approvals"),
        ("meeting.list", "/meetings", "nav-meetings"),
        ("alert.list", "/alerts", "nav-alerts"),
        ("pair.list", "/pairs", "nav-pairs"),
        ("report.year", "/year", "nav-year"),
        ("tally.read", "/tallies", "nav-tallies"),
        ("log.read", "/looks", "nav-looks"),
        ("erasure.propose", "/erasures", "nav-erasures"),
        ("admin.read", "/admin", "nav-admin"),
        ("duty.read", "/duty", "nav-duty"),
        ("feedback.receive", "/feedback", "nav-feedback"),
    ];
    for (action, href, key) in places {
        if app.book.may_here(&signed_in.actor, action) && !within(&shell, action) {
            shell = shell.place(href, key);
        }
    }
    shell
}

/// What the supervisor's page leads to needs no place of its own in a supervisor's row of places.
fn within(shell: &Shell, action: &str) -> bool {
    let led_to = ["meeting.list", "report.year", "duty.read", "pair.list"].contains(&action);
    led_to && shell.nav.iter().any(|place| place.href == "/supervision")
}

/// Goes on to another page after a post.
#[must_use]
pub fn to(path: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, path.to_owned())]).into_response()
}

/// The answer to a "no" that no form can show: absent, forbidden, busy, failed.
#[must_use]
pub fn say_no(lang: crate::Lang, no: &No) -> Response {
    match no {
        No::NotHere | No::Refused(_) => not_here(lang),
        No::IdTaken => crate::refused(lang, StatusCode::CONFLICT),
        No::Busy => crate::refused(lang, StatusCode::SERVICE_UNAVAILABLE),
        No::NewerEvent | No::NoChance | No::Ledger(_) | No::Views(_) | No::Hashing => {
            let id =
                fresh_id().map_or_else(|_| "0".to_owned(), |id| id.to_string()[..8].to_owned());
            // The failures of the ledger never carry content (`ledger::Failure`).
            tracing::error!(id, failure = %no, "a request failed");
            failure(lang, &id)
        }
    }
}

/// The id in a path, or the page for what is not here.
///
/// # Errors
/// The answer for a path that is no id.
pub fn id_of(shell: &Shell, text: &str) -> Result<Id, Response> {
    text.parse().map_err(|_| not_here(shell.lang))
}

/// A fresh command id for a page.
///
/// # Errors
/// When the operating system gives no random bytes.
pub fn fresh_command(shell: &Shell) -> Result<String, Response> {
    fresh_id()
        .map(|id| id.to_string())
        .map_err(|no| say_no(shell.lang, &no))
}

/// Unwraps a result whose error is an answer already.
pub fn answer(result: Result<Response, Response>) -> Response {
    result.unwrap_or_else(|answer| answer)
}

//! What was typed is not lost. Every post passes here first: one that asks to be kept becomes a draft
//! and is not carried out; one whose session is locked or over becomes a draft too, because nobody
//! may do anything with that session and the text is its worker's; and what was carried out leaves
//! no draft. The form's own address is what a draft belongs to, so no page needs to know of it but
//! the one that shows the form.

use std::sync::Arc;

use axum::{
    Form,
    body::{Body, Bytes, to_bytes},
    extract::{FromRequest, FromRequestParts, Request, State},
    http::{
        HeaderMap, Method, StatusCode,
        header::{CONTENT_TYPE, SET_COOKIE},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use casebook::{Draft, No, Session, SignedIn, Typed};
use casework::Id;

use crate::{
    App, Lang, MAX_BODY, Posted,
    app::{Inside, Visit, off, say_no, to},
    cookies,
    rooms::{self, Action},
    shell::is_ours,
};

/// The name of the buttons that keep instead of carrying out; their value says what follows.
pub const KEEP: &str = "keep";
/// Where a form is left to when it was kept.
pub const HOME: &str = "keep-home";
/// The question that was touched last.
pub const TOUCHED: &str = "keep-touched";
/// What a page knows for itself, and what is said of it after a post.
const BESIDE: [&str; 5] = ["command", "base", KEEP, HOME, TOUCHED];
const SAID_AFTER: [&str; 2] = ["done", "kept"];

/// The layer before all posts of the rooms.
pub async fn keep(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !is_form(request.headers()) {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, MAX_BODY).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let again = |bytes: &Bytes| Request::from_parts(parts.clone(), Body::from(bytes.clone()));
    let Ok(Form(posted)) = Form::from_request(again(&bytes), &()).await else {
        return next.run(again(&bytes)).await;
    };
    let pass = again(&bytes);
    let visit = match Visit::from_request_parts(&mut parts, &app).await {
        Ok(visit) => visit,
        Err(never) => match never {},
    };
    let Some(post) = Post::of(visit, Posted(posted)) else {
        return next.run(pass).await;
    };
    let (first, then) = (Arc::clone(&app), post.clone());
    match answered(first, post).await {
        Some(answer) => answer,
        None => {
            let answer = next.run(pass).await;
            off(app, move |app| {
                then.drop_what_was_done(app);
                answer
            })
            .await
        }
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
}

async fn answered(app: Arc<App>, post: Post) -> Option<Response> {
    tokio::task::spawn_blocking(move || post.answered(&app))
        .await
        .unwrap_or_else(|_| Some(StatusCode::INTERNAL_SERVER_ERROR.into_response()))
}

/// A form as it was posted to its address by somebody with a session.
#[derive(Clone)]
struct Post {
    lang: Lang,
    path: String,
    token: String,
    command: Id,
    posted: Posted,
}

impl Post {
    fn of(visit: Visit, posted: Posted) -> Option<Self> {
        let command = posted.command()?.parse().ok()?;
        Some(Self {
            lang: visit.shell.lang,
            path: visit.shell.path,
            token: visit.token?,
            command,
            posted,
        })
    }

    /// The answer, unless the post is to be carried out.
    fn answered(&self, app: &App) -> Option<Response> {
        match app.book.session(&self.token) {
            Ok(Session::Open(who)) => {
                let then = self.posted.get(KEEP)?;
                Some(self.kept(app, &who, then))
            }
            Ok(Session::Locked(who)) => {
                if self.posted.get(KEEP) == Some("sign-out") {
                    return Some(self.kept(app, &who, "sign-out"));
                }
                let kept = self.put(app, &who);
                Some(kept.map_or_else(|no| say_no(self.lang, &no), |()| to(&self.address())))
            }
            Ok(Session::Over(who)) => {
                let _ = self.put(app, &who);
                Some(([(SET_COOKIE, app.cookie.clear())], to("/sign-in")).into_response())
            }
            Ok(Session::None) => None,
            Err(no) => Some(say_no(self.lang, &no)),
        }
    }

    /// Keeps the form, then does what its button says.
    fn kept(&self, app: &App, who: &SignedIn, then: &str) -> Response {
        let done = if then == "discard" {
            app.book.discard_draft(&who.actor, self.command)
        } else {
            self.put(app, who)
        };
        let here = self.address();
        match (then, done) {
            ("lock", _) => match app.book.lock(&self.token) {
                Ok(_) => to(&here),
                Err(no) => say_no(self.lang, &no),
            },
            ("sign-out", _) => leave(app, self.lang, &self.token),
            (_, Err(no)) => say_no(self.lang, &no),
            ("draft", Ok(())) => to(&told(&self.home(), "draft")),
            ("discard", Ok(())) => to(&told(&here, "discarded")),
            ("auto", Ok(())) => self.told_when(app).into_response(),
            (other, Ok(())) => match other.strip_prefix("lang-").and_then(Lang::of_code) {
                Some(lang) => speak(app, lang, &here),
                None => to(&here),
            },
        }
    }

    /// What a page that keeps by itself shows beside its form.
    fn told_when(&self, app: &App) -> String {
        let t = self.lang.t();
        t.say_with("draft-saved", &[("time", t.time(&app.now()).into())])
    }

    fn put(&self, app: &App, who: &SignedIn) -> Result<(), No> {
        let (file, action) = leads_to(&self.path);
        let fields: Vec<_> = self
            .posted
            .0
            .iter()
            .filter(|(name, _)| !BESIDE.contains(&name.as_str()))
            .filter(|(name, _)| !name.contains("password"))
            .cloned()
            .collect();
        if fields.iter().all(|(_, value)| value.trim().is_empty()) {
            return app.book.discard_draft(&who.actor, self.command);
        }
        let typed = Typed {
            command: self.command,
            place: place_of(&self.path),
            file,
            base: self.posted.base().map(str::to_owned),
            touched: self.posted.get(TOUCHED).map(str::to_owned),
            fields,
        };
        app.book.keep_draft(&who.actor, action.as_deref(), typed)
    }

    fn drop_what_was_done(&self, app: &App) {
        let Ok(Session::Open(who)) = app.book.session(&self.token) else {
            return;
        };
        if matches!(app.book.was_carried_out(self.command), Ok(true)) {
            // What stays is not shown, and swept within the hour.
            let _ = app.book.discard_draft(&who.actor, self.command);
        }
    }

    fn address(&self) -> String {
        place_of(&self.path)
    }

    fn home(&self) -> String {
        let home = self.posted.get(HOME).filter(|home| is_ours(home));
        home.map_or_else(|| self.address(), str::to_owned)
    }
}

/// Signs out, and clears what the browser keeps.
pub fn leave(app: &App, lang: Lang, token: &str) -> Response {
    if let Err(no) = app.book.sign_out(token) {
        return say_no(lang, &no);
    }
    let clear = [("clear-site-data", "\"cache\", \"storage\"")];
    ([(SET_COOKIE, app.cookie.clear())], clear, to("/sign-in")).into_response()
}

fn speak(app: &App, lang: Lang, here: &str) -> Response {
    match cookies::remember_lang(lang.code(), app.cookie.is_tls()) {
        Some(cookie) => ([(SET_COOKIE, cookie)], to(here)).into_response(),
        None => to(here),
    }
}

/// The newest draft of the form at this address.
///
/// # Errors
/// When the ledger cannot be read.
pub fn begun(app: &App, inside: &Inside) -> Result<Option<Draft>, Response> {
    let place = place_of(&inside.shell.path);
    let drafts = app.book.drafts(&inside.actor);
    let mut drafts = drafts.map_err(|no| say_no(inside.shell.lang, &no))?;
    drafts.retain(|draft| draft.typed.place == place);
    Ok(drafts.into_iter().next())
}

/// An address without what pages say after a post.
fn place_of(path: &str) -> String {
    let Some((path, query)) = path.split_once('?') else {
        return path.to_owned();
    };
    let asks = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        !SAID_AFTER.contains(&name)
    };
    let query: Vec<&str> = query.split('&').filter(asks).collect();
    match query.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{}", query.join("&")),
    }
}

fn told(path: &str, what: &str) -> String {
    let sign = if path.contains('?') { '&' } else { '?' };
    format!("{path}{sign}kept={what}")
}

/// The file in an address, and what its form asks for.
fn leads_to(path: &str) -> (Option<Id>, Option<String>) {
    let path = path.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    // What is administered has ids of its own, and no person's file.
    let beside = matches!(parts.first(), Some(&("admin" | "erasures" | "duty")));
    let file = parts.iter().find_map(|part| part.parse().ok());
    let file = file.filter(|_| !beside);
    let action = asked_at(path);
    let asked = action.map(|action| format!("{}.{}", action.room, action.kind));
    (file, asked)
}

/// What the form at an address asks for, where it is a form of the rooms.
pub fn asked_at(path: &str) -> Option<&'static Action> {
    let path = path.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    match parts[..] {
        ["cases", _, room, kind] => rooms::action(room, kind),
        ["reception", "new"] => rooms::action("reception", "receive_arrival"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_known_by_its_address_without_what_is_said_after_a_post() {
        assert_eq!(place_of("/a/b"), "/a/b");
        assert_eq!(place_of("/a?kept=draft"), "/a");
        assert_eq!(place_of("/a?goal=7&done=x&b=1"), "/a?goal=7&b=1");
        assert_eq!(told("/a?goal=7", "draft"), "/a?goal=7&kept=draft");
    }

    #[test]
    fn an_address_leads_to_its_file_and_to_what_it_asks_for() {
        let id = "0123456789abcdef0123456789abcdef";
        let (file, action) = leads_to(&format!("/cases/{id}/consent/record_consent?x=1"));
        assert_eq!(file.unwrap().to_string(), id);
        assert_eq!(action.as_deref(), Some("consent.record_consent"));
        assert_eq!(leads_to("/households/new"), (None, None));
        assert_eq!(leads_to(&format!("/admin/accounts/{id}")), (None, None));
        let (_, unknown) = leads_to(&format!("/cases/{id}/no/such"));
        assert_eq!(unknown, None);
    }
}

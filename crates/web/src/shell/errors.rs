//! Pages for when there is no page. They say nothing that a stranger could learn from.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::{Page, Shell};
use crate::i18n::{Lang, T};

#[derive(Template)]
#[template(path = "shell/error.html")]
struct ErrorPage<'a> {
    t: T,
    text: String,
    id: Option<&'a str>,
}

/// Absent and forbidden are this one page, byte for byte: it carries neither address nor name.
pub fn not_here(lang: Lang) -> Response {
    plain(lang, StatusCode::NOT_FOUND, "not-here", None)
}

/// A failure of ours. The id is all that is shown, and what the log is searched by.
pub fn failure(lang: Lang, id: &str) -> Response {
    plain(lang, StatusCode::INTERNAL_SERVER_ERROR, "failure", Some(id))
}

/// A request that is not answered as it came: too large, too slow, from another site.
pub fn refused(lang: Lang, status: StatusCode) -> Response {
    let key = match status {
        StatusCode::FORBIDDEN => "cross-site",
        StatusCode::UNAUTHORIZED => "signed-out",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::TOO_MANY_REQUESTS => "too-many",
        StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => "busy",
        _ => "not-understood",
    };
    plain(lang, status, key, None)
}

/// What such a page says, for whoever draws it again.
#[derive(Debug, Clone)]
struct Said {
    lang: Lang,
    key: &'static str,
    id: Option<String>,
}

fn plain(lang: Lang, status: StatusCode, key: &'static str, id: Option<&str>) -> Response {
    let said = Said {
        lang,
        key,
        id: id.map(str::to_owned),
    };
    let mut response = drawn(&said, status, false);
    response.extensions_mut().insert(said);
    response
}

fn drawn(said: &Said, status: StatusCode, invented: bool) -> Response {
    let mut shell = Shell::new(said.lang, "/");
    shell.invented = invented;
    let (t, key) = (shell.t(), said.key);
    let text = t.say(&format!("error-{key}-text"));
    let id = said.id.as_deref();
    Page::new(&shell, &format!("error-{key}"))
        .status(status)
        .show(ErrorPage { t, text, id })
}

/// The same answer at the demonstration: these pages know no program, and say so there as all
/// others do that everybody is invented.
pub fn among_invented(response: Response) -> Response {
    match response.extensions().get::<Said>() {
        Some(said) => {
            let again = drawn(said, response.status(), true);
            response.map(|_| again.into_body())
        }
        None => response,
    }
}

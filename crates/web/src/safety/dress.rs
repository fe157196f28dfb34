//! Errors without words become pages, all of one shape.

use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use super::Safety;
use crate::i18n::Lang;
use crate::shell::{among_invented, failure, not_here, refused};

pub(super) async fn dress(State(safety): State<Safety>, request: Request, next: Next) -> Response {
    let lang = Lang::of_visitor(request.headers());
    let response = in_words(safety, lang, next.run(request).await);
    if safety.invented {
        among_invented(response)
    } else {
        response
    }
}

fn in_words(safety: Safety, lang: Lang, response: Response) -> Response {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() || has_words(response.headers()) {
        return response;
    }
    match status {
        StatusCode::NOT_FOUND | StatusCode::FORBIDDEN => not_here(lang),
        StatusCode::METHOD_NOT_ALLOWED => {
            let mut page = refused(lang, status);
            if let Some(allow) = response.headers().get(ALLOW) {
                page.headers_mut().insert(ALLOW, allow.clone());
            }
            page
        }
        StatusCode::INTERNAL_SERVER_ERROR => {
            let id = (safety.failure_id)();
            tracing::error!(%id, "an answer failed");
            failure(lang, &id)
        }
        other => refused(lang, other),
    }
}

/// A page or data of ours, as opposed to the plain text of a layer below.
fn has_words(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    kind.starts_with("text/html") || kind.starts_with("application/json")
}

//! What changes something comes from a page of ours, or is not done.

use axum::extract::Request;
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use crate::i18n::Lang;
use crate::shell::refused;

pub(super) async fn same_origin(request: Request, next: Next) -> Response {
    if is_safe(request.method()) || comes_from_us(request.headers()) {
        return next.run(request).await;
    }
    refused(Lang::of_visitor(request.headers()), StatusCode::FORBIDDEN)
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// What the browser says of the request decides; without it the origin must be our own host; with
/// neither there is no proof, and no proof is a no.
fn comes_from_us(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if headers.contains_key("sec-fetch-site") {
        return matches!(text("sec-fetch-site"), Some("same-origin" | "none"));
    }
    let origin = text(ORIGIN.as_str()).and_then(|origin| origin.split_once("://"));
    match (origin, text(HOST.as_str())) {
        (Some(("http" | "https", ours)), Some(host)) => ours.eq_ignore_ascii_case(host),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn from_us(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs
            .iter()
            .map(|(name, value)| ((*name).parse().unwrap(), HeaderValue::from_static(value)))
            .collect();
        comes_from_us(&headers)
    }

    #[test]
    fn what_a_page_of_ours_sends_is_done() {
        assert!(from_us(&[("sec-fetch-site", "same-origin")]));
        assert!(from_us(&[("sec-fetch-site", "none")]));
        assert!(from_us(&[
            ("origin", "https://desk.example:8443"),
            ("host", "desk.example:8443")
        ]));
    }

    #[test]
    fn what_another_page_sends_is_not() {
        assert!(!from_us(&[]));
        assert!(!from_us(&[("sec-fetch-site", "same-site")]));
        assert!(!from_us(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://desk.example"),
            ("host", "desk.example")
        ]));
        assert!(!from_us(&[("origin", "null"), ("host", "desk.example")]));
        assert!(!from_us(&[
            ("origin", "https://desk.example.evil.example"),
            ("host", "desk.example")
        ]));
        assert!(!from_us(&[("origin", "https://desk.example")]));
    }
}

//! The shell's own addresses: assets, the language switch.

use axum::Router;
use axum::extract::State;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use super::not_here;
use crate::i18n::Lang;
use crate::posted::Posted;
use crate::{assets, cookies};

/// The routes of the shell, and the page for every address that does not exist.
pub fn routes(tls: bool) -> Router {
    Router::new()
        .route("/assets/{file}", get(assets::serve))
        .route("/lang", post(choose_lang).with_state(tls))
        .fallback(nowhere)
}

async fn nowhere(headers: HeaderMap) -> Response {
    not_here(Lang::of_visitor(&headers))
}

async fn choose_lang(State(tls): State<bool>, posted: Posted) -> Response {
    let back = posted
        .get("back")
        .filter(|back| is_ours(back))
        .unwrap_or("/")
        .to_owned();
    let Some(cookie) = posted
        .get("lang")
        .and_then(Lang::of_code)
        .and_then(|lang| cookies::remember_lang(lang.code(), tls))
    else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    (
        StatusCode::SEE_OTHER,
        [(LOCATION, back)],
        [(SET_COOKIE, cookie)],
    )
        .into_response()
}

/// A path of this site, and nothing that a browser could read as another one.
pub fn is_ours(path: &str) -> bool {
    let plain = path
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    path.starts_with('/') && !path.starts_with("//") && plain
}

//! Styles, modules and the icon: named after their content, pressed when built, kept for ever.

use axum::extract::Path;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

/// One file of `client/`, as it is served.
#[derive(Debug, Clone, Copy)]
pub struct Asset {
    /// Its name in `client/`.
    pub name: &'static str,
    /// Where it is served; changes when its content does.
    pub path: &'static str,
    /// Its media type.
    pub kind: &'static str,
    /// The bytes.
    pub plain: &'static [u8],
    /// The bytes under brotli.
    pub pressed: &'static [u8],
}

static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// All of them; a service worker keeps this list.
pub fn all() -> &'static [Asset] {
    ASSETS
}

/// Where a file of `client/` is served; a name that does not exist leads to a page that does not.
pub fn path(name: &str) -> &'static str {
    ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .map_or("/assets/missing", |asset| asset.path)
}

pub(crate) async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let wanted = format!("/assets/{file}");
    let Some(asset) = ASSETS.iter().find(|asset| asset.path == wanted) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let takes_brotli = headers
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value
                .split(',')
                .any(|one| one.trim() == "br" || one.trim().starts_with("br;"))
        });
    let kept = [
        (CONTENT_TYPE, asset.kind),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (VARY, "accept-encoding"),
    ];
    if takes_brotli {
        return (kept, [(CONTENT_ENCODING, "br")], asset.pressed).into_response();
    }
    (kept, asset.plain).into_response()
}

//! What only the demonstration has: a way back to its first day. `serve` has no such address.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::header::CONNECTION,
    response::{IntoResponse, Response},
};

use crate::{
    App, Page, T,
    app::{Visit, to},
    not_here,
};

/// Its address, where there is one.
pub const RESET: &str = "/demo/reset";

#[derive(Template)]
#[template(path = "pages/reset.html")]
struct Reset {
    t: T,
}

/// Whether this program may make everything anew.
pub fn resets(app: &App) -> bool {
    app.demo.as_ref().is_some_and(|demo| demo.reset.is_some())
}

/// Asks whether it is meant.
pub async fn show(visit: Visit) -> Response {
    let t = visit.shell.t();
    Page::new(&visit.shell, "demo-reset").show(Reset { t })
}

/// Makes everything anew. The door opens when it is done: this connection ends, and the next one
/// waits for it.
pub async fn reset(State(app): State<Arc<App>>, visit: Visit) -> Response {
    let told = app.demo.as_ref().and_then(|demo| demo.reset.as_ref());
    let Some(told) = told else {
        return not_here(visit.shell.lang);
    };
    told.notify_one();
    ([(CONNECTION, "close")], to("/sign-in")).into_response()
}

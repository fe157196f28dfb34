//! A panic ends one answer and nothing else.

use std::any::Any;

use axum::response::Response;
use tower_http::catch_panic::ResponseForPanic;

use crate::i18n::Lang;
use crate::shell::failure;

/// What was said in the panic may hold what somebody typed, so only an id is kept.
#[derive(Clone, Copy)]
pub(super) struct Caught {
    pub failure_id: fn() -> String,
}

impl ResponseForPanic for Caught {
    type ResponseBody = axum::body::Body;

    fn response_for_panic(&mut self, _: Box<dyn Any + Send>) -> Response {
        let id = (self.failure_id)();
        tracing::error!(%id, "a panic ended an answer");
        failure(Lang::default(), &id)
    }
}

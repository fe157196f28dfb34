//! The layers that every answer passes, errors included.

mod dress;
mod headers;
mod origin;
mod panics;

use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::{Router, middleware};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

pub use headers::CSP;

/// A post may be this long, unless a route puts its own `DefaultBodyLimit` behind this one.
pub const MAX_BODY: usize = 256 * 1024;

/// What the layers need to be told.
#[derive(Debug, Clone, Copy)]
pub struct Safety {
    /// Does the program speak TLS? Off only on loopback.
    pub tls: bool,
    /// Is everybody invented? Then the error pages say so too.
    pub invented: bool,
    /// How long an answer may take.
    pub patience: Duration,
    /// Makes the id under which a failure is shown and logged.
    pub failure_id: fn() -> String,
}

/// Puts a router behind all layers. Nothing is served outside of this.
pub fn guarded(router: Router, safety: Safety) -> Router {
    router
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::from_fn(origin::same_origin))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            safety.patience,
        ))
        .layer(middleware::from_fn_with_state(safety, dress::dress))
        .layer(CatchPanicLayer::custom(panics::Caught {
            failure_id: safety.failure_id,
        }))
        // Gzip: as small as brotli at the pace that a page allows, for a fifth less of its time.
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(safety, headers::headers))
}

//! The one place that reads the clock.

use jiff::Timestamp;

/// Tells the time; tests bring their own.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the clock is read here and nowhere else"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

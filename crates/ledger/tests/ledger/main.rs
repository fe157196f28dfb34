//! The ledger's promises, each with a yes and a no.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop at the first surprise"
)]

mod appending;
mod backups;
mod concurrency;
#[cfg(feature = "test-switches")]
mod controls;
mod crashes;
mod erasing;
mod house;
mod looks_and_sessions;
mod opening;
mod secrecy;
mod snapshots;
mod tampering;
mod words;

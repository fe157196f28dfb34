//! The ledger's promises when it stands in PostgreSQL: the very tests that the ledger in a file has to
//! pass, in another house, and those that only several nodes can fail.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop at the first surprise"
)]

#[path = "../ledger/appending.rs"]
mod appending;
#[path = "../ledger/backups.rs"]
mod backups;
#[path = "../ledger/concurrency.rs"]
mod concurrency;
#[path = "../ledger/erasing.rs"]
mod erasing;
mod house;
mod kills;
#[path = "../ledger/looks_and_sessions.rs"]
mod looks_and_sessions;
mod moving;
mod nodes;
mod opening;
mod secrecy;
mod server;
#[path = "../ledger/snapshots.rs"]
mod snapshots;
mod tampering;
mod tls;
#[path = "../ledger/words.rs"]
mod words;

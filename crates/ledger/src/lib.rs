//! The sealed append-only history of a centre: keys, sealing, chain, signed heads, erasure.
//!
//! Start reading at [`Ledger`], the contract; [`SqliteLedger`] keeps it. A write goes from
//! `sqlite_ledger` (seals in the caller's thread) to `writer` (one thread, one sync for all that
//! arrived together) to `work` (one function for each kind of write) to `sql` (every statement).
//!
//! To store a new kind of thing: add a table to `rows::Table`, its columns to `sql`, its function to
//! `work`. The log, the heads, `verify`, `backup` and the tamper tests then cover it by themselves.

pub mod backup;
mod base64;
mod chance;
mod contract;
mod disk;
pub mod epochs;
mod erasures;
mod failure;
mod head;
mod id;
mod keyring;
mod open;
mod pen;
mod prepare;
mod read;
mod rows;
mod seal;
mod shared;
mod snapshot;
mod sql;
mod sqlite;
mod sqlite_ledger;
mod switches;
mod tree;
pub mod verify;
mod work;
mod writer;

pub use contract::{
    Append, Appended, Aside, Body, Claim, Entry, FileAppend, Ledger, Look, Mark, Session,
};
pub use failure::{AppendError, Failure};
pub use head::Head;
pub use id::{Id, NotAnId};
pub use keyring::Dirs;
pub use sqlite::Settings;
pub use sqlite_ledger::SqliteLedger;

//! The sealed append-only history of a centre: keys, sealing, chain, signed heads, erasure.
//!
//! Start reading at [`Ledger`], the contract; [`SealedLedger`] keeps it. A write goes from
//! `sealed_ledger` (seals in the caller's thread) to `writer` (one thread, one sync for all that
//! arrived together) to `work` (one function for each kind of write) to `sql` (every statement) to `db` (one connection, to SQLite
//! or PostgreSQL).
//!
//! To store a new kind of thing: add a table to `rows::Table`, its columns to `sql`, its function to
//! `work`. The log, the heads, `verify`, `backup` and the tamper tests then cover it by themselves.

pub mod backup;
mod base64;
mod chance;
mod contract;
mod db;
mod disk;
pub mod epochs;
mod erasures;
mod failure;
mod head;
mod id;
mod keyring;
mod making;
pub mod moving;
mod nodes;
mod open;
mod pen;
mod postgres;
mod prepare;
mod read;
mod rows;
mod seal;
mod sealed_ledger;
mod shared;
mod snapshot;
mod sql;
mod sqlite;
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
pub use postgres::Address;
pub use sealed_ledger::SealedLedger;
pub use sqlite::Settings;

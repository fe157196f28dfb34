//! The ledger in PostgreSQL: everything that differs from SQLite, in one folder.
//!
//! Start at [`Link`], one connection. Its writes are kept back until the transaction ends and then
//! go out together (`batch`), so that a transaction costs two trips to the database, however much it
//! holds. `docs/decisions/0014` says how several programs share one ledger.

mod address;
mod asking;
mod batch;
mod cells;
mod connecting;
mod cursor;
mod faults;
mod link;
mod news;
mod places;
mod schema;
mod wait;

pub use address::Address;
pub(crate) use asking::Ground;
pub(crate) use batch::{Question, Wanted};
pub(crate) use cursor::Cursor;
pub(crate) use link::Link;
pub(crate) use news::{News, channel, follow};

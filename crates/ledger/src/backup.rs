//! Backups: the ledger without its keys, and apart from it the keys, sealed under the master.
//!
//! `ledger.backup` opens nothing without `keys.backup`, and neither opens without the master key. Keep
//! ledgers as long as you like, but of the keys only the newest: an older one still holds what was
//! erased since. Sessions and what is put aside are in neither.

mod keys;
mod restore;

use std::path::{Path, PathBuf};

use jiff::Timestamp;

pub use restore::{Restored, restore};

use crate::db::{Db, Role};
use crate::keyring::{Dirs, Master};
use crate::making::give_name;
use crate::rows::Table;
use crate::sql::{self, HeadCursor};
use crate::sqlite::{self, Settings};
use crate::{Failure, Head, disk, open, verify};

/// The two artefacts of a backup.
#[derive(Debug, Clone)]
pub struct Backup {
    /// The ledger without keys: `ledger.backup`.
    pub ledger: PathBuf,
    /// The keys: `keys.backup`. Keep it elsewhere, and only the newest.
    pub keys: PathBuf,
    /// The newest head that it holds.
    pub head: Head,
}

/// Writes both artefacts into the folder `to`, also while the ledger is running. An older backup there
/// is replaced only when the new one is complete.
pub fn backup(dirs: &Dirs, to: &Path, at: Timestamp) -> Result<Backup, Failure> {
    verify::must_exist(dirs)?;
    let master = Master::load(dirs)?;
    let db = Db::connect(dirs, Role::Reader, &Settings::default())?;
    db.begin_reading()?;
    let ring = open::keyring(&db, &master)?;
    let head = open::last_head(&db, &ring)?;
    let epoch = open::epoch(&db, dirs, &master)?;
    disk::make_folder(to)?;
    let made = Backup {
        ledger: to.join("ledger.backup"),
        keys: to.join("keys.backup"),
        head,
    };
    keys::write(&db, &master, &epoch, &made.keys, at)?;
    let unfinished = to.join("ledger.backup.new");
    let copy = Db::Sqlite(sqlite::make(&unfinished, sql::SCHEMA)?);
    copy_without_keys(&db, &copy)?;
    copy.commit()?;
    give_name(copy, &unfinished, &made.ledger)?;
    Ok(made)
}

/// Copies row by row into a new database, so that no page of it ever held a key.
fn copy_without_keys(from: &Db, to: &Db) -> Result<(), Failure> {
    for table in Table::ALL {
        if !matches!(table, Table::Keys | Table::Sessions) {
            sql::each(from, table, |(position, cells)| {
                sql::insert(to, table, position, &cells)
            })?;
        }
    }
    sql::each_log_row(from, |entry| {
        let entry = entry
            .map_err(|position| Failure::damaged(format!("row {position} of the log is none")))?;
        sql::log(to, &entry)
    })?;
    let mut heads = sql::head_cursor(from)?;
    let mut heads = HeadCursor::new(&mut heads)?;
    while let Some((number, head)) = heads.take_if(|_| true)? {
        let head = head.ok_or_else(|| Failure::damaged(format!("head {number} is none")))?;
        sql::put_head(to, number, &head.note)?;
    }
    sql::frontier(from)?.map_or(Ok(()), |state| sql::put_frontier(to, &state))
}

//! A ledger under way: until it is finished there is nothing to open, whatever happens.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::db::{Db, Role};
use crate::keyring::Dirs;
use crate::postgres::Link;
use crate::{Failure, disk, moving, sql, sqlite};

/// A ledger without a name: a file under another one, or a transaction that nobody sees.
pub(crate) struct Making {
    pub db: Db,
    /// The file's name so far.
    unfinished: PathBuf,
}

impl Making {
    /// Begins a ledger without any row, in a transaction.
    pub fn begin(dirs: &Dirs, unfinished: &str) -> Result<Self, Failure> {
        let unfinished = dirs.data.join(unfinished);
        let db = match &dirs.database {
            None => Db::Sqlite(sqlite::make(&unfinished, sql::SCHEMA)?),
            Some(address) => {
                let link = Link::connect(address, Role::Maker)?;
                link.make()?;
                Db::Postgres(Box::new(link))
            }
        };
        Ok(Self { db, unfinished })
    }

    /// Begins a ledger that is to be filled from another place. What is left of an earlier try goes.
    pub fn begin_moving(dirs: &Dirs) -> Result<Self, Failure> {
        if let Some(address) = &dirs.database {
            let link = Link::connect(address, Role::Maker)?;
            link.make_moving()?;
            let db = Db::Postgres(Box::new(link));
            let unfinished = dirs.data.clone();
            return Ok(Self { db, unfinished });
        }
        moving::clear(dirs)?;
        let dirs = moving::under_way(dirs);
        disk::make_folder(&dirs.data)?;
        Self::begin(&dirs, "ledger.making")
    }

    /// What was copied is there whole, and still no ledger; where to verify it.
    pub fn pause(self, dirs: &Dirs) -> Result<Dirs, Failure> {
        let dirs = moving::under_way(dirs);
        self.finish(&dirs)?;
        Ok(dirs)
    }

    /// Makes it the ledger, in one step.
    pub fn finish_moving(db: Db, made: &Dirs, to: &Dirs) -> Result<(), Failure> {
        if let Db::Postgres(link) = &db {
            link.flush()?;
            link.simple("DROP TABLE moving")?;
        }
        db.commit()?;
        if to.database.is_some() {
            return Ok(());
        }
        db.truncate_wal()?;
        give_name(db, &made.ledger(), &to.ledger())?;
        moving::clear(to)
    }

    /// Makes it the ledger, in one step.
    pub fn finish(self, dirs: &Dirs) -> Result<(), Failure> {
        self.db.commit()?;
        match self.db {
            Db::Sqlite(db) => {
                sqlite::use_wal(&db)?;
                give_name(Db::Sqlite(db), &self.unfinished, &dirs.ledger())
            }
            Db::Postgres(_) => Ok(()),
        }
    }
}

/// Closes what was made under another name, and gives it its own.
pub(crate) fn give_name(db: Db, unfinished: &Path, path: &Path) -> Result<(), Failure> {
    if let Db::Sqlite(db) = db {
        db.close().map_err(|(_, error)| sqlite::fault(error))?;
    }
    File::open(unfinished)
        .and_then(|file| file.sync_all())
        .and_then(|()| fs::rename(unfinished, path))
        .map_err(|fault| Failure::io(path, fault))?;
    disk::sync_parent(path)
}

/// Whether there is a ledger.
pub(crate) fn exists(dirs: &Dirs) -> Result<bool, Failure> {
    match &dirs.database {
        None => Ok(dirs.ledger().exists()),
        Some(address) => Link::connect(address, Role::Reader)?.holds_ledger(),
    }
}

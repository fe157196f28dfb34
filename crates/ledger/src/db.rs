//! One connection, whichever database it goes to. Statements are written once (`sql`); what differs
//! between the two stands in `sqlite` and in `postgres`.

use rusqlite::{Connection, Params, params_from_iter};

use crate::keyring::Dirs;
use crate::postgres::{Cursor, Ground, Link, channel};
use crate::rows::{Cell, LogRow, Table};
use crate::sql::Placed;
use crate::sqlite::{self, Settings, fault};
use crate::{Failure, Id};

mod values;

pub(crate) use crate::postgres::{Question, Wanted};
pub(crate) use values::{Arg, Row};

/// What a connection is for.
#[derive(Copy, Clone, Eq, PartialEq)]
pub(crate) enum Role {
    /// The one that writes.
    Writer,
    /// Reads only; a statement that would write fails.
    Reader,
    /// Makes a ledger, however long that takes.
    Maker,
}

/// A connection to the ledger's database.
pub(crate) enum Db {
    Sqlite(Connection),
    Postgres(Box<Link>),
}

impl Db {
    /// Connects to an existing ledger and refuses one that is not set as safely as it must be.
    pub fn connect(dirs: &Dirs, role: Role, settings: &Settings) -> Result<Self, Failure> {
        Ok(match &dirs.database {
            None => Self::Sqlite(sqlite::connect(&dirs.ledger(), role, settings)?),
            Some(address) => Self::Postgres(Box::new(Link::connect(address, role)?)),
        })
    }

    /// Whether other programs may write to the same ledger.
    pub const fn is_shared(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }

    /// Refuses where another program has the same ledger open. In a file the lock beside it says so.
    pub fn hold_alone(&self, place: &std::path::Path) -> Result<(), Failure> {
        match self {
            Self::Postgres(link) if !link.is_alone()? => Err(Failure::InUse { path: place.into() }),
            _ => Ok(()),
        }
    }

    /// Whether nothing more can be asked here, and another connection has to be made.
    pub fn is_broken(&self) -> bool {
        match self {
            Self::Sqlite(_) => false,
            Self::Postgres(link) => link.is_broken(),
        }
    }

    /// Carries out a statement that gives nothing back.
    pub fn run(&self, sql: &str, args: &[Arg<'_>]) -> Result<(), Failure> {
        match self {
            Self::Sqlite(db) => db
                .prepare_cached(sql)
                .and_then(|mut statement| statement.execute(bound(args)))
                .map(drop)
                .map_err(fault),
            Self::Postgres(link) => link.run(sql, args),
        }
    }

    /// Every row that a statement gives.
    pub fn many(&self, sql: &str, args: &[Arg<'_>]) -> Result<Vec<Row>, Failure> {
        match self {
            Self::Sqlite(db) => {
                let mut statement = db.prepare_cached(sql).map_err(fault)?;
                let columns = statement.column_count();
                let mut rows = statement.query(bound(args)).map_err(fault)?;
                let mut found = Vec::new();
                while let Some(row) = rows.next().map_err(fault)? {
                    found.push(read(row, columns)?);
                }
                Ok(found)
            }
            Self::Postgres(link) => link.many(sql, args),
        }
    }

    /// The first row that a statement gives.
    pub fn one(&self, sql: &str, args: &[Arg<'_>]) -> Result<Option<Row>, Failure> {
        match self {
            Self::Sqlite(db) => {
                let mut statement = db.prepare_cached(sql).map_err(fault)?;
                let columns = statement.column_count();
                let mut rows = statement.query(bound(args)).map_err(fault)?;
                rows.next()
                    .map_err(fault)?
                    .map(|row| read(row, columns))
                    .transpose()
            }
            Self::Postgres(link) => Ok(link.many(sql, args)?.into_iter().next()),
        }
    }

    /// A statement whose rows are read one at a time, however many there are.
    pub fn statement(&self, sql: &str) -> Result<Statement<'_>, Failure> {
        Ok(match self {
            Self::Sqlite(db) => Statement::Sqlite(db.prepare(sql).map_err(fault)?),
            Self::Postgres(link) => Statement::Postgres(link.cursor(sql)?),
        })
    }
}

/// Transactions.
impl Db {
    /// Begins to write, alone. Where others may have written meanwhile, says how far they came.
    pub fn begin(&self, wanted: &Wanted) -> Result<Option<Ground>, Failure> {
        match self {
            Self::Sqlite(_) => self.run("BEGIN IMMEDIATE", &[]).map(|()| None),
            Self::Postgres(link) => link.begin(wanted).map(Some),
        }
    }

    /// One view of everything until the connection is given up.
    pub fn begin_reading(&self) -> Result<(), Failure> {
        match self {
            Self::Sqlite(_) => self.run("BEGIN", &[]),
            Self::Postgres(link) => link.begin_reading(),
        }
    }

    pub fn commit(&self) -> Result<(), Failure> {
        match self {
            Self::Sqlite(_) => self.run("COMMIT", &[]),
            Self::Postgres(link) => link.commit(),
        }
    }

    /// Some faults have rolled back already; then there is nothing to do.
    pub fn rollback(&self) -> Result<(), Failure> {
        match self {
            Self::Sqlite(db) if db.is_autocommit() => Ok(()),
            Self::Sqlite(_) => self.run("ROLLBACK", &[]),
            Self::Postgres(link) => link.rollback(),
        }
    }

    pub fn savepoint(&self) -> Result<(), Failure> {
        match self {
            Self::Sqlite(_) => self.run("SAVEPOINT one", &[]),
            Self::Postgres(link) => {
                link.savepoint();
                Ok(())
            }
        }
    }

    pub fn release(&self) -> Result<(), Failure> {
        match self {
            Self::Sqlite(_) => self.run("RELEASE one", &[]),
            Self::Postgres(link) => link.release(),
        }
    }

    pub fn rollback_to_savepoint(&self) -> Result<(), Failure> {
        match self {
            Self::Sqlite(_) => {
                self.run("ROLLBACK TO one", &[])?;
                self.release()
            }
            Self::Postgres(link) => link.rollback_to_savepoint(),
        }
    }

    /// The same as [`Db::run`], but it may wait until the transaction ends.
    pub fn later(&self, sql: &'static str, args: &[Arg<'_>]) -> Result<(), Failure> {
        if let Self::Postgres(link) = self {
            let cells = args.iter().map(|arg| arg.to_cell()).collect();
            if link.keep_later(sql, cells)? {
                return Ok(());
            }
        }
        self.run(sql, args)
    }

    /// Whether the row waits for the end of the transaction.
    pub fn keeps_back(&self, table: Table, position: u64, cells: &[Cell]) -> Result<bool, Failure> {
        match self {
            Self::Sqlite(_) => Ok(false),
            Self::Postgres(link) => link.keep(table, position, cells),
        }
    }

    /// The same for a row of the log.
    pub fn keeps_back_log(&self, entry: &LogRow) -> Result<bool, Failure> {
        match self {
            Self::Sqlite(_) => Ok(false),
            Self::Postgres(link) => link.keep_log(entry),
        }
    }

    /// What is known without asking: nothing where asking costs next to nothing.
    pub fn known(&self, question: Question) -> Option<Option<Placed>> {
        match self {
            Self::Sqlite(_) => None,
            Self::Postgres(link) => link.known(question),
        }
    }

    pub fn forget_known(&self) {
        if let Self::Postgres(link) = self {
            link.forget_known();
        }
    }

    /// Tells the other nodes with the commit that there is something new.
    pub fn announce(&self, ledger: Id) -> Result<(), Failure> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(_) => self.later(
                "SELECT pg_notify(?1, '')",
                &[channel(ledger).as_str().into()],
            ),
        }
    }
}

/// What only a database in a file needs.
impl Db {
    /// What the database itself finds wrong with its pages, indexes and types. PostgreSQL has its own
    /// tools for that, which need more rights than this program has.
    pub fn integrity(&self) -> Result<Vec<String>, Failure> {
        if self.is_shared() {
            return Ok(vec![]);
        }
        let mut words = Vec::new();
        for mut row in self.many("PRAGMA integrity_check(50)", &[])? {
            words.push(row.text(0)?);
        }
        words.retain(|words| words != "ok");
        Ok(words)
    }

    pub fn checkpoint_when_long(&self) -> Result<(), Failure> {
        match self {
            Self::Sqlite(db) => sqlite::checkpoint_when_long(db),
            Self::Postgres(_) => Ok(()),
        }
    }

    /// Leaves no older copy of what was deleted in the write-ahead log. PostgreSQL's own ages out with
    /// its archive; what it holds of keys is wrapped under an epoch, and dark with the next one.
    pub fn truncate_wal(&self) -> Result<(), Failure> {
        match self {
            Self::Sqlite(db) => sqlite::truncate_wal(db),
            Self::Postgres(_) => Ok(()),
        }
    }

    /// After a failed sync, closing must not sync again.
    pub fn close_as_it_is(&self) {
        if let Self::Sqlite(db) = self {
            sqlite::close_as_it_is(db);
        }
    }
}

/// See [`Db::statement`].
pub(crate) enum Statement<'db> {
    Sqlite(rusqlite::Statement<'db>),
    Postgres(Cursor<'db>),
}

impl Statement<'_> {
    pub fn rows(&mut self) -> Result<Rows<'_>, Failure> {
        Ok(match self {
            Self::Sqlite(statement) => {
                let columns = statement.column_count();
                Rows::Sqlite(statement.query([]).map_err(fault)?, columns)
            }
            Self::Postgres(cursor) => Rows::Postgres(cursor),
        })
    }
}

/// The rows of a statement.
pub(crate) enum Rows<'s> {
    Sqlite(rusqlite::Rows<'s>, usize),
    Postgres(&'s mut (dyn NextRow + 's)),
}

impl Rows<'_> {
    pub fn next(&mut self) -> Result<Option<Row>, Failure> {
        match self {
            Self::Sqlite(rows, columns) => rows
                .next()
                .map_err(fault)?
                .map(|row| read(row, *columns))
                .transpose(),
            Self::Postgres(cursor) => cursor.next_row(),
        }
    }
}

/// Gives rows one at a time.
pub(crate) trait NextRow {
    fn next_row(&mut self) -> Result<Option<Row>, Failure>;
}

fn bound<'a>(args: &'a [Arg<'a>]) -> impl Params + 'a {
    params_from_iter(args.iter())
}

fn read(row: &rusqlite::Row<'_>, columns: usize) -> Result<Row, Failure> {
    let cells: rusqlite::Result<Vec<Cell>> = (0..columns).map(|column| row.get(column)).collect();
    cells.map(Row).map_err(fault)
}

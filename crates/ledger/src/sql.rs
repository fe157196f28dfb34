//! Every statement on the ledger's tables, as both databases speak it.

use crate::db::{Arg, Db, Question, Row};
use crate::rows::{Cell, Table};
use crate::{Failure, Id};

mod events;
mod log;

pub(crate) use events::*;
pub(crate) use log::*;

/// Covered tables have the log position at which a row was made as their key. `aside` and `frontier`
/// stand outside the log: the one is deletable, the other a copy of what the log gives.
pub(crate) const SCHEMA: &str = "
CREATE TABLE meta(position INTEGER PRIMARY KEY, name TEXT NOT NULL, value BLOB NOT NULL) STRICT;
CREATE TABLE events(position INTEGER PRIMARY KEY, file BLOB NOT NULL, seq INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL, sealed BLOB NOT NULL, hash BLOB NOT NULL, UNIQUE(file, seq)) STRICT;
CREATE TABLE keys(position INTEGER PRIMARY KEY, file BLOB NOT NULL, seq INTEGER NOT NULL,
  epoch INTEGER NOT NULL, wrapped BLOB NOT NULL, UNIQUE(file, seq)) STRICT;
CREATE TABLE commands(position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
  recorded_at INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE TABLE claims(position INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, owner BLOB NOT NULL,
  sealed BLOB NOT NULL) STRICT;
CREATE INDEX claims_by_owner ON claims(owner);
CREATE TABLE looks(position INTEGER PRIMARY KEY, recorded_at INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE TABLE sessions(position INTEGER PRIMARY KEY, token BLOB NOT NULL UNIQUE,
  recorded_at INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE TABLE erased(position INTEGER PRIMARY KEY, file BLOB NOT NULL, seq INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL, sealed BLOB NOT NULL, UNIQUE(file, seq)) STRICT;
CREATE TABLE log(position INTEGER PRIMARY KEY, tbl INTEGER NOT NULL, op INTEGER NOT NULL,
  row INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TABLE heads(number INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
CREATE TABLE frontier(id INTEGER PRIMARY KEY CHECK(id = 1), state BLOB NOT NULL) STRICT;
CREATE TABLE aside(key BLOB PRIMARY KEY, space BLOB NOT NULL, recorded_at INTEGER NOT NULL,
  sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX aside_by_space ON aside(space);
";

/// A row of a covered table with the position at which it was made.
pub(crate) type Placed = (u64, Vec<Cell>);

/// Positions, sequence numbers and epochs stay far below 2^63.
pub(crate) fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A negative number is never written; a tampered one becomes a position that nothing has.
pub(crate) fn nat(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

pub(crate) fn placed(mut row: Row) -> Result<Placed, Failure> {
    let position = row.nat(0)?;
    row.0.remove(0);
    Ok((position, row.0))
}

/// `SELECT position, …` of a covered table, in the order of its columns.
pub(crate) fn select(table: Table, rest: &str) -> String {
    format!(
        "SELECT position, {} FROM {} {rest}",
        table.columns().join(", "),
        table.name()
    )
}

/// Every row of a covered table in order of position, one at a time.
pub(crate) fn each(
    db: &Db,
    table: Table,
    mut visit: impl FnMut(Placed) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut statement = db.statement(&select(table, "ORDER BY position"))?;
    let mut rows = statement.rows()?;
    while let Some(row) = rows.next()? {
        visit(placed(row)?)?;
    }
    Ok(())
}

fn rows(db: &Db, table: Table, rest: &str, args: &[Arg<'_>]) -> Result<Vec<Placed>, Failure> {
    db.many(&select(table, rest), args)?
        .into_iter()
        .map(placed)
        .collect()
}

fn row(db: &Db, table: Table, rest: &str, args: &[Arg<'_>]) -> Result<Option<Placed>, Failure> {
    db.one(&select(table, rest), args)?.map(placed).transpose()
}

pub(crate) fn insert(db: &Db, table: Table, position: u64, cells: &[Cell]) -> Result<(), Failure> {
    if db.keeps_back(table, position, cells)? {
        return Ok(());
    }
    let places: String = (2..=table.columns().len() + 1)
        .map(|place| format!(", ?{place}"))
        .collect();
    let sql = format!(
        "INSERT INTO {}(position, {}) VALUES (?1{places})",
        table.name(),
        table.columns().join(", ")
    );
    let args: Vec<Arg<'_>> = std::iter::once(Arg::Int(int(position)))
        .chain(cells.iter().map(Arg::from))
        .collect();
    db.run(&sql, &args)
}

pub(crate) fn delete(db: &Db, table: Table, position: u64) -> Result<(), Failure> {
    db.forget_known();
    db.run(
        &format!("DELETE FROM {} WHERE position = ?1", table.name()),
        &[int(position).into()],
    )
}

pub(crate) fn at(db: &Db, table: Table, position: u64) -> Result<Option<Placed>, Failure> {
    row(db, table, "WHERE position = ?1", &[int(position).into()])
}

/// The newest value under a name; older ones have been destroyed.
pub(crate) fn meta(db: &Db, name: &str) -> Result<Option<Placed>, Failure> {
    row(
        db,
        Table::Meta,
        "WHERE name = ?1 ORDER BY position DESC LIMIT 1",
        &[name.into()],
    )
}

/// The wrapped key of an event, or with `seq` 0 of the file itself.
pub(crate) fn key(db: &Db, file: Id, seq: u64) -> Result<Option<Placed>, Failure> {
    if seq == 0
        && let Some(known) = db.known(Question::Key(file))
    {
        return Ok(known);
    }
    row(
        db,
        Table::Keys,
        "WHERE file = ?1 AND seq = ?2",
        &[(&file).into(), int(seq).into()],
    )
}

pub(crate) fn keys_of(db: &Db, file: Id) -> Result<Vec<Placed>, Failure> {
    rows(
        db,
        Table::Keys,
        "WHERE file = ?1 ORDER BY seq",
        &[(&file).into()],
    )
}

pub(crate) fn file_keys(db: &Db) -> Result<Vec<Placed>, Failure> {
    rows(db, Table::Keys, "WHERE seq = 0 ORDER BY position", &[])
}

pub(crate) fn command(db: &Db, id: Id) -> Result<Option<Placed>, Failure> {
    match db.known(Question::Command(id)) {
        Some(known) => Ok(known),
        None => row(db, Table::Commands, "WHERE id = ?1", &[(&id).into()]),
    }
}

pub(crate) fn claim(db: &Db, hash: &[u8; 32]) -> Result<Option<Placed>, Failure> {
    match db.known(Question::Claim(*hash)) {
        Some(known) => Ok(known),
        None => row(db, Table::Claims, "WHERE hash = ?1", &[hash.into()]),
    }
}

pub(crate) fn claims_of(db: &Db, owner: &[u8; 32]) -> Result<Vec<Placed>, Failure> {
    rows(
        db,
        Table::Claims,
        "WHERE owner = ?1 ORDER BY position",
        &[owner.into()],
    )
}

pub(crate) fn looks(db: &Db, after: u64, limit: usize) -> Result<Vec<Placed>, Failure> {
    rows(
        db,
        Table::Looks,
        "WHERE position > ?1 ORDER BY position LIMIT ?2",
        &[int(after).into(), int(limit as u64).into()],
    )
}

pub(crate) fn looks_until(db: &Db, until: u64) -> Result<Vec<Placed>, Failure> {
    rows(
        db,
        Table::Looks,
        "WHERE position <= ?1 ORDER BY position",
        &[int(until).into()],
    )
}

pub(crate) fn session(db: &Db, token: &[u8; 32]) -> Result<Option<Placed>, Failure> {
    row(db, Table::Sessions, "WHERE token = ?1", &[token.into()])
}

pub(crate) fn sessions(db: &Db) -> Result<Vec<Placed>, Failure> {
    rows(db, Table::Sessions, "ORDER BY position", &[])
}

pub(crate) fn erased(db: &Db, file: Id, seq: u64) -> Result<bool, Failure> {
    if seq == 0
        && let Some(known) = db.known(Question::Erased(file))
    {
        return Ok(known.is_some());
    }
    Ok(row(
        db,
        Table::Erased,
        "WHERE file = ?1 AND seq = ?2",
        &[(&file).into(), int(seq).into()],
    )?
    .is_some())
}

/// Something put aside, as stored.
pub(crate) struct StoredAside {
    pub key: Vec<u8>,
    pub at: i64,
    pub sealed: Vec<u8>,
}

impl StoredAside {
    fn read(mut row: Row) -> Result<Self, Failure> {
        Ok(Self {
            key: row.bytes(0)?,
            at: row.int(1)?,
            sealed: row.bytes(2)?,
        })
    }
}

pub(crate) fn put_aside(
    db: &Db,
    key: &[u8; 32],
    space: &[u8; 32],
    at: i64,
    sealed: &[u8],
) -> Result<(), Failure> {
    db.later(
        "INSERT INTO aside(key, space, recorded_at, sealed) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (key) DO UPDATE SET space = excluded.space, recorded_at = excluded.recorded_at,
         sealed = excluded.sealed",
        &[key.into(), space.into(), at.into(), sealed.into()],
    )
}

pub(crate) fn aside(db: &Db, key: &[u8; 32]) -> Result<Option<StoredAside>, Failure> {
    db.one(
        "SELECT key, recorded_at, sealed FROM aside WHERE key = ?1",
        &[key.into()],
    )?
    .map(StoredAside::read)
    .transpose()
}

pub(crate) fn asides(db: &Db, space: &[u8; 32]) -> Result<Vec<StoredAside>, Failure> {
    db.many(
        "SELECT key, recorded_at, sealed FROM aside WHERE space = ?1 ORDER BY recorded_at, key",
        &[space.into()],
    )?
    .into_iter()
    .map(StoredAside::read)
    .collect()
}

pub(crate) fn drop_aside(db: &Db, key: &[u8; 32]) -> Result<(), Failure> {
    db.later("DELETE FROM aside WHERE key = ?1", &[key.into()])
}

/// Files erased whole after a position.
pub(crate) fn erased_after(db: &Db, after: u64) -> Result<Vec<Id>, Failure> {
    let rows = rows(
        db,
        Table::Erased,
        "WHERE position > ?1 AND seq = 0 ORDER BY position",
        &[int(after).into()],
    )?;
    let file = |(_, cells): Placed| Some(Id(cells.first()?.bytes()?.try_into().ok()?));
    Ok(rows.into_iter().filter_map(file).collect())
}

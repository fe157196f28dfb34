//! Every statement on the ledger's tables, as SQLite speaks it.

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Params, Row, params, params_from_iter};

use crate::rows::{Cell, Table};
use crate::sqlite::fault;
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

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Bytes(value) => ValueRef::Blob(value),
        }))
    }
}

impl FromSql for Cell {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(match value {
            ValueRef::Integer(value) => Self::Int(value),
            ValueRef::Text(value) => Self::Text(String::from_utf8_lossy(value).into_owned()),
            ValueRef::Blob(value) => Self::Bytes(value.to_vec()),
            // No column allows these; a tampered one hashes to something else.
            ValueRef::Null | ValueRef::Real(_) => Self::Text(String::new()),
        })
    }
}

/// Positions, sequence numbers and epochs stay far below 2^63.
pub(crate) fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A negative number is never written; a tampered one becomes a position that nothing has.
pub(crate) fn nat(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

pub(crate) fn begin(db: &Connection) -> Result<(), Failure> {
    run(db, "BEGIN IMMEDIATE", [])
}

/// One view of everything until the connection is given up.
pub(crate) fn begin_reading(db: &Connection) -> Result<(), Failure> {
    run(db, "BEGIN", [])
}

/// What the database itself finds wrong with its pages, indexes and types.
pub(crate) fn integrity(db: &Connection) -> Result<Vec<String>, Failure> {
    let words = many(db, "PRAGMA integrity_check(50)", [], |row| {
        row.get::<_, String>(0)
    })?;
    Ok(words.into_iter().filter(|words| words != "ok").collect())
}

pub(crate) fn commit(db: &Connection) -> Result<(), Failure> {
    run(db, "COMMIT", [])
}

/// Some faults have rolled back already; then there is nothing to do.
pub(crate) fn rollback(db: &Connection) -> Result<(), Failure> {
    if db.is_autocommit() {
        Ok(())
    } else {
        run(db, "ROLLBACK", [])
    }
}

pub(crate) fn savepoint(db: &Connection) -> Result<(), Failure> {
    run(db, "SAVEPOINT one", [])
}

pub(crate) fn release(db: &Connection) -> Result<(), Failure> {
    run(db, "RELEASE one", [])
}

pub(crate) fn rollback_to_savepoint(db: &Connection) -> Result<(), Failure> {
    run(db, "ROLLBACK TO one", [])?;
    release(db)
}

fn run(db: &Connection, sql: &str, params: impl Params) -> Result<(), Failure> {
    db.prepare_cached(sql)
        .and_then(|mut statement| statement.execute(params))
        .map_err(fault)?;
    Ok(())
}

fn one<T>(
    db: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, Failure> {
    db.prepare_cached(sql)
        .and_then(|mut statement| statement.query_row(params, read).optional())
        .map_err(fault)
}

fn many<T>(
    db: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Failure> {
    let mut statement = db.prepare_cached(sql).map_err(fault)?;
    let rows = statement.query_map(params, read).map_err(fault)?;
    rows.collect::<Result<_, _>>().map_err(fault)
}

fn placed(row: &Row<'_>, columns: usize) -> rusqlite::Result<Placed> {
    let cells = (1..=columns)
        .map(|column| row.get(column))
        .collect::<Result<_, _>>()?;
    Ok((nat(row.get(0)?), cells))
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
    db: &Connection,
    table: Table,
    mut visit: impl FnMut(Placed) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut statement = db
        .prepare(&select(table, "ORDER BY position"))
        .map_err(fault)?;
    let mut rows = statement.query([]).map_err(fault)?;
    while let Some(row) = rows.next().map_err(fault)? {
        visit(placed(row, table.columns().len()).map_err(fault)?)?;
    }
    Ok(())
}

fn rows(
    db: &Connection,
    table: Table,
    rest: &str,
    params: impl Params,
) -> Result<Vec<Placed>, Failure> {
    many(db, &select(table, rest), params, |row| {
        placed(row, table.columns().len())
    })
}

fn row(
    db: &Connection,
    table: Table,
    rest: &str,
    params: impl Params,
) -> Result<Option<Placed>, Failure> {
    one(db, &select(table, rest), params, |row| {
        placed(row, table.columns().len())
    })
}

pub(crate) fn insert(
    db: &Connection,
    table: Table,
    position: u64,
    cells: &[Cell],
) -> Result<(), Failure> {
    let places = ", ?".repeat(table.columns().len());
    let sql = format!(
        "INSERT INTO {}(position, {}) VALUES (?{places})",
        table.name(),
        table.columns().join(", ")
    );
    let position = Cell::Int(int(position));
    run(
        db,
        &sql,
        params_from_iter(std::iter::once(&position).chain(cells)),
    )
}

pub(crate) fn delete(db: &Connection, table: Table, position: u64) -> Result<(), Failure> {
    run(
        db,
        &format!("DELETE FROM {} WHERE position = ?1", table.name()),
        [int(position)],
    )
}

pub(crate) fn at(db: &Connection, table: Table, position: u64) -> Result<Option<Placed>, Failure> {
    row(db, table, "WHERE position = ?1", [int(position)])
}

/// The newest value under a name; older ones have been destroyed.
pub(crate) fn meta(db: &Connection, name: &str) -> Result<Option<Placed>, Failure> {
    row(
        db,
        Table::Meta,
        "WHERE name = ?1 ORDER BY position DESC LIMIT 1",
        [name],
    )
}

/// The wrapped key of an event, or with `seq` 0 of the file itself.
pub(crate) fn key(db: &Connection, file: Id, seq: u64) -> Result<Option<Placed>, Failure> {
    row(
        db,
        Table::Keys,
        "WHERE file = ?1 AND seq = ?2",
        params![file.0, int(seq)],
    )
}

pub(crate) fn keys_of(db: &Connection, file: Id) -> Result<Vec<Placed>, Failure> {
    rows(db, Table::Keys, "WHERE file = ?1 ORDER BY seq", [file.0])
}

pub(crate) fn file_keys(db: &Connection) -> Result<Vec<Placed>, Failure> {
    rows(db, Table::Keys, "WHERE seq = 0 ORDER BY position", [])
}

pub(crate) fn command(db: &Connection, id: Id) -> Result<Option<Placed>, Failure> {
    row(db, Table::Commands, "WHERE id = ?1", [id.0])
}

pub(crate) fn claim(db: &Connection, hash: &[u8; 32]) -> Result<Option<Placed>, Failure> {
    row(db, Table::Claims, "WHERE hash = ?1", [hash])
}

pub(crate) fn claims_of(db: &Connection, owner: &[u8; 32]) -> Result<Vec<Placed>, Failure> {
    rows(
        db,
        Table::Claims,
        "WHERE owner = ?1 ORDER BY position",
        [owner],
    )
}

pub(crate) fn looks(db: &Connection, after: u64, limit: usize) -> Result<Vec<Placed>, Failure> {
    rows(
        db,
        Table::Looks,
        "WHERE position > ?1 ORDER BY position LIMIT ?2",
        [int(after), int(limit as u64)],
    )
}

pub(crate) fn looks_until(db: &Connection, until: u64) -> Result<Vec<Placed>, Failure> {
    rows(
        db,
        Table::Looks,
        "WHERE position <= ?1 ORDER BY position",
        [int(until)],
    )
}

pub(crate) fn session(db: &Connection, token: &[u8; 32]) -> Result<Option<Placed>, Failure> {
    row(db, Table::Sessions, "WHERE token = ?1", [token])
}

pub(crate) fn sessions(db: &Connection) -> Result<Vec<Placed>, Failure> {
    rows(db, Table::Sessions, "ORDER BY position", [])
}

pub(crate) fn erased(db: &Connection, file: Id, seq: u64) -> Result<bool, Failure> {
    Ok(row(
        db,
        Table::Erased,
        "WHERE file = ?1 AND seq = ?2",
        params![file.0, int(seq)],
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
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            key: row.get(0)?,
            at: row.get(1)?,
            sealed: row.get(2)?,
        })
    }
}

pub(crate) fn put_aside(
    db: &Connection,
    key: &[u8; 32],
    space: &[u8; 32],
    at: i64,
    sealed: &[u8],
) -> Result<(), Failure> {
    run(
        db,
        "INSERT OR REPLACE INTO aside(key, space, recorded_at, sealed) VALUES (?1, ?2, ?3, ?4)",
        params![key, space, at, sealed],
    )
}

pub(crate) fn aside(db: &Connection, key: &[u8; 32]) -> Result<Option<StoredAside>, Failure> {
    one(
        db,
        "SELECT key, recorded_at, sealed FROM aside WHERE key = ?1",
        [key],
        StoredAside::read,
    )
}

pub(crate) fn asides(db: &Connection, space: &[u8; 32]) -> Result<Vec<StoredAside>, Failure> {
    many(
        db,
        "SELECT key, recorded_at, sealed FROM aside WHERE space = ?1 ORDER BY recorded_at, key",
        [space],
        StoredAside::read,
    )
}

pub(crate) fn drop_aside(db: &Connection, key: &[u8; 32]) -> Result<(), Failure> {
    run(db, "DELETE FROM aside WHERE key = ?1", [key])
}

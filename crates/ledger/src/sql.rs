//! Every statement on the ledger's tables, as SQLite speaks it.

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Params, Row, params, params_from_iter};

use crate::rows::{Cell, LogRow, Op, Table};
use crate::sqlite::fault;
use crate::{Failure, Id};

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

pub(crate) fn log(db: &Connection, entry: &LogRow) -> Result<(), Failure> {
    run(
        db,
        "INSERT INTO log(position, tbl, op, row, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            int(entry.position),
            entry.table.code(),
            entry.op_code(),
            int(entry.row),
            entry.hash
        ],
    )
}

/// The log in order. A row that no program wrote (another table, another size) comes as its position alone.
pub(crate) fn each_log_row(
    db: &Connection,
    mut visit: impl FnMut(Result<LogRow, u64>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut statement = db
        .prepare("SELECT position, tbl, op, row, hash FROM log ORDER BY position")
        .map_err(fault)?;
    let mut rows = statement.query([]).map_err(fault)?;
    while let Some(row) = rows.next().map_err(fault)? {
        let position = nat(row.get(0).map_err(fault)?);
        visit(log_row(row, position).map_err(fault)?.ok_or(position))?;
    }
    Ok(())
}

fn log_row(row: &Row<'_>, position: u64) -> rusqlite::Result<Option<LogRow>> {
    let op = match row.get(2)? {
        1i64 => Op::Made,
        2 => Op::Destroyed,
        _ => return Ok(None),
    };
    let hash = row.get::<_, Vec<u8>>(4)?.try_into().ok();
    let table = Table::of_code(row.get(1)?);
    let row = nat(row.get(3)?);
    Ok(hash.zip(table).map(|(hash, table)| LogRow {
        position,
        table,
        op,
        row,
        hash,
    }))
}

pub(crate) fn log_size(db: &Connection) -> Result<u64, Failure> {
    Ok(one(db, "SELECT max(position) FROM log", [], |row| {
        row.get::<_, Option<i64>>(0)
    })?
    .flatten()
    .map_or(0, nat))
}

pub(crate) fn put_head(db: &Connection, number: u64, note: &str) -> Result<(), Failure> {
    run(
        db,
        "INSERT INTO heads(number, note) VALUES (?1, ?2)",
        params![int(number), note],
    )
}

pub(crate) fn last_head(db: &Connection) -> Result<Option<String>, Failure> {
    one(
        db,
        "SELECT note FROM heads ORDER BY number DESC LIMIT 1",
        [],
        |row| row.get(0),
    )
}

pub(crate) fn head_note(db: &Connection, number: u64) -> Result<Option<String>, Failure> {
    one(
        db,
        "SELECT note FROM heads WHERE number = ?1",
        [int(number)],
        |row| row.get(0),
    )
}

/// The heads in order. A note that is not text comes as nothing.
pub(crate) fn each_head(
    db: &Connection,
    mut visit: impl FnMut(u64, Option<String>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut statement = db
        .prepare("SELECT number, CAST(note AS BLOB) FROM heads ORDER BY number")
        .map_err(fault)?;
    let mut rows = statement.query([]).map_err(fault)?;
    while let Some(row) = rows.next().map_err(fault)? {
        let note: Vec<u8> = row.get(1).map_err(fault)?;
        visit(
            nat(row.get(0).map_err(fault)?),
            String::from_utf8(note).ok(),
        )?;
    }
    Ok(())
}

pub(crate) fn put_frontier(db: &Connection, state: &[u8]) -> Result<(), Failure> {
    run(
        db,
        "INSERT OR REPLACE INTO frontier(id, state) VALUES (1, ?1)",
        [state],
    )
}

pub(crate) fn frontier(db: &Connection) -> Result<Option<Vec<u8>>, Failure> {
    one(db, "SELECT state FROM frontier", [], |row| row.get(0))
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

/// How many events a file has, and the hash of its last one.
pub(crate) fn file_end(db: &Connection, file: Id) -> Result<(u64, Option<Vec<u8>>), Failure> {
    let end = one(
        db,
        "SELECT seq, hash FROM events WHERE file = ?1 ORDER BY seq DESC LIMIT 1",
        [file.0],
        |row| Ok((nat(row.get(0)?), Some(row.get(1)?))),
    )?;
    Ok(end.unwrap_or((0, None)))
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

/// An event with the wrapped keys that open it, as far as they live.
pub(crate) struct StoredEvent {
    pub position: u64,
    pub file: Vec<u8>,
    pub seq: u64,
    pub recorded_at: i64,
    pub sealed: Vec<u8>,
    pub hash: Vec<u8>,
    pub event_key: Option<Vec<u8>>,
    pub file_key: Option<(u64, Vec<u8>)>,
}

impl StoredEvent {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let (epoch, wrapped): (Option<i64>, Option<Vec<u8>>) = (row.get(7)?, row.get(8)?);
        Ok(Self {
            position: nat(row.get(0)?),
            file: row.get(1)?,
            seq: nat(row.get(2)?),
            recorded_at: row.get(3)?,
            sealed: row.get(4)?,
            hash: row.get(5)?,
            event_key: row.get(6)?,
            file_key: epoch.map(nat).zip(wrapped),
        })
    }
}

const EVENTS: &str = "SELECT e.position, e.file, e.seq, e.recorded_at, e.sealed, e.hash, k.wrapped, f.epoch, f.wrapped
  FROM events e LEFT JOIN keys k ON k.file = e.file AND k.seq = e.seq LEFT JOIN keys f ON f.file = e.file AND f.seq = 0";

pub(crate) fn file_events(db: &Connection, file: Id) -> Result<Vec<StoredEvent>, Failure> {
    many(
        db,
        &format!("{EVENTS} WHERE e.file = ?1 ORDER BY e.seq"),
        [file.0],
        StoredEvent::read,
    )
}

pub(crate) fn events_after(
    db: &Connection,
    after: u64,
    limit: usize,
) -> Result<Vec<StoredEvent>, Failure> {
    let sql = format!("{EVENTS} WHERE e.position > ?1 ORDER BY e.position LIMIT ?2");
    many(db, &sql, [int(after), int(limit as u64)], StoredEvent::read)
}

/// All events, file by file in order, one at a time.
pub(crate) fn each_event(
    db: &Connection,
    mut visit: impl FnMut(&StoredEvent),
) -> Result<(), Failure> {
    let mut statement = db
        .prepare(&format!("{EVENTS} ORDER BY e.file, e.seq"))
        .map_err(fault)?;
    let mut rows = statement.query([]).map_err(fault)?;
    while let Some(row) = rows.next().map_err(fault)? {
        visit(&StoredEvent::read(row).map_err(fault)?);
    }
    Ok(())
}

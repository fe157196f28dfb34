//! Statements that read events together with the keys that open them.

use rusqlite::{Connection, Row, params};

use super::{int, many, nat, one};
use crate::sqlite::fault;
use crate::{Failure, Id, Mark};

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

/// From the index alone.
pub(crate) fn files(db: &Connection, after: Id, limit: usize) -> Result<Vec<Id>, Failure> {
    let found = many(
        db,
        "SELECT file FROM events WHERE file > ?1 AND seq = 1 ORDER BY file LIMIT ?2",
        params![after.0, int(limit as u64)],
        |row| row.get::<_, [u8; 16]>(0),
    )?;
    Ok(found.into_iter().map(Id).collect())
}

/// Both numbers come from the index alone.
pub(crate) fn mark(db: &Connection, file: Id) -> Result<Mark, Failure> {
    let mark = one(
        db,
        "SELECT (SELECT max(seq) FROM events WHERE file = ?1), (SELECT count(*) FROM keys WHERE file = ?1)",
        [file.0],
        |row| {
            Ok(Mark {
                length: row.get::<_, Option<i64>>(0)?.map_or(0, nat),
                keys: nat(row.get(1)?),
            })
        },
    )?;
    Ok(mark.unwrap_or_default())
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

//! Statements that read events together with the keys that open them.

use super::{int, nat};
use crate::db::{Db, Question, Row};
use crate::rows::Cell;
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
    fn read(mut row: Row) -> Result<Self, Failure> {
        let epoch = row.maybe_int(7).map(nat);
        Ok(Self {
            position: row.nat(0)?,
            file: row.bytes(1)?,
            seq: row.nat(2)?,
            recorded_at: row.int(3)?,
            sealed: row.bytes(4)?,
            hash: row.bytes(5)?,
            event_key: row.maybe_bytes(6),
            file_key: epoch.zip(row.maybe_bytes(8)),
        })
    }
}

const EVENTS: &str = "SELECT e.position, e.file, e.seq, e.recorded_at, e.sealed, e.hash, k.wrapped, f.epoch, f.wrapped
  FROM events e LEFT JOIN keys k ON k.file = e.file AND k.seq = e.seq LEFT JOIN keys f ON f.file = e.file AND f.seq = 0";

pub(crate) fn file_events(db: &Db, file: Id) -> Result<Vec<StoredEvent>, Failure> {
    db.many(
        &format!("{EVENTS} WHERE e.file = ?1 ORDER BY e.seq"),
        &[(&file).into()],
    )?
    .into_iter()
    .map(StoredEvent::read)
    .collect()
}

pub(crate) fn events_after(db: &Db, after: u64, limit: usize) -> Result<Vec<StoredEvent>, Failure> {
    let sql = format!("{EVENTS} WHERE e.position > ?1 ORDER BY e.position LIMIT ?2");
    db.many(&sql, &[int(after).into(), int(limit as u64).into()])?
        .into_iter()
        .map(StoredEvent::read)
        .collect()
}

/// All events, file by file in order, one at a time.
pub(crate) fn each_event(db: &Db, mut visit: impl FnMut(&StoredEvent)) -> Result<(), Failure> {
    let mut statement = db.statement(&format!("{EVENTS} ORDER BY e.file, e.seq"))?;
    let mut rows = statement.rows()?;
    while let Some(row) = rows.next()? {
        visit(&StoredEvent::read(row)?);
    }
    Ok(())
}

/// From the index alone.
pub(crate) fn files(db: &Db, after: Id, limit: usize) -> Result<Vec<Id>, Failure> {
    db.many(
        "SELECT file FROM events WHERE file > ?1 AND seq = 1 ORDER BY file LIMIT ?2",
        &[(&after).into(), int(limit as u64).into()],
    )?
    .into_iter()
    .map(|mut row| file_id(&row.bytes(0)?))
    .collect()
}

fn file_id(bytes: &[u8]) -> Result<Id, Failure> {
    bytes
        .try_into()
        .map(Id)
        .map_err(|_| Failure::damaged("an event belongs to no file"))
}

/// Which files grew, or lost something, after a position: each time with its own position, in order.
pub(crate) fn changed(db: &Db, after: u64, limit: usize) -> Result<Vec<(u64, Id)>, Failure> {
    db.many(
        "SELECT position, file FROM events WHERE position > ?1
         UNION ALL SELECT position, file FROM erased WHERE position > ?1 ORDER BY position LIMIT ?2",
        &[int(after).into(), int(limit as u64).into()],
    )?
    .into_iter()
    .map(|mut row| Ok((row.nat(0)?, file_id(&row.bytes(1)?)?)))
    .collect()
}

/// Both numbers come from the index alone.
pub(crate) fn mark(db: &Db, file: Id) -> Result<Mark, Failure> {
    let mark = db.one(
        "SELECT (SELECT max(seq) FROM events WHERE file = ?1), (SELECT count(*) FROM keys WHERE file = ?1)",
        &[(&file).into()],
    )?;
    mark.map_or(Ok(Mark::default()), |row| {
        Ok(Mark {
            length: row.maybe_int(0).map_or(0, nat),
            keys: row.nat(1)?,
        })
    })
}

/// How many events a file has, and the hash of its last one.
pub(crate) fn file_end(db: &Db, file: Id) -> Result<(u64, Option<Vec<u8>>), Failure> {
    if let Some(known) = db.known(Question::End(file)) {
        return Ok(known.map_or((0, None), |(seq, cells)| {
            (seq, cells.first().and_then(Cell::bytes).map(<[u8]>::to_vec))
        }));
    }
    let end = db.one(
        "SELECT seq, hash FROM events WHERE file = ?1 ORDER BY seq DESC LIMIT 1",
        &[(&file).into()],
    )?;
    end.map_or(Ok((0, None)), |mut row| {
        Ok((row.nat(0)?, Some(row.bytes(1)?)))
    })
}

//! Beginning to write: alone among all nodes, and knowing in one trip what the work will ask.

use super::batch::{Batch, Column};
use super::{Link, Question, Wanted, cells};
use crate::db::Row;
use crate::sql::{self, Placed};
use crate::{Failure, Id};

/// How far the ledger has come, as the database says once nobody else can write to it.
pub(crate) struct Ground {
    pub frontier: Option<Vec<u8>>,
    pub head: Option<String>,
    pub epoch: Option<Vec<u8>>,
}

/// Only one transaction writes at a time, whichever node it belongs to; the next is let in when it
/// has ended, for whoever waits longest. So positions are given in the order of commits.
pub(super) const LOCK: &str =
    "SELECT pg_advisory_xact_lock((20031::bigint << 32) | 'frontier'::regclass::oid::bigint)";
const HEAD: &str = "SELECT note FROM heads ORDER BY number DESC LIMIT 1";
const EPOCH: &str = "SELECT value FROM meta WHERE name = 'epoch' ORDER BY position DESC LIMIT 1";
const FRONTIER: &str = "SELECT state FROM frontier";
const ENDS: &str = "SELECT w.file, e.seq, e.hash FROM unnest(?1::bytea[]) AS w(file),
  LATERAL (SELECT seq, hash FROM events WHERE file = w.file ORDER BY seq DESC LIMIT 1) e";
const KEYS: &str = "SELECT w.file, k.position, k.file, k.seq, k.epoch, k.wrapped FROM unnest(?1::bytea[]) AS w(file),
  LATERAL (SELECT position, file, seq, epoch, wrapped FROM keys WHERE file = w.file AND seq = 0 LIMIT 1) k";
const ERASED: &str = "SELECT w.file, e.position FROM unnest(?1::bytea[]) AS w(file),
  LATERAL (SELECT position FROM erased WHERE file = w.file AND seq = 0 LIMIT 1) e";
const COMMANDS: &str =
    "SELECT id, position, id, recorded_at, sealed FROM commands WHERE id = ANY(?1::bytea[])";
const CLAIMS: &str =
    "SELECT hash, position, hash, owner, sealed FROM claims WHERE hash = ANY(?1::bytea[])";

impl Link {
    /// Begins to write, alone among all nodes, and asks everything at once that is known to be asked.
    pub fn begin(&self, wanted: &Wanted) -> Result<Ground, Failure> {
        let files: Vec<&[u8]> = wanted.files.iter().map(|file| &file.0[..]).collect();
        let commands: Vec<&[u8]> = wanted.commands.iter().map(|id| &id.0[..]).collect();
        let claims: Vec<&[u8]> = wanted.claims.iter().map(|hash| &hash[..]).collect();
        let mut asked: Vec<(&str, Option<Column<'_>>)> =
            [LOCK, FRONTIER, HEAD, EPOCH].map(|sql| (sql, None)).into();
        for (sql, given) in [
            (ENDS, &files),
            (KEYS, &files),
            (ERASED, &files),
            (COMMANDS, &commands),
            (CLAIMS, &claims),
        ] {
            if !given.is_empty() {
                asked.push((sql, Some(Column::Bytes(given.clone()))));
            }
        }
        self.open.set(true);
        let rows = self.together(Some("BEGIN"), &asked, None)?;
        let mut batch = Batch::default();
        batch.expect(wanted);
        let mut ground = Ground {
            frontier: None,
            head: None,
            epoch: None,
        };
        for ((sql, _), rows) in asked.iter().zip(rows) {
            if *sql == LOCK {
                continue;
            }
            for row in &rows {
                let row = cells::row(row)?;
                take(&mut batch, &mut ground, sql, row)?;
            }
        }
        self.keep_from_now_on(batch);
        Ok(ground)
    }
}

fn take(batch: &mut Batch, ground: &mut Ground, sql: &str, mut row: Row) -> Result<(), Failure> {
    match sql {
        FRONTIER => ground.frontier = Some(row.bytes(0)?),
        HEAD => ground.head = Some(row.text(0)?),
        EPOCH => ground.epoch = Some(row.bytes(0)?),
        CLAIMS => {
            let hash = row.bytes(0)?.try_into();
            let hash = hash.map_err(|_| Failure::damaged("a claim has another size"))?;
            batch.answer(Question::Claim(hash), rest(row)?);
        }
        _ => {
            let id = row.bytes(0)?.try_into().map(Id);
            let id = id.map_err(|_| Failure::damaged("an id has another size"))?;
            let question = match sql {
                ENDS => Question::End(id),
                KEYS => Question::Key(id),
                ERASED => Question::Erased(id),
                _ => Question::Command(id),
            };
            batch.answer(question, rest(row)?);
        }
    }
    Ok(())
}

/// What follows the name under which it was asked.
fn rest(mut row: Row) -> Result<Placed, Failure> {
    row.0.remove(0);
    sql::placed(row)
}

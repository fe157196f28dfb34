//! The chain of each file, and that every seal opens whose key lives.

use super::Checks;
use crate::keyring::Keyring;
use crate::rows::{Cell, Table, chain_hash};
use crate::seal::{self, Key};
use crate::sql::{self, Placed, StoredEvent};
use crate::{Failure, Id, read};

pub(super) fn check(checks: &mut Checks<'_>) -> Result<(), Failure> {
    let db = checks.db;
    let mut walk = Files {
        checks,
        file: None,
        seq: 0,
        hash: [0; 32],
        key: None,
    };
    sql::each_event(db, |event| walk.event(event))?;
    file_keys(checks)?;
    let Some(ring) = checks.ring.take() else {
        return Ok(());
    };
    for table in [
        Table::Commands,
        Table::Claims,
        Table::Looks,
        Table::Sessions,
        Table::Erased,
    ] {
        sql::each(db, table, |row| {
            if !opens(&ring, table, &row) {
                checks.add(
                    table.name(),
                    None,
                    Some(row.0),
                    "the seal of this row does not open",
                );
            }
            Ok(())
        })?;
    }
    checks.ring = Some(ring);
    Ok(())
}

/// The walk through all events, file by file.
struct Files<'a, 'c> {
    checks: &'a mut Checks<'c>,
    file: Option<Id>,
    seq: u64,
    hash: [u8; 32],
    key: Option<Key>,
}

impl Files<'_, '_> {
    fn event(&mut self, event: &StoredEvent) {
        let position = Some(event.position);
        let Ok(file) = event.file.as_slice().try_into().map(Id) else {
            self.checks
                .add("events", None, position, "belongs to no file");
            return;
        };
        if self.file != Some(file) {
            (self.file, self.seq, self.hash) = (Some(file), 0, [0; 32]);
            self.key = event
                .file_key
                .as_ref()
                .and_then(|(epoch, wrapped)| self.unwrap(file, *epoch, wrapped));
        }
        self.chain(file, event);
        self.checks.report.events += 1;
        let (Some(event_key), Some(_)) = (&event.event_key, &event.file_key) else {
            self.checks.report.destroyed += 1;
            return;
        };
        // A file key that does not open is found among the keys, once, not at each event.
        let (Some(ring), Some(key)) = (&self.checks.ring, &self.key) else {
            return;
        };
        if read::open_event(ring, key, file, event.seq, event_key, &event.sealed).is_none() {
            self.checks.add(
                "events",
                Some(file),
                position,
                "the seal of this event does not open",
            );
        }
    }

    fn chain(&mut self, file: Id, event: &StoredEvent) {
        if event.seq != self.seq + 1 {
            let words = format!("event {} of this file is missing", self.seq + 1);
            self.checks
                .add("events", Some(file), Some(event.position), words);
        } else if chain_hash(
            &self.hash,
            file,
            event.seq,
            event.recorded_at,
            &event.sealed,
        )[..]
            != event.hash[..]
        {
            self.checks.add(
                "events",
                Some(file),
                Some(event.position),
                "the chain of this file breaks here",
            );
        }
        self.seq = event.seq;
        self.hash = event.hash.as_slice().try_into().unwrap_or([0; 32]);
    }

    fn unwrap(&self, file: Id, epoch: u64, wrapped: &[u8]) -> Option<Key> {
        unwrap(self.checks, file, epoch, wrapped)
    }
}

fn unwrap(checks: &Checks<'_>, file: Id, epoch: u64, wrapped: &[u8]) -> Option<Key> {
    let under = checks
        .epoch
        .as_ref()
        .filter(|known| known.number == epoch)?;
    seal::unwrap(
        &under.key,
        &checks.ring.as_ref()?.place("file key", file, 0),
        wrapped,
    )
}

fn file_keys(checks: &mut Checks<'_>) -> Result<(), Failure> {
    if checks.ring.is_none() || checks.epoch.is_none() {
        return Ok(());
    }
    for (position, cells) in sql::file_keys(checks.db)? {
        let [Cell::Bytes(file), _, Cell::Int(epoch), Cell::Bytes(wrapped)] = cells.as_slice()
        else {
            continue;
        };
        let file = file.as_slice().try_into().ok().map(Id);
        if file
            .and_then(|file| unwrap(checks, file, sql::nat(*epoch), wrapped))
            .is_none()
        {
            checks.add("keys", file, Some(position), "this key does not open");
        }
    }
    Ok(())
}

fn opens(ring: &Keyring, table: Table, (_, cells): &Placed) -> bool {
    let opened = match (table, cells.as_slice()) {
        (Table::Commands, [Cell::Bytes(id), _, Cell::Bytes(sealed)]) => {
            seal::open(&ring.commands, &ring.row_place("commands", id), sealed)
        }
        (Table::Claims, [Cell::Bytes(hash), _, Cell::Bytes(sealed)]) => {
            seal::open(&ring.claims, &ring.row_place("claims", hash), sealed)
        }
        (Table::Looks, [Cell::Int(at), Cell::Bytes(sealed)]) => seal::open(
            &ring.looks,
            &ring.row_place("looks", &at.to_be_bytes()),
            sealed,
        ),
        (Table::Sessions, [Cell::Bytes(token), _, Cell::Bytes(sealed)]) => {
            seal::open(&ring.sessions, &ring.row_place("sessions", token), sealed)
        }
        (Table::Erased, [Cell::Bytes(file), Cell::Int(seq), _, Cell::Bytes(sealed)]) => {
            let file = file.as_slice().try_into().map(Id);
            file.ok().and_then(|file| {
                seal::open(
                    &ring.erased,
                    &ring.place("erased", file, sql::nat(*seq)),
                    sealed,
                )
            })
        }
        _ => None,
    };
    opened.is_some()
}

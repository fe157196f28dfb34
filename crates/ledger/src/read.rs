//! Reading: stored rows become entries, looks, sessions. What does not open is damage and says where.

use jiff::Timestamp;

use crate::contract::{Aside, Body, Entry, Look, Session};
use crate::keyring::Keyring;
use crate::rows::Cell;
use crate::seal::{self, Place};
use crate::shared::Shared;
use crate::sql::{self, Placed, StoredAside, StoredEvent};
use crate::{Failure, Id};

pub(crate) fn file(shared: &Shared, file: Id) -> Result<Vec<Entry>, Failure> {
    let erased = |events: &[StoredEvent]| events.iter().any(|event| event.file_key.is_none());
    entries(shared, || {
        let events = shared.reading(|db| sql::file_events(db, file))?;
        Ok(if erased(&events) { vec![] } else { events })
    })
}

pub(crate) fn scan(shared: &Shared, after: u64, limit: usize) -> Result<Vec<Entry>, Failure> {
    entries(shared, || {
        shared.reading(|db| sql::events_after(db, after, limit))
    })
}

/// A renewal may come between reading a row and unwrapping its key; then the row is read once more.
fn entries(
    shared: &Shared,
    read: impl Fn() -> Result<Vec<StoredEvent>, Failure>,
) -> Result<Vec<Entry>, Failure> {
    for _ in 0..2 {
        let entries: Option<Vec<Entry>> = read()?
            .iter()
            .map(|stored| entry(shared, stored))
            .collect::<Result<_, _>>()?;
        if let Some(entries) = entries {
            return Ok(entries);
        }
    }
    Err(Failure::damaged("an epoch key is not there"))
}

/// Nothing when the epoch of the file's key is not known.
fn entry(shared: &Shared, stored: &StoredEvent) -> Result<Option<Entry>, Failure> {
    let file = Id(stored
        .file
        .as_slice()
        .try_into()
        .map_err(|_| bad("events", stored.position))?);
    let body = match (&stored.event_key, &stored.file_key) {
        (Some(event_key), Some((epoch, file_key))) => {
            let Some(file_key) = shared.file_key(file, *epoch, file_key)? else {
                return Ok(None);
            };
            let clear = open_event(
                &shared.ring,
                &file_key,
                file,
                stored.seq,
                event_key,
                &stored.sealed,
            );
            Body::Clear(clear.ok_or_else(|| bad("events", stored.position))?)
        }
        _ => Body::Destroyed,
    };
    let recorded_at = time(stored.recorded_at, "events", stored.position)?;
    Ok(Some(Entry {
        position: stored.position,
        file,
        seq: stored.seq,
        recorded_at,
        body,
    }))
}

/// Opens an event with its own key, and that with the file's.
pub(crate) fn open_event(
    ring: &Keyring,
    file_key: &seal::Key,
    file: Id,
    seq: u64,
    wrapped: &[u8],
    sealed: &[u8],
) -> Option<Vec<u8>> {
    let event_key = seal::unwrap(file_key, &ring.place("event key", file, seq), wrapped)?;
    seal::open(&event_key, &ring.place("events", file, seq), sealed)
}

pub(crate) fn outcome(shared: &Shared, command: Id) -> Result<Option<Vec<u8>>, Failure> {
    let row = shared.reading(|db| sql::command(db, command))?;
    let open = |(position, cells): Placed| {
        let sealed = cells.get(2).and_then(Cell::bytes).unwrap_or_default();
        seal::open(
            &shared.ring.commands,
            &shared.ring.row_place("commands", &command.0),
            sealed,
        )
        .ok_or_else(|| bad("commands", position))
    };
    row.map(open).transpose()
}

pub(crate) fn claimed(shared: &Shared, space: &str, value: &str) -> Result<Option<Id>, Failure> {
    let ring = &shared.ring;
    let hash = ring.claim_hash(space, value);
    let row = shared.reading(|db| sql::claim(db, &hash))?;
    let open = |(position, cells): Placed| {
        let sealed = cells.get(2).and_then(Cell::bytes).unwrap_or_default();
        seal::open(&ring.claims, &ring.row_place("claims", &hash), sealed)
            .and_then(|file| file.try_into().ok().map(Id))
            .ok_or_else(|| bad("claims", position))
    };
    row.map(open).transpose()
}

/// A look is bound to its time: it has no other name.
pub(crate) fn look_place(ring: &Keyring, at: Timestamp) -> Place {
    ring.row_place("looks", &at.as_microsecond().to_be_bytes())
}

pub(crate) fn looks(shared: &Shared, after: u64, limit: usize) -> Result<Vec<Look>, Failure> {
    let open = |(position, cells): Placed| {
        let [Cell::Int(at), Cell::Bytes(sealed)] = cells.as_slice() else {
            return Err(bad("looks", position));
        };
        let at = time(*at, "looks", position)?;
        let content = seal::open(&shared.ring.looks, &look_place(&shared.ring, at), sealed)
            .ok_or_else(|| bad("looks", position))?;
        Ok(Look {
            position,
            at,
            content,
        })
    };
    shared
        .reading(|db| sql::looks(db, after, limit))?
        .into_iter()
        .map(open)
        .collect()
}

pub(crate) fn session(shared: &Shared, (position, cells): &Placed) -> Result<Session, Failure> {
    let [Cell::Bytes(token), Cell::Int(at), Cell::Bytes(sealed)] = cells.as_slice() else {
        return Err(bad("sessions", *position));
    };
    let whole = seal::open(
        &shared.ring.sessions,
        &shared.ring.row_place("sessions", token),
        sealed,
    );
    let parts = whole
        .as_ref()
        .and_then(|whole| whole.split_first_chunk::<32>());
    let (token_hash, content) = parts.ok_or_else(|| bad("sessions", *position))?;
    let at = time(*at, "sessions", *position)?;
    Ok(Session {
        token_hash: *token_hash,
        at,
        content: content.to_vec(),
    })
}

pub(crate) fn aside(shared: &Shared, stored: &StoredAside) -> Result<Aside, Failure> {
    let whole = seal::open(
        &shared.ring.aside,
        &shared.ring.row_place("aside", &stored.key),
        &stored.sealed,
    );
    let parts = whole
        .as_ref()
        .and_then(|whole| whole.split_first_chunk::<16>());
    let (key, content) =
        parts.ok_or_else(|| Failure::damaged("something put aside does not open"))?;
    let at = time(stored.at, "aside", 0)?;
    Ok(Aside {
        key: Id(*key),
        at,
        content: content.to_vec(),
    })
}

fn time(micros: i64, table: &str, position: u64) -> Result<Timestamp, Failure> {
    Timestamp::from_microsecond(micros).map_err(|_| bad(table, position))
}

fn bad(table: &str, position: u64) -> Failure {
    Failure::damaged(format!(
        "{table}, position {position}: the row does not open"
    ))
}

//! Sealing an append in the caller's thread, so that the writer has only to store it.

use crate::contract::{Append, Claim, FileAppend};
use crate::rows::Cell;
use crate::seal::{self, Key};
use crate::shared::Shared;
use crate::work::{Prepared, PreparedClaim, PreparedEvent, PreparedFile};
use crate::{AppendError, Failure, Id, sql};

pub(crate) fn append(shared: &Shared, append: Append) -> Result<Prepared, AppendError> {
    let ring = &shared.ring;
    let command = append.command;
    let outcome = seal::seal(
        &ring.commands,
        &ring.row_place("commands", &command.0),
        &append.outcome,
    )?;
    let files = append
        .files
        .into_iter()
        .map(|file| prepare_file(shared, file))
        .collect::<Result<_, _>>()?;
    let claims = append
        .claims
        .into_iter()
        .map(|claim| prepare_claim(shared, &claim))
        .collect::<Result<_, _>>()?;
    let release = append
        .release
        .iter()
        .map(|(space, value)| ring.claim_hash(space, value))
        .collect();
    Ok(Prepared {
        at: append.at,
        command,
        outcome,
        files,
        claims,
        release,
    })
}

fn prepare_claim(shared: &Shared, claim: &Claim) -> Result<PreparedClaim, Failure> {
    let ring = &shared.ring;
    let hash = ring.claim_hash(claim.space, &claim.value);
    let sealed = seal::seal(
        &ring.claims,
        &ring.row_place("claims", &hash),
        &claim.file.0,
    )?;
    Ok(PreparedClaim {
        space: claim.space,
        hash,
        owner: ring.owner_hash(claim.file),
        sealed,
    })
}

fn prepare_file(shared: &Shared, new: FileAppend) -> Result<PreparedFile, AppendError> {
    let FileAppend {
        file,
        expected,
        events,
    } = new;
    if events.is_empty() {
        return Ok(PreparedFile {
            file,
            expected,
            key: None,
            events: vec![],
        });
    }
    let fresh = expected == 0;
    let key = if fresh {
        Key::fresh()?
    } else {
        living_key(shared, file)?
    };
    let events = events
        .into_iter()
        .zip(expected + 1..)
        .map(|(clear, seq)| seal_event(shared, &key, file, seq, &zeroize::Zeroizing::new(clear)))
        .collect::<Result<_, _>>()?;
    Ok(PreparedFile {
        file,
        expected,
        key: fresh.then_some(key),
        events,
    })
}

fn seal_event(
    shared: &Shared,
    file_key: &Key,
    file: Id,
    seq: u64,
    clear: &[u8],
) -> Result<PreparedEvent, Failure> {
    let event_key = Key::fresh()?;
    Ok(PreparedEvent {
        wrapped: seal::wrap(
            file_key,
            &shared.ring.place("event key", file, seq),
            &event_key,
        )?,
        sealed: seal::seal(&event_key, &shared.ring.place("events", file, seq), clear)?,
    })
}

/// The key of a file that exists; twice, because a renewal may come between reading and unwrapping.
fn living_key(shared: &Shared, file: Id) -> Result<Key, AppendError> {
    for _ in 0..2 {
        let (events, key, erased) = shared.reading(|db| {
            Ok((
                sql::file_end(db, file)?.0,
                sql::key(db, file, 0)?,
                sql::erased(db, file, 0)?,
            ))
        })?;
        let Some((_, cells)) = key else {
            let gone = events > 0 || erased;
            return Err(if gone {
                AppendError::Erased { file }
            } else {
                AppendError::Clash { file, found: 0 }
            });
        };
        let epoch = cells.get(2).and_then(Cell::int).map_or(0, sql::nat);
        let wrapped = cells.get(3).and_then(Cell::bytes).unwrap_or_default();
        if let Some(key) = shared.file_key(file, epoch, wrapped)? {
            return Ok(key);
        }
    }
    Err(Failure::damaged(format!("the epoch key of file {file} is not there")).into())
}

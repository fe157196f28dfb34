//! What the writer does for each kind of request, within a transaction that somebody else commits.

use jiff::Timestamp;

use crate::db::Wanted;
use crate::pen::{Epoch, Pen};
use crate::rows::{Cell, Table, chain_hash};
use crate::seal::{self, Key};
use crate::sql::int;
use crate::{AppendError, Failure, Id, sql, switches};

/// A request with everything sealed that can be sealed before its turn comes.
pub(crate) enum Work {
    Append(Box<Prepared>),
    Look {
        at: Timestamp,
        sealed: Vec<u8>,
    },
    ForgetLooks {
        at: Timestamp,
        until: u64,
    },
    SessionBegin {
        at: Timestamp,
        token: [u8; 32],
        sealed: Vec<u8>,
    },
    SessionEnd {
        at: Timestamp,
        token: [u8; 32],
    },
    PutAside {
        at: Timestamp,
        key: [u8; 32],
        space: [u8; 32],
        sealed: Vec<u8>,
    },
    DropAside {
        key: [u8; 32],
    },
    /// `seq` 0 erases the whole file.
    Erase {
        at: Timestamp,
        file: Id,
        seq: u64,
        note: Vec<u8>,
    },
    Renew {
        at: Timestamp,
        epoch: Epoch,
    },
}

impl Work {
    /// When it is recorded; nothing for what leaves no trace in the log.
    pub fn at(&self) -> Option<Timestamp> {
        match self {
            Self::Append(prepared) => Some(prepared.at),
            Self::Look { at, .. }
            | Self::ForgetLooks { at, .. }
            | Self::SessionBegin { at, .. }
            | Self::SessionEnd { at, .. }
            | Self::Erase { at, .. }
            | Self::Renew { at, .. } => Some(*at),
            Self::PutAside { .. } | Self::DropAside { .. } => None,
        }
    }

    /// What carrying it out will ask.
    pub fn wants(&self, wanted: &mut Wanted) {
        let Self::Append(prepared) = self else {
            return;
        };
        wanted.commands.push(prepared.command);
        wanted
            .files
            .extend(prepared.files.iter().map(|file| file.file));
        wanted.claims.extend(&prepared.release);
        wanted
            .claims
            .extend(prepared.claims.iter().map(|claim| claim.hash));
    }
}

/// An append, sealed.
pub(crate) struct Prepared {
    pub at: Timestamp,
    pub command: Id,
    pub outcome: Vec<u8>,
    pub files: Vec<PreparedFile>,
    pub claims: Vec<PreparedClaim>,
    pub release: Vec<[u8; 32]>,
}

pub(crate) struct PreparedFile {
    pub file: Id,
    pub expected: u64,
    /// The key of a file that is new.
    pub key: Option<Key>,
    pub events: Vec<PreparedEvent>,
}

pub(crate) struct PreparedEvent {
    pub wrapped: Vec<u8>,
    pub sealed: Vec<u8>,
}

pub(crate) struct PreparedClaim {
    pub space: &'static str,
    pub hash: [u8; 32],
    pub owner: [u8; 32],
    pub sealed: Vec<u8>,
}

/// Does what is asked and gives a number: the last position, or how many rows were forgotten.
pub(crate) fn carry_out(pen: &mut Pen<'_>, work: &Work) -> Result<u64, AppendError> {
    match work {
        Work::Append(prepared) => append(pen, prepared)?,
        Work::Look { at, sealed } => {
            pen.make(Table::Looks, &[micros(*at), sealed.clone().into()])?;
        }
        Work::ForgetLooks { until, .. } => return Ok(forget_looks(pen, *until)?),
        Work::SessionBegin { at, token, sealed } => {
            session_end(pen, token)?;
            pen.make(
                Table::Sessions,
                &[token[..].into(), micros(*at), sealed.clone().into()],
            )?;
        }
        Work::SessionEnd { token, .. } => session_end(pen, token)?,
        Work::PutAside {
            at,
            key,
            space,
            sealed,
        } => {
            sql::put_aside(pen.db, key, space, at.as_microsecond(), sealed)?;
        }
        Work::DropAside { key } => sql::drop_aside(pen.db, key)?,
        Work::Erase {
            at,
            file,
            seq,
            note,
        } => erase(pen, *at, *file, *seq, note)?,
        Work::Renew { epoch, .. } => renew(pen, epoch)?,
    }
    Ok(pen.log.size())
}

/// The time as stored: microseconds since 1970.
pub(crate) fn micros(at: Timestamp) -> Cell {
    Cell::Int(at.as_microsecond())
}

fn append(pen: &mut Pen<'_>, prepared: &Prepared) -> Result<(), AppendError> {
    if let Some(outcome) = outcome(pen, prepared.command)? {
        return Err(AppendError::Repeated { outcome });
    }
    for hash in &prepared.release {
        if let Some((row, _)) = sql::claim(pen.db, hash)? {
            pen.destroy(Table::Claims, row)?;
        }
    }
    for claim in &prepared.claims {
        make_claim(pen, claim)?;
    }
    for file in &prepared.files {
        append_file(pen, file, prepared.at)?;
    }
    let row = [
        prepared.command.into(),
        micros(prepared.at),
        prepared.outcome.clone().into(),
    ];
    pen.make(Table::Commands, &row)?;
    Ok(())
}

fn outcome(pen: &Pen<'_>, command: Id) -> Result<Option<Vec<u8>>, Failure> {
    let Some((position, cells)) = sql::command(pen.db, command)? else {
        return Ok(None);
    };
    let place = pen.ring.row_place("commands", &command.0);
    let opened = cells
        .get(2)
        .and_then(Cell::bytes)
        .and_then(|sealed| seal::open(&pen.ring.commands, &place, sealed));
    opened.map(Some).ok_or_else(|| {
        Failure::damaged(format!("the command at position {position} does not open"))
    })
}

fn make_claim(pen: &mut Pen<'_>, claim: &PreparedClaim) -> Result<(), AppendError> {
    if let Some((_, cells)) = sql::claim(pen.db, &claim.hash)? {
        if switches::is_on("SANAD_TEST_NO_CLAIM_CHECK") {
            return Ok(());
        }
        // A file that claims again what it holds changes nothing.
        let own = cells.get(1).and_then(Cell::bytes) == Some(&claim.owner);
        return if own {
            Ok(())
        } else {
            Err(AppendError::Claimed { space: claim.space })
        };
    }
    pen.make(
        Table::Claims,
        &[
            claim.hash[..].into(),
            claim.owner[..].into(),
            claim.sealed.clone().into(),
        ],
    )?;
    Ok(())
}

fn append_file(pen: &mut Pen<'_>, new: &PreparedFile, at: Timestamp) -> Result<(), AppendError> {
    let (found, last) = sql::file_end(pen.db, new.file)?;
    if is_erased(pen, new.file, found)? {
        return Err(AppendError::Erased { file: new.file });
    }
    if found != new.expected {
        return Err(AppendError::Clash {
            file: new.file,
            found,
        });
    }
    if let Some(key) = &new.key {
        let place = pen.ring.place("file key", new.file, 0);
        let wrapped = seal::wrap(&pen.epoch.key, &place, key)?;
        pen.make(
            Table::Keys,
            &[
                new.file.into(),
                0.into(),
                int(pen.epoch.number).into(),
                wrapped.into(),
            ],
        )?;
    }
    let mut before = match last {
        None => [0; 32],
        Some(hash) => hash
            .try_into()
            .map_err(|_| Failure::damaged("the last hash of a file has another size"))?,
    };
    for (event, seq) in new.events.iter().zip(found + 1..) {
        before = chain_hash(&before, new.file, seq, at.as_microsecond(), &event.sealed);
        pen.make(
            Table::Keys,
            &[
                new.file.into(),
                int(seq).into(),
                0.into(),
                event.wrapped.clone().into(),
            ],
        )?;
        let row = [
            new.file.into(),
            int(seq).into(),
            micros(at),
            event.sealed.clone().into(),
            before[..].into(),
        ];
        pen.make(Table::Events, &row)?;
    }
    Ok(())
}

/// A file that has events but no key was erased; so was one that only the list of erasures knows.
fn is_erased(pen: &Pen<'_>, file: Id, events: u64) -> Result<bool, Failure> {
    Ok(sql::erased(pen.db, file, 0)? || (events > 0 && sql::key(pen.db, file, 0)?.is_none()))
}

fn forget_looks(pen: &mut Pen<'_>, until: u64) -> Result<u64, Failure> {
    let rows = sql::looks_until(pen.db, until)?;
    for (row, _) in &rows {
        pen.destroy(Table::Looks, *row)?;
    }
    Ok(rows.len() as u64)
}

fn session_end(pen: &mut Pen<'_>, token: &[u8; 32]) -> Result<(), Failure> {
    match sql::session(pen.db, token)? {
        Some((row, _)) => pen.destroy(Table::Sessions, row),
        None => Ok(()),
    }
}

/// Destroys the keys and leaves a row that says so. Doing it again finishes what is left to do.
pub(crate) fn erase(
    pen: &mut Pen<'_>,
    at: Timestamp,
    file: Id,
    seq: u64,
    note: &[u8],
) -> Result<(), Failure> {
    let keys = if seq == 0 {
        sql::keys_of(pen.db, file)?
    } else {
        sql::key(pen.db, file, seq)?.into_iter().collect()
    };
    if !switches::is_on("SANAD_TEST_KEEP_KEYS") {
        for (row, _) in keys {
            pen.destroy(Table::Keys, row)?;
        }
    }
    if seq == 0 {
        for (row, _) in sql::claims_of(pen.db, &pen.ring.owner_hash(file))? {
            pen.destroy(Table::Claims, row)?;
        }
    }
    if sql::erased(pen.db, file, seq)? {
        return Ok(());
    }
    let sealed = seal::seal(&pen.ring.erased, &pen.ring.place("erased", file, seq), note)?;
    pen.make(
        Table::Erased,
        &[file.into(), int(seq).into(), micros(at), sealed.into()],
    )?;
    Ok(())
}

/// Wraps every living file key again, under the new epoch.
fn renew(pen: &mut Pen<'_>, epoch: &Epoch) -> Result<(), Failure> {
    for (row, cells) in sql::file_keys(pen.db)? {
        let [Cell::Bytes(file), _, _, Cell::Bytes(wrapped)] = cells.as_slice() else {
            return Err(Failure::damaged(format!(
                "the key at position {row} is none"
            )));
        };
        let file = Id(file
            .as_slice()
            .try_into()
            .map_err(|_| Failure::damaged("a key belongs to no file"))?);
        let place = pen.ring.place("file key", file, 0);
        let key = seal::unwrap(&pen.epoch.key, &place, wrapped)
            .ok_or_else(|| Failure::damaged(format!("the key at position {row} does not open")))?;
        let wrapped = seal::wrap(&epoch.key, &place, &key)?;
        pen.destroy(Table::Keys, row)?;
        pen.make(
            Table::Keys,
            &[
                file.into(),
                0.into(),
                int(epoch.number).into(),
                wrapped.into(),
            ],
        )?;
    }
    pen.set_meta("epoch", epoch.number.to_be_bytes().to_vec())
}

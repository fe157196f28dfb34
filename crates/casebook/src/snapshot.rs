//! The quick start: the views as they were at one position of the log, sealed by the ledger, and
//! after them only what was recorded since. Whatever does not fit is no failure: then everything is
//! made anew from the ledger.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, MutexGuard, PoisonError},
};

use casework::{Id, Sop};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use views::Views;

use crate::{Casebook, No, carry_out::hash_of, own_files::OwnFiles, rebuild::BATCH};

/// What stands before the rows.
#[derive(Serialize, Deserialize)]
struct Beginning {
    /// Everything up to here is in the rows.
    position: u64,
    /// The program, the tables and the procedure that made them.
    made_by: String,
    /// Files that are no person's, folded anew at the start.
    own: Vec<Id>,
}

/// Which appends are not in the views yet.
#[derive(Default)]
pub struct UnderWay(Mutex<BTreeMap<u64, usize>>);

/// An append between its beginning and its rows.
pub struct Going<'u> {
    all: &'u UnderWay,
    since: u64,
}

impl UnderWay {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<u64, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Before an append: its events come after this position.
    pub fn begin(&self, position: u64) -> Going<'_> {
        *self.lock().entry(position).or_default() += 1;
        Going {
            all: self,
            since: position,
        }
    }

    fn earliest(&self) -> Option<u64> {
        self.lock().keys().next().copied()
    }
}

impl Drop for Going<'_> {
    fn drop(&mut self) {
        let mut all = self.all.lock();
        if let Some(count) = all.get_mut(&self.since) {
            *count -= 1;
            if *count == 0 {
                all.remove(&self.since);
            }
        }
    }
}

/// Anything else that made the rows would make others: then they are not taken.
fn made_by(sop: &Sop) -> String {
    let program = std::env::current_exe().and_then(std::fs::read);
    let mut hash = Sha256::new();
    hash.update(program.unwrap_or_default());
    hash.update(Views::tables());
    format!("{}-{}", hex(&hash.finalize()), hash_of(sop))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Casebook {
    /// Keeps the views sealed beside the ledger, for the next start.
    ///
    /// # Errors
    /// When the disk is full, or the ledger cannot write.
    pub fn keep_snapshot(&self) -> Result<(), No> {
        // Nobody is erased between the copy and its writing.
        let _quiet = self.quiet();
        let position = self.ledger.position();
        let position = self.under_way.earliest().unwrap_or(position).min(position);
        let beginning = Beginning {
            position,
            made_by: self.made_by.clone(),
            own: self.own_ids(),
        };
        let head = serde_json::to_vec(&beginning).unwrap_or_default();
        let length = (head.len() as u64).to_be_bytes();
        let content = zeroize::Zeroizing::new(self.views.save(&[&length, &head[..]].concat())?);
        Ok(self.ledger.put_snapshot(&content)?)
    }

    /// One at a time: keeping a snapshot, or forgetting somebody.
    pub(crate) fn quiet(&self) -> MutexGuard<'_, ()> {
        self.quiet.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn own_ids(&self) -> Vec<Id> {
        let mut all = self.organisation().ids();
        let own = self.own_files();
        all.extend(own.households.keys());
        all.extend(own.feedback.keys());
        all.extend(own.erasures.keys());
        all.extend(own.pairs.values().map(|(file, _)| *file));
        all
    }

    /// Makes everything ready: from the snapshot and what came after it, or else from the beginning.
    pub(crate) fn begin_views(&self) -> Result<bool, No> {
        let quickly = self.take_snapshot()?;
        if !quickly {
            self.rebuild()?;
        }
        Ok(quickly)
    }

    /// Whether the snapshot fits and was taken.
    fn take_snapshot(&self) -> Result<bool, No> {
        let Some(content) = self.ledger.snapshot() else {
            return Ok(false);
        };
        let parts = content.split_first_chunk::<8>().and_then(|(length, rest)| {
            let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
            rest.split_at_checked(length)
        });
        let Some((head, rows)) = parts else {
            return Ok(false);
        };
        let Ok(beginning) = serde_json::from_slice::<Beginning>(head) else {
            return Ok(false);
        };
        let later = beginning.position > self.ledger.position();
        if later || beginning.made_by != self.made_by {
            return Ok(false);
        }
        let Ok(views) = Views::load(rows) else {
            return Ok(false);
        };
        drop(content);
        self.views.replace(views);
        let mut own = OwnFiles::default();
        let mut units = Vec::new();
        for file in beginning.own {
            self.take_in(file, &self.stored(file)?, &mut units, &mut own)?;
        }
        for file in self.changed_since(beginning.position)? {
            self.take_in(file, &self.stored(file)?, &mut units, &mut own)?;
        }
        self.organisation_mut().replace(units);
        *self.own_files_mut() = own;
        // A little ahead, so that the rows are as of now and not as of a few minutes ago.
        self.refresh(SignedDuration::from_hours(1))?;
        Ok(true)
    }

    fn changed_since(&self, position: u64) -> Result<BTreeSet<Id>, No> {
        let (mut after, mut changed) = (position, BTreeSet::new());
        loop {
            let entries = self.ledger.scan(after, BATCH)?;
            let Some(last) = entries.last() else {
                return Ok(changed);
            };
            after = last.position;
            changed.extend(entries.iter().map(|entry| Id(entry.file.0)));
        }
    }

    /// Makes the rows anew that time alone has changed by now, or will have within this while.
    ///
    /// # Errors
    /// When the ledger or the views cannot be read.
    pub fn refresh(&self, ahead: SignedDuration) -> Result<(), No> {
        let before = self.now() + ahead;
        let mut done = BTreeSet::new();
        loop {
            let stale = self.views.stale(before, 500)?;
            let new: Vec<Id> = stale
                .into_iter()
                .filter(|file| done.insert(*file))
                .collect();
            if new.is_empty() {
                return Ok(());
            }
            for file in new {
                let _turn = self.turns.of(file);
                self.project(file)?;
            }
        }
    }

    pub(crate) fn made_by_this(sop: &Sop) -> String {
        made_by(sop)
    }
}

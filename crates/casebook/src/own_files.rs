//! Households and feedback as folded in memory, for lists: small beside the cases, and written
//! again from the ledger at every start. Reading and deciding use the ledger itself.

use std::{
    collections::BTreeMap,
    sync::{PoisonError, RwLockReadGuard, RwLockWriteGuard},
};

use access::Actor;
use casework::{
    Id,
    feedback::{self, FeedbackEvent},
    household_file::{Household, HouseholdEvent},
    own_file::{Entry, FileOrder},
    pair::{Pair, PairEvent},
};
use jiff::Timestamp;
use ledger::{Append, AppendError, Body, FileAppend};

use crate::{
    Casebook, No, Proposal,
    carry_out::Outcome,
    stored::{ErasureEntry, Stored, ledger_id},
};

/// Files of their own, by id.
#[derive(Debug, Default)]
pub struct OwnFiles {
    pub households: BTreeMap<Id, Household>,
    pub feedback: BTreeMap<Id, feedback::State>,
    /// Proposals to erase somebody that nobody answered yet.
    pub erasures: BTreeMap<Id, Proposal>,
    /// What was decided about two files, and the pair's own file.
    pub pairs: BTreeMap<(Id, Id), (Id, Pair)>,
}

impl OwnFiles {
    /// Folds one file anew, when it is one of these kinds.
    pub fn replace(&mut self, file: Id, stored: &[Stored]) {
        self.households.remove(&file);
        self.feedback.remove(&file);
        self.erasures.remove(&file);
        self.drop_pair(file);
        self.add(file, stored);
    }

    /// Folds one file, when it is one of these kinds.
    pub fn add(&mut self, file: Id, stored: &[Stored]) {
        for entry in stored {
            match entry {
                Stored::Household(entry) => self.households.entry(file).or_default().apply(entry),
                Stored::Feedback(entry) => self.feedback.entry(file).or_default().apply(entry),
                Stored::Erasure(step) => self.step(file, step),
                Stored::Pair(entry) => {
                    let PairEvent::Judged(said) = &entry.body;
                    let pair = self.pairs.entry((said.one, said.other)).or_default();
                    pair.0 = file;
                    pair.1.apply(entry);
                }
                _ => {}
            }
        }
    }

    /// A pair as its own file has it.
    pub fn put_pair(&mut self, file: Id, pair: Pair) {
        if let Some((_, said)) = pair.verdict() {
            self.pairs.insert((said.one, said.other), (file, pair));
        }
    }

    /// The pairs' own files that speak of this person.
    pub fn pairs_of(&self, person: Id) -> Vec<Id> {
        let of = |(one, other): &(Id, Id)| *one == person || *other == person;
        let theirs = self.pairs.iter().filter(|(files, _)| of(files));
        theirs.map(|(_, (file, _))| *file).collect()
    }

    /// A pair's own file is gone.
    pub fn drop_pair(&mut self, file: Id) {
        self.pairs.retain(|_, (own, _)| *own != file);
    }

    /// A proposal waits until it is answered.
    pub fn step(&mut self, id: Id, step: &ErasureEntry) {
        self.erasures.remove(&id);
        if let Some(proposal) = Proposal::of(id, step) {
            self.erasures.insert(id, proposal);
        }
    }
}

/// A file of its own as the ledger has it: its fold, and what the next append expects.
#[derive(Debug, Default)]
pub struct OwnFile<S> {
    pub state: S,
    pub length: u64,
}

impl Casebook {
    pub(crate) fn own_files(&self) -> RwLockReadGuard<'_, OwnFiles> {
        self.own_files
            .read()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn own_files_mut(&self) -> RwLockWriteGuard<'_, OwnFiles> {
        self.own_files
            .write()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn own_file<S: Default>(
        &self,
        file: Id,
        apply: impl Fn(&mut S, &Stored),
    ) -> Result<OwnFile<S>, No> {
        let mut found = OwnFile::default();
        for entry in self.ledger.read(ledger_id(file))? {
            found.length = entry.seq;
            if let Body::Clear(bytes) = entry.body {
                apply(&mut found.state, &Stored::from_bytes(&bytes)?);
            }
        }
        Ok(found)
    }

    /// A household's file.
    pub(crate) fn household_file(&self, file: Id) -> Result<OwnFile<Household>, No> {
        self.own_file(file, |household: &mut Household, stored| {
            if let Stored::Household(entry) = stored {
                household.apply(entry);
            }
        })
    }

    /// One piece of feedback.
    pub(crate) fn feedback_file(&self, file: Id) -> Result<OwnFile<feedback::State>, No> {
        self.own_file(file, |state: &mut feedback::State, stored| {
            if let Stored::Feedback(entry) = stored {
                state.apply(entry);
            }
        })
    }

    pub(crate) fn file_order<A>(
        &self,
        actor: &Actor,
        command: Id,
        happened: Option<Timestamp>,
        ask: A,
    ) -> FileOrder<A> {
        let now = self.now();
        FileOrder {
            command,
            by: actor.by,
            now,
            happened: happened.unwrap_or(now),
            ask,
        }
    }

    /// Appends to files of their own; `None` when one of them changed meanwhile.
    pub(crate) fn append_own(
        &self,
        command: Id,
        files: Vec<FileAppend>,
        outcome: &Outcome,
    ) -> Result<Option<Id>, No> {
        let append = Append {
            at: self.now(),
            command: ledger_id(command),
            outcome: outcome.to_bytes(),
            files,
            claims: Vec::new(),
            release: Vec::new(),
        };
        let _going = self.under_way.begin(self.ledger.position());
        match self.ledger.append(append) {
            Ok(_) => {}
            Err(AppendError::Repeated { outcome: first }) => outcome.is_again(&first)?,
            Err(AppendError::Clash { .. } | AppendError::Claimed { .. }) => return Ok(None),
            Err(AppendError::Erased { .. }) => return Err(No::NotHere),
            Err(AppendError::Failure(failure)) => return Err(failure.into()),
        }
        self.after(command, outcome)?;
        Ok(Some(outcome.file))
    }

    /// Brings a household up to date in memory.
    pub(crate) fn refold_household(&self, file: Id) -> Result<(), No> {
        let household = self.household_file(file)?.state;
        self.own_files_mut().households.insert(file, household);
        Ok(())
    }

    /// Brings a piece of feedback up to date in memory.
    pub(crate) fn refold_feedback(&self, file: Id) -> Result<(), No> {
        let state = self.feedback_file(file)?.state;
        self.own_files_mut().feedback.insert(file, state);
        Ok(())
    }
}

/// The bytes of one entry of a household's file.
pub fn household_bytes(entry: Entry<HouseholdEvent>) -> Vec<u8> {
    Stored::Household(entry).to_bytes()
}

/// The bytes of one entry of a piece of feedback.
pub fn feedback_bytes(entry: Entry<FeedbackEvent>) -> Vec<u8> {
    Stored::Feedback(entry).to_bytes()
}

//! What a sealed event can be: of a person's file, or of a file of another kind.

use access::organisation::OrgEntry;
use casework::{
    Event, Id, decide::Tally, feedback::FeedbackEvent, household_file::HouseholdEvent,
    own_file::Entry, pair::PairEvent,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::No;

/// One stored event, with the kind of file that it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "of", content = "entry", rename_all = "snake_case")]
pub enum Stored {
    /// A person's file.
    Person(Event),
    /// A centre, an account or a partner.
    Organisation(OrgEntry),
    /// A centre's anonymous tallies.
    Tally(TallyEntry),
    /// A proposal to erase somebody, and its confirmation.
    Erasure(ErasureEntry),
    /// A household's own file: members by the ids of their files, and what was given to all.
    Household(Entry<HouseholdEvent>),
    /// What people decided about two files that may be of one person.
    Pair(Entry<PairEvent>),
    /// One piece of feedback or one complaint, with readers of its own.
    Feedback(Entry<FeedbackEvent>),
}

/// An anonymous count, without any file id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TallyEntry {
    /// Version of the stored form.
    pub v: u16,
    /// The centre that counts.
    pub centre: Id,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// The count.
    pub tally: Tally,
}

/// Two people erase: one proposes, another confirms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ErasureEntry {
    /// Version of the stored form.
    pub v: u16,
    /// Who.
    pub by: Id,
    /// When.
    pub recorded: Timestamp,
    /// What.
    pub what: ErasureStep,
}

/// A step of an erasure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErasureStep {
    /// Proposed, with the reason; the text names nobody.
    Proposed {
        /// The file to erase.
        file: Id,
        /// Why.
        reason: String,
    },
    /// Confirmed by another person: the key is destroyed.
    Confirmed,
    /// Not confirmed.
    Declined,
}

impl Stored {
    /// The bytes to seal.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads sealed bytes again.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, No> {
        let stored: Self = serde_json::from_slice(bytes).map_err(|_| No::NewerEvent)?;
        match &stored {
            Self::Person(event) if event.v > casework::event::VERSION => Err(No::NewerEvent),
            Self::Household(entry) if entry.v > casework::event::VERSION => Err(No::NewerEvent),
            Self::Pair(entry) if entry.v > casework::event::VERSION => Err(No::NewerEvent),
            Self::Feedback(entry) if entry.v > casework::event::VERSION => Err(No::NewerEvent),
            _ => Ok(stored),
        }
    }
}

/// An id as the ledger writes it.
pub const fn ledger_id(id: Id) -> ledger::Id {
    ledger::Id(id.0)
}

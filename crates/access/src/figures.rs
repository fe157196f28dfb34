//! Figures of past years as they were kept: what was reported stays as it was reported, whatever is
//! recorded or erased later (`domain.md` section 7, rule (f)). Numbers only; they name nobody.

use std::collections::BTreeMap;

use casework::Id;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The yearly figure as it was counted on the day it was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearFigure {
    /// Which year.
    pub year: i16,
    /// Persons by how they came into it (`casework::supported::Began`).
    pub began: BTreeMap<String, usize>,
    /// The same persons by how they stand at its end (`casework::supported::Ended`).
    pub ended: BTreeMap<String, usize>,
    /// Who is counted as an anonymous tally only (rule (e)).
    pub tally: usize,
    /// How many entries the history of all files had.
    pub position: u64,
    /// Why it was kept again, where an earlier one stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl YearFigure {
    /// The figure itself.
    #[must_use]
    pub fn total(&self) -> usize {
        self.began.values().sum()
    }

    /// How many came into it so.
    #[must_use]
    pub fn began_so(&self, how: &str) -> usize {
        self.began.get(how).copied().unwrap_or_default()
    }

    /// How many stand so at its end.
    #[must_use]
    pub fn ended_so(&self, how: &str) -> usize {
        self.ended.get(how).copied().unwrap_or_default()
    }

    /// Whether both say the same about the year, whenever they were counted.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        let counted = |one: &Self| (one.year, one.began.clone(), one.ended.clone(), one.tally);
        counted(self) == counted(other)
    }
}

/// A figure with who kept it, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptYear {
    /// What was kept.
    pub figure: YearFigure,
    /// By whom.
    pub by: Id,
    /// When.
    pub at: Timestamp,
}

//! Who has duty, in which order and under which number, and who is on leave with whose cover. Both
//! are facts of the organisation: they say who is asked first and open no case (`domain.md` 2.0).

use casework::Id;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// One place on a centre's duty list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DutyPlace {
    pub account: Id,
    /// The work telephone.
    pub phone: String,
    /// The hours of the day, in the centre's time zone; without any, always. They may span midnight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Time>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
}

impl DutyPlace {
    /// Whether this place has duty at that time of the day.
    #[must_use]
    pub fn has_duty_at(&self, time: Time) -> bool {
        match (self.from, self.until) {
            (None, None) => true,
            (Some(from), None) => time >= from,
            (None, Some(until)) => time < until,
            (Some(from), Some(until)) if from <= until => from <= time && time < until,
            (Some(from), Some(until)) => time >= from || time < until,
        }
    }
}

/// Days on which somebody is away, both included, and who is asked instead. Whoever covers reads
/// no more for it: they stand in where a case names them as backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Leave {
    pub from: Date,
    pub until: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<Id>,
}

impl Leave {
    /// Whether somebody is away on that day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }
}

/// Puts somebody in this place, counted from 1, in the order of the list; whoever stood on it
/// elsewhere moves.
pub(crate) fn put(list: &mut Vec<DutyPlace>, number: u16, place: DutyPlace) {
    take(list, place.account);
    let at = usize::from(number.max(1)) - 1;
    list.insert(at.min(list.len()), place);
}

/// Takes somebody off the list.
pub(crate) fn take(list: &mut Vec<DutyPlace>, account: Id) {
    list.retain(|known| known.account != account);
}

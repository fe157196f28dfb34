//! Every case in one line: risk, step, last seen, next due, or that there is no next step.

use std::collections::HashMap;

use casebook::Day;
use casework::Id;
use jiff::{Timestamp, Zoned};
use views::{DayCase, DueRow};

use super::{
    section::{days_ago, short, until},
    sorting::is_end_of_day,
    ways::risk,
};
use crate::{
    T,
    pages::lists::{code, step},
    parts::Badge,
};

/// One case.
pub struct Line {
    pub href: String,
    pub code: String,
    pub name: Option<String>,
    pub risk: Badge,
    pub step: String,
    pub seen: String,
    /// What is due next and when; `None` when nothing is.
    pub next: Option<(String, String)>,
    pub late: bool,
}

/// What it takes to write the lines.
pub struct Lines<'a> {
    pub t: T,
    pub now: &'a Zoned,
    pub hidden: bool,
}

impl Lines<'_> {
    /// The cases of a day, gravest first.
    pub fn of(&self, day: &Day) -> Vec<Line> {
        let mut next: HashMap<Id, &DueRow> = HashMap::new();
        for due in &day.rows.due {
            next.entry(due.file).or_insert(due);
        }
        let lines = day.rows.cases.iter();
        lines
            .map(|case| self.line(case, next.get(&case.case.file).copied()))
            .collect()
    }

    fn line(&self, row: &DayCase, next: Option<&DueRow>) -> Line {
        let (t, case) = (self.t, &row.case);
        Line {
            href: format!("/cases/{}", case.file),
            code: code(t, case.code.as_ref()),
            name: short(&row.reach, self.hidden),
            risk: risk(t, case.risk.as_deref()),
            step: step(t, case),
            seen: seen(t, self.now, case.last_contact),
            late: next.is_some_and(|due| due.at < self.now.timestamp()),
            next: next.map(|due| due_next(t, self.now, due)),
        }
    }
}

/// When somebody was seen last, in days.
pub fn seen(t: T, now: &Zoned, last_contact: Option<Timestamp>) -> String {
    last_contact.map_or_else(|| t.say("day-never-seen"), |at| days_ago(t, now, at))
}

/// What is due next, and when.
pub fn due_next(t: T, now: &Zoned, due: &DueRow) -> (String, String) {
    let today = |at: Timestamp| at.to_zoned(jiff::tz::TimeZone::UTC).date() == now.date();
    let when = match is_end_of_day(due.at) && today(due.at) {
        true => t.say("day-today-word"),
        false => until(t, now.timestamp(), due.at),
    };
    (t.code("due", &due.what), when)
}

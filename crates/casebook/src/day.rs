//! One worker's day, recorded as one look: nothing on it is read from a case's history.

use access::{Actor, Standing};
use casework::actor::Role;
use jiff::{SignedDuration, Timestamp};
use views::{CaseRow, DayCase, DayRows, Whose};

use crate::{Casebook, No, OpenAlert, alerts};

/// How far back a day tells what changed for somebody of whom nobody knows when they left.
const UNKNOWN_LEAVE: SignedDuration = SignedDuration::from_hours(72);

/// A day as one reader may see it.
#[derive(Clone, Debug)]
pub struct Day {
    /// Cases, due work, appointments, changes.
    pub rows: DayRows,
    /// Cases offered to the reader or the reader's centre.
    pub offered: Vec<CaseRow>,
    /// Alerts that stand with the reader now, along the duty list; the gravest are first.
    pub alerts: Vec<OpenAlert>,
    /// Changes are told from here on.
    pub since: Timestamp,
}

impl Casebook {
    /// The reader's day. `left` is when they were here last.
    ///
    /// # Errors
    /// [`No::NotHere`] for roles without one; failures, never an empty day in its place.
    pub fn day(&self, actor: &Actor, left: Option<Timestamp>) -> Result<Day, No> {
        let since = left.unwrap_or_else(|| self.now() - UNKNOWN_LEAVE);
        if !self.may_anywhere(actor, "day.read") {
            return Err(No::NotHere);
        }
        self.record_look(actor, "day.read", None)?;
        let mut alerts = match self.may_anywhere(actor, "alert.list") {
            true => self.held(actor, self.views.alerts(actor, alerts::ROWS)?),
            false => Vec::new(),
        };
        alerts.retain(|alert| alert.stands_with(actor.by.account));
        Ok(Day {
            alerts,
            rows: self.views.day(actor, whose(actor.by.role), since)?,
            offered: self.views.offered(actor, 50)?,
            since,
        })
    }

    /// Whether the reader may do this on a case of the day: buttons lead nowhere else.
    #[must_use]
    pub fn may_today(&self, actor: &Actor, row: &DayCase, action: &str) -> bool {
        let standing = Standing {
            own: row.own,
            centre: row.here,
            // Who reads a case by its theme alone stands to it by an alert.
            alert: row.here && whose(actor.by.role) == Whose::All,
            ..Standing::default()
        };
        access::may(actor, action, standing)
    }
}

/// Focal points carry no cases: their day is about all that their theme opens to them.
const fn whose(role: Role) -> Whose {
    match role {
        Role::FocalPointChild | Role::FocalPointGbv | Role::FocalPointTip => Whose::All,
        _ => Whose::Own,
    }
}

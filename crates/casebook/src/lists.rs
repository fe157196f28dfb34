//! Lists, each recorded as one look before it leaves.

use std::collections::HashMap;

use access::{Actor, Standing};
use casework::Id;
use jiff::{SignedDuration, Timestamp};
use ledger::Body;
use views::{AppointmentRow, ApprovalRow, CaseRow, DeskRow, DueRow, Found, MeetingRow};

use crate::{Casebook, LookRecord, No, Stored, TallyEntry, accounts::administers};

/// How many rows a list shows.
const ROWS: usize = 200;
/// How many a day on paper has at most: a sheet that ends in its middle would be believed.
const PAPER_ROWS: usize = 2000;

/// What the page of a caseload shows.
#[derive(Debug, Clone)]
pub struct Caseload {
    /// The cases that the actor may open, gravest first.
    pub open: Vec<CaseRow>,
    /// Cases offered to the actor or the actor's centre.
    pub offered: Vec<CaseRow>,
    /// What is due soon, the earliest first.
    pub due: Vec<DueRow>,
    /// What is due next on each open case; a case without is not there.
    pub next: HashMap<Id, DueRow>,
}

/// A day on paper.
#[derive(Debug, Clone)]
pub struct Paper {
    /// What is due until the end of the day, the earliest first.
    pub due: Vec<DueRow>,
    /// The appointments of the day by the hour, each with the person's code.
    pub appointments: Vec<(AppointmentRow, Option<String>)>,
}

impl Casebook {
    /// Whether the actor may do something that concerns no single case.
    #[must_use]
    pub fn may_anywhere(&self, actor: &Actor, action: &str) -> bool {
        access::may(actor, action, Standing::default())
    }

    /// Whether the actor may do something on cases of the actor's own centre.
    #[must_use]
    pub fn may_here(&self, actor: &Actor, action: &str) -> bool {
        let centre = Standing {
            centre: true,
            ..Standing::default()
        };
        access::may(actor, action, centre)
    }

    pub(crate) fn list<T>(
        &self,
        actor: &Actor,
        action: &str,
        read: impl FnOnce() -> Result<Vec<T>, views::Failure>,
    ) -> Result<Vec<T>, No> {
        if !self.may_anywhere(actor, action) {
            return Err(No::NotHere);
        }
        self.record_look(actor, action, None)?;
        Ok(read()?)
    }

    /// The cases that the actor may open, gravest first.
    ///
    /// # Errors
    /// [`No::NotHere`] for roles without a caseload; failures, never an empty list in their place.
    pub fn caseload(&self, actor: &Actor) -> Result<Vec<CaseRow>, No> {
        self.list(actor, "case.list", || self.views.caseload(actor, ROWS))
    }

    /// The caseload with what was offered and what is due within so many days: one page, one look.
    ///
    /// # Errors
    /// As [`Casebook::caseload`].
    pub fn caseload_page(&self, actor: &Actor, days: i64) -> Result<Caseload, No> {
        if !self.may_anywhere(actor, "case.list") {
            return Err(No::NotHere);
        }
        self.record_look(actor, "case.list", None)?;
        let until = self.now() + SignedDuration::from_hours(days * 24);
        let next = self.views.next_due(actor, ROWS)?.into_iter();
        Ok(Caseload {
            next: next.map(|due| (due.file, due)).collect(),
            open: self.views.caseload(actor, ROWS)?,
            offered: self.views.offered(actor, ROWS)?,
            due: self.views.due(actor, until, ROWS)?,
        })
    }

    /// Closed cases that the actor may open.
    ///
    /// # Errors
    /// As [`Casebook::caseload`].
    pub fn closed_cases(&self, actor: &Actor) -> Result<Vec<CaseRow>, No> {
        self.list(actor, "case.list", || self.views.closed(actor, ROWS))
    }

    /// Cases offered to the actor or the actor's centre.
    ///
    /// # Errors
    /// As [`Casebook::caseload`].
    pub fn offered_cases(&self, actor: &Actor) -> Result<Vec<CaseRow>, No> {
        self.list(actor, "case.list", || self.views.offered(actor, ROWS))
    }

    /// Today's arrivals and other inquiries of the actor's centre; their names for those who read cases.
    ///
    /// # Errors
    /// As [`Casebook::caseload`].
    pub fn desk(&self, actor: &Actor) -> Result<Vec<DeskRow>, No> {
        let mut rows = self.list(actor, "desk.list", || self.views.desk(actor, ROWS))?;
        if !self.may_anywhere(actor, "case.list") {
            for row in &mut rows {
                row.short_name = None;
            }
        }
        Ok(rows)
    }

    /// What the day that ends then is made of on paper: what is due until its end, and its
    /// appointments. One look.
    ///
    /// # Errors
    /// As [`Casebook::caseload`].
    pub fn on_paper(&self, actor: &Actor, until: Timestamp) -> Result<Paper, No> {
        if !self.may_anywhere(actor, "case.list") {
            return Err(No::NotHere);
        }
        self.record_look(actor, "case.list", None)?;
        Ok(Paper {
            due: self.views.due(actor, until, PAPER_ROWS)?,
            appointments: self.views.planned(actor, until)?,
        })
    }

    /// What waits for an approval.
    ///
    /// # Errors
    /// As [`Casebook::caseload`].
    pub fn approvals(&self, actor: &Actor) -> Result<Vec<ApprovalRow>, No> {
        self.list(actor, "approval.list", || self.views.approvals(actor, ROWS))
    }

    /// Meetings held.
    ///
    /// # Errors
    /// As [`Casebook::caseload`].
    pub fn meetings(&self, actor: &Actor) -> Result<Vec<MeetingRow>, No> {
        self.list(actor, "meeting.list", || self.views.meetings(actor, ROWS))
    }

    /// How many open cases an account carries, for whoever is about to close it: a number only.
    ///
    /// # Errors
    /// [`No::NotHere`] for all but administrators.
    pub fn carried_by(&self, actor: &Actor, account: Id) -> Result<usize, No> {
        administers(actor)?;
        Ok(self.views.carried_by(account)?)
    }

    /// How many open cases the reader carries: they know them all.
    ///
    /// # Errors
    /// Failures of the lists, never a nought in their place.
    pub fn carries(&self, actor: &Actor) -> Result<usize, No> {
        Ok(self.views.carried_by(actor.by.account)?)
    }

    /// Whether the reader's caseload has room for one case more (2.1).
    ///
    /// # Errors
    /// As [`Casebook::carries`].
    pub fn has_room(&self, actor: &Actor) -> Result<bool, No> {
        let cap = usize::try_from(self.sop.caseload_cap).unwrap_or(usize::MAX);
        Ok(self.carries(actor)? < cap)
    }

    /// People by name or code. What was typed is never stored.
    ///
    /// # Errors
    /// As [`Casebook::caseload`]; a failed search is an error, never an empty list.
    pub fn search(&self, actor: &Actor, typed: &str) -> Result<Vec<Found>, No> {
        self.list(actor, "case.search", || self.views.search(actor, typed, 20))
    }

    /// The newest looks, for the data protection focal point.
    ///
    /// # Errors
    /// [`No::NotHere`] for every other role.
    pub fn looks(&self, actor: &Actor) -> Result<Vec<(Timestamp, LookRecord)>, No> {
        if !self.may_anywhere(actor, "log.read") {
            return Err(No::NotHere);
        }
        self.record_look(actor, "log.read", None)?;
        let mut newest = Vec::new();
        let mut after = 0;
        loop {
            let looks = self.ledger.looks(after, 5_000)?;
            let Some(last) = looks.last() else { break };
            after = last.position;
            newest.extend(
                looks.iter().filter_map(|look| {
                    Some((look.at, serde_json::from_slice(&look.content).ok()?))
                }),
            );
            let excess = newest.len().saturating_sub(ROWS);
            newest.drain(..excess);
        }
        newest.reverse();
        Ok(newest)
    }

    /// The anonymous tallies of the actor's centre.
    ///
    /// # Errors
    /// [`No::NotHere`] for roles that may not read them.
    pub fn tallies(&self, actor: &Actor) -> Result<Vec<TallyEntry>, No> {
        if !self.may_anywhere(actor, "tally.read") {
            return Err(No::NotHere);
        }
        self.record_look(actor, "tally.read", None)?;
        let Some(file) = self.ledger.claimed("tally", &actor.by.centre.to_string())? else {
            return Ok(Vec::new());
        };
        let mut all = Vec::new();
        for entry in self.ledger.read(file)? {
            if let Body::Clear(bytes) = entry.body
                && let Stored::Tally(tally) = Stored::from_bytes(&bytes)?
            {
                all.push(tally);
            }
        }
        Ok(all)
    }

    /// The file of a person code.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn file_of_code(&self, code: &str) -> Result<Option<Id>, No> {
        let code = code.trim().to_uppercase();
        let claimed = self.ledger.claimed("person_code", &code)?;
        Ok(claimed.map(|id| Id(id.0)))
    }
}

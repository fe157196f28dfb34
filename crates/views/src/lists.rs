//! The lists: caseload, desk, due work, approvals, meetings.

use access::Actor;
use casework::Id;
use jiff::Timestamp;
use rusqlite::Row;

use crate::{Failure, Query, Views};

/// One case in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CaseRow {
    pub file: Id,
    pub status: String,
    pub code: Option<String>,
    pub risk: Option<String>,
    pub episode: u16,
    pub arrived: Timestamp,
    pub last_contact: Option<Timestamp>,
    pub request: String,
    /// States of the six steps, in order.
    pub steps: Vec<String>,
    pub worker: Option<Id>,
}

/// One arrival at the desk: besides, what the door saw, so that people without a code can be told
/// from one another (2.0).
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DeskRow {
    pub case: CaseRow,
    /// For those who read cases; the desk knows codes.
    pub short_name: Option<String>,
    pub language: Option<String>,
    pub sex_seen: Option<String>,
    pub age_band: Option<String>,
}

/// One thing due in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DueRow {
    pub file: Id,
    pub what: String,
    pub at: Timestamp,
    pub which: Option<Id>,
    /// The code of the person, also when the case is closed.
    pub code: Option<String>,
}

/// One approval that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ApprovalRow {
    pub file: Id,
    pub code: Option<String>,
    pub subject: String,
    pub asked_at: Timestamp,
    pub asked_by: Id,
}

/// One meeting that was held.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct MeetingRow {
    pub file: Id,
    pub code: Option<String>,
    pub meeting: String,
    pub held_at: Timestamp,
}

const CASE_COLUMNS: &str =
    "file, status, code, risk, episode, arrived, last_contact, request, steps, worker";
const DESK_COLUMNS: &str =
    "file, status, code, risk, episode, arrived, last_contact, request, steps, worker,
        short_name, language, sex_seen, age_band";

impl Views {
    /// Open cases that the actor may open, gravest risk first.
    ///
    /// # Errors
    /// A [`Failure`]; never an empty list in its place.
    pub fn caseload(&self, actor: &Actor, limit: usize) -> Result<Vec<CaseRow>, Failure> {
        let query = Query {
            table: "cases",
            columns: CASE_COLUMNS,
            also: "status IN ('open', 'on_hold')",
            order: "risk_rank, arrived",
            limit,
            text: "",
        };
        self.rows_for(actor, "case.read", &query, case_row)
    }

    /// How many open cases an account carries as their worker.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn carried_by(&self, account: Id) -> Result<usize, Failure> {
        let sql = "SELECT COUNT(*) FROM cases
            WHERE worker = ?1 AND status IN ('open', 'on_hold')";
        let connection = self.lock();
        let count: i64 = connection.query_row(sql, [account.0.as_slice()], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// Closed cases that the actor may open, newest first.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn closed(&self, actor: &Actor, limit: usize) -> Result<Vec<CaseRow>, Failure> {
        let query = Query {
            table: "cases",
            columns: CASE_COLUMNS,
            also: "status = 'closed'",
            order: "arrived DESC",
            limit,
            text: "",
        };
        self.rows_for(actor, "case.read", &query, case_row)
    }

    /// Arrivals of the centre that are not cases yet, newest first.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn desk(&self, actor: &Actor, limit: usize) -> Result<Vec<DeskRow>, Failure> {
        let query = Query {
            table: "cases",
            columns: DESK_COLUMNS,
            also: "status = 'inquiry' AND centre = :centre",
            order: "arrived DESC",
            limit,
            text: "",
        };
        self.rows_for(actor, "desk.list", &query, desk_row)
    }

    /// Cases offered to the actor or the actor's centre.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn offered(&self, actor: &Actor, limit: usize) -> Result<Vec<CaseRow>, Failure> {
        let query = Query {
            table: "cases",
            columns: CASE_COLUMNS,
            also: "1",
            order: "arrived",
            limit,
            text: "",
        };
        self.rows_for(actor, "transfer.accept", &query, case_row)
    }

    /// What is due on cases that the actor may open, the earliest first.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn due(
        &self,
        actor: &Actor,
        until: Timestamp,
        limit: usize,
    ) -> Result<Vec<DueRow>, Failure> {
        let until = until.as_second().to_string();
        let query = Query {
            table: "due",
            columns: "file, what, at, which, (SELECT code FROM cases WHERE cases.file = due.file)",
            also: "at <= CAST(:text AS INTEGER)",
            order: "at",
            limit,
            text: &until,
        };
        self.rows_for(actor, "case.read", &query, crate::day::due_row)
    }

    /// What is due next on each case that [`Views::caseload`] lists.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn next_due(&self, actor: &Actor, limit: usize) -> Result<Vec<DueRow>, Failure> {
        // SQLite takes the other columns of a group from the row with its least time.
        let sql = format!(
            "SELECT file, what, MIN(at), which, NULL FROM due WHERE {{reached}} AND {{told}}
                AND file IN (SELECT file FROM cases WHERE {{told}} AND status IN ('open', 'on_hold')
                    ORDER BY risk_rank, arrived, file LIMIT {limit})
             GROUP BY file"
        );
        self.told(actor, "case.read", &sql, &[], crate::day::due_row)
    }

    /// What waits for an approval, the oldest first.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn approvals(&self, actor: &Actor, limit: usize) -> Result<Vec<ApprovalRow>, Failure> {
        let query = Query {
            table: "approvals",
            columns: "file, subject, asked_at, asked_by,
                (SELECT code FROM cases WHERE cases.file = approvals.file)",
            also: "1",
            order: "asked_at",
            limit,
            text: "",
        };
        self.rows_for(actor, "case.read", &query, |row| {
            Ok(ApprovalRow {
                file: id(row, 0)?,
                subject: row.get(1)?,
                asked_at: time(row, 2)?,
                asked_by: id(row, 3)?,
                code: row.get(4)?,
            })
        })
    }

    /// Meetings held on cases that the actor may open, newest first.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn meetings(&self, actor: &Actor, limit: usize) -> Result<Vec<MeetingRow>, Failure> {
        let query = Query {
            table: "meetings",
            columns: "file, meeting, held_at,
                (SELECT code FROM cases WHERE cases.file = meetings.file)",
            also: "1",
            order: "held_at DESC",
            limit,
            text: "",
        };
        self.rows_for(actor, "case.read", &query, |row| {
            Ok(MeetingRow {
                file: id(row, 0)?,
                meeting: row.get(1)?,
                held_at: time(row, 2)?,
                code: row.get(3)?,
            })
        })
    }
}

pub(crate) fn case_row(row: &Row<'_>) -> rusqlite::Result<CaseRow> {
    let last_contact: Option<i64> = row.get(6)?;
    let steps: String = row.get(8)?;
    Ok(CaseRow {
        file: id(row, 0)?,
        status: row.get(1)?,
        code: row.get(2)?,
        risk: row.get(3)?,
        episode: row.get(4)?,
        arrived: time(row, 5)?,
        last_contact: last_contact.and_then(|second| Timestamp::from_second(second).ok()),
        request: row.get(7)?,
        steps: steps.split(',').map(str::to_owned).collect(),
        worker: maybe_id(row, 9)?,
    })
}

fn desk_row(row: &Row<'_>) -> rusqlite::Result<DeskRow> {
    Ok(DeskRow {
        case: case_row(row)?,
        short_name: row.get(10)?,
        language: row.get(11)?,
        sex_seen: row.get(12)?,
        age_band: row.get(13)?,
    })
}

pub(crate) fn id(row: &Row<'_>, column: usize) -> rusqlite::Result<Id> {
    row.get::<_, [u8; 16]>(column).map(Id)
}

pub(crate) fn maybe_id(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Id>> {
    Ok(row.get::<_, Option<[u8; 16]>>(column)?.map(Id))
}

pub(crate) fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    Ok(Timestamp::from_second(row.get(column)?).unwrap_or(Timestamp::UNIX_EPOCH))
}

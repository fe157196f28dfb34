//! One worker's day: their cases, what is due on them, who comes when, what others changed.

use access::Actor;
use casework::{
    Case, Event, Id,
    class::Classes,
    lists::{Channel, Language},
    review::AppointmentState,
};
use jiff::{SignedDuration, Timestamp};
use rusqlite::Row;

use crate::{
    Failure, Query, Views,
    lists::{CaseRow, DueRow, case_row, id, maybe_id, time},
};

/// How long a change is worth telling, in days.
const TOLD_FOR: i64 = 14;

/// How a person is reached: general matter, said to everybody who may open the case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Reach {
    /// Alias or the first part of the preferred name: enough to recognise somebody.
    pub short_name: Option<String>,
    /// Channels that the person called safe; `None` while nobody asked.
    pub safe_channels: Option<Vec<String>>,
    pub safe_times: Option<String>,
    pub code_word: Option<String>,
    pub may_leave_message: bool,
    pub language: Option<String>,
    pub interpreter: Option<String>,
}

/// One case of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayCase {
    /// As in every list.
    pub case: CaseRow,
    /// How the person is reached.
    pub reach: Reach,
    /// The reader carries it, as worker or backup.
    pub own: bool,
    /// It is of the reader's centre.
    pub here: bool,
}

/// One appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AppointmentRow {
    pub file: Id,
    pub appointment: Id,
    pub planned_for: Timestamp,
    pub mode: String,
    pub purpose: String,
    pub language: Option<String>,
    pub interpreter_needed: bool,
    pub interpreter: Option<String>,
    pub place: Option<String>,
}

/// One entry that somebody made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ChangeRow {
    pub file: Id,
    pub room: String,
    pub kind: String,
    pub at: Timestamp,
    pub by: Id,
}

/// Everything that a day is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DayRows {
    pub cases: Vec<DayCase>,
    pub due: Vec<DueRow>,
    pub appointments: Vec<AppointmentRow>,
    pub changes: Vec<ChangeRow>,
}

/// Which files a day is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Those that the reader carries.
    Own,
    /// All that the reader may open: for those who work by theme and carry none.
    All,
}

/// Own files by two indexes of the cases, so that a day costs what it holds and not what the
/// centre holds.
const OWN: &str = "file IN (SELECT file FROM cases WHERE worker = :account
    UNION ALL SELECT file FROM cases WHERE backup = :account)";
const OWN_CASES: &str =
    "status <> 'closed' AND file IN (SELECT file FROM cases WHERE worker = :account
    UNION ALL SELECT file FROM cases WHERE backup = :account)";
const OWN_CHANGES: &str = "by <> :account AND at > CAST(:text AS INTEGER)
    AND file IN (SELECT file FROM cases WHERE worker = :account
    UNION ALL SELECT file FROM cases WHERE backup = :account)";

impl Views {
    /// The rows of one day: the cases gravest first, the rest in order of time. Changes are those
    /// that others made after `since`.
    ///
    /// # Errors
    /// A [`Failure`]; never an empty day in its place.
    pub fn day(&self, actor: &Actor, whose: Whose, since: Timestamp) -> Result<DayRows, Failure> {
        let own = whose == Whose::Own;
        let query = |table, columns, also, order| Query {
            table,
            columns,
            also,
            order,
            limit: 500,
            text: "",
        };
        let cases = query(
            "cases",
            "file, status, code, risk, episode, arrived, last_contact, request, steps, worker,
                short_name, safe_channels, safe_times, code_word, may_leave_message, language,
                interpreter, (worker = :account OR backup IS :account), centre IS :centre",
            if own { OWN_CASES } else { "status <> 'closed'" },
            "risk_rank, arrived",
        );
        let due = query(
            "due",
            "file, what, at, which, (SELECT code FROM cases WHERE cases.file = due.file)",
            if own { OWN } else { "1" },
            "at",
        );
        let appointments = query(
            "appointments",
            "file, appointment, planned_for, mode, purpose, language, interpreter_needed,
                interpreter, place",
            if own { OWN } else { "1" },
            "planned_for",
        );
        let since = since.as_second().to_string();
        let changes = Query {
            text: &since,
            ..query(
                "changes",
                "file, room, kind, at, by",
                if own {
                    OWN_CHANGES
                } else {
                    "by <> :account AND at > CAST(:text AS INTEGER)"
                },
                "at DESC",
            )
        };
        let read = "case.read";
        Ok(DayRows {
            cases: self.rows_by(actor, read, &cases, !own, day_case)?,
            due: self.rows_by(actor, read, &due, !own, due_row)?,
            appointments: self.rows_by(actor, read, &appointments, !own, appointment_row)?,
            changes: self.rows_by(actor, read, &changes, !own, change_row)?,
        })
    }
}

impl Views {
    /// Appointments of the day that ends then, on all that the reader may open, each with the
    /// person's code.
    ///
    /// # Errors
    /// A [`Failure`]; never an empty list in its place.
    pub fn planned(
        &self,
        actor: &Actor,
        until: Timestamp,
    ) -> Result<Vec<(AppointmentRow, Option<String>)>, Failure> {
        let until = until.as_second().to_string();
        let query = Query {
            table: "appointments",
            columns: "file, appointment, planned_for, mode, purpose, language, interpreter_needed,
                interpreter, place,
                (SELECT code FROM cases WHERE cases.file = appointments.file)",
            also: "planned_for < CAST(:text AS INTEGER)
                AND planned_for >= CAST(:text AS INTEGER) - 86400",
            order: "planned_for",
            limit: 500,
            text: &until,
        };
        self.rows_for(actor, "case.read", &query, |row| {
            Ok((appointment_row(row)?, row.get(9)?))
        })
    }
}

fn day_case(row: &Row<'_>) -> rusqlite::Result<DayCase> {
    let channels: Option<String> = row.get(11)?;
    Ok(DayCase {
        case: case_row(row)?,
        reach: Reach {
            short_name: row.get(10)?,
            safe_channels: channels.map(|all| all.split(',').map(str::to_owned).collect()),
            safe_times: row.get(12)?,
            code_word: row.get(13)?,
            may_leave_message: row.get(14)?,
            language: row.get(15)?,
            interpreter: row.get(16)?,
        },
        own: row.get::<_, Option<bool>>(17)?.unwrap_or_default(),
        here: row.get(18)?,
    })
}

pub(crate) fn due_row(row: &Row<'_>) -> rusqlite::Result<DueRow> {
    Ok(DueRow {
        file: id(row, 0)?,
        what: row.get(1)?,
        at: time(row, 2)?,
        which: maybe_id(row, 3)?,
        code: row.get(4)?,
    })
}

fn appointment_row(row: &Row<'_>) -> rusqlite::Result<AppointmentRow> {
    Ok(AppointmentRow {
        file: id(row, 0)?,
        appointment: id(row, 1)?,
        planned_for: time(row, 2)?,
        mode: row.get(3)?,
        purpose: row.get(4)?,
        language: row.get(5)?,
        interpreter_needed: row.get(6)?,
        interpreter: row.get(7)?,
        place: row.get(8)?,
    })
}

fn change_row(row: &Row<'_>) -> rusqlite::Result<ChangeRow> {
    Ok(ChangeRow {
        file: id(row, 0)?,
        room: row.get(1)?,
        kind: row.get(2)?,
        at: time(row, 3)?,
        by: id(row, 4)?,
    })
}

impl Reach {
    /// From a fold of what the reader may read; for rows, of general matter alone.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        reach(case)
    }
}

fn reach(general: &Case) -> Reach {
    let state = &general.registration;
    let identity = state.identity.as_ref().map(|(_, identity)| identity);
    let contact = state.safe_contact.as_ref().map(|(_, contact)| contact);
    let arrival = general.reception.arrival.as_ref();
    let spoken = identity.and_then(|identity| identity.languages.first().copied());
    let filled = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    Reach {
        short_name: state.shown_name().and_then(first_part),
        safe_channels: contact.map(|contact| codes(&contact.safe_channel)),
        safe_times: contact.and_then(|contact| filled(&contact.safe_times)),
        code_word: contact.and_then(|contact| filled(&contact.code_word)),
        may_leave_message: contact.is_none_or(|contact| contact.may_leave_message),
        language: (spoken.or(arrival.map(|arrival| arrival.language)))
            .map(|language: Language| language.code().to_owned()),
        interpreter: arrival.and_then(|arrival| filled(&arrival.interpreter_ref)),
    }
}

fn codes(channels: &[Channel]) -> Vec<String> {
    let codes = channels.iter().map(|channel| channel.code().to_owned());
    codes.collect()
}

fn first_part(name: &str) -> Option<String> {
    name.split_whitespace().next().map(str::to_owned)
}

/// Appointments that stand, each with the classes of its entry.
pub(crate) fn appointments(whole: &Case) -> Vec<AppointmentState> {
    if whole.closure.death.is_some() {
        return Vec::new();
    }
    whole.review.open_appointments().cloned().collect()
}

/// What was recorded lately: kind, when, by whom, of which classes. No words that anybody typed.
pub(crate) type Change = (&'static str, &'static str, Timestamp, Id, Classes);

pub(crate) fn changes(events: &[Event], now: Timestamp) -> Vec<Change> {
    let told_for = SignedDuration::from_hours(24 * TOLD_FOR);
    let lately = events
        .iter()
        .filter(|event| now.duration_since(event.recorded) <= told_for);
    lately
        .map(|event| {
            let (room, kind) = event.kind();
            (room, kind, event.recorded, event.by.account, event.classes)
        })
        .collect()
}

/// Until when none of these changes is too old to be told.
pub(crate) fn told_until(changes: &[Change]) -> Timestamp {
    let oldest = changes.iter().map(|(_, _, at, ..)| *at).min();
    let told_for = SignedDuration::from_hours(24 * TOLD_FOR);
    oldest.map_or(Timestamp::MAX, |at| {
        at.saturating_add(told_for).unwrap_or(Timestamp::MAX)
    })
}

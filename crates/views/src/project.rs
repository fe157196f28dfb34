//! What a file looks like in the views: a pure function of its history, with one row for each
//! thing that a reader may or may not be told of.

use std::borrow::Cow;

use access::themes;
use casework::{
    Case, Event, Id, Sop,
    class::{Class, Classes},
    due::{Due, due},
    event::{Body, matter},
    lists::{Status, Step},
    registration::Worker,
    review,
};
use jiff::Timestamp;
use rusqlite::{Connection, params};

use crate::{
    day::{self, Change, Reach},
    freshness, names,
    oversight::{self, Oversight},
    people::Known,
};

/// Every table of the views.
pub fn tables() -> impl Iterator<Item = &'static str> {
    let own = [
        "cases",
        "due",
        "names",
        "name_keys",
        "people",
        "approvals",
        "meetings",
        "appointments",
        "changes",
    ];
    own.into_iter().chain(oversight::TABLES)
}

/// One file's rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Projected {
    relations: Relations,
    case: CaseColumns,
    due: Vec<Due>,
    until: Timestamp,
    names: Vec<(String, String)>,
    known: Option<Known>,
    restricted: bool,
    approvals: Vec<(&'static str, Timestamp, Id)>,
    meetings: Vec<(&'static str, Timestamp, Classes)>,
    appointments: Vec<review::AppointmentState>,
    changes: Vec<Change>,
    oversight: Oversight,
}

#[derive(Debug, Clone, PartialEq)]
struct Relations {
    worker: Option<Id>,
    backup: Option<Id>,
    centre: Option<Id>,
    desk: bool,
    themes: u8,
    receiver: Option<Id>,
}

#[derive(Debug, Clone, PartialEq)]
struct CaseColumns {
    status: &'static str,
    outcome: Option<&'static str>,
    code: Option<String>,
    risk: Option<&'static str>,
    risk_rank: u8,
    episode: u16,
    arrived: Timestamp,
    last_contact: Option<Timestamp>,
    request: String,
    steps: String,
    reach: Reach,
    sex_seen: Option<&'static str>,
    age_band: Option<&'static str>,
}

impl Projected {
    /// The rows of a person's file; `None` while nobody arrived in it. Columns that every reader
    /// of the file sees come from its general events alone.
    #[must_use]
    pub fn of(events: &[Event], sop: &Sop, now: Timestamp) -> Option<Self> {
        Self::of_folded(&Case::fold(events), events, sop, now)
    }

    /// The same for a file that is folded already, from all of its events.
    #[must_use]
    pub fn of_folded(whole: &Case, events: &[Event], sop: &Sop, now: Timestamp) -> Option<Self> {
        let general = general_part(whole, events);
        let status = general.status()?;
        let holds = matter(events);
        let due = due(whole, sop, now);
        let changes = day::changes(events, now);
        Some(Self {
            relations: Relations::of(whole, holds, status),
            until: freshness::until(whole, sop, now, &due).min(day::told_until(&changes)),
            due,
            names: names(&general),
            known: Known::of(&general),
            restricted: is_restricted(whole, holds),
            approvals: (general.approvals.requests.iter())
                .filter(|request| request.answer.is_none())
                .map(|request| {
                    (
                        request.subject.code(),
                        request.asked.happened,
                        request.asked.by.account,
                    )
                })
                .collect(),
            meetings: meetings(events),
            appointments: day::appointments(whole),
            changes,
            oversight: Oversight::of(events, whole, &general, sop),
            case: CaseColumns::of(&general, status),
        })
    }
}

impl Projected {
    /// What tells the person from others, and whether the file answers a likeness as if it were
    /// not there.
    pub(crate) fn known(&self) -> Option<(&Known, bool)> {
        Some((self.known.as_ref()?, self.restricted))
    }

    /// Until when the rows stay as they are while nobody writes; time may change them then.
    #[must_use]
    pub const fn until(&self) -> Timestamp {
        self.until
    }

    /// Whether these are the same rows, whenever they were made.
    #[must_use]
    pub fn same_rows(&self, other: &Self) -> bool {
        let until = other.until;
        Self {
            until,
            ..self.clone()
        } == *other
    }
}

impl Relations {
    fn of(whole: &Case, holds: Classes, status: Status) -> Self {
        let assignment = whole
            .registration
            .worker
            .as_ref()
            .map(|(_, assignment)| assignment);
        let worker = assignment.and_then(|assignment| match assignment.worker {
            Worker::Account(account) => Some(account),
            Worker::Duty => None,
        });
        let on_duty = assignment.map_or(status == Status::Inquiry, |a| a.worker == Worker::Duty);
        Self {
            worker,
            backup: assignment.and_then(|assignment| assignment.backup),
            centre: whole.centre,
            desk: on_duty,
            themes: themes(whole, holds),
            receiver: casework::transfer::offered_to(whole),
        }
    }
}

impl CaseColumns {
    fn of(general: &Case, status: Status) -> Self {
        Self {
            status: status.code(),
            outcome: general.outcome.map(casework::lists::OutcomeStatus::code),
            code: shown_code(general),
            risk: general.risk().map(casework::lists::RiskLevel::code),
            risk_rank: general.risk().map_or(9, |risk| risk as u8),
            episode: general.episode,
            arrived: general.arrived_at().unwrap_or(Timestamp::UNIX_EPOCH),
            last_contact: review::last_contact(general),
            request: general
                .reception
                .arrival
                .as_ref()
                .map_or_else(String::new, |a| a.request.clone()),
            steps: steps(general),
            reach: Reach::of(general),
            sex_seen: (general.reception.arrival.as_ref())
                .and_then(|arrival| arrival.sex_observed)
                .map(casework::lists::SexObserved::code),
            age_band: general
                .reception
                .age_band
                .map(casework::lists::AgeBand::code),
        }
    }
}

/// What every reader of the file sees: the whole, when nothing in it is restricted.
fn general_part<'c>(whole: &'c Case, events: &[Event]) -> Cow<'c, Case> {
    if (events.iter()).all(|event| event.classes == Classes::GENERAL) {
        Cow::Borrowed(whole)
    } else {
        Cow::Owned(Case::fold_for(events, Classes::GENERAL))
    }
}

/// Files with matter of the gravest classes never show in a likeness, nor does whoever is hidden
/// from those they live with: somebody may ask under a name that they share.
fn is_restricted(whole: &Case, holds: Classes) -> bool {
    let grave = [Class::Trafficking, Class::Gbv, Class::Sogi, Class::Mhpss];
    whole.household.hidden.is_some() || grave.into_iter().any(|class| holds.has(class))
}

fn shown_code(case: &Case) -> Option<String> {
    let temporary = || {
        case.registration
            .temporary
            .as_ref()
            .map(|given| given.temporary_code.clone())
    };
    case.registration.code.clone().or_else(temporary)
}

fn names(case: &Case) -> Vec<(String, String)> {
    let code = shown_code(case).into_iter();
    let identity = case.registration.identity.iter().flat_map(|(_, identity)| {
        [
            Some(identity.preferred_name.clone()),
            identity.legal_name.clone(),
            identity.alias.clone(),
        ]
    });
    let mut all: Vec<(String, String)> = code
        .chain(identity.flatten())
        .map(|name| (linkage::fold(&name), name))
        .collect();
    all.dedup();
    all
}

fn meetings(events: &[Event]) -> Vec<(&'static str, Timestamp, Classes)> {
    let held = events.iter().filter_map(|event| match &event.body {
        Body::Review(what) => {
            review::meeting_held(what).map(|kind| (kind, event.happened, event.classes))
        }
        _ => None,
    });
    held.collect()
}

fn steps(case: &Case) -> String {
    let states: Vec<&str> = Step::ALL
        .iter()
        .map(|step| case.step(*step).state().code())
        .collect();
    states.join(",")
}

/// Every row of a table, in columns that are the same however often its file was put anew.
pub fn everything_in(table: &str) -> String {
    match table {
        "name_keys" => "SELECT key, names.file, folded FROM name_keys
            JOIN names ON names.rowid = name_keys.name"
            .into(),
        _ => format!("SELECT * FROM {table}"),
    }
}

pub fn forget(connection: &Connection, file: Id) -> rusqlite::Result<()> {
    names::unfile(connection, file)?;
    forget_all_but(connection, file, &["name_keys"])
}

fn forget_all_but(connection: &Connection, file: Id, kept: &[&str]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM freshness WHERE file = ?1")?
        .execute([file.0])?;
    for table in tables().filter(|table| !kept.contains(table)) {
        connection
            .prepare_cached(&format!("DELETE FROM {table} WHERE file = ?1"))?
            .execute([file.0])?;
    }
    Ok(())
}

const RELATIONS: &str = "file, worker, backup, centre, desk, themes, receiver";

/// Puts a file's rows in place of what stood there. Names seldom change, and filing them under their
/// keys is the most of the work: they stay where they are the same.
pub fn replace(connection: &Connection, file: Id, rows: &Projected) -> rusqlite::Result<()> {
    let named = names::are(connection, file, &rows.names)?;
    if named {
        forget_all_but(connection, file, &["name_keys", "names"])?;
        let r = &rows.relations;
        connection
            .prepare_cached(
                "UPDATE names SET worker = ?2, backup = ?3, centre = ?4, desk = ?5, themes = ?6,
                    receiver = ?7, restricted = ?8 WHERE file = ?1",
            )?
            .execute(params![
                file.0,
                blob(r.worker),
                blob(r.backup),
                blob(r.centre),
                r.desk,
                r.themes,
                blob(r.receiver),
                rows.restricted
            ])?;
    } else {
        forget(connection, file)?;
    }
    insert_case(connection, file, rows)?;
    connection
        .prepare_cached("INSERT INTO freshness (file, until) VALUES (?1, ?2)")?
        .execute(params![file.0, rows.until.as_second()])?;
    insert_rest(connection, file, rows, named)
}

fn blob(id: Option<Id>) -> Option<[u8; 16]> {
    id.map(|id| id.0)
}

fn insert_case(connection: &Connection, file: Id, rows: &Projected) -> rusqlite::Result<()> {
    let Projected {
        relations: r, case, ..
    } = rows;
    connection
        .prepare_cached(&format!(
            "INSERT INTO cases ({RELATIONS}, status, outcome, code, risk, risk_rank, episode, arrived,
                last_contact, request, steps, short_name, safe_channels, safe_times, code_word,
                may_leave_message, language, interpreter, sex_seen, age_band)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
                ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)"
        ))?
        .execute(params![
            file.0, blob(r.worker), blob(r.backup), blob(r.centre), r.desk, r.themes, blob(r.receiver),
            case.status, case.outcome, case.code, case.risk, case.risk_rank, case.episode,
            case.arrived.as_second(), case.last_contact.map(Timestamp::as_second), case.request, case.steps,
            case.reach.short_name, case.reach.safe_channels.as_ref().map(|all| all.join(",")),
            case.reach.safe_times, case.reach.code_word, case.reach.may_leave_message,
            case.reach.language, case.reach.interpreter, case.sex_seen, case.age_band
        ])?;
    Ok(())
}

/// Adds rows of one file, each with the file's relations and the classes of its own.
struct Adding<'r> {
    connection: &'r Connection,
    file: Id,
    relations: &'r Relations,
}

impl Adding<'_> {
    fn add(
        &self,
        table: &str,
        columns: &str,
        classes: Classes,
        more: &[&dyn rusqlite::ToSql],
    ) -> rusqlite::Result<usize> {
        let r = self.relations;
        let marks: Vec<String> = (9..9 + more.len()).map(|n| format!("?{n}")).collect();
        let sql = format!(
            "INSERT INTO {table} ({RELATIONS}, classes, {columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, {})",
            marks.join(", ")
        );
        let (worker, backup, centre, receiver) = (
            blob(r.worker),
            blob(r.backup),
            blob(r.centre),
            blob(r.receiver),
        );
        let bits = classes.bits();
        let mut all: Vec<&dyn rusqlite::ToSql> = vec![
            &self.file.0,
            &worker,
            &backup,
            &centre,
            &r.desk,
            &r.themes,
            &receiver,
            &bits,
        ];
        all.extend_from_slice(more);
        self.connection
            .prepare_cached(&sql)?
            .execute(all.as_slice())
    }
}

fn insert_rest(
    connection: &Connection,
    file: Id,
    rows: &Projected,
    named: bool,
) -> rusqlite::Result<()> {
    let to = Adding {
        connection,
        file,
        relations: &rows.relations,
    };
    for due in &rows.due {
        to.add(
            "due",
            "what, at, which",
            due.classes,
            params![due.what.code(), due.at.as_second(), blob(due.which)],
        )?;
    }
    for (folded, shown) in rows.names.iter().filter(|_| !named) {
        to.add(
            "names",
            "folded, shown, restricted",
            Classes::GENERAL,
            params![folded, shown, rows.restricted],
        )?;
        names::file(connection, connection.last_insert_rowid(), shown)?;
    }
    if let Some(known) = &rows.known {
        let known = serde_json::to_string(known).unwrap_or_default();
        to.add(
            "people",
            "known, restricted",
            Classes::GENERAL,
            params![known, rows.restricted],
        )?;
    }
    for (subject, at, by) in &rows.approvals {
        to.add(
            "approvals",
            "subject, asked_at, asked_by",
            Classes::GENERAL,
            params![subject, at.as_second(), by.0],
        )?;
    }
    for (kind, at, classes) in &rows.meetings {
        to.add(
            "meetings",
            "meeting, held_at",
            *classes,
            params![kind, at.as_second()],
        )?;
    }
    rows.oversight
        .insert(&|table, columns, classes, more| to.add(table, columns, classes, more))?;
    insert_day(&to, rows)
}

fn insert_day(to: &Adding<'_>, rows: &Projected) -> rusqlite::Result<()> {
    for state in &rows.appointments {
        let planned = &state.appointment;
        to.add(
            "appointments",
            "appointment, planned_for, mode, purpose, language, interpreter_needed, interpreter, place",
            state.at.classes,
            params![
                planned.appointment.0,
                planned.planned_for.as_second(),
                planned.mode.code(),
                planned.appointment_purpose.code(),
                planned.language.map(casework::lists::Language::code),
                planned.interpreter_needed,
                planned.interpreter_ref,
                planned.place
            ],
        )?;
    }
    for (room, kind, at, by, classes) in &rows.changes {
        to.add(
            "changes",
            "room, kind, at, by",
            *classes,
            params![room, kind, at.as_second(), by.0],
        )?;
    }
    Ok(())
}

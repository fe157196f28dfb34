//! Verifying: is what is stored what was written, all of it, and nothing else?

mod log;
mod outside;
mod seals;

use std::collections::HashSet;
use std::fmt;

use crate::db::{Db, Role};
use crate::keyring::{Dirs, Keyring, Master};
use crate::pen::Epoch;
use crate::sqlite::{self, Settings};
use crate::{Failure, Head, Id, making, open};

/// What a verification found.
#[derive(Debug)]
pub struct Report {
    /// The problems; none when everything holds.
    pub findings: Vec<Finding>,
    /// The newest head; everything up to it is covered by its signature.
    pub covered_to: Option<Head>,
    /// What no head covers, in words: by design, or because a head is not kept elsewhere.
    pub uncovered: Vec<String>,
    /// How many rows of the log were checked.
    pub log_rows: u64,
    /// How many events were checked, and how many of them have no key any more.
    pub events: u64,
    /// Events whose keys were destroyed.
    pub destroyed: u64,
}

impl Report {
    /// Whether everything holds.
    pub fn holds(&self) -> bool {
        self.findings.is_empty()
    }

    /// Adds what the check of the seals found, except on rows that are known to be changed already.
    fn joined(mut self, seals: Self) -> Self {
        let known: HashSet<_> = self
            .findings
            .iter()
            .map(|found| (found.table, found.position))
            .collect();
        let new = seals
            .findings
            .into_iter()
            .filter(|found| !known.contains(&(found.table, found.position)));
        self.findings.extend(new);
        Self {
            events: seals.events,
            destroyed: seals.destroyed,
            ..self
        }
    }
}

/// One problem.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Finding {
    /// The table, or what lies outside the database: `erasures`, `kept head`, `database`.
    pub table: &'static str,
    /// The file that is concerned, when it is known.
    pub file: Option<Id>,
    /// The log position, or for heads their number.
    pub position: Option<u64>,
    /// What is wrong.
    pub words: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.table)?;
        if let Some(position) = self.position {
            write!(out, " {position}")?;
        }
        if let Some(file) = self.file {
            write!(out, " (file {file})")?;
        }
        write!(out, ": {}", self.words)
    }
}

/// Verifies a ledger, also while it is running. Fails only where nothing can be said at all.
pub fn verify(dirs: &Dirs) -> Result<Report, Failure> {
    verify_against(dirs, &[])
}

/// Verifies a ledger also against heads that were kept elsewhere: printed, mailed, with another organisation.
pub fn verify_against(dirs: &Dirs, kept: &[String]) -> Result<Report, Failure> {
    must_exist(dirs)?;
    verify_all(dirs, kept)
}

/// The same for a ledger that is not to be opened yet.
pub(crate) fn verify_unfinished(dirs: &Dirs) -> Result<Report, Failure> {
    verify_all(dirs, &[])
}

fn verify_all(dirs: &Dirs, kept: &[String]) -> Result<Report, Failure> {
    // Read before the database: a ledger that is running may only be newer than its kept head.
    let in_keys = std::fs::read_to_string(dirs.head()).ok();
    let kept: Vec<&String> = in_keys.iter().chain(kept).collect();
    // Seals take as long as everything else together, so they are opened beside it.
    let (rest, seals) = std::thread::scope(|scope| {
        let seals =
            scope.spawn(|| check_with(dirs, |checks| checks.section("events", seals::check)));
        let rest = check_with(dirs, |checks| {
            checks.section("database", |checks| checks.database())?;
            checks.section("log", log::check)?;
            checks.section("erasures", outside::check_erasures)?;
            checks.section("kept head", |checks| {
                outside::check_kept_heads(checks, &kept)
            })
        });
        (rest, seals.join())
    });
    let seals =
        seals.map_err(|_| Failure::Stopped("the check of the seals ended early".into()))??;
    let mut report = rest?.joined(seals);
    report.uncovered.push(
        "What is put aside (drafts, throttles) is sealed, but outside the chain by design: it can be deleted.".into(),
    );
    Ok(report)
}

/// Refuses where there is no ledger, or one of a newer form.
pub(crate) fn must_exist(dirs: &Dirs) -> Result<(), Failure> {
    if !making::exists(dirs)? {
        return Err(Failure::MissingLedger { path: dirs.place() });
    }
    match &dirs.database {
        None => sqlite::check_form(sqlite::form(&dirs.ledger())?),
        Some(_) => Ok(()),
    }
}

/// Runs checks on a connection of their own, in one view of everything, also while others write.
fn check_with(
    dirs: &Dirs,
    check: impl FnOnce(&mut Checks<'_>) -> Result<(), Failure>,
) -> Result<Report, Failure> {
    let master = Master::load(dirs)?;
    let db = Db::connect(dirs, Role::Reader, &Settings::default())?;
    db.begin_reading()?;
    let mut checks = Checks::new(&db, dirs, master)?;
    check(&mut checks)?;
    Ok(checks.report)
}

/// Everything that the checks need at hand.
struct Checks<'a> {
    db: &'a Db,
    dirs: &'a Dirs,
    master: Master,
    /// Nothing when meta is damaged; then no seal can be opened, but the log can be checked.
    ring: Option<Keyring>,
    epoch: Option<Epoch>,
    report: Report,
    seen: HashSet<(&'static str, Option<u64>)>,
}

impl<'a> Checks<'a> {
    fn new(db: &'a Db, dirs: &'a Dirs, master: Master) -> Result<Self, Failure> {
        let report = Report {
            findings: vec![],
            covered_to: None,
            uncovered: vec![],
            log_rows: 0,
            events: 0,
            destroyed: 0,
        };
        let mut checks = Self {
            db,
            dirs,
            master,
            ring: None,
            epoch: None,
            report,
            seen: HashSet::new(),
        };
        match open::keyring(db, &checks.master) {
            Ok(ring) => checks.ring = Some(ring),
            Err(Failure::WrongKey) => return Err(Failure::WrongKey),
            Err(other) => checks.add("meta", None, None, other.to_string()),
        }
        match open::epoch(db, dirs, &checks.master) {
            Ok(epoch) => checks.epoch = Some(epoch),
            // Either the key is gone or meta names another one; the log will say which.
            Err(other) => checks.add(
                "keys",
                None,
                None,
                format!("the seals of events were not tried: {other}"),
            ),
        }
        Ok(checks)
    }

    /// What cannot be read is a finding, and the other checks go on.
    fn section(
        &mut self,
        table: &'static str,
        check: impl FnOnce(&mut Self) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        match check(self) {
            Err(failure @ (Failure::Engine(_) | Failure::Damaged(_))) => {
                self.add(table, None, None, format!("cannot be read: {failure}"));
                Ok(())
            }
            other => other,
        }
    }

    /// The database's own check: pages, indexes, types.
    fn database(&mut self) -> Result<(), Failure> {
        for (number, words) in (1..).zip(self.db.integrity()?) {
            self.add("database", None, Some(number), words);
        }
        Ok(())
    }

    /// One finding for each row: the first words say most.
    fn add(
        &mut self,
        table: &'static str,
        file: Option<Id>,
        position: Option<u64>,
        words: impl Into<String>,
    ) {
        if position.is_none() || self.seen.insert((table, position)) {
            self.report.findings.push(Finding {
                table,
                file,
                position,
                words: words.into(),
            });
        }
    }
}

//! Moving a ledger from one database to another, and back: every row as it is, both ends verified.
//!
//! The keys stay where they are. Until the last step the new place holds no ledger, so a move that was
//! cut short is simply made again; the old place is only read. At the end the new one records the
//! move and signs it, and the head kept with the keys makes the old one refuse to open.

use std::fs;

use jiff::Timestamp;

use crate::db::{Arg, Db, Role, Wanted};
use crate::keyring::{Dirs, Keyring, Master};
use crate::making::{self, Making};
use crate::pen::Pen;
use crate::rows::Table;
use crate::sql::HeadCursor;
use crate::sqlite::Settings;
use crate::tree::Frontier;
use crate::verify::{self, Report};
use crate::{Failure, Head, open, sql};

/// What a move is doing.
#[derive(Debug, Clone, Copy, Eq, PartialEq)]
pub enum Step {
    /// Verifying what is there.
    CheckingSource,
    /// Copying rows: so many of so many.
    Copying(u64, u64),
    /// Verifying what was written.
    CheckingTarget,
}

/// A move that was made.
#[derive(Debug, Clone)]
pub struct Moved {
    /// The newest head of the old place: all that it covers is in the new one.
    pub from: Head,
    /// The head with which the new place begins.
    pub head: Head,
    /// Rows of the log, events, and things put aside.
    pub log_rows: u64,
    /// How many events.
    pub events: u64,
}

/// Moves a ledger. Both places share the keys folder. Nobody may have the old one open.
pub fn move_ledger(
    from: &Dirs,
    to: &Dirs,
    at: Timestamp,
    tell: &mut dyn FnMut(Step),
) -> Result<Moved, Failure> {
    if from.keys != to.keys || from.place() == to.place() {
        return Err(Failure::Misuse(
            "a move goes to another place, with the same keys",
        ));
    }
    verify::must_exist(from)?;
    if making::exists(to)? {
        return Err(Failure::Exists { path: to.place() });
    }
    crate::disk::make_folder(&from.data)?;
    let _lock = open::lock(from)?;
    let source = Db::connect(from, Role::Maker, &Settings::default())?;
    source.hold_alone(&from.place())?;
    if source.is_shared() {
        source.begin(&Wanted::default())?;
    } else {
        source.begin_reading()?;
    }
    let master = Master::load(from)?;
    let ring = open::keyring(&source, &master)?;
    let head = open::last_head(&source, &ring)?;
    tell(Step::CheckingSource);
    sound(&verify::verify(from)?, "where it is")?;
    let making = Making::begin_moving(to)?;
    let log = copy(&source, &making.db, head.size, tell)?;
    if (log.size(), log.root()) != (head.size, head.root) {
        return Err(Failure::damaged("the log is not what its newest head says"));
    }
    let made = making.pause(to)?;
    tell(Step::CheckingTarget);
    let report = verify::verify_unfinished(&made)?;
    sound(&report, "where it was copied to")?;
    if report.covered_to.as_ref() != Some(&head) {
        return Err(Failure::damaged("the copy ends at another head"));
    }
    let last = record(&made, to, &ring, (log, &head), at)?;
    Ok(Moved {
        from: head,
        head: last,
        log_rows: report.log_rows,
        events: report.events,
    })
}

/// The erasure list and the kept heads lie with the keys, so they are the same for both.
fn sound(report: &Report, place: &str) -> Result<(), Failure> {
    report.findings.first().map_or(Ok(()), |found| {
        Err(Failure::damaged(format!("{place}: {found}")))
    })
}

/// The last step: the new place says that it is the ledger now.
fn record(
    made: &Dirs,
    to: &Dirs,
    ring: &Keyring,
    (mut log, before): (Frontier, &Head),
    at: Timestamp,
) -> Result<Head, Failure> {
    let master = Master::load(to)?;
    let db = Db::connect(made, Role::Maker, &Settings::default())?;
    db.begin(&Wanted::default())?;
    let epoch = open::epoch(&db, to, &master)?;
    let mut pen = Pen {
        db: &db,
        ring,
        epoch: &epoch,
        log: &mut log,
    };
    let record = format!("moved at {at} after head {}", before.number);
    pen.make(Table::Meta, &["moved".into(), record.into_bytes().into()])?;
    let head = pen.sign(Some(before), at)?;
    Making::finish_moving(db, made, to)?;
    to.keep_head(&head.note)?;
    Ok(head)
}

fn copy(from: &Db, to: &Db, total: u64, tell: &mut dyn FnMut(Step)) -> Result<Frontier, Failure> {
    const EVERY: u64 = 10_000;
    let mut log = Frontier::default();
    sql::each_log_row(from, |entry| {
        let entry = entry
            .map_err(|position| Failure::damaged(format!("row {position} of the log is none")))?;
        log.push(&entry.leaf());
        if log.size() % EVERY == 0 {
            tell(Step::Copying(log.size(), 2 * total));
        }
        sql::log(to, &entry)
    })?;
    let mut copied = 0;
    for table in Table::ALL {
        sql::each(from, table, |(position, cells)| {
            copied += 1;
            if copied % EVERY == 0 {
                tell(Step::Copying((total + copied).min(2 * total), 2 * total));
            }
            sql::insert(to, table, position, &cells)
        })?;
    }
    let mut heads = sql::head_cursor(from)?;
    let mut heads = HeadCursor::new(&mut heads)?;
    while let Some((number, head)) = heads.take_if(|_| true)? {
        let head = head.ok_or_else(|| Failure::damaged(format!("head {number} is none")))?;
        sql::put_head(to, number, &head.note)?;
    }
    sql::put_frontier(to, &log.to_bytes())?;
    copy_asides(from, to)?;
    tell(Step::Copying(2 * total, 2 * total));
    Ok(log)
}

fn copy_asides(from: &Db, to: &Db) -> Result<(), Failure> {
    let mut asides =
        from.statement("SELECT key, space, recorded_at, sealed FROM aside ORDER BY key")?;
    let mut rows = asides.rows()?;
    while let Some(row) = rows.next()? {
        let args: Vec<Arg<'_>> = row.0.iter().map(Arg::from).collect();
        to.later(
            "INSERT INTO aside(key, space, recorded_at, sealed) VALUES (?1, ?2, ?3, ?4)",
            &args,
        )?;
    }
    Ok(())
}

/// Both places, row by row, up to where the first of them ended: for a proof that nothing changed.
#[doc(hidden)]
pub fn rows_of(dirs: &Dirs, until: u64) -> Result<Vec<String>, Failure> {
    let db = Db::connect(dirs, Role::Reader, &Settings::default())?;
    db.begin_reading()?;
    let mut all = Vec::new();
    for table in Table::ALL {
        sql::each(&db, table, |(position, cells)| {
            if position <= until {
                all.push(format!("{} {position} {cells:?}", table.name()));
            }
            Ok(())
        })?;
    }
    sql::each_log_row(&db, |entry| {
        if let Ok(entry) = entry
            && entry.position <= until
        {
            all.push(format!("{entry:?}"));
        }
        Ok(())
    })?;
    let mut heads = sql::head_cursor(&db)?;
    let mut heads = HeadCursor::new(&mut heads)?;
    while let Some((_, head)) = heads.take_if(|size| size <= until)? {
        all.extend(head.map(|head| head.note));
    }
    for mut row in db.many(
        "SELECT key, space, recorded_at, sealed FROM aside ORDER BY key",
        &[],
    )? {
        all.push(format!("aside {:?}", std::mem::take(&mut row.0)));
    }
    Ok(all)
}

/// Nothing is left of a move that was cut short.
pub(crate) fn clear(dirs: &Dirs) -> Result<(), Failure> {
    let under_way = under_way(dirs);
    match fs::remove_dir_all(&under_way.data) {
        Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::io(&under_way.data, fault))
        }
        _ => Ok(()),
    }
}

/// Where a ledger in a file stands until its move is verified.
pub(crate) fn under_way(dirs: &Dirs) -> Dirs {
    match dirs.database {
        None => Dirs {
            data: dirs.data.join("moving"),
            ..dirs.clone()
        },
        Some(_) => dirs.clone(),
    }
}

//! The proof that the tool sees a missing sync: SQLite with and without `synchronous=FULL`.
//!
//! The writer is this test binary run again, so that it can be killed.
mod rig;

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use rig::Rig;
use rusqlite::Connection;

/// Cuts per run, unless `POWERCUT_CUTS` says otherwise.
const CUTS: u64 = 20;

/// What the cuts of one run left.
#[derive(Debug, Default)]
struct Tally {
    acknowledged: usize,
    lost: usize,
    cuts_that_lost: u64,
    broken: u64,
    /// Unsynced bytes the cuts took; none would mean that nothing was tested.
    bytes_taken: u64,
}

#[test]
fn full_sync_keeps_every_acknowledged_insert() -> anyhow::Result<()> {
    let Some(tally) = run("FULL")? else {
        return Ok(());
    };
    assert_eq!((tally.lost, tally.broken), (0, 0), "{tally:?}");
    assert!(
        tally.acknowledged > CUTS as usize && tally.bytes_taken > 0,
        "{tally:?}"
    );
    Ok(())
}

#[test]
fn control_normal_sync_loses_acknowledged_inserts() -> anyhow::Result<()> {
    let Some(tally) = run("NORMAL")? else {
        return Ok(());
    };
    assert!(tally.lost > 0, "{tally:?}");
    Ok(())
}

#[test]
fn control_no_sync_loses_acknowledged_inserts() -> anyhow::Result<()> {
    let Some(tally) = run("OFF")? else {
        return Ok(());
    };
    assert!(tally.lost > 0, "{tally:?}");
    Ok(())
}

#[test]
fn two_processes_share_one_database() -> anyhow::Result<()> {
    let Some(rig) = Rig::new()? else {
        return Ok(());
    };
    let path = rig.mount.at().join("data.db");
    let (mut child, mut lines) = start_writer(&path, "FULL")?;
    let mut acknowledged = BTreeSet::new();
    for _ in 0..50 {
        acknowledged.extend(next_id(&mut lines)?);
    }
    let reader = Connection::open(&path)?;
    let seen = ids(&reader)?;
    assert!(acknowledged.is_subset(&seen));
    for _ in 0..500 {
        acknowledged.extend(next_id(&mut lines)?);
    }
    assert!(acknowledged.is_subset(&ids(&reader)?));
    reader.execute("INSERT INTO entry (body) VALUES ('from the reader')", [])?;
    stop(&mut child)?;
    Ok(())
}

/// Not a test of its own: the program the tests above start and kill.
#[test]
#[ignore = "run by the other tests"]
fn writer() -> anyhow::Result<()> {
    let (Ok(path), Ok(sync)) = (std::env::var("POWERCUT_DB"), std::env::var("POWERCUT_SYNC"))
    else {
        return Ok(());
    };
    let db = open(Path::new(&path), &sync)?;
    db.execute(
        "CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, body TEXT)",
        [],
    )?;
    let mut out = std::io::stdout();
    loop {
        db.execute("INSERT INTO entry (body) VALUES (hex(randomblob(100)))", [])?;
        writeln!(out, "acknowledged {}", db.last_insert_rowid())?;
        out.flush()?;
    }
}

/// Again and again: write, kill at a moment that differs, cut, look. Nothing if FUSE is missing.
fn run(sync: &str) -> anyhow::Result<Option<Tally>> {
    let Some(rig) = Rig::new()? else {
        return Ok(None);
    };
    let path = rig.mount.at().join("data.db");
    let mut tally = Tally::default();
    let mut expected = BTreeSet::new();
    let cuts = std::env::var("POWERCUT_CUTS").map_or(Ok(CUTS), |cuts| cuts.parse())?;
    for round in 0..cuts {
        let fresh = write_until_killed(&path, sync, 5 + round * 37 % 150)?;
        tally.acknowledged += fresh.len();
        expected.extend(fresh);
        tally.bytes_taken += rig.mount.cut()?.unsynced_bytes;
        let found = survey(&path, sync).unwrap_or_else(|error| {
            println!("round {round}: {error}");
            tally.broken += 1;
            BTreeSet::new()
        });
        let lost = expected.difference(&found).count();
        tally.lost += lost;
        tally.cuts_that_lost += u64::from(lost > 0);
        expected = found;
    }
    println!(
        "synchronous={sync}: {cuts} cuts, {tally:?}, {:?}",
        rig.mount.stats()
    );
    Ok(Some(tally))
}

/// Runs the writer for `count` acknowledged inserts and whatever comes until the kill arrives.
fn write_until_killed(path: &Path, sync: &str, count: u64) -> anyhow::Result<BTreeSet<i64>> {
    let (mut child, mut lines) = start_writer(path, sync)?;
    let mut acknowledged = BTreeSet::new();
    for _ in 0..count {
        acknowledged.extend(next_id(&mut lines)?);
    }
    stop(&mut child)?;
    while let Ok(Some(id)) = next_id(&mut lines) {
        acknowledged.insert(id);
    }
    Ok(acknowledged)
}

fn start_writer(path: &Path, sync: &str) -> anyhow::Result<(Child, BufReader<ChildStdout>)> {
    let mut child = Command::new(std::env::current_exe()?)
        .args(["--exact", "writer", "--ignored", "--nocapture"])
        .env("POWERCUT_DB", path)
        .env("POWERCUT_SYNC", sync)
        .stdout(Stdio::piped())
        .spawn()?;
    let out = child
        .stdout
        .take()
        .ok_or_else(|| anyhow::anyhow!("no output to read"))?;
    Ok((child, BufReader::new(out)))
}

fn stop(child: &mut Child) -> anyhow::Result<()> {
    child.kill()?;
    child.wait()?;
    Ok(())
}

/// The next acknowledged id; a line cut short by the kill is none.
fn next_id(lines: &mut BufReader<ChildStdout>) -> anyhow::Result<Option<i64>> {
    loop {
        let mut line = String::new();
        anyhow::ensure!(lines.read_line(&mut line)? > 0, "the writer ended");
        if let Some(id) = line
            .split("acknowledged ")
            .nth(1)
            .filter(|rest| rest.ends_with('\n'))
        {
            return Ok(Some(id.trim().parse()?));
        }
    }
}

fn open(path: &Path, sync: &str) -> anyhow::Result<Connection> {
    let db = Connection::open(path)?;
    let mode: String = db.query_row("PRAGMA journal_mode=WAL", [], |row| row.get(0))?;
    anyhow::ensure!(mode == "wal", "journal mode {mode}");
    db.pragma_update(None, "synchronous", sync)?;
    // Often, so that cuts fall into checkpoints too.
    db.pragma_update(None, "wal_autocheckpoint", 50)?;
    Ok(db)
}

/// The ids in a sound database; a missing table holds none.
fn survey(path: &Path, sync: &str) -> anyhow::Result<BTreeSet<i64>> {
    let db = open(path, sync)?;
    let verdict: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    anyhow::ensure!(verdict == "ok", "integrity check: {verdict}");
    if db.table_exists(None, "entry")? {
        ids(&db)
    } else {
        Ok(BTreeSet::new())
    }
}

fn ids(db: &Connection) -> anyhow::Result<BTreeSet<i64>> {
    let mut query = db.prepare("SELECT id FROM entry")?;
    let found = query.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

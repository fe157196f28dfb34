//! G18: whoever changes the data folder is found out by `sanad verify`, with table and position.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{Read, Seek, SeekFrom, Write},
    path::Path,
};

use anyhow::Context;
use rusqlite::{Connection, types::Value};
use serde_json::json;

use crate::{
    chance::Chance,
    desk::Desk,
    life::{self, Words},
    server::{Binary, Home},
};

/// Changes when nothing else is asked for.
const CHANGES: u64 = 200;

/// The tables, and for each the column that its row is about.
const TABLES: [(&str, &str); 11] = [
    ("meta", "value"),
    ("events", "sealed"),
    ("keys", "wrapped"),
    ("commands", "sealed"),
    ("claims", "sealed"),
    ("looks", "sealed"),
    ("sessions", "sealed"),
    ("erased", "sealed"),
    ("log", "hash"),
    ("heads", "note"),
    ("frontier", "state"),
];

const KINDS: [&str; 5] = ["byte", "row out", "swap", "tail cut", "raw byte"];

/// Runs the proof.
pub fn prove(changes: Option<u64>, seed: Option<u64>) -> anyhow::Result<bool> {
    let from_env = || std::env::var("FAULTS_CHANGES").ok()?.parse().ok();
    let changes = changes.or_else(from_env).unwrap_or(CHANGES);
    let seed = seed.map_or_else(Chance::seed, Ok)?;
    let mut chance = Chance::new(seed);
    let folder = tempfile::tempdir()?;
    let home = Home::within(folder.path());
    let binary = Binary::found()?;
    eprintln!("{changes} changes, seed {seed}");
    furnish(&binary, &home, &mut chance)?;
    let sound = binary.verify(&home)?;
    anyhow::ensure!(
        sound.holds(),
        "not sound before: {:?} {}",
        sound.findings,
        sound.problem
    );
    let whole = dump(&home.data.join("ledger.db")).context("the ledger cannot be read")?;
    let mut done = Done::default();
    for number in 0..changes {
        // Every kind on every table once, then as it comes.
        let place = usize::try_from(number)?;
        let kind = KINDS[place % KINDS.len()];
        let (table, column) = if place < KINDS.len() * TABLES.len() {
            TABLES[place / KINDS.len()]
        } else {
            *chance.pick(&TABLES).context("no table")?
        };
        let copy = Home::within(&folder.path().join("copy"));
        copy_all(&home, &copy)?;
        let change = Change {
            kind,
            table,
            column,
        };
        let Some((words, position)) = change.make(&copy, &mut chance)? else {
            continue;
        };
        let after = binary.verify(&copy)?;
        let same = || dump(&copy.data.join("ledger.db")).as_ref() == Some(&whole);
        done.judge(&change, &words, position, &after, same);
        fs::remove_dir_all(folder.path().join("copy"))?;
    }
    done.whole(&binary, &home, folder.path())?;
    println!("{}", done.to_json());
    Ok(done.missed.is_empty() && done.unnamed.is_empty())
}

/// Something in every table, and something destroyed.
fn furnish(binary: &Binary, home: &Home, chance: &mut Chance) -> anyhow::Result<()> {
    let server = binary.start(home, "demo")?;
    let worker = Desk::sign_in(server.address, "worker")?;
    let manager = Desk::sign_in(server.address, "manager")?;
    for _ in 0..2 {
        life::registered(&worker, &manager, &Words::new(chance), chance)?;
    }
    let file = worker.arrives(&chance.id(), "a seat", "food_water")?;
    worker.does(
        &file,
        "reception/purge_inquiry",
        &chance.id(),
        &[("sex", "female")],
    )?;
    server.stop()?;
    let renewed = binary.run(&["keys"], &["renew"], home, "")?;
    anyhow::ensure!(
        renewed.status.success(),
        "{}",
        String::from_utf8_lossy(&renewed.stderr)
    );
    Ok(())
}

/// Both folders as they are.
pub fn copy_all(from: &Home, to: &Home) -> anyhow::Result<()> {
    for (from, to) in [(&from.data, &to.data), (&from.keys, &to.keys)] {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

/// Every value of every table; nothing when they cannot all be read.
fn dump(path: &Path) -> Option<Vec<String>> {
    let db = Connection::open(path).ok()?;
    let mut all = Vec::new();
    for (table, _) in TABLES {
        let mut statement = db
            .prepare(&format!("SELECT * FROM {table} ORDER BY 1"))
            .ok()?;
        let width = statement.column_count();
        let mut rows = statement.query([]).ok()?;
        while let Some(row) = rows.next().ok()? {
            let cells: Option<Vec<Value>> = (0..width).map(|at| row.get(at).ok()).collect();
            all.push(format!("{table} {:?}", cells?));
        }
    }
    Some(all)
}

struct Change {
    kind: &'static str,
    table: &'static str,
    column: &'static str,
}

impl Change {
    /// Does it, and says what and at which position; nothing when the table is too small.
    fn make(&self, copy: &Home, chance: &mut Chance) -> anyhow::Result<Option<(String, i64)>> {
        let path = copy.data.join("ledger.db");
        if self.kind == "raw byte" {
            return raw_byte(&path, chance).map(Some);
        }
        let db = Connection::open(&path)?;
        db.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")?;
        let (table, column) = (self.table, self.column);
        let mut statement = db.prepare(&format!("SELECT rowid FROM {table} ORDER BY rowid"))?;
        let rows: Vec<i64> = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        drop(statement);
        let Some(row) = chance.pick(&rows).copied() else {
            return Ok(None);
        };
        let words = format!("{}: {table} {row}", self.kind);
        match self.kind {
            "byte" => change_byte(&db, table, column, row, chance)?,
            "row out" => delete(&db, &format!("{table} WHERE rowid = ?1"), row)?,
            "tail cut" => delete(&db, &format!("{table} WHERE rowid >= ?1"), row)?,
            _ => {
                let Some(other) = chance.pick(&rows).copied().filter(|other| *other != row) else {
                    return Ok(None);
                };
                let read = format!("SELECT {column} FROM {table} WHERE rowid = ?1");
                let write = format!("UPDATE {table} SET {column} = ?1 WHERE rowid = ?2");
                let of = |row| db.query_row(&read, [row], |found| found.get::<_, Value>(0));
                let (one, two) = (of(row)?, of(other)?);
                db.execute(&write, (two, row))?;
                db.execute(&write, (one, other))?;
            }
        }
        Ok(Some((words, row)))
    }
}

fn delete(db: &Connection, which: &str, row: i64) -> anyhow::Result<()> {
    db.execute(&format!("DELETE FROM {which}"), [row])?;
    Ok(())
}

fn change_byte(
    db: &Connection,
    table: &str,
    column: &str,
    row: i64,
    chance: &mut Chance,
) -> anyhow::Result<()> {
    let read = format!("SELECT {column} FROM {table} WHERE rowid = ?1");
    let mut flip = |mut bytes: Vec<u8>, bit: u8| {
        let at = usize::try_from(chance.next()).unwrap_or(0) % bytes.len().max(1);
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= bit;
        }
        bytes
    };
    let changed = match db.query_row(&read, [row], |found| found.get::<_, Value>(0))? {
        Value::Blob(bytes) => Value::Blob(flip(bytes, 4)),
        Value::Text(text) => {
            let bytes = flip(text.into_bytes(), 1);
            Value::Text(String::from_utf8_lossy(&bytes).into_owned())
        }
        other => other,
    };
    let write = format!("UPDATE {table} SET {column} = ?1 WHERE rowid = ?2");
    db.execute(&write, (changed, row))?;
    Ok(())
}

/// A byte of the file itself, wherever it falls.
fn raw_byte(path: &Path, chance: &mut Chance) -> anyhow::Result<(String, i64)> {
    let mut file = fs::File::options().read(true).write(true).open(path)?;
    let at = chance.within(0, file.metadata()?.len());
    let mut byte = [0];
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut byte)?;
    file.seek(SeekFrom::Start(at))?;
    file.write_all(&[byte[0] ^ 0x10])?;
    Ok((format!("raw byte at {at}"), 0))
}

#[derive(Default)]
struct Done {
    found: BTreeMap<&'static str, u64>,
    named: u64,
    harmless: u64,
    missed: Vec<String>,
    unnamed: BTreeSet<String>,
}

impl Done {
    fn judge(
        &mut self,
        change: &Change,
        words: &str,
        position: i64,
        after: &crate::server::Verified,
        same: impl Fn() -> bool,
    ) {
        if after.code == 1 && (!after.findings.is_empty() || !after.problem.is_empty()) {
            *self.found.entry(change.kind).or_default() += 1;
            let at = format!("{} {position}", change.table);
            let named = after.findings.iter().any(|line| {
                line.strip_prefix(&at)
                    .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
            });
            let is_row = !matches!(change.table, "meta" | "log" | "heads" | "frontier");
            if named {
                self.named += 1;
            } else if is_row && change.kind != "raw byte" {
                let said = after.findings.first().unwrap_or(&after.problem);
                self.unnamed.insert(format!("{words}: {said}"));
            }
        } else if after.code == 0 && change.kind == "raw byte" && same() {
            // A byte that nothing is read from: unused space within a page.
            self.harmless += 1;
        } else {
            self.missed.push(format!("{words}: exit {}", after.code));
        }
    }

    /// The file cut short, and an older copy of everything in its place.
    fn whole(&mut self, binary: &Binary, home: &Home, folder: &Path) -> anyhow::Result<()> {
        let cut = Home::within(&folder.join("cut"));
        copy_all(home, &cut)?;
        let file = fs::File::options()
            .write(true)
            .open(cut.data.join("ledger.db"))?;
        file.set_len(file.metadata()?.len() / 2)?;
        if binary.verify(&cut)?.code != 1 {
            self.missed.push("the file cut to its half".into());
        }
        let old = Home::within(&folder.join("old"));
        copy_all(home, &old)?;
        let server = binary.start(home, "demo")?;
        Desk::sign_in(server.address, "worker")?;
        server.stop()?;
        for entry in fs::read_dir(&home.keys)? {
            let entry = entry?;
            fs::copy(entry.path(), old.keys.join(entry.file_name()))?;
        }
        if binary.verify(&old)?.code != 1 {
            self.missed
                .push("an older copy of the whole data folder".into());
        }
        *self.found.entry("whole").or_default() += 2;
        Ok(())
    }

    fn to_json(&self) -> serde_json::Value {
        json!({"found": self.found, "named_exactly": self.named, "unused_bytes": self.harmless,
            "missed": self.missed.len(), "without_position": self.unnamed.len(),
            "examples": {"missed": self.missed.iter().take(5).collect::<Vec<_>>(),
                "without_position": self.unnamed.iter().take(5).collect::<Vec<_>>()}})
    }
}

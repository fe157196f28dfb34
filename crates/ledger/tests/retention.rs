//! What `docs/retention.md` lists is what the ledger stores, and the other way round.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::{collections::BTreeSet, fs, path::Path};

use ledger::{Dirs, Ledger as _, SealedLedger};
use rusqlite::Connection;

const LIST: &str = include_str!("../../../docs/retention.md");

/// One line of a table: the names in its first cell, and how long it stays.
struct Line {
    names: Vec<String>,
    cells: Vec<String>,
}

/// The lines of the first table under a heading.
fn lines(heading: &str) -> Vec<Line> {
    let section = LIST.split(&format!("\n## {heading}\n")).nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| {
        let cells: Vec<String> = line
            .trim_matches('|')
            .split(" | ")
            .map(|cell| cell.trim().to_owned())
            .collect();
        let quoted = cells[0].split('`').skip(1).step_by(2);
        let names = quoted.map(str::to_owned).collect();
        Line { names, cells }
    })
    .collect()
}

fn names(lines: &[Line]) -> BTreeSet<String> {
    lines.iter().flat_map(|line| line.names.clone()).collect()
}

/// What need not be there all the time is marked.
fn lasting(lines: &[Line]) -> BTreeSet<String> {
    let lasting = lines
        .iter()
        .filter(|line| !line.cells[4].contains("(at times)"));
    lasting.flat_map(|line| line.names.clone()).collect()
}

fn columns(db: &Connection) -> BTreeSet<String> {
    let mut statement = db
        .prepare(
            "SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'",
        )
        .unwrap();
    let found = statement.query_map([], |row| row.get(0)).unwrap();
    found.map(Result::unwrap).collect()
}

fn files(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            match name.strip_prefix("epoch-") {
                Some(_) => "epoch-N.key".to_owned(),
                None => name,
            }
        })
        .collect()
}

fn compare(folder: &Path, heading: &str) {
    let listed = lines(heading);
    let found = files(folder);
    let unlisted: Vec<_> = found.difference(&names(&listed)).cloned().collect();
    let absent: Vec<_> = lasting(&listed).difference(&found).cloned().collect();
    assert_eq!((unlisted, absent), (vec![], vec![]), "{heading}");
}

fn house() -> (tempfile::TempDir, Dirs, SealedLedger) {
    let folder = tempfile::tempdir().unwrap();
    let dirs = Dirs::beside(folder.path().join("centre"));
    let ledger = SealedLedger::open(&dirs).unwrap();
    let at = "2026-11-21T12:00:00Z".parse().unwrap();
    ledger.look(at, b"nobody looks at nothing").unwrap();
    (folder, dirs, ledger)
}

#[test]
fn every_column_of_the_ledger_is_listed_and_every_listed_column_is_there() {
    let (_folder, dirs, _ledger) = house();
    let db = Connection::open(dirs.ledger()).unwrap();
    assert_eq!(names(&lines("The ledger")), columns(&db));
}

#[test]
fn every_file_of_both_folders_is_listed_and_every_listed_file_is_there() {
    let (_folder, dirs, ledger) = house();
    compare(&dirs.data, "The data folder");
    drop(ledger);
    compare(&dirs.keys, "The keys folder");
}

#[test]
fn both_artefacts_of_a_backup_are_listed_and_nothing_else_is_written() {
    let (folder, dirs, _ledger) = house();
    let to = folder.path().join("backup");
    let at = "2026-11-21T12:00:00Z".parse().unwrap();
    ledger::backup::backup(&dirs, &to, at).unwrap();
    compare(&to, "A backup");
}

#[test]
fn every_line_says_what_why_how_long_and_how_it_goes() {
    let headings = LIST
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .filter(|heading| !lines(heading).is_empty());
    for line in headings.flat_map(lines) {
        assert_eq!(line.cells.len(), 6, "{:?}", line.names);
        let empty = line.cells.iter().any(String::is_empty);
        assert!(!empty, "{:?}", line.names);
    }
}

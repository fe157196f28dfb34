//! What `docs/from-the-seeds.md` names is there: files, forms and addresses, tests.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use web::rooms;

const TABLE: &str = include_str!("../../../docs/from-the-seeds.md");
const ROUTES: &str = include_str!("../src/pages/mod.rs");

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Text, first words, what is asked, rule, page, test.
fn rows() -> Vec<Vec<&'static str>> {
    let rows = TABLE
        .lines()
        .filter(|line| line.starts_with("| A") || line.starts_with("| B"));
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

/// What stands between backticks in one column.
fn named(column: usize) -> BTreeSet<&'static str> {
    rows()
        .iter()
        .flat_map(|row| row[column].split('`').skip(1).step_by(2))
        .collect()
}

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "target" && name != "node_modules" {
            sources(&path, found);
        } else if name.ends_with(".rs") {
            found.push(fs::read_to_string(&path).unwrap());
        }
    }
}

/// The names of the functions that follow `#[test]`.
fn tests() -> BTreeSet<String> {
    let mut found = Vec::new();
    for folder in ["crates", "tests"] {
        sources(&root().join(folder), &mut found);
    }
    let after = |source: &String| {
        let parts = source.split("#[test]").skip(1);
        let names = parts.filter_map(|part| part.split("fn ").nth(1)?.split('(').next());
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    found.iter().flat_map(after).collect()
}

#[test]
fn every_row_is_whole_and_says_later_where_nothing_is_named() {
    for row in rows() {
        assert_eq!(row.len(), 6, "{row:?}");
        let answered = |cell: &&str| cell.contains('`') || cell.starts_with("later: ");
        assert!(row[3..].iter().all(answered), "{row:?}");
        assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
    }
}

#[test]
fn every_paragraph_is_answered() {
    let rows = rows();
    let answered: BTreeSet<&str> = rows.iter().map(|row| row[0]).collect();
    let a = (2..=8).map(|number| format!("A{number}"));
    let b = (1..=10).map(|number| format!("B{number}"));
    let unanswered: Vec<String> = a
        .chain(b)
        .filter(|text| !answered.contains(text.as_str()))
        .collect();
    assert_eq!(unanswered, Vec::<String>::new());
}

#[test]
fn every_file_named_is_there() {
    let absent: Vec<_> = named(3)
        .into_iter()
        .filter(|path| !root().join(path).is_file())
        .collect();
    assert_eq!(absent, Vec::<&str>::new());
}

#[test]
fn every_form_and_address_named_is_served() {
    let forms: BTreeSet<&str> = rooms::actions()
        .iter()
        .map(|action| action.form.id)
        .collect();
    let served = |page: &&str| match page.starts_with('/') {
        true => ROUTES.contains(&format!("\"{page}\"")),
        false => forms.contains(page),
    };
    let absent: Vec<_> = named(4).into_iter().filter(|page| !served(page)).collect();
    assert_eq!(absent, Vec::<&str>::new());
}

#[test]
fn every_test_named_stands_in_the_source() {
    let known = tests();
    let absent: Vec<_> = named(5)
        .into_iter()
        .filter(|name| !known.contains(*name))
        .collect();
    assert_eq!(absent, Vec::<&str>::new());
}

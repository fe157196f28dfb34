//! What `docs/retention.md` says of cookies and of kinds of files is what there is.

use std::{collections::BTreeSet, fs};

use crate::{SessionCookie, cookies};

const LIST: &str = include_str!("../../../../docs/retention.md");

fn listed(heading: &str) -> BTreeSet<String> {
    let section = LIST.split(&format!("\n## {heading}\n")).nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.filter_map(|line| line.split('`').nth(1))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_cookie_is_listed_and_every_listed_cookie_is_set() {
    let session = [true, false].map(|tls| SessionCookie::new(tls).name());
    let set = session.into_iter().chain([cookies::LANG]);
    assert_eq!(listed("The browser"), set.map(str::to_owned).collect());
}

/// The kinds stand in the source only: what is sealed has no schema that a program could ask.
#[test]
fn every_kind_of_file_is_listed_and_every_listed_kind_is_one() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../casebook/src/stored.rs");
    let source = fs::read_to_string(path).unwrap();
    let body = source.split("pub enum Stored {").nth(1).unwrap();
    let body = body.split("\n}").next().unwrap();
    let kinds = body.lines().filter_map(|line| line.trim().split_once('('));
    let kinds: BTreeSet<String> = kinds.map(|(kind, _)| kind.to_lowercase()).collect();
    assert_eq!(listed("What the sealed events say"), kinds);
}

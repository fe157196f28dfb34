//! What `docs/retention.md` lists is what the views hold, and the other way round.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;

use rusqlite::Connection;

const LIST: &str = include_str!("../../../docs/retention.md");
const SCHEMA: [&str; 2] = [
    include_str!("../src/schema.sql"),
    include_str!("../src/oversight.sql"),
];

fn listed() -> BTreeSet<String> {
    let section = LIST.split("\n## The views\n").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let first = rows.filter_map(|line| line.trim_matches('|').split(" | ").next());
    first
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .map(str::to_owned)
        .collect()
}

fn stored() -> BTreeSet<String> {
    let db = Connection::open_in_memory().unwrap();
    SCHEMA
        .iter()
        .for_each(|tables| db.execute_batch(tables).unwrap());
    let mut statement = db
        .prepare(
            "SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
             WHERE t.type = 'table'",
        )
        .unwrap();
    let found = statement.query_map([], |row| row.get(0)).unwrap();
    found.map(Result::unwrap).collect()
}

#[test]
fn every_column_of_the_views_is_listed_and_every_listed_column_is_there() {
    assert_eq!(listed(), stored());
}

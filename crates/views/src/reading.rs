//! Lists read the actor's own files by an index, and show exactly what the predicate allows.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use access::Actor;
use casework::{
    Id,
    actor::{By, Role},
    class::{Class, Classes},
};
use rusqlite::{Connection, named_params};

use crate::{Query, Views, names};

const TABLES: [&str; 5] = ["cases", "due", "names", "approvals", "meetings"];
const ACTIONS: [&str; 4] = [
    "case.read",
    "desk.list",
    "reception.answer_alert",
    "transfer.accept",
];

fn query(table: &'static str) -> Query<'static> {
    Query {
        table,
        columns: "file",
        also: "1",
        order: "file",
        limit: 10_000,
        text: "",
    }
}

fn actor(role: Role, grants: Classes) -> Actor {
    let by = By {
        account: Id([1; 16]),
        role,
        centre: Id([2; 16]),
    };
    Actor { by, grants }
}

/// A row with these values; what else must not be null is empty.
fn insert(db: &Connection, table: &str, given: &[(&str, Option<Vec<u8>>, i64)]) {
    let about =
        format!("SELECT name, type FROM pragma_table_info('{table}') WHERE \"notnull\" = 1");
    let mut statement = db.prepare(&about).unwrap();
    let needed = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    let needed: Vec<(String, String)> = needed.unwrap().map(Result::unwrap).collect();
    let mut columns: Vec<String> = Vec::new();
    let mut values: Vec<rusqlite::types::Value> = Vec::new();
    for (name, id, number) in given {
        columns.push((*name).to_owned());
        values.push(id.clone().map_or((*number).into(), Into::into));
    }
    for (name, kind) in needed {
        if !columns.contains(&name) {
            columns.push(name);
            values.push(match kind.as_str() {
                "TEXT" => String::new().into(),
                "BLOB" => Vec::new().into(),
                _ => 0_i64.into(),
            });
        }
    }
    let marks = vec!["?"; values.len()].join(", ");
    let columns = columns.join(", ");
    db.prepare(&format!("INSERT INTO {table} ({columns}) VALUES ({marks})"))
        .unwrap()
        .execute(rusqlite::params_from_iter(values))
        .unwrap();
}

/// Files in every relation to the actor, or in none, with rows of every class.
fn populated() -> Views {
    let views = Views::empty().unwrap();
    let mut chance = 7_u32;
    let mut next = move |below: u32| {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        i64::from((chance >> 16) % below)
    };
    for n in 0..400_u16 {
        let mut file = [0; 16];
        file[..2].copy_from_slice(&n.to_be_bytes());
        let mut who = |mine: u8| match next(5) {
            0 => Some(vec![mine; 16]),
            1 => Some(vec![9; 16]),
            _ => None,
        };
        let (worker, backup, centre) = (who(1), who(1), who(2));
        let receiver = if n % 2 == 0 { who(1) } else { who(2) };
        let (desk, themes) = (next(2), next(32));
        for table in TABLES {
            let mut row = vec![
                ("file", Some(file.to_vec()), 0),
                ("desk", None, desk),
                ("themes", None, themes),
                ("classes", None, if table == "cases" { 0 } else { next(64) }),
            ];
            let ids = [
                ("worker", &worker),
                ("backup", &backup),
                ("centre", &centre),
                ("receiver", &receiver),
            ];
            row.extend(
                ids.into_iter()
                    .filter(|(_, id)| id.is_some())
                    .map(|(name, id)| (name, id.clone(), 0)),
            );
            insert(&views.lock(), table, &row);
        }
    }
    views
}

fn everybody() -> Vec<Actor> {
    let granted: Classes = Class::ALL.iter().copied().collect();
    let all = Role::ALL.iter();
    all.flat_map(|role| [actor(*role, Classes::GENERAL), actor(*role, granted)])
        .collect()
}

#[test]
fn a_list_shows_exactly_what_the_predicate_allows() {
    let views = populated();
    let mut shown = 0;
    for actor in everybody() {
        for action in ACTIONS {
            for table in TABLES {
                let listed = views
                    .rows_for(&actor, action, &query(table), |row| {
                        row.get::<_, [u8; 16]>(0)
                    })
                    .unwrap();
                let db = views.lock();
                let sql = format!(
                    "SELECT file FROM {table} WHERE {} AND :account NOTNULL AND :centre NOTNULL
                     ORDER BY file",
                    access::predicate(&actor, action)
                );
                let mut plain = db.prepare(&sql).unwrap();
                let of =
                    named_params! {":account": actor.by.account.0, ":centre": actor.by.centre.0};
                let allowed = plain.query_map(of, |row| row.get(0)).unwrap();
                let allowed: Vec<[u8; 16]> = allowed.map(Result::unwrap).collect();
                assert_eq!(listed, allowed, "{:?} {action} {table}", actor.by.role);
                shown += listed.len();
            }
        }
    }
    assert!(shown > 1_000, "{shown}");
}

#[test]
fn no_list_reads_through_all_files() {
    let views = Views::empty().unwrap();
    for actor in everybody() {
        for action in ACTIONS {
            if access::reach(&actor, action) == "(1)" {
                continue;
            }
            for table in TABLES {
                let mut query = query(table);
                query.order = if table == "due" { "at" } else { "file" };
                let sql = query.sql(&actor, action, true);
                let db = views.lock();
                let mut plan = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
                let id = [0_u8; 16];
                let of = named_params! {":account": id, ":centre": id, ":text": ""};
                let steps = plan.query_map(of, |row| row.get::<_, String>(3)).unwrap();
                for step in steps.map(Result::unwrap) {
                    // "Reach 0" is never true: such a list is empty whatever way it is read.
                    let empty = access::reach(&actor, action) == "0";
                    let scans = step.starts_with("SCAN") && !step.contains("CONSTANT");
                    assert!(
                        empty || !scans,
                        "{:?} {action} {table}: {step}",
                        actor.by.role
                    );
                }
            }
        }
    }
}

fn named(views: &Views, file: u8, name: &str, mine: bool) {
    let worker = if mine { 1 } else { 9 };
    let db = views.lock();
    let ids = [
        ("file", Some(vec![file; 16]), 0),
        ("worker", Some(vec![worker; 16]), 0),
    ];
    insert(&db, "cases", &ids);
    insert(&db, "names", &ids);
    let row = db.last_insert_rowid();
    db.execute(
        "UPDATE names SET shown = ?1, folded = ?2 WHERE rowid = ?3",
        (name, linkage::fold(name), row),
    )
    .unwrap();
    names::file(&db, row, name).unwrap();
}

#[test]
fn a_search_by_keys_finds_other_spellings_beginnings_and_codes_of_the_readers_own_files_only() {
    let views = Views::empty().unwrap();
    let known = [
        "محمد عبد الله",
        "Mariam Keïta",
        "KLM-4821-X",
        "Yonas Tesfay",
    ];
    for (n, name) in (1_u8..).zip(known) {
        named(&views, n, name, true);
        named(&views, 100 + n, name, false);
    }
    let me = actor(Role::Caseworker, Classes::GENERAL);
    let sought = [
        ("Mohamed Abdallah", 1),
        ("keita mariam", 2),
        ("Mariama", 2),
        ("Maria", 2),
        ("klm 4821 x", 3),
        ("KLM-48", 3),
        ("Jonas Tesfai", 4),
    ];
    for (typed, file) in sought {
        for compared in [0, 100] {
            let found = views.search_within(&me, typed, 20, compared).unwrap();
            let files: Vec<Id> = found.iter().map(|found| found.file).collect();
            assert_eq!(files, [Id([file; 16])], "{typed}, {compared}");
        }
    }
    assert!(views.search(&me, "John Okafor", 20).unwrap().is_empty());
}

#[test]
fn a_forgotten_file_leaves_no_key_behind() {
    let views = Views::empty().unwrap();
    named(&views, 1, "Mariam Keïta", true);
    assert!(
        views
            .dump()
            .unwrap()
            .iter()
            .any(|row| row.starts_with("name_keys"))
    );
    views.forget(Id([1; 16])).unwrap();
    assert_eq!(views.dump().unwrap(), Vec::<String>::new());
}

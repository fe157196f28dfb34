//! The predicate of lists and searches says what the table says, row by row, for everybody.

use access::{Actor, Standing, classes, may, organisation::may_be_granted, predicate};
use casework::{
    Id,
    actor::Role,
    class::{Class, Classes},
    lists::Theme,
};
use rusqlite::{Connection, named_params, params};

use crate::people::*;

/// A view row as lists keep it.
#[derive(Copy, Clone, Debug)]
struct Row {
    worker: Option<Id>,
    backup: Option<Id>,
    centre: Option<Id>,
    desk: bool,
    themes: u8,
    receiver: Option<Id>,
    classes: u8,
}

/// How an actor stands to the case behind a row.
fn standing(actor: &Actor, row: &Row) -> Standing {
    let me = Some(actor.by.account);
    let centre = row.centre == Some(actor.by.centre);
    let theme = match actor.by.role {
        Role::FocalPointChild => Some(Theme::ChildProtection),
        Role::FocalPointGbv => Some(Theme::Gbv),
        Role::FocalPointTip => Some(Theme::Trafficking),
        Role::FocalPointPsea => Some(Theme::Psea),
        _ => None,
    };
    Standing {
        own: row.worker == me || row.backup == me,
        desk: centre && row.desk,
        centre,
        alert: centre && theme.is_some_and(|theme| row.themes & (1 << theme as u8) != 0),
        receiver: row.receiver == me || row.receiver == Some(actor.by.centre),
    }
}

/// Every combination of relations, each with every set of classes.
fn rows() -> Vec<Row> {
    let themes = [
        Theme::ChildProtection,
        Theme::Gbv,
        Theme::Trafficking,
        Theme::Psea,
    ];
    let theme_sets = themes.map(|theme| 1 << theme as u8);
    let mut all = Vec::new();
    for worker in [None, Some(ME), Some(ANOTHER)] {
        for backup in [None, Some(ME)] {
            for centre in [None, Some(CENTRE), Some(ELSEWHERE)] {
                for receiver in [None, Some(ME), Some(CENTRE), Some(ANOTHER)] {
                    for desk in [false, true] {
                        for themes in theme_sets.into_iter().chain([0]) {
                            let n = all.len();
                            all.push(Row {
                                worker,
                                backup,
                                centre,
                                desk,
                                themes,
                                receiver,
                                // Every set of classes comes with every relation sooner or later.
                                classes: u8::try_from(n * 37 % 64).unwrap(),
                            });
                        }
                    }
                }
            }
        }
    }
    let few: Vec<Row> = all.iter().copied().step_by(41).collect();
    for classes in 0..64 {
        all.extend(few.iter().map(|row| Row { classes, ..*row }));
    }
    all
}

fn database(rows: &[Row]) -> Connection {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch(
        "CREATE TABLE cases (n INTEGER PRIMARY KEY, worker BLOB, backup BLOB, centre BLOB,
            desk INTEGER, themes INTEGER, receiver BLOB, classes INTEGER); BEGIN",
    )
    .unwrap();
    let mut insert = db
        .prepare("INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .unwrap();
    let blob = |id: Option<Id>| id.map(|id| id.0.to_vec());
    for (n, row) in (0i64..).zip(rows) {
        let (worker, backup) = (blob(row.worker), blob(row.backup));
        let (centre, receiver) = (blob(row.centre), blob(row.receiver));
        let (desk, themes) = (row.desk, row.themes);
        insert
            .execute(params![
                n,
                worker,
                backup,
                centre,
                desk,
                themes,
                receiver,
                row.classes
            ])
            .unwrap();
    }
    drop(insert);
    db.execute_batch("COMMIT").unwrap();
    db
}

/// The rows that an actor learns of, by their numbers.
fn learns_of(db: &Connection, actor: &Actor, action: &str) -> Vec<i64> {
    let sql = format!(
        "SELECT n FROM cases WHERE :account IS NOT NULL AND :centre IS NOT NULL AND {} ORDER BY n",
        predicate(actor, action)
    );
    let mut query = db.prepare(&sql).unwrap();
    let found = query
        .query_map(
            named_params! {":account": actor.by.account.0, ":centre": actor.by.centre.0},
            |row| row.get(0),
        )
        .unwrap();
    found.map(Result::unwrap).collect()
}

fn may_learn(actor: &Actor, action: &str, row: &Row) -> bool {
    let standing = standing(actor, row);
    let held = classes(actor, standing);
    may(actor, action, standing) && Classes::from_bits(row.classes).readable_with(held)
}

#[test]
fn the_predicate_agrees_with_the_table_for_every_role_relation_and_class() {
    let rows = rows();
    let db = database(&rows);
    let some = [Classes::GENERAL, Classes::all()];
    let single = Class::ALL.iter().map(|class| Classes::of(*class));
    let each: Vec<Classes> = some.into_iter().chain(single).collect();
    for role in Role::ALL {
        let grants = if may_be_granted(*role, Class::Gbv) {
            each.as_slice()
        } else {
            &some
        };
        for grants in grants {
            let actor = granted(*role, *grants);
            for action in ["case.read", "transfer.accept"] {
                let found = learns_of(&db, &actor, action);
                let expected: Vec<i64> = (0..)
                    .zip(&rows)
                    .filter(|(_, row)| may_learn(&actor, action, row))
                    .map(|(n, _)| n)
                    .collect();
                assert_eq!(found, expected, "{role:?} {grants:?} {action}");
            }
        }
    }
}

/// What needs no relation leaves out what the classes forbid, and nothing else.
#[test]
fn what_needs_no_relation_finds_every_row_of_readable_classes() {
    let rows = rows();
    let db = database(&rows);
    let general = |row: &Row| row.classes == 0;
    let (psea, stranger) = (actor(Role::FocalPointPsea), actor(Role::Psychologist));
    let found = learns_of(&db, &psea, "feedback.read");
    assert_eq!(found.len(), rows.iter().filter(|row| general(row)).count());
    assert!(found.len() > 1, "a comparison of nothing says nothing");
    assert_eq!(learns_of(&db, &stranger, "feedback.read"), [0i64; 0]);
}

#[test]
fn what_the_table_does_not_name_finds_nothing() {
    let rows = rows();
    let db = database(&rows);
    for role in Role::ALL {
        let actor = granted(*role, Classes::all());
        assert_eq!(learns_of(&db, &actor, "nothing.named"), [0i64; 0]);
    }
}

/// TEST-01: a colleague outside the theme finds nothing of her, by whatever they search.
#[test]
fn a_colleague_outside_the_theme_finds_no_restricted_row() {
    let trafficking = Classes::of(Class::Trafficking).bits();
    let row = Row {
        worker: Some(ANOTHER),
        backup: None,
        centre: Some(CENTRE),
        desk: false,
        themes: 1 << Theme::Trafficking as u8,
        receiver: None,
        classes: trafficking,
    };
    let db = database(&[row]);
    let finds = |actor: &Actor| !learns_of(&db, actor, "case.read").is_empty();
    assert!(!finds(&granted(Role::Caseworker, Classes::all())));
    assert!(!finds(&actor(Role::Supervisor)));
    assert!(!finds(&actor(Role::CaseManager)));
    assert!(!finds(&actor(Role::FocalPointGbv)));
    assert!(finds(&actor(Role::FocalPointTip)));
    let trusted = Classes::of(Class::Trafficking);
    assert!(finds(&granted(Role::Supervisor, trusted)));
}

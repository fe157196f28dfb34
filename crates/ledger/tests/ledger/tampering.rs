//! Whatever is changed in the database shows, whichever table it is in.

use std::fs;
use std::path::Path;

use ledger::verify::{Report, verify, verify_against};
use ledger::{Claim, Dirs, Failure, Ledger, SealedLedger};
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::house::{House, add, adding, at, claiming, id};

const TABLES: [&str; 11] = [
    "meta", "events", "keys", "commands", "claims", "looks", "sessions", "erased", "log", "heads",
    "frontier",
];

/// Something in every table, and something destroyed in every table that allows it.
fn furnish(ledger: &SealedLedger) {
    for file in 1..=3 {
        ledger
            .append(claiming(id(file), "username", &format!("user {file}")))
            .unwrap();
        add(ledger, id(file), 1, &["a need", "a plan"]).unwrap();
    }
    let mut both = adding(id(4), 0, &["both"]);
    both.files.extend(adding(id(5), 0, &["both"]).files);
    both.claims.push(Claim {
        space: "person_code",
        value: "P-5".into(),
        file: id(5),
    });
    ledger.append(both).unwrap();
    for second in 1..=4 {
        ledger.look(at(second), b"a look").unwrap();
        ledger
            .session_begin(
                at(second),
                [u8::try_from(second).unwrap(); 32],
                b"a session",
            )
            .unwrap();
    }
    let first = ledger.looks(0, 1).unwrap()[0].position;
    ledger.forget_looks(at(5), first).unwrap();
    ledger.session_end(at(5), [1; 32]).unwrap();
    ledger.destroy_event(at(6), id(1), 2).unwrap();
    ledger.destroy_file(at(6), id(3), b"asked for it").unwrap();
    ledger.renew_epoch(at(7)).unwrap();
    ledger.put_aside("draft", id(1), b"a draft", at(8)).unwrap();
}

fn furnished() -> House {
    let house = House::new();
    furnish(&house.open());
    house
}

/// Tampers with a copy of the ledger and verifies that.
fn after(house: &House, tamper: impl FnOnce(&Connection)) -> Result<Report, Failure> {
    let copy = House::new();
    copy_all(&house.dirs, &copy.dirs);
    let db = Connection::open(copy.dirs.ledger()).unwrap();
    tamper(&db);
    db.close().unwrap();
    verify(&copy.dirs)
}

fn copy_all(from: &Dirs, to: &Dirs) {
    for (from, to) in [(&from.data, &to.data), (&from.keys, &to.keys)] {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// A tampered ledger gives findings; a change that hits the very root of trust may give a plain failure.
fn assert_found(outcome: Result<Report, Failure>, what: &str) {
    match outcome {
        Ok(report) => assert!(!report.findings.is_empty(), "{what} was not found"),
        Err(Failure::Damaged(_) | Failure::WrongKey) => {}
        Err(other) => panic!("{what}: {other}"),
    }
}

fn columns(db: &Connection, table: &str) -> Vec<String> {
    let mut statement = db
        .prepare(&format!("SELECT * FROM {table} LIMIT 0"))
        .unwrap();
    statement
        .query([])
        .unwrap()
        .as_ref()
        .unwrap()
        .column_names()
        .map(Into::into)
        .collect()
}

fn rows(db: &Connection, table: &str) -> Vec<i64> {
    let mut statement = db
        .prepare(&format!("SELECT rowid FROM {table} ORDER BY rowid"))
        .unwrap();
    let rows: Vec<i64> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    rows
}

fn with_copy<T>(house: &House, ask: impl FnOnce(&Connection) -> T) -> T {
    ask(&Connection::open(house.dirs.ledger()).unwrap())
}

#[test]
fn an_untouched_ledger_has_no_findings() {
    let house = furnished();
    let report = verify(&house.dirs).unwrap();
    assert_eq!(report.findings, []);
    assert_eq!((report.events, report.destroyed), (11, 4));
    assert_eq!(report.covered_to.unwrap().size, report.log_rows);
    assert!(
        report
            .uncovered
            .iter()
            .any(|words| words.contains("drafts"))
    );
}

#[test]
fn a_running_ledger_can_be_verified() {
    let house = House::new();
    let ledger = house.open();
    furnish(&ledger);
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
}

#[test]
fn a_changed_value_is_found_in_every_row_of_every_table() {
    let house = furnished();
    for table in TABLES {
        let (columns, rows) = with_copy(&house, |db| (columns(db, table), rows(db, table)));
        assert!(!rows.is_empty(), "{table} is empty");
        // First, last and one between: each verification reads everything.
        let some = [rows[0], rows[rows.len() / 2], rows[rows.len() - 1]];
        for column in &columns {
            for (row, byte) in some.into_iter().zip([0, usize::MAX, usize::MAX / 2]) {
                let what = format!("{table}.{column} of row {row}");
                let report = after(&house, |db| change(db, table, column, row, byte));
                assert_found(report, &what);
            }
        }
    }
}

fn change(db: &Connection, table: &str, column: &str, row: i64, byte: usize) {
    let read = format!("SELECT {column} FROM {table} WHERE rowid = ?1");
    let changed = match db
        .query_row(&read, [row], |found| found.get::<_, Value>(0))
        .unwrap()
    {
        Value::Integer(number) => Value::Integer(number + 1_000_000),
        Value::Blob(mut bytes) => {
            let place = byte.min(bytes.len() - 1);
            bytes[place] ^= 1;
            Value::Blob(bytes)
        }
        Value::Text(text) => {
            let mut bytes = text.into_bytes();
            let place = byte.min(bytes.len() - 2);
            bytes[place] ^= 1;
            Value::Text(String::from_utf8_lossy(&bytes).into_owned())
        }
        other => panic!("{other:?}"),
    };
    db.execute_batch("PRAGMA ignore_check_constraints = ON")
        .unwrap();
    db.execute(
        &format!("UPDATE {table} SET {column} = ?1 WHERE rowid = ?2"),
        (changed, row),
    )
    .unwrap();
}

#[test]
fn every_byte_of_a_head_counts() {
    let house = furnished();
    let (number, note): (i64, String) = with_copy(&house, |db| {
        db.query_row(
            "SELECT number, note FROM heads ORDER BY number LIMIT 1 OFFSET 3",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap()
    });
    for place in (0..note.len()).step_by(7) {
        let mut bytes = note.clone().into_bytes();
        bytes[place] ^= 1;
        let report = after(&house, |db| {
            let changed = String::from_utf8_lossy(&bytes).into_owned();
            db.execute(
                "UPDATE heads SET note = ?1 WHERE number = ?2",
                (changed, number),
            )
            .unwrap();
        });
        assert_found(report, &format!("byte {place} of head {number}"));
    }
}

#[test]
fn a_deleted_row_is_found_in_every_table() {
    let house = furnished();
    for table in TABLES {
        for row in with_copy(&house, |db| rows(db, table)) {
            let report = after(&house, |db| {
                db.execute(&format!("DELETE FROM {table} WHERE rowid = ?1"), [row])
                    .unwrap();
            });
            assert_found(report, &format!("deleting row {row} of {table}"));
        }
    }
}

#[test]
fn swapped_contents_are_found_in_every_table() {
    let house = furnished();
    let last_column = [
        "value", "sealed", "wrapped", "sealed", "sealed", "sealed", "sealed", "sealed", "hash",
        "note",
    ];
    for (table, column) in TABLES.into_iter().zip(last_column) {
        let rows = with_copy(&house, |db| rows(db, table));
        let (one, other) = (rows[0], rows[rows.len() - 1]);
        let report = after(&house, |db| {
            let swap = format!(
                "UPDATE {table} SET {column} = (SELECT {column} FROM {table} o WHERE o.rowid = ?1 + ?2 - {table}.rowid)
                 WHERE rowid IN (?1, ?2)"
            );
            db.execute(&swap, (one, other)).unwrap();
        });
        assert_found(report, &format!("swapping {one} and {other} of {table}"));
    }
}

#[test]
fn a_cut_tail_is_found_in_every_table() {
    let house = furnished();
    for table in TABLES {
        let rows = with_copy(&house, |db| rows(db, table));
        let from = rows[rows.len() / 2];
        let report = after(&house, |db| {
            db.execute(&format!("DELETE FROM {table} WHERE rowid >= ?1"), [from])
                .unwrap();
        });
        assert_found(report, &format!("cutting {table} from {from}"));
    }
}

type KeyRow = (i64, Vec<u8>, i64, i64, Vec<u8>);

#[test]
fn a_row_that_was_destroyed_cannot_be_put_back() {
    let house = House::new();
    let ledger = house.open();
    add(&ledger, id(1), 0, &["a"]).unwrap();
    let keys = "SELECT position, file, seq, epoch, wrapped FROM keys";
    drop(ledger);
    let stolen: Vec<KeyRow> = with_copy(&house, |db| {
        let mut statement = db.prepare(keys).unwrap();
        let read = |row: &rusqlite::Row<'_>| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
            ))
        };
        statement
            .query_map([], read)
            .unwrap()
            .map(Result::unwrap)
            .collect()
    });
    house.open().destroy_file(at(2), id(1), b"").unwrap();
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
    let report = after(&house, |db| {
        for row in stolen {
            db.execute("INSERT INTO keys VALUES (?1, ?2, ?3, ?4, ?5)", row)
                .unwrap();
        }
    });
    let found = report.unwrap().findings;
    assert!(
        found
            .iter()
            .all(|finding| finding.table == "keys" && finding.file == Some(id(1))),
        "{found:?}"
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn a_finding_names_table_file_and_position() {
    let house = furnished();
    let position = with_copy(&house, |db| {
        db.query_row(
            "SELECT position FROM events WHERE file = ?1 AND seq = 2",
            [id(2).0],
            |row| row.get(0),
        )
        .unwrap()
    });
    let report = after(&house, |db| change(db, "events", "sealed", position, 9)).unwrap();
    let found: Vec<_> = report.findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [format!(
            "events {position} (file {}): this row is not what was written",
            id(2)
        )]
    );
}

#[test]
fn an_older_copy_of_everything_shows_by_the_head_kept_outside() {
    let house = House::new();
    let ledger = house.open();
    add(&ledger, id(1), 0, &["a"]).unwrap();
    drop(ledger);
    let old = fs::read(house.dirs.ledger()).unwrap();
    let ledger = house.open();
    add(&ledger, id(1), 1, &["b"]).unwrap();
    let printed = ledger.head().note;
    drop(ledger);
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
    fs::write(house.dirs.ledger(), old).unwrap();
    let found = verify(&house.dirs).unwrap().findings;
    assert!(
        found.len() == 1 && found[0].table == "kept head",
        "{found:?}"
    );
    assert!(matches!(
        SealedLedger::open(&house.dirs),
        Err(Failure::RolledBack { kept: 3, found: 2 })
    ));
    // Without the kept head nothing shows, and the report says from where on nothing would.
    fs::remove_file(house.dirs.keys.join("head")).unwrap();
    let report = verify(&house.dirs).unwrap();
    assert_eq!(report.findings, []);
    assert!(
        report
            .uncovered
            .iter()
            .any(|words| words.contains("after head 0")),
        "{:?}",
        report.uncovered
    );
    // One that was printed still tells.
    assert_eq!(
        verify_against(&house.dirs, &[printed])
            .unwrap()
            .findings
            .len(),
        1
    );
}

#[test]
fn a_changed_erasure_list_is_found() {
    let house = furnished();
    let path = house.dirs.erasures();
    let whole = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let put = |path: &Path, text: String| fs::write(path, text).unwrap();
    for (what, text) in [
        ("a line taken out", format!("{}\n{}\n", lines[0], lines[2])),
        ("the last line cut", format!("{}\n{}\n", lines[0], lines[1])),
        ("a changed id", whole.replacen("03", "04", 1)),
        ("an empty list", String::new()),
    ] {
        put(&path, text);
        assert!(!verify(&house.dirs).unwrap().findings.is_empty(), "{what}");
    }
    fs::remove_file(&path).unwrap();
    assert!(!verify(&house.dirs).unwrap().findings.is_empty());
}

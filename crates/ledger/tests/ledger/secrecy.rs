//! Whoever holds the disk or a backup learns nothing but random ids, numbers and times.

use std::fs;

use ledger::backup::backup;
use ledger::{Claim, Ledger};

use crate::house::{House, adding, at, fresh, id};

const CANARIES: [&str; 8] = [
    "Amina-Canary",
    "outcome-canary",
    "user-canary",
    "look-canary",
    "session-canary",
    "draft-canary",
    "note-canary",
    "username",
];

#[test]
fn no_planted_name_is_found_on_the_disk_or_in_a_backup() {
    let house = House::new();
    let ledger = house.open();
    for number in 0..20 {
        let mut append = adding(fresh(), 0, &["Amina-Canary", &"Amina-Canary ".repeat(200)]);
        append.outcome = b"outcome-canary".to_vec();
        let file = append.files[0].file;
        append.claims.push(Claim {
            space: "username",
            value: format!("user-canary {number}"),
            file,
        });
        ledger.append(append).unwrap();
        ledger.look(at(number), b"look-canary").unwrap();
        ledger
            .session_begin(at(number), fresh_token(number), b"session-canary")
            .unwrap();
        ledger
            .put_aside("draft-canary", fresh(), b"draft-canary", at(number))
            .unwrap();
        ledger
            .destroy_file(at(number), id(1), b"note-canary")
            .unwrap();
    }
    let to = house.folder.path().join("backup");
    backup(&house.dirs, &to, at(30)).unwrap();
    assert_nothing_found(&house);
    drop(ledger);
    assert_nothing_found(&house);
    assert!(
        house.holds(b"SQLite format 3"),
        "the search finds what is there"
    );
}

fn fresh_token(number: i64) -> [u8; 32] {
    [u8::try_from(number).unwrap(); 32]
}

fn assert_nothing_found(house: &House) {
    for canary in CANARIES {
        assert!(
            !house.holds(canary.as_bytes()),
            "{canary} stands in the clear"
        );
    }
}

#[test]
fn the_master_key_stands_nowhere_in_the_data_folder() {
    let house = House::new();
    let ledger = house.open();
    ledger.append(adding(id(1), 0, &["a"])).unwrap();
    let text = fs::read_to_string(house.dirs.keys.join("master.key")).unwrap();
    let key = text.lines().nth(2).unwrap();
    let bytes: Vec<u8> = (0..32)
        .map(|at| u8::from_str_radix(&key[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    assert!(!house.data_holds(key.as_bytes()) && !house.data_holds(&bytes));
}

#[test]
fn sealed_events_come_in_few_sizes() {
    let house = House::new();
    let ledger = house.open();
    for length in 0..1000 {
        let event = "x".repeat(length);
        ledger.append(adding(fresh(), 0, &[&event])).unwrap();
    }
    let db = rusqlite::Connection::open(house.dirs.ledger()).unwrap();
    let mut statement = db
        .prepare("SELECT DISTINCT length(sealed) - 40 FROM events ORDER BY 1")
        .unwrap();
    let sizes: Vec<i64> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(sizes, [128, 192, 256, 384, 512, 768, 1024]);
}

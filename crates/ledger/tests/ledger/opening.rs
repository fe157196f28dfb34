//! Opening: the right keys or none at all, and never a weaker ledger than was promised.

use std::fs;

use ledger::verify::verify;
use ledger::{Failure, Ledger, SealedLedger};

use crate::house::{House, add, at, id};

#[test]
fn a_ledger_without_its_master_key_is_refused_and_no_new_key_is_made() {
    let house = House::new();
    drop(house.open());
    let master = house.dirs.keys.join("master.key");
    fs::remove_file(&master).unwrap();
    for opened in [
        SealedLedger::open(&house.dirs),
        SealedLedger::create(&house.dirs),
    ] {
        assert!(
            matches!(opened.err(), Some(Failure::MissingKey { path } | Failure::Exists { path }) if !path.as_os_str().is_empty())
        );
    }
    assert!(!master.exists());
    fs::remove_dir_all(&house.dirs.keys).unwrap();
    assert!(matches!(
        SealedLedger::open(&house.dirs).err(),
        Some(Failure::MissingKey { .. })
    ));
    assert!(matches!(
        verify(&house.dirs).err(),
        Some(Failure::MissingKey { .. })
    ));
}

#[test]
fn a_missing_epoch_key_is_named() {
    let house = House::new();
    drop(house.open());
    let epoch = house.dirs.keys.join("epoch-1.key");
    fs::remove_file(&epoch).unwrap();
    assert!(
        matches!(SealedLedger::open(&house.dirs).err(), Some(Failure::MissingKey { path }) if path == epoch)
    );
}

#[test]
fn keys_of_another_ledger_are_refused() {
    let (house, other) = (House::new(), House::new());
    drop((house.open(), other.open()));
    for name in ["master.key", "epoch-1.key"] {
        fs::copy(other.dirs.keys.join(name), house.dirs.keys.join(name)).unwrap();
    }
    assert!(matches!(
        SealedLedger::open(&house.dirs).err(),
        Some(Failure::WrongKey)
    ));
    assert!(matches!(verify(&house.dirs).err(), Some(Failure::WrongKey)));
}

#[test]
fn keys_without_a_ledger_do_not_begin_a_new_one() {
    let house = House::new();
    drop(house.open());
    fs::remove_file(house.dirs.ledger()).unwrap();
    assert!(matches!(
        SealedLedger::open(&house.dirs).err(),
        Some(Failure::MissingLedger { .. })
    ));
}

#[test]
fn making_a_ledger_that_a_crash_interrupted_begins_again() {
    let house = House::new();
    fs::create_dir_all(&house.dirs.keys).unwrap();
    fs::write(house.dirs.keys.join("creating"), "").unwrap();
    fs::write(house.dirs.keys.join("master.key"), "half").unwrap();
    let ledger = house.open();
    add(&ledger, id(1), 0, &["a"]).unwrap();
    drop(ledger);
    assert!(!house.dirs.keys.join("creating").exists());
    assert_eq!(house.open().read(id(1)).unwrap().len(), 1);
}

#[test]
fn a_ledger_of_a_newer_form_is_refused_and_not_touched() {
    let house = House::new();
    drop(house.open());
    let db = rusqlite::Connection::open(house.dirs.ledger()).unwrap();
    db.execute_batch("PRAGMA user_version = 7").unwrap();
    db.close().unwrap();
    let before = fs::read(house.dirs.ledger()).unwrap();
    assert!(matches!(
        SealedLedger::open(&house.dirs).err(),
        Some(Failure::NewerLedger { found: 7, known: 1 })
    ));
    assert!(matches!(
        verify(&house.dirs).err(),
        Some(Failure::NewerLedger { .. })
    ));
    assert_eq!(fs::read(house.dirs.ledger()).unwrap(), before);
}

#[test]
fn only_one_program_may_have_it_open() {
    let house = House::new();
    let first = house.open();
    assert!(matches!(
        SealedLedger::open(&house.dirs).err(),
        Some(Failure::InUse { .. })
    ));
    drop(first);
    drop(house.open());
}

#[test]
fn something_else_in_its_place_is_refused() {
    let house = House::new();
    drop(house.open());
    for content in [
        "",
        "not a ledger, but long enough to look like one: "
            .repeat(9)
            .as_str(),
    ] {
        fs::write(house.dirs.ledger(), content).unwrap();
        assert!(matches!(
            SealedLedger::open(&house.dirs).err(),
            Some(Failure::Damaged(_))
        ));
    }
}

#[test]
fn a_lost_right_edge_is_rebuilt_from_the_log_and_a_cut_log_is_refused() {
    let house = House::new();
    add(&house.open(), id(1), 0, &["a"]).unwrap();
    let tamper = |sql: &str| {
        rusqlite::Connection::open(house.dirs.ledger())
            .unwrap()
            .execute_batch(sql)
            .unwrap()
    };
    tamper("DELETE FROM frontier");
    add(&house.open(), id(1), 1, &["b"]).unwrap();
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
    tamper("DELETE FROM log WHERE position = (SELECT max(position) FROM log)");
    assert!(matches!(
        SealedLedger::open(&house.dirs).err(),
        Some(Failure::Damaged(_))
    ));
}

#[cfg(unix)]
#[test]
fn keys_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let house = House::new();
    drop(house.open());
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(
        (mode(&house.dirs.keys), mode(&house.dirs.data)),
        (0o700, 0o700)
    );
    for file in fs::read_dir(&house.dirs.keys)
        .unwrap()
        .chain(fs::read_dir(&house.dirs.data).unwrap())
    {
        let path = file.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

/// The list is written first: after a crash in between, the next start finishes the erasure.
#[test]
fn an_erasure_that_a_crash_interrupted_is_completed_at_the_next_start() {
    let house = House::new();
    let ledger = house.open();
    add(&ledger, id(1), 0, &["a"]).unwrap();
    drop(ledger);
    let before = fs::read(house.dirs.ledger()).unwrap();
    let head = fs::read(house.dirs.keys.join("head")).unwrap();
    house.open().destroy_file(at(2), id(1), b"").unwrap();
    fs::write(house.dirs.ledger(), before).unwrap();
    fs::write(house.dirs.keys.join("head"), head).unwrap();
    let found = verify(&house.dirs).unwrap().findings;
    assert!(
        found
            .iter()
            .any(|finding| finding.words.contains("start the program")),
        "{found:?}"
    );
    assert_eq!(house.open().read(id(1)).unwrap(), []);
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
}

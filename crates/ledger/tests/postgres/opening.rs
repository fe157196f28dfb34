//! Opening: the right keys or none at all, and never a weaker database than was promised.

use std::fs;

use ledger::verify::verify;
use ledger::{Failure, Ledger, SealedLedger};

use crate::house::{House, add, id};

#[test]
fn a_ledger_without_its_master_key_is_refused_and_keys_without_a_ledger_begin_none() {
    let house = House::new();
    drop(house.open());
    let master = house.dirs.keys.join("master.key");
    let kept = fs::read(&master).unwrap();
    fs::remove_file(&master).unwrap();
    assert!(matches!(
        SealedLedger::open(&house.dirs).err(),
        Some(Failure::MissingKey { path }) if path == master
    ));
    assert!(!master.exists());
    fs::write(&master, kept).unwrap();
    house.lose_the_data();
    assert!(matches!(
        SealedLedger::open(&house.dirs).err(),
        Some(Failure::MissingLedger { .. })
    ));
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
fn a_database_that_may_lose_what_it_acknowledged_is_refused() {
    let house = House::new();
    drop(house.open());
    let weaker = format!("{}%20-csynchronous_commit%3Doff", house.address());
    let dirs = house
        .dirs
        .clone()
        .with_database(Some(weaker.parse().unwrap()));
    let refused = SealedLedger::open(&dirs).err();
    assert!(
        matches!(&refused, Some(Failure::Weak(words)) if words.contains("synchronous_commit")),
        "{refused:?}"
    );
}

#[test]
fn a_database_that_is_not_there_is_named_within_its_time() {
    let house = House::new();
    let nowhere = "postgres://sanad@127.0.0.1:1/nowhere".parse().unwrap();
    let dirs = house.dirs.clone().with_database(Some(nowhere));
    assert!(matches!(
        SealedLedger::open(&dirs).err(),
        Some(Failure::Unreachable(_))
    ));
}

#[test]
fn what_belongs_to_files_lies_in_parts_and_a_file_in_one_of_them() {
    let house = House::new();
    let ledger = house.open();
    for number in 1..=60 {
        add(&ledger, id(number), 0, &["a", "b"]).unwrap();
    }
    for table in ["events", "keys"] {
        let parts = house.ask(&format!("SELECT count(DISTINCT tableoid) FROM {table}"));
        assert!(parts[0].parse::<u32>().unwrap() > 8, "{table}: {parts:?}");
        let torn = house.ask(&format!(
            "SELECT count(*) FROM (SELECT file FROM {table} GROUP BY file HAVING count(DISTINCT tableoid) > 1) t"
        ));
        assert_eq!(torn, ["0"]);
    }
    // A file is looked for in its part alone.
    let plan = house.ask(&format!(
        "EXPLAIN SELECT * FROM events WHERE file = '\\x{}' ORDER BY seq",
        id(7)
    ));
    let parts = (0..16).filter(|part| {
        let name = format!(" events_{part} ");
        plan.iter().any(|line| line.contains(&name))
    });
    assert_eq!(parts.count(), 1, "{plan:?}");
    assert_eq!(ledger.read(id(7)).unwrap().len(), 2);
}

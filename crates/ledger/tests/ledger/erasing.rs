//! Erasing: what is erased cannot be read again, by nobody, from no copy; what stays still verifies.

use std::fs;

use ledger::verify::verify;
use ledger::{AppendError, Body, Failure, Ledger, SealedLedger, epochs};

use crate::house::{House, add, at, claiming, id, texts};

#[test]
fn an_erased_file_is_gone_and_stays_gone() {
    let house = House::new();
    let ledger = house.open();
    ledger.append(claiming(id(1), "username", "amina")).unwrap();
    add(&ledger, id(2), 0, &["another"]).unwrap();
    assert_eq!(texts(&ledger, id(1)).len(), 1);
    ledger.destroy_file(at(2), id(1), b"by two people").unwrap();
    drop(ledger);
    for _ in 0..2 {
        let ledger = house.open();
        assert_eq!(ledger.read(id(1)).unwrap(), []);
        let scanned: Vec<_> = ledger
            .scan(0, 9)
            .unwrap()
            .into_iter()
            .map(|entry| entry.body)
            .collect();
        assert_eq!(scanned, [Body::Destroyed, Body::Clear(b"another".to_vec())]);
        assert_eq!(ledger.claimed("username", "amina").unwrap(), None);
        for expected in [0, 1] {
            let refused = add(&ledger, id(1), expected, &["back"]);
            assert!(matches!(refused, Err(AppendError::Erased { file }) if file == id(1)));
        }
        ledger.destroy_file(at(3), id(1), b"").unwrap();
    }
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
}

#[test]
fn an_erased_event_leaves_its_place_and_the_rest_readable() {
    let house = House::new();
    let ledger = house.open();
    add(&ledger, id(1), 0, &["a", "b", "c"]).unwrap();
    ledger.destroy_event(at(2), id(1), 2).unwrap();
    ledger.destroy_event(at(2), id(1), 2).unwrap();
    assert!(matches!(
        ledger.destroy_event(at(2), id(1), 0),
        Err(Failure::Misuse(_))
    ));
    assert_eq!(
        texts(&ledger, id(1)),
        [Some("a".into()), None, Some("c".into())]
    );
    add(&ledger, id(1), 3, &["d"]).unwrap();
    assert_eq!(texts(&ledger, id(1)).len(), 4);
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
}

#[test]
fn the_mark_of_a_file_changes_with_whatever_is_added_or_destroyed() {
    let house = House::new();
    let ledger = house.open();
    let mut marks = vec![ledger.mark(id(1)).unwrap()];
    add(&ledger, id(1), 0, &["a", "b"]).unwrap();
    add(&ledger, id(2), 0, &["a"]).unwrap();
    marks.push(ledger.mark(id(1)).unwrap());
    add(&ledger, id(1), 2, &["c"]).unwrap();
    marks.push(ledger.mark(id(1)).unwrap());
    assert_eq!((marks[2].length, marks[2].keys), (3, 4));
    ledger.destroy_event(at(2), id(1), 2).unwrap();
    marks.push(ledger.mark(id(1)).unwrap());
    ledger.destroy_file(at(3), id(1), b"").unwrap();
    marks.push(ledger.mark(id(1)).unwrap());
    for (n, mark) in marks.iter().enumerate() {
        assert!(!marks[..n].contains(mark), "{marks:?}");
    }
}

#[test]
fn a_command_on_an_erased_file_that_is_repeated_gets_its_first_outcome() {
    let house = House::new();
    let ledger = house.open();
    add(&ledger, id(1), 0, &["a"]).unwrap();
    let append = crate::house::adding(id(1), 1, &["b"]);
    ledger.append(append.clone()).unwrap();
    ledger.destroy_file(at(2), id(1), b"").unwrap();
    assert!(
        matches!(ledger.append(append), Err(AppendError::Repeated { outcome }) if outcome == b"done")
    );
}

/// In a file the wrapped keys are overwritten, in the database and in the WAL.
#[test]
fn no_byte_of_a_destroyed_key_is_left_in_the_data() {
    let house = House::new();
    let ledger = house.open();
    add(&ledger, id(1), 0, &["a", "b"]).unwrap();
    add(&ledger, id(2), 0, &["c"]).unwrap();
    let wrapped = house.wrapped_keys(id(1));
    assert_eq!(wrapped.len(), 3);
    assert!(wrapped.iter().all(|key| house.data_holds(key)));
    ledger.destroy_file(at(2), id(1), b"").unwrap();
    assert!(
        !wrapped.iter().any(|key| house.data_holds(key)),
        "while it runs"
    );
    drop(ledger);
    assert!(
        !wrapped.iter().any(|key| house.data_holds(key)),
        "after it has closed"
    );
    assert!(
        house
            .wrapped_keys(id(2))
            .iter()
            .all(|key| house.data_holds(key))
    );
}

#[test]
fn after_a_renewal_the_old_epoch_key_is_gone_and_everything_living_is_readable() {
    let house = House::new();
    let ledger = house.open();
    add(&ledger, id(1), 0, &["a"]).unwrap();
    add(&ledger, id(2), 0, &["b"]).unwrap();
    ledger.destroy_file(at(1), id(2), b"").unwrap();
    let old = house.wrapped_keys(id(1));
    ledger.renew_epoch(at(2)).unwrap();
    assert_eq!(texts(&ledger, id(1)), [Some("a".into())]);
    add(&ledger, id(1), 1, &["c"]).unwrap();
    add(&ledger, id(3), 0, &["d"]).unwrap();
    drop(ledger);
    epochs::renew(&house.dirs, at(3)).unwrap();
    let keys = |number: u64| house.dirs.keys.join(format!("epoch-{number}.key")).exists();
    assert_eq!([keys(1), keys(2), keys(3)], [false, false, true]);
    assert!(!house.data_holds(&old[0]));
    let ledger = house.open();
    assert_eq!(texts(&ledger, id(1)), [Some("a".into()), Some("c".into())]);
    assert_eq!(texts(&ledger, id(3)), [Some("d".into())]);
    assert_eq!(ledger.read(id(2)).unwrap(), []);
    drop(ledger);
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
}

/// A crash between the commit of a renewal and the end of the old key.
#[test]
fn an_old_epoch_key_that_a_crash_left_is_destroyed_at_the_next_start() {
    let house = House::new();
    drop(house.open());
    let old = house.dirs.keys.join("epoch-1.key");
    let key = fs::read(&old).unwrap();
    epochs::renew(&house.dirs, at(1)).unwrap();
    fs::write(&old, key).unwrap();
    drop(house.open());
    assert!(!old.exists());
}

#[test]
fn renewing_needs_a_ledger_that_nobody_has_open() {
    let house = House::new();
    assert!(matches!(
        epochs::renew(&house.dirs, at(1)),
        Err(Failure::MissingLedger { .. })
    ));
    let ledger = house.open();
    assert!(matches!(
        epochs::renew(&house.dirs, at(1)),
        Err(Failure::InUse { .. })
    ));
    drop(ledger);
    drop(SealedLedger::open_existing(&house.dirs).unwrap());
}

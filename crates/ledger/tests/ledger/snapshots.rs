//! One sealed file beside the ledger: read back as it was kept, or not at all.

use std::fs;

use ledger::Ledger as _;

use crate::house::{House, add, at, id};

#[test]
fn what_is_kept_is_read_back_after_a_restart_and_replaced_by_the_next() {
    let house = House::new();
    for length in [0, 1, (1 << 20) - 4, 1 << 20, 3 << 20] {
        let content: Vec<u8> = (0..length).map(|n: u32| n.to_le_bytes()[0]).collect();
        house.open().put_snapshot(&content).unwrap();
        let found = house.open().snapshot().map(|found| found.to_vec());
        // Nothing at all is no snapshot.
        assert_eq!(
            found,
            Some(content).filter(|content| !content.is_empty()),
            "{length}"
        );
    }
}

#[test]
fn what_was_changed_cut_or_put_in_another_order_is_none() {
    let house = House::new();
    let ledger = house.open();
    let content = b"Amina Invented ".repeat(200_000);
    ledger.put_snapshot(&content).unwrap();
    assert!(!house.holds(b"Amina Invented"), "sealed");
    let path = house.dirs.data.join("snapshot.sealed");
    let whole = fs::read(&path).unwrap();
    let piece = 8 + (1 << 20) + 40;
    let mut changes = vec![
        whole[..piece].to_vec(),
        whole[..whole.len() - 1].to_vec(),
        vec![],
    ];
    changes.push(
        [
            &whole[piece..2 * piece],
            &whole[..piece],
            &whole[2 * piece..],
        ]
        .concat(),
    );
    for at in [3, 100, piece + 100, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        changes.push(changed);
    }
    for changed in changes {
        fs::write(&path, changed).unwrap();
        assert!(ledger.snapshot().is_none());
    }
    fs::write(&path, &whole).unwrap();
    assert!(ledger.snapshot().is_some());
    fs::remove_file(house.snapshot_key().unwrap()).unwrap();
    assert!(ledger.snapshot().is_none());
}

#[test]
fn an_erasure_destroys_it_and_an_older_copy_stays_dark() {
    let house = House::new();
    let ledger = house.open();
    for erase in [0, 2] {
        let file = id(1 + u8::try_from(erase).unwrap());
        add(&ledger, file, 0, &["a", "b"]).unwrap();
        ledger.put_snapshot(b"a person").unwrap();
        let path = house.dirs.data.join("snapshot.sealed");
        let copy = fs::read(&path).unwrap();
        if erase == 0 {
            ledger.destroy_file(at(2), file, b"").unwrap();
        } else {
            ledger.destroy_event(at(2), file, erase).unwrap();
        }
        assert!(!path.exists() && house.snapshot_key().is_none());
        fs::write(&path, &copy).unwrap();
        assert!(ledger.snapshot().is_none());
        ledger.put_snapshot(b"nobody").unwrap();
        fs::write(&path, &copy).unwrap();
        assert!(ledger.snapshot().is_none(), "the next key is another one");
    }
}

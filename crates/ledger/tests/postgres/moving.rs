//! Moving from a file to PostgreSQL and back: every row as it was, and never two ledgers.

use std::fs;

use ledger::moving::{Step, move_ledger, rows_of};
use ledger::verify::verify;
use ledger::{Dirs, Failure, Ledger, SealedLedger};

use crate::house::{House, add, at, claiming, id, texts};
use crate::server::shared;

/// A ledger in a file with something in every table, and a place in PostgreSQL with the same keys.
fn in_a_file() -> (House, Dirs, Dirs) {
    let house = House::new();
    let file = Dirs::beside(house.folder.path().join("centre"));
    let ledger = SealedLedger::open(&file).unwrap();
    for number in 1..=30 {
        let name = format!("user {number}");
        ledger
            .append(claiming(id(number), "username", &name))
            .unwrap();
        add(&ledger, id(number), 1, &["a need", &"long ".repeat(900)]).unwrap();
    }
    ledger.look(at(1), b"a look").unwrap();
    ledger.session_begin(at(1), [1; 32], b"a session").unwrap();
    ledger.put_aside("draft", id(1), b"a draft", at(1)).unwrap();
    ledger.destroy_event(at(2), id(1), 2).unwrap();
    ledger.destroy_file(at(2), id(2), b"asked for it").unwrap();
    ledger.renew_epoch(at(3)).unwrap();
    drop(ledger);
    let postgres = Dirs {
        data: house.folder.path().join("node"),
        ..house.dirs.clone()
    };
    (house, file, postgres)
}

#[test]
fn a_ledger_that_moved_there_and_back_is_the_same_row_for_row() {
    let (house, file, postgres) = in_a_file();
    let until = verify(&file).unwrap().log_rows;
    let before = rows_of(&file, until).unwrap();
    let mut steps = vec![];
    let moved = move_ledger(&file, &postgres, at(9), &mut |step| steps.push(step)).unwrap();
    assert_eq!(moved.from.size, until);
    assert!(steps.contains(&Step::CheckingSource) && steps.contains(&Step::CheckingTarget));
    assert_eq!(rows_of(&postgres, until).unwrap(), before);
    // The old place refuses: what is written from now on would not be in it.
    assert!(matches!(
        SealedLedger::open(&file).err(),
        Some(Failure::RolledBack { .. })
    ));
    let there = SealedLedger::open(&postgres).unwrap();
    assert_eq!(
        texts(&there, id(1)),
        [Some("hello".into()), None, Some("long ".repeat(900))]
    );
    assert_eq!(there.read(id(2)).unwrap(), []);
    assert_eq!(there.claimed("username", "user 3").unwrap(), Some(id(3)));
    assert_eq!(
        there.aside("draft", id(1)).unwrap().unwrap().content,
        b"a draft"
    );
    assert_eq!(
        there.session([1; 32]).unwrap().unwrap().content,
        b"a session"
    );
    add(&there, id(3), 3, &["written there"]).unwrap();
    drop(there);
    let back = Dirs::beside(house.folder.path().join("back"));
    let back = Dirs {
        keys: file.keys.clone(),
        ..back
    };
    move_ledger(&postgres, &back, at(10), &mut |_| {}).unwrap();
    assert_eq!(rows_of(&back, until).unwrap(), before);
    let again = SealedLedger::open(&back).unwrap();
    assert_eq!(
        texts(&again, id(3)).last(),
        Some(&Some("written there".into()))
    );
    drop(again);
    assert_eq!(verify(&back).unwrap().findings, []);
    assert!(!back.data.join("moving").exists());
}

#[test]
fn a_move_that_was_cut_short_leaves_the_source_and_is_made_again() {
    let (house, file, postgres) = in_a_file();
    let before = fs::read(file.ledger()).unwrap();
    // As a kill after the copy and before its verification leaves it.
    let half = std::panic::catch_unwind(|| {
        move_ledger(&file, &postgres, at(9), &mut |step| {
            assert_ne!(step, Step::CheckingTarget, "killed here");
        })
    });
    assert!(half.is_err());
    assert_eq!(house.ask("SELECT count(*) FROM moving"), ["0"]);
    assert_eq!(
        fs::read(file.ledger()).unwrap(),
        before,
        "the source is as it was"
    );
    assert!(matches!(
        SealedLedger::open(&postgres).err(),
        Some(Failure::MissingLedger { .. })
    ));
    drop(SealedLedger::open(&file).unwrap());
    move_ledger(&file, &postgres, at(9), &mut |_| {}).unwrap();
    assert_eq!(verify(&postgres).unwrap().findings, []);
    let back = Dirs {
        data: house.folder.path().join("back"),
        ..file
    };
    let half = std::panic::catch_unwind(|| {
        move_ledger(&postgres, &back, at(9), &mut |step| {
            assert_ne!(step, Step::CheckingTarget, "killed here");
        })
    });
    assert!(half.is_err() && !back.ledger().exists());
    drop(SealedLedger::open(&postgres).unwrap());
    move_ledger(&postgres, &back, at(11), &mut |_| {}).unwrap();
    assert_eq!(verify(&back).unwrap().findings, []);
}

#[test]
fn nothing_is_moved_that_is_open_damaged_or_in_the_way() {
    let (house, file, postgres) = in_a_file();
    let open = SealedLedger::open(&file).unwrap();
    let refused = move_ledger(&file, &postgres, at(9), &mut |_| {});
    assert!(matches!(refused, Err(Failure::InUse { .. })), "{refused:?}");
    drop(open);
    move_ledger(&file, &postgres, at(9), &mut |_| {}).unwrap();
    let refused = move_ledger(&file, &postgres, at(9), &mut |_| {});
    assert!(
        matches!(refused, Err(Failure::Exists { .. })),
        "{refused:?}"
    );
    let back = Dirs {
        data: house.folder.path().join("back"),
        ..file
    };
    // A node on another machine has it open: its data folder is another one.
    let node = house.node("elsewhere");
    std::thread::sleep(std::time::Duration::from_millis(500));
    let refused = move_ledger(&postgres, &back, at(9), &mut |_| {});
    assert!(matches!(refused, Err(Failure::InUse { .. })), "{refused:?}");
    drop(node);
    shared().ask(&format!(
        "UPDATE {}.events SET recorded_at = recorded_at + 1 WHERE seq = 3",
        house.schema()
    ));
    let refused = move_ledger(&postgres, &back, at(9), &mut |_| {});
    assert!(matches!(refused, Err(Failure::Damaged(_))), "{refused:?}");
    assert!(!back.ledger().exists());
}

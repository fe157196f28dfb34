//! Appending: what goes in comes out, once, whole, and only on top of what the writer saw.

use ledger::{AppendError, Body, FileAppend, Ledger};

use crate::house::{House, add, adding, at, claiming, fresh, id, text, texts};

#[test]
fn what_is_appended_is_read_back_after_a_restart() {
    let house = House::new();
    let ledger = house.open();
    let first = add(&ledger, id(1), 0, &["welcome", ""]).unwrap();
    let second = add(&ledger, id(1), 2, &["plan"]).unwrap();
    assert!(second.position > first.position);
    assert_eq!(ledger.position(), second.position);
    drop(ledger);
    let ledger = house.open();
    let entries = ledger.read(id(1)).unwrap();
    assert_eq!(
        entries.iter().map(|entry| entry.seq).collect::<Vec<_>>(),
        [1, 2, 3]
    );
    assert!(
        entries
            .iter()
            .all(|entry| entry.file == id(1) && entry.recorded_at == at(1))
    );
    assert_eq!(
        texts(&ledger, id(1)),
        [
            Some("welcome".into()),
            Some(String::new()),
            Some("plan".into())
        ]
    );
    assert_eq!(texts(&ledger, id(2)), []);
    assert_eq!(ledger.position(), second.position);
}

#[test]
fn events_of_every_size_come_back_and_a_scan_gives_them_in_order_of_position() {
    let house = House::new();
    let ledger = house.open();
    let sizes = [0, 1, 123, 124, 125, 188, 189, 1000, 70_000];
    for (number, size) in sizes.into_iter().enumerate() {
        let mut append = adding(fresh(), 0, &[]);
        append.files[0]
            .events
            .push(vec![u8::try_from(number).unwrap(); size]);
        ledger.append(append).unwrap();
    }
    let all = ledger.scan(0, 100).unwrap();
    let found: Vec<_> = all
        .iter()
        .map(|entry| {
            if let Body::Clear(b) = &entry.body {
                b.len()
            } else {
                0
            }
        })
        .collect();
    assert_eq!(found, sizes);
    assert!(all.is_sorted_by_key(|entry| entry.position));
    let (two, rest) = (
        ledger.scan(0, 2).unwrap(),
        ledger.scan(all[1].position, 100).unwrap(),
    );
    assert_eq!([two, rest].concat(), all);
    assert_eq!(ledger.scan(ledger.position(), 1).unwrap(), []);
}

#[test]
fn an_append_on_top_of_something_else_is_a_clash_and_leaves_nothing() {
    let house = House::new();
    let ledger = house.open();
    add(&ledger, id(1), 0, &["a"]).unwrap();
    for (expected, found) in [(0, 1), (2, 1)] {
        let clash = add(&ledger, id(1), expected, &["b"]).unwrap_err();
        assert!(
            matches!(clash, AppendError::Clash { file, found: f } if file == id(1) && f == found)
        );
    }
    assert!(matches!(
        add(&ledger, id(2), 1, &["b"]),
        Err(AppendError::Clash { found: 0, .. })
    ));
    let refused = adding(id(1), 0, &["c"]);
    let command = refused.command;
    ledger.append(refused).unwrap_err();
    assert_eq!(ledger.outcome(command).unwrap(), None);
    assert_eq!(texts(&ledger, id(1)), [Some("a".into())]);
}

#[test]
fn a_repeated_command_is_answered_with_its_first_outcome() {
    let house = House::new();
    let ledger = house.open();
    let append = adding(id(1), 0, &["a"]);
    ledger.append(append.clone()).unwrap();
    let mut again = append.clone();
    again.outcome = b"another".to_vec();
    // It is a repetition before it is a clash.
    assert!(
        matches!(ledger.append(again), Err(AppendError::Repeated { outcome }) if outcome == b"done")
    );
    assert_eq!(
        ledger.outcome(append.command).unwrap().as_deref(),
        Some(&b"done"[..])
    );
    assert_eq!(ledger.outcome(id(9)).unwrap(), None);
    assert_eq!(texts(&ledger, id(1)).len(), 1);
}

#[test]
fn files_of_one_command_are_written_together_or_not_at_all() {
    let house = House::new();
    let ledger = house.open();
    add(&ledger, id(1), 0, &["a"]).unwrap();
    let mut both = adding(id(1), 1, &["b"]);
    both.files.push(FileAppend {
        file: id(2),
        expected: 5,
        events: vec![b"c".to_vec()],
    });
    let mut right = both.clone();
    assert!(matches!(ledger.append(both), Err(AppendError::Clash { file, .. }) if file == id(2)));
    assert_eq!(
        (texts(&ledger, id(1)).len(), texts(&ledger, id(2)).len()),
        (1, 0)
    );
    right.files[1].expected = 0;
    ledger.append(right).unwrap();
    assert_eq!(
        (texts(&ledger, id(1)).len(), texts(&ledger, id(2)).len()),
        (2, 1)
    );
}

#[test]
fn a_file_named_without_events_is_only_checked() {
    let house = House::new();
    let ledger = house.open();
    add(&ledger, id(1), 0, &["a"]).unwrap();
    let mut append = adding(id(2), 0, &["b"]);
    append.files.push(FileAppend {
        file: id(1),
        expected: 0,
        events: vec![],
    });
    let mut right = append.clone();
    assert!(matches!(
        ledger.append(append),
        Err(AppendError::Clash { found: 1, .. })
    ));
    right.files[1].expected = 1;
    ledger.append(right).unwrap();
    assert_eq!(texts(&ledger, id(1)).len(), 1);
}

#[test]
fn a_claimed_value_belongs_to_one_file_until_it_is_released() {
    let house = House::new();
    let ledger = house.open();
    ledger.append(claiming(id(1), "username", "amina")).unwrap();
    assert_eq!(ledger.claimed("username", "amina").unwrap(), Some(id(1)));
    assert_eq!(ledger.claimed("person_code", "amina").unwrap(), None);
    let taken = ledger.append(claiming(id(2), "username", "amina"));
    assert!(matches!(
        taken,
        Err(AppendError::Claimed { space: "username" })
    ));
    assert_eq!(texts(&ledger, id(2)), []);
    ledger
        .append(claiming(id(2), "person_code", "amina"))
        .unwrap();
    // A new name in place of the old one, in one command.
    let mut rename = adding(id(1), 1, &["renamed"]);
    rename.release.push(("username", "amina".into()));
    rename.claims = claiming(id(1), "username", "amina-2").claims;
    ledger.append(rename).unwrap();
    assert_eq!(ledger.claimed("username", "amina").unwrap(), None);
    ledger.append(claiming(id(3), "username", "amina")).unwrap();
}

#[test]
fn one_command_cannot_give_a_value_to_two_files() {
    let house = House::new();
    let ledger = house.open();
    let mut twice = claiming(id(1), "username", "amina");
    twice
        .claims
        .extend(claiming(id(2), "username", "amina").claims);
    assert!(matches!(
        ledger.append(twice),
        Err(AppendError::Claimed { .. })
    ));
    assert_eq!(ledger.claimed("username", "amina").unwrap(), None);
    let mut same = claiming(id(1), "username", "amina");
    same.claims.extend(same.claims.clone());
    ledger.append(same).unwrap();
}

#[test]
fn a_refused_append_leaves_the_log_as_it_was() {
    let house = House::new();
    let ledger = house.open();
    add(&ledger, id(1), 0, &["a"]).unwrap();
    let head = ledger.head();
    add(&ledger, id(1), 7, &["b"]).unwrap_err();
    assert_eq!(ledger.head(), head);
    let entry = ledger.scan(0, 9).unwrap().remove(0);
    assert_eq!(text(entry.body).as_deref(), Some("a"));
}

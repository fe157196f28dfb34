//! Backups: complete, without keys or sessions; a restore brings back everything but the erased.

use std::fs;
use std::path::PathBuf;

use ledger::backup::{Backup, Restored, backup, restore};
use ledger::verify::verify;
use ledger::{Dirs, Failure, Ledger, SealedLedger};

use crate::house::{House, add, at, claiming, fresh, id, texts};

/// A ledger with three people, and a backup of it.
fn backed_up(house: &House) -> (SealedLedger, Backup) {
    let ledger = house.open();
    for file in 1..=3 {
        ledger
            .append(claiming(id(file), "username", &format!("user {file}")))
            .unwrap();
        add(&ledger, id(file), 1, &["a need"]).unwrap();
    }
    ledger.session_begin(at(1), [1; 32], b"a session").unwrap();
    ledger.look(at(1), b"a look").unwrap();
    ledger.put_aside("draft", id(1), b"a draft", at(1)).unwrap();
    let made = backup(&house.dirs, &house.folder.path().join("backup"), at(2)).unwrap();
    (ledger, made)
}

/// Another machine, to which the operator has brought the master key.
fn elsewhere(house: &House, name: &str) -> Dirs {
    let dirs = house.another_place(name);
    fs::create_dir_all(&dirs.keys).unwrap();
    fs::copy(
        house.dirs.keys.join("master.key"),
        dirs.keys.join("master.key"),
    )
    .unwrap();
    dirs
}

fn restored(house: &House, made: &Backup, name: &str) -> (Dirs, Result<Restored, Failure>) {
    let dirs = elsewhere(house, name);
    let done = restore(
        &made.ledger,
        &made.keys,
        &house.dirs.erasures(),
        &dirs,
        at(9),
    );
    (dirs, done)
}

#[test]
fn a_restored_ledger_reads_verifies_and_goes_on() {
    let house = House::new();
    let (ledger, made) = backed_up(&house);
    assert_eq!(made.head, ledger.head());
    let (dirs, done) = restored(&house, &made, "new");
    let done = done.unwrap();
    assert_eq!(
        (done.keys_gone, done.from.number, done.head.number),
        (0, made.head.number, made.head.number + 1)
    );
    assert_eq!(verify(&dirs).unwrap().findings, []);
    let new = SealedLedger::open(&dirs).unwrap();
    assert_eq!(new.scan(0, 99).unwrap(), ledger.scan(0, 99).unwrap());
    assert_eq!(new.looks(0, 9).unwrap().len(), 1);
    assert_eq!(new.claimed("username", "user 1").unwrap(), Some(id(1)));
    assert_eq!(new.sessions().unwrap(), [], "sessions are never restored");
    assert_eq!(new.asides("draft").unwrap(), []);
    add(&new, id(1), 2, &["goes on"]).unwrap();
    add(&new, fresh(), 0, &["another"]).unwrap();
    drop(new);
    assert_eq!(verify(&dirs).unwrap().findings, []);
}

#[test]
fn who_was_erased_after_the_backup_stays_gone_after_the_restore() {
    let house = House::new();
    let (ledger, made) = backed_up(&house);
    ledger.destroy_file(at(3), id(2), b"").unwrap();
    ledger.destroy_event(at(3), id(3), 2).unwrap();
    // Somebody who came and was erased after the backup.
    add(&ledger, id(4), 0, &["later"]).unwrap();
    ledger.destroy_file(at(4), id(4), b"").unwrap();
    let (dirs, done) = restored(&house, &made, "new");
    assert_eq!(done.unwrap().keys_gone, 4);
    assert_eq!(verify(&dirs).unwrap().findings, []);
    let new = SealedLedger::open(&dirs).unwrap();
    assert_eq!(new.read(id(2)).unwrap(), []);
    assert_eq!(new.claimed("username", "user 2").unwrap(), None);
    assert_eq!(texts(&new, id(3)), [Some("hello".into()), None]);
    assert_eq!(texts(&new, id(1)).len(), 2);
    for file in [2, 4] {
        assert!(
            add(&new, id(file), 0, &["back"]).is_err(),
            "{file} came back"
        );
    }
}

#[test]
fn an_old_ledger_opens_with_the_newest_keys() {
    let house = House::new();
    let (ledger, old) = backed_up(&house);
    ledger.destroy_file(at(3), id(2), b"").unwrap();
    ledger.renew_epoch(at(4)).unwrap();
    add(&ledger, id(1), 2, &["later"]).unwrap();
    let newer = backup(&house.dirs, &house.folder.path().join("newer"), at(5)).unwrap();
    let mixed = Backup {
        keys: newer.keys,
        ..old
    };
    let (dirs, done) = restored(&house, &mixed, "new");
    done.unwrap();
    assert_eq!(verify(&dirs).unwrap().findings, []);
    let new = SealedLedger::open(&dirs).unwrap();
    assert_eq!(
        texts(&new, id(1)),
        [Some("hello".into()), Some("a need".into())]
    );
    assert_eq!(new.read(id(2)).unwrap(), []);
}

#[test]
fn the_restore_names_the_last_head_known() {
    let house = House::new();
    let (ledger, made) = backed_up(&house);
    add(&ledger, id(1), 2, &["lost"]).unwrap();
    let lost = ledger.head();
    drop(ledger);
    // The data disk is gone, the keys are not.
    house.lose_the_data();
    assert!(matches!(
        SealedLedger::open(&house.dirs),
        Err(Failure::MissingLedger { .. })
    ));
    let done = restore(
        &made.ledger,
        &made.keys,
        &house.dirs.erasures(),
        &house.dirs,
        at(9),
    )
    .unwrap();
    assert_eq!((done.last_known, done.from), (lost, made.head));
    assert_eq!(texts(&house.open(), id(1)).len(), 2);
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
}

#[test]
fn a_restore_is_refused_without_the_list_the_key_or_an_empty_place() {
    let house = House::new();
    let (ledger, made) = backed_up(&house);
    let dirs = elsewhere(&house, "new");
    let missing = restore(
        &made.ledger,
        &made.keys,
        &house.folder.path().join("none"),
        &dirs,
        at(9),
    );
    assert!(matches!(missing, Err(Failure::MissingErasures { .. })));
    assert!(!House::has_ledger(&dirs));
    fs::remove_file(dirs.keys.join("master.key")).unwrap();
    let no_key = restore(
        &made.ledger,
        &made.keys,
        &house.dirs.erasures(),
        &dirs,
        at(9),
    );
    assert!(matches!(no_key, Err(Failure::MissingKey { .. })));
    let taken = restore(
        &made.ledger,
        &made.keys,
        &house.dirs.erasures(),
        &house.dirs,
        at(9),
    );
    assert!(matches!(taken, Err(Failure::Exists { .. })));
    drop(ledger);
    let stranger = House::new();
    drop(stranger.open());
    stranger.lose_the_data();
    let wrong = restore(
        &made.ledger,
        &made.keys,
        &house.dirs.erasures(),
        &stranger.dirs,
        at(9),
    );
    assert!(matches!(wrong, Err(Failure::WrongKey)));
}

#[test]
fn a_list_older_than_the_backup_is_refused() {
    let house = House::new();
    let (ledger, _) = backed_up(&house);
    let old = house.folder.path().join("old list");
    fs::copy(house.dirs.erasures(), &old).unwrap();
    ledger.destroy_file(at(3), id(2), b"").unwrap();
    let made = backup(&house.dirs, &house.folder.path().join("backup"), at(4)).unwrap();
    let dirs = elsewhere(&house, "new");
    let refused = restore(&made.ledger, &made.keys, &old, &dirs, at(9));
    assert!(matches!(refused, Err(Failure::OldErasures { .. })));
    assert!(!House::has_ledger(&dirs));
}

#[test]
fn changed_backups_are_refused() {
    let house = House::new();
    let (_ledger, made) = backed_up(&house);
    for (number, (path, place)) in [(&made.keys, 40), (&made.keys, 300), (&made.ledger, 0)]
        .into_iter()
        .enumerate()
    {
        let whole = fs::read(path).unwrap();
        let mut changed = whole.clone();
        // Place 0 stands for a value inside the ledger, wherever its pages put it.
        let place = if place > 0 {
            place
        } else {
            whole.windows(4).position(|four| four == [1; 4]).unwrap()
        };
        changed[place] ^= 1;
        fs::write(path, changed).unwrap();
        let (dirs, done) = restored(&house, &made, &format!("new {number}"));
        assert!(
            done.is_err() || !verify(&dirs).unwrap().findings.is_empty(),
            "{number}"
        );
        fs::write(path, whole).unwrap();
    }
    let whole = fs::read(&made.keys).unwrap();
    fs::write(&made.keys, &whole[..whole.len() - 60]).unwrap();
    assert!(restored(&house, &made, "cut").1.is_err());
}

#[test]
fn the_backup_of_the_ledger_holds_no_key_and_no_session() {
    let house = House::new();
    let (_ledger, made) = backed_up(&house);
    let db = rusqlite::Connection::open(&made.ledger).unwrap();
    let count = |table: &str| -> i64 {
        db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
            row.get(0)
        })
        .unwrap()
    };
    assert_eq!(
        [
            count("keys"),
            count("sessions"),
            count("aside"),
            count("events")
        ],
        [0, 0, 0, 6]
    );
    let keys: Vec<Vec<u8>> = (1..=3)
        .flat_map(|file| house.wrapped_keys(id(file)))
        .collect();
    assert_eq!(keys.len(), 9);
    for artefact in [&made.ledger, &made.keys] {
        let bytes = fs::read(artefact).unwrap();
        assert!(
            keys.iter()
                .all(|key| !bytes.windows(key.len()).any(|part| part == key)),
            "{}",
            artefact.display()
        );
    }
}

#[test]
fn a_backup_made_while_others_write_is_whole() {
    let house = House::new();
    let ledger = std::sync::Arc::new(house.open());
    let writer = {
        let ledger = std::sync::Arc::clone(&ledger);
        std::thread::spawn(move || {
            for _ in 0..100 {
                add(&*ledger, fresh(), 0, &["a", "b"]).unwrap();
            }
        })
    };
    let mut made: Vec<(PathBuf, Backup)> = vec![];
    while !writer.is_finished() && made.len() < 5 {
        let to = house.folder.path().join(format!("backup {}", made.len()));
        made.push((to.clone(), backup(&house.dirs, &to, at(2)).unwrap()));
    }
    writer.join().unwrap();
    for (number, (_, made)) in made.iter().enumerate() {
        let (dirs, done) = restored(&house, made, &format!("new {number}"));
        assert_eq!(done.unwrap().keys_gone, 0);
        assert_eq!(verify(&dirs).unwrap().findings, []);
        assert_eq!(
            SealedLedger::open(&dirs)
                .unwrap()
                .scan(0, 999)
                .unwrap()
                .len()
                % 2,
            0
        );
    }
}

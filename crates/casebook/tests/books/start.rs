//! The quick start: from a snapshot and what came after it, or from the whole ledger, to the same.

use casework::{Id, actor::Role};
use serde_json::json;

use crate::house::House;

fn note(house: &House, by: &access::Actor, file: Id) {
    let body = json!({"text": "came by and ate with the others"});
    house.does(by, file, "reception.write_note", body).unwrap();
}

fn same_as_rebuilt(house: &House) -> Vec<String> {
    let kept = house.book.dump_views().unwrap();
    assert_eq!(kept, house.book.dump_rebuilt().unwrap());
    kept
}

#[test]
fn a_snapshot_and_what_came_after_it_equal_a_rebuild() {
    let house = House::new();
    let worker = house.staff("worker", Role::Caseworker);
    let lead = house.staff("lead", Role::Supervisor);
    let first = house.person("Awa Invented", &worker, &lead);
    house.book.keep_snapshot().unwrap();
    note(&house, &worker, first);
    let second = house.person("Samir Imagined", &worker, &lead);
    let late = house.staff("late", Role::Caseworker);
    let before = same_as_rebuilt(&house);
    let house = house.again();
    assert!(house.book.began_quickly());
    assert_eq!(same_as_rebuilt(&house), before);
    assert!(house.book.organisation().account(late.by.account).is_some());
    note(&house, &worker, second);
    same_as_rebuilt(&house);
}

#[test]
fn without_a_snapshot_or_with_one_that_does_not_fit_all_is_made_anew() {
    let house = House::new();
    let worker = house.staff("worker", Role::Caseworker);
    let lead = house.staff("lead", Role::Supervisor);
    house.person("Awa Invented", &worker, &lead);
    let house = house.again();
    assert!(!house.book.began_quickly(), "none was kept");
    house.book.keep_snapshot().unwrap();
    let path = house.dirs.data.join("snapshot.sealed");
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let house = house.again();
    assert!(!house.book.began_quickly(), "damaged");
    same_as_rebuilt(&house);
    house.book.keep_snapshot().unwrap();
    assert!(house.again().book.began_quickly());
}

#[test]
fn who_was_forgotten_is_in_no_snapshot() {
    let house = House::new();
    let worker = house.staff("worker", Role::Caseworker);
    let lead = house.staff("lead", Role::Supervisor);
    let stays = house.person("Awa Invented", &worker, &lead);
    let goes = house.person("Samir Imagined", &worker, &lead);
    house.book.keep_snapshot().unwrap();
    let [path, key] = [
        house.dirs.data.join("snapshot.sealed"),
        house.dirs.keys.join("snapshot.key"),
    ];
    assert!(path.exists() && key.exists());
    let dpo = house.staff("dpo", Role::DataProtection);
    erase(&house, goes, [&lead, &dpo]);
    assert!(!path.exists() && !key.exists());
    let house = house.again();
    assert!(!house.book.began_quickly());
    house.book.keep_snapshot().unwrap();
    let house = house.again();
    assert!(house.book.began_quickly());
    same_as_rebuilt(&house);
    let found = |name| house.book.search(&worker, name).unwrap().len();
    assert_eq!((found("Awa Invented"), found("Samir Imagined")), (1, 0));
    assert!(house.book.look(&worker, stays, "case.read").is_ok());
    assert!(house.book.look(&worker, goes, "case.read").is_err());
}

fn erase(house: &House, file: Id, [lead, dpo]: [&access::Actor; 2]) {
    let look = house.book.look(lead, file, "case.read").unwrap();
    let code = look.case.registration.code.unwrap();
    let fresh = || casebook::fresh_id().unwrap();
    let proposal = (house.book)
        .propose_erasure(dpo, fresh(), &code, "asked for by the person")
        .unwrap();
    house.book.confirm_erasure(lead, fresh(), proposal).unwrap();
}

#[test]
fn what_time_alone_changes_is_made_anew_when_its_time_has_come() {
    let house = House::new();
    let worker = house.staff("worker", Role::Caseworker);
    let lead = house.staff("lead", Role::Supervisor);
    let file = house.person("Awa Invented", &worker, &lead);
    let child = json!({"preferred_name": "Awa Invented", "sex": "female", "nationality": ["sdn"],
        "languages": ["ar"], "dob": "2008-11-12", "dob_confidence": "document"});
    house
        .does(&worker, file, "registration.record_identity", child)
        .unwrap();
    house.book.keep_snapshot().unwrap();
    let young = same_as_rebuilt(&house);
    house.hours(24 * 30);
    assert_eq!(house.book.dump_views().unwrap(), young);
    assert_ne!(house.book.dump_rebuilt().unwrap(), young);
    house.book.refresh(jiff::SignedDuration::ZERO).unwrap();
    same_as_rebuilt(&house);
    let house = house.again();
    assert!(house.book.began_quickly());
    same_as_rebuilt(&house);
}

//! Whatever is changed in the database shows, whichever table it is in.

use ledger::verify::verify;
use ledger::{Failure, Ledger, SealedLedger};

use crate::house::{House, add, at, claiming, id};

/// Something in every table, and something destroyed in every table that allows it.
fn furnished() -> House {
    let house = House::new();
    let ledger: SealedLedger = house.open();
    for file in 1..=3 {
        ledger
            .append(claiming(id(file), "username", &format!("user {file}")))
            .unwrap();
        add(&ledger, id(file), 1, &["a need", "a plan"]).unwrap();
    }
    for second in 1..=3 {
        ledger.look(at(second), b"a look").unwrap();
        let token = [u8::try_from(second).unwrap(); 32];
        ledger
            .session_begin(at(second), token, b"a session")
            .unwrap();
    }
    ledger.session_end(at(5), [1; 32]).unwrap();
    ledger.destroy_event(at(6), id(1), 2).unwrap();
    ledger.destroy_file(at(6), id(3), b"asked for it").unwrap();
    ledger.renew_epoch(at(7)).unwrap();
    drop(ledger);
    house
}

fn is_found(house: &House) -> bool {
    match verify(&house.dirs) {
        Ok(report) => !report.findings.is_empty(),
        Err(Failure::Damaged(_) | Failure::WrongKey) => true,
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn a_changed_added_or_deleted_row_is_found_in_every_table() {
    let house = furnished();
    assert!(!is_found(&house), "untouched");
    for (table, change) in [
        ("meta", "value = set_byte(value, 3, get_byte(value, 3) # 1)"),
        ("events", "recorded_at = recorded_at + 1"),
        (
            "events",
            "sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1)",
        ),
        (
            "keys",
            "wrapped = set_byte(wrapped, 30, get_byte(wrapped, 30) # 1)",
        ),
        (
            "commands",
            "sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1)",
        ),
        (
            "claims",
            "owner = set_byte(owner, 3, get_byte(owner, 3) # 1)",
        ),
        ("looks", "recorded_at = recorded_at + 1"),
        (
            "sessions",
            "sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1)",
        ),
        (
            "erased",
            "sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1)",
        ),
        ("log", "hash = set_byte(hash, 3, get_byte(hash, 3) # 1)"),
        ("heads", "note = replace(note, 'at 20', 'at 21')"),
        (
            "frontier",
            "state = set_byte(state, 9, get_byte(state, 9) # 1)",
        ),
    ] {
        let order = match table {
            "heads" => "number",
            "frontier" => "id",
            _ => "position",
        };
        house.ask(&format!("CREATE TABLE untouched AS SELECT * FROM {table}"));
        let back = format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM untouched");
        let one = format!("WHERE {order} = (SELECT max({order}) FROM untouched)");
        house.ask(&format!("UPDATE {table} SET {change} {one}"));
        assert!(is_found(&house), "{table}: {change}");
        house.ask(&format!("{back}; DELETE FROM {table} {one}"));
        assert!(is_found(&house), "{table}: a deleted row");
        house.ask(&format!("{back}; DROP TABLE untouched"));
        assert!(!is_found(&house), "{table} as it was");
    }
}

#[test]
fn a_row_that_was_destroyed_cannot_be_put_back() {
    let house = House::new();
    add(&house.open(), id(1), 0, &["a"]).unwrap();
    house.ask("CREATE TABLE stolen AS SELECT * FROM keys");
    house.open().destroy_file(at(2), id(1), b"").unwrap();
    assert!(!is_found(&house));
    house.ask("INSERT INTO keys SELECT * FROM stolen");
    let found = verify(&house.dirs).unwrap().findings;
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found
            .iter()
            .all(|finding| finding.table == "keys" && finding.file == Some(id(1)))
    );
}

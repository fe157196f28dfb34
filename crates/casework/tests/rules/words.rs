//! Words, ids and sets: what everything else is named and held apart with.

use std::collections::BTreeSet;

use casework::{
    Ask, Id, Sop,
    class::{Class, Classes},
    event::UnknownEvent,
    id::NotAnId,
};
use serde_json::{Value, json};

use crate::story::*;

#[test]
fn a_command_is_called_by_its_room_and_its_kind() {
    for (room, kind, body) in [
        ("reception", "write_note", json!({"text": "tired"})),
        ("screening", "screen", screening("low")),
        ("registration", "complete_registration", json!({})),
        ("approval", "submit", json!({"subject": "plan"})),
    ] {
        assert_eq!(ask(room, kind, body).kind(), (room, kind));
    }
}

#[test]
fn an_id_is_thirty_two_hexadecimal_digits_and_nothing_else() {
    let good = "00ff7a3c".repeat(4);
    let id: Id = good.parse().unwrap();
    assert_eq!(id.0[..4], [0x00, 0xff, 0x7a, 0x3c]);
    assert_eq!(id.to_string(), good);
    assert_eq!(format!("{id:?}"), good);
    for bad in [
        String::new(),
        "0".repeat(31),
        "0".repeat(33),
        "0".repeat(34),
        "g".repeat(32),
        // A sign is no digit, although numbers may carry one.
        "+1".repeat(16),
        "é".repeat(16),
    ] {
        assert_eq!(bad.parse::<Id>(), Err(NotAnId), "{bad}");
        assert!(serde_json::from_value::<Id>(Value::from(bad)).is_err());
    }
}

#[test]
fn what_one_command_creates_has_names_of_its_own() {
    for command in [Id([0; 16]), Id([0xff; 16]), Id([0x5a; 16])] {
        let names: BTreeSet<Id> = (0..1000).map(|n| command.nth(n)).collect();
        assert_eq!(names.len(), 1000, "of {command}");
    }
}

#[test]
fn a_set_of_classes_holds_what_was_put_in_however_often() {
    assert!(Class::ALL.iter().all(|class| Classes::all().has(*class)));
    let two = Classes::of(Class::Gbv).and(Class::Child);
    assert_eq!(two.and(Class::Gbv), two);
    assert_eq!(two.union(two), two);
    assert_eq!(two.iter().collect::<Vec<_>>(), [Class::Gbv, Class::Child]);
    assert_eq!(format!("{two:?}"), "{Gbv, Child}");
    for class in Class::ALL {
        let one = Classes::of(*class);
        assert_eq!(one.bits(), 1 << *class as u8);
        assert_eq!(Classes::from_bits(one.bits()), one);
    }
    assert_eq!(Classes::from_bits(two.bits()), two);
}

#[test]
fn what_cannot_be_read_says_so_in_words() {
    let bad = Sop::from_toml("reception = ").unwrap_err().to_string();
    assert!(bad.starts_with("the standard operating procedure"), "{bad}");
    assert!(NotAnId.to_string().contains("32 hexadecimal digits"));
    assert!(UnknownEvent.to_string().contains("does not know"));
    let unknown: Result<Ask, _> = serde_json::from_value(json!({"room": "attic", "what": {}}));
    assert!(unknown.is_err());
}

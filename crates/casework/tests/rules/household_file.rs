//! The household's own file (TEST-03): members by file, a history that stays, kits counted once.

use casework::{
    Id, Refusal,
    household_file::{Echo, Household, HouseholdAsk, HouseholdEvent, decide_household},
    lists::{AlertKind, HouseholdChange, HouseholdRole},
    own_file::{Entry, FileOrder},
    refusal::Why,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::story::*;

/// The household's own file, as it grows.
#[derive(Default)]
struct Home {
    entries: Vec<Entry<HouseholdEvent>>,
    hours: i64,
}

impl Home {
    fn tries(&mut self, kind: &str, body: Value) -> Result<(), Refusal> {
        let begin: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
        let now = begin + SignedDuration::from_hours(self.hours);
        let ask: HouseholdAsk =
            serde_json::from_value(json!({"kind": kind, "body": body})).unwrap();
        let order = FileOrder {
            command: Id([8; 16]),
            by: WORKER,
            now,
            happened: now,
            ask,
        };
        self.entries.push(decide_household(&self.now(), &order)?);
        Ok(())
    }

    #[track_caller]
    fn does(&mut self, kind: &str, body: Value) -> &mut Self {
        self.tries(kind, body).unwrap();
        self
    }

    #[track_caller]
    fn refuses(&mut self, kind: &str, body: Value, why: Why) {
        assert_eq!(self.tries(kind, body).unwrap_err().why, why);
    }

    fn now(&self) -> Household {
        Household::fold(&self.entries)
    }
}

fn person(number: u8) -> String {
    Id([number; 16]).to_string()
}

fn founder(number: u8, role: &str) -> Value {
    json!({"person": person(number), "role": role})
}

/// Mother, father, girl, boy, grandmother.
fn family_k() -> Home {
    let mut home = Home::default();
    let members = [
        founder(1, "head"),
        founder(2, "spouse"),
        founder(3, "child"),
        founder(4, "child"),
        founder(5, "grandparent"),
    ];
    home.does("form", json!({"members": members}));
    home
}

fn view(number: u8) -> Value {
    json!({"person": person(number)})
}

fn kit(service_type: &str) -> Value {
    json!({"service_type": service_type, "what": "family box"})
}

#[test]
fn a_household_is_formed_once_of_different_people() {
    let mut home = Home::default();
    home.refuses("hide_member", view(1), Why::NotNow);
    home.refuses("form", json!({"members": []}), Why::TextNeeded);
    let twice = json!({"members": [founder(1, "head"), founder(2, "child"), founder(1, "spouse")]});
    home.refuses("form", twice, Why::AlreadyInHousehold);
    let mut family = family_k();
    family.refuses(
        "form",
        json!({"members": [founder(6, "head")]}),
        Why::AlreadyDone,
    );
    assert_eq!((family.now().seen, family.now().members.len()), (1, 5));
}

#[test]
fn a_kit_counts_once_and_reaches_five() {
    let mut home = family_k();
    home.does("give_kit", kit("food"));
    assert_eq!(home.now().kits[0].1.reached, 5);
    assert_eq!(home.now().kits[0].1.kit, Id([8; 16]));
    home.refuses("give_kit", kit("food"), Why::GivenToday);
    home.does("give_kit", kit("nfi_kit"));
    let blank = with(kit("food"), json!({"again_because": " "}));
    home.refuses("give_kit", blank, Why::GivenToday);
    home.does(
        "give_kit",
        with(
            kit("food"),
            json!({"again_because": "the first was stolen"}),
        ),
    );
    assert_eq!(
        home.now().kits[2].1.again_because.as_deref(),
        Some("the first was stolen")
    );
    home.hours = 24;
    home.does("give_kit", kit("food"));
    assert_eq!(home.now().kits.len(), 4);
}

#[test]
fn who_left_or_is_hidden_is_not_reached_and_history_stays() {
    let mut home = family_k();
    home.does("hide_member", view(1));
    home.refuses("hide_member", view(1), Why::AlreadyDone);
    home.does(
        "member_leaves",
        json!({"person": person(2), "reason": "left"}),
    );
    home.refuses(
        "member_leaves",
        json!({"person": person(2), "reason": "left"}),
        Why::NotInHousehold,
    );
    home.does("give_kit", kit("food"));
    assert_eq!(home.now().kits[0].1.reached, 3);
    let left = &home.now().members[1];
    assert_eq!(left.left.map(|(_, why)| why), Some(HouseholdChange::Left));
    assert_eq!(home.now().members.len(), 5);
    home.does("show_member", view(1));
    home.refuses("show_member", view(1), Why::AlreadyDone);
    assert_eq!(home.now().in_view().count(), 4);
}

#[test]
fn a_birth_adds_a_person_and_a_return_adds_a_stay() {
    let mut home = family_k();
    let added = |number: u8, reason: &str| json!({"person": person(number), "role": "child", "reason": reason});
    home.refuses("add_member", added(3, "birth"), Why::AlreadyInHousehold);
    home.does("add_member", added(6, "birth"));
    home.does(
        "member_leaves",
        json!({"person": person(3), "reason": "split"}),
    );
    home.does("add_member", added(3, "reunion"));
    assert_eq!(home.now().members.len(), 7);
    assert!(
        home.now()
            .member(Id([3; 16]))
            .is_some_and(|stay| stay.left.is_none())
    );
    home.does("hide_member", view(3));
    assert!(
        home.now()
            .member(Id([3; 16]))
            .is_some_and(|stay| stay.hidden)
    );
    assert!(
        !home.now().members[2].hidden,
        "a stay that ended is not touched"
    );
    home.refuses("hide_member", view(9), Why::NotInHousehold);
    home.refuses("show_member", view(9), Why::NotInHousehold);
}

#[test]
fn a_kit_for_nobody_is_refused() {
    let mut home = Home::default();
    home.does("form", json!({"members": [founder(1, "head")]}));
    home.does(
        "member_leaves",
        json!({"person": person(1), "reason": "death"}),
    );
    home.refuses("give_kit", kit("food"), Why::NotInHousehold);
}

#[test]
fn each_echo_asks_the_households_file_for_the_right_thing() {
    let them = Id([1; 16]);
    let kind = |echo: Echo| echo.ask(them).map(|ask| <&'static str>::from(&ask));
    let join = Echo::Join {
        role: HouseholdRole::Child,
        reason: HouseholdChange::Birth,
    };
    assert_eq!(kind(join), Some("add_member"));
    assert_eq!(
        kind(Echo::Leave(HouseholdChange::Split)),
        Some("member_leaves")
    );
    assert_eq!(kind(Echo::Hide), Some("hide_member"));
    assert_eq!(kind(Echo::Show), Some("show_member"));
    assert_eq!(kind(Echo::Tell(AlertKind::MissingChild)), None);
}

#[test]
fn entries_of_own_files_are_read_again_and_newer_ones_are_not() {
    let home = family_k();
    let bytes = home.entries[0].to_bytes();
    let read = Entry::<HouseholdEvent>::from_bytes(&bytes).unwrap();
    assert_eq!(read, home.entries[0]);
    let newer = Entry {
        v: read.v + 1,
        ..read
    };
    assert!(Entry::<HouseholdEvent>::from_bytes(&newer.to_bytes()).is_err());
    assert!(Entry::<HouseholdEvent>::from_bytes(b"{}").is_err());
}

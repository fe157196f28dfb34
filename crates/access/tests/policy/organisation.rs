//! The files of the organisation: opened, changed, closed; and what is not of a file changes nothing.

use access::organisation::{Account, OrgEntry, OrgEvent, Unit, fold, may_be_granted};
use casework::{
    Id,
    actor::Role,
    class::{Class, Classes},
};
use serde_json::{Value, json};

const FILE: Id = Id([70; 16]);

fn entry(kind: &str, body: &Value) -> OrgEntry {
    let mut what = json!({"kind": kind});
    if !body.is_null() {
        what["body"] = body.clone();
    }
    let entry =
        json!({"v": 1, "by": Id([9; 16]), "recorded": "2026-03-02T09:00:00Z", "what": what});
    serde_json::from_value(entry).unwrap()
}

fn unit(history: &[(&str, Value)]) -> Option<Unit> {
    let entries: Vec<_> = history
        .iter()
        .map(|(kind, body)| entry(kind, body))
        .collect();
    fold(FILE, &entries)
}

fn opened() -> (&'static str, Value) {
    let body = json!({"username": "amal", "display_name": "Amal I.", "role": "caseworker",
        "centre": Id([200; 16]), "grants": ["gbv"], "password": "hash one"});
    ("account_opened", body)
}

#[track_caller]
fn account(rest: &[(&str, Value)]) -> Account {
    let mut history = vec![opened()];
    history.extend(rest.iter().cloned());
    match unit(&history) {
        Some(Unit::Account(account)) => account,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_account_is_opened_with_what_it_may() {
    let account = account(&[]);
    assert_eq!((account.id, account.role), (FILE, Role::Caseworker));
    assert_eq!(account.grants, Classes::of(Class::Gbv));
    assert_eq!(
        (account.username.as_str(), account.password.as_str()),
        ("amal", "hash one")
    );
    assert!(!account.closed);
}

#[test]
fn who_opens_an_account_knows_its_password_until_the_owner_sets_another() {
    assert!(account(&[]).must_change, "opened by an administrator");
    let opened = entry(
        "account_opened",
        &json!({"username": "first", "display_name": "First", "role": "administrator",
            "centre": Id([200; 16]), "grants": [], "password": "hash one"}),
    );
    let Some(Unit::Account(own)) = fold(opened.by, &[opened]) else {
        panic!("no account");
    };
    assert!(!own.must_change, "the first administrator opens their own");
}

#[test]
fn an_account_is_changed_whole_and_keeps_its_name_and_password() {
    let changed = json!({"display_name": "Amal J.", "role": "supervisor", "centre": Id([201; 16]), "grants": []});
    let account = account(&[("account_changed", changed)]);
    assert_eq!(account.display_name, "Amal J.");
    assert_eq!(
        (account.role, account.centre),
        (Role::Supervisor, Id([201; 16]))
    );
    assert_eq!(account.grants, Classes::GENERAL);
    assert_eq!(
        (account.username.as_str(), account.password.as_str()),
        ("amal", "hash one")
    );
}

#[test]
fn a_password_of_somebody_else_must_be_changed() {
    let set = |by_other: bool| {
        (
            "password_set",
            json!({"password": "hash two", "by_other": by_other}),
        )
    };
    assert_eq!(account(&[set(true)]).password, "hash two");
    assert!(account(&[set(true)]).must_change);
    assert!(!account(&[set(true), set(false)]).must_change);
}

#[test]
fn an_account_is_closed_and_opened_again() {
    let closed = ("account_closed", Value::Null);
    assert!(account(std::slice::from_ref(&closed)).closed);
    assert!(!account(&[closed, ("account_reopened", Value::Null)]).closed);
}

#[test]
fn a_centre_has_a_name_and_a_facility_that_can_change() {
    let opened = (
        "centre_opened",
        json!({"name": "Harbour", "facility": "shelter"}),
    );
    let changed = (
        "centre_changed",
        json!({"name": "Hill", "facility": "multifunctional"}),
    );
    let Some(Unit::Centre(centre)) = unit(std::slice::from_ref(&opened)) else {
        panic!("no centre")
    };
    assert_eq!((centre.id, centre.name.as_str()), (FILE, "Harbour"));
    let Some(Unit::Centre(centre)) = unit(&[opened, changed]) else {
        panic!("no centre")
    };
    assert_eq!(centre.name, "Hill");
    assert_eq!(
        centre.facility,
        access::organisation::Facility::Multifunctional
    );
}

#[test]
fn a_partner_ends_with_its_agreement() {
    let added = (
        "partner_added",
        json!({"name": "Clinic", "focal_point": "head nurse",
        "agreement_until": "2027-01-01", "authority": false}),
    );
    let Some(Unit::Partner(partner)) = unit(std::slice::from_ref(&added)) else {
        panic!("no partner")
    };
    assert_eq!((partner.id, partner.ended), (FILE, false));
    let Some(Unit::Partner(partner)) = unit(&[added, ("partner_ended", Value::Null)]) else {
        panic!("no partner")
    };
    assert!(partner.ended);
}

#[test]
fn an_agreement_is_renewed_ended_and_taken_up_again() {
    let body = |until: &str| {
        json!({"name": "Clinic", "focal_point": "head nurse",
            "agreement_until": until, "authority": false})
    };
    let added = ("partner_added", body("2027-01-01"));
    let changed = ("partner_changed", body("2028-01-01"));
    let partner = |rest: &[(&str, Value)]| {
        let mut history = vec![added.clone()];
        history.extend(rest.iter().cloned());
        match unit(&history) {
            Some(Unit::Partner(partner)) => partner,
            other => panic!("{other:?}"),
        }
    };
    let day = "2027-06-01".parse().unwrap();
    assert!(!partner(&[]).agrees_on(day));
    assert!(
        partner(&[]).agrees_on("2027-01-01".parse().unwrap()),
        "its last day"
    );
    assert!(partner(std::slice::from_ref(&changed)).agrees_on(day));
    let ended = ("partner_ended", Value::Null);
    assert!(!partner(&[changed.clone(), ended.clone()]).agrees_on(day));
    let resumed = ("partner_resumed", Value::Null);
    assert!(partner(&[changed, ended, resumed]).agrees_on(day));
}

#[test]
fn a_file_without_its_first_entry_is_none_and_a_strange_entry_changes_nothing() {
    assert_eq!(unit(&[]), None);
    assert_eq!(unit(&[("account_closed", Value::Null)]), None);
    assert_eq!(
        account(&[("partner_ended", Value::Null)]),
        account(&[]),
        "of another kind of file"
    );
}

#[test]
fn an_entry_reads_back_as_it_was_written() {
    let events = [opened().1];
    let entry = entry("account_opened", &events[0]);
    let text = serde_json::to_string(&entry).unwrap();
    assert_eq!(serde_json::from_str::<OrgEntry>(&text).unwrap(), entry);
    assert!(matches!(entry.what, OrgEvent::AccountOpened { .. }));
}

#[test]
fn grants_are_for_those_who_carry_or_supervise_cases() {
    for role in Role::ALL {
        for class in Class::ALL {
            let expected = matches!(role, Role::Caseworker | Role::Supervisor);
            assert_eq!(may_be_granted(*role, *class), expected, "{role:?}");
        }
    }
}

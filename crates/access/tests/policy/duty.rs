//! Duty lists and leave, as their files keep them: stored bytes that must read for ever, the order
//! of a list, and the hours and days for which each holds.

use access::{
    duty::{DutyPlace, Leave},
    organisation::{OrgEntry, Unit, fold},
};
use casework::Id;
use jiff::civil::{date, time};

const FILE: Id = Id([70; 16]);

/// One line of every kind that was ever written; a line is never changed and never removed.
const KEPT: [&str; 4] = [
    r#"{"v":1,"by":"09090909090909090909090909090909","recorded":"2026-11-22T09:00:00Z","what":{"kind":"duty_place_set","body":{"number":1,"place":{"account":"01010101010101010101010101010101","phone":"+390000001","from":"20:00:00","until":"08:00:00"}}}}"#,
    r#"{"v":1,"by":"09090909090909090909090909090909","recorded":"2026-11-22T09:00:00Z","what":{"kind":"duty_place_ended","body":{"account":"01010101010101010101010101010101"}}}"#,
    r#"{"v":1,"by":"09090909090909090909090909090909","recorded":"2026-11-22T09:00:00Z","what":{"kind":"leave_set","body":{"leave":{"from":"2026-12-01","until":"2026-12-09","cover":"02020202020202020202020202020202"}}}}"#,
    r#"{"v":1,"by":"09090909090909090909090909090909","recorded":"2026-11-22T09:00:00Z","what":{"kind":"leave_ended"}}"#,
];

fn read(line: &str) -> OrgEntry {
    serde_json::from_str(line).unwrap()
}

#[test]
fn what_was_stored_reads_and_writes_back_the_same_bytes() {
    for line in KEPT {
        assert_eq!(serde_json::to_string(&read(line)).unwrap(), line);
    }
}

/// What the organisation's files said before there were duty lists and leave.
const CENTRE: &str = r#"{"v":1,"by":"09090909090909090909090909090909","recorded":"2026-03-02T09:00:00Z","what":{"kind":"centre_opened","body":{"name":"Blue House","facility":"shelter"}}}"#;
const ACCOUNT: &str = r#"{"v":1,"by":"09090909090909090909090909090909","recorded":"2026-03-02T09:00:00Z","what":{"kind":"account_opened","body":{"username":"amal","display_name":"Amal I.","role":"caseworker","centre":"c8c8c8c8c8c8c8c8c8c8c8c8c8c8c8c8","grants":[],"password":"hash"}}}"#;

fn list(rest: &[&str]) -> Vec<DutyPlace> {
    let mut entries = vec![read(CENTRE)];
    entries.extend(rest.iter().map(|line| read(line)));
    match fold(FILE, &entries) {
        Some(Unit::Centre(centre)) => centre.duty,
        other => panic!("{other:?}"),
    }
}

fn placed(account: u8, number: u16) -> String {
    let digits = format!("{account:02x}").repeat(16);
    KEPT[0]
        .replace(&"01".repeat(16), &digits)
        .replace("\"number\":1", &format!("\"number\":{number}"))
}

#[test]
fn a_list_keeps_its_order_and_nobody_stands_on_it_twice() {
    let order = |history: &[String]| {
        let lines: Vec<&str> = history.iter().map(String::as_str).collect();
        let list = list(&lines);
        list.iter()
            .map(|place| place.account.0[0])
            .collect::<Vec<_>>()
    };
    assert!(order(&[]).is_empty(), "a centre begins without one");
    let (one, two, three) = (placed(1, 1), placed(2, 1), placed(3, 50));
    assert_eq!(order(&[one.clone(), two.clone(), three.clone()]), [2, 1, 3]);
    let moved = placed(2, 3);
    assert_eq!(
        order(&[one.clone(), two.clone(), three.clone(), moved]),
        [1, 3, 2]
    );
    let ended = KEPT[1].to_owned();
    assert_eq!(order(&[one, two, three, ended]), [2, 3]);
}

fn leave(rest: &[&str]) -> Option<Leave> {
    let mut entries = vec![read(ACCOUNT)];
    entries.extend(rest.iter().map(|line| read(line)));
    match fold(FILE, &entries) {
        Some(Unit::Account(account)) => account.leave,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_leave_holds_from_its_first_day_to_its_last_until_it_is_ended() {
    assert_eq!(leave(&[]), None);
    let set = leave(&[KEPT[2]]).unwrap();
    assert_eq!(set.cover, Some(Id([2; 16])));
    assert!(!set.holds_on(date(2026, 11, 30)) && set.holds_on(date(2026, 12, 1)));
    assert!(set.holds_on(date(2026, 12, 9)) && !set.holds_on(date(2026, 12, 10)));
    assert_eq!(leave(&[KEPT[2], KEPT[3]]), None);
}

#[test]
fn hours_may_span_midnight_and_none_mean_always() {
    let place = |from, until| DutyPlace {
        account: FILE,
        phone: String::new(),
        from,
        until,
    };
    let (eight, twenty) = (time(8, 0, 0, 0), time(20, 0, 0, 0));
    let day = place(Some(eight), Some(twenty));
    assert!(day.has_duty_at(eight) && !day.has_duty_at(twenty));
    let night = place(Some(twenty), Some(eight));
    assert!(night.has_duty_at(twenty) && night.has_duty_at(time(3, 0, 0, 0)));
    assert!(!night.has_duty_at(eight) && !night.has_duty_at(time(12, 0, 0, 0)));
    assert!(place(None, None).has_duty_at(twenty));
    assert!(place(Some(eight), None).has_duty_at(twenty));
    assert!(!place(None, Some(eight)).has_duty_at(twenty));
}

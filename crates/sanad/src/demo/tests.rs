//! The script by the rules alone, without a disk; and the demonstration as its accounts find it.

mod freshness;

use std::collections::BTreeMap;

use casework::{
    Ask, Case, Event, Id, Order,
    class::Classes,
    decide::{self, Beside},
    lists::{ReferralStatus, Status},
    registration::Worker,
};
use jiff::Timestamp;
use serde_json::json;

use super::{
    script::{Deed, Scene, What},
    staff::Staff,
    told,
};
use crate::dirs;

type Files = BTreeMap<Id, Vec<Event>>;

/// Plays the commands on persons' files in memory; answers where lives got stuck, and the files.
fn rehearsed(now: Timestamp) -> (Vec<String>, Files, Staff) {
    let staff = Staff::named(now).unwrap();
    let sop = dirs::sop(None).unwrap();
    let scene = Scene::new(now, &staff, jiff::tz::TimeZone::UTC).unwrap();
    let mut files = Files::new();
    let mut stuck = BTreeMap::new();
    for deed in told(&scene).unwrap().deeds {
        if stuck.contains_key(&deed.lane) {
            continue;
        }
        if let Err(no) = rehearse(&staff, &sop, &mut files, &deed) {
            stuck.insert(deed.lane, format!("{} at {}: {no}", deed.about, deed.at));
        }
    }
    drop(scene);
    (stuck.into_values().collect(), files, staff)
}

fn rehearse(
    staff: &Staff,
    sop: &casework::Sop,
    files: &mut Files,
    deed: &Deed,
) -> Result<(), String> {
    match &deed.what {
        What::Case(command) => {
            let file = command.file.unwrap_or_else(|| command.id.nth(u16::MAX));
            one(staff, sop, files, deed, command.id, file, &command.ask)
        }
        What::Form(command, founders) => founders.iter().try_for_each(|founder| {
            let join = json!({"room": "household", "what": {"kind": "join_household", "body":
                {"household": command.nth(u16::MAX), "role": founder.role, "reason": "formed"}}});
            let ask = serde_json::from_value(join).unwrap();
            one(staff, sop, files, deed, *command, founder.person, &ask)
        }),
        What::Feedback(..) => Ok(()),
    }
}

fn one(
    staff: &Staff,
    sop: &casework::Sop,
    files: &mut Files,
    deed: &Deed,
    command: Id,
    file: Id,
    ask: &Ask,
) -> Result<(), String> {
    let actor = staff.actor(deed.who).unwrap();
    let events = files.entry(file).or_default();
    let case = Case::fold(events.iter());
    let standing = access::stands(&actor, &case, holds(events));
    let order = Order {
        command,
        by: actor.by,
        now: deed.at,
        happened: deed.at,
        base: None,
        held: access::classes(&actor, standing),
        fresh_code: casebook::person_code().unwrap(),
        ask: ask.clone(),
    };
    let (room, kind) = order.ask.kind();
    if !access::may(&actor, &format!("{room}.{kind}"), standing) {
        return Err("may not".into());
    }
    if !order.ask.needs().readable_with(order.held) {
        return Err("does not read what it is about".into());
    }
    let yes = decide::decide(&case, sop, &order).map_err(|no| format!("{no:?}"))?;
    events.extend(decide::stamp(&yes, sop, &order));
    let forgotten = |beside: &Beside| matches!(beside, Beside::TallyAndForget(_));
    if yes.beside.iter().any(forgotten) {
        files.remove(&file);
    }
    Ok(())
}

fn holds(events: &[Event]) -> Classes {
    (events.iter()).fold(Classes::GENERAL, |all, event| all.union(event.classes))
}

/// The files as somebody reads them: what they may open, folded from what they may read.
fn read_by(files: &Files, staff: &Staff, who: &str) -> Vec<Case> {
    let actor = staff.actor(who).unwrap();
    let opened = files.values().filter_map(|events| {
        let standing = access::stands(&actor, &Case::fold(events.iter()), holds(events));
        let held = access::classes(&actor, standing);
        access::may(&actor, "case.read", standing).then(|| Case::fold_for(events.iter(), held))
    });
    opened.collect()
}

fn is_open(case: &Case) -> bool {
    matches!(case.status(), Some(Status::Open | Status::OnHold))
}

#[test]
fn every_life_goes_by_the_rules() {
    let (stuck, files, staff) = rehearsed(dirs::now());
    assert!(stuck.is_empty(), "{}\n{}", stuck.len(), stuck.join("\n"));
    the_numbers_are_right(&files, &staff);
    the_situations_are_there(&files, &staff);
    nobody_waits_for_weeks(&files);
    today_holds_something(&files, &staff);
}

/// A visitor is not to find a centre that lets alerts and requests lie.
fn nobody_waits_for_weeks(files: &Files) {
    let now = dirs::now();
    let sop = dirs::sop(None).unwrap();
    let mut old = Vec::new();
    for events in files.values() {
        let case = Case::fold(events.iter());
        for due in casework::due::due(&case, &sop, now) {
            let days = now.duration_since(due.at).as_hours() / 24;
            if days > 9 {
                let name = case.registration.shown_name().unwrap_or("?").to_owned();
                old.push(format!("{name}: {:?} {days} days", due.what));
            }
        }
    }
    assert!(old.is_empty(), "{}", old.join("\n"));
}

/// Each caseworker at work has contacts by the hour; one is a call with a code word.
fn today_holds_something(files: &Files, staff: &Staff) {
    let today = casework::case::day_of(dirs::now());
    for who in ["worker", "colleague", "worker3", "worker4"] {
        let mine = read_by(files, staff, who);
        let planned = mine.iter().flat_map(|case| case.review.open_appointments());
        let of_today = planned
            .filter(|one| casework::case::day_of(one.appointment.planned_for) == today)
            .count();
        assert!(of_today >= 2, "{who} {of_today}");
    }
    let worker = read_by(files, staff, "worker");
    let asks_for_bread = worker.iter().any(|case| {
        let contact = case.registration.safe_contact.as_ref();
        let bread = contact.is_some_and(|(_, one)| one.code_word.as_deref() == Some("bread"));
        bread && case.review.open_appointments().next().is_some()
    });
    assert!(asks_for_bread);
}

#[test]
fn later_today_is_today_and_ahead() {
    let zone = jiff::tz::TimeZone::get("Asia/Kathmandu").unwrap();
    let day: jiff::Timestamp = "2026-03-01T18:15:00Z".parse().unwrap();
    for minute in (0..24 * 60).step_by(5) {
        let now = day + jiff::SignedDuration::from_mins(minute);
        for part in [0, 50, 99] {
            let at = super::today::later_today(now, &zone, part);
            let (here, there) = (now.to_zoned(zone.clone()), at.to_zoned(zone.clone()));
            assert_eq!(here.date(), there.date());
            assert!(at > now || minute >= 23 * 60 + 45, "{here} {there}");
        }
    }
}

/// 63 open, 25 closed; 25, 19, 11 and 8 with the four caseworkers (issue of the working day).
fn the_numbers_are_right(files: &Files, staff: &Staff) {
    let all = read_by(files, staff, "manager");
    let carried = |who: &str| {
        let account = staff.actor(who).unwrap().by.account;
        let of = |case: &&Case| {
            let worker = case.registration.worker.as_ref();
            is_open(case) && worker.is_some_and(|(_, one)| one.worker == Worker::Account(account))
        };
        all.iter().filter(of).count()
    };
    let per_worker = ["worker", "colleague", "worker3", "worker4"].map(carried);
    assert_eq!(per_worker, [25, 19, 11, 8]);
    assert_eq!(all.iter().filter(|case| is_open(case)).count(), 63);
    let closed = |case: &&Case| case.status() == Some(Status::Closed);
    assert_eq!(all.iter().filter(closed).count(), 25);
}

/// Each named situation, as the role finds it that should.
fn the_situations_are_there(files: &Files, staff: &Staff) {
    let worker = read_by(files, staff, "worker");
    let any = |cases: &[Case], found: fn(&Case) -> bool| cases.iter().any(found);
    assert!(
        any(&worker, |case| !case.consents.withdrawals.is_empty()
            && case.status() == Some(Status::OnHold)),
        "a consent withdrawn"
    );
    assert!(
        any(&worker, |case| case.closure.death.is_some()
            && case.closure.dependants.is_none()),
        "a death, nobody looked yet"
    );
    assert!(
        any(&worker, |case| case.planning.version == 4),
        "a plan in its fourth version"
    );
    assert!(
        any(&worker, |case| case.household.hidden.is_some()),
        "hidden from the household"
    );
    assert!(
        any(&worker, |case| case.registration.sogi.is_some()),
        "read by the few"
    );
    assert!(
        any(&worker, |case| case
            .implementation
            .referrals
            .iter()
            .any(|one| one.status == ReferralStatus::ServiceUnavailable)),
        "a full shelter"
    );
    assert!(
        any(&worker, |case| case
            .implementation
            .referrals
            .iter()
            .any(|one| one.status == ReferralStatus::Sent)),
        "a referral without answer"
    );
    let colleague = read_by(files, staff, "colleague");
    assert!(
        any(&colleague, |case| case.registration.age_disputed()),
        "a disputed age"
    );
    assert!(
        !any(&colleague, |case| case.household.hidden.is_some()),
        "the father's worker sees no trace"
    );
    let harbour = staff.actor("worker2").unwrap();
    let offered = files.values().filter(|events| {
        access::stands(&harbour, &Case::fold(events.iter()), holds(events)).receiver
    });
    assert_eq!(offered.count(), 1, "a transfer that nobody answered");
}

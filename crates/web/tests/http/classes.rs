//! Matter of a class is found in no byte of what others read, and changes none of it.

use casework::class::Class;
use web::rooms;

use crate::{
    house::House,
    lives::{all_actions, registered, replaces},
    visitor::Fields,
};

const HEALTH: &str = "health";
const MHPSS: &str = "mhpss";
const TRAFFICKING: &str = "trafficking";
const GBV: &str = "gbv";
const CHILD: &str = "child";
const SOGI: &str = "sogi";

/// Who reads what, beside general matter, of a case that `caseworker` carries with `trusted`.
const READERS: [(&str, &[&str]); 8] = [
    ("caseworker", &[HEALTH, CHILD]),
    ("trusted", &[HEALTH, MHPSS, TRAFFICKING, GBV, CHILD, SOGI]),
    ("case_manager", &[CHILD]),
    ("supervisor", &[HEALTH, CHILD]),
    ("overseer", &[HEALTH, MHPSS, TRAFFICKING, GBV, CHILD, SOGI]),
    ("focal_point_child", &[HEALTH, CHILD]),
    ("focal_point_gbv", &[HEALTH, GBV]),
    ("focal_point_tip", &[TRAFFICKING]),
];

/// Who reads nothing of it.
const OTHERS: [&str; 9] = [
    "colleague",
    "psychologist",
    "focal_point_psea",
    "reception",
    "data_protection",
    "report_officer",
    "administrator",
    "supervisor2",
    "focal_point_gbv2",
];

const APPOINTMENT: Fields<'static> = &[
    ("planned_for", "2026-11-02T15:00"),
    ("mode", "phone_call"),
    ("appointment_purpose", "follow_up"),
    ("interpreter_needed", "yes"),
];

const CALL: Fields<'static> = &[
    ("contact_type", "call"),
    ("mode", "phone_call"),
    ("reached", "yes"),
    ("safety_now", "safe"),
    ("wellbeing", "1"),
    ("next_contact_due", "2026-11-03"),
];

/// Every entry that says of itself what it is about, with this text in it.
fn planted<'f>(marker: &'f str, class: &'f str) -> Vec<(&'static str, Vec<(&'f str, &'f str)>)> {
    let entries: [(&str, Fields<'f>, &[&'f str]); 7] = [
        (
            "review.plan_appointment",
            APPOINTMENT,
            &["place", "interpreter_ref"],
        ),
        ("reception.write_note", &[], &["text"]),
        (
            "reception.report_danger",
            &[
                ("current_safety", "at_risk"),
                ("danger_sources", "unknown"),
                ("suicidal", "no"),
            ],
            &["threat_detail", "action_taken"],
        ),
        ("review.record_contact", CALL, &["progress_note"]),
        (
            "review.hold_meeting",
            &[
                ("meeting_type", "case_management"),
                ("participants", "caseworker"),
            ],
            &["minutes", "action_list"],
        ),
        (
            "review.record_trigger",
            &[("trigger", "eviction")],
            &["text"],
        ),
        (
            "implementation.record_service",
            &[
                ("service_type", "information"),
                ("modality", "information"),
                ("provider", "the house"),
                ("direct_or_referral", "direct"),
                ("status", "planned"),
            ],
            &["note"],
        ),
    ];
    let filled = |fields: Fields<'f>, texts: &[&'f str]| {
        let mut all = fields.to_vec();
        all.extend(texts.iter().map(|name| (*name, marker)));
        if !class.is_empty() {
            all.push(("about", class));
        }
        all
    };
    let all = entries.into_iter();
    all.map(|(what, fields, texts)| (what, filled(fields, texts)))
        .collect()
}

/// A case of the first centre with a second worker.
pub fn case_of_two(house: &House) -> String {
    let file = registered(house, "");
    let (worker, backup) = (house.account("caseworker"), house.account("trusted"));
    let (worker, backup) = (worker.to_string(), backup.to_string());
    let both = [("worker", worker.as_str()), ("backup", backup.as_str())];
    let manager = house.visitor("case_manager");
    replaces(&manager, &file, "registration.assign_worker", &both);
    file
}

/// The markers are no words and hold no part of one another.
fn marker(class: &str) -> String {
    format!("zq{}qz", class.to_uppercase())
}

fn plant_all(house: &House, file: &str) {
    let writer = house.visitor("trusted");
    for class in Class::CODES.iter().chain([&""]) {
        for (what, fields) in planted(&marker(class), class) {
            writer.did(file, what, &fields);
        }
    }
    crate::lives::consents(&writer, file, "health_data", &[]);
    let sogi = marker(SOGI);
    let fields = [("sexual_orientation", sogi.as_str()), ("why_needed", &sogi)];
    writer.did(file, "registration.record_sogi", &fields);
}

/// Every page that somebody could look at, about this file or any.
fn pages(file: &str) -> Vec<String> {
    let places = rooms::PLACES.iter().map(|place| place.name.to_owned());
    let forms = all_actions().map(|action| format!("{}/{}", action.room, action.kind));
    let read = ["story", "plan", "plan?by=horizon", "plan/compare"];
    let of_case = places
        .chain(read.map(str::to_owned))
        .chain(forms)
        .map(|page| format!("/cases/{file}/{page}"))
        .chain([format!("/contact/{file}")]);
    let lists = [
        "/day",
        "/day/late",
        "/contact",
        "/cases",
        "/cases/closed",
        "/reception",
        "/search?q=salma",
        "/search?q=zqGBVqz",
        "/approvals",
        "/meetings",
        "/tallies",
        "/looks",
        "/erasures",
        "/admin",
    ];
    let lists = lists.into_iter().map(str::to_owned);
    std::iter::once(format!("/cases/{file}"))
        .chain(of_case)
        .chain(lists)
        // The last one: it locks the session for everything else.
        .chain([format!("/cases/{file}/side_by_side")])
        .collect()
}

#[test]
fn what_a_reader_may_not_read_is_in_no_byte_of_any_page() {
    let house = House::new();
    let file = case_of_two(&house);
    plant_all(&house, &file);
    let others = OTHERS.map(|name| (name, None));
    let readers = READERS.map(|(name, held)| (name, Some(held)));
    for (name, held) in readers.into_iter().chain(others) {
        let visitor = house.visitor(name);
        let mut found = std::collections::BTreeSet::new();
        for page in pages(&file) {
            let answer = visitor.get(&page);
            assert!(answer.status < 500, "{name} {page}: {}", answer.said());
            for class in Class::CODES.iter().chain([&""]) {
                // The search page shows what its reader typed.
                let shown = answer.body.contains(&marker(class)) && !page.contains("zq");
                let may = held.is_some_and(|held| class.is_empty() || held.contains(class));
                assert!(may || !shown, "{name} reads {class} on {page}");
                if shown {
                    found.insert(*class);
                }
            }
        }
        let expected = held.map_or(0, |held| held.len() + 1);
        assert_eq!(found.len(), expected, "{name} finds {found:?}");
    }
}

#[test]
fn an_entry_that_a_reader_may_not_read_changes_no_byte_for_them() {
    let house = House::new();
    let file = case_of_two(&house);
    // Whoever reads by theme does so from now on, whatever is added.
    plant_all(&house, &file);
    let writer = house.visitor("trusted");
    for (name, held) in READERS {
        let all = || -> Vec<String> {
            let (visitor, pages) = (house.visitor(name), pages(&file));
            pages
                .iter()
                .map(|page| visitor.get(page).lasting())
                .collect()
        };
        let before = all();
        let hidden = Class::CODES.iter().filter(|class| !held.contains(class));
        let mut added = Vec::new();
        for class in hidden {
            for (what, fields) in planted("a second time", class) {
                // That there was a contact is general; what was said is not.
                if what == "review.record_contact" {
                    continue;
                }
                writer.did(&file, what, &fields);
                added.push(format!("{what} {class}"));
            }
        }
        let after = all();
        for ((page, before), after) in pages(&file).iter().zip(&before).zip(&after) {
            assert!(
                before == after,
                "{name} notices on {page} one of {added:?}:\n{}",
                difference(before, after)
            );
        }
    }
}

/// The first lines that differ.
fn difference(before: &str, after: &str) -> String {
    let lines = before.lines().zip(after.lines());
    let differ = lines.filter(|(a, b)| a != b).take(3);
    differ.map(|(a, b)| format!("- {a}\n+ {b}\n")).collect()
}

#[test]
fn what_is_wrong_with_a_post_tells_nothing_of_hidden_matter() {
    let house = House::new();
    let file = case_of_two(&house);
    plant_all(&house, &file);
    let visitor = house.visitor("caseworker");
    for action in all_actions() {
        let what = format!("{}.{}", action.room, action.kind);
        let answer = visitor.does(&file, &what, &[("no_such_field", "x")]);
        for class in [MHPSS, TRAFFICKING, GBV, SOGI] {
            assert!(!answer.body.contains(&marker(class)), "{what} {class}");
        }
    }
}

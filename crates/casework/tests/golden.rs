//! Stored bytes that must read for ever: one entry of every kind that was ever written. A kind is
//! added here when it is added to its room; a line is never changed and never removed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a helper of a test fails the test"
)]

use std::collections::BTreeSet;

use casework::{
    Case, Event, approval, assessment, child, closure, consent,
    event::VERSION,
    feedback::{self, FeedbackEvent},
    household,
    household_file::{Household, HouseholdEvent},
    implementation,
    own_file::Entry,
    pair::PairEvent,
    planning, reception, registration, review, screening, transfer,
};
use serde_json::Value;
use strum::VariantNames;

const EVENTS: &str = include_str!("golden/events.jsonl");
const HOUSEHOLD: &str = include_str!("golden/household.jsonl");
const PAIR: &str = include_str!("golden/pair.jsonl");
const FEEDBACK: &str = include_str!("golden/feedback.jsonl");

/// Every room with the kinds of its events.
fn rooms() -> [(&'static str, &'static [&'static str]); 13] {
    [
        ("reception", reception::Event::VARIANTS),
        ("consent", consent::Event::VARIANTS),
        ("screening", screening::Event::VARIANTS),
        ("registration", registration::Event::VARIANTS),
        ("assessment", assessment::Event::VARIANTS),
        ("child", child::Event::VARIANTS),
        ("planning", planning::Event::VARIANTS),
        ("implementation", implementation::Event::VARIANTS),
        ("review", review::Event::VARIANTS),
        ("closure", closure::Event::VARIANTS),
        ("transfer", transfer::Event::VARIANTS),
        ("approval", approval::Event::VARIANTS),
        ("household", household::Event::VARIANTS),
    ]
}

#[test]
fn every_stored_event_reads_and_writes_back_the_same_bytes() {
    for line in EVENTS.lines() {
        let event = Event::from_bytes(line.as_bytes())
            .unwrap_or_else(|unknown| panic!("{unknown}: {line}"));
        assert_eq!(String::from_utf8(event.to_bytes()).unwrap(), line);
        let (room, kind) = event.kind();
        assert!(line.contains(&format!(
            "{{\"room\":\"{room}\",\"what\":{{\"kind\":\"{kind}\""
        )));
    }
}

#[test]
fn every_kind_of_every_room_is_kept_here_and_no_other() {
    let kept: BTreeSet<(&str, &str)> = EVENTS
        .lines()
        .map(|line| Event::from_bytes(line.as_bytes()).unwrap().kind())
        .collect();
    let known: BTreeSet<(&str, &str)> = rooms()
        .into_iter()
        .flat_map(|(room, kinds)| kinds.iter().map(move |kind| (room, *kind)))
        .collect();
    assert_eq!(kept, known);
    assert_eq!(EVENTS.lines().count(), known.len(), "one line a kind");
}

/// Files of their own: the kinds that are kept and the kinds that there are.
fn own<E>(lines: &str, kinds: &[&str])
where
    E: serde::Serialize + serde::de::DeserializeOwned,
    for<'e> &'e E: Into<&'static str>,
{
    let mut kept = Vec::new();
    for line in lines.lines() {
        let entry = Entry::<E>::from_bytes(line.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(entry.to_bytes()).unwrap(), line);
        let newer = line.replacen("{\"v\":1,", "{\"v\":2,", 1);
        assert!(Entry::<E>::from_bytes(newer.as_bytes()).is_err());
        kept.push((&entry.body).into());
    }
    kept.sort_unstable();
    let mut known = kinds.to_vec();
    known.sort_unstable();
    assert_eq!(kept, known);
}

#[test]
fn entries_of_households_feedback_and_pairs_read_and_write_back() {
    own::<HouseholdEvent>(HOUSEHOLD, HouseholdEvent::VARIANTS);
    own::<FeedbackEvent>(FEEDBACK, FeedbackEvent::VARIANTS);
    own::<PairEvent>(PAIR, PairEvent::VARIANTS);
}

#[test]
fn what_is_stored_folds_in_any_order() {
    let events: Vec<Event> = EVENTS
        .lines()
        .map(|line| Event::from_bytes(line.as_bytes()).unwrap())
        .collect();
    let forwards = Case::fold(&events);
    let backwards = Case::fold(events.iter().rev());
    assert_eq!(forwards.seen, backwards.seen);
    let read = |line| serde_json::from_str::<Entry<HouseholdEvent>>(line).unwrap();
    let homes: Vec<_> = HOUSEHOLD.lines().map(read).collect();
    assert_eq!(Household::fold(&homes).seen as usize, homes.len());
    let read = |line| serde_json::from_str::<Entry<FeedbackEvent>>(line).unwrap();
    let letters: Vec<_> = FEEDBACK.lines().map(read).collect();
    assert_eq!(feedback::State::fold(&letters).seen as usize, letters.len());
}

/// A newer program's event is not guessed at: nothing is decided on that file.
#[test]
fn what_a_newer_program_wrote_is_unknown_and_never_guessed() {
    let line = EVENTS.lines().next().unwrap();
    let mut newer: Value = serde_json::from_str(line).unwrap();
    newer["v"] = (VERSION + 1).into();
    assert!(Event::from_bytes(newer.to_string().as_bytes()).is_err());
    let mut strange: Value = serde_json::from_str(line).unwrap();
    strange["body"]["what"]["kind"] = "never_heard_of".into();
    assert!(Event::from_bytes(strange.to_string().as_bytes()).is_err());
    let mut more: Value = serde_json::from_str(line).unwrap();
    more["body"]["what"]["body"]["one_more_field"] = true.into();
    assert!(Event::from_bytes(more.to_string().as_bytes()).is_err());
    assert!(Event::from_bytes(b"").is_err());
    assert!(Event::from_bytes(&line.as_bytes()[1..]).is_err());
}

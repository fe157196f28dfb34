//! The fold is total: a reader sees a part of a history, a page an old state, a damaged file what
//! is left of it. Nothing of that may panic, and what is hidden leaves no trace.

use casework::{
    Case, Event,
    approval::Subject,
    class::{Class, Classes},
    closure, due, floors,
    lists::ReferralStatus,
    review,
};

use crate::{bakary::bakary, family::family, idris::idris, lidia::lidia, sami::sami, story::Story};

/// A small generator of our own (xorshift), so that a failure can be repeated by its seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

fn stories() -> Vec<Story> {
    let family = family();
    vec![
        lidia(),
        idris(),
        bakary(),
        sami(),
        family.mother,
        family.father,
        family.girl,
        family.boy,
        family.grandmother,
    ]
}

/// Asks a case everything that pages ask.
fn ask_everything(case: &Case, story: &Story) {
    let (sop, now) = (&story.sop, story.now);
    let _ = due::due(case, sop, now);
    let _ = floors::floors(case, sop, now);
    for subject in Subject::ALL {
        let _ = subject.missing(case, sop, now);
        let _ = subject.needs_approval(case, now);
    }
    let _ = casework::registration::g1(case, now);
    let _ = casework::implementation::g4(case);
    let _ = review::g5(case, sop, now);
    let _ = closure::open_needs(case);
    let _ = casework::planning::warnings(case, sop);
    let _ = (
        case.is_child(now),
        case.registration.shown_name(),
        case.status(),
    );
    for referral in &case.implementation.referrals {
        let shown = referral.shown_status(case, now);
        assert!(shown == referral.status || shown == ReferralStatus::ConsentPending);
    }
}

#[test]
fn any_part_of_a_history_folds_and_answers_every_question() {
    for story in stories() {
        for seed in 1..40u64 {
            let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
            let keep = 1 + seed % 9;
            let part: Vec<&Event> = (story.events.iter())
                .filter(|_| dice.roll() % 10 < keep)
                .collect();
            let case = Case::fold(part.iter().copied());
            assert_eq!(case.seen as usize, part.len(), "seed {seed}");
            ask_everything(&case, &story);
        }
    }
}

#[test]
fn every_beginning_and_every_end_of_a_history_folds() {
    for story in stories() {
        for n in 0..=story.events.len() {
            ask_everything(&Case::fold(&story.events[..n]), &story);
            ask_everything(&Case::fold(&story.events[n..]), &story);
        }
    }
}

#[test]
fn events_folded_twice_or_backwards_do_not_panic() {
    for story in stories() {
        let twice = story.events.iter().chain(&story.events);
        ask_everything(&Case::fold(twice), &story);
        ask_everything(&Case::fold(story.events.iter().rev()), &story);
    }
}

#[test]
fn what_is_hidden_leaves_no_trace() {
    for story in stories() {
        for class in Class::ALL {
            let held: Classes = (Class::ALL.iter().copied())
                .filter(|other| other != class)
                .collect();
            // As if the hidden events had never been written: also the count of what was seen.
            let open: Vec<Event> = (story.events.iter())
                .filter(|event| !event.classes.has(*class))
                .cloned()
                .collect();
            let seen = story.case_for(held);
            assert_eq!(seen, Case::fold(&open), "{class:?}");
            assert_eq!(seen.seen as usize, open.len());
            ask_everything(&seen, &story);
        }
    }
}

#[test]
fn adding_one_by_one_gives_what_folding_at_once_gives() {
    for story in stories() {
        let mut grown = Case::fold([]);
        for event in &story.events {
            grown.apply(event);
        }
        assert_eq!(grown, story.case());
    }
}

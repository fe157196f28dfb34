//! A whole register against itself: every pair that may be one person (`domain.md` 2.7).

use std::{
    collections::HashMap,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use crate::{
    company,
    index::{Candidate, Index, Scratch},
    pattern::Pattern,
};

/// Two registrations that may be one person.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The one, with the smaller number.
    pub one: u32,
    /// The other.
    pub other: u32,
    /// Log odds that it is one person.
    pub log_odds: f64,
    /// What was compared.
    pub pattern: Pattern,
}

impl Pair {
    /// How likely it is that it is one person, 0 to 1.
    #[must_use]
    pub fn likelihood(&self) -> f64 {
        1.0 / (1.0 + (-self.log_odds).exp())
    }
}

/// Candidates kept for each person before households are looked at.
const KEPT: usize = 24;
/// Pairs less likely than this cannot be saved by what their households say.
const HOPELESS: f64 = -8.0;
/// People taken at a time by one thread.
const STRIDE: usize = 64;

/// Every pair worth an opinion, the most likely first. Household evidence is in, and what follows
/// from two other pairs.
#[must_use]
pub fn pairs(index: &Index, threads: usize, progress: &(impl Fn(usize) + Sync)) -> Vec<Pair> {
    let mut found = alone(index, threads, progress);
    settle(index, &mut found);
    found
}

/// Pairs gathered with [`of_one`], each once, with what households and third people say of them;
/// the most likely first.
pub fn settle(index: &Index, found: &mut Vec<Pair>) {
    found.sort_by_key(|pair| (pair.one, pair.other));
    found.dedup_by_key(|pair| (pair.one, pair.other));
    company::weigh(index, found);
    through_a_third(found);
    sort(found);
}

/// Pairs as each person's own file shows them.
fn alone(index: &Index, threads: usize, progress: &(impl Fn(usize) + Sync)) -> Vec<Pair> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        let mut scratch = Scratch::default();
        let mut found = Vec::new();
        loop {
            let start = next.fetch_add(STRIDE, Ordering::Relaxed);
            if start >= index.len() {
                return found;
            }
            for number in start..(start + STRIDE).min(index.len()) {
                of_one(
                    index,
                    u32::try_from(number).unwrap_or(u32::MAX),
                    &mut scratch,
                    &mut found,
                );
            }
            progress(done.fetch_add(STRIDE, Ordering::Relaxed).min(index.len()));
        }
    };
    thread::scope(|scope| {
        let hands: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
        hands
            .into_iter()
            .flat_map(|hand| hand.join().unwrap_or_default())
            .collect()
    })
}

/// Pairs of one person with others, as each person's own file shows them.
pub fn of_one(index: &Index, number: u32, scratch: &mut Scratch, found: &mut Vec<Pair>) {
    let Some(probe) = index.store.probe_of(number) else {
        return;
    };
    let candidates = index.candidates_of(&probe, KEPT, scratch, |other| other != number);
    found.extend(
        candidates
            .into_iter()
            .filter(|candidate| candidate.log_odds > HOPELESS)
            .map(
                |Candidate {
                     number: other,
                     log_odds,
                     pattern,
                 }| Pair {
                    one: number.min(other),
                    other: number.max(other),
                    log_odds,
                    pattern,
                },
            ),
    );
}

/// Who is surely the same as a third is a little more likely the same as each other. A person
/// registered three times is often recognised by way of the middle registration.
fn through_a_third(found: &mut [Pair]) {
    let mut sure: HashMap<u32, Vec<(u32, f64)>> = HashMap::new();
    for pair in found.iter().filter(|pair| pair.log_odds > SURE) {
        sure.entry(pair.one)
            .or_default()
            .push((pair.other, pair.log_odds));
        sure.entry(pair.other)
            .or_default()
            .push((pair.one, pair.log_odds));
    }
    let nobody = Vec::new();
    let lifted: Vec<f64> = found
        .iter()
        .map(|pair| {
            let theirs = sure.get(&pair.other).unwrap_or(&nobody);
            sure.get(&pair.one)
                .unwrap_or(&nobody)
                .iter()
                .filter_map(|(third, odds)| {
                    theirs
                        .iter()
                        .find(|(other, _)| other == third)
                        .map(|(_, more)| odds.min(*more))
                })
                .fold(0.0, f64::max)
        })
        .collect();
    for (pair, lift) in found.iter_mut().zip(lifted) {
        pair.log_odds += lift.min(MOST_LIFT);
    }
}

const SURE: f64 = 1.5;
const MOST_LIFT: f64 = 5.0;

fn sort(found: &mut [Pair]) {
    found.sort_by(|a, b| {
        b.log_odds
            .total_cmp(&a.log_odds)
            .then((a.one, a.other).cmp(&(b.one, b.other)))
    });
}

//! What the other members of two households say about two people.

use std::collections::HashMap;

use crate::{index::Index, model::Model, pattern::Company, record::NONE, register::Pair};

/// Looks at every pair's households and judges the pairs again.
pub fn weigh(index: &Index, pairs: &mut [Pair]) {
    let sizes = sizes(index);
    let mut model = index.model.clone();
    for _ in 0..ROUNDS {
        look(index, &sizes, pairs);
        estimate(&mut model, index, pairs);
        for pair in pairs.iter_mut() {
            pair.log_odds = model.log_odds(model.evidence(&pair.pattern), index.len());
        }
    }
}

/// Households know each other through their members and members through their households: twice
/// around is enough.
const ROUNDS: usize = 2;

fn sizes(index: &Index) -> HashMap<u32, u32> {
    let mut sizes = HashMap::new();
    for record in index.store.records() {
        if record.household != NONE {
            *sizes.entry(record.household).or_default() += 1;
        }
    }
    sizes
}

fn households(index: &Index, pair: &Pair) -> Option<(u32, u32)> {
    let of = |number: u32| {
        index
            .store
            .records()
            .get(number as usize)
            .map(|record| record.household)
    };
    let (one, other) = (of(pair.one)?, of(pair.other)?);
    (one != NONE && other != NONE).then_some((one.min(other), one.max(other)))
}

/// Two people of two households and how likely they are one.
type Link = (u32, u32, f64);

fn look(index: &Index, sizes: &HashMap<u32, u32>, pairs: &mut [Pair]) {
    let mut between: HashMap<(u32, u32), Vec<Link>> = HashMap::new();
    for pair in pairs.iter() {
        if let Some(key) = households(index, pair).filter(|_| pair.log_odds > -3.0) {
            between
                .entry(key)
                .or_default()
                .push((pair.one, pair.other, pair.likelihood()));
        }
    }
    for pair in pairs.iter_mut() {
        let Some(key) = households(index, pair) else {
            continue;
        };
        let alone = |household: u32| sizes.get(&household).is_none_or(|size| *size < 2);
        if alone(key.0) || alone(key.1) {
            continue;
        }
        let others = between.get(&key).map_or(0.0, |found| {
            found
                .iter()
                .filter(|(one, other, _)| {
                    *one != pair.one
                        && *one != pair.other
                        && *other != pair.one
                        && *other != pair.other
                })
                .map(|(.., likelihood)| *likelihood)
                .fold(0.0, f64::max)
        });
        pair.pattern.company = level(others);
    }
}

const fn level(others: f64) -> Company {
    match others {
        sure if sure >= 0.8 => Company::Shared,
        likely if likely >= 0.15 => Company::PerhapsShared,
        _ => Company::Strangers,
    }
}

/// How often people who are one person keep company, counted from what is believed so far.
fn estimate(model: &mut Model, index: &Index, pairs: &[Pair]) {
    let prior = [
        model.person.company,
        model.relatives.company,
        model.strangers.company,
    ];
    let mut counts = prior.map(|table| table.map(|share| share * PRIOR));
    for pair in pairs {
        let [same, related, ..] = model.belief(model.evidence(&pair.pattern), index.len());
        for (table, share) in counts.iter_mut().zip([same, related]) {
            table[pair.pattern.company as usize] += share;
        }
    }
    let shares = counts.map(|table| {
        let known: f64 = table.iter().skip(1).sum();
        table.map(|count| (count / known).max(1e-4))
    });
    [
        model.person.company,
        model.relatives.company,
        model.strangers.company,
    ] = shares;
    // Pairs looked at are not all pairs: strangers without company are mostly not among them.
    model.strangers.company = prior[2];
}

/// Pairs that the shipped model weighs like.
const PRIOR: f64 = 200.0;

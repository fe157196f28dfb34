//! The weights, estimated again from a register without anybody saying who is who.
//!
//! Expectation and maximisation over pairs that share something, with the shipped model as a prior
//! that weighs like a few hundred pairs: a small centre stays near it, a large one outgrows it.
//! Two things need no guessing: members of one household are relatives and never one person, and
//! pairs drawn blindly are strangers.

use std::collections::HashMap;

use crate::{
    dates::Dates,
    index::{Index, Scratch},
    model::{Model, Tables, extra, shape},
    pattern::Pattern,
    record::NONE,
};

/// How much is looked at. More is slower and, beyond some thousands, no better.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// People for whom candidates are looked up.
    pub people: usize,
    /// Candidates for each of them.
    pub candidates: usize,
    /// Rounds of estimation.
    pub rounds: usize,
    /// Pairs that the shipped model weighs like.
    pub prior: f64,
}

impl Default for Effort {
    fn default() -> Self {
        Self {
            people: 8000,
            candidates: 24,
            rounds: 12,
            prior: 400.0,
        }
    }
}

/// A model for the people of this register.
#[must_use]
pub fn estimate(index: &Index, shipped: &Model, effort: Effort) -> Model {
    estimate_knowing(index, shipped, effort, |_, _| None)
}

/// The same where people have decided some pairs: one person, or not.
#[must_use]
pub fn estimate_knowing(
    index: &Index,
    shipped: &Model,
    effort: Effort,
    decided: impl Fn(u32, u32) -> Option<bool>,
) -> Model {
    let mut model = shipped.clone();
    if index.len() < 2 {
        return model;
    }
    let (looked_at, patterns) = likely_pairs(index, effort, decided);
    let blind = blind_pairs(index, effort.people * 12);
    let households = households(index, effort.people * 4);
    let others = company_kept(index);
    for _ in 0..effort.rounds {
        model = round(
            index.len(),
            looked_at,
            &model,
            shipped,
            effort.prior,
            &patterns,
            [&blind, &households],
        );
        // Whoever comes back mostly comes back with their household.
        model.kin = 0.05 + model.doubles * others;
    }
    model
}

/// How many others the average person's household has.
fn company_kept(index: &Index) -> f64 {
    let mut sizes: HashMap<u32, f64> = HashMap::new();
    for record in index
        .store
        .records()
        .iter()
        .filter(|record| record.household != NONE)
    {
        *sizes.entry(record.household).or_default() += 1.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of people")]
    let people = index.len() as f64;
    sizes.values().map(|size| size * (size - 1.0)).sum::<f64>() / people
}

/// Candidates of people spread evenly over the register.
fn likely_pairs(
    index: &Index,
    effort: Effort,
    decided: impl Fn(u32, u32) -> Option<bool>,
) -> (usize, Vec<(Pattern, Option<bool>)>) {
    let step = index.len().div_ceil(effort.people).max(1);
    let mut scratch = Scratch::default();
    let mut patterns = Vec::new();
    let mut looked_at = 0;
    for number in (0..index.len()).step_by(step) {
        let number = u32::try_from(number).unwrap_or(NONE);
        let Some(probe) = index.store.probe_of(number) else {
            continue;
        };
        looked_at += 1;
        let promising = index.promising(&probe, effort.candidates, &mut scratch, |other| {
            other != number
        });
        patterns.extend(
            promising
                .into_iter()
                .filter_map(|other| index.compare(&probe, other))
                .map(|candidate| (candidate.pattern, decided(number, candidate.number))),
        );
    }
    (looked_at, patterns)
}

/// Pairs drawn without looking, by a fixed rule so that two runs agree.
fn blind_pairs(index: &Index, most: usize) -> Vec<Pattern> {
    let people = index.len() as u64;
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut draw = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((state >> 33) % people).unwrap_or(0)
    };
    let mut patterns = Vec::new();
    for _ in 0..most / 8 {
        let one = draw();
        let Some(probe) = index.store.probe_of(one) else {
            continue;
        };
        for _ in 0..8 {
            let other = draw();
            if other != one {
                patterns.extend(
                    index
                        .compare(&probe, other)
                        .map(|candidate| candidate.pattern),
                );
            }
        }
    }
    patterns
}

/// Pairs of members of one household.
fn households(index: &Index, most: usize) -> Vec<Pattern> {
    let mut members: HashMap<u32, Vec<u32>> = HashMap::new();
    for (number, record) in (0..).zip(index.store.records()) {
        if record.household != NONE {
            members.entry(record.household).or_default().push(number);
        }
    }
    let mut groups: Vec<&Vec<u32>> = members.values().filter(|group| group.len() > 1).collect();
    groups.sort_unstable();
    let mut patterns = Vec::new();
    for group in groups {
        for (at, one) in group.iter().enumerate() {
            let Some(probe) = index.store.probe_of(*one) else {
                continue;
            };
            for other in &group[at + 1..] {
                if let Some(record) = index.store.records().get(*other as usize) {
                    patterns.push(Pattern::of(&index.store, &probe, record));
                }
            }
        }
        if patterns.len() >= most {
            break;
        }
    }
    patterns
}

fn round(
    people: usize,
    looked_at: usize,
    model: &Model,
    shipped: &Model,
    prior: f64,
    patterns: &[(Pattern, Option<bool>)],
    [blind, households]: [&[Pattern]; 2],
) -> Model {
    let mut person = scaled(&shipped.person, prior);
    let mut relatives = scaled(&shipped.relatives, prior);
    let mut strangers = scaled(&shipped.strangers, prior);
    let (mut doubles, mut namesakes) = (shipped.doubles * prior, shipped.namesakes * prior);
    let mut namesakes_dates = shipped.namesakes_dates.map(|share| share * prior);
    for (pattern, decided) in patterns {
        let [same, related, named, _] =
            known(*decided, model.belief(model.evidence(pattern), people));
        count(&mut person, pattern, same);
        count(&mut relatives, pattern, related);
        doubles += same;
        namesakes += named;
        namesakes_dates[pattern.dates as usize] += named;
    }
    households
        .iter()
        .for_each(|pattern| count(&mut relatives, pattern, 1.0));
    blind
        .iter()
        .for_each(|pattern| count(&mut strangers, pattern, 1.0));
    let dated: f64 = namesakes_dates[1..].iter().sum();
    let namesakes_dates = namesakes_dates.map(|share| (share / dated).max(1e-7));
    #[expect(clippy::cast_precision_loss, reason = "counts of people")]
    let whole = looked_at as f64 + prior;
    let mut next = Model {
        person: shares(person),
        relatives: shares(relatives),
        strangers: shares(strangers),
        doubles: doubles / whole,
        kin: model.kin,
        namesakes: namesakes / whole,
        namesakes_dates,
        correction: shipped.correction.clone(),
        lean: shipped.lean,
    };
    keep_as_shipped(&mut next.strangers, &shipped.strangers);
    next
}

/// What people decided outweighs what the model believes.
fn known(decided: Option<bool>, belief: [f64; 4]) -> [f64; 4] {
    let [same, others @ ..] = belief;
    match decided {
        None => belief,
        Some(true) => [1.0, 0.0, 0.0, 0.0],
        Some(false) => {
            let whole = (1.0 - same).max(f64::MIN_POSITIVE);
            let [related, named, apart] = others.map(|one| one / whole);
            [0.0, related, named, apart]
        }
    }
}

/// Fields whose chance agreement is counted from how rare the value is.
fn keep_as_shipped(strangers: &mut Tables, shipped: &Tables) {
    strangers.first = shipped.first;
    strangers.other = shipped.other;
    strangers.shape = shipped.shape;
    strangers.extra = shipped.extra;
    strangers.nationality = shipped.nationality;
    strangers.place = shipped.place;
    strangers.mother = shipped.mother;
    strangers.dates[Dates::SameDay as usize] = 1.0;
    strangers.dates[Dates::SameStandIn as usize] = 1.0;
}

fn fields(tables: &mut Tables) -> [(&mut [f64], bool); 12] {
    [
        (&mut tables.first, false),
        (&mut tables.other, false),
        (&mut tables.shape, false),
        (&mut tables.extra, false),
        (&mut tables.dates, true),
        (&mut tables.sex, true),
        (&mut tables.nationality, true),
        (&mut tables.place, true),
        (&mut tables.mother, true),
        (&mut tables.phone, true),
        (&mut tables.document, true),
        (&mut tables.company, true),
    ]
}

fn scaled(tables: &Tables, weight: f64) -> Tables {
    let mut scaled = tables.clone();
    for (table, _) in fields(&mut scaled) {
        table.iter_mut().for_each(|level| *level *= weight);
    }
    scaled
}

/// Levels as shares of what is known; the first level of most fields is *unknown*.
fn shares(mut counted: Tables) -> Tables {
    for (table, unknown_first) in fields(&mut counted) {
        let known = &mut table[usize::from(unknown_first)..];
        let whole: f64 = known.iter().sum();
        known
            .iter_mut()
            .for_each(|level| *level = (*level / whole).max(1e-7));
    }
    counted
}

fn count(tables: &mut Tables, pattern: &Pattern, weight: f64) {
    if weight < 1e-9 {
        return;
    }
    if !pattern.nameless {
        for one in &pattern.names.agreed {
            let table = if one.of_a_first() {
                &mut tables.first
            } else {
                &mut tables.other
            };
            table[one.alike as usize] += weight;
        }
        tables.shape[shape(pattern)] += weight;
        tables.extra[extra(pattern)] += weight;
    }
    tables.dates[pattern.dates as usize] += weight;
    tables.sex[pattern.sex as usize] += weight;
    tables.nationality[pattern.nationality.0 as usize] += weight;
    tables.place[pattern.place.0 as usize] += weight;
    tables.mother[pattern.mother.0 as usize] += weight;
    tables.phone[pattern.phone as usize] += weight;
    tables.document[pattern.document as usize] += weight;
}

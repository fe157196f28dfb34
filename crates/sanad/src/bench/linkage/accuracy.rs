//! What is found and what is not, against the truth.

use std::{collections::HashMap, time::Instant};

use linkage::{Index, Person, Scratch, em, priors, register};

use crate::people::{dedupe::index, table::Table};

/// Precision, recall and their harmonic mean.
fn scores(right: usize, given: usize, truly: usize) -> [f64; 3] {
    let share = |part: usize, whole: usize| {
        #[expect(clippy::cast_precision_loss, reason = "counts of pairs")]
        let share = part as f64 / whole.max(1) as f64;
        share
    };
    let (precision, recall) = (share(right, given), share(right, truly));
    let both = precision + recall;
    [
        precision,
        recall,
        if both > 0.0 {
            2.0 * precision * recall / both
        } else {
            0.0
        },
    ]
}

/// The whole list against itself, at the shipped threshold and at its best.
pub fn pairs(list: &Table, people: &[String], threads: usize) {
    let begun = Instant::now();
    let index = index(list, false);
    let learned = begun.elapsed().as_secs_f64();
    let found = register::pairs(&index, threads, &|_| {});
    let seconds = begun.elapsed().as_secs_f64();
    let mut sizes: HashMap<&String, usize> = HashMap::new();
    people
        .iter()
        .for_each(|person| *sizes.entry(person).or_default() += 1);
    let truly: usize = sizes.values().map(|size| size * (size - 1) / 2).sum();
    let (mut right, mut best, mut certain, mut shipped) = (0, [0.0; 3], 0.0, [0.0; 3]);
    for (given, pair) in (1..).zip(&found) {
        right += usize::from(people[pair.one as usize] == people[pair.other as usize]);
        let now = scores(right, given, truly);
        if now[2] > best[2] {
            best = now;
        }
        if now[0] >= 0.99 && given > 300 {
            certain = now[1];
        }
        if pair.likelihood() >= 0.5 {
            shipped = now;
        }
    }
    println!(
        "{} people, {truly} true pairs, {seconds:.1} s (index and weights {learned:.1} s)",
        list.rows.len()
    );
    println!(
        "pairs, at likelihood 0.5: precision {:.4} recall {:.4} F1 {:.4}",
        shipped[0], shipped[1], shipped[2]
    );
    println!(
        "pairs, best threshold:    precision {:.4} recall {:.4} F1 {:.4}",
        best[0], best[1], best[2]
    );
    println!("recall while precision stays at 0.99: {certain:.4}");
}

/// Arrivals one by one, each looked up among those before it.
pub fn arrivals(list: &Table, people: &[String], since: &str) {
    let mut order: Vec<usize> = (0..list.rows.len()).collect();
    order.sort_by_key(|at| (&list.rows[*at].registered_on, &list.rows[*at].id));
    let known = order.partition_point(|at| list.rows[*at].registered_on.as_str() < since);
    let mut index = Index::default();
    order[..known].iter().for_each(|at| {
        index.add(&list.rows[*at].person);
    });
    index.model = em::estimate(&index, &priors::shipped(), em::Effort::default());
    index.settle();
    let (mut whole, mut by_name) = (Tally::default(), Tally::default());
    let mut scratch = Scratch::default();
    for (place, at) in (known..).zip(&order[known..]) {
        let person = &list.rows[*at].person;
        let earlier = &order[..place];
        let known_before = earlier.iter().any(|other| people[*other] == people[*at]);
        let mut ask = |asked: &Person, tally: &mut Tally| {
            let found = index.candidates(asked, 10, &mut scratch);
            let rank = found
                .iter()
                .position(|one| people[order[one.number as usize]] == people[*at]);
            tally.count(
                known_before,
                rank,
                found.first().map_or(0.0, linkage::Candidate::likelihood),
            );
        };
        ask(person, &mut whole);
        let (given, family, native) = (
            person.given.clone(),
            person.family.clone(),
            person.native.clone(),
        );
        ask(
            &Person {
                given,
                family,
                native,
                ..Person::default()
            },
            &mut by_name,
        );
        index.add(person);
    }
    whole.say("arrivals, all fields");
    by_name.say("arrivals, name alone");
}

#[derive(Default)]
struct Tally {
    known: u32,
    new: u32,
    alarmed: u32,
    first: u32,
    in_five: u32,
    in_ten: u32,
}

impl Tally {
    fn count(&mut self, known: bool, rank: Option<usize>, likelihood: f64) {
        if !known {
            self.new += 1;
            self.alarmed += u32::from(likelihood >= 0.5);
            return;
        }
        self.known += 1;
        self.first += u32::from(rank == Some(0));
        self.in_five += u32::from(rank.is_some_and(|rank| rank < 5));
        self.in_ten += u32::from(rank.is_some());
    }

    fn say(&self, what: &str) {
        let share = |part: u32, whole: u32| f64::from(part) / f64::from(whole.max(1));
        println!(
            "{what}: {} known before, found first {:.4}, in five {:.4}, in ten {:.4}; {} new, shown a likely double {:.4}",
            self.known,
            share(self.first, self.known),
            share(self.in_five, self.known),
            share(self.in_ten, self.known),
            self.new,
            share(self.alarmed, self.new)
        );
    }
}

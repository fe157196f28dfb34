//! The whole population against itself, for people to decide on. It reads past every reader; who is
//! told of which pair is decided row by row when a pair is shown.

use std::sync::{
    PoisonError,
    atomic::{AtomicUsize, Ordering},
};

use casework::Id;
use linkage::{
    Scratch, em, priors,
    register::{self, Pair},
};

use crate::{
    Failure, Finding, Views,
    likeness::findings,
    lists::id,
    people::{Known, Like, People},
};

/// Two files that may be of one person, the smaller id first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Doubt {
    /// The one.
    pub one: Id,
    /// The other.
    pub other: Id,
    /// How likely it is, 0 to 1.
    pub likelihood: f64,
}

/// Less likely pairs are nobody's work.
const WORTH_A_DECISION: f64 = 0.3;
/// More than these cannot be looked through; the likeliest come first.
const MOST: usize = 20_000;
/// A register of fewer people is judged by the weights that ship.
const ENOUGH_TO_LEARN_FROM: usize = 500;
/// People taken at a time: between them, whoever is registered comes into the index.
const STRIDE: usize = 16;
/// Files kept in doubt about one restricted file.
const KEPT: usize = 24;

impl Views {
    /// Every pair worth a decision, the likeliest first. `progress` is told how many people are
    /// done, and of how many.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn doubts(
        &self,
        threads: usize,
        progress: &(impl Fn(usize, usize) + Sync),
    ) -> Result<Vec<Doubt>, Failure> {
        self.learn()?;
        let restricted = self.restricted()?;
        let open = self.with_people(|people| people.open.index.len())?;
        let all = open + restricted.len();
        let done = AtomicUsize::new(0);
        let told = |count: usize| {
            progress(done.fetch_add(count, Ordering::Relaxed) + count, all);
        };
        let mut found = self.among_the_open(open, threads, &told)?;
        let mut doubts = self.with_people(|people| {
            register::settle(&people.open.index, &mut found);
            let likely = found.iter().map(|pair| doubt(people, pair));
            likely.collect::<Vec<Doubt>>()
        })?;
        for (file, known) in restricted {
            let like = self.with_people(|people| people.like(&known, Some(file), KEPT))?;
            doubts.extend(like.iter().map(|like| of(file, like)));
            told(1);
        }
        Ok(sorted(doubts))
    }

    fn among_the_open(
        &self,
        people: usize,
        threads: usize,
        told: &(impl Fn(usize) + Sync),
    ) -> Result<Vec<Pair>, Failure> {
        let next = AtomicUsize::new(0);
        let work = || {
            let (mut scratch, mut found) = (Scratch::default(), Vec::new());
            loop {
                let start = next.fetch_add(STRIDE, Ordering::Relaxed);
                if start >= people {
                    return Ok::<_, Failure>(found);
                }
                self.with_people(|people| {
                    let index = &people.open.index;
                    for number in start..(start + STRIDE).min(index.len()) {
                        let number = u32::try_from(number).unwrap_or(u32::MAX);
                        register::of_one(index, number, &mut scratch, &mut found);
                    }
                })?;
                told(STRIDE.min(people - start));
            }
        };
        std::thread::scope(|scope| {
            let hands: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
            let mut all = Vec::new();
            for hand in hands {
                all.extend(hand.join().unwrap_or_else(|_| Ok(Vec::new()))?);
            }
            Ok(all)
        })
    }

    /// The weights, estimated again from the people who are here. Restricted files teach nothing:
    /// no weight may tell of them.
    fn learn(&self) -> Result<(), Failure> {
        let learned = self.with_people(|people| {
            let index = &people.open.index;
            (index.len() >= ENOUGH_TO_LEARN_FROM)
                .then(|| em::estimate(index, &priors::shipped(), em::Effort::default()))
        })?;
        if let Some(model) = learned {
            let mut people = self.people.write().unwrap_or_else(PoisonError::into_inner);
            if let Some(people) = people.as_mut() {
                people.restricted.index.model = model.clone();
                people.open.index.model = model;
            }
        }
        Ok(())
    }

    fn restricted(&self) -> Result<Vec<(Id, Known)>, Failure> {
        let connection = self.lock();
        let mut statement =
            connection.prepare_cached("SELECT file, known FROM people WHERE restricted = 1")?;
        let rows = statement.query_map([], |row| Ok((id(row, 0)?, row.get::<_, String>(1)?)))?;
        let rows: Vec<(Id, String)> = rows.collect::<Result<_, _>>()?;
        let read = |(file, known): (Id, String)| Some((file, serde_json::from_str(&known).ok()?));
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// What is known of a person, past every reader.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn known(&self, file: Id) -> Result<Option<Known>, Failure> {
        let connection = self.lock();
        let mut statement =
            connection.prepare_cached("SELECT known FROM people WHERE file = ?1")?;
        let mut rows = statement.query([file.0])?;
        let known: Option<String> = match rows.next()? {
            Some(row) => Some(row.get(0)?),
            None => None,
        };
        Ok(known.and_then(|known| serde_json::from_str(&known).ok()))
    }

    /// How likely it is that two files are of one person, and why; nothing where one of them is not
    /// in the index.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn compared(&self, one: Id, other: Id) -> Result<Option<(f64, Vec<Finding>)>, Failure> {
        let Some(known) = self.known(one)? else {
            return Ok(None);
        };
        self.with_people(|people| {
            let like = people.compare(&known, other)?;
            Some((like.candidate.likelihood(), findings(people, &like)))
        })
    }
}

fn doubt(people: &People, pair: &Pair) -> Doubt {
    let (one, other) = (people.open.file(pair.one), people.open.file(pair.other));
    let (one, other) = casework::pair::in_order(one, other);
    Doubt {
        one,
        other,
        likelihood: pair.likelihood(),
    }
}

fn of(file: Id, like: &Like) -> Doubt {
    let (one, other) = casework::pair::in_order(file, like.file);
    Doubt {
        one,
        other,
        likelihood: like.candidate.likelihood(),
    }
}

/// Two names of one person are no pair; two names of two people are one.
fn sorted(mut doubts: Vec<Doubt>) -> Vec<Doubt> {
    // Whoever was taken out meanwhile has left an empty place.
    let gone = Id::default();
    doubts.retain(|doubt| doubt.one != doubt.other && doubt.one != gone);
    doubts.retain(|doubt| doubt.likelihood >= WORTH_A_DECISION);
    doubts.sort_by(|a, b| {
        let by_likelihood = b.likelihood.total_cmp(&a.likelihood);
        by_likelihood.then((a.one, a.other).cmp(&(b.one, b.other)))
    });
    let mut seen = std::collections::HashSet::new();
    doubts.retain(|doubt| seen.insert((doubt.one, doubt.other)));
    doubts.truncate(MOST);
    doubts
}

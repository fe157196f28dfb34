//! A register in memory: who may be this person, among a million.

use std::collections::HashMap;

use crate::{
    dates::Born,
    model::Model,
    names::compare::Alike,
    pattern::Pattern,
    person::Person,
    priors,
    probe::{Asked, Probe},
    record::{NONE, Record, Store},
    vocabulary::{Part, Vocabulary},
};

/// People by what they may be found by.
pub struct Index {
    /// The people.
    pub store: Store,
    /// The model that judges them.
    pub model: Model,
    by_name: Vec<Vec<u32>>,
    by_mother: Vec<Vec<u32>>,
    by_date: HashMap<u32, Vec<u32>>,
    by_phone: HashMap<u64, Vec<u32>>,
    by_document: HashMap<u64, Vec<u32>>,
}

/// Somebody who may be the person asked about.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The number [`Index::add`] gave.
    pub number: u32,
    /// Log odds that it is one person.
    pub log_odds: f64,
    /// What was compared.
    pub pattern: Pattern,
}

impl Candidate {
    /// How likely it is that it is one person, 0 to 1.
    #[must_use]
    pub fn likelihood(&self) -> f64 {
        1.0 / (1.0 + (-self.log_odds).exp())
    }
}

/// Room to count in, kept between questions so that nothing is allocated for a million people.
#[derive(Default)]
pub struct Scratch {
    points: Vec<u16>,
    touched: Vec<u32>,
}

/// How many of the most promising are compared in full.
const COMPARED: usize = 160;
/// Fewer points than this (hundredths of a natural logarithm) are chance.
const WORTH_COMPARING: u16 = 350;

impl Default for Index {
    fn default() -> Self {
        Self {
            store: Store::default(),
            model: priors::shipped(),
            by_name: Vec::new(),
            by_mother: Vec::new(),
            by_date: HashMap::new(),
            by_phone: HashMap::new(),
            by_document: HashMap::new(),
        }
    }
}

impl Index {
    /// Takes a person in and gives their number: 0, 1, 2 and so on.
    pub fn add(&mut self, person: &Person) -> u32 {
        let number = self.store.add(person);
        let record = self.store.records()[number as usize];
        let [latin, native, mother] = self.store.parts(&record);
        for part in latin.iter().chain(native) {
            file(&mut self.by_name, *part, number);
        }
        for part in mother {
            file(&mut self.by_mother, *part, number);
        }
        if let Some(born) = record.born {
            self.by_date.entry(day(born)).or_default().push(number);
        }
        if record.phone != 0 {
            self.by_phone.entry(record.phone).or_default().push(number);
        }
        if record.document != 0 {
            self.by_document
                .entry(record.document)
                .or_default()
                .push(number);
        }
        number
    }

    /// Takes a person out. Their number may be given to somebody else afterwards.
    pub fn remove(&mut self, number: u32) {
        let Some(record) = self.store.records().get(number as usize).copied() else {
            return;
        };
        let [latin, native, mother] = self.store.parts(&record);
        for part in latin.iter().chain(native) {
            take(self.by_name.get_mut(*part as usize), number);
        }
        for part in mother {
            take(self.by_mother.get_mut(*part as usize), number);
        }
        if let Some(born) = record.born {
            take(self.by_date.get_mut(&day(born)), number);
        }
        take(self.by_phone.get_mut(&record.phone), number);
        take(self.by_document.get_mut(&record.document), number);
        self.store.remove(number);
    }

    /// Says that questions will be asked between additions from now on, so that new parts of names
    /// join what was found before.
    pub const fn settle(&mut self) {
        self.store.names.settle();
        self.store.mothers.settle();
        self.store.places.settle();
    }

    /// How many numbers were given: people, and those who were taken out.
    #[must_use]
    pub fn len(&self) -> usize {
        self.store.records().len()
    }

    /// Whether nobody is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Who may be this person, the most likely first.
    #[must_use]
    pub fn candidates(
        &self,
        person: &Person,
        limit: usize,
        scratch: &mut Scratch,
    ) -> Vec<Candidate> {
        let probe = self.store.probe(person);
        self.candidates_of(&probe, limit, scratch, |_| true)
    }

    /// The same for a person ready to be compared, among those a caller admits.
    #[must_use]
    pub fn candidates_of(
        &self,
        probe: &Probe<'_>,
        limit: usize,
        scratch: &mut Scratch,
        admitted: impl Fn(u32) -> bool,
    ) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = self
            .promising(probe, COMPARED.max(limit), scratch, admitted)
            .into_iter()
            .filter_map(|number| self.compare(probe, number))
            .collect();
        found.sort_by(|a, b| {
            b.log_odds
                .total_cmp(&a.log_odds)
                .then(a.number.cmp(&b.number))
        });
        found.truncate(limit);
        found
    }

    /// Compares with one person; nothing for a member of the same household.
    #[must_use]
    pub fn compare(&self, probe: &Probe<'_>, number: u32) -> Option<Candidate> {
        let record = self.store.records().get(number as usize)?;
        if record.household != NONE && record.household == probe.rest.household {
            return None;
        }
        let pattern = Pattern::of(&self.store, probe, record);
        let log_odds = self
            .model
            .log_odds(self.model.evidence(&pattern), self.store.people());
        Some(Candidate {
            number,
            log_odds,
            pattern,
        })
    }

    /// The people who share the rarest things with somebody, best first.
    #[must_use]
    pub fn promising(
        &self,
        probe: &Probe<'_>,
        most: usize,
        scratch: &mut Scratch,
        admitted: impl Fn(u32) -> bool,
    ) -> Vec<u32> {
        scratch.points.resize(self.len(), 0);
        for asked in probe.latin.iter().chain(&probe.native) {
            scratch.parts(&self.store.names, asked, &self.by_name, 1.0);
        }
        for asked in &probe.mother {
            scratch.parts(&self.store.mothers, asked, &self.by_mother, 0.6);
        }
        self.dates(&probe.rest, scratch);
        if let Some(people) = self.by_phone.get(&probe.rest.phone) {
            scratch.give(people, 700);
        }
        if let Some(people) = self.by_document.get(&probe.rest.document) {
            scratch.give(people, 1200);
        }
        scratch.best(most, admitted)
    }

    fn dates(&self, record: &Record, scratch: &mut Scratch) {
        let Some(born) = record.born else { return };
        let mut give = |born: Born, points: u16| {
            if let Some(people) = self.by_date.get(&day(born)) {
                scratch.give(people, points);
            }
        };
        give(born, if born.only_a_year() { 250 } else { 600 });
        if born.day <= 12 && born.day != born.month && !born.only_a_year() {
            give(
                Born {
                    month: born.day,
                    day: born.month,
                    ..born
                },
                450,
            );
        }
        if !born.only_a_year() {
            for year in [-8, -7, -1, 1, 7, 8] {
                give(
                    Born {
                        year: born.year + year,
                        ..born
                    },
                    350,
                );
            }
            give(
                Born {
                    month: 1,
                    day: 1,
                    ..born
                },
                150,
            );
        }
    }

    /// Bytes held, about.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let lists = |lists: &Vec<Vec<u32>>| {
            lists
                .iter()
                .map(|list| 24 + 4 * list.capacity())
                .sum::<usize>()
        };
        let dates: usize = self
            .by_date
            .values()
            .map(|list| 36 + 4 * list.capacity())
            .sum();
        let numbers = |map: &HashMap<u64, Vec<u32>>| {
            map.values()
                .map(|list| 40 + 4 * list.capacity())
                .sum::<usize>()
        };
        self.store.bytes()
            + lists(&self.by_name)
            + lists(&self.by_mother)
            + dates
            + numbers(&self.by_phone)
            + numbers(&self.by_document)
    }
}

fn file(lists: &mut Vec<Vec<u32>>, part: Part, number: u32) {
    let part = part as usize;
    if lists.len() <= part {
        lists.resize_with(part + 1, Vec::new);
    }
    if lists[part].last() != Some(&number) {
        lists[part].push(number);
    }
}

fn take(list: Option<&mut Vec<u32>>, number: u32) {
    if let Some(list) = list {
        list.retain(|other| *other != number);
    }
}

fn day(born: Born) -> u32 {
    u32::from(born.year.unsigned_abs()) * 512 + u32::from(born.month) * 32 + u32::from(born.day)
}

impl Scratch {
    fn parts(
        &mut self,
        vocabulary: &Vocabulary,
        asked: &Asked<'_>,
        lists: &[Vec<u32>],
        scale: f64,
    ) {
        for near in asked.near.iter() {
            let Some(people) = lists.get(near.part as usize) else {
                continue;
            };
            let kept = match near.alike {
                Alike::Exact => 1.0,
                Alike::Spelling => 0.97,
                Alike::Close => 0.9,
                _ => 0.75,
            };
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a logarithm of a count"
            )]
            let points = (vocabulary.points(near.part) * kept * scale) as u16;
            self.give(people, points);
        }
    }

    fn give(&mut self, people: &[u32], points: u16) {
        for number in people {
            if let Some(sum) = self.points.get_mut(*number as usize) {
                if *sum == 0 {
                    self.touched.push(*number);
                }
                *sum = sum.saturating_add(points);
            }
        }
    }

    /// The best, and the room is clean again.
    fn best(&mut self, most: usize, admitted: impl Fn(u32) -> bool) -> Vec<u32> {
        let mut found: Vec<(u16, u32)> = Vec::new();
        let mut enough = WORTH_COMPARING;
        for number in self.touched.drain(..) {
            let points = std::mem::take(&mut self.points[number as usize]);
            if points >= enough && admitted(number) {
                found.push((points, number));
                if found.len() >= 8 * most {
                    enough = cut(&mut found, most);
                }
            }
        }
        cut(&mut found, most);
        found.into_iter().map(|(_, number)| number).collect()
    }
}

/// Keeps the best and says what it took to be among them.
fn cut(found: &mut Vec<(u16, u32)>, most: usize) -> u16 {
    found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    found.truncate(most);
    found.last().map_or(WORTH_COMPARING, |(points, _)| {
        (*points).max(WORTH_COMPARING)
    })
}

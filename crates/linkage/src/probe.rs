//! Somebody asked about, ready to be compared with everybody in a store.

use std::{borrow::Cow, cell::Cell};

use crate::{
    digits,
    frequency::{Community, Slot},
    names::script::Word,
    person::Person,
    record::{Cut, Record, Store, nationalities},
    vocabulary::{Near, Part, Rarity, Vocabulary},
};

/// A part of somebody asked about, with all it is like.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The part.
    pub word: Word,
    /// How often it occurs.
    pub rarity: Rarity,
    /// What occurs that is like it, by number.
    pub near: Cow<'a, [Near]>,
    /// Shares worked out already, by position in `near`: few distinct questions are asked often.
    shares: Vec<Cell<[f32; SHARES]>>,
}

/// With or without a shared nationality, sex, and first place.
const SHARES: usize = 8;

impl Asked<'_> {
    /// [`Vocabulary::share`] of the part at this position in `near`.
    #[must_use]
    pub fn share(
        &self,
        vocabulary: &Vocabulary,
        at: usize,
        community: Community,
        slot: Slot,
    ) -> f64 {
        let question = usize::from(community.nationality != 0)
            + 2 * usize::from(community.sex.is_some())
            + 4 * usize::from(slot == Slot::First);
        let mut known = self.shares[at].get();
        if known[question] == 0.0 {
            let near = self.near[at];
            let share = vocabulary.share(
                self.rarity,
                vocabulary.rarity(near.part),
                near.alike,
                community,
                slot,
            );
            #[expect(clippy::cast_possible_truncation, reason = "seven digits are plenty")]
            {
                known[question] = share as f32;
            }
            self.shares[at].set(known);
        }
        f64::from(known[question])
    }
}

/// Somebody asked about: a stored person or one being registered.
#[derive(Debug, Clone)]
pub struct Probe<'a> {
    /// The name as compared.
    pub latin: Vec<Asked<'a>>,
    /// The name in its own script.
    pub native: Vec<Asked<'a>>,
    /// Mother's name.
    pub mother: Vec<Asked<'a>>,
    /// Place of birth.
    pub place: Option<Asked<'a>>,
    /// Everything else.
    pub rest: Record,
}

impl Store {
    /// A person being registered, ready to be compared.
    #[must_use]
    pub fn probe(&self, person: &Person) -> Probe<'_> {
        let cut = Cut::of(person);
        let [nationality, second] =
            nationalities(&person.nationality).map(|code| self.nationality(code));
        let rest = Record {
            sex: person.sex,
            nationality,
            second,
            born: person.born,
            phone: digits::phone(&person.phone),
            document: digits::document(&person.document),
            household: self.household(&person.household),
            ..Record::NOBODY
        };
        Probe {
            latin: asked(&self.names, cut.latin),
            native: asked(&self.names, cut.native),
            mother: asked(&self.mothers, cut.mother),
            place: cut.place.map(|word| ask(&self.places, word)),
            rest,
        }
    }

    /// A stored person, ready to be compared.
    #[must_use]
    pub fn probe_of(&self, number: u32) -> Option<Probe<'_>> {
        let record = self.records().get(number as usize)?;
        let [latin, native, mother] = self.parts(record);
        let words = |vocabulary: &Vocabulary, parts: &[Part]| {
            parts
                .iter()
                .filter_map(|part| vocabulary.word(*part).cloned())
                .collect()
        };
        Some(Probe {
            latin: asked(&self.names, words(&self.names, latin)),
            native: asked(&self.names, words(&self.names, native)),
            mother: asked(&self.mothers, words(&self.mothers, mother)),
            place: self
                .places
                .word(record.place)
                .cloned()
                .map(|word| ask(&self.places, word)),
            rest: *record,
        })
    }
}

fn asked(vocabulary: &Vocabulary, words: Vec<Word>) -> Vec<Asked<'_>> {
    words
        .into_iter()
        .map(|word| ask(vocabulary, word))
        .collect()
}

fn ask(vocabulary: &Vocabulary, word: Word) -> Asked<'_> {
    let near = vocabulary.near_word(&word);
    Asked {
        rarity: vocabulary.rarity_of(&word),
        shares: vec![Cell::new([0.0; SHARES]); near.len()],
        near,
        word,
    }
}

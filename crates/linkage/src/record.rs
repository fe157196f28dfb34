//! A person as the index holds them: numbers instead of words, 48 bytes and a few for each part.

use std::{borrow::Cow, cell::Cell, collections::HashMap};

use crate::{
    dates::Born,
    digits,
    frequency::{Community, Slot},
    names::{parts::parts, script::Word},
    person::{Person, Sex},
    vocabulary::{Near, Part, Rarity, Vocabulary},
};

/// No value.
pub const NONE: u32 = u32::MAX;

/// One person, small.
#[derive(Debug, Clone, Copy)]
pub struct Record {
    at: u32,
    latin: u8,
    native: u8,
    mother: u8,
    /// Sex.
    pub sex: Option<Sex>,
    /// Nationality's number.
    pub nationality: u16,
    /// Date of birth.
    pub born: Option<Born>,
    /// Place's number among places.
    pub place: u32,
    /// Phone's last digits.
    pub phone: u64,
    /// Document's number.
    pub document: u64,
    /// Household's number.
    pub household: u32,
}

/// What all records share.
#[derive(Default)]
pub struct Store {
    /// Parts of people's names.
    pub names: Vocabulary,
    /// Parts of mothers' names.
    pub mothers: Vocabulary,
    /// Places.
    pub places: Vocabulary,
    /// How often each birthday (with its year) occurs.
    birthdays: HashMap<Born, u32>,
    born: u32,
    nationalities: HashMap<Box<str>, u16>,
    households: HashMap<Box<str>, u32>,
    parts: Vec<Part>,
    records: Vec<Record>,
}

/// The names of a person, cut into parts.
#[derive(Debug, Clone, Default)]
pub struct Cut {
    /// Given names, then the others.
    pub latin: Vec<Word>,
    /// The name in its own script.
    pub native: Vec<Word>,
    /// Mother's name.
    pub mother: Vec<Word>,
    /// Place of birth as one word.
    pub place: Option<Word>,
}

impl Cut {
    /// Cuts the names of a person.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        let mut latin = parts(&person.given);
        latin.extend(parts(&person.family));
        latin.truncate(MOST_PARTS);
        let mut native = parts(&person.native);
        if latin.is_empty() {
            std::mem::swap(&mut latin, &mut native);
        }
        let mut mother = parts(&person.mother);
        mother.truncate(MOST_OF_A_MOTHER);
        Self {
            latin,
            native,
            mother,
            place: place(&person.birth_place),
        }
    }
}

const MOST_PARTS: usize = 10;
const MOST_OF_A_MOTHER: usize = 3;

fn place(text: &str) -> Option<Word> {
    parts(text).into_iter().reduce(|mut whole, next| {
        whole.text.push_str(&next.text);
        whole.bare |= next.bare;
        whole
    })
}

impl Store {
    /// Takes a person in and gives their number.
    pub fn add(&mut self, person: &Person) -> u32 {
        let cut = Cut::of(person);
        let nationality = self.nationality_number(&person.nationality);
        let community = Community {
            nationality,
            sex: person.sex,
        };
        #[expect(clippy::cast_possible_truncation, reason = "fewer than 2^32 parts")]
        let at = self.parts.len() as u32;
        for words in [&cut.latin, &cut.native] {
            for (place, word) in words.iter().enumerate() {
                let part = self.names.count(word, community, slot(place));
                self.parts.push(part);
            }
        }
        let family = Community {
            sex: None,
            ..community
        };
        for (place, word) in cut.mother.iter().enumerate() {
            let part = self.mothers.count(word, family, slot(place));
            self.parts.push(part);
        }
        let place = cut
            .place
            .as_ref()
            .map_or(NONE, |word| self.places.count(word, family, Slot::First));
        let household = self.household_number(&person.household);
        #[expect(clippy::cast_possible_truncation, reason = "names have few parts")]
        self.records.push(Record {
            at,
            latin: cut.latin.len() as u8,
            native: cut.native.len() as u8,
            mother: cut.mother.len() as u8,
            sex: person.sex,
            nationality,
            born: person.born,
            place,
            phone: digits::phone(&person.phone),
            document: digits::document(&person.document),
            household,
        });
        #[expect(clippy::cast_possible_truncation, reason = "fewer than 2^32 people")]
        let number = (self.records.len() - 1) as u32;
        number
    }

    fn nationality_number(&mut self, code: &str) -> u16 {
        let code = code.trim().to_uppercase();
        if code.is_empty() {
            return 0;
        }
        let next = u16::try_from(self.nationalities.len() + 1).unwrap_or(u16::MAX);
        *self.nationalities.entry(code.into()).or_insert(next)
    }

    fn household_number(&mut self, code: &str) -> u32 {
        if code.is_empty() {
            return NONE;
        }
        let next = u32::try_from(self.households.len()).unwrap_or(NONE);
        *self.households.entry(code.into()).or_insert(next)
    }

    /// The share of people born, or said to be born, on that day: some years are guessed more often
    /// than others.
    #[must_use]
    pub fn birthday_share(&self, born: Born) -> f64 {
        let others = self
            .birthdays
            .get(&born.day_only())
            .map_or(0, |count| count.saturating_sub(1));
        (f64::from(others) + 0.5) / (f64::from(self.born) + 5000.0)
    }

    /// The number of a nationality, 0 for none or one that nobody has.
    #[must_use]
    pub fn nationality(&self, code: &str) -> u16 {
        let code = code.trim().to_uppercase();
        match self.nationalities.get(code.as_str()) {
            Some(number) => *number,
            None if code.is_empty() => 0,
            None => u16::MAX,
        }
    }

    /// The number of a household.
    #[must_use]
    pub fn household(&self, code: &str) -> u32 {
        self.households.get(code).copied().unwrap_or(NONE)
    }

    /// Everybody.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The parts of a person's name as compared, in their own script, and of their mother's.
    #[must_use]
    pub fn parts(&self, record: &Record) -> [&[Part]; 3] {
        let (start, latin) = (record.at as usize, usize::from(record.latin));
        let (native, mother) = (usize::from(record.native), usize::from(record.mother));
        let all = &self.parts[start..start + latin + native + mother];
        let (names, mothers) = all.split_at(latin + native);
        let (own, script) = names.split_at(latin);
        [own, script, mothers]
    }

    /// Bytes held, about.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.names.bytes()
            + self.mothers.bytes()
            + self.places.bytes()
            + 4 * self.parts.capacity()
            + size_of::<Record>() * self.records.capacity()
            + self.households.len() * 48
    }
}

const fn slot(place: usize) -> Slot {
    if place == 0 { Slot::First } else { Slot::Other }
}

impl Record {
    /// What goes with this person's name.
    #[must_use]
    pub const fn community(&self) -> Community {
        Community {
            nationality: self.nationality,
            sex: self.sex,
        }
    }
}

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
        let rest = Record {
            at: 0,
            latin: 0,
            native: 0,
            mother: 0,
            sex: person.sex,
            nationality: self.nationality(&person.nationality),
            born: person.born,
            place: NONE,
            phone: digits::phone(&person.phone),
            document: digits::document(&person.document),
            household: self.household(&person.household),
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
        let record = self.records.get(number as usize)?;
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

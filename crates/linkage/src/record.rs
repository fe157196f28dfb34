//! A person as the index holds them: numbers instead of words, 48 bytes and a few for each part.

use std::collections::HashMap;

use crate::{
    dates::Born,
    digits,
    frequency::{Community, Slot},
    names::{parts::parts, script::Word},
    person::{Person, Sex},
    vocabulary::{Part, Vocabulary},
};

/// No value.
pub const NONE: u32 = u32::MAX;

/// One person, small.
#[derive(Debug, Clone, Copy)]
pub struct Record {
    pub(crate) at: u32,
    pub(crate) latin: u8,
    pub(crate) native: u8,
    pub(crate) mother: u8,
    /// Sex.
    pub sex: Option<Sex>,
    /// Nationality's number.
    pub nationality: u16,
    /// Another nationality's number, 0 for none.
    pub second: u16,
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
    /// Numbers of people who were taken out, to be given again.
    free: Vec<u32>,
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
        let [nationality, second] =
            nationalities(&person.nationality).map(|code| self.nationality_number(code));
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
        let record = Record {
            at,
            latin: cut.latin.len() as u8,
            native: cut.native.len() as u8,
            mother: cut.mother.len() as u8,
            sex: person.sex,
            nationality,
            second,
            born: person.born,
            place,
            phone: digits::phone(&person.phone),
            document: digits::document(&person.document),
            household,
        };
        self.enter(record)
    }

    fn enter(&mut self, record: Record) -> u32 {
        if let Some(number) = self.free.pop() {
            self.records[number as usize] = record;
            return number;
        }
        self.records.push(record);
        #[expect(clippy::cast_possible_truncation, reason = "fewer than 2^32 people")]
        let number = (self.records.len() - 1) as u32;
        number
    }

    /// Takes a person out: nothing that was said of them counts any more, and their number may be
    /// given to somebody else.
    pub fn remove(&mut self, number: u32) {
        let Some(record) = self.records.get(number as usize).copied() else {
            return;
        };
        let community = record.community();
        let [latin, native, mother] = self.parts(&record).map(<[Part]>::to_vec);
        for words in [latin, native] {
            for (place, part) in words.into_iter().enumerate() {
                self.names.uncount(part, community, slot(place));
            }
        }
        let family = Community {
            sex: None,
            ..community
        };
        for (place, part) in mother.into_iter().enumerate() {
            self.mothers.uncount(part, family, slot(place));
        }
        if record.place != NONE {
            self.places.uncount(record.place, family, Slot::First);
        }
        self.records[number as usize] = Record::NOBODY;
        self.free.push(number);
    }

    /// How many people are in it.
    #[must_use]
    pub const fn people(&self) -> usize {
        self.records.len() - self.free.len()
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

/// The first two of the nationalities, which stand with spaces between them.
pub(crate) fn nationalities(codes: &str) -> [&str; 2] {
    let mut codes = codes.split_whitespace();
    [codes.next().unwrap_or(""), codes.next().unwrap_or("")]
}

const fn slot(place: usize) -> Slot {
    if place == 0 { Slot::First } else { Slot::Other }
}

impl Record {
    /// What stands where somebody was taken out: it agrees with nobody.
    pub(crate) const NOBODY: Self = Self {
        at: 0,
        latin: 0,
        native: 0,
        mother: 0,
        sex: None,
        nationality: 0,
        second: 0,
        born: None,
        place: NONE,
        phone: 0,
        document: 0,
        household: NONE,
    };

    /// The nationality that both have, or else the first of this one.
    #[must_use]
    pub fn nationality_with(&self, other: &Self) -> u16 {
        let both = |code: u16| code != 0 && (code == other.nationality || code == other.second);
        if both(self.second) && !both(self.nationality) {
            self.second
        } else {
            self.nationality
        }
    }

    /// What goes with this person's name.
    #[must_use]
    pub const fn community(&self) -> Community {
        Community {
            nationality: self.nationality,
            sex: self.sex,
        }
    }
}

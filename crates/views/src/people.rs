//! Everybody by what tells one person from another: the index of `linkage`, made from the rows of
//! `people` and kept up to date with them. It holds no more than they do and goes with them.
//!
//! Files that must not be guessed at stand in an index of their own. What the open one answers is
//! made without them: their names are not even counted when it says how rare a name is.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Mutex, PoisonError},
};

use casework::{
    Case, Id,
    lists::{DobConfidence, Sex},
};
use jiff::civil::Date;
use linkage::{Candidate, Index, Person, Scratch, dates::Born};
use serde::{Deserialize, Serialize};

/// What is known of a person that may tell them from others (`domain.md` 2.1), or what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "fields carry the names of domain.md")]
pub struct Known {
    /// Every name that the person is called by, the one to show first.
    pub names: Vec<String>,
    pub born: Option<Date>,
    /// Whether the date is a guess, or an age.
    pub estimated: bool,
    pub sex: Option<Sex>,
    pub nationality: Vec<String>,
    pub place: String,
    pub mother: String,
    pub phone: String,
    pub document: String,
    pub household: Option<Id>,
}

impl Known {
    /// What every reader of a file sees of the person; nothing while nobody said who it is.
    #[must_use]
    pub fn of(general: &Case) -> Option<Self> {
        let known = &general.registration;
        let (stamp, identity) = known.identity.as_ref()?;
        let names = [
            identity.alias.as_ref(),
            Some(&identity.preferred_name),
            identity.legal_name.as_ref(),
        ];
        let contact = known.safe_contact.as_ref();
        let background = known.background.as_ref();
        let by_age = identity.age_claimed.and_then(|age| {
            let said = casework::case::day_of(stamp.happened);
            Date::new(said.year() - i16::try_from(age).ok()?, 1, 1).ok()
        });
        let text = |said: Option<&String>| said.cloned().unwrap_or_default();
        Some(Self {
            names: names.into_iter().flatten().cloned().collect(),
            born: identity.dob.or(by_age),
            estimated: identity.dob.is_none()
                || identity.dob_confidence == Some(DobConfidence::Estimated),
            sex: Some(identity.sex),
            nationality: (identity.nationality.iter())
                .map(|country| country.code().to_owned())
                .collect(),
            place: text(background.and_then(|said| said.region_of_origin.as_ref())),
            mother: text(identity.mother_name.as_ref()),
            phone: text(contact.and_then(|(_, contact)| contact.phone.as_ref())),
            document: text(background.and_then(|said| said.id_number.as_ref())),
            household: (general.household.present.as_ref()).map(|(_, joined)| joined.household),
        })
    }

    /// One registration for each name, all of one household, so that no name of a person is taken
    /// for another person.
    fn people(&self) -> Vec<Person> {
        let mut names: Vec<&String> = self.names.iter().filter(|name| !name.is_empty()).collect();
        let mut seen = std::collections::HashSet::new();
        names.retain(|name| seen.insert(linkage::fold(name)));
        let born = self.born.map(|date| Born {
            year: date.year(),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
            estimated: self.estimated,
        });
        let of = |given: &str| Person {
            given: given.to_owned(),
            sex: self.sex.and_then(sex),
            born,
            nationality: self.nationality.join(" "),
            birth_place: self.place.clone(),
            mother: self.mother.clone(),
            phone: self.phone.clone(),
            document: self.document.clone(),
            household: self.household.map_or_else(String::new, |id| id.to_string()),
            ..Person::default()
        };
        if names.is_empty() {
            return vec![of("")];
        }
        names.into_iter().map(|name| of(name)).collect()
    }

    fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish()
    }
}

const fn sex(said: Sex) -> Option<linkage::Sex> {
    match said {
        Sex::Female => Some(linkage::Sex::Female),
        Sex::Male => Some(linkage::Sex::Male),
        Sex::Intersex => Some(linkage::Sex::Other),
        Sex::Undisclosed => None,
    }
}

/// Somebody who may be the person asked about.
#[derive(Debug, Clone)]
pub struct Like {
    /// Whose file.
    pub file: Id,
    /// Whether it must answer as if it were not there.
    pub restricted: bool,
    /// How likely, and what was compared.
    pub candidate: Candidate,
}

impl Like {
    /// Whether the phone asked for is this person's, however it is written.
    #[must_use]
    pub fn has_same_phone(&self) -> bool {
        self.candidate.pattern.phone == linkage::digits::Numbers::Same
    }
}

/// A person as the index holds them.
struct Place {
    restricted: bool,
    numbers: Box<[u32]>,
    fingerprint: u64,
}

/// One index with the files behind its numbers.
#[derive(Default)]
pub struct Shelf {
    /// The people.
    pub index: Index,
    files: Vec<Id>,
}

impl Shelf {
    fn add(&mut self, file: Id, person: &Person) -> u32 {
        let number = self.index.add(person);
        let at = number as usize;
        if self.files.len() <= at {
            self.files.resize(at + 1, Id::default());
        }
        self.files[at] = file;
        number
    }

    /// The file behind a number.
    #[must_use]
    pub fn file(&self, number: u32) -> Id {
        self.files.get(number as usize).copied().unwrap_or_default()
    }

    fn like(
        &self,
        known: &Known,
        except: Option<Id>,
        most: usize,
        room: &mut Scratch,
    ) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        for person in known.people() {
            let probe = self.index.store.probe(&person);
            let admitted = |number: u32| Some(self.file(number)) != except;
            found.extend(self.index.candidates_of(&probe, most, room, admitted));
        }
        found
    }
}

/// Everybody, on two shelves.
#[derive(Default)]
pub struct People {
    /// Files that may be told of.
    pub open: Shelf,
    /// Files that answer a likeness as if they were not there.
    pub restricted: Shelf,
    places: HashMap<Id, Place>,
    rooms: Mutex<Vec<Scratch>>,
}

impl People {
    /// Puts a person in place of what was known of the same file.
    pub fn put(&mut self, file: Id, known: &Known, restricted: bool) {
        let fingerprint = known.fingerprint();
        let same =
            |place: &Place| place.fingerprint == fingerprint && place.restricted == restricted;
        if self.places.get(&file).is_some_and(same) {
            return;
        }
        self.remove(file);
        let shelf = if restricted {
            &mut self.restricted
        } else {
            &mut self.open
        };
        let people = known.people();
        let numbers = people
            .iter()
            .map(|person| shelf.add(file, person))
            .collect();
        let place = Place {
            restricted,
            numbers,
            fingerprint,
        };
        self.places.insert(file, place);
    }

    /// Takes a person out.
    pub fn remove(&mut self, file: Id) {
        let Some(place) = self.places.remove(&file) else {
            return;
        };
        let shelf = if place.restricted {
            &mut self.restricted
        } else {
            &mut self.open
        };
        for number in place.numbers {
            shelf.index.remove(number);
            shelf.files[number as usize] = Id::default();
        }
    }

    /// All are in; from now on questions are asked between additions.
    pub const fn settle(&mut self) {
        self.open.index.settle();
        self.restricted.index.settle();
    }

    /// How many files.
    #[must_use]
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// Who may be this person, the most likely first, one row a file.
    #[must_use]
    pub fn like(&self, known: &Known, except: Option<Id>, most: usize) -> Vec<Like> {
        let mut room = self.rooms().pop().unwrap_or_default();
        let mut found = Vec::new();
        // Both shelves are asked whoever asks, so that the time tells nothing of who is on which.
        for (shelf, restricted) in [(&self.open, false), (&self.restricted, true)] {
            let candidates = shelf.like(known, except, most, &mut room).into_iter();
            found.extend(candidates.map(|candidate| Like {
                file: shelf.file(candidate.number),
                restricted,
                candidate,
            }));
        }
        self.rooms().push(room);
        found.sort_by(|one, other| {
            let by_odds = other.candidate.log_odds.total_cmp(&one.candidate.log_odds);
            by_odds.then_with(|| one.file.cmp(&other.file))
        });
        let mut seen = std::collections::HashSet::new();
        found.retain(|like| seen.insert(like.file));
        found
    }

    /// One file compared with what is known of another; the likeliest of their names counts.
    #[must_use]
    pub fn compare(&self, known: &Known, other: Id) -> Option<Like> {
        let place = self.places.get(&other)?;
        let shelf = if place.restricted {
            &self.restricted
        } else {
            &self.open
        };
        let mut best: Option<Candidate> = None;
        for person in known.people() {
            let probe = shelf.index.store.probe(&person);
            for number in &place.numbers {
                let one = shelf.index.compare(&probe, *number);
                let better = |one: &Candidate| {
                    let known = best.as_ref();
                    known.is_none_or(|best| one.log_odds > best.log_odds)
                };
                if let Some(one) = one.filter(better) {
                    best = Some(one);
                }
            }
        }
        Some(Like {
            file: other,
            restricted: place.restricted,
            candidate: best?,
        })
    }

    fn rooms(&self) -> std::sync::MutexGuard<'_, Vec<Scratch>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Bytes held, about.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let places = self.places.capacity() * (size_of::<(Id, Place)>() + 1);
        let files = 16 * (self.open.files.capacity() + self.restricted.files.capacity());
        self.open.index.bytes() + self.restricted.index.bytes() + places + files + 8 * self.count()
    }
}

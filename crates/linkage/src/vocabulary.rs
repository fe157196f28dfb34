//! The parts that occur in a register's names, how often, and which are alike.
//!
//! Fuzzy comparison happens here, once for each pair of *parts*; comparing two people is then a
//! matter of looking their parts up. A million people share a few hundred thousand parts.

use std::{
    borrow::Cow,
    collections::HashMap,
    hash::{BuildHasher, Hasher, RandomState},
    sync::OnceLock,
};

use crate::{
    frequency::{Community, Frequencies, Slot},
    names::{
        compare::{Alike, Heard, alike},
        keys, nicknames,
        script::Word,
        sounds::sounds,
    },
};

/// A part's number in its vocabulary.
pub type Part = u32;

/// A part that is like another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// Which.
    pub part: Part,
    /// How.
    pub alike: Alike,
}

/// All parts of the names of one kind.
pub struct Vocabulary {
    numbers: HashMap<Box<str>, Part>,
    entries: Vec<Entry>,
    filed: HashMap<u64, Vec<Part>>,
    /// Names in whatever spelling, by the first of their keys.
    spoken: HashMap<u64, u32>,
    /// How often each is used, where.
    pub frequencies: Frequencies,
    spoken_counts: Vec<u32>,
    counted: usize,
    /// Whether lists of like parts may have been made, which a new part must join.
    asked: bool,
    hasher: RandomState,
}

struct Entry {
    word: Word,
    heard: Heard,
    count: u32,
    spoken: u32,
    near: OnceLock<Box<[Near]>>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            numbers: HashMap::new(),
            entries: Vec::new(),
            filed: HashMap::new(),
            spoken: HashMap::new(),
            frequencies: Frequencies::default(),
            spoken_counts: Vec::new(),
            counted: 0,
            asked: false,
            hasher: RandomState::new(),
        }
    }
}

impl Vocabulary {
    /// Counts a part and gives its number.
    pub fn count(&mut self, word: &Word, community: Community, slot: Slot) -> Part {
        let number = match self.number(word) {
            Some(number) => number,
            None => self.enter(word),
        };
        if let Some(entry) = self.entries.get_mut(number as usize) {
            entry.count += 1;
            self.spoken_counts[entry.spoken as usize] += 1;
            self.counted += 1;
            self.frequencies.count(entry.spoken, community, slot);
        }
        number
    }

    /// Takes one occurrence back. A part that nobody bears any more is forgotten.
    pub fn uncount(&mut self, part: Part, community: Community, slot: Slot) {
        let Some(entry) = self.entries.get_mut(part as usize) else {
            return;
        };
        entry.count = entry.count.saturating_sub(1);
        let (left, spoken) = (entry.count, entry.spoken);
        let counted = &mut self.spoken_counts[spoken as usize];
        *counted = counted.saturating_sub(1);
        self.counted = self.counted.saturating_sub(1);
        self.frequencies.uncount(spoken, community, slot);
        if left == 0 {
            self.forget(part);
        }
    }

    /// Nothing of the part's letters stays: its number is never given again, and nothing is like it.
    fn forget(&mut self, part: Part) {
        let word = std::mem::take(&mut self.entries[part as usize].word);
        let alike: Vec<Near> = if self.asked {
            let heard = &self.entries[part as usize].heard;
            self.find(&word, heard, &self.filed_under(&word))
        } else {
            Vec::new()
        };
        for other in alike {
            let other = self.entries.get_mut(other.part as usize);
            if let Some(list) = other.and_then(|entry| entry.near.get_mut()) {
                *list = list
                    .iter()
                    .copied()
                    .filter(|near| near.part != part)
                    .collect();
            }
        }
        for key in self.filed_under(&word) {
            if let Some(filed) = self.filed.get_mut(&key) {
                filed.retain(|other| *other != part);
            }
        }
        self.numbers.remove(label(&word).as_str());
        self.entries[part as usize].heard = Heard::default();
        self.entries[part as usize].near = OnceLock::new();
    }

    /// The number of a part that occurs.
    #[must_use]
    pub fn number(&self, word: &Word) -> Option<Part> {
        self.numbers.get(label(word).as_str()).copied()
    }

    /// How many different parts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing occurs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The part as written.
    #[must_use]
    pub fn word(&self, part: Part) -> Option<&Word> {
        self.entries.get(part as usize).map(|entry| &entry.word)
    }

    fn enter(&mut self, word: &Word) -> Part {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "names have fewer parts than 2^32"
        )]
        let number = self.entries.len() as Part;
        let heard = Heard::new(&sounds(&word.text, word.bare), word.bare);
        let filed_under = self.filed_under(word);
        let near = if self.asked {
            self.find(word, &heard, &filed_under)
        } else {
            Vec::new()
        };
        for other in &near {
            if let Some(list) = self
                .entries
                .get_mut(other.part as usize)
                .and_then(|e| e.near.get_mut())
            {
                let mut longer = list.to_vec();
                longer.push(Near {
                    part: number,
                    alike: other.alike,
                });
                *list = longer.into();
            }
        }
        for key in &filed_under {
            self.filed.entry(*key).or_default().push(number);
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "names have fewer parts than 2^32"
        )]
        let next = self.spoken_counts.len() as u32;
        let spoken = *self.spoken.entry(filed_under[0]).or_insert(next);
        if spoken == next {
            self.spoken_counts.push(0);
        }
        self.entries.push(Entry {
            spoken,
            word: word.clone(),
            heard,
            count: 0,
            near: OnceLock::new(),
        });
        self.numbers.insert(label(word).into(), number);
        number
    }

    /// Keys as hashes, the part's own consonants first.
    fn filed_under(&self, word: &Word) -> Vec<u64> {
        let mut found: Vec<u64> = vec![self.hash(&keys::first(word))];
        found.extend(keys::near(word).iter().map(|key| self.hash(key)));
        found.extend(nicknames::groups(&word.text).map(|group| self.hash(&format!("={group}"))));
        let mut seen = std::collections::HashSet::new();
        found.retain(|key| seen.insert(*key));
        found
    }

    fn hash(&self, key: &str) -> u64 {
        let mut hasher = self.hasher.build_hasher();
        hasher.write(key.as_bytes());
        hasher.finish()
    }

    /// Parts that are like this one, itself among them, in the order of their numbers.
    fn find(&self, word: &Word, heard: &Heard, filed_under: &[u64]) -> Vec<Near> {
        let mut candidates: Vec<Part> = filed_under
            .iter()
            .filter_map(|key| self.filed.get(key))
            .flatten()
            .copied()
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        let pet: Vec<usize> = nicknames::groups(&word.text).collect();
        candidates
            .into_iter()
            .filter_map(|part| {
                let entry = self.entries.get(part as usize)?;
                if entry.word == *word {
                    return Some(Near {
                        part,
                        alike: Alike::Exact,
                    });
                }
                let close = alike(heard, &entry.heard);
                let known = || {
                    let mut groups = nicknames::groups(&entry.word.text);
                    (!pet.is_empty() && groups.any(|group| pet.contains(&group)))
                        .then_some(Alike::Nickname)
                };
                close.or_else(known).map(|alike| Near { part, alike })
            })
            .collect()
    }

    /// Parts like a part of this vocabulary. Found at the first asking and kept.
    #[must_use]
    pub fn near(&self, part: Part) -> &[Near] {
        let Some(entry) = self.entries.get(part as usize) else {
            return &[];
        };
        entry.near.get_or_init(|| {
            let filed_under = self.filed_under(&entry.word);
            self.find(&entry.word, &entry.heard, &filed_under).into()
        })
    }

    /// Parts like a word that need not occur. The word itself, if it occurs, is exact.
    #[must_use]
    pub fn near_word(&self, word: &Word) -> Cow<'_, [Near]> {
        match self.number(word) {
            Some(part) => Cow::Borrowed(self.near(part)),
            None => {
                let heard = Heard::new(&sounds(&word.text, word.bare), word.bare);
                Cow::Owned(self.find(word, &heard, &self.filed_under(word)))
            }
        }
    }

    /// How rare an agreement on these two parts is: the share of people of a community who would
    /// agree as well by chance. Never 0: what was seen once may be seen again.
    #[must_use]
    pub fn share(
        &self,
        one: Rarity,
        other: Rarity,
        alike: Alike,
        community: Community,
        slot: Slot,
    ) -> f64 {
        let of = |rarity: Rarity| self.frequencies.share(rarity.spoken, community, slot);
        let spoken = if one.spoken == other.spoken {
            of(one)
        } else {
            (of(one) * of(other)).sqrt()
        };
        let share = match alike {
            Alike::Exact => spoken * self.spelt_so(one).max(self.spelt_so(other)).sqrt(),
            Alike::Spelling => spoken,
            Alike::Close => 2.0 * spoken,
            Alike::Loose => 5.0 * spoken + LOOSE_ANYWAY,
            Alike::Nickname => 2.0 * spoken + LOOSE_ANYWAY,
            Alike::Initial => 0.05,
        };
        share.clamp(1e-7, 0.7)
    }

    /// The share of a name's bearers who write it this way.
    fn spelt_so(&self, rarity: Rarity) -> f64 {
        let all = rarity
            .spoken
            .and_then(|at| self.spoken_counts.get(at as usize))
            .copied()
            .unwrap_or(0);
        (f64::from(rarity.written) + 1.0) / (f64::from(all.max(rarity.written)) + 1.0)
    }

    /// A rough rarity for choosing whom to compare: hundredths of a natural logarithm.
    #[must_use]
    pub fn points(&self, part: Part) -> f64 {
        let Some(entry) = self.entries.get(part as usize) else {
            return 0.0;
        };
        let spoken = f64::from(self.spoken_counts[entry.spoken as usize]) + 1.0;
        let all = f64::from(u32::try_from(self.counted).unwrap_or(u32::MAX)) + 400.0;
        -100.0 * (spoken / all).ln()
    }

    /// From now on new parts join the lists of those they are like.
    pub const fn settle(&mut self) {
        self.asked = true;
    }

    /// How often a part is written and spoken.
    #[must_use]
    pub fn rarity(&self, part: Part) -> Rarity {
        self.entries
            .get(part as usize)
            .map_or_else(Rarity::default, |entry| Rarity {
                written: entry.count,
                spoken: Some(entry.spoken),
            })
    }

    /// The same of a word that need not occur.
    #[must_use]
    pub fn rarity_of(&self, word: &Word) -> Rarity {
        self.number(word).map_or_else(
            || Rarity {
                written: 0,
                spoken: self.spoken.get(&self.hash(&keys::first(word))).copied(),
            },
            |part| self.rarity(part),
        )
    }

    /// Bytes held, about.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let entries: usize = self
            .entries
            .iter()
            .map(|e| {
                size_of::<Entry>()
                    + 2 * (e.word.text.capacity() + 24)
                    + e.heard.codes.len()
                    + e.near.get().map_or(0, |near| size_of_val(&**near))
            })
            .sum();
        let filed: usize = self
            .filed
            .values()
            .map(|list| 56 + 4 * list.capacity())
            .sum();
        entries + filed + 24 * self.spoken.len() + self.frequencies.bytes()
    }
}

/// How often a part occurs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rarity {
    /// In this spelling.
    pub written: u32,
    /// The name, in whatever spelling.
    pub spoken: Option<u32>,
}

/// One pair of parts in so many is loosely alike by chance alone.
const LOOSE_ANYWAY: f64 = 0.002;

/// The same letters from a script without vowels are another part.
fn label(word: &Word) -> String {
    if word.bare {
        format!("{}*", word.text)
    } else {
        word.text.clone()
    }
}

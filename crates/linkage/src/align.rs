//! The parts of two names laid side by side: which is which, in whatever order.

use crate::{
    frequency::{Community, Slot},
    names::{
        compare::{Alike, Heard, alike},
        sounds::sounds,
    },
    probe::Asked,
    vocabulary::{Part, Vocabulary},
};

/// Where the first part of each name went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Firsts {
    /// To each other.
    Together,
    /// Both to another place: the name is written the other way round.
    Crossed,
    /// Only one of them is anywhere in the other name.
    Half,
    /// Neither.
    Apart,
}

/// One agreement between two names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreed {
    /// Position in the name asked about.
    pub left: u8,
    /// Position in the other.
    pub right: u8,
    /// How.
    pub alike: Alike,
    /// The share of parts that agree as well by chance.
    pub share: f64,
}

impl Agreed {
    /// Whether a first part is in it.
    #[must_use]
    pub const fn of_a_first(&self) -> bool {
        self.left == 0 && self.right == 0
    }
}

/// Two names side by side.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Aligned {
    /// What agrees.
    pub agreed: Vec<Agreed>,
    /// Parts of the one name without a partner.
    pub left_over: u8,
    /// Parts of the other.
    pub right_over: u8,
    /// Whether the first part of each found a partner.
    pub firsts: (bool, bool),
}

impl Aligned {
    /// Where the first parts went.
    #[must_use]
    pub fn placed(&self) -> Firsts {
        if self.agreed.iter().any(Agreed::of_a_first) {
            return Firsts::Together;
        }
        match self.firsts {
            (true, true) => Firsts::Crossed,
            (false, false) => Firsts::Apart,
            _ => Firsts::Half,
        }
    }

    /// Parts on both sides that contradict each other.
    #[must_use]
    pub fn contradictions(&self) -> u8 {
        self.left_over.min(self.right_over)
    }

    /// Parts that only one name has.
    #[must_use]
    pub const fn extra(&self) -> u8 {
        self.left_over.abs_diff(self.right_over)
    }

    /// How little of it is chance, as a natural logarithm.
    #[must_use]
    pub fn weight(&self) -> f64 {
        self.agreed.iter().map(|one| -one.share.ln()).sum()
    }
}

/// Lays a name asked about beside a stored one. Rarest agreements first; among equals the one
/// whose places differ least, so that the answer does not depend on who is asked about.
#[must_use]
pub fn align(
    vocabulary: &Vocabulary,
    left: &[Asked<'_>],
    right: &[Part],
    community: Community,
) -> Aligned {
    let mut possible = possible(vocabulary, left, right, community);
    possible.sort_by(|a, b| {
        let key = |one: &Agreed| {
            (
                one.left.abs_diff(one.right),
                one.left + one.right,
                one.left.min(one.right),
            )
        };
        a.share
            .total_cmp(&b.share)
            .then_with(|| key(a).cmp(&key(b)))
    });
    let mut taken = Taken::default();
    let mut aligned = Aligned::default();
    for one in possible {
        if taken.free(one.left, one.right) {
            taken.take(one.left, one.right);
            aligned.agreed.push(one);
        }
    }
    if aligned.agreed.len() < left.len().min(right.len()) {
        rest(
            vocabulary,
            left,
            right,
            community,
            (&mut taken, &mut aligned),
        );
    }
    aligned.left_over = taken.over(taken.left, left.len());
    aligned.right_over = taken.over(taken.right, right.len());
    aligned.firsts = (taken.left & 1 == 1, taken.right & 1 == 1);
    aligned
}

#[derive(Default)]
struct Taken {
    left: u16,
    right: u16,
}

impl Taken {
    const fn free(&self, left: u8, right: u8) -> bool {
        self.left >> left & 1 == 0 && self.right >> right & 1 == 0
    }

    const fn take(&mut self, left: u8, right: u8) {
        self.left |= 1 << left;
        self.right |= 1 << right;
    }

    fn over(&self, taken: u16, all: usize) -> u8 {
        u8::try_from(all)
            .unwrap_or(0)
            .saturating_sub(u8::try_from(taken.count_ones()).unwrap_or(0))
    }
}

fn possible(
    vocabulary: &Vocabulary,
    left: &[Asked<'_>],
    right: &[Part],
    community: Community,
) -> Vec<Agreed> {
    let mut found = Vec::with_capacity(8);
    for (i, asked) in left.iter().enumerate() {
        for (j, part) in right.iter().enumerate() {
            let Ok(at) = asked.near.binary_search_by_key(part, |near| near.part) else {
                continue;
            };
            let alike = asked.near[at].alike;
            let ways = if i == j { 1.0 } else { 2.0 };
            let slot = if i == 0 || j == 0 {
                Slot::First
            } else {
                Slot::Other
            };
            let mut share = asked.share(vocabulary, at, community, slot);
            if i.min(j) == 0 && i != j {
                let other = asked.share(vocabulary, at, community, Slot::Other);
                share = share.max(other);
            }
            let share = ways * share;
            found.push(Agreed {
                left: small(i),
                right: small(j),
                alike,
                share,
            });
        }
    }
    found
}

fn small(at: usize) -> u8 {
    u8::try_from(at).unwrap_or(u8::MAX)
}

/// What is left: initials, and compounds that one side writes as two words.
fn rest(
    vocabulary: &Vocabulary,
    left: &[Asked<'_>],
    right: &[Part],
    community: Community,
    (taken, aligned): (&mut Taken, &mut Aligned),
) {
    for (i, asked) in left.iter().enumerate() {
        for (j, part) in right.iter().enumerate() {
            if !taken.free(small(i), small(j)) {
                continue;
            }
            let Some(word) = vocabulary.word(*part) else {
                continue;
            };
            let short = asked.word.text.len() == 1 || word.text.len() == 1;
            if short && asked.word.text.as_bytes().first() == word.text.as_bytes().first() {
                let share = vocabulary.share(
                    asked.rarity,
                    asked.rarity,
                    Alike::Initial,
                    community,
                    Slot::Other,
                );
                taken.take(small(i), small(j));
                aligned.agreed.push(Agreed {
                    left: small(i),
                    right: small(j),
                    alike: Alike::Initial,
                    share,
                });
            }
        }
    }
    let others: Vec<&str> = right
        .iter()
        .map(|part| vocabulary.word(*part).map_or("", |word| word.text.as_str()))
        .collect();
    let mine: Vec<&str> = left.iter().map(|asked| asked.word.text.as_str()).collect();
    let bare = left.iter().any(|asked| asked.word.bare);
    while let Some((i, j, alike)) = compound(&mine, &others, taken, bare) {
        let share = 2.0
            * vocabulary.share(
                left[i].rarity,
                left[i].rarity,
                alike,
                community,
                Slot::Other,
            );
        aligned.agreed.push(Agreed {
            left: small(i),
            right: small(j),
            alike,
            share,
        });
    }
}

/// The first compound among what is free, taken.
fn compound(
    mine: &[&str],
    others: &[&str],
    taken: &mut Taken,
    bare: bool,
) -> Option<(usize, usize, Alike)> {
    for i in 0..mine.len() {
        for j in 0..others.len() {
            if !taken.free(small(i), small(j)) {
                continue;
            }
            let (two_mine, two_others) = (mine.get(i + 1), others.get(j + 1));
            if let Some(next) = two_mine.filter(|_| taken.left >> (i + 1) & 1 == 0)
                && let Some(alike) = joined_alike(mine[i], next, others[j], bare)
            {
                taken.take(small(i), small(j));
                taken.left |= 1 << (i + 1);
                return Some((i, j, alike));
            }
            if let Some(next) = two_others.filter(|_| taken.right >> (j + 1) & 1 == 0)
                && let Some(alike) = joined_alike(others[j], next, mine[i], bare)
            {
                taken.take(small(i), small(j));
                taken.right |= 1 << (j + 1);
                return Some((i, j, alike));
            }
        }
    }
    None
}

fn joined_alike(first: &str, second: &str, whole: &str, bare: bool) -> Option<Alike> {
    let long = first.len() + second.len();
    if whole.len() < 5 || long.abs_diff(whole.len()) > 3 {
        return None;
    }
    let one = format!("{first}{second}");
    alike(
        &Heard::new(&sounds(&one, bare), bare),
        &Heard::new(&sounds(whole, bare), bare),
    )
    .filter(|alike| *alike != Alike::Loose)
}

//! How common a name is, where: among all, and among people of one nationality and sex.
//!
//! A name that is rare in a register may be the most common of a small community in it. What two
//! strangers share by chance is therefore counted among people like them.

use std::collections::HashMap;

use crate::person::Sex;

/// Which part of a name: the first tells people apart, the others families.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The first part.
    First,
    /// Any other.
    Other,
}

/// People alike in what goes with names. Nothing known is everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Community {
    /// Nationality's number; 0 for not said, or for two people who differ.
    pub nationality: u16,
    /// Sex.
    pub sex: Option<Sex>,
}

impl Community {
    /// What two people have in common.
    #[must_use]
    pub fn shared(one: Self, other: Self) -> Self {
        Self {
            nationality: if one.nationality == other.nationality {
                one.nationality
            } else {
                0
            },
            sex: if one.sex == other.sex { one.sex } else { None },
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Seen {
    community: Community,
    counts: [u32; 2],
}

/// Counts of spoken names by community and slot.
#[derive(Default)]
pub struct Frequencies {
    names: Vec<Vec<Seen>>,
    everybody: [u32; 2],
    communities: HashMap<Community, [u32; 2]>,
    nations: HashMap<u16, [u32; 2]>,
    /// First parts of people who said their nationality.
    stated: u32,
}

/// Counts that the wider circle weighs like in the narrower one.
const BACKING: f64 = 25.0;
/// A small register knows less about what is rare than it seems to.
const SMOOTH: f64 = 400.0;

impl Frequencies {
    /// Counts one occurrence.
    pub fn count(&mut self, spoken: u32, community: Community, slot: Slot) {
        let (at, slot) = (spoken as usize, slot as usize);
        if self.names.len() <= at {
            self.names.resize_with(at + 1, Vec::new);
        }
        let seen = &mut self.names[at];
        match seen.iter_mut().find(|seen| seen.community == community) {
            Some(found) => found.counts[slot] += 1,
            None => {
                let mut counts = [0; 2];
                counts[slot] = 1;
                seen.push(Seen { community, counts });
            }
        }
        self.everybody[slot] += 1;
        self.stated += u32::from(slot == 0 && community.nationality != 0);
        self.communities.entry(community).or_default()[slot] += 1;
        self.nations.entry(community.nationality).or_default()[slot] += 1;
    }

    /// Takes one occurrence back.
    pub fn uncount(&mut self, spoken: u32, community: Community, slot: Slot) {
        let slot = slot as usize;
        let less = |counts: &mut [u32; 2]| counts[slot] = counts[slot].saturating_sub(1);
        let bearers = self.names.get_mut(spoken as usize);
        let seen = bearers.and_then(|seen| seen.iter_mut().find(|one| one.community == community));
        let Some(seen) = seen else { return };
        less(&mut seen.counts);
        less(&mut self.everybody);
        self.stated -= u32::from(slot == 0 && community.nationality != 0 && self.stated > 0);
        self.communities.entry(community).and_modify(less);
        self.nations.entry(community.nationality).and_modify(less);
    }

    /// The share of people of a community who bear a name in a slot, one bearer left out: the
    /// question is who else does.
    #[must_use]
    pub fn share(&self, spoken: Option<u32>, community: Community, slot: Slot) -> f64 {
        let nothing = Vec::new();
        let seen = spoken
            .and_then(|at| self.names.get(at as usize))
            .unwrap_or(&nothing);
        let slot = slot as usize;
        let all: u32 = seen.iter().map(|seen| seen.counts[slot]).sum();
        let wide =
            (f64::from(all.saturating_sub(1)) + 0.5) / (f64::from(self.everybody[slot]) + SMOOTH);
        if community.nationality == 0 {
            return (wide * self.among_their_own(seen, all, slot, wide)).sqrt();
        }
        let (mut nation, mut narrow) = (0, 0);
        for one in seen
            .iter()
            .filter(|one| one.community.nationality == community.nationality)
        {
            nation += one.counts[slot];
            if one.community.sex == community.sex {
                narrow += one.counts[slot];
            }
        }
        let backed = |count: u32, whole: u32, wider: f64| {
            (f64::from(count.saturating_sub(1)) + BACKING * wider) / (f64::from(whole) + BACKING)
        };
        let whole = |counts: Option<&[u32; 2]>| counts.map_or(0, |counts| counts[slot]);
        let share = backed(
            nation,
            whole(self.nations.get(&community.nationality)),
            wide,
        );
        if community.sex.is_none() {
            return share;
        }
        backed(narrow, whole(self.communities.get(&community)), share)
    }

    /// Where nothing is known of two people, their names still say which community they are of.
    fn among_their_own(&self, seen: &[Seen], all: u32, slot: usize, wide: f64) -> f64 {
        if all == 0 {
            return wide;
        }
        let share: f64 = seen
            .iter()
            .map(|one| {
                let whole = self
                    .communities
                    .get(&one.community)
                    .map_or(0, |counts| counts[slot]);
                let count = f64::from(one.counts[slot]);
                count / f64::from(all) * (count + BACKING * wide) / (f64::from(whole) + BACKING)
            })
            .sum();
        share.max(wide)
    }

    /// The share of a nationality among those who said theirs.
    #[must_use]
    pub fn nation(&self, nationality: u16) -> f64 {
        let bearers = self.nations.get(&nationality).map_or(0, |counts| counts[0]);
        (f64::from(bearers) + 1.0) / (f64::from(self.stated) + 2.0)
    }

    /// Bytes held, about.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.names
            .iter()
            .map(|seen| 24 + seen.capacity() * size_of::<Seen>())
            .sum()
    }
}

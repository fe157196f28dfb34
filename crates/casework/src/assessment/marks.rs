//! What stands on the picture of vulnerability (section 4): the person's own factors, and those of
//! the place and the country that hold for them; and how two pictures differ. A mark is never
//! counted, added up or ranked against another (rule 1).

use crate::{
    id::Id,
    lists::{Active, FactorCode, FactorLevel, PersonAgrees, Phase, Polarity, Strength},
};

use super::{FactorState, Profile, Snapshot, State};

/// What makes a mark the same one on two pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// A factor of this case.
    Own(Id),
    /// A factor of the context, by its place.
    Context(FactorLevel, String, FactorCode),
}

/// How far a factor of the context holds for this person.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// As it is described.
    AsDescribed,
    /// In another way, which stands in words.
    Differently,
}

/// One factor on the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields carry the names of section 4")]
pub struct Mark {
    pub which: Which,
    pub level: FactorLevel,
    pub code: FactorCode,
    /// What it is, where no code says it.
    pub other: Option<String>,
    pub polarity: Polarity,
    /// None of the context: it acts in every phase.
    pub phase: Option<Phase>,
    pub active: Active,
    pub strength: Strength,
    pub person_agrees: Option<PersonAgrees>,
    /// Of the place or the country: outlined on the picture.
    pub inherited: Option<Holds>,
}

/// How a mark differs between two pictures.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Turn {
    New,
    Gone,
    /// With what it was.
    Stronger(Strength),
    /// With what it was.
    Weaker(Strength),
    /// It harms where it protected, or the reverse, with what it was.
    Turned(Polarity),
}

impl State {
    /// The picture as it stands now.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let standing: Vec<FactorState> = self.standing().cloned().collect();
        let profiles: Vec<Profile> = self.profiles.iter().map(|(_, it)| it.clone()).collect();
        marks(&standing, &profiles)
    }
}

impl Snapshot {
    /// The picture as it stood.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        marks(&self.factors, &self.profiles)
    }
}

fn marks(factors: &[FactorState], profiles: &[Profile]) -> Vec<Mark> {
    let own = factors.iter().map(own);
    let context = newest(profiles).flat_map(context);
    own.chain(context).collect()
}

/// Of each place the newest profile: an older one is history.
pub(super) fn newest(profiles: &[Profile]) -> impl Iterator<Item = &Profile> {
    let replaced = |at: usize, profile: &Profile| {
        let mut later = profiles.iter().skip(at + 1);
        later.any(|other| (other.level, &other.place) == (profile.level, &profile.place))
    };
    let all = profiles.iter().enumerate();
    all.filter(move |(at, profile)| !replaced(*at, profile))
        .map(|(_, profile)| profile)
}

fn own(known: &FactorState) -> Mark {
    let factor = &known.factor;
    Mark {
        which: Which::Own(factor.factor),
        level: factor.level,
        code: factor.code,
        other: factor.other.clone(),
        polarity: factor.polarity,
        phase: Some(factor.phase),
        active: factor.active,
        strength: factor.strength,
        person_agrees: Some(factor.person_agrees),
        inherited: None,
    }
}

fn context(profile: &Profile) -> impl Iterator<Item = Mark> {
    let holds = |holds: Holds| move |code: &FactorCode| (*code, holds);
    let described = profile.applies.iter().map(holds(Holds::AsDescribed));
    let differently = (profile.applies_differently.iter()).map(holds(Holds::Differently));
    described.chain(differently).map(|(code, holds)| {
        let known = profile.factors.iter().find(|known| known.code == code);
        let usual = code.usual().map_or(Polarity::Mixed, |(_, usual)| usual);
        Mark {
            which: Which::Context(profile.level, profile.place.clone(), code),
            level: profile.level,
            code,
            other: None,
            polarity: known.map_or(usual, |known| known.polarity),
            phase: None,
            active: Active::Now,
            strength: known.map_or(Strength::Moderate, |known| known.strength),
            person_agrees: None,
            inherited: Some(holds),
        }
    })
}

/// What is new, gone, stronger, weaker or turned around from one picture to a later one; a mark of
/// either that did not change comes without a turn.
#[must_use]
pub fn compare(before: &[Mark], after: &[Mark]) -> Vec<(Mark, Option<Turn>)> {
    let now = after.iter().map(|mark| {
        let was = before.iter().find(|other| other.which == mark.which);
        (mark.clone(), turn(was, mark))
    });
    let gone = before
        .iter()
        .filter(|mark| after.iter().all(|other| other.which != mark.which))
        .map(|mark| (mark.clone(), Some(Turn::Gone)));
    now.chain(gone).collect()
}

fn turn(was: Option<&Mark>, now: &Mark) -> Option<Turn> {
    let Some(was) = was else {
        return Some(Turn::New);
    };
    if was.polarity != now.polarity {
        return Some(Turn::Turned(was.polarity));
    }
    match now.strength.cmp(&was.strength) {
        std::cmp::Ordering::Greater => Some(Turn::Stronger(was.strength)),
        std::cmp::Ordering::Less => Some(Turn::Weaker(was.strength)),
        std::cmp::Ordering::Equal => None,
    }
}

//! Everything that two registrations agree and disagree on, as levels a model can count.

use crate::{
    align::{Aligned, Firsts, align},
    dates::{self, Dates},
    digits::{self, Numbers},
    frequency::{Community, Slot},
    names::compare::Alike,
    probe::{Asked, Probe},
    record::{NONE, Record, Store},
    vocabulary::Part,
};

/// Whether two answers are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Same {
    /// One or both are missing.
    Unknown,
    /// They are.
    Yes,
    /// Nearly: a neighbour, another spelling.
    Nearly,
    /// They are not.
    No,
}

impl Same {
    /// How many there are.
    pub const COUNT: usize = 4;
}

/// What the other members of the two households say (`domain.md` 2.1: people come back as a
/// household).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(u8)]
pub enum Company {
    /// Nobody else on one side, or not looked at.
    #[default]
    Unknown,
    /// Others on both sides, none alike.
    Strangers,
    /// Another member may be in both.
    PerhapsShared,
    /// Another member is in both.
    Shared,
}

impl Company {
    /// How many there are.
    pub const COUNT: usize = 4;
}

/// Two registrations compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern {
    /// Their names side by side.
    pub names: Aligned,
    /// Whether one of them has no name at all.
    pub nameless: bool,
    /// Dates of birth.
    pub dates: Dates,
    /// The share of people born on the day that both give.
    pub birthday: f64,
    /// Years between them, as far as known.
    pub years: u16,
    /// Sex.
    pub sex: Same,
    /// Nationality, and its share of people.
    pub nationality: (Same, f64),
    /// Place of birth, and the share of people born in a place as frequent.
    pub place: (Same, f64),
    /// Mother's name: how much is the same, and the share of mothers with a name as frequent.
    pub mother: (Same, f64),
    /// Phone.
    pub phone: Numbers,
    /// Document.
    pub document: Numbers,
    /// The rest of the household.
    pub company: Company,
}

impl Pattern {
    /// Compares somebody asked about with a stored person.
    #[must_use]
    pub fn of(store: &Store, probe: &Probe<'_>, record: &Record) -> Self {
        let [latin, native, mother] = store.parts(record);
        let nations = [
            probe.rest.nationality_with(record),
            record.nationality_with(&probe.rest),
        ];
        let of = |sex, nationality| Community { nationality, sex };
        let community =
            Community::shared(of(probe.rest.sex, nations[0]), of(record.sex, nations[1]));
        let names = names(store, probe, [latin, native], community);
        let family = Community {
            sex: None,
            ..community
        };
        Self {
            nameless: probe.latin.is_empty() || latin.is_empty(),
            names,
            dates: dates::compare(probe.rest.born, record.born),
            birthday: record.born.map_or(1.0, |born| store.birthday_share(born)),
            years: dates::years_between(probe.rest.born, record.born),
            sex: same(
                probe.rest.sex.is_some() && record.sex.is_some(),
                probe.rest.sex == record.sex,
            ),
            nationality: (
                same(nations[0] != 0 && nations[1] != 0, nations[0] == nations[1]),
                store.names.frequencies.nation(nations[1]),
            ),
            place: place(store, probe.place.as_ref(), record.place, family),
            mother: mothers(store, &probe.mother, mother, family),
            phone: digits::compare(probe.rest.phone, record.phone, 10),
            document: digits::compare(probe.rest.document, record.document, 36),
            company: Company::Unknown,
        }
    }
}

const fn same(known: bool, equal: bool) -> Same {
    match (known, equal) {
        (false, _) => Same::Unknown,
        (true, true) => Same::Yes,
        (true, false) => Same::No,
    }
}

/// The best of what was written in Latin letters and what was written in the person's own script.
fn names(
    store: &Store,
    probe: &Probe<'_>,
    [latin, native]: [&[Part]; 2],
    community: Community,
) -> Aligned {
    let plain = align(&store.names, &probe.latin, latin, community);
    if probe.native.is_empty() && native.is_empty() {
        return plain;
    }
    let sides: [(&[Asked<'_>], &[Part]); 3] = [
        (&probe.native, native),
        (&probe.native, latin),
        (&probe.latin, native),
    ];
    sides
        .into_iter()
        .filter(|(left, right)| !left.is_empty() && !right.is_empty())
        .map(|(left, right)| align(&store.names, left, right, community))
        .fold(plain, |best, next| {
            if worth(&next) > worth(&best) {
                next
            } else {
                best
            }
        })
}

/// A rough order between alignments of the same two people.
fn worth(aligned: &Aligned) -> f64 {
    let at_first = match aligned.placed() {
        Firsts::Together => 0.0,
        Firsts::Crossed => -2.0,
        Firsts::Half => -4.0,
        Firsts::Apart => -6.0,
    };
    aligned.weight() + at_first
        - 3.0 * f64::from(aligned.contradictions())
        - 0.5 * f64::from(aligned.extra())
}

fn place(store: &Store, asked: Option<&Asked<'_>>, place: u32, family: Community) -> (Same, f64) {
    let Some(asked) = asked.filter(|_| place != NONE) else {
        return (Same::Unknown, 1.0);
    };
    let Ok(at) = asked.near.binary_search_by_key(&place, |near| near.part) else {
        return (Same::No, 1.0);
    };
    let alike = asked.near[at].alike;
    let share = asked.share(&store.places, at, family, Slot::First);
    let level = if alike <= Alike::Close {
        Same::Yes
    } else {
        Same::Nearly
    };
    (level, share)
}

/// A mother is often written with her first name alone. Two that differ in everything differ.
fn mothers(store: &Store, asked: &[Asked<'_>], mother: &[Part], family: Community) -> (Same, f64) {
    if asked.is_empty() || mother.is_empty() {
        return (Same::Unknown, 1.0);
    }
    let aligned = align(&store.mothers, asked, mother, family);
    let share = aligned
        .agreed
        .iter()
        .map(|one| one.share)
        .product::<f64>()
        .max(1e-6);
    match aligned.placed() {
        Firsts::Together | Firsts::Crossed => {
            let loose = aligned.agreed.iter().any(|one| one.alike >= Alike::Loose);
            (
                if loose || aligned.contradictions() > 0 {
                    Same::Nearly
                } else {
                    Same::Yes
                },
                share,
            )
        }
        Firsts::Half => (Same::Nearly, share),
        Firsts::Apart => (Same::No, 1.0),
    }
}

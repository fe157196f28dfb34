//! The model: how likely each agreement is between two registrations of one person, of two
//! relatives, and of two strangers (after Fellegi and Sunter, 1969, with a third class).
//!
//! Relatives are a class of their own because they are what a plain model takes for one person:
//! they share parts of the name, a mother, a phone, a place. What tells a person from a sister is
//! the first name and the date of birth.

use crate::{
    align::Firsts,
    dates::Dates,
    names::compare::Alike,
    pattern::{Pattern, Same},
};

/// What two registrations may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// One person.
    Person = 0,
    /// Two people of one family.
    Relatives = 1,
    /// Two people of one name.
    Namesakes = 2,
    /// Two people.
    Strangers = 3,
}

/// Probabilities of levels, one table for each field.
#[derive(Debug, Clone, PartialEq)]
pub struct Tables {
    /// How first parts agree, given that they do: [`Alike`].
    pub first: [f64; Alike::COUNT],
    /// How other parts agree, given that they do.
    pub other: [f64; Alike::COUNT],
    /// Where first parts went and how many parts contradict each other (0, 1, 2 or more).
    pub shape: [f64; 12],
    /// Parts that only one name has: 0, 1, 2 or more.
    pub extra: [f64; 3],
    /// Dates of birth.
    pub dates: [f64; crate::dates::Dates::COUNT],
    /// Sex.
    pub sex: [f64; Same::COUNT],
    /// Nationality.
    pub nationality: [f64; Same::COUNT],
    /// Place of birth.
    pub place: [f64; Same::COUNT],
    /// Mother's name.
    pub mother: [f64; Same::COUNT],
    /// Phone.
    pub phone: [f64; 4],
    /// Document.
    pub document: [f64; 4],
    /// The rest of the household.
    pub company: [f64; 4],
}

/// A model: tables for each class and how common the classes are.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// One person.
    pub person: Tables,
    /// Two relatives.
    pub relatives: Tables,
    /// Two strangers.
    pub strangers: Tables,
    /// What to add to the evidence for one person at each level: fields are not as independent as
    /// adding them up says. Natural logarithms, from labelled pairs; never estimated again.
    pub correction: Tables,
    /// The same for every pair.
    pub lean: f64,
    /// For one person, how many other registrations of them a register holds on average.
    pub doubles: f64,
    /// For one person, how many of the same name are registered beyond what chance makes: names
    /// run in clans and villages.
    pub namesakes: f64,
    /// The dates of birth of two people of one name.
    pub namesakes_dates: [f64; crate::dates::Dates::COUNT],
    /// For one person, how many relatives are registered apart from them on average.
    pub kin: f64,
}

/// Evidence for one pair, in natural logarithms.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Evidence {
    /// One person.
    pub person: f64,
    /// Two relatives.
    pub relatives: f64,
    /// Two of one name.
    pub namesakes: f64,
    /// Two strangers.
    pub strangers: f64,
}

/// What a piece of evidence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// One part of the names.
    Part,
    /// Where the parts stand and what is left over.
    Order,
    /// Dates of birth.
    Dates,
    /// Sex.
    Sex,
    /// Nationality.
    Nationality,
    /// Place of birth.
    Place,
    /// Mother's name.
    Mother,
    /// Phone.
    Phone,
    /// Document.
    Document,
    /// The rest of the household.
    Company,
}

/// How much of a rare agreement counts: names come in fashions and communities, so that two
/// agreements are not as independent as multiplying them says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Caution {
    /// Of first parts.
    pub first: f64,
    /// Of other parts.
    pub other: f64,
    /// Of mothers.
    pub mother: f64,
    /// Of places.
    pub place: f64,
}

/// The caution that ships.
pub const CAUTION: Caution = Caution {
    first: 0.95,
    other: 0.95,
    mother: 0.95,
    place: 0.9,
};

/// Twins share all but the first name, which adding up field by field does not see: `ln(55)`.
const TWINS: f64 = 4.0;

/// Few strangers of different sex bear one first name: `ln(0.15)`.
const NAMES_HAVE_A_SEX: f64 = -1.9;

/// The row of the shape table.
#[must_use]
pub fn shape(pattern: &Pattern) -> usize {
    let placed = match pattern.names.placed() {
        Firsts::Together => 0,
        Firsts::Crossed => 1,
        Firsts::Half => 2,
        Firsts::Apart => 3,
    };
    3 * placed + usize::from(pattern.names.contradictions().min(2))
}

/// The row of the extra table.
#[must_use]
pub fn extra(pattern: &Pattern) -> usize {
    usize::from(pattern.names.extra().min(2))
}

/// Picks one field's table.
type Table = fn(&Tables) -> &[f64];

impl Model {
    /// The evidence of a pattern.
    #[must_use]
    pub fn evidence(&self, pattern: &Pattern) -> Evidence {
        let mut sum = Evidence::default();
        self.each(pattern, &mut |_, one| {
            sum.person += one.person;
            sum.relatives += one.relatives;
            sum.namesakes += one.namesakes;
            sum.strangers += one.strangers;
        });
        sum
    }

    /// The evidence of each field by itself. Fields that say nothing are left out.
    pub fn each(&self, pattern: &Pattern, take: &mut impl FnMut(Field, Evidence)) {
        if !pattern.nameless {
            self.names(pattern, take);
        }
        self.fields(pattern, take);
    }

    fn names(&self, pattern: &Pattern, take: &mut impl FnMut(Field, Evidence)) {
        for one in &pattern.names.agreed {
            let level = one.alike as usize;
            let evidence = if one.of_a_first() {
                let chance = CAUTION.first * one.share.ln();
                let named = self.person.first[level].ln();
                Evidence {
                    person: named,
                    relatives: chance,
                    namesakes: named,
                    strangers: chance,
                }
            } else {
                Evidence {
                    person: self.person.other[level].ln(),
                    relatives: self.relatives.other[level].ln(),
                    namesakes: self.person.other[level].ln(),
                    strangers: CAUTION.other * one.share.ln(),
                }
            };
            take(Field::Part, evidence);
        }
        let (shape, extra) = (shape(pattern), extra(pattern));
        let of = |tables: &Tables| tables.shape[shape].ln() + tables.extra[extra].ln();
        let evidence = Evidence {
            person: of(&self.person) + self.correction.shape[shape] + self.correction.extra[extra],
            relatives: of(&self.relatives),
            namesakes: of(&self.person),
            strangers: of(&self.strangers),
        };
        take(Field::Order, evidence);
    }

    fn fields(&self, pattern: &Pattern, take: &mut impl FnMut(Field, Evidence)) {
        let misnamed = pattern.sex == Same::No && pattern.names.placed() == Firsts::Together;
        let by_name = if misnamed { NAMES_HAVE_A_SEX } else { 0.0 };
        let same_day = matches!(pattern.dates, Dates::SameDay | Dates::SameStandIn);
        let by_day = if same_day { pattern.birthday.ln() } else { 0.0 };
        let (nation, place, mother) = (pattern.nationality, pattern.place, pattern.mother);
        let by_nation = if nation.0 == Same::Yes {
            nation.1.ln()
        } else {
            0.0
        };
        let (by_place, by_mother) = (CAUTION.place * place.1.ln(), CAUTION.mother * mother.1.ln());
        let answers: [(Field, usize, Table, f64); 8] = [
            (Field::Dates, pattern.dates as usize, |t| &t.dates, by_day),
            (Field::Sex, pattern.sex as usize, |t| &t.sex, by_name),
            (
                Field::Nationality,
                nation.0 as usize,
                |t| &t.nationality,
                by_nation,
            ),
            (Field::Place, place.0 as usize, |t| &t.place, by_place),
            (Field::Mother, mother.0 as usize, |t| &t.mother, by_mother),
            (Field::Phone, pattern.phone as usize, |t| &t.phone, 0.0),
            (
                Field::Document,
                pattern.document as usize,
                |t| &t.document,
                0.0,
            ),
            (
                Field::Company,
                pattern.company as usize,
                |t| &t.company,
                0.0,
            ),
        ];
        for (field, level, table, chance) in answers {
            // Level 0 is an answer that is missing, and says nothing.
            if level != 0 {
                let mut evidence = self.answer(field, level, table, chance);
                if field == Field::Dates && same_day && pattern.names.placed() == Firsts::Apart {
                    evidence.relatives += TWINS;
                }
                take(field, evidence);
            }
        }
    }

    fn answer(&self, field: Field, level: usize, table: Table, chance: f64) -> Evidence {
        let of = |tables: &Tables| table(tables)[level].ln();
        let strangers = of(&self.strangers) + chance;
        Evidence {
            person: of(&self.person) + table(&self.correction)[level],
            relatives: of(&self.relatives),
            namesakes: match field {
                Field::Dates => self.namesakes_dates[level].ln(),
                Field::Sex | Field::Nationality => of(&self.person),
                _ => strangers,
            },
            strangers,
        }
    }

    /// How sure it is that two registrations are one person, as log odds, among so many people.
    #[must_use]
    pub fn log_odds(&self, evidence: Evidence, people: usize) -> f64 {
        let [person, others @ ..] = self.joint(evidence, people);
        let top = others.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        person - top - others.iter().map(|one| (one - top).exp()).sum::<f64>().ln()
    }

    /// The classes' shares of belief, in [`Class`]'s order.
    #[must_use]
    pub fn belief(&self, evidence: Evidence, people: usize) -> [f64; 4] {
        let joint = self.joint(evidence, people);
        let top = joint.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let raised = joint.map(|one| (one - top).exp());
        let whole: f64 = raised.iter().sum();
        raised.map(|one| one / whole)
    }

    fn joint(&self, evidence: Evidence, people: usize) -> [f64; 4] {
        #[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 people")]
        let others = (people.max(FEWEST)) as f64;
        [
            evidence.person + self.lean + (self.doubles / others).ln(),
            evidence.relatives + (self.kin / others).ln(),
            evidence.namesakes + (self.namesakes / others).ln(),
            evidence.strangers,
        ]
    }
}

/// A small register is judged as if it held this many: whoever comes next was drawn from a town.
const FEWEST: usize = 1000;

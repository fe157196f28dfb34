//! A score in reasons that can be said in any language: what agrees, what does not, and how much
//! each weighs (`domain.md` 2.7: the reason is shown, and a person decides).

use crate::{
    dates::Dates,
    digits::Numbers,
    model::{Evidence, Field, Model},
    names::compare::Alike,
    pattern::{Company, Pattern, Same},
};

/// One reason. Every reason has its own words; numbers and rarity are filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Two parts of the names are the same or alike; `first` where both stand first.
    NamePartAgrees {
        /// How.
        alike: Alike,
        /// Both stand first.
        first: bool,
        /// Few people bear it.
        rare: bool,
    },
    /// The parts stand in another order.
    NamesInOtherOrder,
    /// The first names differ.
    FirstNamesDiffer,
    /// This many parts on each side have no partner.
    NamePartsDiffer {
        /// How many.
        count: u8,
    },
    /// One name has this many parts more.
    NameHasMoreParts {
        /// How many.
        count: u8,
    },
    /// The same date of birth.
    SameBirthDate,
    /// The same year, written as the same stand-in day.
    SameStandInDate,
    /// The same year; one date is only a year or a guess.
    SameBirthYear,
    /// Day and month changed places.
    DayAndMonthSwapped,
    /// One slip of the pen in the date.
    BirthDateOneSlip,
    /// As far apart as two calendars.
    BirthDateOtherCalendar,
    /// Two of day, month and year agree.
    BirthDateTwoOfThree,
    /// The years differ.
    BirthYearDiffers {
        /// By how much.
        by: u16,
        /// One is a guess, so that it weighs little.
        vague: bool,
    },
    /// The same sex.
    SameSex,
    /// Another sex.
    SexDiffers,
    /// The same nationality.
    SameNationality {
        /// Few people have it.
        rare: bool,
    },
    /// Another nationality.
    NationalityDiffers,
    /// The same place of birth.
    SameBirthPlace {
        /// Few people are from there.
        rare: bool,
    },
    /// Another place of birth.
    BirthPlaceDiffers,
    /// The same mother's name.
    SameMotherName {
        /// Few mothers are called so.
        rare: bool,
    },
    /// Mother's names are partly alike.
    MotherNameNearly,
    /// Another mother's name.
    MotherNameDiffers,
    /// The same phone.
    SamePhone,
    /// One slip of the pen in the phone.
    PhoneOneSlip,
    /// Another phone.
    PhoneDiffers,
    /// The same document.
    SameDocument,
    /// One slip of the pen in the document's number.
    DocumentOneSlip,
    /// Another document.
    DocumentDiffers,
    /// Another member of both households is the same.
    HouseholdShared,
    /// Another member of both households may be the same.
    HouseholdPerhapsShared,
    /// Nobody else of the households is alike.
    HouseholdDiffers,
}

/// A reason and its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Finding {
    /// Why.
    pub reason: Reason,
    /// For one person when above 0, against when below; natural logarithm.
    pub weight: f64,
}

/// Rarer than one in this many is worth saying.
const RARE: f64 = 1.0 / 200.0;

/// Every reason for and against, the heaviest first.
#[must_use]
pub fn explain(model: &Model, pattern: &Pattern) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut parts = pattern.names.agreed.iter();
    model.each(pattern, &mut |field, evidence| {
        let weight = weight(evidence);
        let mut say = |reason: Option<Reason>| {
            findings.extend(reason.map(|reason| Finding { reason, weight }));
        };
        match field {
            Field::Part => say(parts.next().map(|one| Reason::NamePartAgrees {
                alike: one.alike,
                first: one.of_a_first(),
                rare: one.share < RARE,
            })),
            Field::Order => order(pattern)
                .into_iter()
                .for_each(|reason| say(Some(reason))),
            _ => say(field_reason(field, pattern)),
        }
    });
    findings.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    findings
}

/// One person against two strangers.
const fn weight(evidence: Evidence) -> f64 {
    evidence.person - evidence.strangers
}

fn order(pattern: &Pattern) -> Vec<Reason> {
    let names = &pattern.names;
    let mut reasons = Vec::new();
    let together = names.agreed.iter().any(crate::align::Agreed::of_a_first);
    match names.firsts {
        (true, true) if !together => reasons.push(Reason::NamesInOtherOrder),
        (false, false) => reasons.push(Reason::FirstNamesDiffer),
        _ => {}
    }
    if names.contradictions() > 0 {
        reasons.push(Reason::NamePartsDiffer {
            count: names.contradictions(),
        });
    }
    if names.extra() > 0 {
        reasons.push(Reason::NameHasMoreParts {
            count: names.extra(),
        });
    }
    reasons
}

fn field_reason(field: Field, pattern: &Pattern) -> Option<Reason> {
    match field {
        Field::Part | Field::Order => None,
        Field::Dates => dates(pattern),
        Field::Sex => same(
            pattern.sex,
            Reason::SameSex,
            Reason::SameSex,
            Reason::SexDiffers,
        ),
        Field::Nationality => {
            let yes = Reason::SameNationality {
                rare: pattern.nationality.1 < RARE,
            };
            same(pattern.nationality.0, yes, yes, Reason::NationalityDiffers)
        }
        Field::Place => {
            let yes = Reason::SameBirthPlace {
                rare: pattern.place.1 < RARE,
            };
            same(pattern.place.0, yes, yes, Reason::BirthPlaceDiffers)
        }
        Field::Mother => {
            let yes = Reason::SameMotherName {
                rare: pattern.mother.1 < RARE,
            };
            same(
                pattern.mother.0,
                yes,
                Reason::MotherNameNearly,
                Reason::MotherNameDiffers,
            )
        }
        Field::Phone => numbers(
            pattern.phone,
            [
                Reason::SamePhone,
                Reason::PhoneOneSlip,
                Reason::PhoneDiffers,
            ],
        ),
        Field::Document => {
            let reasons = [
                Reason::SameDocument,
                Reason::DocumentOneSlip,
                Reason::DocumentDiffers,
            ];
            numbers(pattern.document, reasons)
        }
        Field::Company => match pattern.company {
            Company::Unknown => None,
            Company::Shared => Some(Reason::HouseholdShared),
            Company::PerhapsShared => Some(Reason::HouseholdPerhapsShared),
            Company::Strangers => Some(Reason::HouseholdDiffers),
        },
    }
}

const fn same(level: Same, yes: Reason, nearly: Reason, no: Reason) -> Option<Reason> {
    match level {
        Same::Unknown => None,
        Same::Yes => Some(yes),
        Same::Nearly => Some(nearly),
        Same::No => Some(no),
    }
}

const fn numbers(level: Numbers, [same, slip, differ]: [Reason; 3]) -> Option<Reason> {
    match level {
        Numbers::Unknown => None,
        Numbers::Same => Some(same),
        Numbers::OneSlip => Some(slip),
        Numbers::Differ => Some(differ),
    }
}

const fn dates(pattern: &Pattern) -> Option<Reason> {
    let by = pattern.years;
    Some(match pattern.dates {
        Dates::Unknown => return None,
        Dates::SameDay => Reason::SameBirthDate,
        Dates::SameStandIn => Reason::SameStandInDate,
        Dates::SameYearVague | Dates::SameYear => Reason::SameBirthYear,
        Dates::Swapped => Reason::DayAndMonthSwapped,
        Dates::OneSlip => Reason::BirthDateOneSlip,
        Dates::OtherCalendar => Reason::BirthDateOtherCalendar,
        Dates::TwoOfThree => Reason::BirthDateTwoOfThree,
        Dates::Vague1
        | Dates::Vague3
        | Dates::Vague6
        | Dates::Vague12
        | Dates::Mixed1
        | Dates::Mixed3
        | Dates::Mixed6 => Reason::BirthYearDiffers { by, vague: true },
        Dates::Near | Dates::Apart | Dates::Far => Reason::BirthYearDiffers { by, vague: false },
    })
}

impl Reason {
    /// A word for programs and message keys; numbers are not in it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NamePartAgrees { alike, .. } => match alike {
                Alike::Exact => "name-part-same",
                Alike::Spelling | Alike::Close => "name-part-other-spelling",
                Alike::Loose => "name-part-alike",
                Alike::Nickname => "name-part-short-form",
                Alike::Initial => "name-part-initial",
            },
            Self::NamesInOtherOrder => "names-in-other-order",
            Self::FirstNamesDiffer => "first-names-differ",
            Self::NamePartsDiffer { .. } => "name-parts-differ",
            Self::NameHasMoreParts { .. } => "name-has-more-parts",
            Self::SameBirthDate => "same-birth-date",
            Self::SameStandInDate => "same-stand-in-date",
            Self::SameBirthYear => "same-birth-year",
            Self::DayAndMonthSwapped => "day-and-month-swapped",
            Self::BirthDateOneSlip => "birth-date-one-slip",
            Self::BirthDateOtherCalendar => "birth-date-other-calendar",
            Self::BirthDateTwoOfThree => "birth-date-two-of-three",
            Self::BirthYearDiffers { .. } => "birth-year-differs",
            Self::SameSex => "same-sex",
            Self::SexDiffers => "sex-differs",
            Self::SameNationality { .. } => "same-nationality",
            Self::NationalityDiffers => "nationality-differs",
            Self::SameBirthPlace { .. } => "same-birth-place",
            Self::BirthPlaceDiffers => "birth-place-differs",
            Self::SameMotherName { .. } => "same-mother-name",
            Self::MotherNameNearly => "mother-name-nearly",
            Self::MotherNameDiffers => "mother-name-differs",
            Self::SamePhone => "same-phone",
            Self::PhoneOneSlip => "phone-one-slip",
            Self::PhoneDiffers => "phone-differs",
            Self::SameDocument => "same-document",
            Self::DocumentOneSlip => "document-one-slip",
            Self::DocumentDiffers => "document-differs",
            Self::HouseholdShared => "household-shared",
            Self::HouseholdPerhapsShared => "household-perhaps-shared",
            Self::HouseholdDiffers => "household-differs",
        }
    }
}

//! Context profiles: what a place or a country does to people who come through it, kept by the
//! protection lead and inherited by cases, which answer it factor by factor (`domain.md` section 4).

use casework::{
    Id,
    assessment::ContextFactor,
    lists::FactorLevel,
    refusal::{Refusal, Why, ensure_at},
};
use jiff::{Span, civil::Date};
use serde::{Deserialize, Serialize};

use crate::organisation::OrgEvent;

/// What is said about a place or a country, as a whole: each writing is a new version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "fields carry the names of domain.md")]
pub struct ContextSaid {
    pub level: FactorLevel,
    pub place: String,
    pub valid_from: Date,
    pub sources: String,
    pub factors: Vec<ContextFactor>,
    /// Who wrote it.
    pub author: Id,
}

/// A context profile, folded: its versions, oldest first.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Context {
    pub id: Id,
    pub versions: Vec<ContextSaid>,
    /// No case inherits it any more.
    pub ended: bool,
}

impl Context {
    /// The number of the current version, from 1.
    #[must_use]
    pub fn version(&self) -> u32 {
        u32::try_from(self.versions.len()).unwrap_or(u32::MAX)
    }

    pub(crate) fn apply(&mut self, event: OrgEvent) {
        match event {
            OrgEvent::ContextWritten { said } => {
                self.versions.push(said);
                self.ended = false;
            }
            OrgEvent::ContextEnded => self.ended = true,
            _ => {}
        }
    }

    /// What it says now.
    #[must_use]
    pub fn current(&self) -> Option<&ContextSaid> {
        self.versions.last()
    }
}

impl ContextSaid {
    /// A country is looked at again after six months, a place after three (section 4).
    #[must_use]
    pub fn review_by(&self) -> Date {
        let months = match self.level {
            FactorLevel::Structural => 6,
            _ => 3,
        };
        self.valid_from.saturating_add(Span::new().months(months))
    }

    /// Refuses what is no context: another level, no place, no source, no factor, one named twice.
    ///
    /// # Errors
    /// A refusal beside the field that it concerns.
    pub fn fits(&self) -> Result<(), Refusal> {
        let around = matches!(self.level, FactorLevel::Community | FactorLevel::Structural);
        ensure_at(around, Why::NotAllowed, "level")?;
        ensure_at(!self.place.trim().is_empty(), Why::TextNeeded, "place")?;
        ensure_at(!self.sources.trim().is_empty(), Why::TextNeeded, "source")?;
        ensure_at(!self.factors.is_empty(), Why::TextNeeded, "harms_here")?;
        let mut codes: Vec<_> = self.factors.iter().map(|known| known.code).collect();
        codes.sort_unstable();
        codes.dedup();
        let once = codes.len() == self.factors.len();
        ensure_at(once, Why::NoneWithOthers, "harms_here")
    }
}

#[cfg(test)]
mod tests {
    use casework::lists::{FactorCode, Polarity, Strength};
    use jiff::civil::date;

    use super::*;
    use crate::organisation::{OrgEntry, Unit, fold};

    fn factor(code: FactorCode) -> ContextFactor {
        ContextFactor {
            code,
            polarity: Polarity::Risk,
            strength: Strength::Moderate,
        }
    }

    fn said(factors: Vec<ContextFactor>) -> ContextSaid {
        ContextSaid {
            level: FactorLevel::Community,
            place: "port quarter".to_owned(),
            valid_from: date(2026, 8, 31),
            sources: "three visits".to_owned(),
            factors,
            author: Id([1; 16]),
        }
    }

    #[test]
    fn a_context_is_of_a_place_or_a_country_and_names_each_factor_once() {
        let one = said(vec![factor(FactorCode::Hostility)]);
        assert!(one.fits().is_ok());
        let no = |changed: ContextSaid| changed.fits().err().and_then(|no| no.field);
        let level = FactorLevel::Individual;
        assert_eq!(
            no(ContextSaid {
                level,
                ..one.clone()
            }),
            Some("level")
        );
        let place = " ".to_owned();
        assert_eq!(
            no(ContextSaid {
                place,
                ..one.clone()
            }),
            Some("place")
        );
        let sources = String::new();
        assert_eq!(no(ContextSaid { sources, ..one }), Some("source"));
        assert_eq!(no(said(Vec::new())), Some("harms_here"));
        let twice = vec![factor(FactorCode::Hostility), factor(FactorCode::Hostility)];
        assert_eq!(no(said(twice)), Some("harms_here"));
    }

    #[test]
    fn a_place_is_looked_at_again_after_three_months_and_a_country_after_six() {
        let place = said(vec![factor(FactorCode::Hostility)]);
        assert_eq!(place.review_by(), date(2026, 11, 30));
        let level = FactorLevel::Structural;
        let country = ContextSaid { level, ..place };
        assert_eq!(country.review_by(), date(2027, 2, 28));
    }

    #[test]
    fn every_writing_is_a_version_and_an_ended_one_can_be_taken_up_again() {
        let entry = |what: OrgEvent| OrgEntry {
            v: 1,
            by: Id([1; 16]),
            recorded: jiff::Timestamp::UNIX_EPOCH,
            what,
        };
        let written = |code| OrgEvent::ContextWritten {
            said: said(vec![factor(code)]),
        };
        let mut entries = vec![
            entry(written(FactorCode::Hostility)),
            entry(written(FactorCode::Overcrowding)),
            entry(OrgEvent::ContextEnded),
        ];
        let known = |entries: &[OrgEntry]| match fold(Id([2; 16]), entries) {
            Some(Unit::Context(context)) => Some(context),
            _ => None,
        };
        let ended = known(&entries).unwrap();
        assert!(ended.ended && ended.version() == 2);
        let code = ended.current().unwrap().factors[0].code;
        assert_eq!(code, FactorCode::Overcrowding);
        entries.push(entry(written(FactorCode::SafeSpace)));
        let again = known(&entries).unwrap();
        assert!(!again.ended && again.version() == 3);
    }
}

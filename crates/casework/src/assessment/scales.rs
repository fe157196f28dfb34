//! Scales of mental health that may be shipped (3.15): used by trained staff, with the scope
//! `mhpss_screening`. A score never sets a risk by itself; any answer about harming oneself raises
//! the safety protocol at once.

use crate::{
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::Yes,
    event::Body,
    lists::{AlertKind, Scale, ScaleBand, Scope, Theme},
    macros::record,
    order::Order,
    reception,
    refusal::{Refusal, Why, ensure_at},
};

use super::Event;

record! {
    /// The PHQ-9: how often in the last two weeks, 0 to 3. An answer may be declined.
    pub struct Phq9 {
        pub trained_interviewer: bool,
        #[serde(default)] pub phq_1: Option<u8>, #[serde(default)] pub phq_2: Option<u8>,
        #[serde(default)] pub phq_3: Option<u8>, #[serde(default)] pub phq_4: Option<u8>,
        #[serde(default)] pub phq_5: Option<u8>, #[serde(default)] pub phq_6: Option<u8>,
        #[serde(default)] pub phq_7: Option<u8>, #[serde(default)] pub phq_8: Option<u8>,
        /// Better off dead, or hurting oneself.
        #[serde(default)] pub phq_9: Option<u8>,
        #[serde(default)] pub note: Option<String>,
    }
}
record! {
    /// The GAD-7: how often in the last two weeks, 0 to 3. An answer may be declined.
    pub struct Gad7 {
        pub trained_interviewer: bool,
        #[serde(default)] pub gad_1: Option<u8>, #[serde(default)] pub gad_2: Option<u8>,
        #[serde(default)] pub gad_3: Option<u8>, #[serde(default)] pub gad_4: Option<u8>,
        #[serde(default)] pub gad_5: Option<u8>, #[serde(default)] pub gad_6: Option<u8>,
        #[serde(default)] pub gad_7: Option<u8>,
        #[serde(default)] pub note: Option<String>,
    }
}

/// The highest mark of one answer.
const HIGHEST: u8 = 3;

/// The fields of the two scales, in order.
const PHQ: [&str; 9] = [
    "phq_1", "phq_2", "phq_3", "phq_4", "phq_5", "phq_6", "phq_7", "phq_8", "phq_9",
];
const GAD: [&str; 7] = [
    "gad_1", "gad_2", "gad_3", "gad_4", "gad_5", "gad_6", "gad_7",
];

/// A scale that was filled in with the person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ScaleTaken {
    pub scale: Scale,
    pub answers: Vec<Option<u8>>,
    pub note: Option<String>,
}

impl ScaleTaken {
    /// The sum, where every answer was given: a part of a scale has no score.
    #[must_use]
    pub fn score(&self) -> Option<u8> {
        self.answers
            .iter()
            .try_fold(0_u8, |sum, answer| Some(sum.saturating_add((*answer)?)))
    }

    /// The band of the score (3.15).
    #[must_use]
    pub fn band(&self) -> Option<ScaleBand> {
        self.score().map(|score| band(self.scale, score))
    }
}

/// The highest score of a scale.
#[must_use]
pub const fn highest(scale: Scale) -> u8 {
    match scale {
        Scale::Phq9 => 27,
        Scale::Gad7 => 21,
    }
}

/// PHQ-9 has bands at 5, 10, 15 and 20; GAD-7 at 5, 10 and 15 (3.15).
#[must_use]
pub const fn band(scale: Scale, score: u8) -> ScaleBand {
    match (scale, score) {
        (_, 0..=4) => ScaleBand::Minimal,
        (_, 5..=9) => ScaleBand::Mild,
        (_, 10..=14) => ScaleBand::Moderate,
        (Scale::Phq9, 15..=19) => ScaleBand::ModeratelySevere,
        (Scale::Phq9, _) | (Scale::Gad7, _) => ScaleBand::Severe,
    }
}

impl Phq9 {
    fn taken(&self) -> ScaleTaken {
        let answers = [
            self.phq_1, self.phq_2, self.phq_3, self.phq_4, self.phq_5, self.phq_6, self.phq_7,
            self.phq_8, self.phq_9,
        ];
        ScaleTaken {
            scale: Scale::Phq9,
            answers: answers.into(),
            note: self.note.clone(),
        }
    }
}

impl Gad7 {
    fn taken(&self) -> ScaleTaken {
        let answers = [
            self.gad_1, self.gad_2, self.gad_3, self.gad_4, self.gad_5, self.gad_6, self.gad_7,
        ];
        ScaleTaken {
            scale: Scale::Gad7,
            answers: answers.into(),
            note: self.note.clone(),
        }
    }
}

pub(super) const MHPSS: Classes = Classes::of(Class::Mhpss);

/// Takes the PHQ-9. The last question is about ending one's life or hurting oneself: any answer but
/// "not at all" tells a supervisor at once, whatever the score and whatever else was answered.
pub(super) fn phq9(case: &Case, order: &Order, asked: &Phq9) -> Result<Yes, Refusal> {
    may(case, order, asked.trained_interviewer)?;
    in_range(&asked.taken().answers, &PHQ)?;
    let harm = asked.phq_9.is_some_and(|mark| mark > 0);
    let taken = Event::Phq9Taken(asked.clone());
    Ok(
        Yes::of(MHPSS, Body::Assessment(taken)).and_if(harm, Classes::GENERAL, || {
            reception::alert(order, 1, AlertKind::SelfHarmAnswer, Theme::SupervisorNow)
        }),
    )
}

/// Takes the GAD-7.
pub(super) fn gad7(case: &Case, order: &Order, asked: &Gad7) -> Result<Yes, Refusal> {
    may(case, order, asked.trained_interviewer)?;
    in_range(&asked.taken().answers, &GAD)?;
    let taken = Event::Gad7Taken(asked.clone());
    Ok(Yes::of(MHPSS, Body::Assessment(taken)))
}

fn may(case: &Case, order: &Order, trained: bool) -> Result<(), Refusal> {
    ensure_at(trained, Why::TrainedNeeded, "trained_interviewer")?;
    let scope = Scope::MhpssScreening;
    let allowed = case.consents.allows(scope, None, order.now);
    let refused = |why| Refusal::new(why).naming(Scope::LIST, scope.code());
    allowed.map(drop).map_err(refused)
}

fn in_range(answers: &[Option<u8>], fields: &[&'static str]) -> Result<(), Refusal> {
    for (answer, field) in answers.iter().zip(fields) {
        let fits = answer.is_none_or(|mark| mark <= HIGHEST);
        ensure_at(fits, Why::OutOfRange, field)?;
    }
    let any = answers.iter().any(Option::is_some);
    ensure_at(
        any,
        Why::TextNeeded,
        fields.first().copied().unwrap_or_default(),
    )
}

pub(super) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    let taken = match event {
        Event::Phq9Taken(asked) => asked.taken(),
        Event::Gad7Taken(asked) => asked.taken(),
        _ => return,
    };
    case.assessment.scales.push((stamp, taken));
}

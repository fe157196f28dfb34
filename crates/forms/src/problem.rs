//! What can be wrong with an answer, and what was typed when it was.

use thiserror::Error;

/// One thing that is wrong. People read the message `problem-<code>`; the English here is for logs.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Problem {
    /// Required, and empty.
    #[error("an answer is missing")]
    Missing,
    /// More characters than the field takes.
    #[error("longer than {max} characters")]
    TooLong {
        /// The most it takes.
        max: usize,
    },
    /// Not one of the options.
    #[error("not one of the options")]
    NotACode,
    /// An option that excludes the others was chosen together with them.
    #[error("options that exclude each other")]
    Contradiction,
    /// Not a day or moment of the calendar.
    #[error("not a date")]
    NotADate,
    /// After now, where only the past makes sense.
    #[error("in the future")]
    InFuture,
    /// Before 1900.
    #[error("before 1900")]
    BeforeSense,
    /// After 2200.
    #[error("after 2200")]
    AfterSense,
    /// Not a number.
    #[error("not a number")]
    NotANumber,
    /// A number outside of its range.
    #[error("not between {min} and {max}")]
    OutOfRange {
        /// Smallest allowed.
        min: i64,
        /// Largest allowed.
        max: i64,
    },
    /// Not a telephone number.
    #[error("not a telephone number")]
    NotAPhone,
    /// Characters that steer the text instead of being text.
    #[error("control characters")]
    ControlCharacters,
    /// A field of one answer was posted twice.
    #[error("posted more than once")]
    Repeated,
    /// The post has a field that the form does not have.
    #[error("unknown field")]
    UnknownField,
    /// More fields than any form has.
    #[error("too many fields")]
    TooManyFields,
    /// The rules said no, in words that are ready to read.
    #[error("refused by a rule")]
    Said(String),
}

impl Problem {
    /// The short code used in message keys: `problem-too_long`.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::Missing => "missing",
            Problem::TooLong { .. } => "too_long",
            Problem::NotACode => "not_a_code",
            Problem::Contradiction => "contradiction",
            Problem::NotADate => "not_a_date",
            Problem::InFuture => "in_future",
            Problem::BeforeSense => "before_sense",
            Problem::AfterSense => "after_sense",
            Problem::NotANumber => "not_a_number",
            Problem::OutOfRange { .. } => "out_of_range",
            Problem::NotAPhone => "not_a_phone",
            Problem::ControlCharacters => "control_characters",
            Problem::Repeated => "repeated",
            Problem::Said(_) => "said",
            Problem::UnknownField => "unknown_field",
            Problem::TooManyFields => "too_many_fields",
        }
    }
}

/// Everything wrong with one post, together with the post, so that nothing typed is lost.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the form has {} problems", .fields.len() + .whole.len())]
pub struct Problems {
    /// Field by field, in the form's order; one problem each.
    pub fields: Vec<(&'static str, Problem)>,
    /// What concerns the post as a whole.
    pub whole: Vec<Problem>,
    /// What was posted, untouched.
    pub typed: Vec<(String, String)>,
}

impl Problems {
    /// No problem yet with this post; a room adds what only it can know with [`Problems::on`].
    pub fn none(typed: &[(String, String)]) -> Self {
        Problems {
            fields: Vec::new(),
            whole: Vec::new(),
            typed: typed.to_vec(),
        }
    }

    /// The same, with one more problem on a field.
    pub fn on(mut self, field: &'static str, problem: Problem) -> Self {
        self.fields.push((field, problem));
        self
    }

    /// The problem of this field.
    pub fn of(&self, field: &str) -> Option<&Problem> {
        self.fields
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, problem)| problem)
    }

    /// Is nothing wrong after all?
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.whole.is_empty()
    }
}

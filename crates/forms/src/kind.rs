//! The kinds of answers a field can take.

/// A closed list of codes. Labels are the messages `code-<name>-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeList {
    /// The list's name, as in the data dictionary: `risk_level`.
    pub name: &'static str,
    /// The codes, in the order in which they are offered.
    pub codes: &'static [&'static str],
}

impl CodeList {
    /// Is this one of the list's codes?
    pub fn has(&self, code: &str) -> bool {
        self.codes.contains(&code)
    }
}

/// The three answers that are not an answer and never a blank (domain 2, notation).
pub const OR_ANSWERS: [&str; 3] = ["unknown", "not_asked", "declined"];

/// What a field takes, and which JSON it becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line of at most `max` characters → string.
    Text {
        /// Characters, counted after normalisation.
        max: usize,
    },
    /// Several lines of at most `max` characters → string with `\n`.
    LongText {
        /// Characters, counted after normalisation.
        max: usize,
    },
    /// One code → string.
    Code(CodeList),
    /// One code or one of [`OR_ANSWERS`] → string.
    CodeOr(CodeList),
    /// Several codes → array of strings. `none`, where the list has it, stands alone.
    Multi(CodeList),
    /// Several codes → array, or one of [`OR_ANSWERS`] → string.
    MultiOr(CodeList),
    /// A calendar day → `"2026-11-21"`.
    Date {
        /// May it lie after today?
        future: bool,
    },
    /// A moment, typed in the centre's time zone → RFC 3339 in UTC.
    DateTime {
        /// May it lie after now?
        future: bool,
    },
    /// An explicit yes or no → bool.
    YesNo,
    /// Yes or no → bool, or one of [`OR_ANSWERS`] → string.
    YesNoOr,
    /// A single box: ticked or not → bool, never absent. Required means that it must be ticked.
    Tick,
    /// A whole number → number.
    Int {
        /// Smallest allowed.
        min: i64,
        /// Largest allowed.
        max: i64,
    },
    /// An amount → number of hundredths (12.50 is 1250); the currency is a field of its own.
    Money,
    /// A mark on a short scale → number.
    Score {
        /// Lowest mark.
        min: i64,
        /// Highest mark.
        max: i64,
    },
    /// One of the options supplied at run time → string.
    Pick,
    /// Several of the options supplied at run time → array of strings.
    PickMany,
    /// A telephone number → digits with an optional leading `+`.
    Phone,
    /// Something the page carries and the person does not see → string.
    Hidden,
}

impl Kind {
    /// May the same name be posted more than once?
    pub fn takes_many(&self) -> bool {
        matches!(self, Kind::Multi(_) | Kind::MultiOr(_) | Kind::PickMany)
    }

    /// Does it also take `unknown`, `not_asked` and `declined`?
    pub fn takes_or(&self) -> bool {
        matches!(self, Kind::CodeOr(_) | Kind::MultiOr(_) | Kind::YesNoOr)
    }

    /// The code list behind it, if any.
    pub fn list(&self) -> Option<&CodeList> {
        match self {
            Kind::Code(list) | Kind::CodeOr(list) | Kind::Multi(list) | Kind::MultiOr(list) => {
                Some(list)
            }
            _ => None,
        }
    }
}

/// How much harm a leak of this answer can do (the letters of `domain` section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sensitivity {
    /// Low: says nothing about a person by itself.
    L,
    /// Medium: personal.
    M,
    /// High: a leak can endanger someone.
    H,
}

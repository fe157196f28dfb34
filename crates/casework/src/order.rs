//! Orders: what somebody asks for, when it happened, and what they were looking at.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{
    actor::By,
    approval, assessment, child,
    class::Classes,
    closure, consent, household,
    id::Id,
    implementation, planning, reception,
    refusal::{Refusal, Why, ensure_at},
    registration, review, screening, transfer,
};

/// What is asked for, by room. A form's answers read straight into it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "room", content = "what", rename_all = "snake_case")]
#[expect(missing_docs, reason = "one variant a room, named like the room")]
pub enum Ask {
    Reception(reception::Ask),
    Consent(consent::Ask),
    Screening(screening::Ask),
    Registration(registration::Ask),
    Assessment(assessment::Ask),
    Child(child::Ask),
    Planning(planning::Ask),
    Implementation(implementation::Ask),
    Review(review::Ask),
    Closure(closure::Ask),
    Transfer(transfer::Ask),
    Approval(approval::Ask),
    Household(household::Ask),
}

impl Ask {
    /// The room, and the kind of command, as in `/cases/<id>/<room>/<kind>` and the permission table.
    #[must_use]
    pub fn kind(&self) -> (&'static str, &'static str) {
        match self {
            Self::Reception(ask) => ("reception", ask.into()),
            Self::Consent(ask) => ("consent", ask.into()),
            Self::Screening(ask) => ("screening", ask.into()),
            Self::Registration(ask) => ("registration", ask.into()),
            Self::Assessment(ask) => ("assessment", ask.into()),
            Self::Child(ask) => ("child", ask.into()),
            Self::Planning(ask) => ("planning", ask.into()),
            Self::Implementation(ask) => ("implementation", ask.into()),
            Self::Review(ask) => ("review", ask.into()),
            Self::Closure(ask) => ("closure", ask.into()),
            Self::Transfer(ask) => ("transfer", ask.into()),
            Self::Approval(ask) => ("approval", ask.into()),
            Self::Household(ask) => ("household", ask.into()),
        }
    }

    /// The classes that one must be able to read to ask for this. Restricted notes, dangers and
    /// first disclosures may be written by anybody who works on the case; what comes after them
    /// is the work of those who may read.
    #[must_use]
    pub fn needs(&self) -> Classes {
        match self {
            Self::Assessment(ask) => ask.needs(),
            Self::Child(ask) => ask.needs(),
            Self::Planning(ask) => ask.needs(),
            Self::Implementation(ask) => ask.needs(),
            _ => Classes::GENERAL,
        }
    }

    /// What happens when the case changed since its page was made.
    #[must_use]
    pub fn on_clash(&self) -> OnClash {
        match self {
            Self::Registration(ask) => ask.on_clash(),
            Self::Assessment(ask) => ask.on_clash(),
            Self::Planning(ask) => ask.on_clash(),
            Self::Closure(ask) => ask.on_clash(),
            _ => OnClash::Commutes,
        }
    }
}

/// What a kind of command does when the case changed since the page was made.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum OnClash {
    /// It adds; it is simply decided again.
    Commutes,
    /// It replaces a part of the case, named here: refused with both values when that part changed.
    NeedsBase(&'static str),
}

/// What somebody asks for, with everything that a rule may not fetch for itself.
#[derive(Clone, Debug)]
pub struct Order {
    /// The command's own id, made by whoever asks; new things derive their ids from it.
    pub command: Id,
    /// Who asks.
    pub by: By,
    /// Now: when it is recorded.
    pub now: Timestamp,
    /// When it happened.
    pub happened: Timestamp,
    /// The part's version that the page showed, for commands that need their base.
    pub base: Option<u32>,
    /// A fresh person code, random and without meaning, in case a registration needs one.
    pub fresh_code: String,
    /// What is asked for.
    pub ask: Ask,
    /// The classes that whoever asks may read in this file.
    pub held: Classes,
}

impl Order {
    /// An answer, or what comes after an end, does not happen before it. Times are typed in
    /// minutes.
    ///
    /// # Errors
    /// [`Why::HappenedTooEarly`] when it is dated before.
    pub(crate) fn follows(&self, what: Timestamp) -> Result<(), Refusal> {
        let minute = SignedDuration::from_mins(1);
        let follows = self.happened.duration_since(what) > -minute;
        ensure_at(follows, Why::HappenedTooEarly, "happened")
    }
}

/// Derives what every room's `Ask` needs: a stable kind, and reading from a form's answers.
macro_rules! asks {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident($payload:ty)),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, strum::IntoStaticStr, strum::VariantNames)]
        #[serde(tag = "kind", content = "body", rename_all = "snake_case")]
        #[strum(serialize_all = "snake_case")]
        #[expect(missing_docs, reason = "variants say what is asked for; their records are documented")]
        #[allow(clippy::large_enum_variant, reason = "commands live for one request; a box would only hide the record")]
        pub enum $name { $($(#[$vmeta])* $variant($payload)),+ }
    };
}
pub(crate) use asks;

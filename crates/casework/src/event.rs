//! Events: what became true, small and typed, sealed one by one. Their JSON form is stored for
//! ever; `upcast` reads every version that was ever written.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    actor::By, approval, assessment, child, class::Classes, closure, consent, household, id::Id,
    implementation, lists::TipNotScreened, planning, reception, registration, review, screening,
    transfer,
};

/// What became true, by room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "room", content = "what", rename_all = "snake_case")]
#[expect(missing_docs, reason = "one variant a room, named like the room")]
pub enum Body {
    Reception(reception::Event),
    Consent(consent::Event),
    Screening(screening::Event),
    Registration(registration::Event),
    Assessment(assessment::Event),
    Child(child::Event),
    Planning(planning::Event),
    Implementation(implementation::Event),
    Review(review::Event),
    Closure(closure::Event),
    Transfer(transfer::Event),
    Approval(approval::Event),
    Household(household::Event),
}

/// One event as it is kept: who, when it happened, when it was recorded, of which classes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Version of the stored form.
    pub v: u16,
    /// The command that brought it about.
    pub command: Id,
    /// Who.
    pub by: By,
    /// When it happened.
    pub happened: Timestamp,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// Recorded late, from paper or memory.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
    /// What a reader needs.
    pub classes: Classes,
    /// What became true.
    pub body: Body,
}

/// The stored form that this program writes.
pub const VERSION: u16 = 1;

/// An event that this program does not know: written by a newer one, or damaged.
#[derive(Debug)]
pub struct UnknownEvent;

impl std::fmt::Display for UnknownEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an event of a kind that this version does not know")
    }
}

impl std::error::Error for UnknownEvent {}

/// The classes that a history holds matter of, as they open a file to the focal point of a theme.
/// That there was nothing to screen for is said within its class, so that its absence tells
/// nothing either; it is no matter of that class.
#[must_use]
pub fn matter<'e>(events: impl IntoIterator<Item = &'e Event>) -> Classes {
    let telling = events.into_iter().filter(|event| !event.says_nothing());
    telling.fold(Classes::GENERAL, |all, event| all.union(event.classes))
}

impl Event {
    fn says_nothing(&self) -> bool {
        use assessment::Event::TipSkipped;
        matches!(&self.body, Body::Assessment(TipSkipped(skipped))
            if skipped.why == TipNotScreened::NoIndication)
    }

    /// The stored bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads stored bytes of any version.
    ///
    /// # Errors
    /// [`UnknownEvent`] when the kind or version is not known here: decide nothing on that file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, UnknownEvent> {
        let event: Self = serde_json::from_slice(bytes).map_err(|_| UnknownEvent)?;
        if event.v > VERSION {
            Err(UnknownEvent)
        } else {
            Ok(event)
        }
    }

    /// The room it belongs to, and its kind, as in `event-<room>-<kind>`.
    #[must_use]
    pub fn kind(&self) -> (&'static str, &'static str) {
        match &self.body {
            Body::Reception(event) => ("reception", event.into()),
            Body::Consent(event) => ("consent", event.into()),
            Body::Screening(event) => ("screening", event.into()),
            Body::Registration(event) => ("registration", event.into()),
            Body::Assessment(event) => ("assessment", event.into()),
            Body::Child(event) => ("child", event.into()),
            Body::Planning(event) => ("planning", event.into()),
            Body::Implementation(event) => ("implementation", event.into()),
            Body::Review(event) => ("review", event.into()),
            Body::Closure(event) => ("closure", event.into()),
            Body::Transfer(event) => ("transfer", event.into()),
            Body::Approval(event) => ("approval", event.into()),
            Body::Household(event) => ("household", event.into()),
        }
    }
}

/// Derives what every room's `Event` needs: a stable kind and a readable stored form.
macro_rules! events {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident($payload:ty)),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, strum::IntoStaticStr, strum::VariantNames)]
        #[serde(tag = "kind", content = "body", rename_all = "snake_case")]
        #[strum(serialize_all = "snake_case")]
        #[expect(missing_docs, reason = "variants say what became true; their records are documented")]
        #[allow(clippy::large_enum_variant, reason = "events are read one at a time; a box would only hide the record")]
        pub enum $name { $($(#[$vmeta])* $variant($payload)),+ }
    };
}
pub(crate) use events;

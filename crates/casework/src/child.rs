//! child (being written)

use crate::{
    case::{Case, Stamp},
    decide::Yes,
    event::events,
    macros::record,
    order::{Order, asks},
    refusal::Refusal,
    sop::Sop,
};

record! {
    /// Placeholder until the room is written.
    pub struct Nothing {}
}
asks! {
    /// What may be asked for.
    Ask { Nothing(Nothing) }
}
events! {
    /// What became true.
    Event { Nothing(Nothing) }
}
/// What the room knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {}

pub(crate) fn decide(_case: &Case, _sop: &Sop, _order: &Order, _ask: &Ask) -> Result<Yes, Refusal> {
    Ok(Yes::default())
}

pub(crate) fn apply(_case: &mut Case, _stamp: Stamp, _event: &Event) {}

use crate::class::Classes;
impl Ask {
    /// The classes that one must be able to read to ask for this.
    #[must_use]
    pub const fn needs(&self) -> Classes {
        Classes::GENERAL
    }
}
impl State {
    /// Whether the caregiver is, or is suspected to be, the abuser (floor of 3.1).
    #[must_use]
    pub const fn caregiver_is_abuser(&self) -> bool {
        false
    }
}

/// What this room has due.
pub(crate) fn dues(_case: &Case, _sop: &Sop, _now: jiff::Timestamp) -> Vec<crate::due::Due> {
    Vec::new()
}

//! review (being written)

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

use jiff::Timestamp;
/// Something happened that forces a review within the SOP's time (2.5).
pub(crate) fn trigger(_case: &mut Case, _at: Timestamp) {}

/// What this room has due.
pub(crate) fn dues(_case: &Case, _sop: &Sop, _now: jiff::Timestamp) -> Vec<crate::due::Due> {
    Vec::new()
}

/// When the person was last reached or seen, arrival included.
#[must_use]
pub fn last_contact(case: &Case) -> Option<Timestamp> {
    case.arrived_at()
}

/// The kind of meeting that an event records, when it does.
#[must_use]
pub const fn meeting_held(_event: &Event) -> Option<&'static str> {
    None
}

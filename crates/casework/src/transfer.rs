//! transfer (being written)

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

/// What this room has due.
pub(crate) fn dues(_case: &Case, _sop: &Sop, _now: jiff::Timestamp) -> Vec<crate::due::Due> {
    Vec::new()
}

/// The account, centre or partner to whom the case is offered and who has not answered yet.
#[must_use]
pub fn offered_to(_case: &Case) -> Option<crate::Id> {
    None
}

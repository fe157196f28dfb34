//! assessment (being written)

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

use crate::{class::Classes, lists::CurrentSafety, refusal::Missing};
use jiff::Timestamp;

impl Ask {
    /// The classes that one must be able to read to ask for this.
    #[must_use]
    pub const fn needs(&self) -> Classes {
        Classes::GENERAL
    }
}
impl State {
    /// Whether a suspicion of trafficking with live control stands (floor of 3.1).
    #[must_use]
    pub const fn trafficking_floor(&self) -> bool {
        false
    }
    /// The newest statement of safety: from a safety check, a contact or a reported danger.
    #[must_use]
    pub const fn last_safety(&self, _case: &Case) -> Option<CurrentSafety> {
        None
    }
}
/// Gate G2 without its approval.
#[must_use]
pub fn g2(_case: &Case, _sop: &Sop, _now: Timestamp) -> Vec<Missing> {
    Vec::new()
}
/// Whether a supervisor must approve (G2): high, urgent, or a child.
#[must_use]
pub fn needs_approval(case: &Case, now: Timestamp) -> bool {
    use crate::lists::RiskLevel;
    matches!(
        case.risk(),
        Some(RiskLevel::Urgent | RiskLevel::High) | None
    ) || case.is_child(now)
}

/// What this room has due.
pub(crate) fn dues(_case: &Case, _sop: &Sop, _now: jiff::Timestamp) -> Vec<crate::due::Due> {
    Vec::new()
}

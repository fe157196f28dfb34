//! What the plan asks of the assessment and of the child room, in one place.

use jiff::Timestamp;

use crate::{
    case::Case,
    id::Id,
    lists::{ChildDecision, NeedDomain},
    refusal::Refusal,
};

/// Whether the assessment found this need.
pub(crate) const fn needed(_case: &Case, _domain: NeedDomain) -> bool {
    true
}

/// The needs that the assessment calls critical.
pub(crate) const fn critical_needs(_case: &Case) -> Vec<NeedDomain> {
    Vec::new()
}

/// Strong factors that protect, by id.
pub(crate) const fn strong_protective_factors(_case: &Case) -> Vec<Id> {
    Vec::new()
}

/// Whether a safety plan is on file.
pub(crate) const fn has_safety_plan(_case: &Case) -> bool {
    true
}

/// Whether a best interests assessment is on file.
pub(crate) const fn bia_recorded(_case: &Case) -> bool {
    true
}

/// Whether the child's own view is on file.
pub(crate) const fn child_view_recorded(_case: &Case) -> bool {
    true
}

/// Why a decision about a child has to wait, if it has to (2.7).
pub(crate) const fn child_block(
    _case: &Case,
    _decision: ChildDecision,
    _now: Timestamp,
) -> Option<Refusal> {
    None
}

//! Lists about children (2.2, 3.9).

use crate::macros::codes;

codes! {
    /// Care arrangement of a child, 3.9.
    CareArrangement as "care_arrangement" {
        Parents, StepParent, UsualCaregiver, AdultSibling, Kinship, Foster, Residential, Kafala,
        Independent, ChildHeaded, UnrelatedAdult, None
    }
}
codes! {
    /// Why a best interests determination is needed, 2.2.
    BidReason as "bid_reason" {
        DurableSolutionForUasc, TemporaryCareExceptional, SeparationFromParentsAgainstWill,
        CustodyOrHighImpact
    }
}
codes! {
    /// Decisions that a best-interests step must allow first, 2.7 "child without guardian".
    ChildDecision as "child_decision" { TemporaryCare, Placement, Return, Transfer, Reunification, Tracing }
}
codes! {
    /// State of family tracing, 2.2.
    TracingStatus as "tracing_status" { NotStarted, Searching, FoundSafe, FoundUnsafe, NotFound, PersonDeclined }
}

//! The policy, both ways: who may do what and who may not, relation by relation and class by class.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a helper of a test fails the test"
)]

#[path = "policy/duty.rs"]
mod duty;
#[path = "policy/organisation.rs"]
mod organisation;
#[path = "policy/people.rs"]
mod people;
#[path = "policy/predicate.rs"]
mod predicate;
#[path = "policy/standing.rs"]
mod standing;
#[path = "policy/table.rs"]
mod table;

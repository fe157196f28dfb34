//! The rules of protection case management: six interlinked steps, their gates, consent, and the
//! bad cases of `domain.md` 2.7. No input or output, no clock, no chance: time, ids and the
//! centre's SOP come in as arguments.
//!
//! A rule is a plain function: [`decide`] takes the folded [`Case`], the [`Sop`] and an [`Order`],
//! and gives the events that become true, or a [`Refusal`] in words.
//!
//! To add something that people do: a record (what the form asks), a variant of the room's `Ask`,
//! a variant of its `Event`, an arm in its `decide` and its `apply`, a yes and a no in
//! `tests/<room>.rs`; then its form in `web` and its row in `access/permissions.txt`.

mod macros;

pub mod actor;
pub mod answer;
pub mod approval;
pub mod assessment;
pub mod case;
pub mod child;
pub mod class;
pub mod closure;
pub mod consent;
pub mod decide;
pub mod due;
pub mod event;
pub mod feedback;
pub mod floors;
pub mod harm;
pub mod household;
pub mod household_file;
pub mod id;
pub mod implementation;
pub mod lists;
pub mod order;
pub mod own_file;
pub mod pair;
pub mod planning;
pub mod reception;
pub mod refusal;
pub mod registration;
pub mod review;
pub mod screening;
pub mod sop;
pub mod supported;
pub mod transfer;

pub use case::Case;
pub use decide::decide;
pub use event::Event;
pub use id::Id;
pub use order::{Ask, Order};
pub use refusal::Refusal;
pub use sop::Sop;

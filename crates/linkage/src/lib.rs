//! Is this the same person? Names folded across scripts and spellings, compared, and the result
//! explained. A score is a hint to a person who decides, never a decision (`domain.md` 2.7).
//!
//! The way through this crate: [`names`] reads a name in any script into parts and sounds, and
//! [`keys`] makes the words an index needs to find it again under another spelling.

pub mod align;
pub mod company;
pub mod dates;
pub mod digits;
pub mod em;
pub mod explain;
pub mod frequency;
pub mod index;
pub mod model;
pub mod names;
pub mod pattern;
pub mod person;
pub mod priors;
pub mod probe;
pub mod record;
pub mod register;
pub mod vocabulary;

pub use index::{Candidate, Index, Scratch};
pub use names::{
    fold::{WORTH_A_LOOK, fold, likeness, skeleton},
    keys::{keys, near_keys},
};
pub use person::{Person, Sex};
pub use probe::Probe;

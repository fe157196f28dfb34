//! Pieces of pages: structs that print themselves, so a template says `{{ steps }}`.
//!
//! Texts are handed in ready to read. Whatever people typed goes between `<bdi>` by itself.

mod change;
mod facts;
mod figures;
mod glance;
mod notice;
mod onward;
mod person;
mod picture;
mod plan;
mod steps;
mod story;
mod table;
mod trend;

pub use change::Change;
pub use facts::{Fact, Facts};
pub use figures::{Choose, Figure, Figures, Post};
pub use glance::{Card, Glance, Line, Look};
pub use notice::{Empty, Notice, Tone};
pub use onward::{Onward, OnwardState, OnwardStep};
pub use person::{Badge, Person};
pub use picture::{Bond, Captions, Item, Picture, Side};
pub use plan::{Goal, Objective, Plan};
pub use steps::{Step, StepState, Steps};
pub use story::{Entry, Story};
pub use table::{Cell, Pager, Table};
pub use trend::Trend;

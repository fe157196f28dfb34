//! The case stories of `domain.md` section 9, told through the rules: what happened on which day,
//! and what the system must show, do or refuse. All people in them are invented.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a helper of a test fails the test"
)]

#[path = "stories/bakary.rs"]
mod bakary;
#[path = "stories/complaint.rs"]
mod complaint;
#[path = "stories/family.rs"]
mod family;
#[path = "stories/idris.rs"]
mod idris;
#[path = "stories/lidia.rs"]
mod lidia;
#[allow(dead_code, reason = "the stories use a part of the teller")]
#[path = "rules/packages.rs"]
mod packages;
#[allow(dead_code, reason = "the stories use a part of the teller")]
#[path = "rules/plans.rs"]
mod plans;
#[path = "stories/sami.rs"]
mod sami;
#[allow(dead_code, reason = "the stories use a part of the teller")]
#[path = "rules/story.rs"]
mod story;
#[path = "stories/subsets.rs"]
mod subsets;
#[path = "stories/telling.rs"]
mod telling;

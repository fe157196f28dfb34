//! How many mistakes in the rules would a test notice? All mutants that cargo-mutants lists for a
//! package, woven into one build and switched on one by one. See `README.md`.

pub mod alone;
pub mod list;
pub mod loom;
pub mod report;
pub mod runs;
mod signs;
pub mod weave;
pub mod workshop;

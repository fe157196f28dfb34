//! The program as a browser meets it: every page and post through the real router, on a real
//! ledger, with a clock that the test moves.
//!
//! To add a test: `House::new()`, `house.visitor("caseworker")`, `visitor.get(path)` and
//! `visitor.does(file, "room.kind", fields)`; what came back is an `Answer`.

mod actions;
mod answer;
mod classes;
mod house;
mod inputs;
mod lives;
mod repeats;
mod routes;
mod signing_in;
mod stories;
mod visitor;

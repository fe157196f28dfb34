//! The program as a browser meets it: every page and post through the real router, on a real
//! ledger, with a clock that the test moves.
//!
//! To add a test: `House::new()`, `house.visitor("caseworker")`, `visitor.get(path)` and
//! `visitor.does(file, "room.kind", fields)`; what came back is an `Answer`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on says so"
)]

mod actions;
mod alerts;
mod answer;
mod case_page;
mod classes;
mod day;
mod desk;
mod drafting;
mod erasing;
mod house;
mod inputs;
mod lives;
mod paper;
mod people;
mod picture;
mod repeats;
mod routes;
mod sharing;
mod signing_in;
mod stories;
mod supervision;
mod turned;
mod visitor;

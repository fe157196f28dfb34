//! The doors on a real ledger: what crosses files, who reads what, and what a second post comes to.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

mod drafts;
mod feedback;
mod house;
mod household;
mod offer;
mod pairs;
mod similar;
mod start;

//! The doors on a real ledger: what crosses files, who reads what, and what a second post comes to.

mod feedback;
mod house;
mod household;
mod offer;

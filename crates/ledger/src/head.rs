//! Signed heads: the note that says how far the log went and what it held.

use jiff::Timestamp;

/// A signed statement of the whole log up to one point.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Head {
    /// Heads are numbered from 1.
    pub number: u64,
    /// How many log rows it covers.
    pub size: u64,
    /// The root of the Merkle tree over them (RFC 6962).
    pub root: [u8; 32],
    /// The hash of the head before this one; zeros for the first.
    pub previous: [u8; 32],
    /// When it was made.
    pub at: Timestamp,
    /// The whole signed note as text, in tlog checkpoint form: what to print or mail.
    pub note: String,
}

//! One at a time on each file. The ledger refuses a decision made on an older state of a file, so
//! nothing would be lost without this; but thirty people on one file would decide again and again
//! until some of them gave up. Other processes on the same ledger are not seen here: against them
//! the ledger's refusal and the tries in `carry_out.rs` stand.

use std::sync::{Mutex, MutexGuard, PoisonError};

use casework::Id;

/// A place for each first byte of an id, which is random. Files that share one wait for each
/// other needlessly, which costs a few milliseconds.
const PLACES: usize = 256;

/// Who works on which file just now.
pub(crate) struct Turns([Mutex<()>; PLACES]);

impl Default for Turns {
    fn default() -> Self {
        Self([const { Mutex::new(()) }; PLACES])
    }
}

impl Turns {
    /// Waits until nobody else decides on this file. Take one turn only, or two people may wait
    /// for each other for ever.
    pub fn of(&self, file: Id) -> MutexGuard<'_, ()> {
        // A turn guards no data, so a panic while it was held has broken none.
        self.0[usize::from(file.0[0])]
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

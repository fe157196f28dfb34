//! Renewing the epoch key: what was erased goes dark in every copy made before.

use jiff::Timestamp;

use crate::keyring::Dirs;
use crate::{Failure, SealedLedger};

/// Makes a new epoch key, wraps all living file keys under it and destroys the old one. For a ledger
/// that is not running; one that runs does the same by [`SealedLedger::renew_epoch`].
pub fn renew(dirs: &Dirs, at: Timestamp) -> Result<(), Failure> {
    SealedLedger::open_existing(dirs)?.renew_epoch(at)
}

//! Switches that break one promise on purpose: with one on, the proof of that promise must show red.
//!
//! - `SANAD_TEST_WEAK_SYNC=1`: nothing is synced; a power cut loses acknowledged writes.
//! - `SANAD_TEST_EARLY_ACK=1`: answers go out before the commit; a kill loses acknowledged writes.
//! - `SANAD_TEST_NO_CLAIM_CHECK=1`: two files may claim the same value.
//! - `SANAD_TEST_KEEP_KEYS=1`: erasing leaves the keys where they are.

pub(crate) fn is_on(name: &str) -> bool {
    cfg!(feature = "test-switches") && std::env::var_os(name).is_some_and(|value| value == "1")
}

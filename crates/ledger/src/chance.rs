//! The one place where chance enters: keys, nonces and ids.

use crate::Failure;

/// As many random bytes as the caller's array holds.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the one function through which chance enters"
)]
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], Failure> {
    let mut drawn = [0; N];
    getrandom::fill(&mut drawn).map_err(|fault| Failure::Chance(fault.to_string()))?;
    Ok(drawn)
}

//! To come.

use super::script::{Scene, Script};

/// Tells.
pub fn tell(_: &Scene<'_>, _: &mut Script) -> anyhow::Result<()> {
    Ok(())
}

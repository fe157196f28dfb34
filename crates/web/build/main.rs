//! Before compiling: gather the messages and press the assets.

mod assets;
mod locales;

use std::error::Error;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    println!("cargo:rerun-if-changed=build");
    locales::gather(&root.join("locales"), &out)?;
    assets::press(&root.join("client"), &out)?;
    Ok(())
}

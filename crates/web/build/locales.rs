//! Lists every `locales/<language>/*.ftl`, so that a new file needs no mention anywhere.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes `locales.rs`: a table of (language, file name, text).
pub fn gather(folder: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut table = String::from("&[\n");
    for language in sorted(folder)?.iter().filter(|path| path.is_dir()) {
        println!("cargo:rerun-if-changed={}", language.display());
        for file in sorted(language)?
            .iter()
            .filter(|path| path.extension().is_some_and(|e| e == "ftl"))
        {
            let full = file.canonicalize()?;
            writeln!(
                table,
                "    ({:?}, {:?}, include_str!({:?})),",
                name(language),
                name(file),
                full.display().to_string()
            )?;
        }
    }
    table.push(']');
    fs::write(out.join("locales.rs"), table)?;
    Ok(())
}

/// The paths in a folder, in the same order on every machine.
pub fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// The last part of a path.
pub fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

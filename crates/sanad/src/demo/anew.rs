//! Back to the first day: what the demonstration made, and nothing else, is thrown away and made
//! again.

use std::{io::ErrorKind, path::Path};

use anyhow::{Context, bail};
use casebook::Casebook;
use ledger::Dirs;

use super::{ACCOUNTS, staff::FIRST};

/// Stands in a data folder that the demonstration made, from before the first entry on.
const MADE: &str = "demonstration";
/// Stands beside it until everything is told.
const UNFINISHED: &str = "demonstration-unfinished";

/// Marks a folder as the demonstration's own, before anything is made in it.
pub fn mark(data: &Path) -> anyhow::Result<()> {
    for name in [MADE, UNFINISHED] {
        let path = data.join(name);
        std::fs::write(&path, "Everybody in this folder is invented.\n")
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

/// Everything is told.
pub fn finished(data: &Path) -> anyhow::Result<()> {
    gone(&data.join(UNFINISHED))
}

/// Whether this is a centre that the demonstration made: by its mark and by its centre's name. A
/// real one is never thrown away.
pub fn may_begin_anew(data: &Path, book: &Casebook) -> bool {
    let known = book.organisation();
    data.join(MADE).is_file() && known.centres().any(|centre| centre.name == FIRST)
}

/// Throws away what was left half made by a machine that stopped.
pub fn clear_unfinished(dirs: &Dirs) -> anyhow::Result<()> {
    if dirs.data.join(UNFINISHED).is_file() {
        clear(dirs)?;
    }
    Ok(())
}

/// Throws away the ledger and the keys of a demonstration that nothing has open; the mark goes last,
/// so that a machine that stops in between goes on with it.
pub fn clear(dirs: &Dirs) -> anyhow::Result<()> {
    if !dirs.data.join(MADE).is_file() {
        bail!("the demonstration did not make this data folder, and does not clear it");
    }
    mark(&dirs.data)?;
    for folder in [&dirs.keys, &dirs.data] {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().and_then(|name| name.to_str());
            if name.is_some_and(is_ours) {
                gone(&path)?;
            }
        }
    }
    gone(&dirs.data.join(UNFINISHED))?;
    gone(&dirs.data.join(MADE))
}

/// A file that the program makes. The lock stays: another program may wait for it.
fn is_ours(name: &str) -> bool {
    let key = name.starts_with("epoch-") && name.ends_with(".key");
    let ledger = name.starts_with("ledger.db");
    let others = [
        "creating",
        "erasures",
        "head",
        "master.key",
        "snapshot.key",
        "snapshot.sealed",
        ACCOUNTS,
    ];
    key || ledger || others.contains(&name)
}

fn gone(path: &Path) -> anyhow::Result<()> {
    match std::fs::remove_file(path) {
        Err(no) if no.kind() != ErrorKind::NotFound => {
            Err(no).with_context(|| format!("{} cannot be removed", path.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(name: &str) -> Dirs {
        let base = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
        let dirs = Dirs::beside(base.join("centre"));
        std::fs::create_dir_all(&dirs.data).unwrap();
        std::fs::create_dir_all(&dirs.keys).unwrap();
        std::fs::write(dirs.data.join("ledger.db"), "x").unwrap();
        std::fs::write(dirs.data.join("letter.txt"), "x").unwrap();
        std::fs::write(dirs.keys.join("master.key"), "x").unwrap();
        dirs
    }

    #[test]
    fn only_what_the_demonstration_made_is_thrown_away() {
        let dirs = folders("sanad-anew");
        assert!(clear(&dirs).is_err());
        assert!(dirs.data.join("ledger.db").is_file() && dirs.keys.join("master.key").is_file());
        clear_unfinished(&dirs).unwrap();
        assert!(dirs.data.join("ledger.db").is_file());
        mark(&dirs.data).unwrap();
        clear_unfinished(&dirs).unwrap();
        assert!(!dirs.data.join("ledger.db").exists() && !dirs.keys.join("master.key").exists());
        assert!(dirs.data.join("letter.txt").is_file());
        assert!(!dirs.data.join(MADE).exists() && !dirs.data.join(UNFINISHED).exists());
        std::fs::remove_dir_all(dirs.data.parent().unwrap()).unwrap();
    }
}

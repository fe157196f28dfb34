//! Files that must be there after a power cut: written whole, synced, with narrow rights.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::Write;
use std::path::Path;

use crate::Failure;

/// Makes a folder that only its owner may enter, unless it is there.
pub(crate) fn make_folder(path: &Path) -> Result<(), Failure> {
    if path.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .map_err(|fault| Failure::io(path, fault))?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Options for a file that only its owner may read.
pub(crate) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Puts a file in place whole or not at all, and durably.
pub(crate) fn write_whole(path: &Path, content: &[u8]) -> Result<(), Failure> {
    write_whole_by(&path.with_extension("new"), path, content)
}

/// The same by way of a file of another name.
pub(crate) fn write_whole_by(beside: &Path, path: &Path, content: &[u8]) -> Result<(), Failure> {
    let write = || {
        let mut file = private()
            .write(true)
            .create(true)
            .truncate(true)
            .open(beside)?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(beside, path)
    };
    write().map_err(|fault| Failure::io(path, fault))?;
    sync_parent(path)
}

/// Overwrites a file with zeros before it is removed: for keys that must not come back.
pub(crate) fn shred(path: &Path) -> Result<(), Failure> {
    let shred = || {
        let mut file = OpenOptions::new().write(true).open(path)?;
        let length = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
        file.write_all(&vec![0; length])?;
        file.sync_all()?;
        fs::remove_file(path)
    };
    shred().map_err(|fault| Failure::io(path, fault))?;
    sync_parent(path)
}

/// A renamed, new or removed name is durable only once its folder is synced.
pub(crate) fn sync_parent(path: &Path) -> Result<(), Failure> {
    path.parent().map_or(Ok(()), sync_folder)
}

fn sync_folder(path: &Path) -> Result<(), Failure> {
    let path = if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    };
    File::open(path)
        .and_then(|folder| folder.sync_all())
        .map_err(|fault| Failure::io(path, fault))
}

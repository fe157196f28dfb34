//! A ledger in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use ledger::{Dirs, Id, SealedLedger};
use tempfile::TempDir;

pub use crate::words::*;

pub struct House {
    pub folder: TempDir,
    pub dirs: Dirs,
}

impl House {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dirs = Dirs::beside(folder.path().join("centre"));
        Self { folder, dirs }
    }

    pub fn open(&self) -> SealedLedger {
        SealedLedger::open(&self.dirs).unwrap()
    }

    /// Whether any file of the data folder holds these bytes.
    pub fn data_holds(&self, bytes: &[u8]) -> bool {
        holds(&self.dirs.data, bytes)
    }

    /// The same for everything: data, keys and backups.
    pub fn holds(&self, bytes: &[u8]) -> bool {
        holds(self.folder.path(), bytes)
    }

    /// The wrapped keys of a file, as they stand in the database.
    pub fn wrapped_keys(&self, file: Id) -> Vec<Vec<u8>> {
        let db = rusqlite::Connection::open(self.dirs.ledger()).unwrap();
        let mut statement = db
            .prepare("SELECT wrapped FROM keys WHERE file = ?1")
            .unwrap();
        statement
            .query_map([file.0], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    }

    /// Room for another ledger.
    pub fn another_place(&self, name: &str) -> Dirs {
        Dirs::beside(self.folder.path().join(name))
    }

    pub fn has_ledger(dirs: &Dirs) -> bool {
        dirs.ledger().exists()
    }

    /// The data disk is gone.
    pub fn lose_the_data(&self) {
        fs::remove_dir_all(&self.dirs.data).unwrap();
    }

    /// Where the key of the snapshot lies.
    pub fn snapshot_key(&self) -> Option<PathBuf> {
        let mut found = fs::read_dir(&self.dirs.keys).unwrap();
        found.find_map(|entry| Some(entry.unwrap().path()).filter(|path| is_snapshot_key(path)))
    }
}

fn holds(folder: &Path, bytes: &[u8]) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return holds(&path, bytes);
        }
        fs::read(path)
            .unwrap()
            .windows(bytes.len())
            .any(|part| part == bytes)
    })
}

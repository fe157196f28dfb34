//! A ledger in a schema of its own, with its two folders.

use std::fs;
use std::path::PathBuf;

use ledger::{Dirs, Id, SealedLedger};
use tempfile::TempDir;

use crate::server::{Server, shared};
pub use crate::words::*;

pub struct House {
    pub folder: TempDir,
    pub dirs: Dirs,
    address: String,
}

impl House {
    pub fn new() -> Self {
        Self::on(shared())
    }

    pub fn on(server: &Server) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = server.address();
        let dirs = Dirs::beside(folder.path().join("centre"))
            .with_database(Some(address.parse().unwrap()));
        Self {
            folder,
            dirs,
            address,
        }
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    pub fn schema(&self) -> &str {
        self.address.rsplit_once("%3D").unwrap().1
    }

    pub fn open(&self) -> SealedLedger {
        SealedLedger::open(&self.dirs).unwrap()
    }

    /// Another node of the same ledger: a data folder of its own, the same keys, the same database.
    pub fn node(&self, name: &str) -> SealedLedger {
        SealedLedger::open(&self.node_dirs(name)).unwrap()
    }

    pub fn node_dirs(&self, name: &str) -> Dirs {
        Dirs {
            data: self.folder.path().join(name),
            ..self.dirs.clone()
        }
    }

    /// A statement on this ledger's tables.
    pub fn ask(&self, sql: &str) -> Vec<String> {
        shared().ask(&format!("SET search_path = {}; {sql}", self.schema()))
    }

    /// Whether these bytes stand in the database, as a dump has it, or in the data folder.
    pub fn data_holds(&self, bytes: &[u8]) -> bool {
        let dump = shared().dump(self.schema());
        let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        contains(&dump, digits.as_bytes())
            || contains(&dump, bytes)
            || holds(&self.dirs.data, bytes)
    }

    /// The same for everything: data, keys and backups.
    pub fn holds(&self, bytes: &[u8]) -> bool {
        self.data_holds(bytes) || holds(self.folder.path(), bytes)
    }

    /// The wrapped keys of a file, as they stand in the database.
    pub fn wrapped_keys(&self, file: Id) -> Vec<Vec<u8>> {
        let sql = format!("SELECT encode(wrapped, 'hex') FROM keys WHERE file = '\\x{file}'");
        self.ask(&sql).iter().map(|line| unhex(line)).collect()
    }

    /// Room for another ledger.
    pub fn another_place(&self, name: &str) -> Dirs {
        let address = shared().address().parse().unwrap();
        Dirs::beside(self.folder.path().join(name)).with_database(Some(address))
    }

    pub fn has_ledger(dirs: &Dirs) -> bool {
        !matches!(
            ledger::verify::verify(dirs),
            Err(ledger::Failure::MissingLedger { .. })
        )
    }

    /// The database is gone.
    pub fn lose_the_data(&self) {
        let schema = self.schema();
        shared().ask(&format!(
            "DROP SCHEMA {schema} CASCADE; CREATE SCHEMA {schema}"
        ));
    }

    /// Where the key of the snapshot lies.
    pub fn snapshot_key(&self) -> Option<PathBuf> {
        let mut found = fs::read_dir(&self.dirs.keys).unwrap();
        found.find_map(|entry| Some(entry.unwrap().path()).filter(|path| is_snapshot_key(path)))
    }
}

fn holds(folder: &std::path::Path, bytes: &[u8]) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    entries.into_iter().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return holds(&path, bytes);
        }
        contains(&fs::read(path).unwrap(), bytes)
    })
}

pub fn contains(whole: &[u8], bytes: &[u8]) -> bool {
    whole.windows(bytes.len()).any(|part| part == bytes)
}

fn unhex(digits: &str) -> Vec<u8> {
    (0..digits.len() / 2)
        .map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

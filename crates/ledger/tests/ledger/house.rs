//! A ledger in a folder of its own, and short ways to write to it.

use std::fs;
use std::path::Path;

use jiff::Timestamp;
use ledger::{
    Append, AppendError, Appended, Body, Claim, Dirs, FileAppend, Id, Ledger, SqliteLedger,
};
use tempfile::TempDir;

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

    pub fn open(&self) -> SqliteLedger {
        SqliteLedger::open(&self.dirs).unwrap()
    }

    /// Whether any file of the data folder holds these bytes.
    pub fn data_holds(&self, bytes: &[u8]) -> bool {
        holds(&self.dirs.data, bytes)
    }

    /// The same for everything: data, keys and backups.
    pub fn holds(&self, bytes: &[u8]) -> bool {
        holds(self.folder.path(), bytes)
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

/// The n-th second of a day that all tests share.
pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).unwrap()
}

pub fn id(number: u8) -> Id {
    Id([number; 16])
}

pub fn fresh() -> Id {
    Id::random().unwrap()
}

/// A command with an id of its own that adds events to one file.
pub fn adding(file: Id, expected: u64, events: &[&str]) -> Append {
    let events = events
        .iter()
        .map(|event| event.as_bytes().to_vec())
        .collect();
    Append {
        at: at(1),
        command: fresh(),
        outcome: b"done".to_vec(),
        files: vec![FileAppend {
            file,
            expected,
            events,
        }],
        claims: vec![],
        release: vec![],
    }
}

pub fn claiming(file: Id, space: &'static str, value: &str) -> Append {
    let mut append = adding(file, 0, &["hello"]);
    append.claims.push(Claim {
        space,
        value: value.into(),
        file,
    });
    append
}

pub fn add(
    ledger: &dyn Ledger,
    file: Id,
    expected: u64,
    events: &[&str],
) -> Result<Appended, AppendError> {
    ledger.append(adding(file, expected, events))
}

/// What a file says, as text; `None` stands for a destroyed event.
pub fn texts(ledger: &dyn Ledger, file: Id) -> Vec<Option<String>> {
    ledger
        .read(file)
        .unwrap()
        .into_iter()
        .map(|entry| text(entry.body))
        .collect()
}

pub fn text(body: Body) -> Option<String> {
    match body {
        Body::Clear(bytes) => Some(String::from_utf8(bytes).unwrap()),
        Body::Destroyed => None,
    }
}

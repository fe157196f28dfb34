//! Short ways to write to a ledger, for whichever house it stands in.

use std::path::Path;

use jiff::Timestamp;
use ledger::{Append, AppendError, Appended, Body, Claim, FileAppend, Id, Ledger};

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

/// The key of whatever was kept beside the ledger.
pub fn is_snapshot_key(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("snapshot") && name.ends_with(".key")
}

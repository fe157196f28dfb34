//! What is stored and logged: the covered tables, their rows, and the rows of the log itself.

use sha2::{Digest, Sha256};

use crate::tree::Hash;

/// The tables that the log covers. The codes are part of every hash: never change or reuse one.
#[derive(Copy, Clone, Eq, PartialEq, Debug, Hash)]
pub(crate) enum Table {
    /// What the ledger knows about itself. Nothing about people. Kept for ever.
    Meta,
    /// The events, sealed. Kept for ever; readable as long as their keys live.
    Events,
    /// Wrapped keys of files (`seq` 0) and events. Destroyed by erasure.
    Keys,
    /// Ids and sealed outcomes of commands. Kept for ever.
    Commands,
    /// Keyed hashes of values that must be unique. Released by commands and erasure.
    Claims,
    /// Who looked, sealed. Deleted when their retention ends.
    Looks,
    /// Running sessions, sealed. Deleted when they end.
    Sessions,
    /// That something was erased, with a sealed note. Kept for ever.
    Erased,
}

impl Table {
    pub const ALL: [Self; 8] = [
        Self::Meta,
        Self::Events,
        Self::Keys,
        Self::Commands,
        Self::Claims,
        Self::Looks,
        Self::Sessions,
        Self::Erased,
    ];

    pub fn code(self) -> i64 {
        match self {
            Self::Meta => 1,
            Self::Events => 2,
            Self::Keys => 3,
            Self::Commands => 4,
            Self::Claims => 5,
            Self::Looks => 6,
            Self::Sessions => 7,
            Self::Erased => 8,
        }
    }

    pub fn of_code(code: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.code() == code)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Meta => "meta",
            Self::Events => "events",
            Self::Keys => "keys",
            Self::Commands => "commands",
            Self::Claims => "claims",
            Self::Looks => "looks",
            Self::Sessions => "sessions",
            Self::Erased => "erased",
        }
    }

    /// The columns after `position`, in the order in which they are hashed.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Meta => &["name", "value"],
            Self::Events => &["file", "seq", "recorded_at", "sealed", "hash"],
            Self::Keys => &["file", "seq", "epoch", "wrapped"],
            Self::Commands => &["id", "recorded_at", "sealed"],
            Self::Claims => &["hash", "owner", "sealed"],
            Self::Looks => &["recorded_at", "sealed"],
            Self::Sessions => &["token", "recorded_at", "sealed"],
            Self::Erased => &["file", "seq", "recorded_at", "sealed"],
        }
    }
}

/// One value of a row.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Cell {
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Cell {
    pub fn int(&self) -> Option<i64> {
        if let Self::Int(value) = self {
            Some(*value)
        } else {
            None
        }
    }

    pub fn bytes(&self) -> Option<&[u8]> {
        if let Self::Bytes(value) = self {
            Some(value)
        } else {
            None
        }
    }
}

impl From<i64> for Cell {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<&[u8]> for Cell {
    fn from(value: &[u8]) -> Self {
        Self::Bytes(value.to_vec())
    }
}

impl From<Vec<u8>> for Cell {
    fn from(value: Vec<u8>) -> Self {
        Self::Bytes(value)
    }
}

impl From<crate::Id> for Cell {
    fn from(value: crate::Id) -> Self {
        Self::Bytes(value.0.to_vec())
    }
}

impl From<&str> for Cell {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

/// The hash of a row as the log keeps it. Each value carries its kind and length, so none can pass for two.
pub(crate) fn row_hash(table: Table, cells: &[Cell]) -> Hash {
    let mut hash = Sha256::new()
        .chain_update(b"sanad row")
        .chain_update(table.code().to_be_bytes());
    for cell in cells {
        let number;
        let (kind, bytes): (u8, &[u8]) = match cell {
            Cell::Int(value) => {
                number = value.to_be_bytes();
                (1, &number)
            }
            Cell::Text(value) => (2, value.as_bytes()),
            Cell::Bytes(value) => (3, value),
        };
        hash.update([kind]);
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    }
    hash.finalize().into()
}

/// An event's link in the chain of its file.
pub(crate) fn chain_hash(
    before: &Hash,
    file: crate::Id,
    seq: u64,
    recorded_at: i64,
    sealed: &[u8],
) -> Hash {
    Sha256::new()
        .chain_update(b"sanad event")
        .chain_update(before)
        .chain_update(file.0)
        .chain_update(seq.to_be_bytes())
        .chain_update(recorded_at.to_be_bytes())
        .chain_update(sealed)
        .finalize()
        .into()
}

/// What happened to a row.
#[derive(Copy, Clone, Eq, PartialEq, Debug)]
pub(crate) enum Op {
    Made,
    Destroyed,
}

/// One row of the log: that a row of a covered table was made or destroyed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct LogRow {
    pub position: u64,
    pub table: Table,
    pub op: Op,
    /// The position at which the row in question was made; the log's own position when this is that.
    pub row: u64,
    pub hash: Hash,
}

impl LogRow {
    pub fn op_code(&self) -> i64 {
        match self.op {
            Op::Made => 1,
            Op::Destroyed => 2,
        }
    }

    /// The leaf of the Merkle tree.
    pub fn leaf(&self) -> Vec<u8> {
        let mut leaf = self.position.to_be_bytes().to_vec();
        leaf.extend(self.table.code().to_be_bytes());
        leaf.extend(self.op_code().to_be_bytes());
        leaf.extend(self.row.to_be_bytes());
        leaf.extend(self.hash);
        leaf
    }
}

//! What can go wrong, in plain words: what happened, and what to do. Never any content.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::Id;

/// The ledger could not do what was asked. Nothing was half done.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    /// No room for another write. Writing works again as soon as there is.
    #[error("the disk is full: nothing was written; make room and try again")]
    DiskFull,
    /// The folder or the file cannot be written.
    #[error("{} cannot be written: give this program's user the right to write there, or mount it writable", path.display())]
    ReadOnly {
        /// What could not be written.
        path: PathBuf,
    },
    /// The keys do not belong to this ledger.
    #[error(
        "these keys do not open this ledger: point --keys at the folder that was made together with it"
    )]
    WrongKey,
    /// There is a ledger, but a key that it needs is not there. A new one would open nothing, so none is made.
    #[error("the key {} is missing: put it back from where it is kept; without it the ledger cannot be opened", path.display())]
    MissingKey {
        /// Where the key was looked for.
        path: PathBuf,
    },
    /// There are keys, but no ledger beside them.
    #[error("there are keys, but no ledger at {}: restore a backup, or move the keys folder away to begin a new ledger", path.display())]
    MissingLedger {
        /// Where the ledger was looked for.
        path: PathBuf,
    },
    /// Without the erasure list a restore would bring erased people back.
    #[error("the erasure list {} is missing: a restore without it would bring erased people back, so it was refused", path.display())]
    MissingErasures {
        /// Where the list was looked for.
        path: PathBuf,
    },
    /// The erasure list is older than the backup: it lacks erasures that the backup knows of.
    #[error("the erasure list {} is older than the backup: a restore would bring erased people back, so it was refused; use the newest list", path.display())]
    OldErasures {
        /// The list.
        path: PathBuf,
    },
    /// A newer version of this program has written the ledger.
    #[error(
        "this ledger has form {found}, this program knows forms up to {known}: use the newer program; nothing was touched"
    )]
    NewerLedger {
        /// The form that the ledger declares.
        found: u32,
        /// The newest form that this program knows.
        known: u32,
    },
    /// What is stored is not what was written.
    #[error("the ledger is damaged: {0}; run `sanad verify`, keep this copy, and restore a backup")]
    Damaged(String),
    /// The ledger ends before a head that was kept outside it.
    #[error(
        "the ledger ends at head {found}, but head {kept} is kept with the keys: an older copy was put in its place; bring back the newer one, or use `sanad restore`"
    )]
    RolledBack {
        /// The number of the head kept with the keys.
        kept: u64,
        /// The number of the newest head in the ledger.
        found: u64,
    },
    /// The database does not keep the promises asked of it.
    #[error(
        "the database is not set as safely as it must be ({0}): the program does not start with it"
    )]
    Weak(String),
    /// Another process has the ledger open for writing.
    #[error("another program has the ledger in {} open: stop that one first", path.display())]
    InUse {
        /// The data folder.
        path: PathBuf,
    },
    /// The place where something new was to be made is taken.
    #[error("{} is there already: nothing was overwritten; choose an empty place", path.display())]
    Exists {
        /// What is in the way.
        path: PathBuf,
    },
    /// The database was held by another reader or writer for too long.
    #[error("the ledger was busy for too long: nothing was written; try again")]
    Busy,
    /// After a fault of the disk nothing more is written until a restart has shown what is really there.
    #[error(
        "the ledger has stopped writing after a fault ({0}): check the disk, then restart the program"
    )]
    Stopped(String),
    /// The database cannot be reached, or was lost on the way. The program tries again by itself.
    #[error(
        "the database cannot be reached ({0}): whether the last write was stored will show when it can; send it again, nothing is done twice"
    )]
    Unreachable(String),
    /// The caller asked for something that makes no sense.
    #[error("the ledger was asked for something impossible: {0}")]
    Misuse(&'static str),
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes ({0}): nothing was sealed")]
    Chance(String),
    /// The operating system refused to read or write a file.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: Arc<std::io::Error>,
    },
    /// The database said no, for a reason with no name of its own here.
    #[error("the database failed: {0}")]
    Engine(String),
}

impl Failure {
    pub(crate) fn io(path: &Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind::{
            PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
        };
        match source.kind() {
            StorageFull | QuotaExceeded => Self::DiskFull,
            ReadOnlyFilesystem | PermissionDenied => Self::ReadOnly { path: path.into() },
            _ => Self::Io {
                path: path.into(),
                source: Arc::new(source),
            },
        }
    }

    pub(crate) fn damaged(words: impl Into<String>) -> Self {
        Self::Damaged(words.into())
    }
}

/// An append was not made, and left nothing behind.
#[derive(Debug, Clone, thiserror::Error)]
pub enum AppendError {
    /// Somebody else has written to the file since it was read: fold again, decide again.
    #[error("file {file} has {found} events by now")]
    Clash {
        /// The file.
        file: Id,
        /// How many events it has now.
        found: u64,
    },
    /// The value belongs to another file.
    #[error("the {space} is taken")]
    Claimed {
        /// The space of the claim, for instance `username`.
        space: &'static str,
    },
    /// This command is stored already; here is its first outcome.
    #[error("this command was carried out before")]
    Repeated {
        /// What the first append stored as its outcome.
        outcome: Vec<u8>,
    },
    /// The file was erased; nothing can be added to it any more.
    #[error("file {file} was erased")]
    Erased {
        /// The file.
        file: Id,
    },
    /// Not a refusal: the ledger could not.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl AppendError {
    /// For work that cannot be refused.
    pub(crate) fn into_failure(self) -> Failure {
        match self {
            Self::Failure(failure) => failure,
            _ => Failure::Misuse("a refusal of what cannot be refused"),
        }
    }
}

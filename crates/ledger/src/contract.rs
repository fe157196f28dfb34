//! What a ledger promises, whichever database keeps it.

use std::time::Duration;

use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::{AppendError, Failure, Head, Id};

/// New events for one file.
#[derive(Debug, Clone)]
pub struct FileAppend {
    /// The file they belong to.
    pub file: Id,
    /// How many events the caller saw; 0 says that the file must not exist yet.
    pub expected: u64,
    /// The events in the clear; the ledger seals them. None at all only checks `expected`.
    pub events: Vec<Vec<u8>>,
}

/// What changes whenever something is added to a file, or destroyed in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mark {
    /// How many events were ever appended.
    pub length: u64,
    /// How many of its keys live, the file's own among them.
    pub keys: u64,
}

/// A value that may belong to one file only, such as a user name. Stored as a keyed hash.
#[derive(Debug, Clone)]
pub struct Claim {
    /// What kind of value: `username`, `person_code`.
    pub space: &'static str,
    /// The value; the caller has normalised it.
    pub value: String,
    /// The file that owns it from now on.
    pub file: Id,
}

/// Everything that one command makes true, in one piece.
#[derive(Debug, Clone)]
pub struct Append {
    /// When it is recorded.
    pub at: Timestamp,
    /// The command's id: a second append with the same one is answered with the first outcome.
    pub command: Id,
    /// What to answer when the command comes again: references only, no content.
    pub outcome: Vec<u8>,
    /// The files it writes to; all or none.
    pub files: Vec<FileAppend>,
    /// Values to claim.
    pub claims: Vec<Claim>,
    /// Values to release, by space; done before the claims. One that nobody holds is passed over.
    pub release: Vec<(&'static str, String)>,
}

/// The append is on disk.
#[derive(Debug, Clone, Copy, Eq, PartialEq)]
pub struct Appended {
    /// The last log position of this append.
    pub position: u64,
}

/// One event as stored.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Entry {
    /// Its position in the log of everything. Positions grow; between two events there are gaps.
    pub position: u64,
    /// Its file.
    pub file: Id,
    /// Its place in the file, from 1.
    pub seq: u64,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// What it says, unless its key was destroyed.
    pub body: Body,
}

/// What an event says.
#[derive(Debug, Clone, Eq, PartialEq)]
pub enum Body {
    /// The bytes as they were appended.
    Clear(Vec<u8>),
    /// The key was destroyed; nobody can read this any more.
    Destroyed,
}

/// Somebody looked at something.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Look {
    /// Its position in the log of everything.
    pub position: u64,
    /// When.
    pub at: Timestamp,
    /// What was recorded about it.
    pub content: Vec<u8>,
}

/// A session that has begun and not ended.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Session {
    /// The hash of its token, as given.
    pub token_hash: [u8; 32],
    /// When it began.
    pub at: Timestamp,
    /// What was stored with it.
    pub content: Vec<u8>,
}

/// Something put aside: a draft, a throttle. Sealed and deletable, outside the chain.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Aside {
    /// Its key within its space.
    pub key: Id,
    /// When it was put there.
    pub at: Timestamp,
    /// What was put there.
    pub content: Vec<u8>,
}

/// A sealed, append-only history. Every method blocks; what writes returns only when it is on disk.
pub trait Ledger: Send + Sync {
    /// Writes what one command made true, all of it or nothing.
    fn append(&self, append: Append) -> Result<Appended, AppendError>;
    /// A whole file in order of `seq`; nothing at all if it was erased or never was.
    fn read(&self, file: Id) -> Result<Vec<Entry>, Failure>;
    /// What tells whether a file is still as it was read. Asking costs far less than reading.
    fn mark(&self, file: Id) -> Result<Mark, Failure>;
    /// The ids of up to `limit` files that have events, in order, after this one.
    fn files(&self, after: Id, limit: usize) -> Result<Vec<Id>, Failure>;
    /// Keeps what was made from the ledger, sealed, in place of what was kept before. It is no part
    /// of the history and of no backup, and every erasure destroys it.
    fn put_snapshot(&self, content: &[u8]) -> Result<(), Failure>;
    /// What was kept last. Nothing when it is missing, damaged or was destroyed.
    fn snapshot(&self) -> Option<Zeroizing<Vec<u8>>>;
    /// Up to `limit` events of all files after position `after`, in order of position.
    fn scan(&self, after: u64, limit: usize) -> Result<Vec<Entry>, Failure>;
    /// The stored outcome of a command.
    fn outcome(&self, command: Id) -> Result<Option<Vec<u8>>, Failure>;
    /// The file that holds a claimed value.
    fn claimed(&self, space: &'static str, value: &str) -> Result<Option<Id>, Failure>;

    /// Records that somebody looked. Sealed under a key of its own; opaque ids only.
    fn look(&self, at: Timestamp, content: &[u8]) -> Result<(), Failure>;
    /// Up to `limit` looks after position `after`, in order.
    fn looks(&self, after: u64, limit: usize) -> Result<Vec<Look>, Failure>;
    /// Deletes the looks up to and with position `until`; that it was done is logged. Returns how many.
    fn forget_looks(&self, at: Timestamp, until: u64) -> Result<u64, Failure>;

    /// Begins a session, or stores new content for one that runs.
    fn session_begin(
        &self,
        at: Timestamp,
        token_hash: [u8; 32],
        content: &[u8],
    ) -> Result<(), Failure>;
    /// The session of a token.
    fn session(&self, token_hash: [u8; 32]) -> Result<Option<Session>, Failure>;
    /// Ends a session; ending one that does not run is no failure.
    fn session_end(&self, at: Timestamp, token_hash: [u8; 32]) -> Result<(), Failure>;
    /// All sessions that run.
    fn sessions(&self) -> Result<Vec<Session>, Failure>;

    /// Puts something aside under a key, in place of what was there.
    fn put_aside(&self, space: &str, key: Id, content: &[u8], at: Timestamp)
    -> Result<(), Failure>;
    /// What lies aside under a key.
    fn aside(&self, space: &str, key: Id) -> Result<Option<Aside>, Failure>;
    /// Everything that lies aside in a space.
    fn asides(&self, space: &str) -> Result<Vec<Aside>, Failure>;
    /// Drops what lies aside under a key; nothing there is no failure.
    fn drop_aside(&self, space: &str, key: Id) -> Result<(), Failure>;

    /// Erases a file: destroys its keys, releases its claims, notes it on the erasure list. The note
    /// is sealed and stays: references only. Erasing twice is no failure.
    fn destroy_file(&self, at: Timestamp, file: Id, note: &[u8]) -> Result<(), Failure>;
    /// Erases one event: destroys its key. Its place in the chain stays.
    fn destroy_event(&self, at: Timestamp, file: Id, seq: u64) -> Result<(), Failure>;

    /// The last position of the log: everything up to here is on disk and can be read.
    fn position(&self) -> u64;
    /// Whether other programs may write to the same ledger. Then their writes come to be known here a
    /// moment after they were made, and the three below say of what.
    fn is_shared(&self) -> bool;
    /// The last position of the log as the database has it now, whoever wrote it.
    fn newest(&self) -> Result<u64, Failure>;
    /// Waits until the ledger is known to have grown beyond a position, or until this long has passed;
    /// gives how far it has come.
    fn beyond(&self, position: u64, patience: Duration) -> u64;
    /// Which files grew, or lost something, after a position, up to `limit` times and in order: each with
    /// the position at which it did.
    fn changed(&self, after: u64, limit: usize) -> Result<Vec<(u64, Id)>, Failure>;

    /// The newest signed head. Print it, mail it: only a head kept elsewhere shows a rollback of everything.
    fn head(&self) -> Head;
}

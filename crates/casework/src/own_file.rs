//! Files of their own beside a person's file (a household, a complaint): their orders, and their
//! entries as they are kept, each file under its own key with its own readers.

use jiff::Timestamp;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    actor::By,
    case::Stamp,
    class::Classes,
    event::{UnknownEvent, VERSION},
    id::Id,
};

/// What somebody asks of such a file.
#[derive(Clone, Debug)]
pub struct FileOrder<A> {
    /// The command's own id.
    pub command: Id,
    /// Who asks.
    pub by: By,
    /// Now: when it is recorded.
    pub now: Timestamp,
    /// When it happened.
    pub happened: Timestamp,
    /// What is asked for.
    pub ask: A,
}

/// One entry of such a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry<B> {
    /// Version of the stored form.
    pub v: u16,
    /// The command that brought it about.
    pub command: Id,
    /// Who.
    pub by: By,
    /// When it happened.
    pub happened: Timestamp,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// What became true.
    pub body: B,
}

impl<A> FileOrder<A> {
    /// The entry as it is kept.
    pub const fn entry<B>(&self, body: B) -> Entry<B> {
        Entry {
            v: VERSION,
            command: self.command,
            by: self.by,
            happened: self.happened,
            recorded: self.now,
            body,
        }
    }
}

impl<B: Serialize + DeserializeOwned> Entry<B> {
    /// The stored bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads stored bytes of any version.
    ///
    /// # Errors
    /// [`UnknownEvent`] when the kind or version is not known here: decide nothing on that file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, UnknownEvent> {
        let entry: Self = serde_json::from_slice(bytes).map_err(|_| UnknownEvent)?;
        if entry.v > VERSION {
            Err(UnknownEvent)
        } else {
            Ok(entry)
        }
    }
}

impl<B> Entry<B> {
    /// Who and when.
    pub const fn stamp(&self) -> Stamp {
        Stamp {
            by: self.by,
            happened: self.happened,
            recorded: self.recorded,
            classes: Classes::GENERAL,
        }
    }
}

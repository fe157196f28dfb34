//! Every way in which the casebook says no. A refusal is for the user; a failure is for the
//! engineer, and never carries personal data.

use casework::Refusal;

/// Why something was not done or not shown.
#[derive(Debug, Clone, thiserror::Error)]
pub enum No {
    /// The rules said no; shown to the user in words.
    #[error("refused: {0:?}")]
    Refused(Box<Refusal>),
    /// Absent or forbidden: the two are never told apart.
    #[error("not here")]
    NotHere,
    /// The command's id was used for something else, or by somebody else.
    #[error("this command id belongs to another command")]
    IdTaken,
    /// The file holds an event that this version does not know: nothing is decided on it.
    #[error("a file holds an event of a newer version")]
    NewerEvent,
    /// The same file changed again and again; try once more.
    #[error("the file is being changed by many at once")]
    Busy,
    /// The operating system gives no random bytes.
    #[error("the operating system gives no random bytes; nothing was made")]
    NoChance,
    /// The ledger failed.
    #[error(transparent)]
    Ledger(#[from] ledger::Failure),
    /// The views failed.
    #[error("{0}")]
    Views(String),
    /// A password could not be hashed.
    #[error("a password could not be hashed; nothing was stored")]
    Hashing,
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<views::Failure> for No {
    fn from(failure: views::Failure) -> Self {
        Self::Views(failure.to_string())
    }
}

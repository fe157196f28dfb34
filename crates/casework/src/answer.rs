//! An answer that may be missing for a stated reason: `unknown`, `not_asked` and `declined` are
//! three different values and never blank (`domain.md` section 2, notation).

use crate::macros::codes;

codes! {
    /// Why there is no answer.
    NoAnswer as "answer" { Unknown, NotAsked, Declined }
}

/// An answer, or why there is none.
#[derive(Copy, Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
pub enum Answer<T> {
    /// The answer itself.
    Known(T),
    /// No answer, with the reason.
    Without(NoAnswer),
}

impl<T> Answer<T> {
    /// The answer itself, when there is one.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(answer) => Some(answer),
            Self::Without(_) => None,
        }
    }
}

/// Whether a text says something.
pub(crate) fn said(text: &str) -> bool {
    !text.trim().is_empty()
}

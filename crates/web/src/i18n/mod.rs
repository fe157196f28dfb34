//! What the program says, in five languages.
//!
//! Messages live in `locales/<language>/*.ftl`, one file per room; a new file is found by itself.
//! English is complete by definition: a key that another language lacks is said in English, and a
//! key that English lacks shows as `⟦key⟧`, which no page may contain in a test.

mod amount;
mod lang;
mod messages;
mod when;

pub use fluent_bundle::FluentValue as Arg;
pub use lang::Lang;
pub use messages::{T, files_of, keys_of};

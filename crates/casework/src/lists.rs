//! The code lists of `domain.md` section 3. Codes are stable; labels are Fluent messages
//! (`code-<list>-<code>`). A used code is never removed.

mod child;
mod needs;
mod person;
mod services;
mod work;

pub use {child::*, needs::*, person::*, services::*, work::*};

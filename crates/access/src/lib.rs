//! Who may do what: actors, relations, classes, and the permission table in `permissions.txt`,
//! which is the policy itself and is reviewed in diffs. Also the files of the organisation that
//! the policy speaks of: centres, accounts, partners.
//!
//! To add a permission: a row in `permissions.txt`, and a yes and a no in `tests/policy/table.rs`.

pub mod context;
pub mod duty;
pub mod figures;
pub mod organisation;
mod predicate;
mod standing;
mod table;

pub use predicate::{predicate, reach};
pub use standing::{Standing, stands, theme_of, themes};
pub use table::{classes, may, rows};

use casework::{actor::By, class::Classes};

/// Somebody signed in: what access is decided from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Account, role and centre.
    pub by: By,
    /// Classes granted to the person, beside those of the role.
    pub grants: Classes,
}

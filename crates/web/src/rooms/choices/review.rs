//! Options of review that only the case knows.

use casebook::CaseLook;

use super::{Asked, Options};

pub(super) fn options(_asked: &Asked<'_>, _look: &CaseLook) -> Option<Options> {
    None
}

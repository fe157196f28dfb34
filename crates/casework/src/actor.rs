//! Who acts: a role of `domain.md` section 2, an account and the centre it works for.

use crate::{id::Id, macros::codes};

codes! {
    /// The roles of `domain.md` section 2. Theme focal points are one role each, because each has
    /// a restricted class of its own.
    Role as "role" {
        Reception, Caseworker, CaseManager, Supervisor, Psychologist,
        FocalPointChild, FocalPointGbv, FocalPointTip, FocalPointPsea,
        Interpreter, PartnerFocalPoint, DataProtection, ReportOfficer, Administrator
    }
}

/// Who did or asks for something.
#[derive(Copy, Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct By {
    /// The account, also a file of its own.
    pub account: Id,
    /// The role the account acts in.
    pub role: Role,
    /// The centre the account works for.
    pub centre: Id,
}

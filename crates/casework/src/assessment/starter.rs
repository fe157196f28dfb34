//! The suggested starter list of factors (3.16): the level and the polarity that a factor usually
//! has. A suggestion alone: both are chosen for each case, because the same trait may protect in
//! one place and endanger in another (section 4).

use crate::lists::{FactorCode as Code, FactorLevel as Level, Polarity};

/// The last factor of each column of 3.16, in the order of the list.
const COLUMNS: [(Code, Level, Polarity); 8] = [
    (Code::HarmfulCoping, Level::Individual, Polarity::Risk),
    (
        Code::PastMigrationSuccess,
        Level::Individual,
        Polarity::Protective,
    ),
    (Code::RejectionOfIdentity, Level::Household, Polarity::Risk),
    (
        Code::FamilySendsMoney,
        Level::Household,
        Polarity::Protective,
    ),
    (Code::CorruptGatekeepers, Level::Community, Polarity::Risk),
    (
        Code::FreeInformation,
        Level::Community,
        Polarity::Protective,
    ),
    (Code::SponsorshipSystem, Level::Structural, Polarity::Risk),
    (
        Code::PeaceAndRecovery,
        Level::Structural,
        Polarity::Protective,
    ),
];

impl Code {
    /// The level and the polarity that the starter list suggests; none for what has no code.
    #[must_use]
    pub fn usual(self) -> Option<(Level, Polarity)> {
        let column = COLUMNS.iter().find(|(last, ..)| self <= *last);
        column.map(|(_, level, polarity)| (*level, *polarity))
    }
}

//! What the model believes before it has seen a register. Rounded, from how registers are known to
//! fail and from invented people; a centre's own data take over as it grows ([`crate::em`]).

use crate::model::{Model, Tables};

/// The model that ships.
#[must_use]
pub fn shipped() -> Model {
    Model {
        person: person(),
        relatives: relatives(),
        strangers: strangers(),
        correction: correction(),
        lean: 0.6,
        doubles: 0.3,
        namesakes: 0.05,
        namesakes_dates: namesakes_dates(),
        kin: 1.0,
    }
}

/// Where adding up goes wrong, from labelled invented people, rounded and made smaller by a fifth.
/// People of one name are often of one year, so that a stand-in date says less than its rarity; an
/// exact day says more. Whoever has another nationality under the same name was mostly written down
/// wrongly. A name in another order, or with more parts, is more often the same name than its parts
/// by themselves say.
#[rustfmt::skip]
fn correction() -> Tables {
    Tables {
        first: [0.0; 6],
        other: [0.0; 6],
        shape: [-0.1, 0.0, -0.3,  1.7, 0.2, 0.0,  2.1, 0.3, 0.0,  0.0, -0.4, -0.2],
        extra: [-0.1, 0.3, 1.4],
        dates: [0.0, 1.3, -1.6, 0.3, 0.5, 0.8, 1.2, 0.8, -1.2, 0.7, 0.6, 0.4, 0.5, -0.8, -0.8, -0.7, 0.0, 0.5, 0.1],
        sex: [0.0, 0.0, 0.0, 0.3],
        nationality: [0.0, -0.1, 0.0, 1.5],
        place: [0.0, 0.6, 0.3, -0.9],
        mother: [0.0, 0.1, 0.1, 0.0],
        phone: [0.0, 0.8, 0.0, 0.1],
        document: [0.0; 4],
        company: [0.0, -0.6, 0.1, -0.1],
    }
}

#[rustfmt::skip]
fn person() -> Tables {
    Tables {
        first: [0.52, 0.40, 0.045, 0.025, 0.005, 0.005],
        other: [0.55, 0.37, 0.045, 0.025, 0.005, 0.005],
        //      0 contradictions, 1, 2+:  together | crossed | half | apart
        shape: [0.80, 0.05, 0.002,  0.07, 0.002, 0.0005,  0.035, 0.012, 0.0005,  0.0005, 0.025, 0.0025],
        extra: [0.78, 0.19, 0.03],
        // unknown, same day, stand-in, year (vague), swapped, slip, calendar, two of three, year,
        // both vague by 1, 3, 6, 12, one vague by 1, 3, 6, exact by 1, 5, more
        dates: [0.1, 0.45, 0.12, 0.055, 0.01, 0.045, 0.018, 0.018, 0.003, 0.11, 0.09, 0.037, 0.01, 0.003, 0.004, 0.003, 0.002, 0.01, 0.012],
        sex: [0.0, 0.985, 0.001, 0.014],
        nationality: [0.0, 0.95, 0.001, 0.049],
        place: [0.0, 0.89, 0.01, 0.10],
        mother: [0.0, 0.93, 0.02, 0.05],
        phone: [0.0, 0.58, 0.02, 0.40],
        document: [0.0, 0.90, 0.08, 0.02],
        company: [1.0, 0.35, 0.10, 0.55],
    }
}

#[rustfmt::skip]
fn relatives() -> Tables {
    Tables {
        first: [0.5, 0.2, 0.1, 0.1, 0.05, 0.05],
        other: [0.60, 0.22, 0.10, 0.06, 0.01, 0.01],
        shape: [0.03, 0.01, 0.001,  0.01, 0.003, 0.001,  0.10, 0.10, 0.01,  0.05, 0.45, 0.20],
        extra: [0.65, 0.25, 0.10],
        dates: [0.12, 0.004, 0.01, 0.01, 0.001, 0.004, 0.002, 0.01, 0.006, 0.015, 0.03, 0.04, 0.1, 0.015, 0.03, 0.04, 0.02, 0.1, 0.44],
        sex: [0.0, 0.48, 0.001, 0.519],
        nationality: [0.0, 0.98, 0.001, 0.019],
        place: [0.0, 0.70, 0.05, 0.25],
        mother: [0.0, 0.60, 0.05, 0.35],
        phone: [0.0, 0.70, 0.03, 0.27],
        document: [0.0, 0.001, 0.009, 0.99],
        company: [1.0, 0.30, 0.10, 0.60],
    }
}

#[rustfmt::skip]
fn strangers() -> Tables {
    Tables {
        first: [1.0; 6],
        other: [1.0; 6],
        shape: [1.0; 12],
        extra: [1.0; 3],
        dates: [0.12, 1.0, 1.0, 0.01, 0.0001, 0.0012, 0.0006, 0.003, 0.01, 0.015, 0.03, 0.035, 0.11, 0.015, 0.03, 0.035, 0.03, 0.1, 0.455],
        sex: [0.0, 0.50, 0.001, 0.499],
        nationality: [1.0, 1.0, 1.0, 0.75],
        place: [1.0, 1.0, 1.0, 0.9],
        mother: [1.0, 1.0, 1.0, 0.97],
        phone: [0.0, 0.0001, 0.001, 0.9989],
        document: [0.0, 0.00001, 0.0001, 0.9999],
        company: [1.0, 0.94, 0.045, 0.015],
    }
}

/// As strangers', with more of one year: fashions in names are of their time.
#[rustfmt::skip]
const fn namesakes_dates() -> [f64; crate::dates::Dates::COUNT] {
    [0.12, 0.0005, 0.02, 0.04, 0.0005, 0.002, 0.001, 0.003, 0.03, 0.02, 0.03, 0.035, 0.11, 0.02, 0.03, 0.035, 0.03, 0.10, 0.40]
}

//! Samples of what stands about a household in one person's own file.

use super::{ID, Sample, post};

const ROOM: &str = "household";

pub const SAMPLES: &[Sample] = &[
    post(
        ROOM,
        "join_household",
        &[
            ("household", ID),
            ("role", "grandparent"),
            ("reason", "arrived"),
        ],
    ),
    post(
        ROOM,
        "leave_household",
        &[("reason", "split"), ("note", "By her own choice.")],
    ),
    post(
        ROOM,
        "hide_from_household",
        &[
            ("own_safe_contact", "yes"),
            ("reason", "Asked in private."),
            ("about", "gbv"),
        ],
    ),
    post(
        ROOM,
        "show_to_household",
        &[("in_their_words", "We are well again.")],
    ),
    post(
        ROOM,
        "link_caregiver",
        &[
            ("caregiver", ID),
            ("safe", "no"),
            ("note", "The child said so in private."),
        ],
    ),
];

//! Samples of transfers.

use super::{ID, Sample, post};

const ROOM: &str = "transfer";

pub const SAMPLES: &[Sample] = &[
    post(
        ROOM,
        "propose_transfer",
        &[
            ("to", "other_centre"),
            ("receiver", ID),
            ("receiving_worker", ID),
            ("reason", "Moves to the other town."),
            ("handover_plan", "Medicine weekly; next contact on Friday."),
            ("data_package_items", "need_only"),
            ("joint_meeting_dt", "2026-11-25T10:00"),
            ("person_informed", "yes"),
        ],
    ),
    post(ROOM, "offer", &[("transfer", ID)]),
    post(
        ROOM,
        "accept",
        &[("transfer", ID), ("receiving_worker", ID)],
    ),
    post(
        ROOM,
        "reject",
        &[("transfer", ID), ("reason", "No worker with the language.")],
    ),
    post(
        ROOM,
        "record_partner_answer",
        &[
            ("transfer", ID),
            ("accepted", "no"),
            ("evidence", "Mail of 20 November, folder 3"),
            ("reason", "No place before spring."),
        ],
    ),
    post(
        ROOM,
        "revoke",
        &[("transfer", ID), ("reason", "The person stays.")],
    ),
    post(
        ROOM,
        "hold_handover_meeting",
        &[
            ("transfer", ID),
            ("participants", "person"),
            ("participants", "caseworker"),
            ("minutes", "Both workers and the person met."),
        ],
    ),
    post(ROOM, "finish", &[("transfer", ID)]),
];

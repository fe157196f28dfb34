//! Samples of what is done for a child.

use super::{Sample, post};

const ROOM: &str = "child";

pub const SAMPLES: &[Sample] = &[
    post(
        ROOM,
        "open_bia",
        &[("why", "Came alone, with a neighbour.")],
    ),
    post(
        ROOM,
        "record_bia",
        &[
            (
                "child_view",
                "I want to stay with my aunt and go to school.",
            ),
            ("wishes", "To learn to swim."),
            ("care_now", "kinship"),
            ("caregiver_capacity", "Willing; needs a second bed."),
            ("safety", "Feels safe there at night."),
            ("tracing_status", "searching"),
            ("education", "Three years, reads well."),
            ("health", "Vaccinated."),
            (
                "recommended_actions",
                "Stay with the aunt; school next week.",
            ),
            ("allows", "placement"),
            ("allows", "tracing"),
            ("bid_needed", "yes"),
            ("bid_reason", "durable_solution_for_uasc"),
        ],
    ),
    post(
        ROOM,
        "hold_bid_panel",
        &[
            ("participants", "supervisor"),
            ("participants", "psychologist"),
            ("options", "Stay with the aunt, or a foster family in town."),
            (
                "decision_text",
                "Stay: the child asked for it, and it is safe.",
            ),
            ("allows", "placement"),
        ],
    ),
    post(
        ROOM,
        "tell_authority",
        &[
            ("authority", "Juvenile court"),
            ("what", "A child without guardian is at the centre."),
        ],
    ),
    post(
        ROOM,
        "start_tracing",
        &[
            ("who", "The mother"),
            ("what_is_known", "Last call from the coast in May."),
        ],
    ),
    post(
        ROOM,
        "record_tracing",
        &[
            ("result", "found_safe"),
            ("who", "The mother"),
            ("safety_note", "The child laughed on the telephone."),
        ],
    ),
    post(
        ROOM,
        "describe_caregiver",
        &[
            ("situation", "suspected"),
            ("who", "The uncle"),
            ("note", "The child falls silent when he comes."),
        ],
    ),
];

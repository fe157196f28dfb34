//! Samples of planning.

use super::{ID, Sample, post};

const ROOM: &str = "planning";

pub const SAMPLES: &[Sample] = &[
    post(ROOM, "start_plan", &[("start", "2026-11-23")]),
    post(
        ROOM,
        "revise_plan",
        &[
            ("reason", "She found work in another town."),
            ("asked_by", "person"),
        ],
    ),
    post(
        ROOM,
        "set_goal",
        &[
            ("domain", "shelter"),
            ("in_person_words", "I want a door that I can lock."),
            ("priority", "1"),
            ("about", "gbv"),
        ],
    ),
    post(
        ROOM,
        "change_goal",
        &[
            ("goal", ID),
            ("in_person_words", "I want a room of my own, with a key."),
            ("priority", "2"),
        ],
    ),
    post(
        ROOM,
        "drop_goal",
        &[("goal", ID), ("reason", "She moves in with her aunt.")],
    ),
    post(
        ROOM,
        "set_objective",
        &[
            ("goal", ID),
            ("text", "She has a signed lease and keys."),
            ("indicator", "Lease signed"),
            ("baseline", "No lease, no address"),
            ("target", "1 lease"),
            ("due", "2026-12-15"),
            ("horizon", "short"),
            ("factor_refs", ID),
        ],
    ),
    post(
        ROOM,
        "change_objective",
        &[
            ("objective", ID),
            ("text", "She has a signed lease and keys."),
            ("indicator", "Lease signed and keys in hand"),
            ("baseline", "No lease, no address"),
            ("target", "1 lease, 2 keys"),
            ("due", "2027-02-15"),
            ("horizon", "medium"),
            ("factor_refs", ID),
        ],
    ),
    post(
        ROOM,
        "drop_objective",
        &[("objective", ID), ("reason", "There is a lease already.")],
    ),
    post(
        ROOM,
        "plan_action",
        &[
            ("objective", ID),
            ("action_type", "referral"),
            ("service_type", "rent_support"),
            ("recipient", ID),
            ("responsible", "caseworker"),
            ("start", "2026-11-23"),
            ("due", "2026-12-01"),
            ("depends_on", ID),
            ("note", "After the papers are there."),
        ],
    ),
    post(
        ROOM,
        "plan_action",
        &[
            ("objective", ID),
            ("action_type", "by_person"),
            ("responsible", "person"),
            ("start", "2026-11-23"),
            ("due", "2026-11-30"),
            ("note", "Looks at three rooms."),
        ],
    ),
    post(
        ROOM,
        "change_action",
        &[
            ("action", ID),
            ("recipient", ID),
            ("responsible", "partner"),
            ("start", "2026-11-23"),
            ("due", "2026-12-08"),
            ("depends_on", ID),
            ("note", "The office is closed this week."),
        ],
    ),
    post(
        ROOM,
        "plan_cost",
        &[
            ("action", ID),
            ("budget_line", "Shelter 3.2"),
            ("donor", "Emergency fund"),
            ("amount_planned", "120.50"),
            ("currency", "EUR"),
        ],
    ),
    post(
        ROOM,
        "change_cost",
        &[
            ("cost", ID),
            ("amount_planned", "150"),
            ("reason", "The rent is higher."),
        ],
    ),
    post(
        ROOM,
        "approve_cost",
        &[("cost", ID), ("comment", "Within the fund.")],
    ),
    post(
        ROOM,
        "spend_cost",
        &[
            ("cost", ID),
            ("amount_spent", "149,90"),
            ("receipt_ref", "R-2026-118"),
        ],
    ),
    post(
        ROOM,
        "plan_monitoring",
        &[
            ("how", "We look at the list of rooms together."),
            ("how_often", "Every Tuesday"),
            ("by_whom", "caseworker"),
            ("feedback_channel", "in_person_centre"),
            (
                "info_sharing_summary",
                "The housing office hears her name and the size of the room.",
            ),
        ],
    ),
    post(ROOM, "set_review_date", &[("review_date", "2026-12-10")]),
    post(
        ROOM,
        "record_agreement",
        &[
            ("agreed_how", "certified_verbal"),
            ("agreed_by", "oneself"),
            ("agreed_by", "guardian"),
            (
                "certificate",
                "I read the plan to her in Arabic; she said yes to each part.",
            ),
            ("agreed_on", "2026-11-21"),
            ("language", "ar"),
            ("copy_given", "no_unsafe"),
        ],
    ),
    post(
        ROOM,
        "record_agreement",
        &[
            ("agreed_how", "disagrees"),
            ("disagreement", "I do not want to talk to the consulate."),
            ("agreed_on", "2026-11-20"),
            ("language", "fr"),
            ("copy_given", "no_declined"),
        ],
    ),
];

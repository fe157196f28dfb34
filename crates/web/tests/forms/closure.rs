//! Samples of endings.

use super::{ID, Sample, post};

const ROOM: &str = "closure";

pub const SAMPLES: &[Sample] = &[
    post(
        ROOM,
        "propose_closure",
        &[
            ("reason", "objectives_met"),
            ("reason_in_words", "All that was planned is done."),
            ("objectives_outcome", "All met but the language course."),
            ("final_risk", "low"),
            ("final_picture", "Work, a home, two friends."),
            ("safety_after", "Knows whom to call."),
            ("person_prepared", "yes"),
            ("attempts", "Not needed."),
            ("reentry_info_given", "yes"),
            ("feedback_offered", "yes"),
            ("post_closure_check_due", "2027-01-15"),
        ],
    ),
    post(
        ROOM,
        "withdraw_proposal",
        &[("reason", "Lost the room again.")],
    ),
    post(
        ROOM,
        "dispose_need",
        &[
            ("domain", "education_language"),
            ("disposition", "referred"),
            ("note", "Course of the town, from January."),
            ("new_need", "yes"),
            ("about", "health"),
        ],
    ),
    post(
        ROOM,
        "name_referral_owner",
        &[("referral", ID), ("owner", ID)],
    ),
    post(
        ROOM,
        "record_death",
        &[
            ("died_on", "2026-11-19"),
            ("source", "The hospital"),
            ("note", "Heart."),
            ("about", "health"),
        ],
    ),
    post(
        ROOM,
        "correct_death",
        &[("reason", "It was somebody of the same name.")],
    ),
    post(
        ROOM,
        "review_dependants",
        &[("what_was_done", "The child stays with the aunt.")],
    ),
    post(
        ROOM,
        "record_post_closure_check",
        &[
            ("reached", "yes"),
            ("safety_now", "safe"),
            ("note", "Works and is well."),
        ],
    ),
    post(ROOM, "reopen", &[("reason", "Needs help with papers.")]),
];

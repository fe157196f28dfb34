//! Samples of contacts, reviews and meetings.

use super::{ID, Sample, post};

const ROOM: &str = "review";

pub const SAMPLES: &[Sample] = &[
    post(
        ROOM,
        "record_contact",
        &[
            ("contact_type", "visit"),
            ("mode", "home_visit"),
            ("reached", "yes"),
            ("safety_now", "not_asked"),
            ("wellbeing", "3"),
            ("progress_note", "Has found a room to rent."),
            ("about", "health"),
            ("next_contact_due", "2026-11-28"),
        ],
    ),
    post(
        ROOM,
        "record_contact",
        &[
            ("contact_type", "call"),
            ("mode", "phone_call"),
            ("by_person", "yes"),
            ("took_place", "yes"),
            ("reached", "no"),
            ("next_contact_due", "2026-11-23"),
        ],
    ),
    post(
        ROOM,
        "hold_review",
        &[
            ("meeting_type", "case_conference"),
            ("participants", "caseworker"),
            ("participants", "partner"),
            ("partners", ID),
            ("agenda", "Housing and papers"),
            ("goal_progress", "The lease is signed; the papers wait."),
            ("new_needs", "documentation"),
            ("risk_level_new", "medium"),
            ("risk_reason", "A place to live, no papers yet."),
            ("decision", "adjust_plan"),
            ("changes_agreed", "Papers before work."),
            ("next_review_on", "2026-12-21"),
        ],
    ),
    post(
        ROOM,
        "record_progress",
        &[
            ("objective", ID),
            ("progress", "most"),
            ("note", "Keys are there."),
        ],
    ),
    post(
        ROOM,
        "hold_meeting",
        &[
            ("meeting_type", "best_interests_panel"),
            ("participants", "supervisor"),
            ("participants", "guardian"),
            ("partners", ID),
            ("minutes", "Foster care goes on."),
            ("action_list", "School by Monday: caseworker."),
            ("about", "child"),
        ],
    ),
    post(
        ROOM,
        "record_trigger",
        &[
            ("trigger", "eviction"),
            ("text", "Must leave by the end of the week."),
            ("about", "gbv"),
        ],
    ),
    post(
        ROOM,
        "mark_lost_contact",
        &[("note", "Three calls, one letter.")],
    ),
    post(
        ROOM,
        "report_missing_child",
        &[
            ("last_seen", "2026-11-20T18:00"),
            ("suspected_abduction", "no"),
            ("circumstances", "Did not come back from school."),
            ("authority_told", "Police, reference 12"),
            ("about", "child"),
        ],
    ),
    post(
        ROOM,
        "record_child_found",
        &[("safe", "yes"), ("note", "At a friend's home.")],
    ),
    post(
        ROOM,
        "report_detention",
        &[
            ("place", "Station by the harbour"),
            ("authority", "Border police"),
            ("since", "2026-11-20"),
            ("lawyer_offered", "yes"),
            ("consular_contact", "no"),
            ("put_on_hold", "no"),
            ("about", "trafficking"),
        ],
    ),
    post(ROOM, "put_on_hold", &[("reason", "Away for two months.")]),
    post(ROOM, "resume", &[("reason", "Is back.")]),
    post(
        ROOM,
        "plan_appointment",
        &[
            ("planned_for", "2026-11-24T10:00"),
            ("mode", "phone_call"),
            ("appointment_purpose", "follow_up"),
            ("language", "ar"),
            ("interpreter_needed", "yes"),
            ("interpreter_ref", "I-7"),
            ("place", "Room 2"),
            ("about", "health"),
        ],
    ),
    post(
        ROOM,
        "end_appointment",
        &[
            ("appointment", ID),
            ("appointment_outcome", "missed"),
            ("note", "Nobody answered."),
        ],
    ),
];

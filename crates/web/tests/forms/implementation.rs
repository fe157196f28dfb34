//! Samples of services, referrals, gaps and ends of actions.

use super::{ID, Sample, post};

const ROOM: &str = "implementation";

pub const SAMPLES: &[Sample] = &[
    post(
        ROOM,
        "record_service",
        &[
            ("plan_action_ref", ID),
            ("service_type", "nfi_kit"),
            ("modality", "in_kind"),
            ("provider", "The centre's store"),
            ("direct_or_referral", "direct"),
            ("for_household", "yes"),
            ("status", "delivered"),
            ("planned_dt", "2026-11-25T10:00"),
            ("delivered_dt", "2026-11-20T10:00"),
            ("quantity", "2"),
            ("unit", "kits"),
            ("value", "64.00"),
            ("currency", "EUR"),
            ("budget_line", "NFI 1.1"),
            ("receipt_evidence", "List 47"),
            ("note", "One kit for each child."),
            ("about", "child"),
        ],
    ),
    post(
        ROOM,
        "update_service",
        &[
            ("service", ID),
            ("status", "partially"),
            ("delivered_dt", "2026-11-20T16:30"),
            ("quantity", "1"),
            ("receipt_evidence", "List 48"),
            ("note", "The second kit comes on Monday."),
        ],
    ),
    post(
        ROOM,
        "draft_referral",
        &[
            ("plan_action_ref", ID),
            ("to_agency", ID),
            ("to_focal_point", "Duty nurse"),
            ("authority", "no"),
            ("service_type", "primary_care"),
            ("reason", "A cough for three weeks."),
            ("urgency", "within72h"),
            ("data_shared", "age"),
            ("data_shared", "health_facts"),
            ("channel", "encrypted_mail"),
            ("about", "health"),
        ],
    ),
    post(
        ROOM,
        "change_referral",
        &[
            ("referral", ID),
            ("plan_action_ref", ID),
            ("to_agency", ID),
            ("to_focal_point", "Night nurse"),
            ("authority", "no"),
            ("service_type", "primary_care"),
            ("reason", "A cough for a month."),
            ("urgency", "same_day"),
            ("data_shared", "age"),
            ("channel", "phone"),
            ("about", "health"),
        ],
    ),
    post(ROOM, "send_referral", &[("referral", ID)]),
    post(
        ROOM,
        "tell_recipient",
        &[
            ("referral", ID),
            ("told_how", "By phone; they delete it today."),
        ],
    ),
    post(
        ROOM,
        "record_referral_answer",
        &[
            ("referral", ID),
            ("status", "completed"),
            ("outcome", "Seen by a doctor; medicine for ten days."),
            ("note", "They called back the same day."),
        ],
    ),
    post(
        ROOM,
        "record_referral_answer",
        &[
            ("referral", ID),
            ("status", "declined_by_provider"),
            ("gap_reason", "waiting_list"),
            ("alternative", "The mobile clinic on Thursday."),
        ],
    ),
    post(
        ROOM,
        "record_referral_answer",
        &[
            ("referral", ID),
            ("status", "no_response"),
            ("alternative", "We go there together tomorrow."),
        ],
    ),
    post(
        ROOM,
        "recall_referral",
        &[
            ("referral", ID),
            ("reason", "He does not want to go there any more."),
        ],
    ),
    post(
        ROOM,
        "feedback_from_person",
        &[
            ("referral", ID),
            (
                "feedback_from_person",
                "They took time and explained everything.",
            ),
        ],
    ),
    post(
        ROOM,
        "end_action",
        &[
            ("action", ID),
            ("status", "partly_done"),
            ("outcome", "Two of three rooms were seen."),
        ],
    ),
    post(
        ROOM,
        "record_gap",
        &[
            ("service_type", "language_course"),
            ("gap_reason", "full"),
            ("domain", "education_language"),
            ("text", "Both schools have no place before spring."),
        ],
    ),
    post(ROOM, "close_implementation", &[]),
];

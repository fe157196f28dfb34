//! What people do while a plan is carried out: help given, referrals and their answers, gaps, and
//! how actions ended (`domain.md` 2.4, 3.6).

use casework::{
    class::Class,
    lists::{ActionStatus, ReferralStatus, ServiceStatus},
};
use forms::{CodeList, Form};

use super::{ABOUT, Action, list};

/// Where a service line can go after it was written down.
const NEXT_OF_SERVICE: CodeList = CodeList {
    name: ServiceStatus::LIST,
    codes: &[
        "approved",
        "scheduled",
        "delivered",
        "partially",
        "refused_by_person",
        "cancelled",
        "not_available",
    ],
};

/// What somebody can answer to a referral; sending and recalling are done, not answered.
const ANSWERS: CodeList = CodeList {
    name: ReferralStatus::LIST,
    codes: &[
        "acknowledged",
        "accepted",
        "scheduled",
        "in_service",
        "completed",
        "declined_by_provider",
        "declined_by_person",
        "no_response",
        "service_unavailable",
        "cancelled",
    ],
};

/// How an action can end.
const ENDS: CodeList = CodeList {
    name: ActionStatus::LIST,
    codes: &["done", "partly_done", "person_declined", "cancelled"],
};

/// What a referral may be about; orientation and gender identity never leave (DP3).
const ABOUT_A_REFERRAL: CodeList = CodeList {
    name: Class::LIST,
    codes: &["health", "mhpss", "trafficking", "gbv", "child"],
};

/// Answers that leave a gap: something else has to be sought.
const NO_SERVICE: &[&str] = &["declined_by_provider", "service_unavailable", "no_response"];

pub fn actions() -> Vec<Action> {
    let mut all = services();
    all.extend(referrals());
    all.extend(ends());
    all
}

fn services() -> Vec<Action> {
    let room = "implementation";
    vec![
        Action::new(room, "record_service", "service_recorded", service()),
        Action::new(room, "update_service", "service_updated", service_update()).of("service"),
        Action::new(room, "record_gap", "service_gap_recorded", gap()),
    ]
}

fn referrals() -> Vec<Action> {
    let room = "implementation";
    let thing = "referral";
    vec![
        Action::new(
            room,
            "draft_referral",
            "referral_drafted",
            referral(Form::new("implementation.draft_referral").purpose("deliver")),
        ),
        Action::new(
            room,
            "change_referral",
            "referral_changed",
            referral(
                Form::new("implementation.change_referral")
                    .purpose("deliver")
                    .pick("referral")
                    .required(),
            ),
        )
        .of(thing),
        Action::new(room, "send_referral", "referral_sent", send()).of(thing),
        Action::new(
            room,
            "record_referral_answer",
            "referral_answered",
            referral_answer(),
        )
        .of(thing),
        Action::new(room, "recall_referral", "referral_recalled", recall())
            .of(thing)
            .grave(),
        Action::new(room, "tell_recipient", "recipient_told", told()).of(thing),
        Action::new(
            room,
            "feedback_from_person",
            "referral_feedback_given",
            feedback(),
        )
        .of(thing),
    ]
}

fn ends() -> Vec<Action> {
    let room = "implementation";
    vec![
        Action::new(room, "end_action", "action_ended", action_end()).of("action"),
        Action::new(
            room,
            "close_implementation",
            "implementation_closed",
            Form::new("implementation.close_implementation"),
        ),
    ]
}

fn service() -> Form {
    Form::new("implementation.record_service")
        .purpose("deliver")
        .section("what")
        .pick("plan_action_ref")
        .code("service_type", list!(ServiceType))
        .required()
        .medium()
        .code("modality", list!(Modality))
        .required()
        .text("provider", 200)
        .required()
        .code("direct_or_referral", list!(DirectOrReferral))
        .required()
        .tick("for_household")
        .section("delivery")
        .code("status", list!(ServiceStatus))
        .required()
        .date_time("planned_dt", true)
        .date_time("delivered_dt", false)
        .only_when("status", &["delivered", "partially"])
        .int("quantity", 0, 1_000_000)
        .text("unit", 40)
        .section("value")
        .money("value")
        .text("currency", 3)
        .text("budget_line", 120)
        .text("receipt_evidence", 200)
        .section("note")
        .long_text("note", 4000)
        .high()
        .multi("about", ABOUT)
}

fn service_update() -> Form {
    Form::new("implementation.update_service")
        .purpose("deliver")
        .pick("service")
        .required()
        .code("status", NEXT_OF_SERVICE)
        .required()
        .date_time("delivered_dt", false)
        .only_when("status", &["delivered", "partially"])
        .int("quantity", 0, 1_000_000)
        .only_when("status", &["delivered", "partially"])
        .text("receipt_evidence", 200)
        .long_text("note", 4000)
        .high()
}

/// What a referral says, whether it is written or changed.
fn referral(form: Form) -> Form {
    form.section("to_whom")
        .pick("plan_action_ref")
        .pick("to_agency")
        .required()
        .text("to_focal_point", 200)
        .medium()
        .tick("authority")
        .section("for_what")
        .code("service_type", list!(ServiceType))
        .required()
        .medium()
        .long_text("reason", 4000)
        .required()
        .high()
        .code("urgency", list!(Urgency))
        .required()
        .section("shared")
        .multi("data_shared", list!(DataCategory))
        .required()
        .code("channel", list!(ReferralChannel))
        .required()
        .section("readers")
        .multi("about", ABOUT_A_REFERRAL)
}

fn send() -> Form {
    Form::new("implementation.send_referral")
        .purpose("deliver")
        .pick("referral")
        .required()
}

fn referral_answer() -> Form {
    Form::new("implementation.record_referral_answer")
        .purpose("deliver")
        .pick("referral")
        .required()
        .code("status", ANSWERS)
        .required()
        .long_text("outcome", 2000)
        .medium()
        .only_when("status", &["completed", "declined_by_person", "cancelled"])
        .code("gap_reason", list!(GapReason))
        .only_when("status", NO_SERVICE)
        .long_text("alternative", 2000)
        .required()
        .medium()
        .only_when("status", NO_SERVICE)
        .long_text("note", 4000)
        .high()
}

fn recall() -> Form {
    Form::new("implementation.recall_referral")
        .purpose("safety")
        .pick("referral")
        .required()
        .long_text("reason", 2000)
        .required()
        .medium()
}

fn told() -> Form {
    Form::new("implementation.tell_recipient")
        .purpose("safety")
        .pick("referral")
        .required()
        .long_text("told_how", 1000)
        .required()
        .medium()
}

fn feedback() -> Form {
    Form::new("implementation.feedback_from_person")
        .purpose("account")
        .pick("referral")
        .required()
        .long_text("feedback_from_person", 4000)
        .required()
        .high()
}

fn action_end() -> Form {
    Form::new("implementation.end_action")
        .purpose("account")
        .pick("action")
        .required()
        .code("status", ENDS)
        .required()
        .long_text("outcome", 2000)
        .required()
        .medium()
}

fn gap() -> Form {
    Form::new("implementation.record_gap")
        .purpose("account")
        .code("service_type", list!(ServiceType))
        .required()
        .medium()
        .code("gap_reason", list!(GapReason))
        .required()
        .code("domain", list!(NeedDomain))
        .required()
        .long_text("text", 2000)
        .medium()
}

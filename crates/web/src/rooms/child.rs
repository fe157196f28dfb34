//! What people do for a child: best interests, tracing, and the caregiver.

use casework::lists::TracingStatus;
use forms::{CodeList, Form};

use super::{Action, list};

/// What a search can have come to.
const TRACED: CodeList = CodeList {
    name: TracingStatus::LIST,
    codes: TracingStatus::CODES
        .split_at(TracingStatus::Searching as usize)
        .1,
};

pub fn actions() -> Vec<Action> {
    let room = "child";
    vec![
        Action::new(room, "open_bia", "bia_opened", open()),
        Action::new(room, "record_bia", "bia_recorded", best_interests()),
        Action::new(room, "hold_bid_panel", "bid_panel_held", panel()),
        Action::new(room, "tell_authority", "authority_told", tell()),
        Action::new(room, "start_tracing", "tracing_started", tracing()),
        Action::new(room, "record_tracing", "tracing_recorded", traced()),
        Action::new(
            room,
            "describe_caregiver",
            "caregiver_described",
            caregiver(),
        ),
    ]
}

fn open() -> Form {
    Form::new("child.open_bia")
        .purpose("safety")
        .section("bia-open")
        .long_text("why", 1000)
}

fn best_interests() -> Form {
    let form = Form::new("child.record_bia")
        .purpose("safety")
        .section("bia-child")
        .long_text("child_view", 4000)
        .required()
        .high()
        .long_text("wishes", 4000)
        .high()
        .section("bia-care")
        .code("care_now", list!(CareArrangement))
        .required()
        .high()
        .long_text("caregiver_capacity", 2000)
        .high()
        .long_text("safety", 4000)
        .high()
        .code("tracing_status", list!(TracingStatus))
        .high();
    best_interests_then(form)
}

fn best_interests_then(form: Form) -> Form {
    form.section("bia-life")
        .long_text("education", 2000)
        .medium()
        .long_text("health", 2000)
        .high()
        .section("bia-then")
        .long_text("recommended_actions", 4000)
        .required()
        .medium()
        .multi("allows", list!(ChildDecision))
        .yes_no("bid_needed")
        .code("bid_reason", list!(BidReason))
        .required()
        .only_when("bid_needed", &["yes"])
}

fn panel() -> Form {
    Form::new("child.hold_bid_panel")
        .purpose("safety")
        .section("bid-panel")
        .multi("participants", list!(Participant))
        .required()
        .long_text("options", 4000)
        .required()
        .high()
        .section("bid-decision")
        .long_text("decision_text", 4000)
        .required()
        .high()
        .multi("allows", list!(ChildDecision))
}

fn tell() -> Form {
    Form::new("child.tell_authority")
        .purpose("safety")
        .section("authority-told")
        .text("authority", 200)
        .required()
        .medium()
        .long_text("what", 4000)
        .required()
        .high()
}

fn tracing() -> Form {
    Form::new("child.start_tracing")
        .purpose("deliver")
        .section("tracing")
        .text("who", 200)
        .required()
        .high()
        .long_text("what_is_known", 4000)
        .high()
}

fn traced() -> Form {
    Form::new("child.record_tracing")
        .purpose("deliver")
        .section("tracing")
        .code("result", TRACED)
        .required()
        .high()
        .text("who", 200)
        .required()
        .only_when("result", &["found_safe", "found_unsafe"])
        .high()
        .long_text("safety_note", 2000)
        .high()
}

fn caregiver() -> Form {
    Form::new("child.describe_caregiver")
        .purpose("safety")
        .section("caregiver")
        .code("situation", list!(CaregiverSituation))
        .required()
        .high()
        .text("who", 200)
        .high()
        .long_text("note", 2000)
        .high()
}

//! What people do at the door and at any time after.

use forms::Form;

use super::{ABOUT, Action, list};

pub fn actions() -> Vec<Action> {
    vec![
        Action::new(
            "reception",
            "receive_arrival",
            "arrival_received",
            arrival(),
        ),
        Action::new(
            "reception",
            "record_desk_contact",
            "desk_contact_recorded",
            desk_contact(),
        ),
        Action::new("reception", "give_help", "help_given", help()),
        Action::new("reception", "report_danger", "danger_reported", danger()),
        Action::new("reception", "write_note", "note_written", note()),
        Action::new(
            "reception",
            "answer_alert",
            "alert_answered",
            answer_alert(),
        ),
        Action::new("reception", "take_alert", "alert_taken", take_alert()),
        Action::new(
            "reception",
            "report_interpreter",
            "interpreter_reported",
            interpreter(),
        ),
        Action::new(
            "reception",
            "log_authority_request",
            "authority_asked",
            authority_request(),
        ),
        Action::new("reception", "purge_inquiry", "", purge()).grave(),
    ]
}

fn arrival() -> Form {
    Form::new("reception.receive_arrival")
        .purpose("safety")
        .section("first")
        .multi("immediate_needs", list!(ImmediateNeed))
        .required()
        .medium()
        .date_time("violence_at", false)
        .only_when("immediate_needs", &["sexual_violence_recent"])
        .high()
        .long_text("request", 4000)
        .required()
        .medium()
        .long_text("action_taken", 4000)
        .required()
        .section("how")
        .code("delivery_model", list!(DeliveryModel))
        .required()
        .code("channel", list!(Channel))
        .required()
        .code("language", list!(Language))
        .required()
        .text("interpreter_ref", 80)
        .code("sex_observed", list!(SexObserved))
        .code("age_band", list!(AgeBand))
}

fn desk_contact() -> Form {
    Form::new("reception.record_desk_contact")
        .purpose("deliver")
        .multi("dimensions", list!(Dimension))
        .required()
        .long_text("agreed_actions", 4000)
        .required()
        .medium()
        .text("guided_to", 200)
        .date("look_again_on", true)
}

fn help() -> Form {
    Form::new("reception.give_help")
        .purpose("deliver")
        .code("service_type", list!(ServiceType))
        .required()
        .code("modality", list!(Modality))
        .required()
        .text("what", 400)
        .required()
        .int("quantity", 1, 10_000)
        .text("unit", 40)
}

fn danger() -> Form {
    Form::new("reception.report_danger")
        .purpose("safety")
        .code("current_safety", list!(CurrentSafety))
        .required()
        .multi("danger_sources", list!(DangerSource))
        .required()
        .high()
        .long_text("threat_detail", 4000)
        .required()
        .high()
        .yes_no("suicidal")
        .required()
        .high()
        .long_text("action_taken", 4000)
        .required()
        .multi("about", ABOUT)
}

fn note() -> Form {
    Form::new("reception.write_note")
        .purpose("account")
        .long_text("text", 8000)
        .required()
        .high()
        .multi("about", ABOUT)
}

fn answer_alert() -> Form {
    Form::new("reception.answer_alert")
        .purpose("safety")
        .pick("alert")
        .required()
        .long_text("what_was_done", 4000)
        .required()
}

fn take_alert() -> Form {
    Form::new("reception.take_alert")
        .purpose("safety")
        .pick("alert")
        .required()
}

fn purge() -> Form {
    Form::new("reception.purge_inquiry")
        .purpose("account")
        .code("sex", list!(Sex))
}

fn interpreter() -> Form {
    Form::new("reception.report_interpreter")
        .purpose("safety")
        .text("interpreter_ref", 80)
        .required()
        .long_text("why_unsafe", 1000)
        .required()
        .high()
        .text("replaced_by", 80)
        .yes_no("interview_unreliable")
        .required()
        .multi("about", ABOUT)
}

fn authority_request() -> Form {
    Form::new("reception.log_authority_request")
        .purpose("account")
        .text("authority", 200)
        .required()
        .long_text("what_was_asked", 2000)
        .required()
}

//! What people do while they accompany somebody: contacts, reviews, meetings, what breaks the
//! rhythm.

use forms::Form;

use super::{ABOUT, Action, list};

pub fn actions() -> Vec<Action> {
    let room = "review";
    vec![
        Action::new(room, "record_contact", "contact_recorded", contact()),
        Action::new(room, "hold_review", "review_held", review()),
        Action::new(room, "record_progress", "progress_recorded", progress()),
        Action::new(room, "hold_meeting", "meeting_held", meeting()),
        Action::new(room, "record_trigger", "trigger_recorded", trigger()).also("detail_noted"),
        Action::new(room, "mark_lost_contact", "lost_contact_marked", lost()),
        Action::new(room, "report_missing_child", "child_missing", missing()).grave(),
        Action::new(room, "record_child_found", "child_found", found()),
        Action::new(room, "report_detention", "detained", detention()),
        Action::new(room, "put_on_hold", "held_back", hold()),
        Action::new(room, "resume", "resumed", resume()),
        Action::new(
            room,
            "plan_appointment",
            "appointment_planned",
            appointment(),
        ),
        Action::new(
            room,
            "end_appointment",
            "appointment_ended",
            appointment_end(),
        )
        .of("appointment"),
    ]
}

fn contact() -> Form {
    Form::new("review.record_contact")
        .purpose("safety")
        .section("contact")
        .code("contact_type", list!(ContactType))
        .required()
        .code("mode", list!(Channel))
        .required()
        .tick("by_person")
        .tick("took_place")
        .yes_no("reached")
        .section("how_they_are")
        .code_or("safety_now", list!(CurrentSafety))
        .required()
        .medium()
        .only_when("reached", &["yes"])
        .score("wellbeing", 0, 4)
        .medium()
        .only_when("reached", &["yes"])
        .long_text("progress_note", 8000)
        .high()
        .multi("about", ABOUT)
        .section("next")
        .date("next_contact_due", true)
}

/// Who sat together, in the words of both kinds of meetings.
fn together(form: Form) -> Form {
    form.section("together")
        .code("meeting_type", list!(MeetingType))
        .required()
        .multi("participants", list!(Participant))
        .required()
        .pick_many("partners")
        .only_when(
            "meeting_type",
            &[
                "case_planning",
                "case_conference",
                "best_interests_panel",
                "handover",
            ],
        )
}

fn review() -> Form {
    together(Form::new("review.hold_review").purpose("deliver"))
        .long_text("agenda", 2000)
        .medium()
        .section("looked_at")
        .long_text("goal_progress", 4000)
        .required()
        .medium()
        .multi("new_needs", list!(NeedDomain))
        .medium()
        .code("risk_level_new", list!(RiskLevel))
        .required()
        .long_text("risk_reason", 2000)
        .required()
        .medium()
        .section("decided")
        .code("decision", list!(ReviewDecision))
        .required()
        .long_text("changes_agreed", 4000)
        .medium()
        .date("next_review_on", true)
}

fn progress() -> Form {
    Form::new("review.record_progress")
        .purpose("deliver")
        .pick("objective")
        .required()
        .code("progress", list!(Progress))
        .required()
        .long_text("note", 2000)
        .medium()
}

fn meeting() -> Form {
    together(Form::new("review.hold_meeting").purpose("deliver"))
        .section("said")
        .long_text("minutes", 8000)
        .required()
        .high()
        .long_text("action_list", 4000)
        .medium()
        .multi("about", ABOUT)
}

fn trigger() -> Form {
    Form::new("review.record_trigger")
        .purpose("safety")
        .code("trigger", list!(Trigger))
        .required()
        .medium()
        .long_text("text", 4000)
        .required()
        .high()
        .multi("about", ABOUT)
}

fn lost() -> Form {
    Form::new("review.mark_lost_contact")
        .purpose("safety")
        .long_text("note", 2000)
        .medium()
}

fn missing() -> Form {
    Form::new("review.report_missing_child")
        .purpose("safety")
        .date_time("last_seen", false)
        .required()
        .high()
        .yes_no("suspected_abduction")
        .high()
        .long_text("circumstances", 4000)
        .required()
        .high()
        .text("authority_told", 400)
        .medium()
        .multi("about", ABOUT)
}

fn found() -> Form {
    Form::new("review.record_child_found")
        .purpose("safety")
        .yes_no("safe")
        .high()
        .long_text("note", 2000)
        .required()
        .high()
}

fn detention() -> Form {
    Form::new("review.report_detention")
        .purpose("safety")
        .section("held")
        .text("place", 400)
        .required()
        .high()
        .text("authority", 200)
        .medium()
        .date("since", false)
        .medium()
        .section("help")
        .yes_no("lawyer_offered")
        .yes_no("consular_contact")
        .high()
        .yes_no("put_on_hold")
        .multi("about", ABOUT)
}

fn hold() -> Form {
    Form::new("review.put_on_hold")
        .purpose("account")
        .long_text("reason", 2000)
        .required()
        .medium()
}

fn resume() -> Form {
    Form::new("review.resume")
        .purpose("account")
        .long_text("reason", 2000)
        .medium()
}

fn appointment() -> Form {
    Form::new("review.plan_appointment")
        .purpose("safety")
        .date_time("planned_for", true)
        .required()
        .code("mode", list!(Channel))
        .required()
        .code("appointment_purpose", list!(AppointmentPurpose))
        .required()
        .section("understanding")
        .code("language", list!(Language))
        .yes_no("interpreter_needed")
        .text("interpreter_ref", 80)
        .text("place", 120)
        .medium()
        .multi("about", ABOUT)
}

fn appointment_end() -> Form {
    Form::new("review.end_appointment")
        .purpose("safety")
        .pick("appointment")
        .required()
        .code("appointment_outcome", list!(AppointmentOutcome))
        .required()
        .long_text("note", 1000)
        .medium()
}

//! What people do at the assessment when somebody tells of violence, or when trafficking is
//! possible.

use forms::Form;

use super::{Action, list};

/// Findings behind which something was found.
const FOUND: &[&str] = &["weak", "credible", "strong"];

pub fn actions() -> Vec<Action> {
    let room = "assessment";
    vec![
        Action::new(room, "record_vea", "vea_recorded", violence()),
        Action::new(room, "screen_tip", "tip_screened", screening()),
        Action::new(room, "skip_tip", "tip_skipped", skip()),
        Action::new(room, "conclude_tip", "tip_concluded", conclude()),
        Action::new(room, "confirm_tip", "tip_confirmed", confirm()).also("tip_returned"),
        Action::new(
            room,
            "change_formal_status",
            "formal_status_changed",
            formal_status(),
        ),
    ]
}

fn violence() -> Form {
    let form = Form::new("assessment.record_vea")
        .purpose("safety")
        .section("vea-what")
        .code("type", list!(VeaType))
        .required()
        .high()
        .multi("case_context", list!(CaseContext))
        .high()
        .pick("incident")
        .yes_no("ongoing")
        .high()
        .section("vea-when")
        .code("phase", list!(Phase))
        .required()
        .text("date_or_period", 200)
        .required()
        .high()
        .date_time("violence_at", false)
        .high()
        .code_or("country", list!(Country))
        .medium()
        .text("place_type", 120)
        .medium();
    violence_by_whom(form)
}

fn violence_by_whom(form: Form) -> Form {
    form.section("vea-who")
        .code("perpetrator_type", list!(DangerSource))
        .high()
        .yes_no_or("perpetrator_known")
        .high()
        .yes_no_or("reported_to_authority")
        .high()
        .code("source", list!(Source))
        .required()
        .section("vea-exploitation")
        .multi("means_of_control", list!(MeansOfControl))
        .high()
        .code_or("labour_sector", list!(LabourSector))
        .medium()
        .code_or("recruiter", list!(Recruiter))
        .high()
}

fn screening() -> Form {
    let form = Form::new("assessment.screen_tip")
        .purpose("safety")
        .section("tip-ready")
        .hidden("screening")
        .multi("preconditions", list!(TipPrecondition))
        .required()
        .section("tip-act")
        .code("act_finding", list!(Finding))
        .required()
        .high()
        .multi("act_items", list!(TipAct))
        .only_when("act_finding", FOUND)
        .high()
        .section("tip-means")
        .code("means_finding", list!(Finding))
        .required()
        .high()
        .multi("means_items", list!(TipMeans))
        .only_when("means_finding", FOUND)
        .high()
        .section("tip-purpose")
        .code("purpose_finding", list!(Finding))
        .required()
        .high()
        .multi("purpose_items", list!(TipPurpose))
        .only_when("purpose_finding", FOUND)
        .high()
        .yes_no("planned")
        .high();
    screening_around(form)
}

fn screening_around(form: Form) -> Form {
    form.section("tip-around")
        .yes_no("live_control")
        .high()
        .yes_no("smuggling_facts")
        .high()
        .int("age_at_event", 0, 120)
        .medium()
        .section("tip-words")
        .long_text("evidence", 8000)
        .high()
        .long_text("contradictions", 4000)
        .high()
}

fn skip() -> Form {
    Form::new("assessment.skip_tip")
        .purpose("account")
        .section("tip-not-now")
        .code("why", list!(TipNotScreened))
        .required()
        .high()
        .long_text("note", 2000)
        .high()
}

fn conclude() -> Form {
    Form::new("assessment.conclude_tip")
        .purpose("safety")
        .section("tip-conclusion")
        .pick("screening")
        .required()
        .code("conclusion", list!(TipConclusion))
        .required()
        .high()
        .long_text("reason", 4000)
        .high()
}

fn confirm() -> Form {
    Form::new("assessment.confirm_tip")
        .purpose("account")
        .section("tip-second")
        .pick("screening")
        .required()
        .yes_no("agrees")
        .high()
        .long_text("comment", 4000)
        .high()
}

fn formal_status() -> Form {
    Form::new("assessment.change_formal_status")
        .purpose("deliver")
        .section("tip-formal")
        .code("formal_status", list!(FormalStatus))
        .required()
        .high()
        .text("authority", 200)
        .required()
        .high()
        .long_text("note", 2000)
        .high()
}

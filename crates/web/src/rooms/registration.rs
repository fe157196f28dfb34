//! What people do at registration.

use forms::Form;

use super::{Action, list};

pub fn actions() -> Vec<Action> {
    let room = "registration";
    vec![
        Action::new(room, "record_identity", "identity_recorded", identity()).replaces("identity"),
        Action::new(
            room,
            "record_background",
            "background_recorded",
            background(),
        )
        .replaces("background"),
        Action::new(room, "record_health", "health_recorded", health()).replaces("health"),
        Action::new(room, "record_journey", "journey_recorded", journey()).replaces("journey"),
        Action::new(room, "record_sogi", "sogi_recorded", sogi()).replaces("sogi"),
        Action::new(room, "set_safe_contact", "safe_contact_set", safe_contact())
            .replaces("safe_contact"),
        Action::new(room, "resolve_duplicate", "duplicate_resolved", duplicate()),
        Action::new(room, "assign_worker", "worker_assigned", assignment()).replaces("worker"),
        Action::new(room, "take_case", "", taking()).replaces("worker"),
        Action::new(room, "dispute_age", "age_disputed", dispute()),
        Action::new(room, "assess_age", "age_assessed", assess_age()),
        Action::new(
            room,
            "register_emergency",
            "temporary_code_given",
            emergency(),
        ),
        Action::new(room, "keep_photo", "photo_kept", photo()),
        Action::new(
            room,
            "complete_registration",
            "person_registered",
            Form::new("registration.complete_registration"),
        ),
    ]
}

fn identity() -> Form {
    Form::new("registration.record_identity")
        .purpose("identify")
        .text("preferred_name", 200)
        .required()
        .high()
        .text("alias", 200)
        .high()
        .date("dob", false)
        .medium()
        .code("dob_confidence", list!(DobConfidence))
        .int("age_claimed", 0, 120)
        .medium()
        .code("sex", list!(Sex))
        .required()
        .multi("nationality", list!(Country))
        .required()
        .multi("languages", list!(Language))
        .required()
        .section("seldom")
        .text("mother_name", 200)
        .high()
        .text("legal_name", 200)
        .high()
        .code("household_role", list!(HouseholdRole))
}

fn background() -> Form {
    Form::new("registration.record_background")
        .purpose("identify")
        .section("origin")
        .yes_no_or("statelessness")
        .code_or("country_of_birth", list!(Country))
        .text("region_of_origin", 120)
        .text("ethnicity", 120)
        .high()
        .text("religion", 120)
        .high()
        .section("life")
        .code_or("literacy", list!(Literacy))
        .code_or("marital_status", list!(MaritalStatus))
        .code_or("education_level", list!(EducationLevel))
        .text("occupation", 120)
        .int("dependants", 0, 40)
        .code_or("living_arrangement", list!(LivingArrangement))
        .medium()
        .section("papers")
        .code_or("id_documents", list!(IdDocument))
        .text("id_number", 80)
        .high()
        .code_or("legal_status", list!(LegalStatus))
        .high()
        .section("care")
        .code_or("care_arrangement", list!(CareArrangement))
        .text("caregiver", 200)
        .high()
        .text("guardian", 200)
        .high()
}

fn health() -> Form {
    Form::new("registration.record_health")
        .purpose("deliver")
        .section("wgss")
        .code_or("wgss_seeing", list!(Difficulty))
        .high()
        .code_or("wgss_hearing", list!(Difficulty))
        .high()
        .code_or("wgss_walking", list!(Difficulty))
        .high()
        .code_or("wgss_remembering", list!(Difficulty))
        .high()
        .code_or("wgss_selfcare", list!(Difficulty))
        .high()
        .code_or("wgss_communicating", list!(Difficulty))
        .high()
        .section("pregnancy")
        .yes_no_or("pregnant")
        .high()
        .yes_no_or("late_pregnancy_alone")
        .high()
        .yes_no_or("lactating")
        .high()
}

fn journey() -> Form {
    Form::new("registration.record_journey")
        .purpose("understand")
        .multi_or("reasons_migrating", list!(ReasonMigrating))
        .code_or("travelling", list!(Travelling))
        .date("departure_date", false)
        .multi_or("route_countries", list!(Country))
        .code_or("intended_destination", list!(Country))
        .int("previous_attempts", 0, 99)
        .int("time_in_country_days", 0, 40_000)
        .text("intended_stay", 120)
        .multi_or("hardships", list!(VeaType))
        .high()
}

fn sogi() -> Form {
    Form::new("registration.record_sogi")
        .purpose("safety")
        .text("gender_identity", 120)
        .high()
        .text("sexual_orientation", 120)
        .high()
        .text("why_needed", 400)
        .required()
        .text("hide_from", 200)
        .high()
}

fn safe_contact() -> Form {
    Form::new("registration.set_safe_contact")
        .purpose("safety")
        .multi("safe_channel", list!(Channel))
        .required()
        .medium()
        .phone("phone")
        .high()
        .text("safe_times", 200)
        .text("who_may_answer", 200)
        .high()
        .yes_no("may_leave_message")
        .required()
        .text("code_word", 60)
        .high()
        .long_text("unsafe_notes", 1000)
        .high()
}

fn duplicate() -> Form {
    Form::new("registration.resolve_duplicate")
        .purpose("identify")
        .code("duplicate_outcome", list!(DuplicateOutcome))
        .required()
        .text("other_code", 20)
        .long_text("duplicate_reason", 1000)
}

fn assignment() -> Form {
    Form::new("registration.assign_worker")
        .purpose("deliver")
        .pick("worker")
        .required()
        .pick("backup")
}

fn taking() -> Form {
    Form::new("registration.take_case")
        .purpose("deliver")
        .pick("worker")
        .required()
}

fn dispute() -> Form {
    Form::new("registration.dispute_age")
        .purpose("identify")
        .text("said_by", 200)
        .required()
        .int("age_said", 0, 120)
        .required()
        .long_text("dissent", 1000)
}

fn assess_age() -> Form {
    Form::new("registration.assess_age")
        .purpose("identify")
        .int("age_assessed", 0, 120)
        .required()
        .code("age_method", list!(AgeMethod))
        .required()
        .date("dob", false)
        .long_text("dissent", 1000)
}

fn emergency() -> Form {
    Form::new("registration.register_emergency")
        .purpose("safety")
        .long_text("danger", 2000)
        .required()
        .high()
        .long_text("minimum_data", 2000)
        .required()
        .high()
}

fn photo() -> Form {
    Form::new("registration.keep_photo")
        .purpose("identify")
        .text("kept_where", 200)
        .required()
}

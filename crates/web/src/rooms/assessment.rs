//! What people do at the assessment: safety, needs, the picture of factors, and assessing again.
//! Violence and the trafficking screening stand in `disclosure.rs`.

use casework::lists::{FactorCode, FactorLevel, VulnerabilityCategory as Category};
use forms::{CodeList, Form};

use super::{ABOUT, Action, disclosure, list, scales};

const ROOM: &str = "assessment";

/// The levels that a place or a country has.
pub(super) const CONTEXT: CodeList = CodeList {
    name: FactorLevel::LIST,
    codes: FactorLevel::CODES
        .split_at(FactorLevel::Community as usize)
        .1,
};

/// The factors of those levels.
pub(super) const CONTEXT_FACTORS: CodeList = CodeList {
    name: FactorCode::LIST,
    codes: FactorCode::CODES
        .split_at(FactorCode::Other as usize)
        .0
        .split_at(FactorCode::NoServicesNearby as usize)
        .1,
};

/// The categories that somebody may tick; those of trafficking follow a confirmed screening.
const CATEGORIES: CodeList = CodeList {
    name: Category::LIST,
    codes: &TICKED,
};

const TICKED: [&str; Category::CODES.len() - 2] = {
    let mut ticked = [""; Category::CODES.len() - 2];
    let (mut from, mut to) = (0, 0);
    while from < Category::CODES.len() {
        if from != Category::VotPotential as usize && from != Category::VotIdentified as usize {
            ticked[to] = Category::CODES[from];
            to += 1;
        }
        from += 1;
    }
    ticked
};

pub fn actions() -> Vec<Action> {
    let mut all = about_safety();
    all.extend(about_needs());
    all.extend(about_picture());
    all.extend(disclosure::actions());
    all.extend(scales::actions());
    all.push(Action::new(
        ROOM,
        "reassess",
        "reassessment_started",
        reassess(),
    ));
    all
}

fn about_safety() -> Vec<Action> {
    vec![
        Action::new(ROOM, "check_safety", "safety_checked", safety()).also("danger_described"),
        Action::new(
            ROOM,
            "make_safety_plan",
            "safety_plan_written",
            safety_plan(),
        )
        .also("safety_plan_made")
        .replaces("safety_plan"),
    ]
}

fn about_needs() -> Vec<Action> {
    vec![
        Action::new(ROOM, "answer_need", "need_answered", need())
            .also("need_described")
            .each("domain"),
        Action::new(
            ROOM,
            "record_categories",
            "categories_recorded",
            categories(),
        )
        .also("social_risks_recorded"),
        Action::new(
            ROOM,
            "record_priorities",
            "priorities_recorded",
            priorities(),
        )
        .replaces("priorities"),
        Action::new(ROOM, "describe_life", "life_described", life()).replaces("life"),
        Action::new(
            ROOM,
            "note_health_alerts",
            "health_alerts_noted",
            health_alerts(),
        )
        .replaces("health_alerts"),
    ]
}

fn about_picture() -> Vec<Action> {
    vec![
        Action::new(ROOM, "record_factor", "factor_recorded", factor()).each("factor"),
        Action::new(ROOM, "retire_factor", "factor_retired", retire_factor()),
        Action::new(ROOM, "link_factors", "factors_linked", link()),
        Action::new(ROOM, "attach_profile", "profile_attached", profile()),
        Action::new(
            ROOM,
            "write_formulation",
            "formulation_written",
            formulation(),
        )
        .also("picture_judged")
        .replaces("formulation"),
        Action::new(ROOM, "take_snapshot", "snapshot_taken", snapshot()),
    ]
}

fn safety() -> Form {
    Form::new("assessment.check_safety")
        .purpose("safety")
        .section("safety-how")
        .yes_no("asked_in_private")
        .code("current_safety", list!(CurrentSafety))
        .required()
        .yes_no_or("can_return_home")
        .section("safety-danger")
        .multi("danger_sources", list!(DangerSource))
        .high()
        .long_text("threat_detail", 4000)
        .high()
        .yes_no_or("location_known_to_perpetrator")
        .high()
        .multi("about", ABOUT)
}

fn safety_plan() -> Form {
    Form::new("assessment.make_safety_plan")
        .purpose("safety")
        .section("safety-plan")
        .long_text("warning_signs", 4000)
        .required()
        .high()
        .long_text("safe_places", 4000)
        .required()
        .high()
        .long_text("who_to_call", 2000)
        .required()
        .high()
        .long_text("steps", 4000)
        .required()
        .high()
        .section("safety-plan-kept")
        .text("code_word", 60)
        .high()
        .code("copy_given", list!(CopyGiven))
        .required()
        .multi("about", ABOUT)
}

fn life() -> Form {
    Form::new("assessment.describe_life")
        .purpose("deliver")
        .section("family-skills")
        .long_text("family_assessment", 4000)
        .medium()
        .long_text("skills", 2000)
        .medium()
        .text("un_needs_codes", 200)
        .medium()
}

fn health_alerts() -> Form {
    Form::new("assessment.note_health_alerts")
        .purpose("safety")
        .section("health-alerts")
        .long_text("health_alerts", 2000)
        .required()
        .high()
}

fn need() -> Form {
    Form::new("assessment.answer_need")
        .purpose("deliver")
        .section("need-answer")
        .code("domain", list!(NeedDomain))
        .required()
        .code("status", list!(NeedStatus))
        .required()
        .code("severity", list!(Severity))
        .required()
        .only_when("status", &["need"])
        .code("urgency", list!(Urgency))
        .only_when("status", &["need"])
        .section("need-words")
        .long_text("description", 4000)
        .high()
        .long_text("resources_available", 2000)
        .medium()
        .int("person_priority", 1, 18)
}

fn categories() -> Form {
    Form::new("assessment.record_categories")
        .purpose("understand")
        .section("categories-found")
        .multi("vulnerability_categories", CATEGORIES)
        .high()
        .multi("social_risk_conditions", list!(SocialRisk))
        .medium()
        .section("categories-gone")
        .multi("no_longer", CATEGORIES)
        .high()
}

fn priorities() -> Form {
    Form::new("assessment.record_priorities")
        .purpose("deliver")
        .section("priorities-own")
        .long_text("own_priorities", 4000)
        .required()
        .medium()
        .multi("ranked_domains", list!(NeedDomain))
}

fn factor() -> Form {
    Form::new("assessment.record_factor")
        .purpose("understand")
        .section("factor-what")
        .pick("factor")
        .code("level", list!(FactorLevel))
        .required()
        .code("code", list!(FactorCode))
        .required()
        .medium()
        .text("other", 200)
        .required()
        .only_when("code", &["other"])
        .medium()
        .section("factor-how")
        .code("polarity", list!(Polarity))
        .required()
        .code("phase", list!(Phase))
        .required()
        .code("active", list!(Active))
        .required()
        .code("strength", list!(Strength))
        .required()
        .section("factor-known")
        .long_text("evidence_text", 4000)
        .required()
        .high()
        .code("source", list!(Source))
        .required()
        .code("confidence", list!(Confidence))
        .required()
        .date("assessed_on", false)
        .code("person_agrees", list!(PersonAgrees))
        .required()
        .section("factor-change")
        .tick("not_changeable_by_us")
        .long_text("mitigation", 2000)
        .required()
        .only_when("not_changeable_by_us", &["yes"])
        .multi("linked_needs", list!(NeedDomain))
        .multi("about", ABOUT)
}

fn retire_factor() -> Form {
    Form::new("assessment.retire_factor")
        .purpose("understand")
        .section("factor-gone")
        .pick("factor")
        .required()
        .long_text("reason", 2000)
        .required()
        .medium()
}

fn link() -> Form {
    Form::new("assessment.link_factors")
        .purpose("understand")
        .section("factor-link")
        .pick("from")
        .required()
        .code("kind", list!(FactorLinkKind))
        .required()
        .pick("to")
        .required()
        .long_text("note", 2000)
        .required()
        .medium()
}

fn profile() -> Form {
    Form::new("assessment.attach_profile")
        .purpose("understand")
        .section("profile-which")
        .code("level", CONTEXT)
        .required()
        .text("place", 120)
        .required()
        .date("valid_from", false)
        .required()
        .text("source", 400)
        .required()
        .section("profile-here")
        .multi("applies", CONTEXT_FACTORS)
        .multi("does_not_apply", CONTEXT_FACTORS)
        .multi("applies_differently", CONTEXT_FACTORS)
        .long_text("text", 4000)
        .medium()
}

fn formulation() -> Form {
    Form::new("assessment.write_formulation")
        .purpose("understand")
        .section("formulation-four")
        .long_text("exposed_to", 4000)
        .required()
        .high()
        .long_text("helps_avoid", 4000)
        .required()
        .medium()
        .long_text("helps_resist", 4000)
        .required()
        .medium()
        .long_text("helps_recover", 4000)
        .required()
        .medium()
        .section("formulation-whole")
        .long_text("formulation_text", 8000)
        .required()
        .high()
        .long_text("person_view", 4000)
        .required()
        .medium()
        .code("overall", list!(Overall))
        .required()
        .long_text("rationale", 4000)
        .required()
        .medium()
        .section("formulation-gaps")
        .long_text("nothing_protective_because", 1000)
        .long_text("no_context_because", 1000)
        .multi("about", ABOUT)
}

fn snapshot() -> Form {
    Form::new("assessment.take_snapshot")
        .purpose("account")
        .section("snapshot-when")
        .code("occasion", list!(Occasion))
        .required()
}

fn reassess() -> Form {
    Form::new("assessment.reassess")
        .purpose("safety")
        .section("reassess-why")
        .long_text("reason", 2000)
        .required()
        .medium()
}

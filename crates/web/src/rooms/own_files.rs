//! Forms of files that are nobody's own case: a household's, a piece of feedback. Their pages have
//! addresses of their own; their readers are not those of a case.

use std::sync::LazyLock;

use forms::Form;

use super::{
    Action,
    assessment::{CONTEXT, CONTEXT_FACTORS},
    list,
};

/// How many people form a household at once; more can join it.
pub const FOUNDERS: usize = 8;

const PEOPLE: [(&str, &str); FOUNDERS] = [
    ("person_1", "role_1"),
    ("person_2", "role_2"),
    ("person_3", "role_3"),
    ("person_4", "role_4"),
    ("person_5", "role_5"),
    ("person_6", "role_6"),
    ("person_7", "role_7"),
    ("person_8", "role_8"),
];

static OWN: LazyLock<Vec<Action>> = LazyLock::new(|| {
    vec![
        Action::new("household_file", "form", "", founding()),
        Action::new("household_file", "give_kit", "kit_given", kit()),
        Action::new("feedback", "receive", "received", feedback()),
        Action::new("feedback", "acknowledge", "acknowledged", acknowledgement()),
        Action::new("feedback", "respond", "responded", response()),
        Action::new("feedback", "close_loop", "loop_closed", loop_closed()),
        Action::new("pair", "judge", "judged", judgement(true)),
        Action::new("pair", "judge_alone", "judged", judgement(false)),
        Action::timeless("duty", "set", duty()),
        Action::timeless("leave", "set", leave()),
        Action::timeless("context", "write", context()),
        Action::timeless("year", "keep", year()),
    ]
});

/// Every such form.
#[must_use]
pub fn own_files() -> &'static [Action] {
    &OWN
}

/// The form of this kind.
#[must_use]
pub fn own_file(room: &str, kind: &str) -> Option<&'static Action> {
    OWN.iter()
        .find(|action| action.room == room && action.kind == kind)
}

/// The questions for each who forms a household: the person, and the role.
#[must_use]
pub const fn founders() -> &'static [(&'static str, &'static str)] {
    &PEOPLE
}

fn founding() -> Form {
    let form = Form::new("household_file.form")
        .purpose("deliver")
        .section("people");
    PEOPLE.iter().fold(form, |form, (person, role)| {
        form.pick(person).medium().code(role, list!(HouseholdRole))
    })
}

fn kit() -> Form {
    Form::new("household_file.give_kit")
        .purpose("deliver")
        .code("service_type", list!(ServiceType))
        .required()
        .text("what", 400)
        .required()
        .text("again_because", 400)
}

fn feedback() -> Form {
    Form::new("feedback.receive")
        .purpose("account")
        .section("what_was_said")
        .code("feedback_type", list!(FeedbackType))
        .required()
        .long_text("text", 8000)
        .required()
        .high()
        .pick("about_staff")
        .high()
        .code("sensitivity", list!(FeedbackSensitivity))
        .required()
        .section("who_said_it")
        .code("channel", list!(Channel))
        .required()
        .yes_no("anonymous")
        .hidden("person")
        .only_when("anonymous", &["no"])
}

fn acknowledgement() -> Form {
    Form::new("feedback.acknowledge")
        .purpose("account")
        .long_text("note", 2000)
        .medium()
}

fn response() -> Form {
    Form::new("feedback.respond")
        .purpose("account")
        .long_text("outcome", 8000)
        .required()
        .high()
}

fn loop_closed() -> Form {
    Form::new("feedback.close_loop")
        .purpose("account")
        .long_text("how", 4000)
        .required()
        .medium()
        .yes_no("satisfied")
        .optional()
}

/// Whoever may open both says which goes on.
fn judgement(both: bool) -> Form {
    let id = if both {
        "pair.judge"
    } else {
        "pair.judge_alone"
    };
    let form = Form::new(id)
        .purpose("identify")
        .code("pair_verdict", list!(PairVerdict))
        .required();
    let form = if both {
        form.pick("keep").only_when("pair_verdict", &["same"])
    } else {
        form
    };
    form.long_text("verdict_reason", 1000).required().medium()
}

fn duty() -> Form {
    Form::new("duty.set")
        .purpose("safety")
        .pick("account")
        .required()
        .int("number", 1, 50)
        .required()
        .phone("phone")
        .required()
        .text("hours_from", 5)
        .text("hours_until", 5)
        .tick("ended")
}

/// Why a figure that was kept is kept again; the first time nothing is asked.
fn year() -> Form {
    Form::new("year.keep")
        .purpose("account")
        .long_text("reason", 400)
}

fn context() -> Form {
    Form::new("context.write")
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
        .section("context-factors")
        .multi("harms_here", CONTEXT_FACTORS)
        .multi("protects_here", CONTEXT_FACTORS)
        .multi("does_both_here", CONTEXT_FACTORS)
        .section("context-strength")
        .multi("strong_here", CONTEXT_FACTORS)
        .multi("weak_here", CONTEXT_FACTORS)
        .tick("ended")
}

fn leave() -> Form {
    Form::new("leave.set")
        .purpose("deliver")
        .date("from", true)
        .required()
        .date("until", true)
        .required()
        .pick("cover")
        .tick("ended")
}

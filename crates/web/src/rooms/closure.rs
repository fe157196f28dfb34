//! What people do at the end of a case, and after it.

use forms::Form;

use super::{ABOUT, Action, list};

pub fn actions() -> Vec<Action> {
    let room = "closure";
    vec![
        Action::new(room, "propose_closure", "closure_proposed", proposal()).replaces("closure"),
        Action::new(
            room,
            "withdraw_proposal",
            "proposal_withdrawn",
            reason("closure.withdraw_proposal"),
        ),
        Action::new(room, "dispose_need", "need_disposed", disposal()),
        Action::new(room, "name_referral_owner", "referral_owner_named", owner()),
        Action::new(room, "record_death", "death_recorded", death())
            .also("death_noted")
            .grave(),
        Action::new(
            room,
            "correct_death",
            "death_corrected",
            reason("closure.correct_death"),
        ),
        Action::new(
            room,
            "review_dependants",
            "dependants_reviewed",
            dependants(),
        ),
        Action::new(
            room,
            "record_post_closure_check",
            "post_closure_checked",
            check(),
        ),
        Action::new(room, "reopen", "reopened", reason("closure.reopen")),
    ]
}

/// Which of it is needed depends on the reason; the gate names what is missing.
fn proposal() -> Form {
    Form::new("closure.propose_closure")
        .purpose("deliver")
        .section("why_end")
        .code("reason", list!(ClosureReason))
        .required()
        .medium()
        .long_text("reason_in_words", 2000)
        .medium()
        .long_text("objectives_outcome", 4000)
        .medium()
        .section("at_the_end")
        .code("final_risk", list!(RiskLevel))
        .required()
        .long_text("final_picture", 4000)
        .high()
        .long_text("safety_after", 4000)
        .high()
        .section("with_the_person")
        .tick("person_prepared")
        .long_text("attempts", 2000)
        .medium()
        .tick("reentry_info_given")
        .tick("feedback_offered")
        .date("post_closure_check_due", true)
}

fn reason(id: &'static str) -> Form {
    Form::new(id)
        .purpose("account")
        .long_text("reason", 2000)
        .required()
        .medium()
}

fn disposal() -> Form {
    Form::new("closure.dispose_need")
        .purpose("deliver")
        .code("domain", list!(NeedDomain))
        .required()
        .medium()
        .code("disposition", list!(Disposition))
        .required()
        .long_text("note", 2000)
        .required()
        .medium()
        .tick("new_need")
        .multi("about", ABOUT)
}

fn owner() -> Form {
    Form::new("closure.name_referral_owner")
        .purpose("deliver")
        .pick("referral")
        .required()
        .pick("owner")
        .required()
}

fn death() -> Form {
    Form::new("closure.record_death")
        .purpose("safety")
        .date("died_on", false)
        .required()
        .high()
        .text("source", 400)
        .required()
        .medium()
        .long_text("note", 4000)
        .high()
        .multi("about", ABOUT)
}

fn dependants() -> Form {
    Form::new("closure.review_dependants")
        .purpose("safety")
        .long_text("what_was_done", 4000)
        .required()
        .medium()
}

fn check() -> Form {
    Form::new("closure.record_post_closure_check")
        .purpose("safety")
        .yes_no("reached")
        .code_or("safety_now", list!(CurrentSafety))
        .required()
        .medium()
        .only_when("reached", &["yes"])
        .long_text("note", 4000)
        .required()
        .medium()
}

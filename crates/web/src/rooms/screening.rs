//! What people do at screening.

use casework::lists::VulnerabilityCategory as Category;
use forms::{CodeList, Form};

use super::{Action, list};

/// What may be a concern at first sight: who was trafficked follows a confirmed screening.
const CONCERNS: CodeList = CodeList {
    name: Category::LIST,
    codes: &SEEN,
};

const SEEN: [&str; Category::CODES.len() - 1] = {
    let mut seen = [""; Category::CODES.len() - 1];
    let (mut from, mut to) = (0, 0);
    while from < Category::CODES.len() {
        if from != Category::VotIdentified as usize {
            seen[to] = Category::CODES[from];
            to += 1;
        }
        from += 1;
    }
    seen
};

pub fn actions() -> Vec<Action> {
    vec![
        Action::new("screening", "screen", "screened", screening()).also("concerns_noted"),
        Action::new("screening", "decide_risk", "risk_decided", risk()),
    ]
}

fn screening() -> Form {
    Form::new("screening.screen")
        .purpose("eligibility")
        .code("entry_route", list!(EntryRoute))
        .required()
        .multi("eligibility_criteria", list!(Criterion))
        .code("eligibility_result", list!(Eligibility))
        .required()
        .long_text("reason_not_eligible", 1000)
        .only_when("eligibility_result", &["not_eligible", "eligible_partial"])
        .text("sent_elsewhere", 200)
        .only_when("eligibility_result", &["not_eligible", "eligible_partial"])
        .tick("complaint_route_explained")
        .yes_no("intl_protection_concern")
        .required()
        .medium()
        .code("age_band", list!(AgeBand))
        .section("risk")
        .multi("initial_concerns", CONCERNS)
        .medium()
        .code("initial_risk", list!(RiskLevel))
        .required()
        .long_text("risk_reason", 1000)
        .required()
        .medium()
}

fn risk() -> Form {
    Form::new("screening.decide_risk")
        .purpose("safety")
        .code("risk_level", list!(RiskLevel))
        .required()
        .long_text("risk_reason", 1000)
        .required()
        .medium()
}

//! What people do at screening.

use forms::Form;

use super::{Action, list};

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
        .required()
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
        .multi("initial_concerns", list!(VulnerabilityCategory))
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

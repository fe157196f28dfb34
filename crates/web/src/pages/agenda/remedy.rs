//! What mends a missing point.

use casebook::CaseLook;
use casework::refusal::{Missing, MissingWhat};

use crate::{App, rooms};

/// The work that a missing point asks for, and what its address says beside.
#[must_use]
pub fn remedy(missing: &Missing) -> Option<(&'static str, String)> {
    use MissingWhat as M;
    let name = match missing.what {
        M::Eligibility => "screening.screen",
        M::RegistrationConsent | M::ReferralConsent | M::TransferConsent | M::ReturnConsent => {
            "consent.record_consent"
        }
        M::DuplicateCheck => "registration.resolve_duplicate",
        M::Worker => "registration.assign_worker",
        M::OtherFile => "registration.resolve_duplicate",
        M::SafeContact => "registration.set_safe_contact",
        M::Identity => "registration.record_identity",
        M::SafetyCheck => "assessment.check_safety",
        M::NeedDomain => "assessment.answer_need",
        M::IndividualFactor | M::HouseholdFactor => "assessment.record_factor",
        M::ContextProfile => "assessment.attach_profile",
        M::RiskDecision => "screening.decide_risk",
        M::TipScreening => "assessment.screen_tip",
        M::TipConfirmation => "assessment.confirm_tip",
        M::OwnPriorities => "assessment.record_priorities",
        M::Formulation => "assessment.write_formulation",
        M::SafetyPlan => "assessment.make_safety_plan",
        M::Plan => "planning.start_plan",
        M::ObjectiveWithoutNeed | M::RiskUnanswered => "planning.set_objective",
        M::Participation => "planning.record_agreement",
        M::ReviewDate | M::ReviewDatePassed | M::ReviewDateTooLate => "planning.set_review_date",
        M::Monitoring => "planning.plan_monitoring",
        M::Review | M::ReviewOverdue => "review.hold_review",
        M::PlanUpdate => "planning.revise_plan",
        M::ClosureReason | M::ReasonInWords => "closure.propose_closure",
        M::ChildFound => "review.record_child_found",
        M::AlertAnswered => "reception.answer_alert",
        M::TransferAnswer => "transfer.revoke",
        M::UrgentNeedOpen | M::UnmetNeedDisposition => "closure.dispose_need",
        M::ReferralWithoutOwner => "closure.name_referral_owner",
        M::DependantsReview => "closure.review_dependants",
        M::HandoverPlan => "transfer.propose_transfer",
        M::DeathRecord => "closure.record_death",
        _ => return None,
    };
    let query = match (missing.what, missing.which) {
        (M::NeedDomain, Some((_, code))) => format!("?domain={code}"),
        (M::RegistrationConsent, _) => "?scope=registration".to_owned(),
        _ => String::new(),
    };
    Some((name, query))
}

/// Where the reader can mend what is missing, if it is theirs to mend.
#[must_use]
pub fn way_to_mend(app: &App, look: &CaseLook, missing: &Missing) -> Option<String> {
    let (name, query) = remedy(missing)?;
    let way = |name: &str| {
        let (room, kind) = name.split_once('.')?;
        let may = app.book.may(&look.reader, look, room, kind);
        let fits = rooms::fits(&look.case, app.book.now(), room, kind);
        (may && fits).then(|| format!("/cases/{}/{room}/{kind}{query}", look.file))
    };
    // Who assigns chooses among all; others take the case themselves, or leave it with duty.
    way(name).or_else(|| match missing.what {
        MissingWhat::Worker => way("registration.take_case"),
        _ => None,
    })
}

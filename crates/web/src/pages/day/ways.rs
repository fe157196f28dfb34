//! The one button of each thing that is due: to the form that ends it where the reader may fill
//! it, else to the place of the case where it stands.

use casework::due::DueWhat;

use super::sorting::Item;
use crate::{T, parts};

/// A button: where it leads and what it says.
pub type Button = (String, String);

enum Way {
    /// The form of a kind of command, with the field that names the thing.
    Form(&'static str, &'static str, Option<&'static str>),
    /// The contact in half a minute.
    Contact,
    /// A place of the case.
    Place(&'static str),
}

/// What ends each thing.
const fn way(what: DueWhat, over: bool) -> Way {
    use DueWhat as D;
    match what {
        D::HealthWindow => Way::Form("implementation", "draft_referral", None),
        D::ShelterTonight => Way::Form("reception", "give_help", None),
        D::FirstResponse | D::Contact | D::ContactTry => Way::Contact,
        D::Appointment if over => Way::Form("review", "end_appointment", Some("appointment")),
        D::Appointment => Way::Contact,
        D::Countersign => Way::Form("consent", "countersign_override", Some("override_id")),
        D::TellPerson => Way::Form("consent", "tell_person", Some("override_id")),
        D::ConfirmSubstitute => Way::Form("consent", "confirm_substitute", Some("substitute")),
        D::AdultConsent => Way::Form("consent", "record_consent", None),
        D::SafetyPlan => Way::Form("assessment", "make_safety_plan", None),
        D::TellAuthority => Way::Form("child", "tell_authority", None),
        D::BidPanel => Way::Form("child", "hold_bid_panel", None),
        D::OwnSafeContact => Way::Form("registration", "set_safe_contact", None),
        D::ReferralAnswer | D::ReferralOverdue => {
            Way::Form("implementation", "record_referral_answer", Some("referral"))
        }
        D::ActionDue => Way::Form("implementation", "end_action", Some("action")),
        D::Review | D::TriggerReview | D::PlanReviewAtEighteen => {
            Way::Form("review", "hold_review", None)
        }
        D::PostClosureCheck => Way::Form("closure", "record_post_closure_check", None),
        D::LostContactClosure => Way::Form("closure", "propose_closure", None),
        D::HouseholdReview => Way::Form("closure", "review_dependants", None),
        // Who answers an alert has it in their list; others look at what was done.
        D::AnswerAlert => Way::Place("reception"),
        D::Registration | D::CompleteOrPurge | D::PurgeInquiry => Way::Place("registration"),
        D::Assessment | D::AssessmentApproval | D::Reassessment | D::Bia => {
            Way::Place("assessment")
        }
        D::Plan | D::PlanApproval => Way::Place("planning"),
        D::SupervisorReview => Way::Place("review"),
        D::ClosureApproval | D::TransferAnswer | D::DeletionReview => Way::Place("closure"),
        D::FeedbackToFocalPoint | D::FeedbackAck | D::FeedbackResponse => Way::Place("reception"),
    }
}

/// The button of one thing; `may` says whether the reader may do what an action's name says.
pub fn button(t: T, item: &Item<'_>, over: bool, may: impl Fn(&str) -> bool) -> Button {
    let file = item.row.file;
    match way(item.what, over) {
        Way::Contact if may("review.record_contact") => (
            format!("/contact/{file}"),
            t.say("do-review-record_contact"),
        ),
        Way::Form(room, kind, thing) if may(&format!("{room}.{kind}")) => {
            let mut href = format!("/cases/{file}/{room}/{kind}");
            if let (Some(thing), Some(which)) = (thing, item.row.which) {
                href = format!("{href}?{thing}={which}");
            }
            (href, t.say(&format!("do-{room}-{kind}")))
        }
        Way::Place(place) => (format!("/cases/{file}/{place}"), t.say("day-open")),
        Way::Form(..) | Way::Contact => (format!("/cases/{file}"), t.say("day-open")),
    }
}

/// The risk as a word, or that nobody decided it.
pub fn risk(t: T, level: Option<&str>) -> parts::Badge {
    level.map_or_else(
        || parts::Badge::new(t.say("risk-not-decided")),
        |level| parts::Badge::risk(t, level),
    )
}

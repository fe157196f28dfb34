//! What is due in the order of the harm that waiting does, and not of its age (`domain.md` 3.1,
//! section 7, "daily worker list"). A protection lead reviews these two tables.

use crate::{
    due::DueWhat,
    lists::{AlertKind, RiskLevel},
};

/// What comes to harm when something is not done in time.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Harm {
    /// A life, or a window that closes for ever: nothing goes before it, whatever the risk level.
    Life,
    /// Nobody knows whether the person is safe, or what keeps them safe is not in place.
    Safety,
    /// The help that the person waits for does not come.
    Help,
    /// What the person has a right to know or to decide.
    Rights,
    /// The work on paper: whoever controls it waits, and not the person.
    Paper,
}

/// Who has to move next.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Whoever carries the case.
    Worker,
    /// A supervisor or a second person, who decides or confirms.
    Decider,
    /// Somebody outside: a partner, another centre.
    Outside,
}

/// What waiting harms, for everything that can be due.
#[must_use]
pub const fn harm(what: DueWhat) -> Harm {
    use DueWhat as D;
    match what {
        D::HealthWindow | D::AnswerAlert => Harm::Life,
        D::ShelterTonight
        | D::FirstResponse
        | D::Contact
        | D::ContactTry
        | D::SafetyPlan
        | D::TriggerReview
        | D::Countersign
        | D::TellAuthority
        | D::OwnSafeContact
        | D::HouseholdReview
        | D::FeedbackToFocalPoint => Harm::Safety,
        D::Registration
        | D::Assessment
        | D::Reassessment
        | D::Bia
        | D::BidPanel
        | D::Plan
        | D::ActionDue
        | D::Appointment
        | D::ReferralAnswer
        | D::ReferralOverdue
        | D::TransferAnswer
        | D::Review => Harm::Help,
        D::TellPerson
        | D::ConfirmSubstitute
        | D::CompleteOrPurge
        | D::PurgeInquiry
        | D::DeletionReview
        | D::AdultConsent
        | D::PlanReviewAtEighteen
        | D::FeedbackAck
        | D::FeedbackResponse => Harm::Rights,
        D::AssessmentApproval
        | D::PlanApproval
        | D::ClosureApproval
        | D::SupervisorReview
        | D::LostContactClosure
        | D::PostClosureCheck => Harm::Paper,
    }
}

/// Who has to move next.
#[must_use]
pub const fn turn(what: DueWhat) -> Turn {
    use DueWhat as D;
    match what {
        D::ReferralAnswer | D::ReferralOverdue | D::TransferAnswer => Turn::Outside,
        D::Countersign
        | D::ConfirmSubstitute
        | D::AssessmentApproval
        | D::PlanApproval
        | D::ClosureApproval
        | D::SupervisorReview
        | D::BidPanel => Turn::Decider,
        _ => Turn::Worker,
    }
}

/// The place of each harm (down, after [`Harm::Life`]) for each risk level (across, from urgent):
/// an urgent person's missed contact before everybody's plan, a plan of somebody at high risk
/// before a monthly call to somebody at low risk, and what waits on paper behind them all.
const PLACES: [[u8; 4]; 4] = [
    [1, 2, 5, 8],     // safety
    [3, 4, 7, 10],    // help
    [6, 9, 11, 12],   // rights
    [13, 14, 15, 16], // paper
];

/// The place in the order of harm, from 0, the gravest. While nobody decided the risk, the
/// strictest level counts, as for the first response (3.1).
#[must_use]
pub const fn place(what: DueWhat, risk: Option<RiskLevel>) -> u8 {
    let row = match harm(what) {
        Harm::Life => return 0,
        Harm::Safety => 0,
        Harm::Help => 1,
        Harm::Rights => 2,
        Harm::Paper => 3,
    };
    let column = match risk {
        None | Some(RiskLevel::Urgent) => 0,
        Some(RiskLevel::High) => 1,
        Some(RiskLevel::Medium) => 2,
        Some(RiskLevel::Low) => 3,
    };
    PLACES[row][column]
}

/// What an alert speaks of: what comes to harm while nobody answers it, and the least risk level
/// that 3.1 gives to it by itself.
const fn alarm(kind: AlertKind) -> (Harm, Option<RiskLevel>) {
    use AlertKind as A;
    let urgent = Some(RiskLevel::Urgent);
    let high = Some(RiskLevel::High);
    match kind {
        A::DangerNow | A::SuicidalRisk | A::SexualViolenceRecent => (Harm::Life, urgent),
        A::SelfHarmAnswer | A::MissingChild => (Harm::Life, urgent),
        A::ChildAlone | A::Threat | A::UnsafeCaregiver | A::SuspectedTrafficking => {
            (Harm::Safety, high)
        }
        A::Detained | A::UnsafeContact | A::SeaByAidWorker | A::DependantOfDeceased => {
            (Harm::Safety, None)
        }
        A::Escalated => (Harm::Help, None),
        A::ConsentWithdrawn | A::AuthorityRequest => (Harm::Rights, None),
        A::OverrideToCountersign | A::BestInterestsBasis => (Harm::Rights, None),
    }
}

/// The place of what cannot wait: by risk level first, then by what comes to harm; how long it has
/// waited decides only between equals. What closes a window on somebody's life stands as urgent,
/// whatever level was decided; what nobody decided yet stands right after what is urgent.
pub type Gravity = (u8, Harm);

/// The gravity of something that is due.
#[must_use]
pub fn gravity(what: DueWhat, risk: Option<RiskLevel>) -> Gravity {
    let least = match what {
        DueWhat::HealthWindow => Some(RiskLevel::Urgent),
        _ => None,
    };
    (gravest(risk, least), harm(what))
}

/// The gravity of an alert of this kind, in a case of this level.
#[must_use]
pub fn gravity_of_alert(kind: AlertKind, risk: Option<RiskLevel>) -> Gravity {
    let (harm, least) = alarm(kind);
    (gravest(risk, least), harm)
}

/// The graver of what was decided and what the thing itself calls for.
fn gravest(risk: Option<RiskLevel>, least: Option<RiskLevel>) -> u8 {
    let level = |level: RiskLevel| match level {
        RiskLevel::Urgent => 0,
        RiskLevel::High => 2,
        RiskLevel::Medium => 3,
        RiskLevel::Low => 4,
    };
    let decided = risk.map_or(1, level);
    least.map_or(decided, |least| decided.min(level(least)))
}

//! Work that is due, computed from the history and never stored: the clocks of 3.1 and 2.7 are
//! true also for entries that came late from paper, because they count from what happened.

use jiff::Timestamp;

use crate::{
    assessment,
    case::Case,
    child,
    class::Classes,
    closure, household,
    id::Id,
    implementation,
    lists::{RiskLevel, Scope, Status, Step},
    macros::codes,
    planning, review,
    sop::{Sop, hours_after},
    transfer,
};

codes! {
    /// What is due.
    DueWhat as "due" {
        AnswerAlert, HealthWindow, ShelterTonight, FirstResponse, Registration, CompleteOrPurge, PurgeInquiry, Countersign,
        TellPerson, ConfirmSubstitute, DeletionReview, AdultConsent, PlanReviewAtEighteen,
        Assessment, AssessmentApproval, Reassessment, Bia, BidPanel, TellAuthority, Plan, PlanApproval, SafetyPlan,
        ActionDue, ReferralAnswer, ReferralOverdue, Contact, ContactTry, SupervisorReview, Review, TriggerReview,
        ClosureApproval, LostContactClosure, PostClosureCheck, TransferAnswer, HouseholdReview,
        OwnSafeContact, Appointment, FeedbackToFocalPoint, FeedbackAck, FeedbackResponse
    }
}

/// One thing that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What.
    pub what: DueWhat,
    /// When at the latest.
    pub at: Timestamp,
    /// Who may be told: the classes of the facts behind it.
    pub classes: Classes,
    /// Which one: the referral, action, alert or override, when there is one.
    pub which: Option<Id>,
}

impl Due {
    /// General work.
    #[must_use]
    pub const fn general(what: DueWhat, at: Timestamp) -> Self {
        Self {
            what,
            at,
            classes: Classes::GENERAL,
            which: None,
        }
    }

    /// Work on one thing.
    #[must_use]
    pub const fn on(what: DueWhat, at: Timestamp, which: Id) -> Self {
        Self {
            what,
            at,
            classes: Classes::GENERAL,
            which: Some(which),
        }
    }

    /// The same, for readers of these classes only.
    #[must_use]
    pub const fn within(mut self, classes: Classes) -> Self {
        self.classes = classes;
        self
    }
}

/// Everything that is due on a case, the earliest first, whether its time has come or not.
#[must_use]
pub fn due(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Due> {
    let mut all = at_the_door(case, sop, now);
    all.extend(about_consent(case, sop));
    if matches!(case.status(), Some(Status::Open | Status::OnHold)) {
        // Nobody is assessed and nothing is planned for somebody who died (2.7).
        if case.closure.death.is_none() {
            all.extend(first_response(case, sop));
            all.extend(at_eighteen(case, sop, now));
            all.extend(assessment::dues(case, sop, now));
            all.extend(child::dues(case, sop, now));
            all.extend(planning::dues(case, sop, now));
        }
        all.extend(implementation::dues(case, sop, now));
        all.extend(review::dues(case, sop, now));
    }
    all.extend(closure::dues(case, sop, now));
    all.extend(transfer::dues(case, sop, now));
    all.extend(household::dues(case));
    all.sort_by_key(|due| due.at);
    all
}

fn at_the_door(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Due> {
    let Some(arrived) = case.arrived_at() else {
        return Vec::new();
    };
    let mut all: Vec<Due> = (case.reception.alerts.iter())
        .filter(|state| state.answered.is_none())
        .map(|state| {
            Due::on(
                DueWhat::AnswerAlert,
                state.raised.happened,
                state.alert.alert,
            )
            .within(state.classes)
        })
        .collect();
    if let Some(window) = &case.reception.health_window {
        let gbv = Classes::of(crate::class::Class::Gbv);
        all.push(Due::general(DueWhat::HealthWindow, window.hiv_until).within(gbv));
    }
    // Somebody who came for a bed has one tonight, registered or not (2.0, 2.7).
    let stays = !matches!(case.status(), Some(Status::Closed)) && case.closure.death.is_none();
    if stays && crate::floors::waits_for_shelter(case) {
        let tonight = hours_after(arrived, sop.shelter_tonight_hours);
        all.push(Due::general(DueWhat::ShelterTonight, tonight));
    }
    if case.status() == Some(Status::Inquiry) {
        all.push(inquiry(case, sop, arrived, now));
    }
    all
}

/// What becomes of an inquiry: forgotten at once after a "no", registered when the way is open.
fn inquiry(case: &Case, sop: &Sop, arrived: Timestamp, now: Timestamp) -> Due {
    if let Some(said) = case.consents.said_no(Scope::Registration, now) {
        return Due::general(DueWhat::PurgeInquiry, said);
    }
    match (&case.registration.temporary, case.risk()) {
        (Some(temporary), _) => {
            Due::general(DueWhat::CompleteOrPurge, temporary.complete_or_purge_by)
        }
        (None, Some(risk)) if crate::screening::eligible(case) => {
            let by = hours_after(arrived, sop.times(risk).registration);
            Due::general(DueWhat::Registration, by)
        }
        (None, _) => {
            let by = hours_after(arrived, sop.inquiry_record_hours);
            Due::general(DueWhat::PurgeInquiry, by)
        }
    }
}

/// Somebody who came back has no risk level yet: until one is decided, the strictest counts.
fn first_response(case: &Case, sop: &Sop) -> Option<Due> {
    let at = hours_after(
        case.arrived_at()?,
        sop.times(RiskLevel::Urgent).first_response,
    );
    let undecided = case.risk().is_none();
    undecided.then(|| Due::general(DueWhat::FirstResponse, at))
}

fn about_consent(case: &Case, sop: &Sop) -> Vec<Due> {
    let mut all = Vec::new();
    for state in &case.consents.overrides {
        let by = hours_after(state.at.happened, sop.override_countersign_hours);
        if state.countersigned.is_none() {
            all.push(Due::on(DueWhat::Countersign, by, state.made.id));
        }
        if state.told.is_none() {
            all.push(Due::on(DueWhat::TellPerson, by, state.made.id));
        }
    }
    for state in case
        .consents
        .substitutes
        .iter()
        .filter(|state| state.confirmed.is_none())
    {
        all.push(Due::on(
            DueWhat::ConfirmSubstitute,
            state.proposed.happened,
            state.substitute.substitute,
        ));
    }
    all.extend(deletion_review(case, sop));
    all
}

/// Whether to delete is looked at after the person took back that they are recorded (2.7), unless
/// they agreed anew since: another rest later is no reason to delete.
fn deletion_review(case: &Case, sop: &Sop) -> Option<Due> {
    let (said, _) = case.consents.newest(Scope::Registration)?;
    let mut withdrawals = case.consents.withdrawals.iter();
    let (stamp, _) = withdrawals.find(|(stamp, withdrawal)| {
        withdrawal.scope == Scope::Registration && stamp.recorded >= said.recorded
    })?;
    let by = hours_after(stamp.happened, sop.withdrawal_deletion_review_hours);
    (case.status() == Some(Status::OnHold)).then(|| Due::general(DueWhat::DeletionReview, by))
}

/// A child turns 18 (2.7): fresh adult consent in time and a review of the plan; never a closure.
fn at_eighteen(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Due> {
    let Some(birthday) = case.registration.born().and_then(eighteenth) else {
        return Vec::new();
    };
    let Some(registered) = case.registration.registered_at else {
        return Vec::new();
    };
    if registered >= birthday || now < birthday {
        return Vec::new();
    }
    let mut all = Vec::new();
    let consented = case.consents.decisions.iter().any(|(stamp, consent)| {
        matches!(consent.scope, Scope::Registration | Scope::CaseManagement)
            && stamp.happened >= birthday
    });
    if !consented {
        all.push(Due::general(
            DueWhat::AdultConsent,
            hours_after(birthday, sop.adult_consent_hours),
        ));
    }
    let reviewed = case
        .step(Step::Review)
        .done
        .is_some_and(|(at, _)| at >= birthday);
    if !reviewed {
        all.push(Due::general(
            DueWhat::PlanReviewAtEighteen,
            hours_after(birthday, sop.adult_consent_hours),
        ));
    }
    all
}

fn eighteenth(born: jiff::civil::Date) -> Option<Timestamp> {
    let day = born.checked_add(jiff::Span::new().years(18)).ok()?;
    Some(day.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp())
}

//! Gate G6: what a closure still needs, by its reason (2.6, 3.12).

use jiff::Timestamp;

use crate::{
    answer::said,
    case::Case,
    child,
    floors::{Floor, floors},
    lists::{
        AlertKind, ChildDecision, ClosureReason, ConsentDecision, CurrentSafety, DuplicateOutcome,
        NeedDomain, Scope, Severity, TransferTo, Urgency,
    },
    refusal::{Missing, MissingWhat},
    registration::DuplicateCheck,
    review,
    sop::{ClosureCheck, Sop},
};

use super::Proposal;

/// Gate G6 without its approval.
#[must_use]
pub fn g6(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Missing> {
    let Some((_, proposal)) = &case.closure.proposed else {
        return vec![Missing::general(MissingWhat::ClosureReason)];
    };
    let checks = sop.closure_checks.get(&proposal.reason);
    let mut missing: Vec<Missing> = (checks.into_iter().flatten())
        .flat_map(|check| check_one(case, sop, now, proposal, *check))
        .collect();
    missing.extend(child_first(case, now, proposal.reason));
    missing.extend(below_floor(case, sop, now, proposal, checks));
    missing.extend(still_open(case, proposal.reason));
    missing
}

/// A level below what the facts propose takes words on how the person stays safe; the supervisor
/// who approves reads both (3.1).
fn below_floor(
    case: &Case,
    sop: &Sop,
    now: Timestamp,
    proposal: &Proposal,
    checks: Option<&Vec<ClosureCheck>>,
) -> Option<Missing> {
    let asks = |check| checks.is_some_and(|checks| checks.contains(&check));
    let asked_anyhow = !asks(ClosureCheck::UrgentNeeds) || asks(ClosureCheck::SafetyAfter);
    if asked_anyhow || said(&proposal.safety_after) {
        return None;
    }
    let below = |floor: &Floor| proposal.final_risk > floor.level;
    let floor = floors(case, sop, now).into_iter().find(below)?;
    Some(Missing::within(MissingWhat::SafetyAfter, floor.classes))
}

/// What no case ends over: a child that nobody found, a danger to life that nobody answered, an
/// offer that somebody still reads. The dead are asked nothing; where the case goes on elsewhere,
/// the search goes on there.
fn still_open(case: &Case, reason: ClosureReason) -> Vec<Missing> {
    use ClosureReason as Reason;
    let mut missing = Vec::new();
    let dead = reason == Reason::Death;
    let goes_on = matches!(
        reason,
        Reason::TransferredSameOrg | Reason::TransferredPartner | Reason::Duplicate
    );
    if case.review.missing.is_some() && !dead && !goes_on {
        missing.push(Missing::general(MissingWhat::ChildFound));
    }
    let alerts = case.reception.alerts.iter();
    let unanswered = alerts.filter(|alert| !dead && alert.answered.is_none());
    missing.extend(
        unanswered
            .filter(|alert| of_life(case, alert.alert.kind))
            .map(|alert| Missing {
                which: Some((AlertKind::LIST, alert.alert.kind.code())),
                ..Missing::within(MissingWhat::AlertAnswered, alert.classes)
            }),
    );
    let handed_over = goes_on && reason != Reason::Duplicate;
    if crate::transfer::offered_to(case).is_some() && !dead && !handed_over {
        missing.push(Missing::general(MissingWhat::TransferAnswer));
    }
    missing
}

/// A danger that the last word on safety does not end, or what only an answer ends.
fn of_life(case: &Case, kind: AlertKind) -> bool {
    let safety = case.assessment.last_safety(case);
    match kind {
        AlertKind::DangerNow => safety.is_none_or(|last| last == CurrentSafety::ImmediateDanger),
        AlertKind::SuicidalRisk | AlertKind::SelfHarmAnswer | AlertKind::MissingChild => true,
        _ => false,
    }
}

/// What one check finds missing.
fn check_one(
    case: &Case,
    sop: &Sop,
    now: Timestamp,
    proposal: &Proposal,
    check: ClosureCheck,
) -> Vec<Missing> {
    let one = in_words(proposal, check).or_else(|| on_file(case, sop, now, proposal, check));
    match (one, check) {
        (Some((met, what)), _) => (!met).then(|| Missing::general(what)).into_iter().collect(),
        (None, ClosureCheck::UrgentNeeds) => undisposed(case, MissingWhat::UrgentNeedOpen, urgent),
        (None, ClosureCheck::AllNeeds) => {
            undisposed(case, MissingWhat::UnmetNeedDisposition, |need| {
                !urgent(need)
            })
        }
        (None, _) => without_owner(case),
    }
}

/// Checks that the proposal itself answers.
fn in_words(proposal: &Proposal, check: ClosureCheck) -> Option<(bool, MissingWhat)> {
    use ClosureCheck as Check;
    let attempts = proposal.attempts.as_deref().is_some_and(said);
    Some(match check {
        Check::ObjectivesOutcome => (
            said(&proposal.objectives_outcome),
            MissingWhat::ObjectiveOutcome,
        ),
        Check::FinalPicture => (said(&proposal.final_picture), MissingWhat::FinalPicture),
        Check::SafetyAfter => (said(&proposal.safety_after), MissingWhat::SafetyAfter),
        Check::PersonInformed => (
            proposal.person_prepared || attempts,
            MissingWhat::PersonInformed,
        ),
        Check::Attempts => (attempts, MissingWhat::AttemptsDocumented),
        Check::ReentryInformation => (proposal.reentry_info_given, MissingWhat::ReentryInformation),
        Check::FeedbackOffered => (proposal.feedback_offered, MissingWhat::FeedbackOffered),
        Check::ReasonInWords => {
            let words = proposal.reason_in_words.as_deref().is_some_and(said);
            (words, MissingWhat::ReasonInWords)
        }
        _ => return None,
    })
}

/// Checks that the history answers.
fn on_file(
    case: &Case,
    sop: &Sop,
    now: Timestamp,
    proposal: &Proposal,
    check: ClosureCheck,
) -> Option<(bool, MissingWhat)> {
    use ClosureCheck as Check;
    let transfer = case.transfer.newest().map(|one| &one.asked);
    let consents = |scope, to| case.consents.allows(scope, to, now).is_ok();
    Some(match check {
        Check::LostContact => {
            let until = review::lost_until(case, sop, now);
            (
                until.is_some_and(|until| until <= now),
                MissingWhat::LostContactTime,
            )
        }
        Check::ReceiverAcceptance => (
            accepted(case, proposal.reason),
            MissingWhat::ReceiverAcceptance,
        ),
        Check::HandoverPlan => {
            let plan = transfer.is_some_and(|asked| said(&asked.handover_plan));
            (plan, MissingWhat::HandoverPlan)
        }
        Check::TransferConsent => {
            let to = transfer.map(|asked| asked.receiver);
            let allowed = to.is_some() && consents(Scope::TransferPartner, to);
            (allowed, MissingWhat::TransferConsent)
        }
        Check::ReturnConsent => (consents(Scope::AvrReturn, None), MissingWhat::ReturnConsent),
        Check::OfAge => (!case.is_child(now), MissingWhat::OfAge),
        Check::DeathRecord => (case.closure.death.is_some(), MissingWhat::DeathRecord),
        Check::DependantsReview => (
            case.closure.dependants.is_some(),
            MissingWhat::DependantsReview,
        ),
        Check::Withdrawal => (withdrew(case), MissingWhat::Withdrawal),
        Check::SameRecord => {
            let found = case.registration.duplicate.as_ref();
            let same = |check: &DuplicateCheck| {
                check.duplicate_outcome == DuplicateOutcome::Same
                    && check.other_code.as_deref().is_some_and(said)
            };
            (
                found.is_some_and(|(_, check)| same(check)),
                MissingWhat::SameRecord,
            )
        }
        _ => return None,
    })
}

/// The person took back, or said no to, the record or the work.
fn withdrew(case: &Case) -> bool {
    let whole = |scope: Scope| matches!(scope, Scope::Registration | Scope::CaseManagement);
    let no = |decision: ConsentDecision| {
        matches!(
            decision,
            ConsentDecision::Refused | ConsentDecision::Withdrawn
        )
    };
    let consents = &case.consents;
    let withdrawn = consents
        .withdrawals
        .iter()
        .any(|(_, said)| whole(said.scope));
    let refused = (consents.decisions.iter())
        .any(|(_, consent)| whole(consent.scope) && no(consent.decision));
    withdrawn || refused
}

/// The receiver that the reason speaks of has accepted.
fn accepted(case: &Case, reason: ClosureReason) -> bool {
    let partner = reason == ClosureReason::TransferredPartner;
    case.transfer.newest().is_some_and(|transfer| {
        (transfer.asked.to == TransferTo::Partner) == partner && transfer.accepted.is_some()
    })
}

/// A child returns, rejoins a family or is handed over only as a best-interests step allows (2.7).
fn child_first(case: &Case, now: Timestamp, reason: ClosureReason) -> Option<Missing> {
    let decision = match reason {
        ClosureReason::ReturnedAvr => ChildDecision::Return,
        ClosureReason::Reunified => ChildDecision::Reunification,
        ClosureReason::TransferredPartner => ChildDecision::Transfer,
        _ => return None,
    };
    let refusal = child::blocked(case, decision, now)?;
    Some(Missing::within(MissingWhat::Bia, refusal.classes))
}

/// One need that is not met: domain, severity, urgency.
pub type OpenNeed = (NeedDomain, Option<Severity>, Option<Urgency>);

/// The needs on file that are not met: what the assessment found, and what reviews added to it.
#[must_use]
pub fn open_needs(case: &Case) -> Vec<OpenNeed> {
    let found = case.assessment.open_needs().map(|need| &need.row);
    let mut all: Vec<OpenNeed> = found
        .map(|row| (row.domain, row.severity, row.urgency))
        .collect();
    for (held, review) in &case.review.reviews {
        for domain in &review.new_needs {
            let answered = case.assessment.needs.get(domain);
            let since = answered.is_some_and(|need| need.since.recorded > held.recorded);
            if !since && all.iter().all(|known| known.0 != *domain) {
                all.push((*domain, None, None));
            }
        }
    }
    all
}

const fn urgent((_, severity, urgency): &OpenNeed) -> bool {
    matches!(urgency, Some(Urgency::Now1h | Urgency::SameDay))
        || matches!(severity, Some(Severity::Critical))
}

/// Needs of this kind without a written disposition.
fn undisposed(case: &Case, what: MissingWhat, kind: impl Fn(&OpenNeed) -> bool) -> Vec<Missing> {
    let domains: Vec<NeedDomain> = (open_needs(case).iter())
        .filter(|need| kind(need) && !case.closure.dispositions.contains_key(&need.0))
        .map(|need| need.0)
        .collect();
    let items = domains.into_iter();
    items
        .map(|domain| Missing::item(what, NeedDomain::LIST, domain.code()))
        .collect()
}

/// Referrals that nobody will follow once the case is closed; told to those who may read them.
fn without_owner(case: &Case) -> Vec<Missing> {
    let owners = &case.closure.referral_owners;
    (case.implementation.referrals.iter())
        .filter(|known| !known.is_over() && !owners.contains_key(&known.referral.referral))
        .map(|known| Missing::within(MissingWhat::ReferralWithoutOwner, known.at.classes))
        .collect()
}

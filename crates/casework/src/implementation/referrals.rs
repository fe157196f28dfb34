//! Referrals after they were drafted: answers, recalls, and the gap that a "no" leaves (3.6, 2.7).

use super::{
    Event, known_action,
    records::{Gap, Recall, RecallTold, Recalled, Referral, ReferralAnswer, ReferralFeedback},
    referral_of, sending, state,
};
use crate::{
    case::Case,
    class::{Class, Classes},
    consent::Withdrawal,
    decide::Yes,
    event::Body,
    id::Id,
    lists::{DataCategory, LegalBasis, NeedDomain, ReferralStatus, Scope},
    order::Order,
    planning::{about, said},
    refusal::{Refusal, Why, ensure, ensure_at},
};

pub(super) fn draft(case: &Case, order: &Order, referral: &Referral) -> Result<Yes, Refusal> {
    may_leave(case, referral)?;
    Ok(drafted(case, order, referral))
}

/// A draft, said anew before it leaves. Where other readers would stand around what it says now,
/// the old draft ends and a new one begins, so that nobody keeps reading what is no longer true.
pub(super) fn change(case: &Case, order: &Order, referral: &Referral) -> Result<Yes, Refusal> {
    let known = referral_of(case, referral.referral)?;
    let (id, before) = (known.referral.referral, known.at.classes);
    ensure(known.status == ReferralStatus::Draft, Why::ReferralState)
        .map_err(|no| no.within(before))?;
    may_leave(case, referral)?;
    if classes_of(case, referral) == before {
        let event = Event::ReferralChanged(referral.clone());
        return Ok(Yes::of(before, Body::Implementation(event)));
    }
    let ended = ReferralAnswer {
        referral: id,
        status: ReferralStatus::Cancelled,
        note: None,
        outcome: None,
        gap_reason: None,
        alternative: None,
    };
    let ended = Body::Implementation(Event::ReferralAnswered(ended));
    let mut yes = Yes::of(before, ended);
    yes.events.extend(drafted(case, order, referral).events);
    Ok(yes)
}

fn may_leave(case: &Case, referral: &Referral) -> Result<(), Refusal> {
    known_action(case, referral.plan_action_ref)?;
    said(&referral.reason, "reason")?;
    // Sexual orientation and gender identity never leave in a package (DP3, TEST-05).
    let named = referral.about.contains(&Class::Sogi);
    ensure_at(!named, Why::NotAllowed, "about")
}

fn drafted(case: &Case, order: &Order, referral: &Referral) -> Yes {
    let mut kept = referral.clone();
    kept.referral = order.command.nth(0);
    Yes::of(
        classes_of(case, referral),
        Body::Implementation(Event::ReferralDrafted(kept)),
    )
}

/// What the referral tells, and what the action already is.
fn classes_of(case: &Case, referral: &Referral) -> Classes {
    let planned = referral
        .plan_action_ref
        .and_then(|action| case.planning.action(action));
    let planned = planned.map_or(Classes::GENERAL, |known| known.at.classes);
    told_by(referral).union(planned)
}

/// What the worker chose, and what the service and the data tell.
pub(super) fn told_by(referral: &Referral) -> Classes {
    let chosen: Classes = referral.about.iter().copied().collect();
    let told = about::class_of_service(referral.service_type);
    let of_data = referral
        .data_shared
        .iter()
        .filter_map(|category| match category {
            DataCategory::HealthFacts => Some(Class::Health),
            DataCategory::PsychologicalFacts => Some(Class::Mhpss),
            _ => None,
        })
        .collect();
    chosen.union(told).union(of_data)
}

pub(super) fn answer(case: &Case, order: &Order, asked: &ReferralAnswer) -> Result<Yes, Refusal> {
    use ReferralStatus as R;
    let known = referral_of(case, asked.referral)?;
    let classes = known.at.classes;
    let follows = follows(known.status, asked.status);
    ensure_at(follows, Why::ReferralState, "status").map_err(|no| no.within(classes))?;
    if asked.status == R::Completed {
        said(asked.outcome.as_deref().unwrap_or_default(), "outcome")?;
    }
    let answered = Yes::of(
        classes,
        Body::Implementation(Event::ReferralAnswered(asked.clone())),
    );
    if !leaves_gap(asked.status) {
        return Ok(answered);
    }
    // Silence has no reason on the list; a "no" has.
    let reason = asked.gap_reason.is_some() || asked.status == R::NoResponse;
    ensure_at(reason, Why::ReasonNeeded, "gap_reason")?;
    said(
        asked.alternative.as_deref().unwrap_or_default(),
        "alternative",
    )?;
    let gap = Gap {
        gap: order.command.nth(1),
        service_type: known.referral.service_type,
        domain: domain(case, &known.referral),
        gap_reason: asked.gap_reason,
        referral: Some(asked.referral),
        text: asked.alternative.clone(),
    };
    Ok(answered.and(
        classes,
        Body::Implementation(Event::ServiceGapRecorded(gap)),
    ))
}

/// Which answer may follow which state (3.6). A call can bring several steps at once, and an
/// answer may come after it was no longer expected; sending and recalling have doors of their own.
pub(super) const fn follows(from: ReferralStatus, to: ReferralStatus) -> bool {
    use ReferralStatus as R;
    match (from, to) {
        (R::Draft, R::DeclinedByPerson | R::Cancelled) => true,
        (R::Sent, R::NoResponse | R::Acknowledged)
        | (R::NoResponse, R::Acknowledged)
        | (R::Acknowledged, R::NoResponse) => true,
        (R::Sent | R::NoResponse | R::Acknowledged, R::Accepted) => true,
        (R::Sent | R::NoResponse | R::Acknowledged | R::Accepted, R::Scheduled) => true,
        (
            R::Sent | R::NoResponse | R::Acknowledged | R::Accepted | R::Scheduled,
            R::InService | R::DeclinedByProvider | R::ServiceUnavailable,
        ) => true,
        (
            R::Sent | R::NoResponse | R::Acknowledged | R::Accepted | R::Scheduled | R::InService,
            R::Completed | R::DeclinedByPerson,
        ) => true,
        // What was promised can stay silent, and a service that began can still break off.
        (R::Accepted | R::Scheduled, R::NoResponse) => true,
        (R::InService, R::ServiceUnavailable | R::DeclinedByProvider) => true,
        _ => false,
    }
}

/// Declined, full or no answer: a gap, and something else to be sought (2.7).
const fn leaves_gap(status: ReferralStatus) -> bool {
    matches!(
        status,
        ReferralStatus::DeclinedByProvider
            | ReferralStatus::ServiceUnavailable
            | ReferralStatus::NoResponse
    )
}

/// The need that a referral serves: that of its goal, else the one that the service answers.
fn domain(case: &Case, referral: &Referral) -> NeedDomain {
    let plan = &case.planning;
    let goal = referral
        .plan_action_ref
        .and_then(|id| plan.action(id))
        .and_then(|known| plan.objective(known.action.objective))
        .and_then(|known| plan.goal(known.objective.goal));
    goal.map_or_else(
        || about::domain_of(referral.service_type),
        |goal| goal.goal.domain,
    )
}

pub(super) fn recall(case: &Case, asked: &Recall) -> Result<Yes, Refusal> {
    let known = referral_of(case, asked.referral)?;
    ensure(known.is_under_way(), Why::ReferralState).map_err(|no| no.within(known.at.classes))?;
    said(&asked.reason, "reason")?;
    let (classes, body) = recalled(known, Some(asked.reason.clone()), None);
    Ok(Yes::of(classes, body))
}

fn recalled(
    known: &state::ReferralState,
    reason: Option<String>,
    withdrawn: Option<Scope>,
) -> (Classes, Body) {
    let recalled = Recalled {
        referral: known.referral.referral,
        reason,
        withdrawn,
        tell_recipient: known.sent.is_some(),
    };
    let event = Event::ReferralRecalled(recalled);
    (known.at.classes, Body::Implementation(event))
}

pub(super) fn tell(case: &Case, asked: &RecallTold) -> Result<Yes, Refusal> {
    let known = referral_of(case, asked.referral)?;
    ensure(known.to_be_told(), Why::NotNow).map_err(|no| no.within(known.at.classes))?;
    said(&asked.told_how, "told_how")?;
    Ok(Yes::of(
        known.at.classes,
        Body::Implementation(Event::RecipientTold(asked.clone())),
    ))
}

pub(super) fn feedback(case: &Case, asked: &ReferralFeedback) -> Result<Yes, Refusal> {
    let known = referral_of(case, asked.referral)?;
    said(&asked.feedback_from_person, "feedback_from_person")?;
    Ok(Yes::of(
        known.at.classes,
        Body::Implementation(Event::ReferralFeedbackGiven(asked.clone())),
    ))
}

/// The recalls that a withdrawal of consent brings about: every referral under way that it covered
/// (2.7, DP6). What left to save a life or because a law demands it did not rest on consent.
#[must_use]
pub fn recalls(case: &Case, withdrawal: &Withdrawal) -> Vec<(Classes, Body)> {
    case.implementation
        .referrals
        .iter()
        .filter(|known| known.is_under_way() && rests_on_consent(known))
        .filter(|known| covers(withdrawal, &known.referral))
        .map(|known| recalled(known, None, Some(withdrawal.scope)))
        .collect()
}

fn rests_on_consent(known: &state::ReferralState) -> bool {
    let basis = known.sent.as_ref().map(|(_, sent)| sent.legal_basis);
    !matches!(
        basis,
        Some(LegalBasis::VitalInterest | LegalBasis::LegalObligation)
    )
}

fn covers(withdrawal: &Withdrawal, referral: &Referral) -> bool {
    let everything = matches!(
        withdrawal.scope,
        Scope::Registration | Scope::CaseManagement
    );
    let to: &[Id] = &withdrawal.recipients;
    let for_them = to.is_empty() || to.contains(&referral.to_agency);
    everything || (for_them && sending::scopes_of(referral).contains(&withdrawal.scope))
}

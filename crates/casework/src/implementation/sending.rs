//! Sending a referral: everything that is asked at the moment of use (`domain.md` 2.7, DP5 to
//! DP8, DP13).

use jiff::Timestamp;

use super::{
    Event,
    closing::what_it_is,
    lifesaving,
    records::{Referral, Send, Sent},
    referral_of,
};
use crate::{
    case::Case,
    child,
    consent::{Basis, Consent, needs_recipient},
    decide::Yes,
    event::Body,
    id::Id,
    lists::{
        ActionStatus, ConsentDecision, DataCategory, LegalBasis, ReferralStatus, Scope, ServiceType,
    },
    order::Order,
    planning::about,
    refusal::{Refusal, Why, ensure},
};

pub(super) fn send(case: &Case, order: &Order, send: &Send) -> Result<Yes, Refusal> {
    let known = referral_of(case, send.referral)?;
    let classes = known.at.classes;
    let (legal_basis, override_id) = may_send(case, &known.referral, known.status, order.now)
        .map_err(|refusal| {
            let wider = refusal.classes.union(classes);
            refusal.within(wider)
        })?;
    let sent = Sent {
        referral: send.referral,
        legal_basis,
        override_id,
    };
    Ok(Yes::of(
        classes,
        Body::Implementation(Event::ReferralSent(sent)),
    ))
}

fn may_send(
    case: &Case,
    referral: &Referral,
    status: ReferralStatus,
    now: Timestamp,
) -> Result<(LegalBasis, Option<Id>), Refusal> {
    ensure(status == ReferralStatus::Draft, Why::ReferralNotSendable)?;
    child_may(case, referral.service_type, now)?;
    consulate_is_safe(case, referral.service_type)?;
    let no = match in_order(case, referral).and_then(|()| basis(case, referral, now)) {
        Ok(basis) => return Ok((basis, None)),
        Err(no) => no,
    };
    // To save a life neither consent nor the order of actions is waited for; what leaves is only
    // what the override names.
    lifesaving::permitted(case, referral, now, no).map(|id| (LegalBasis::VitalInterest, Some(id)))
}

/// A decision about a child waits for its best-interests step (2.7).
pub(super) fn child_may(case: &Case, service: ServiceType, now: Timestamp) -> Result<(), Refusal> {
    about::child_decision(service)
        .and_then(|decision| child::blocked(case, decision, now))
        .map_or(Ok(()), Err)
}

/// No contact with the consulate of a country that somebody may need protection from (2.7).
pub(crate) fn consulate_is_safe(case: &Case, service: ServiceType) -> Result<(), Refusal> {
    let asked = service == ServiceType::ConsularLiaison;
    ensure(!(asked && needs_protection(case)), Why::OriginConsulate)
}

/// Whether the screening saw that the person may need international protection.
pub(crate) fn needs_protection(case: &Case) -> bool {
    let concern = case.screening.screened.as_ref();
    concern.is_some_and(|(_, screened)| screened.intl_protection_concern)
}

/// What the action waits for must be done first.
fn in_order(case: &Case, referral: &Referral) -> Result<(), Refusal> {
    let plan = &case.planning;
    let action = referral.plan_action_ref.and_then(|id| plan.action(id));
    let first = action
        .and_then(|known| known.action.depends_on)
        .and_then(|id| plan.action(id));
    match first {
        Some(first) if plan.end_of(first) != Some(ActionStatus::Done) => {
            let (list, code) = what_it_is(&first.action);
            let refusal = Refusal::new(Why::DependsOnOpen).naming(list, code);
            Err(refusal.within(first.at.classes))
        }
        _ => Ok(()),
    }
}

/// What permits this package to leave for this recipient now.
///
/// # Errors
/// The scope or the data category that is not consented to, and why.
pub(crate) fn basis(
    case: &Case,
    referral: &Referral,
    now: Timestamp,
) -> Result<LegalBasis, Refusal> {
    not_frozen(case, now)?;
    let recipient = referral.to_agency;
    let mut scopes = scopes_of(referral).into_iter();
    let first = scopes.next().map_or(Ok(Basis::Consent), |scope| {
        allowed(case, scope, recipient, now)
    })?;
    for scope in scopes {
        allowed(case, scope, recipient, now)?;
    }
    if first == Basis::Consent {
        service_and_data_agreed(case, referral)?;
    }
    Ok(match first {
        Basis::Consent => LegalBasis::Consent,
        Basis::Substitute(basis) => basis,
    })
}

/// A withdrawal of the consent to the record or to the work freezes everything (2.7).
pub(crate) fn not_frozen(case: &Case, now: Timestamp) -> Result<(), Refusal> {
    for scope in [Scope::Registration, Scope::CaseManagement] {
        let said = case.consents.allows(scope, None, now);
        if said == Err(Why::ConsentWithdrawn) {
            let refusal = Refusal::new(Why::ConsentWithdrawn);
            return Err(refusal.naming(Scope::LIST, scope.code()));
        }
    }
    Ok(())
}

/// Every scope that a referral takes; the first is the one for its recipient.
pub(crate) fn scopes_of(referral: &Referral) -> Vec<Scope> {
    let of_data = |category: DataCategory, scope: Scope| {
        referral.data_shared.contains(&category).then_some(scope)
    };
    [
        Some(about::scope_of(
            Some(referral.service_type),
            referral.authority,
        )),
        about::own_scope(referral.service_type),
        of_data(DataCategory::HealthFacts, Scope::HealthData),
        of_data(DataCategory::PsychologicalFacts, Scope::MhpssSupport),
        of_data(DataCategory::Photo, Scope::Photo),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn allowed(case: &Case, scope: Scope, recipient: Id, now: Timestamp) -> Result<Basis, Refusal> {
    permits(case, scope, recipient, now).map_err(|why| {
        let refusal = Refusal::new(why).naming(Scope::LIST, scope.code());
        if needs_recipient(scope) {
            refusal.about(recipient)
        } else {
            refusal
        }
    })
}

/// Whether this scope may be used towards this recipient. Where a scope need not name recipients
/// and the decision or the substitute named none, it holds for all.
///
/// # Errors
/// Why not: missing, refused, withdrawn or expired.
pub(crate) fn permits(
    case: &Case,
    scope: Scope,
    recipient: Id,
    now: Timestamp,
) -> Result<Basis, Why> {
    let consents = &case.consents;
    let named = consents.allows(scope, Some(recipient), now);
    if named.is_ok() || needs_recipient(scope) {
        return named;
    }
    let open_decision =
        (consents.newest(scope)).is_some_and(|(_, consent)| consent.recipients.is_empty());
    let open_substitute = consents
        .substitutes
        .iter()
        .any(|state| state.substitute.scope == scope && state.substitute.recipients.is_empty());
    match consents.allows(scope, None, now) {
        Ok(Basis::Consent) if open_decision => Ok(Basis::Consent),
        Ok(Basis::Substitute(basis)) if open_substitute => Ok(Basis::Substitute(basis)),
        Ok(_) => named,
        Err(why) => Err(why),
    }
}

/// What the person said last about this recipient, as far as it concerns this service.
fn said<'c>(case: &'c Case, referral: &Referral) -> Option<&'c Consent> {
    let scope = about::scope_of(Some(referral.service_type), referral.authority);
    let to = |named: &[Id]| named.is_empty() || named.contains(&referral.to_agency);
    let service =
        |named: &[ServiceType]| named.is_empty() || named.contains(&referral.service_type);
    let decisions = case.consents.decisions.iter().rev().map(|(_, said)| said);
    decisions
        .filter(|said| said.scope == scope && to(&said.recipients))
        .find(|said| service(&said.service_types))
}

/// Consent is for a recipient and a service (3.5): a yes to a bed is none to a lawyer. When the
/// person named the data too, nothing else leaves (DP5); a partial yes that names none names none.
fn service_and_data_agreed(case: &Case, referral: &Referral) -> Result<(), Refusal> {
    let Some(said) = said(case, referral) else {
        let code = referral.service_type.code();
        let refusal = Refusal::new(Why::ConsentMissing).naming(ServiceType::LIST, code);
        return Err(refusal.about(referral.to_agency));
    };
    ensure(
        said.decision != ConsentDecision::Refused,
        Why::ConsentRefused,
    )
    .map_err(|no| no.naming(ServiceType::LIST, referral.service_type.code()))?;
    let agreed = &said.data_categories;
    let limited = !agreed.is_empty() || said.decision == ConsentDecision::Partial;
    let mut shared = referral.data_shared.iter();
    let beyond = shared.find(|category| limited && !agreed.contains(category));
    beyond.map_or(Ok(()), |category| {
        let refusal = Refusal::at(Why::DataNotConsented, "data_shared");
        Err(refusal.naming(DataCategory::LIST, category.code()))
    })
}

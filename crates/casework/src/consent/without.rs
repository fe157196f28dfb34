//! What permits without consent: a lawful substitute that two people decide, and sharing to save a
//! life (`domain.md` 2.1 child rule, 2.7, section 8 DP7 and DP8).

use super::{Countersign, Event, Override, OverrideState, Substitute, SubstituteYes};
use crate::{
    actor::Role,
    assessment::given,
    case::Case,
    class::Classes,
    decide::Yes,
    event::Body,
    id::Id,
    lists::{AlertKind, LegalBasis, Scope, Theme},
    order::Order,
    reception,
    refusal::{Refusal, Why, ensure, ensure_at},
};

pub(super) fn propose(case: &Case, order: &Order, substitute: &Substitute) -> Result<Yes, Refusal> {
    match substitute.legal_basis {
        LegalBasis::BestInterestsChild => {
            ensure_at(case.is_child(order.happened), Why::NotAChild, "legal_basis")?
        }
        LegalBasis::Consent => return Err(Refusal::at(Why::SubstituteNotForScope, "legal_basis")),
        LegalBasis::VitalInterest
        | LegalBasis::PublicInterestMandate
        | LegalBasis::LegalObligation
        | LegalBasis::LegitimateInterest
        | LegalBasis::Contract => {}
    }
    let fits = permitted(substitute.scope, substitute.legal_basis);
    ensure_at(fits, Why::SubstituteNotForScope, "legal_basis")?;
    let mut proposed = substitute.clone();
    proposed.substitute = order.command.nth(0);
    // Child protection learns of it at once (2.7), unless it is called already.
    let mut alerts = case.reception.alerts.iter();
    let called =
        alerts.any(|state| state.alert.theme == Theme::ChildProtection && state.answered.is_none());
    let child = substitute.legal_basis == LegalBasis::BestInterestsChild;
    let proposed = Yes::general(Body::Consent(Event::SubstituteProposed(proposed)));
    Ok(proposed.and_if(child && !called, Classes::GENERAL, || {
        let kind = AlertKind::BestInterestsBasis;
        reception::alert(order, 1, kind, Theme::ChildProtection)
    }))
}

/// What only the person's own consent permits: pictures and voices, publicity, research, and going
/// home, which is a return only when it is wanted (glossary AVR, 2.1, DP24, DP27). For a child a
/// return can be in the best interests, once a panel allows it.
const fn permitted(scope: Scope, basis: LegalBasis) -> bool {
    match scope {
        Scope::Photo
        | Scope::AudioVideo
        | Scope::Biometrics
        | Scope::Research
        | Scope::CommunicationMedia => false,
        Scope::AvrReturn => matches!(basis, LegalBasis::BestInterestsChild),
        _ => true,
    }
}

pub(super) fn confirm(case: &Case, order: &Order, yes: &SubstituteYes) -> Result<Yes, Refusal> {
    let found = case
        .consents
        .substitutes
        .iter()
        .find(|state| state.substitute.substitute == yes.substitute);
    let state = found.ok_or(Refusal::at(Why::NoSuchThing, "substitute"))?;
    ensure(state.confirmed.is_none(), Why::AlreadyDone)?;
    ensure(
        state.proposed.by.account != order.by.account,
        Why::TwoStaffNeeded,
    )?;
    Ok(Yes::general(Body::Consent(Event::SubstituteConfirmed(
        yes.clone(),
    ))))
}

pub(super) fn make_override(order: &Order, made: &Override) -> Result<Yes, Refusal> {
    ensure_at(
        given(Some(&made.danger)),
        Why::OverrideNeedsDanger,
        "danger",
    )?;
    let mut kept = made.clone();
    kept.id = order.command.nth(0);
    let classes = made.classes();
    Ok(
        Yes::of(classes, Body::Consent(Event::OverrideMade(kept))).and(
            Classes::GENERAL,
            reception::alert(
                order,
                1,
                AlertKind::OverrideToCountersign,
                Theme::SupervisorNow,
            ),
        ),
    )
}

pub(super) fn override_of(case: &Case, id: Id) -> Result<&OverrideState, Refusal> {
    let found = case
        .consents
        .overrides
        .iter()
        .find(|state| state.made.id == id);
    found.ok_or(Refusal::at(Why::NoSuchThing, "override_id"))
}

pub(super) fn countersign(
    case: &Case,
    order: &Order,
    countersign: &Countersign,
) -> Result<Yes, Refusal> {
    let state = override_of(case, countersign.override_id)?;
    ensure(state.countersigned.is_none(), Why::AlreadyDone)?;
    ensure(order.by.role == Role::Supervisor, Why::SupervisorNeeded)?;
    ensure(state.at.by.account != order.by.account, Why::SelfApproval)?;
    Ok(Yes::general(Body::Consent(Event::OverrideCountersigned(
        countersign.clone(),
    ))))
}

//! Whether a case may go where it was proposed to go: asked at the offer and again at the
//! acceptance, and answered anew when the person withdraws a consent (2.7, DP5, DP6).

use jiff::Timestamp;

use super::{Event, No, Proposal};
use crate::{
    case::Case,
    child,
    class::Classes,
    consent::Withdrawal,
    event::Body,
    implementation::not_frozen,
    lists::{ChildDecision, DataCategory, Scope, TransferStatus, TransferTo},
    refusal::{Refusal, Why, ensure_at},
};

/// A child's best interests, the partner's consent, or at least a person who knows and did not
/// say no. Nothing leaves the centre of somebody who withdrew from the record or from the work.
pub(super) fn free(case: &Case, asked: &Proposal, now: Timestamp) -> Result<(), Refusal> {
    let Some((scope, to)) = scope_of(asked) else {
        return Ok(());
    };
    not_frozen(case, now)?;
    if let Some(refusal) = child::blocked(case, ChildDecision::Transfer, now) {
        return Err(refusal);
    }
    let refuse = |why| Refusal::new(why).naming(Scope::LIST, scope.code());
    match (asked.to, case.consents.allows(scope, to, now)) {
        (TransferTo::Partner, Ok(_)) => package(case, asked),
        (_, Ok(_)) => Ok(()),
        (TransferTo::OtherCentre, Err(Why::ConsentMissing | Why::ConsentExpired)) => ensure_at(
            asked.person_informed,
            Why::PersonNotInformed,
            "person_informed",
        ),
        (_, Err(why)) => Err(refuse(why)),
    }
}

/// The consent that a transfer rests on, and for whom; among colleagues it rests on none.
fn scope_of(asked: &Proposal) -> Option<(Scope, Option<crate::id::Id>)> {
    match asked.to {
        TransferTo::Colleague => None,
        TransferTo::OtherCentre => Some((Scope::TransferSameOrg, None)),
        TransferTo::Partner => Some((Scope::TransferPartner, Some(asked.receiver))),
    }
}

/// Only what the consent names goes into the package (DP5).
fn package(case: &Case, asked: &Proposal) -> Result<(), Refusal> {
    let said = case.consents.decisions.iter().rev().find(|(_, consent)| {
        consent.scope == Scope::TransferPartner && consent.recipients.contains(&asked.receiver)
    });
    let Some((_, consent)) = said.filter(|(_, consent)| !consent.data_categories.is_empty()) else {
        return Ok(());
    };
    let too_much = asked
        .data_package_items
        .iter()
        .find(|item| !consent.data_categories.contains(item));
    too_much.map_or(Ok(()), |item| {
        let refusal = Refusal::at(Why::DataNotConsented, "data_package_items");
        Err(refusal.naming(DataCategory::LIST, item.code()))
    })
}

/// The offer that a withdrawal of consent takes back: it is effective now, and nobody goes on
/// reading what was offered to them (2.7).
#[must_use]
pub fn recalls(case: &Case, withdrawal: &Withdrawal) -> Option<(Classes, Body)> {
    let offered = case.transfer.newest()?;
    let (scope, to) = scope_of(&offered.asked)?;
    let everything = matches!(
        withdrawal.scope,
        Scope::Registration | Scope::CaseManagement
    );
    let for_them = withdrawal.recipients.is_empty()
        || to.is_none_or(|receiver| withdrawal.recipients.contains(&receiver));
    let rests = everything || (for_them && withdrawal.scope == scope);
    let taken_back = No {
        transfer: offered.asked.transfer,
        reason: String::new(),
        withdrawn: Some(withdrawal.scope),
    };
    (rests && offered.status == TransferStatus::Offered).then(|| {
        let event = Event::TransferRevoked(taken_back);
        (Classes::GENERAL, Body::Transfer(event))
    })
}

//! The override that saves a life without consent (`domain.md` 2.7, DP7), and what it cannot do.

use jiff::Timestamp;

use super::{
    records::Referral,
    sending::{permits, scopes_of},
};
use crate::{
    case::Case,
    consent::OverrideState,
    id::Id,
    lists::{Capacity, ConsentDecision, Scope, Urgency},
    refusal::{Refusal, Why},
};

/// The override that permits this referral, or the "no" that stands without one. Reports to an
/// authority rest on consent, a legal duty or a child's best interests, never on this (section 5).
pub(super) fn permitted(
    case: &Case,
    referral: &Referral,
    now: Timestamp,
    no: Refusal,
) -> Result<Id, Refusal> {
    let scopes = scopes_of(referral);
    let can_wait = matches!(referral.urgency, Urgency::Planned | Urgency::Within2Weeks);
    if can_wait || scopes.contains(&Scope::AuthorityReport) {
        return Err(no);
    }
    let refused = refused_at(case, &scopes, referral.to_agency, now);
    let fits = |state: &&OverrideState| refused.is_none_or(|said| could_not_be_asked(state, said));
    let mut fitting = fresh(case, referral).filter(fits);
    let Some(first) = fitting.next() else {
        return Err(no);
    };
    let signed = |state: &&OverrideState| refused.is_none() || state.countersigned.is_some();
    let found = std::iter::once(first).chain(fitting).find(signed);
    let waits = Refusal::new(Why::TwoStaffNeeded);
    found.map(|state| state.made.id).ok_or(waits)
}

/// Whether an override stands for this very package: then a life is at stake, and no agreement with
/// the recipient is waited for (2.7).
#[must_use]
pub fn is_lifesaving(case: &Case, referral: &Referral) -> bool {
    fresh(case, referral).next().is_some()
}

/// Overrides for this recipient that cover everything in the package and were not used for
/// another referral.
fn fresh<'c>(case: &'c Case, referral: &'c Referral) -> impl Iterator<Item = &'c OverrideState> {
    let used = |id: Id| {
        case.implementation.referrals.iter().any(|known| {
            let sent = known.sent.as_ref();
            sent.is_some_and(|(_, sent)| sent.override_id == Some(id))
        })
    };
    case.consents
        .overrides
        .iter()
        .filter(|state| state.made.recipient == referral.to_agency)
        .filter(|state| {
            let least = &state.made.minimum_data;
            let mut shared = referral.data_shared.iter();
            shared.all(|category| least.contains(category))
        })
        .filter(move |state| !used(state.made.id))
}

/// A "no" of the person stands. It is passed over only where they cannot be asked any more, and
/// then by two: the worker who says so and the supervisor who countersigns before it is sent.
fn could_not_be_asked(state: &OverrideState, said: Timestamp) -> bool {
    state.at.recorded > said && state.made.capacity == Some(Capacity::InDoubt)
}

/// When the person last said no to something that this would take; `None` when they never did.
fn refused_at(case: &Case, scopes: &[Scope], recipient: Id, now: Timestamp) -> Option<Timestamp> {
    let frozen = [Scope::Registration, Scope::CaseManagement];
    let frozen = frozen
        .into_iter()
        .filter(|scope| case.consents.allows(*scope, None, now) == Err(Why::ConsentWithdrawn));
    let refused = scopes.iter().copied().filter(|scope| {
        let said = permits(case, *scope, recipient, now);
        matches!(said, Err(Why::ConsentRefused | Why::ConsentWithdrawn))
    });
    frozen
        .chain(refused)
        .filter_map(|scope| last_no(case, scope, recipient))
        .max()
}

fn last_no(case: &Case, scope: Scope, recipient: Id) -> Option<Timestamp> {
    let meant = |named: &[Id]| named.is_empty() || named.contains(&recipient);
    let decided = case.consents.decisions.iter().filter(|(_, said)| {
        let no = matches!(
            said.decision,
            ConsentDecision::Refused | ConsentDecision::Withdrawn
        );
        no && said.scope == scope && meant(&said.recipients)
    });
    let withdrawn = case.consents.withdrawals.iter();
    let withdrawn = withdrawn.filter(|(_, said)| said.scope == scope && meant(&said.recipients));
    let decided = decided.map(|(stamp, _)| stamp.recorded);
    decided
        .chain(withdrawn.map(|(stamp, _)| stamp.recorded))
        .max()
}

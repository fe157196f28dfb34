//! Consent per scope and recipient, checked at the moment of use; lawful substitutes decided by
//! two; overrides that save a life (`domain.md` 2.1, 2.7, section 8 DP5 to DP8).

mod apply;
mod recording;
mod records;
mod without;

pub(crate) use apply::apply;
pub use recording::PAPER;
pub use records::*;

use jiff::Timestamp;

use crate::{
    case::{Case, Stamp, day_of},
    class::Classes,
    decide::Yes,
    event::{Body, events},
    id::Id,
    implementation,
    lists::{
        AlertKind, Capacity, CaregiverSituation, ConsentDecision, GivenBy, LegalBasis, Scope, Theme,
    },
    order::{Order, asks},
    reception,
    refusal::{Refusal, Why},
    sop::Sop,
    transfer,
};

asks! {
    /// What may be asked for about consent.
    Ask {
        RecordConsent(Consent), WithdrawConsent(Withdrawal), ProposeSubstitute(Substitute),
        ConfirmSubstitute(SubstituteYes), MakeOverride(Override), CountersignOverride(Countersign),
        TellPerson(Told),
    }
}
events! {
    /// What became true about consent.
    Event {
        ConsentRecorded(Consent), ConsentWithdrawn(Withdrawal), SubstituteProposed(Substitute),
        SubstituteConfirmed(SubstituteYes), OverrideMade(Override), OverrideCountersigned(Countersign),
        PersonTold(Told),
    }
}

/// A substitute and who confirmed it.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SubstituteState {
    pub substitute: Substitute,
    pub proposed: Stamp,
    pub confirmed: Option<Stamp>,
}

/// An override, its countersignature, and whether the person was told.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct OverrideState {
    pub made: Override,
    pub at: Stamp,
    pub countersigned: Option<Stamp>,
    pub told: Option<Stamp>,
}

/// Everything known about consent, in order of recording.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct State {
    pub decisions: Vec<(Stamp, Consent)>,
    pub withdrawals: Vec<(Stamp, Withdrawal)>,
    pub substitutes: Vec<SubstituteState>,
    pub overrides: Vec<OverrideState>,
    /// The case is on hold because a consent to it was withdrawn, and for no other reason.
    pub froze: bool,
}

/// What permits a use.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Consent, or for a child the consent that the child rule asks for.
    Consent,
    /// A lawful substitute, confirmed by a second person.
    Substitute(LegalBasis),
}

impl State {
    /// Whether this scope may be used now, towards this recipient: asked at the moment of use,
    /// never remembered (DP5).
    ///
    /// # Errors
    /// Why not: missing, refused, withdrawn or expired.
    pub fn allows(
        &self,
        scope: Scope,
        recipient: Option<Id>,
        now: Timestamp,
    ) -> Result<Basis, Why> {
        let Err(no) = self.last_word(scope, recipient, now) else {
            return Ok(Basis::Consent);
        };
        let substitute = self.substitutes.iter().rev().find(|state| {
            state.substitute.scope == scope
                && covers(&state.substitute.recipients, recipient)
                && no.leaves(state)
        });
        match substitute {
            Some(state) => Ok(Basis::Substitute(state.substitute.legal_basis)),
            None => Err(no.why),
        }
    }

    /// When somebody who may said no to a scope, or took their yes back, if that is the last word.
    #[must_use]
    pub fn said_no(&self, scope: Scope, now: Timestamp) -> Option<Timestamp> {
        self.last_word(scope, None, now).err()?.said
    }

    fn last_word(&self, scope: Scope, recipient: Option<Id>, now: Timestamp) -> Result<(), No> {
        let last = self.decisions.iter().rev().find(|(_, consent)| {
            consent.scope == scope
                && is_a_word(consent)
                && (covers(&consent.recipients, recipient) || says_no(consent, recipient))
        });
        let withdrawn = self.withdrawals.iter().rev().find(|(when, withdrawal)| {
            withdrawal.scope == scope
                && last.is_none_or(|(stamp, _)| when.recorded >= stamp.recorded)
                && (withdrawal.recipients.is_empty() || covers(&withdrawal.recipients, recipient))
        });
        if let Some((when, _)) = withdrawn {
            return Err(No::said(Why::ConsentWithdrawn, when));
        }
        let Some((stamp, consent)) = last else {
            return Err(No::open(Why::ConsentMissing));
        };
        match consent.decision {
            ConsentDecision::Refused => Err(No::said(Why::ConsentRefused, stamp)),
            ConsentDecision::Withdrawn => Err(No::said(Why::ConsentWithdrawn, stamp)),
            ConsentDecision::Expired => Err(No::open(Why::ConsentExpired)),
            ConsentDecision::Given | ConsentDecision::Partial => {
                let over = consent.expires_on.is_some_and(|last| last < day_of(now));
                if over {
                    Err(No::open(Why::ConsentExpired))
                } else {
                    Ok(())
                }
            }
        }
    }

    /// The decision that counts for a scope today, for pages: each scope once, newest last word.
    #[must_use]
    pub fn newest(&self, scope: Scope) -> Option<&(Stamp, Consent)> {
        self.decisions
            .iter()
            .rev()
            .find(|(_, consent)| consent.scope == scope)
    }
}

/// Why a scope is not allowed, and since when if somebody said no.
struct No {
    why: Why,
    said: Option<Timestamp>,
}

impl No {
    const fn open(why: Why) -> Self {
        Self { why, said: None }
    }

    const fn said(why: Why, when: &Stamp) -> Self {
        let said = Some(when.recorded);
        Self { why, said }
    }

    /// A basis other than consent does not overrule a "no". What two people decide afterwards,
    /// knowing of it, stands where the law demands it or a child's best interests do.
    fn leaves(&self, state: &SubstituteState) -> bool {
        let basis = state.substitute.legal_basis;
        let stronger = matches!(
            basis,
            LegalBasis::BestInterestsChild | LegalBasis::LegalObligation
        );
        match (&state.confirmed, self.said) {
            (Some(_), None) => true,
            (Some(confirmed), Some(said)) => stronger && confirmed.recorded > said,
            (None, _) => false,
        }
    }
}

/// A "no" of somebody who could not decide, of nobody, or of a caregiver who may be the danger is
/// noted, and is not a word.
fn is_a_word(consent: &Consent) -> bool {
    let danger = consent.given_by == GivenBy::Caregiver
        && (consent.caregiver_situation).is_some_and(CaregiverSituation::is_danger);
    let nobody = consent.given_by == GivenBy::Nobody;
    let doubted = consent.capacity == Capacity::InDoubt;
    consent.decision != ConsentDecision::Refused || !(danger || nobody || doubted)
}

/// A decision covers a recipient when it names it; one without recipients covers scopes that need none.
fn covers(recipients: &[Id], recipient: Option<Id>) -> bool {
    recipient.is_none_or(|one| recipients.contains(&one))
}

/// A "no" without recipients is a "no" to everyone.
fn says_no(consent: &Consent, recipient: Option<Id>) -> bool {
    consent.decision == ConsentDecision::Refused
        && (consent.recipients.is_empty() || covers(&consent.recipients, recipient))
}

/// Scopes that mean nothing without naming who receives.
#[must_use]
pub const fn needs_recipient(scope: Scope) -> bool {
    matches!(
        scope,
        Scope::Referral | Scope::TransferPartner | Scope::CaseConference
    )
}

pub(crate) fn decide(case: &Case, sop: &Sop, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    match ask {
        Ask::RecordConsent(consent) => recording::record(case, sop, order, consent),
        Ask::WithdrawConsent(withdrawal) => Ok(withdraw(case, order, withdrawal)),
        Ask::ProposeSubstitute(substitute) => without::propose(case, order, substitute),
        Ask::ConfirmSubstitute(yes) => without::confirm(case, order, yes),
        Ask::MakeOverride(made) => without::make_override(order, made),
        Ask::CountersignOverride(countersign) => without::countersign(case, order, countersign),
        Ask::TellPerson(told) => {
            without::override_of(case, told.override_id)?;
            Ok(Yes::general(Body::Consent(Event::PersonTold(told.clone()))))
        }
    }
}

fn withdraw(case: &Case, order: &Order, withdrawal: &Withdrawal) -> Yes {
    let mut yes = Yes::general(Body::Consent(Event::ConsentWithdrawn(withdrawal.clone())));
    for recall in implementation::recalls(case, withdrawal) {
        yes.events.push(recall);
    }
    yes.events.extend(transfer::recalls(case, withdrawal));
    yes.and(
        Classes::GENERAL,
        reception::alert(order, 1, AlertKind::ConsentWithdrawn, Theme::DataProtection),
    )
}

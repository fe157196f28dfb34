//! Consent per scope and recipient, checked at the moment of use; lawful substitutes decided by
//! two; overrides that save a life (`domain.md` 2.1, 2.7, section 8 DP5 to DP8).

mod apply;
mod records;

pub(crate) use apply::apply;
pub use records::*;

use jiff::Timestamp;

use crate::{
    actor::Role,
    case::{Case, Stamp, day_of},
    class::Classes,
    decide::{Beside, Yes},
    event::{Body, events},
    id::Id,
    implementation,
    lists::{
        AlertKind, Assent, Capacity, CaregiverSituation, ConsentDecision, ConsentForm, GivenBy,
        LegalBasis, Scope, Theme,
    },
    order::{Order, asks},
    reception,
    refusal::{Refusal, Why, ensure, ensure_at},
    sop::{AssentNeeded, ChildConsent, Sop},
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
        let said = self.last_word(scope, recipient, now);
        if matches!(said, Ok(())) {
            return Ok(Basis::Consent);
        }
        let substitute = self.substitutes.iter().rev().find(|state| {
            state.confirmed.is_some()
                && state.substitute.scope == scope
                && covers(&state.substitute.recipients, recipient)
        });
        match (substitute, said) {
            // A basis other than consent does not overrule a later "no" from the person.
            (Some(state), Err(Why::ConsentMissing | Why::ConsentExpired)) => {
                Ok(Basis::Substitute(state.substitute.legal_basis))
            }
            (_, Err(why)) => Err(why),
            (_, Ok(())) => Ok(Basis::Consent),
        }
    }

    fn last_word(&self, scope: Scope, recipient: Option<Id>, now: Timestamp) -> Result<(), Why> {
        let said = self.decisions.iter().rev().find(|(_, consent)| {
            consent.scope == scope
                && (covers(&consent.recipients, recipient) || says_no(consent, recipient))
        });
        let (stamp, consent) = said.ok_or(Why::ConsentMissing)?;
        let withdrawn = self.withdrawals.iter().any(|(when, withdrawal)| {
            withdrawal.scope == scope
                && when.recorded >= stamp.recorded
                && (withdrawal.recipients.is_empty() || covers(&withdrawal.recipients, recipient))
        });
        match consent.decision {
            _ if withdrawn => Err(Why::ConsentWithdrawn),
            ConsentDecision::Refused => Err(Why::ConsentRefused),
            ConsentDecision::Withdrawn => Err(Why::ConsentWithdrawn),
            ConsentDecision::Expired => Err(Why::ConsentExpired),
            ConsentDecision::Given | ConsentDecision::Partial => {
                let over = consent.expires_on.is_some_and(|last| last < day_of(now));
                if over {
                    Err(Why::ConsentExpired)
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
        Ask::RecordConsent(consent) => record_consent(case, sop, order, consent),
        Ask::WithdrawConsent(withdrawal) => Ok(withdraw(case, order, withdrawal)),
        Ask::ProposeSubstitute(substitute) => propose(case, order, substitute),
        Ask::ConfirmSubstitute(yes) => confirm(case, order, yes),
        Ask::MakeOverride(made) => make_override(order, made),
        Ask::CountersignOverride(countersign) => countersign_override(case, order, countersign),
        Ask::TellPerson(told) => {
            override_of(case, told.override_id)?;
            Ok(Yes::general(Body::Consent(Event::PersonTold(told.clone()))))
        }
    }
}

fn record_consent(
    case: &Case,
    sop: &Sop,
    order: &Order,
    consent: &Consent,
) -> Result<Yes, Refusal> {
    let given = matches!(
        consent.decision,
        ConsentDecision::Given | ConsentDecision::Partial
    );
    if given {
        interpreter_is_safe(case, consent)?;
        informed(sop, consent)?;
        let day = day_of(order.happened);
        if let Some(band) = case.age_on(day).and_then(|years| sop.child_band(years)) {
            child_rule(band, consent)?;
        }
    }
    if consent.scope == Scope::Registration
        && consent.decision == ConsentDecision::Refused
        && case.registration.code.is_none()
    {
        // No person record (2.7): what is left is a number.
        return Ok(
            Yes::default().beside(Beside::TallyAndForget(reception::tally(case, order, None)))
        );
    }
    Ok(Yes::general(Body::Consent(Event::ConsentRecorded(
        consent.clone(),
    ))))
}

/// What was said through an interpreter found unsafe for this person is no consent (2.7).
fn interpreter_is_safe(case: &Case, consent: &Consent) -> Result<(), Refusal> {
    let reports = &case.reception.unsafe_interpreters;
    let found = reports
        .iter()
        .find(|(name, _)| Some(name) == consent.interpreter_ref.as_ref());
    match found {
        Some((_, classes)) => {
            Err(Refusal::at(Why::InterpreterNeeded, "interpreter_ref").within(*classes))
        }
        None => Ok(()),
    }
}

/// Informed, understood, and provable in its form.
fn informed(sop: &Sop, consent: &Consent) -> Result<(), Refusal> {
    let all_explained = sop
        .consent_explained_minimum
        .iter()
        .all(|point| consent.explained.contains(point));
    ensure_at(
        consent.capacity != Capacity::InDoubt,
        Why::CapacityInDoubt,
        "capacity",
    )?;
    ensure_at(all_explained, Why::ExplainMore, "explained")?;
    ensure_at(
        consent.understanding_checked,
        Why::UnderstandingNotChecked,
        "understanding_checked",
    )?;
    ensure_at(
        consent.given_by != GivenBy::Nobody,
        Why::ConsentMissing,
        "given_by",
    )?;
    ensure_at(
        !needs_recipient(consent.scope) || !consent.recipients.is_empty(),
        Why::RecipientNeeded,
        "recipients",
    )?;
    match consent.form {
        ConsentForm::VerbalCertified => ensure_at(
            said(consent.certificate.as_deref()),
            Why::EvidenceNeeded,
            "certificate",
        ),
        ConsentForm::Thumbprint => ensure_at(
            said(consent.evidence.as_deref()),
            Why::EvidenceNeeded,
            "evidence",
        ),
        ConsentForm::Written | ConsentForm::Audio | ConsentForm::Video => Ok(()),
    }
}

fn said(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// The child rule (2.1): who must agree at this age, and that an unsafe caregiver is never asked.
pub(crate) fn child_rule(band: &ChildConsent, consent: &Consent) -> Result<(), Refusal> {
    let by_carer = matches!(consent.given_by, GivenBy::Caregiver | GivenBy::Guardian);
    let unsafe_carer = matches!(
        consent.caregiver_situation,
        Some(CaregiverSituation::Unsafe | CaregiverSituation::Suspected)
    );
    ensure_at(
        !(unsafe_carer && consent.given_by == GivenBy::Caregiver),
        Why::CaregiverNotSafe,
        "given_by",
    )?;
    if band.own {
        return ensure_at(
            consent.given_by == GivenBy::Oneself,
            Why::ChildOwnConsentNeeded,
            "given_by",
        );
    }
    if band.caregiver {
        ensure_at(by_carer, Why::ChildCaregiverNeeded, "given_by")?;
    }
    let assent = match (band.assent, consent.assent) {
        (AssentNeeded::None, _)
        | (AssentNeeded::Verbal, Some(Assent::GivenVerbally | Assent::GivenInWriting)) => true,
        (AssentNeeded::Written, Some(Assent::GivenInWriting)) => true,
        (AssentNeeded::Verbal | AssentNeeded::Written, _) => false,
    };
    ensure_at(assent, Why::ChildAssentNeeded, "assent")
}

fn withdraw(case: &Case, order: &Order, withdrawal: &Withdrawal) -> Yes {
    let mut yes = Yes::general(Body::Consent(Event::ConsentWithdrawn(withdrawal.clone())));
    for recall in implementation::recalls(case, withdrawal) {
        yes.events.push(recall);
    }
    yes.and(
        Classes::GENERAL,
        reception::alert(order, 1, AlertKind::ConsentWithdrawn, Theme::DataProtection),
    )
}

fn propose(case: &Case, order: &Order, substitute: &Substitute) -> Result<Yes, Refusal> {
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
    let mut proposed = substitute.clone();
    proposed.substitute = order.command.nth(0);
    Ok(Yes::general(Body::Consent(Event::SubstituteProposed(
        proposed,
    ))))
}

fn confirm(case: &Case, order: &Order, yes: &SubstituteYes) -> Result<Yes, Refusal> {
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

fn make_override(order: &Order, made: &Override) -> Result<Yes, Refusal> {
    ensure_at(said(Some(&made.danger)), Why::OverrideNeedsDanger, "danger")?;
    let mut kept = made.clone();
    kept.id = order.command.nth(0);
    Ok(Yes::general(Body::Consent(Event::OverrideMade(kept))).and(
        Classes::GENERAL,
        reception::alert(
            order,
            1,
            AlertKind::OverrideToCountersign,
            Theme::SupervisorNow,
        ),
    ))
}

fn override_of(case: &Case, id: Id) -> Result<&OverrideState, Refusal> {
    let found = case
        .consents
        .overrides
        .iter()
        .find(|state| state.made.id == id);
    found.ok_or(Refusal::at(Why::NoSuchThing, "override_id"))
}

fn countersign_override(
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

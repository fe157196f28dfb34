//! Recording a decision: who may say yes, what they must know first, and what a "no" to being
//! registered leaves (`domain.md` 2.1 consent record and child rule, 2.7).

use super::{Consent, Event, OverrideState, Withdrawal, needs_recipient, withdraw};
use crate::{
    assessment::given,
    case::{Case, day_of},
    child::CHILD,
    decide::{Beside, Yes},
    event::Body,
    lists::{Assent, Capacity, CaregiverSituation, ConsentDecision, ConsentForm, GivenBy, Scope},
    order::Order,
    reception,
    refusal::{Refusal, Why, ensure_at},
    sop::{AssentNeeded, ChildConsent, Sop},
};

pub(super) fn record(
    case: &Case,
    sop: &Sop,
    order: &Order,
    consent: &Consent,
) -> Result<Yes, Refusal> {
    match consent.decision {
        ConsentDecision::Given | ConsentDecision::Partial => {
            Refusal::all(flaws(case, sop, order, consent))?;
        }
        ConsentDecision::Refused if ends_here(case, sop, order, consent) => {
            // No person record (2.7): what is left is a number.
            let tally = reception::tally(case, order, None);
            return Ok(Yes::default().beside(Beside::TallyAndForget(tally)));
        }
        _ => {}
    }
    let recorded = Yes::general(Body::Consent(Event::ConsentRecorded(consent.clone())));
    if consent.decision != ConsentDecision::Withdrawn {
        return Ok(recorded);
    }
    // Withdrawing is one action, by whichever form (DP6).
    let withdrawal = Withdrawal {
        scope: consent.scope,
        recipients: consent.recipients.clone(),
        in_their_words: consent.understanding_words.clone(),
    };
    let mut yes = recorded;
    yes.events.extend(withdraw(case, order, &withdrawal).events);
    Ok(yes)
}

/// Whether this "no" to being registered ends the inquiry at once: the person themself says it, or
/// for a younger child a caregiver who is no danger; and nothing is open that must not be lost.
fn ends_here(case: &Case, sop: &Sop, order: &Order, consent: &Consent) -> bool {
    let told = |state: &OverrideState| state.told.is_some();
    consent.scope == Scope::Registration
        && case.registration.code.is_none()
        && says_so_themself(case, sop, order, consent)
        && reception::may_forget(case).is_ok()
        && case.consents.overrides.iter().all(told)
}

fn says_so_themself(case: &Case, sop: &Sop, order: &Order, consent: &Consent) -> bool {
    let day = day_of(order.happened);
    let own = consent.given_by == GivenBy::Oneself;
    let carer = matches!(consent.given_by, GivenBy::Caregiver | GivenBy::Guardian)
        && not_a_danger(case, consent).is_ok();
    let band = case.age_on(day).and_then(|years| sop.child_band(years));
    consent.capacity != Capacity::InDoubt
        && match band {
            Some(band) if band.own => own,
            Some(_) => carer,
            None => own && !case.is_child_on(day),
        }
}

/// Everything that keeps a yes from counting, each beside its own field: one list instead of one
/// refusal after the other.
fn flaws(
    case: &Case,
    sop: &Sop,
    order: &Order,
    consent: &Consent,
) -> impl Iterator<Item = Result<(), Refusal>> {
    let mut all = vec![interpreter_is_safe(case, consent)];
    all.extend(informed(sop, consent));
    all.push(text_is_known(sop, consent));
    all.push(provable(consent));
    all.extend(who_decides(case, sop, order, consent));
    all.into_iter()
}

/// Who may say yes: an adult for themself; for a child, who the child rule says.
fn who_decides(
    case: &Case,
    sop: &Sop,
    order: &Order,
    consent: &Consent,
) -> Vec<Result<(), Refusal>> {
    let day = day_of(order.happened);
    if !case.is_child_on(day) {
        let own = consent.given_by == GivenBy::Oneself;
        return vec![ensure_at(own, Why::AdultDecides, "given_by")];
    }
    let mut all = vec![not_a_danger(case, consent)];
    match case.age_on(day).and_then(|years| sop.child_band(years)) {
        Some(band) => all.extend(child_rule(band, consent)),
        None => all.push(Err(Refusal::at(Why::AgeUnknown, "given_by"))),
    }
    all
}

/// A caregiver who may be the danger is never asked (2.7). While the file knows of one, whoever
/// decides as a caregiver is said to be safe.
fn not_a_danger(case: &Case, consent: &Consent) -> Result<(), Refusal> {
    if consent.given_by != GivenBy::Caregiver {
        return Ok(());
    }
    let refusal = Refusal::at(Why::CaregiverNotSafe, "given_by");
    match consent.caregiver_situation {
        Some(told) if told.is_danger() => Err(refusal),
        Some(CaregiverSituation::PresentAndSafe) => Ok(()),
        _ if case.child.caregiver_is_abuser() || case.household.unsafe_caregiver() => {
            Err(refusal.within(CHILD))
        }
        _ => Ok(()),
    }
}

/// What was said through an interpreter found unsafe for this person is no consent (2.7).
fn interpreter_is_safe(case: &Case, consent: &Consent) -> Result<(), Refusal> {
    let reports = &case.reception.unsafe_interpreters;
    let found = reports
        .iter()
        .find(|(name, _)| (consent.interpreter_ref.as_deref()).is_some_and(|one| alike(name, one)));
    match found {
        Some((_, classes)) => {
            Err(Refusal::at(Why::InterpreterNeeded, "interpreter_ref").within(*classes))
        }
        None => Ok(()),
    }
}

/// Codes are typed by hand: only their letters and numbers count.
fn alike(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        let signs = text.chars().filter(|sign| sign.is_alphanumeric());
        signs.flat_map(char::to_lowercase).collect::<String>()
    };
    plain(one) == plain(other)
}

/// Informed, understood, said by somebody, and for somebody.
fn informed(sop: &Sop, consent: &Consent) -> [Result<(), Refusal>; 5] {
    let mut minimum = sop.consent_explained_minimum.iter();
    let all_explained = minimum.all(|point| consent.explained.contains(point));
    let nobody = Refusal::at(Why::ConsentMissing, "given_by");
    [
        ensure_at(
            consent.capacity != Capacity::InDoubt,
            Why::CapacityInDoubt,
            "capacity",
        ),
        ensure_at(all_explained, Why::ExplainMore, "explained"),
        ensure_at(
            consent.understanding_checked,
            Why::UnderstandingNotChecked,
            "understanding_checked",
        ),
        match consent.given_by {
            GivenBy::Nobody => Err(nobody.naming(Scope::LIST, consent.scope.code())),
            _ => Ok(()),
        },
        ensure_at(
            !needs_recipient(consent.scope) || !consent.recipients.is_empty(),
            Why::RecipientNeeded,
            "recipients",
        ),
    ]
}

/// Stands for a form on paper that is none of the centre's own texts.
pub const PAPER: &str = "paper";

/// The text is one that the centre hands out for this scope, or a form on paper that is named: a
/// version that nobody can look up proves nothing (2.1, consent record).
fn text_is_known(sop: &Sop, consent: &Consent) -> Result<(), Refusal> {
    if consent.text_version == PAPER {
        let named = given(consent.paper_form.as_deref());
        return ensure_at(named, Why::TextNeeded, "paper_form");
    }
    let mut known = sop.consent_texts_for(consent.scope);
    ensure_at(
        known.any(|text| text.version == consent.text_version),
        Why::ConsentTextUnknown,
        "text_version",
    )
}

/// Provable in its form: a spoken yes by the worker's certificate, a thumbprint by where it is kept.
fn provable(consent: &Consent) -> Result<(), Refusal> {
    match consent.form {
        ConsentForm::VerbalCertified => ensure_at(
            given(consent.certificate.as_deref()),
            Why::CertificateNeeded,
            "certificate",
        ),
        ConsentForm::Thumbprint => ensure_at(
            given(consent.evidence.as_deref()),
            Why::EvidenceNeeded,
            "evidence",
        ),
        ConsentForm::Written | ConsentForm::Audio | ConsentForm::Video => Ok(()),
    }
}

/// The child rule (2.1): who must agree at this age.
fn child_rule(band: &ChildConsent, consent: &Consent) -> Vec<Result<(), Refusal>> {
    if band.own {
        let own = consent.given_by == GivenBy::Oneself;
        let own = ensure_at(own, Why::ChildOwnConsentNeeded, "given_by");
        return vec![own, caregiver_too(band, consent)];
    }
    let by_carer = matches!(consent.given_by, GivenBy::Caregiver | GivenBy::Guardian);
    let by_carer = !band.caregiver || by_carer;
    let assent = match (band.assent, consent.assent) {
        (AssentNeeded::None, _)
        | (AssentNeeded::Verbal, Some(Assent::GivenVerbally | Assent::GivenInWriting)) => true,
        (AssentNeeded::Written, Some(Assent::GivenInWriting)) => true,
        (AssentNeeded::Verbal | AssentNeeded::Written, _) => false,
    };
    vec![
        ensure_at(by_carer, Why::ChildCaregiverNeeded, "given_by"),
        ensure_at(assent, Why::ChildAssentNeeded, "assent"),
    ]
}

/// A young person decides, and a caregiver agrees as well where that is safe (2.1: 15 to 17). So the
/// question how it is with the caregiver is not passed over; who is absent or may be a danger is
/// neither asked nor waited for (2.7).
fn caregiver_too(band: &ChildConsent, consent: &Consent) -> Result<(), Refusal> {
    match consent.caregiver_situation {
        _ if !band.caregiver_if_safe => Ok(()),
        None => Err(Refusal::at(Why::AskAboutCaregiver, "caregiver_situation")),
        Some(CaregiverSituation::PresentAndSafe) => ensure_at(
            consent.caregiver_agrees,
            Why::CaregiverAgreesToo,
            "caregiver_agrees",
        ),
        Some(_) => Ok(()),
    }
}

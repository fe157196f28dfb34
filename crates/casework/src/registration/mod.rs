//! Step 1, registration: who the person is, as much as is needed and consented to (`domain.md`
//! 2.1), and gate G1.

mod ages;
mod records;

pub(crate) use ages::born_about;
pub use records::*;

use jiff::Timestamp;

use crate::{
    answer::Answer,
    assessment::given,
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::{Beside, Yes},
    event::{Body, events},
    id::Id,
    lists::{Channel, DuplicateOutcome, Scope, Status, Step},
    order::{OnClash, Order, asks},
    refusal::{Missing, MissingWhat, Refusal, Why, ensure, ensure_at},
    screening,
    sop::{Sop, hours_after},
};

/// Who carries a case.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Worker {
    /// Whoever has duty.
    Duty,
    /// This account.
    Account(Id),
}

impl serde::Serialize for Worker {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Duty => to.serialize_str("duty"),
            Self::Account(id) => id.serialize(to),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Worker {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if text == "duty" {
            return Ok(Self::Duty);
        }
        text.parse()
            .map(Self::Account)
            .map_err(serde::de::Error::custom)
    }
}

asks! {
    /// What may be asked for at registration.
    Ask {
        RecordIdentity(Identity), RecordBackground(Background), RecordHealth(HealthFacts),
        RecordSogi(Sogi), RecordJourney(Journey), SetSafeContact(SafeContact),
        ResolveDuplicate(DuplicateCheck), AssignWorker(Assignment), TakeCase(Taking), DisputeAge(AgeDispute),
        AssessAge(AgeAssessed), RegisterEmergency(Emergency), KeepPhoto(Photo), CompleteRegistration(Complete),
    }
}
events! {
    /// What became true at registration.
    Event {
        IdentityRecorded(Identity), BackgroundRecorded(Background), HealthRecorded(HealthFacts),
        SogiRecorded(Sogi), JourneyRecorded(Journey), SafeContactSet(SafeContact),
        DuplicateResolved(DuplicateCheck), WorkerAssigned(Assignment), AgeDisputed(AgeDispute),
        AgeAssessed(AgeAssessed), TemporaryCodeGiven(TemporaryCode), PhotoKept(Photo), PersonRegistered(Registered),
    }
}

impl Ask {
    /// Records that replace what stood before need the page they were typed on.
    #[must_use]
    pub const fn on_clash(&self) -> OnClash {
        match self {
            Self::RecordIdentity(_) => OnClash::NeedsBase("identity"),
            Self::RecordBackground(_) => OnClash::NeedsBase("background"),
            Self::RecordHealth(_) => OnClash::NeedsBase("health"),
            Self::RecordJourney(_) => OnClash::NeedsBase("journey"),
            Self::RecordSogi(_) => OnClash::NeedsBase("sogi"),
            Self::SetSafeContact(_) => OnClash::NeedsBase("safe_contact"),
            Self::AssignWorker(_) | Self::TakeCase(_) => OnClash::NeedsBase("worker"),
            _ => OnClash::Commutes,
        }
    }
}

/// What registration knows.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "fields carry the names of domain.md")]
pub struct State {
    pub identity: Option<(Stamp, Identity)>,
    pub background: Option<Background>,
    pub health: Option<HealthFacts>,
    pub sogi: Option<Sogi>,
    pub journey: Option<Journey>,
    pub safe_contact: Option<(Stamp, SafeContact)>,
    pub duplicate: Option<(Stamp, DuplicateCheck)>,
    pub worker: Option<(Stamp, Assignment)>,
    pub age_disputes: Vec<(Stamp, AgeDispute)>,
    pub age_assessed: Option<(Stamp, AgeAssessed)>,
    pub temporary: Option<TemporaryCode>,
    pub code: Option<String>,
    pub registered_at: Option<Timestamp>,
}

impl State {
    /// The name to show: the alias before anything else, because somebody chose it for safety.
    #[must_use]
    pub fn shown_name(&self) -> Option<&str> {
        let (_, identity) = self.identity.as_ref()?;
        Some(
            identity
                .alias
                .as_deref()
                .unwrap_or(&identity.preferred_name),
        )
    }

    /// Whether somebody found that the person has a file at this centre already.
    fn has_file_here(&self) -> bool {
        let last = self.duplicate.as_ref();
        last.is_some_and(|(_, check)| check.duplicate_outcome == DuplicateOutcome::Same)
    }

    /// Late in pregnancy, with nobody (a floor of 3.1).
    #[must_use]
    pub fn pregnant_alone(&self) -> bool {
        let alone = self
            .health
            .as_ref()
            .and_then(|facts| facts.late_pregnancy_alone.as_ref());
        alone.and_then(Answer::known).copied().unwrap_or(false)
    }
}

pub(crate) fn decide(case: &Case, sop: &Sop, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    ensure(case.status() != Some(Status::Closed), Why::CaseClosed)?;
    let general = |event| Ok(Yes::general(Body::Registration(event)));
    let of = |class, event| Ok(Yes::of(Classes::of(class), Body::Registration(event)));
    match ask {
        Ask::RecordIdentity(identity) => {
            may_record(case, order)?;
            ages::said(identity)?;
            general(Event::IdentityRecorded(identity.clone()))
        }
        Ask::RecordBackground(background) => {
            may_record(case, order)?;
            general(Event::BackgroundRecorded(background.clone()))
        }
        Ask::RecordHealth(facts) => {
            consented(case, order, Scope::HealthData)?;
            of(Class::Health, Event::HealthRecorded(facts.clone()))
        }
        Ask::RecordSogi(sogi) => of(Class::Sogi, Event::SogiRecorded(sogi.clone())),
        Ask::RecordJourney(journey) => {
            consented(case, order, Scope::JourneyInterview)?;
            general(Event::JourneyRecorded(journey.clone()))
        }
        Ask::SetSafeContact(contact) => set_contact(contact),
        Ask::ResolveDuplicate(check) => resolve_duplicate(case, check),
        Ask::AssignWorker(assignment) => general(Event::WorkerAssigned(assignment.clone())),
        Ask::TakeCase(taking) => take(case, sop, order, taking),
        Ask::DisputeAge(dispute) => general(Event::AgeDisputed(dispute.clone())),
        Ask::AssessAge(assessed) => {
            ages::may_assess(case, order, assessed)?;
            general(Event::AgeAssessed(assessed.clone()))
        }
        Ask::RegisterEmergency(emergency) => register_emergency(case, sop, order, emergency),
        Ask::KeepPhoto(photo) => {
            consented(case, order, Scope::Photo)?;
            general(Event::PhotoKept(photo.clone()))
        }
        Ask::CompleteRegistration(_) => complete(case, order),
    }
}

/// Registration must not begin before eligibility and consent (2.1, G1).
fn may_record(case: &Case, order: &Order) -> Result<(), Refusal> {
    ensure(
        case.registration.temporary.is_some() || screening::eligible(case),
        Why::NotEligible,
    )?;
    consented(case, order, Scope::Registration)
}

fn consented(case: &Case, order: &Order, scope: Scope) -> Result<(), Refusal> {
    let allowed = case.consents.allows(scope, None, order.now);
    allowed
        .map(drop)
        .map_err(|why| Refusal::new(why).naming(Scope::LIST, scope.code()))
}

fn set_contact(contact: &SafeContact) -> Result<Yes, Refusal> {
    let none = contact.safe_channel.contains(&Channel::NoneContactUnsafe);
    ensure_at(
        !none || contact.safe_channel.len() == 1,
        Why::NoneWithOthers,
        "safe_channel",
    )?;
    Ok(Yes::general(Body::Registration(Event::SafeContactSet(
        contact.clone(),
    ))))
}

fn resolve_duplicate(case: &Case, check: &DuplicateCheck) -> Result<Yes, Refusal> {
    let decided = matches!(
        check.duplicate_outcome,
        DuplicateOutcome::NotSame | DuplicateOutcome::Same | DuplicateOutcome::SameElsewhere
    );
    let reason = check
        .duplicate_reason
        .as_deref()
        .is_some_and(|text| !text.is_empty());
    ensure_at(!decided || reason, Why::ReasonNeeded, "duplicate_reason")?;
    // Somebody who is not registered yet goes on in the file that they have here.
    let goes_on =
        check.duplicate_outcome == DuplicateOutcome::Same && case.registration.code.is_none();
    let code = given(check.other_code.as_deref());
    ensure_at(!goes_on || code, Why::TextNeeded, "other_code")?;
    Ok(Yes::general(Body::Registration(Event::DuplicateResolved(
        check.clone(),
    ))))
}

/// Whoever registers somebody may carry the case on while their caseload has room, or leave it with
/// the duty worker: gate G1 waits for no second person (2.1). A case that somebody carries is passed
/// on by those who assign.
fn take(case: &Case, sop: &Sop, order: &Order, taking: &Taking) -> Result<Yes, Refusal> {
    let carried = case.registration.worker.as_ref();
    let by = carried.map(|(_, assignment)| assignment.worker);
    ensure(matches!(by, None | Some(Worker::Duty)), Why::CarriedAlready)?;
    if let Worker::Account(account) = taking.worker {
        let oneself = account == order.by.account;
        ensure_at(oneself, Why::TakeForOneself, "worker")?;
        let room = taking.carries < sop.caseload_cap;
        ensure_at(room, Why::CaseloadFull, "worker")?;
    }
    let assignment = Assignment {
        worker: taking.worker,
        backup: carried.and_then(|(_, assignment)| assignment.backup),
    };
    Ok(Yes::general(Body::Registration(Event::WorkerAssigned(
        assignment,
    ))))
}

fn register_emergency(
    case: &Case,
    sop: &Sop,
    order: &Order,
    emergency: &Emergency,
) -> Result<Yes, Refusal> {
    ensure(
        case.registration.code.is_none() && case.registration.temporary.is_none(),
        Why::AlreadyDone,
    )?;
    Ok(Yes::general(Body::Registration(Event::TemporaryCodeGiven(
        TemporaryCode {
            temporary_code: format!("T-{}", order.fresh_code),
            complete_or_purge_by: hours_after(order.happened, sop.temporary_record_hours),
            danger: emergency.danger.clone(),
            minimum_data: emergency.minimum_data.clone(),
        },
    ))))
}

fn complete(case: &Case, order: &Order) -> Result<Yes, Refusal> {
    ensure(case.registration.code.is_none(), Why::AlreadyDone)?;
    let missing = g1(case, order.now);
    if !missing.is_empty() {
        return Err(Refusal::gate(missing));
    }
    let code = order.fresh_code.clone();
    Ok(
        Yes::general(Body::Registration(Event::PersonRegistered(Registered {
            person_code: code.clone(),
        })))
        .beside(Beside::ClaimCode(code)),
    )
}

/// Gate G1: eligibility recorded, consent to registration or its lawful substitute, duplicate
/// check resolved (*unsure, review later* counts), a worker (*duty worker* counts), safe contact
/// set or "none".
#[must_use]
pub fn g1(case: &Case, now: Timestamp) -> Vec<Missing> {
    let state = &case.registration;
    [
        (screening::eligible(case), MissingWhat::Eligibility),
        (
            case.consents.allows(Scope::Registration, None, now).is_ok(),
            MissingWhat::RegistrationConsent,
        ),
        (state.identity.is_some(), MissingWhat::Identity),
        (state.duplicate.is_some(), MissingWhat::DuplicateCheck),
        // Never two open cases of one person in one centre (glossary, case).
        (!state.has_file_here(), MissingWhat::OtherFile),
        (state.worker.is_some(), MissingWhat::Worker),
        (state.safe_contact.is_some(), MissingWhat::SafeContact),
    ]
    .into_iter()
    .filter(|(met, _)| !met)
    .map(|(_, what)| Missing::general(what))
    .collect()
}

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    let state = &mut case.registration;
    match event {
        Event::IdentityRecorded(identity) => {
            state.identity = Some((stamp, identity.clone()));
            case.touch("identity");
        }
        Event::BackgroundRecorded(background) => {
            state.background = Some(background.clone());
            case.touch("background");
        }
        Event::HealthRecorded(facts) => {
            state.health = Some(facts.clone());
            case.touch("health");
        }
        Event::SogiRecorded(sogi) => {
            state.sogi = Some(sogi.clone());
            case.touch("sogi");
        }
        Event::JourneyRecorded(journey) => {
            state.journey = Some(journey.clone());
            case.touch("journey");
        }
        Event::SafeContactSet(contact) => {
            state.safe_contact = Some((stamp, contact.clone()));
            case.touch("safe_contact");
        }
        Event::DuplicateResolved(check) => state.duplicate = Some((stamp, check.clone())),
        Event::WorkerAssigned(assignment) => {
            state.worker = Some((stamp, assignment.clone()));
            case.touch("worker");
        }
        Event::AgeDisputed(dispute) => {
            state.age_disputes.push((stamp, dispute.clone()));
            state.age_assessed = None;
        }
        Event::AgeAssessed(assessed) => state.age_assessed = Some((stamp, assessed.clone())),
        Event::TemporaryCodeGiven(given) => state.temporary = Some(given.clone()),
        Event::PhotoKept(_) => {}
        Event::PersonRegistered(registered) => {
            state.code = Some(registered.person_code.clone());
            state.registered_at = Some(stamp.happened);
            state.temporary = None;
            case.set_status(Status::Open);
            case.step_mut(Step::Screening)
                .finish(stamp.happened, stamp.by, None);
            case.step_mut(Step::Assessment).begin(stamp.happened);
        }
    }
}

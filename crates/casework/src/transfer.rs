//! Transfer, part of step 6: responsibility goes to a colleague, another centre or a partner, with
//! a handover plan, and only once they accepted (`domain.md` 2.6, 3.6). To a colleague or another
//! centre the case continues with its ids, clocks and steps; to a partner it is closed after.

mod free;

use jiff::Timestamp;

use crate::{
    actor::{By, Role},
    answer::said,
    approval::Subject,
    case::{Case, Stamp},
    class::Classes,
    decide::{Yes, open},
    due::{Due, DueWhat},
    event::{Body, events},
    id::Id,
    lists::{DataCategory, Participant, RiskLevel, Scope, Status, TransferStatus, TransferTo},
    macros::record,
    order::{Order, asks},
    refusal::{Refusal, Why, ensure, ensure_at},
    registration::{self, Assignment, Worker},
    sop::{Sop, hours_after},
};

use free::free;
pub use free::recalls;

record! {
    /// A transfer (2.6). The receiver is an account, a centre or a partner.
    pub struct Proposal {
        /// Set by the rules.
        #[serde(default)] pub transfer: Id,
        pub to: TransferTo, pub receiver: Id,
        #[serde(default)] pub receiving_worker: Option<Id>,
        pub handover_plan: String,
        #[serde(default)] pub data_package_items: Vec<DataCategory>,
        #[serde(default)] pub joint_meeting_dt: Option<Timestamp>,
        pub reason: String,
        /// The person knows and had the chance to say no.
        pub person_informed: bool,
    }
}
record! {
    /// The transfer is offered to its receiver.
    pub struct Offer { pub transfer: Id }
}
record! {
    /// The colleague or the other centre accepts.
    pub struct Acceptance {
        pub transfer: Id,
        #[serde(default)] pub receiving_worker: Option<Id>,
    }
}
record! {
    /// What a partner answered, written down by the worker with where the answer is kept.
    pub struct PartnerAnswer {
        pub transfer: Id, pub accepted: bool, pub evidence: String,
        #[serde(default)] pub reason: Option<String>,
    }
}
record! {
    /// The receiver says no, or the sender takes it back, or the person who withdrew a consent.
    pub struct No {
        pub transfer: Id, pub reason: String,
        /// Set by the rules: the consent whose withdrawal took the offer back.
        #[serde(default, skip_serializing_if = "Option::is_none")] pub withdrawn: Option<Scope>,
    }
}
record! {
    /// Both sides met, with the person where that is safe.
    pub struct HandoverMeeting {
        pub transfer: Id, pub participants: Vec<Participant>, pub minutes: String,
    }
}
record! {
    /// The handover is done.
    pub struct Finish { pub transfer: Id }
}

asks! {
    /// What may be asked for about transfers.
    Ask {
        ProposeTransfer(Proposal), Offer(Offer), Accept(Acceptance), Reject(No),
        RecordPartnerAnswer(PartnerAnswer), Revoke(No), HoldHandoverMeeting(HandoverMeeting),
        Finish(Finish),
    }
}
events! {
    /// What became true about transfers.
    Event {
        TransferProposed(Proposal), TransferOffered(Offer), TransferAccepted(Acceptance),
        PartnerAnswered(PartnerAnswer), TransferRejected(No), TransferRevoked(No),
        HandoverMeetingHeld(HandoverMeeting), TransferFinished(Finish),
    }
}

/// One transfer and how far it came.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Transfer {
    pub asked: Proposal,
    pub proposed: Stamp,
    pub offered: Option<Stamp>,
    pub accepted: Option<Stamp>,
    pub status: TransferStatus,
    /// Why it was rejected or revoked.
    pub no: Option<String>,
}

/// All transfers of the episode.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct State {
    pub transfers: Vec<Transfer>,
}

impl State {
    /// The newest transfer.
    #[must_use]
    pub fn newest(&self) -> Option<&Transfer> {
        self.transfers.last()
    }

    fn find(&self, id: Id) -> Result<&Transfer, Refusal> {
        let found = self.transfers.iter().find(|one| one.asked.transfer == id);
        found.ok_or(Refusal::at(Why::NoSuchThing, "transfer"))
    }
}

impl Transfer {
    /// Whether it still runs.
    #[must_use]
    pub const fn under_way(&self) -> bool {
        !matches!(
            self.status,
            TransferStatus::Done | TransferStatus::Rejected | TransferStatus::Revoked
        )
    }

    /// The status to show: proposed, and free to be offered, is `consent_ok` (3.6).
    #[must_use]
    pub fn shown_status(&self, case: &Case, now: Timestamp) -> TransferStatus {
        let ready = self.status == TransferStatus::Proposed && free(case, &self.asked, now).is_ok();
        if ready {
            TransferStatus::ConsentOk
        } else {
            self.status
        }
    }
}

pub(crate) fn decide(case: &Case, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    // What was offered can be declined and taken back after the end too.
    if !matches!(ask, Ask::Reject(_) | Ask::Revoke(_)) {
        open(case)?;
    }
    match ask {
        Ask::ProposeTransfer(asked) => propose(case, order, asked),
        Ask::Offer(asked) => offer(case, order, asked),
        Ask::Accept(asked) => accept(case, order, asked),
        Ask::RecordPartnerAnswer(asked) => partner_answered(case, order, asked),
        Ask::Reject(asked) => {
            let transfer = in_state(case, asked.transfer, &[TransferStatus::Offered])?;
            is_receiver(&transfer.asked, &order.by)?;
            after(order, transfer.offered)?;
            general(Event::TransferRejected(in_words(asked)?))
        }
        Ask::Revoke(asked) => {
            let early = [TransferStatus::Proposed, TransferStatus::Offered];
            in_state(case, asked.transfer, &early)?;
            general(Event::TransferRevoked(in_words(asked)?))
        }
        Ask::HoldHandoverMeeting(asked) => {
            let transfer = in_state(case, asked.transfer, &[TransferStatus::Accepted])?;
            after(order, transfer.accepted)?;
            ensure_at(said(&asked.minutes), Why::TextNeeded, "minutes")?;
            general(Event::HandoverMeetingHeld(asked.clone()))
        }
        Ask::Finish(asked) => {
            let late = [TransferStatus::Accepted, TransferStatus::HandoverMeeting];
            let transfer = in_state(case, asked.transfer, &late)?;
            after(order, transfer.accepted)?;
            general(Event::TransferFinished(asked.clone()))
        }
    }
}

fn general(event: Event) -> Result<Yes, Refusal> {
    Ok(Yes::general(Body::Transfer(event)))
}

fn in_state<'c>(
    case: &'c Case,
    transfer: Id,
    states: &[TransferStatus],
) -> Result<&'c Transfer, Refusal> {
    let transfer = case.transfer.find(transfer)?;
    let here = states.contains(&transfer.status);
    let refusal = Refusal::new(Why::TransferState);
    let named = refusal.naming(TransferStatus::LIST, transfer.status.code());
    if here { Ok(transfer) } else { Err(named) }
}

/// The reason, said, of whoever asks.
fn in_words(asked: &No) -> Result<No, Refusal> {
    ensure_at(said(&asked.reason), Why::ReasonNeeded, "reason")?;
    let mut kept = asked.clone();
    kept.withdrawn = None;
    Ok(kept)
}

/// An answer does not happen before its question.
fn after(order: &Order, question: Option<Stamp>) -> Result<(), Refusal> {
    question.map_or(Ok(()), |asked| order.follows(asked.happened))
}

/// Only one thing waits for others at a time: a closure to be approved, or an offer.
fn offer(case: &Case, order: &Order, asked: &Offer) -> Result<Yes, Refusal> {
    let transfer = in_state(case, asked.transfer, &[TransferStatus::Proposed])?;
    let closes = case.approvals.pending(Subject::Closure).is_some();
    ensure(!closes, Why::ClosureWaits)?;
    after(order, Some(transfer.proposed))?;
    free(case, &transfer.asked, order.now)?;
    general(Event::TransferOffered(asked.clone()))
}

fn propose(case: &Case, order: &Order, asked: &Proposal) -> Result<Yes, Refusal> {
    ensure(case.closure.death.is_none(), Why::PersonDied)?;
    let running = case.transfer.newest().is_some_and(Transfer::under_way);
    ensure(!running, Why::TransferState)?;
    ensure_at(
        said(&asked.handover_plan),
        Why::HandoverPlanNeeded,
        "handover_plan",
    )?;
    ensure_at(said(&asked.reason), Why::ReasonNeeded, "reason")?;
    let here = match asked.to {
        TransferTo::Colleague => worker(case) == Some(Worker::Account(asked.receiver)),
        TransferTo::OtherCentre => case.centre == Some(asked.receiver),
        TransferTo::Partner => false,
    };
    ensure_at(!here, Why::ReceiverNeeded, "receiver")?;
    let mut kept = asked.clone();
    kept.transfer = order.command.nth(0);
    general(Event::TransferProposed(kept))
}

fn worker(case: &Case) -> Option<Worker> {
    case.registration
        .worker
        .as_ref()
        .map(|(_, assigned)| assigned.worker)
}

/// The colleague, or the other centre's people; partners do not sign in here to answer.
fn is_receiver(asked: &Proposal, by: &By) -> Result<(), Refusal> {
    let carries = matches!(
        by.role,
        Role::Caseworker | Role::CaseManager | Role::Supervisor
    );
    let receives = match asked.to {
        TransferTo::Colleague => by.account == asked.receiver,
        TransferTo::OtherCentre => by.centre == asked.receiver && carries,
        TransferTo::Partner => false,
    };
    ensure(receives, Why::NotReceiver)
}

fn accept(case: &Case, order: &Order, asked: &Acceptance) -> Result<Yes, Refusal> {
    let transfer = in_state(case, asked.transfer, &[TransferStatus::Offered])?;
    is_receiver(&transfer.asked, &order.by)?;
    after(order, transfer.offered)?;
    free(case, &transfer.asked, order.now)?;
    let worker = if transfer.asked.to == TransferTo::Colleague {
        Worker::Account(order.by.account)
    } else {
        let named = asked.receiving_worker.or(transfer.asked.receiving_worker);
        let oneself = (order.by.role == Role::Caseworker).then_some(order.by.account);
        named.or(oneself).map_or(Worker::Duty, Worker::Account)
    };
    // Whoever carried the case before loses access with this entry, the backup too.
    let assigned = Assignment {
        worker,
        backup: None,
    };
    let assigned = Body::Registration(registration::Event::WorkerAssigned(assigned));
    let yes = general(Event::TransferAccepted(asked.clone()))?;
    Ok(yes.and(Classes::GENERAL, assigned))
}

fn partner_answered(case: &Case, order: &Order, asked: &PartnerAnswer) -> Result<Yes, Refusal> {
    let transfer = in_state(case, asked.transfer, &[TransferStatus::Offered])?;
    ensure(transfer.asked.to == TransferTo::Partner, Why::NotReceiver)?;
    ensure_at(said(&asked.evidence), Why::EvidenceNeeded, "evidence")?;
    after(order, transfer.offered)?;
    if asked.accepted {
        free(case, &transfer.asked, order.now)?;
    } else {
        let reason = asked.reason.as_deref().is_some_and(said);
        ensure_at(reason, Why::ReasonNeeded, "reason")?;
    }
    general(Event::PartnerAnswered(asked.clone()))
}

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    let (id, status, no) = match event {
        Event::TransferProposed(asked) => {
            case.transfer.transfers.push(Transfer {
                asked: asked.clone(),
                proposed: stamp,
                offered: None,
                accepted: None,
                status: TransferStatus::Proposed,
                no: None,
            });
            return;
        }
        Event::TransferOffered(offer) => (offer.transfer, TransferStatus::Offered, None),
        Event::TransferAccepted(yes) => (yes.transfer, TransferStatus::Accepted, None),
        Event::PartnerAnswered(yes) if yes.accepted => {
            (yes.transfer, TransferStatus::Accepted, None)
        }
        Event::PartnerAnswered(no) => (no.transfer, TransferStatus::Rejected, no.reason.as_ref()),
        Event::TransferRejected(no) => (no.transfer, TransferStatus::Rejected, Some(&no.reason)),
        Event::TransferRevoked(no) => (no.transfer, TransferStatus::Revoked, Some(&no.reason)),
        Event::HandoverMeetingHeld(met) => (met.transfer, TransferStatus::HandoverMeeting, None),
        Event::TransferFinished(done) => (done.transfer, TransferStatus::Done, None),
    };
    let mut all = case.transfer.transfers.iter_mut();
    let Some(transfer) = all.find(|one| one.asked.transfer == id) else {
        return;
    };
    transfer.status = status;
    transfer.no = no.cloned();
    match status {
        TransferStatus::Offered => transfer.offered = Some(stamp),
        TransferStatus::Accepted => {
            transfer.accepted = Some(stamp);
            if transfer.asked.to == TransferTo::OtherCentre {
                case.centre = Some(transfer.asked.receiver);
            }
        }
        _ => {}
    }
}

/// An offer without an answer is escalated, sooner when the risk is high (2.6).
pub(crate) fn dues(case: &Case, sop: &Sop, _now: Timestamp) -> Vec<Due> {
    if !matches!(case.status(), Some(Status::Open | Status::OnHold)) {
        return Vec::new();
    }
    let grave = matches!(case.risk(), Some(RiskLevel::Urgent | RiskLevel::High));
    let hours = if grave {
        sop.transfer_escalate_high_hours
    } else {
        sop.transfer_escalate_hours
    };
    (case.transfer.transfers.iter())
        .filter(|transfer| transfer.status == TransferStatus::Offered)
        .filter_map(|transfer| {
            let by = hours_after(transfer.offered?.happened, hours);
            Some(Due::on(
                DueWhat::TransferAnswer,
                by,
                transfer.asked.transfer,
            ))
        })
        .collect()
}

/// The account, centre or partner to whom the case is offered and who has not answered yet. The
/// end of the case ends the offer.
#[must_use]
pub fn offered_to(case: &Case) -> Option<Id> {
    open(case).ok()?;
    let newest = case.transfer.newest()?;
    (newest.status == TransferStatus::Offered).then_some(newest.asked.receiver)
}

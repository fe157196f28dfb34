//! Step 6, closure: ending well (`domain.md` 2.6, 3.12). What each reason asks for is the SOP's
//! data; a supervisor approves; what is closed takes notes, contacts, dangers and help only.

mod death;
mod gate;

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};

use crate::{
    answer::{Answer, said},
    approval::Subject,
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::{Yes, open},
    due::{Due, DueWhat},
    event::{Body, events},
    id::Id,
    lists::{
        AlertKind, ClosureReason, CurrentSafety, Disposition, NeedDomain, OutcomeStatus, RiskLevel,
        Scope, Status, Step, Theme,
    },
    macros::record,
    order::{OnClash, Order, asks},
    reception,
    refusal::{Refusal, Why, ensure, ensure_at},
    review::end_of,
    sop::{Sop, hours_after},
};

pub(crate) use death::dependants_due;
pub use gate::{g6, open_needs};

record! {
    /// A proposal to close (2.6). Which of it is needed depends on the reason.
    pub struct Proposal {
        pub reason: ClosureReason,
        #[serde(default)] pub objectives_outcome: String,
        #[serde(default)] pub person_prepared: bool,
        /// How it was tried to tell the person, when they could not be told.
        #[serde(default)] pub attempts: Option<String>,
        pub final_risk: RiskLevel,
        /// The picture of risks and strengths at the end (section 4).
        #[serde(default)] pub final_picture: String,
        #[serde(default)] pub safety_after: String,
        #[serde(default)] pub reentry_info_given: bool,
        #[serde(default)] pub feedback_offered: bool,
        #[serde(default)] pub feedback_ref: Option<Id>,
        #[serde(default)] pub post_closure_check_due: Option<Date>,
        /// How one knows, where the reason itself says that this is no case of its own.
        #[serde(default, skip_serializing_if = "Option::is_none")] pub reason_in_words: Option<String>,
    }
}
record! {
    /// The proposal is taken back.
    pub struct TakenBack { pub reason: String }
}
record! {
    /// What becomes of a need that is not met, or that was found at the end (2.6).
    pub struct Disposal {
        pub domain: NeedDomain, pub disposition: Disposition, pub note: String,
        #[serde(default)] pub new_need: bool,
        /// What the entry is about; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// Who looks after a referral that is still under way.
    pub struct ReferralOwner { pub referral: Id, pub owner: Id }
}
record! {
    /// The person died (2.7): all messages stop.
    pub struct Death {
        pub died_on: Date, pub source: String,
        #[serde(default)] pub note: Option<String>,
        /// What the note is about; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// Words about a death, of a class of their own.
    pub struct DeathNote { pub note: String }
}
record! {
    /// The death was recorded in error.
    pub struct DeathCorrection { pub reason: String }
}
record! {
    /// The cases of those who depended on somebody who died were looked at.
    pub struct DependantsLook { pub what_was_done: String }
}
record! {
    /// The check after closure, where it was agreed (2.6).
    pub struct PostCheck {
        pub reached: bool,
        #[serde(default)] pub safety_now: Option<Answer<CurrentSafety>>,
        pub note: String,
    }
}
record! {
    /// The person comes back: a new episode (section 2).
    pub struct Reopening { pub reason: String }
}

asks! {
    /// What may be asked for at the end.
    Ask {
        ProposeClosure(Proposal), WithdrawProposal(TakenBack), DisposeNeed(Disposal),
        NameReferralOwner(ReferralOwner), RecordDeath(Death), CorrectDeath(DeathCorrection),
        ReviewDependants(DependantsLook), RecordPostClosureCheck(PostCheck), Reopen(Reopening),
    }
}
events! {
    /// What became true at the end.
    Event {
        ClosureProposed(Proposal), ProposalWithdrawn(TakenBack), NeedDisposed(Disposal),
        ReferralOwnerNamed(ReferralOwner), DeathRecorded(Death), DeathNoted(DeathNote),
        DeathCorrected(DeathCorrection), DependantsReviewed(DependantsLook),
        PostClosureChecked(PostCheck), Reopened(Reopening),
    }
}

impl Ask {
    /// A proposal replaces the one before it.
    #[must_use]
    pub const fn on_clash(&self) -> OnClash {
        match self {
            Self::ProposeClosure(_) => OnClash::NeedsBase("closure"),
            _ => OnClash::Commutes,
        }
    }
}

/// What this room knows of the present episode.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "fields carry the names of domain.md")]
pub struct State {
    pub proposed: Option<(Stamp, Proposal)>,
    pub dispositions: BTreeMap<NeedDomain, (Stamp, Disposal)>,
    pub referral_owners: BTreeMap<Id, Id>,
    pub death: Option<(Stamp, Death)>,
    pub dependants: Option<(Stamp, DependantsLook)>,
    /// When it was closed, and by whose approval.
    pub closed: Option<Stamp>,
    pub checked: Option<(Stamp, PostCheck)>,
}

impl State {
    /// When retention begins to count (DP18): the day it was closed, not the day it was recorded.
    #[must_use]
    pub fn retention_from(&self) -> Option<Timestamp> {
        self.closed.map(|closed| closed.happened)
    }
}

pub(crate) fn decide(case: &Case, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    match ask {
        // Learned on any day, before or after closure: messages must stop.
        Ask::RecordDeath(asked) => death::record(case, order, asked),
        Ask::CorrectDeath(asked) => death::correct(case, order, asked),
        Ask::ReviewDependants(asked) => death::look(case, asked),
        Ask::RecordPostClosureCheck(asked) => post_check(case, order, asked),
        Ask::Reopen(asked) => reopen(case, order, asked),
        Ask::ProposeClosure(asked) => open(case).and_then(|()| propose(case, order, asked)),
        Ask::WithdrawProposal(asked) => open(case).and_then(|()| take_back(case, asked)),
        Ask::DisposeNeed(asked) => open(case).and_then(|()| dispose(asked)),
        Ask::NameReferralOwner(asked) => {
            open(case)?;
            general(Event::ReferralOwnerNamed(asked.clone()))
        }
    }
}

fn general(event: Event) -> Result<Yes, Refusal> {
    Ok(Yes::general(Body::Closure(event)))
}

fn not_waiting(case: &Case) -> Result<(), Refusal> {
    let waiting = case.approvals.pending(Subject::Closure);
    ensure(waiting.is_none(), Why::ClosureWaits)
}

fn propose(case: &Case, order: &Order, asked: &Proposal) -> Result<Yes, Refusal> {
    not_waiting(case)?;
    // Who died is closed as dead, and nobody else is.
    let died = case.closure.death.is_some();
    let fits = (asked.reason == ClosureReason::Death) == died;
    ensure_at(fits, Why::ClosureReasonCheck, "reason")?;
    if let Some(day) = asked.post_closure_check_due {
        let field = "post_closure_check_due";
        let scope = Scope::ContactAfterClosure;
        let ahead = day > crate::case::day_of(order.happened);
        ensure_at(ahead, Why::DatesDisagree, field)?;
        let allowed = case.consents.allows(scope, None, order.now);
        allowed.map_err(|why| Refusal::at(why, field).naming(Scope::LIST, scope.code()))?;
    }
    general(Event::ClosureProposed(asked.clone()))
}

/// At any time before the end, also while it waits for approval: whoever comes back is not sent
/// away because a supervisor has not looked yet.
fn take_back(case: &Case, asked: &TakenBack) -> Result<Yes, Refusal> {
    ensure(case.closure.proposed.is_some(), Why::NoSuchThing)?;
    ensure_at(said(&asked.reason), Why::ReasonNeeded, "reason")?;
    general(Event::ProposalWithdrawn(asked.clone()))
}

fn dispose(asked: &Disposal) -> Result<Yes, Refusal> {
    ensure_at(said(&asked.note), Why::TextNeeded, "note")?;
    let classes = asked.about.iter().copied().collect();
    Ok(Yes::of(
        classes,
        Body::Closure(Event::NeedDisposed(asked.clone())),
    ))
}

fn post_check(case: &Case, order: &Order, asked: &PostCheck) -> Result<Yes, Refusal> {
    ensure(case.status() == Some(Status::Closed), Why::CaseOpen)?;
    ensure(case.closure.death.is_none(), Why::PersonDied)?;
    ensure_at(
        !asked.reached || asked.safety_now.is_some(),
        Why::TextNeeded,
        "safety_now",
    )?;
    ensure_at(said(&asked.note), Why::TextNeeded, "note")?;
    let danger = asked.safety_now == Some(Answer::Known(CurrentSafety::ImmediateDanger));
    let yes = Yes::general(Body::Closure(Event::PostClosureChecked(asked.clone())));
    Ok(yes.and_if(danger, Classes::GENERAL, || {
        reception::alert(order, 1, AlertKind::DangerNow, Theme::SupervisorNow)
    }))
}

fn reopen(case: &Case, order: &Order, asked: &Reopening) -> Result<Yes, Refusal> {
    ensure(case.status() == Some(Status::Closed), Why::CaseOpen)?;
    ensure(case.closure.death.is_none(), Why::PersonDied)?;
    ensure_at(said(&asked.reason), Why::ReasonNeeded, "reason")?;
    let closed = case.closure.closed;
    closed.map_or(Ok(()), |closed| order.follows(closed.happened))?;
    general(Event::Reopened(asked.clone()))
}

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    let state = &mut case.closure;
    match event {
        Event::ClosureProposed(proposal) => {
            state.proposed = Some((stamp, proposal.clone()));
            case.touch("closure");
            case.step_mut(Step::Closure).begin(stamp.happened);
        }
        Event::ProposalWithdrawn(_) => {
            state.proposed = None;
            case.touch("closure");
            case.approvals.drop_pending(Subject::Closure);
            case.step_mut(Step::Closure).send_back();
        }
        Event::NeedDisposed(disposal) => {
            state
                .dispositions
                .insert(disposal.domain, (stamp, disposal.clone()));
        }
        Event::ReferralOwnerNamed(named) => {
            state.referral_owners.insert(named.referral, named.owner);
        }
        Event::DeathRecorded(death) => {
            state.death = Some((stamp, death.clone()));
            state.dependants = None;
        }
        Event::DeathNoted(_) => {}
        Event::DeathCorrected(_) => state.death = None,
        Event::DependantsReviewed(look) => state.dependants = Some((stamp, look.clone())),
        Event::PostClosureChecked(check) => state.checked = Some((stamp, check.clone())),
        Event::Reopened(_) => case.start_episode(stamp.happened),
    }
}

/// The closure was approved: the case is closed, and retention begins to count.
pub(crate) fn approved(case: &mut Case, at: Stamp) {
    let reason = case
        .closure
        .proposed
        .as_ref()
        .map(|(_, proposal)| proposal.reason);
    case.outcome = match reason {
        Some(ClosureReason::TransferredSameOrg | ClosureReason::TransferredPartner) => {
            Some(OutcomeStatus::Transferred)
        }
        Some(ClosureReason::Duplicate) => Some(OutcomeStatus::DuplicateMerged),
        _ => None,
    };
    case.closure.closed = Some(at);
    case.set_status(Status::Closed);
}

/// What this room has due: the approval in time, later the check that was agreed, for as long as
/// the person agrees to it (DP6).
pub(crate) fn dues(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Due> {
    let Some((proposed, proposal)) = &case.closure.proposed else {
        return Vec::new();
    };
    let state = &case.closure;
    if state.closed.is_none() {
        let by = hours_after(proposed.happened, sop.closure_approval_hours);
        return vec![Due::general(DueWhat::ClosureApproval, by)];
    }
    let wanted = proposal.post_closure_check_due;
    let scope = Scope::ContactAfterClosure;
    let agreed = case.consents.allows(scope, None, now).is_ok();
    let wanted = wanted.filter(|_| state.checked.is_none() && state.death.is_none() && agreed);
    let check = wanted.map(|day| Due::general(DueWhat::PostClosureCheck, end_of(day)));
    check.into_iter().collect()
}

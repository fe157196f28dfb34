//! Best interests (2.2, 2.7): the assessment for every child, the determination by a panel, and
//! the decisions that wait for them.

use jiff::Timestamp;

use crate::{
    actor::Role,
    answer::Answer,
    assessment::{given, said},
    case::{Case, Stamp},
    decide::Yes,
    due::{Due, DueWhat},
    event::Body,
    lists::{
        BidReason, CareArrangement, CaregiverSituation, ChildDecision, ImmediateNeed, Participant,
        RiskLevel, TracingStatus, VulnerabilityCategory,
    },
    macros::record,
    order::Order,
    refusal::{Refusal, Why, ensure, ensure_at},
    sop::{Sop, hours_after},
};

use super::{CHILD, Event};

record! {
    /// A best interests assessment begins, as for every child.
    pub struct BiaOpened { #[serde(default)] pub why: Option<String> }
}
record! {
    /// The best interests assessment (2.2): what the child says first.
    pub struct Bia {
        /// The child's own words.
        pub child_view: String,
        pub care_now: CareArrangement,
        #[serde(default)] pub caregiver_capacity: Option<String>,
        #[serde(default)] pub safety: Option<String>,
        #[serde(default)] pub tracing_status: Option<TracingStatus>,
        #[serde(default)] pub education: Option<String>,
        #[serde(default)] pub health: Option<String>,
        #[serde(default)] pub wishes: Option<String>,
        pub recommended_actions: String,
        pub bid_needed: bool,
        #[serde(default)] pub bid_reason: Option<BidReason>,
        /// Decisions that it finds to be in the child's best interests.
        #[serde(default)] pub allows: Vec<ChildDecision>,
    }
}
record! {
    /// The panel that determines best interests: several functions weigh the options (2.2).
    pub struct BidPanel {
        pub participants: Vec<Participant>, pub options: String, pub decision_text: String,
        #[serde(default)] pub allows: Vec<ChildDecision>,
    }
}
record! {
    /// An authority was told, for instance about a child without guardian (2.7).
    pub struct AuthorityTold { pub authority: String, pub what: String }
}

pub(super) fn open(case: &Case, order: &Order, asked: &BiaOpened) -> Result<Yes, Refusal> {
    ensure(case.is_child(order.now), Why::NotAChild)?;
    ensure(case.child.opened.is_none(), Why::AlreadyDone)?;
    // General: it says no more than that the person is a child.
    Ok(Yes::general(Body::Child(Event::BiaOpened(asked.clone()))))
}

pub(super) fn record(case: &Case, order: &Order, asked: &Bia) -> Result<Yes, Refusal> {
    ensure(case.is_child(order.now), Why::NotAChild)?;
    ensure(case.child.opened.is_some(), Why::BiaNeeded)?;
    said(&asked.child_view, "child_view")?;
    said(&asked.recommended_actions, "recommended_actions")?;
    ensure_at(
        !asked.bid_needed || asked.bid_reason.is_some(),
        Why::ReasonNeeded,
        "bid_reason",
    )?;
    Ok(Yes::of(
        CHILD,
        Body::Child(Event::BiaRecorded(asked.clone())),
    ))
}

pub(super) fn hold_panel(case: &Case, order: &Order, asked: &BidPanel) -> Result<Yes, Refusal> {
    ensure(
        matches!(order.by.role, Role::Supervisor | Role::FocalPointChild),
        Why::ConfirmerNeeded,
    )?;
    ensure(case.is_child(order.now), Why::NotAChild)?;
    // Facts are gathered first.
    ensure(case.child.bia.is_some(), Why::BiaNeeded)?;
    let mut functions: Vec<Participant> = asked.participants.clone();
    functions.retain(|one| weighs(*one));
    functions.sort_unstable();
    functions.dedup();
    ensure_at(functions.len() >= 2, Why::TwoStaffNeeded, "participants")?;
    said(&asked.options, "options")?;
    said(&asked.decision_text, "decision_text")?;
    Ok(Yes::of(
        CHILD,
        Body::Child(Event::BidPanelHeld(asked.clone())),
    ))
}

/// Those who weigh the options; the child, the family and the interpreter are heard.
const fn weighs(participant: Participant) -> bool {
    !matches!(
        participant,
        Participant::Person
            | Participant::Caregiver
            | Participant::Guardian
            | Participant::Interpreter
    )
}

pub(super) fn tell(asked: &AuthorityTold) -> Result<Yes, Refusal> {
    said(&asked.authority, "authority")?;
    said(&asked.what, "what")?;
    Ok(Yes::of(
        CHILD,
        Body::Child(Event::AuthorityTold(asked.clone())),
    ))
}

/// Whether a decision about a child must wait (2.7 "child without guardian"): return, transfer,
/// placement and reunification, until a BIA allows them, or a BID where one is needed.
#[must_use]
pub fn blocked(case: &Case, decision: ChildDecision, now: Timestamp) -> Option<Refusal> {
    let waits = matches!(
        decision,
        ChildDecision::Return
            | ChildDecision::Transfer
            | ChildDecision::Placement
            | ChildDecision::Reunification
    );
    if !waits || !without_guardian(case, now) {
        return None;
    }
    let naming = |why| Refusal::new(why).naming(ChildDecision::LIST, decision.code());
    if case.child.bid_pending {
        return Some(naming(Why::BidNeeded).within(CHILD));
    }
    let unsafe_family = decision == ChildDecision::Reunification && case.child.family_unsafe;
    if unsafe_family {
        return Some(naming(Why::BiaNeeded).within(CHILD));
    }
    (!case.child.allows(decision)).then(|| naming(Why::BiaNeeded))
}

/// Whether this is a child who is alone, or of whom nobody knows a guardian or parent in care.
#[must_use]
pub fn without_guardian(case: &Case, now: Timestamp) -> bool {
    if !case.is_child(now) {
        return false;
    }
    received_alone(case) || case.child.caregiver_is_abuser() || !has_guardian(case)
}

fn received_alone(case: &Case) -> bool {
    let arrival = case.reception.arrival.as_ref();
    case.screening
        .concerns
        .contains(&VulnerabilityCategory::UnaccompaniedChild)
        || arrival.is_some_and(|at| at.immediate_needs.contains(&ImmediateNeed::ChildAlone))
}

fn has_guardian(case: &Case) -> bool {
    let background = case.registration.background.as_ref();
    let named = background.is_some_and(|known| given(known.guardian.as_deref()));
    let care = background.and_then(|known| known.care_arrangement.as_ref());
    let with_parents = matches!(
        care.and_then(Answer::known),
        Some(CareArrangement::Parents | CareArrangement::UsualCaregiver)
    );
    let safe_carer = case
        .child
        .caregiver
        .as_ref()
        .is_some_and(|(_, carer)| carer.situation == CaregiverSituation::PresentAndSafe);
    named || with_parents || safe_carer
}

pub(super) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    let state = &mut case.child;
    match event {
        Event::BiaOpened(_) => state.opened = Some(stamp),
        Event::BiaRecorded(bia) => {
            state.bid_pending = bia.bid_needed;
            state.family_unsafe = false;
            state.bia = Some((stamp, bia.clone()));
        }
        Event::BidPanelHeld(panel) => {
            state.bid_pending = false;
            state.family_unsafe = false;
            state.panels.push((stamp, panel.clone()));
        }
        Event::AuthorityTold(told) => state.told.push((stamp, told.clone())),
        _ => {}
    }
}

/// The BIA in the time of the full assessment; a determination in the time of a supervisor's
/// review.
pub(crate) fn dues(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Due> {
    let Some(arrived) = case.arrived_at().filter(|_| case.is_child(now)) else {
        return Vec::new();
    };
    let times = sop.times(case.risk().unwrap_or(RiskLevel::High));
    let due = |what, at| vec![Due::general(what, at).within(CHILD)];
    let mut all = match &case.child.bia {
        None => due(DueWhat::Bia, hours_after(arrived, times.assessment)),
        Some((at, _)) if case.child.bid_pending => due(
            DueWhat::BidPanel,
            hours_after(at.happened, times.supervisor_review),
        ),
        Some(_) => Vec::new(),
    };
    // For a child alone the authority is told as soon as somebody answers for the child (2.7).
    if received_alone(case) && case.child.told.is_empty() {
        let by = hours_after(arrived, times.first_response);
        all.extend(due(DueWhat::TellAuthority, by));
    }
    all
}

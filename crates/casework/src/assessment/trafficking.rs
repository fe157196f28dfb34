//! Screening for trafficking in persons (section 5): the program proposes, a trained worker
//! concludes, a supervisor or the focal point confirms; formal status belongs to the authority.

use crate::{
    actor::Role,
    case::{Case, Stamp},
    class::{Class, Classes},
    consent::Basis,
    decide::Yes,
    event::Body,
    id::Id,
    lists::{
        AlertKind, Finding, FormalStatus, LegalBasis, Scope, Step, Theme, TipAct,
        TipConclusion as Conclusion, TipMeans, TipNotScreened, TipPrecondition, TipPurpose,
        VulnerabilityCategory as Category,
    },
    macros::record,
    order::Order,
    reception,
    refusal::{Refusal, Why, ensure, ensure_at},
};

use super::{Event, State, given, needs, said};

record! {
    /// The screening: what was found about each element (section 5). With the id of one that was
    /// not concluded it goes on where that stopped: several sittings, the right to pause.
    pub struct TipScreening {
        #[serde(default)] pub screening: Id,
        pub preconditions: Vec<TipPrecondition>,
        pub act_finding: Finding, #[serde(default)] pub act_items: Vec<TipAct>,
        pub means_finding: Finding, #[serde(default)] pub means_items: Vec<TipMeans>,
        pub purpose_finding: Finding, #[serde(default)] pub purpose_items: Vec<TipPurpose>,
        /// Exploitation was meant and did not happen yet: it counts all the same.
        pub planned: bool,
        pub live_control: bool, pub smuggling_facts: bool,
        #[serde(default)] pub evidence: Option<String>,
        /// Noted neutrally: trauma explains gaps.
        #[serde(default)] pub contradictions: Option<String>,
        #[serde(default)] pub age_at_event: Option<i64>,
        /// Set by the rules: whether the person counts as a child at the event.
        #[serde(default)] pub as_child: bool,
        /// Set by the rules: what section 5 proposes.
        #[serde(default)] pub proposed: Option<Conclusion>,
    }
}
record! {
    /// Why no whole screening was done.
    pub struct TipSkipped { pub why: TipNotScreened, #[serde(default)] pub note: Option<String> }
}
record! {
    /// What the trained worker concludes; with a reason where the proposal says something else.
    pub struct TipConcluded {
        pub screening: Id, pub conclusion: Conclusion, #[serde(default)] pub reason: Option<String>,
    }
}
record! {
    /// The second person: agrees, or sends the conclusion back with a comment.
    pub struct TipConfirmed {
        pub screening: Id, pub agrees: bool, #[serde(default)] pub comment: Option<String>,
    }
}
record! {
    /// What the competent authority did or is asked to do. The screening never sets it.
    pub struct FormalStatusChange {
        pub formal_status: FormalStatus, pub authority: String,
        #[serde(default)] pub note: Option<String>,
    }
}
record! {
    /// A restricted assessment was completed. Which, and with what result, is not said.
    pub struct RestrictedCompleted {}
}

/// A screening and what became of it.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TipState {
    pub screening: TipScreening,
    /// The newest sitting.
    pub at: Stamp,
    /// The sittings before it.
    pub earlier: Vec<Stamp>,
    pub concluded: Option<(Stamp, TipConcluded)>,
    pub confirmed: Option<Stamp>,
}

impl TipState {
    /// What stands: the conclusion, or the proposal while there is none.
    #[must_use]
    pub fn standing(&self) -> Option<Conclusion> {
        let concluded = self.concluded.as_ref();
        concluded
            .map(|(_, concluded)| concluded.conclusion)
            .or(self.screening.proposed)
    }
}

/// What the conclusion logic reads.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Facts {
    pub act: Finding,
    pub means: Finding,
    pub purpose: Finding,
    pub child: bool,
    pub smuggling: bool,
    pub any_violence: bool,
}

/// The conclusion logic of section 5, line by line. A proposal, never a denial.
#[must_use]
pub const fn propose(facts: &Facts) -> Conclusion {
    let Facts {
        act,
        means,
        purpose,
        child,
        ..
    } = *facts;
    if matches!(act, Finding::Unknown) || matches!(purpose, Finding::Unknown) {
        return Conclusion::InsufficientInformation;
    }
    if yes(act) && yes(purpose) && (child || yes(means)) {
        return Conclusion::VotAssessed;
    }
    if yes(act) && yes(purpose) && matches!(means, Finding::Weak | Finding::Unknown) {
        return Conclusion::PotentialVot;
    }
    if yes(purpose) {
        return Conclusion::ExploitationWithoutTrafficking;
    }
    if yes(act) && matches!(purpose, Finding::Weak) {
        return Conclusion::AtRiskOfTrafficking;
    }
    match (facts.smuggling, facts.any_violence) {
        (true, true) => Conclusion::SmuggledAbused,
        (true, false) => Conclusion::Smuggled,
        (false, _) => Conclusion::NotIndicated,
    }
}

const fn yes(finding: Finding) -> bool {
    matches!(finding, Finding::Credible | Finding::Strong)
}

const fn is_victim(conclusion: Option<Conclusion>) -> bool {
    matches!(
        conclusion,
        Some(Conclusion::VotAssessed | Conclusion::PotentialVot)
    )
}

impl State {
    /// Whether trafficking raises the least risk (3.1, section 5): a person to be protected as a
    /// victim, confirmed or not. With too little known, live control alone raises it.
    #[must_use]
    pub fn trafficking_floor(&self) -> bool {
        self.tip.last().is_some_and(|tip| {
            let control = tip.screening.live_control;
            match tip.standing() {
                Some(Conclusion::InsufficientInformation) => control,
                standing => is_victim(standing),
            }
        })
    }

    /// Whether the person is to be protected as a victim of trafficking: own safe contact, no word
    /// to media or about the place, no room shared with others of the group (section 5).
    #[must_use]
    pub fn protect_as_victim(&self) -> bool {
        let standing = self.tip.last().and_then(TipState::standing);
        is_victim(standing)
    }
}

const TRAFFICKING: Classes = Classes::of(Class::Trafficking);

fn within(why: Why) -> Refusal {
    Refusal::new(why).within(TRAFFICKING)
}

pub(super) fn screen(case: &Case, order: &Order, asked: &TipScreening) -> Result<Yes, Refusal> {
    let met = |precondition| asked.preconditions.contains(precondition);
    if let Some(unmet) = TipPrecondition::ALL.iter().find(|one| !met(one)) {
        let refusal = Refusal::at(Why::PreconditionsMissing, "preconditions");
        return Err(refusal.naming(TipPrecondition::LIST, unmet.code()));
    }
    let allowed = case
        .consents
        .allows(Scope::VotScreening, None, order.now)
        .map_err(|why| Refusal::new(why).naming(Scope::LIST, Scope::VotScreening.code()));
    allowed?;
    // Never the first conversation, unless danger is live.
    ensure(
        asked.live_control || !case.assessment.safety.is_empty(),
        Why::SafetyFirst,
    )?;
    let before = paused(case, asked.screening)?;
    let mut kept = asked.clone();
    if before.is_none() {
        kept.screening = order.command.nth(0);
    }
    kept.as_child = case.age_disputed()
        || (asked.age_at_event).map_or_else(|| case.is_child(order.now), |years| years < 18);
    kept.proposed = Some(propose(&Facts {
        act: asked.act_finding,
        means: asked.means_finding,
        purpose: asked.purpose_finding,
        child: kept.as_child,
        smuggling: asked.smuggling_facts,
        any_violence: !case.assessment.vea.is_empty(),
    }));
    let suspected = is_suspected(&kept) && !before.is_some_and(|tip| is_suspected(&tip.screening));
    Ok(
        Yes::of(TRAFFICKING, Body::Assessment(Event::TipScreened(kept))).and_if(
            suspected,
            TRAFFICKING,
            || {
                reception::alert(
                    order,
                    1,
                    AlertKind::SuspectedTrafficking,
                    Theme::Trafficking,
                )
            },
        ),
    )
}

fn is_suspected(screening: &TipScreening) -> bool {
    is_victim(screening.proposed) || screening.live_control
}

/// The sitting that this one goes on from: the newest screening, as long as nobody concluded it.
fn paused(case: &Case, screening: Id) -> Result<Option<&TipState>, Refusal> {
    if screening == Id::default() {
        return Ok(None);
    }
    let tip = newest(case, screening)?;
    ensure(tip.concluded.is_none(), Why::AlreadyDone)?;
    Ok(Some(tip))
}

pub(super) fn skip(asked: &TipSkipped) -> Yes {
    Yes::of(
        TRAFFICKING,
        Body::Assessment(Event::TipSkipped(asked.clone())),
    )
    .and(Classes::GENERAL, completed())
}

const fn completed() -> Body {
    Body::Assessment(Event::RestrictedAssessmentCompleted(RestrictedCompleted {}))
}

/// The newest screening, when this is it.
fn newest(case: &Case, screening: Id) -> Result<&TipState, Refusal> {
    let newest = case.assessment.tip.last();
    newest
        .filter(|tip| tip.screening.screening == screening)
        .ok_or(Refusal::at(Why::NoSuchThing, "screening").within(TRAFFICKING))
}

pub(super) fn conclude(case: &Case, asked: &TipConcluded) -> Result<Yes, Refusal> {
    let tip = newest(case, asked.screening)?;
    ensure(tip.concluded.is_none(), Why::AlreadyDone)?;
    let as_proposed = tip.screening.proposed == Some(asked.conclusion);
    ensure_at(
        as_proposed || given(asked.reason.as_deref()),
        Why::ConclusionDiffers,
        "reason",
    )?;
    Ok(Yes::of(
        TRAFFICKING,
        Body::Assessment(Event::TipConcluded(asked.clone())),
    )
    .and(Classes::GENERAL, completed()))
}

pub(super) fn confirm(case: &Case, order: &Order, asked: &TipConfirmed) -> Result<Yes, Refusal> {
    ensure(
        matches!(order.by.role, Role::Supervisor | Role::FocalPointTip),
        Why::ConfirmerNeeded,
    )?;
    let tip = newest(case, asked.screening)?;
    let (concluder, concluded) = tip.concluded.as_ref().ok_or(within(Why::NotConcluded))?;
    ensure(tip.confirmed.is_none(), Why::AlreadyDone)?;
    let sittings = tip.earlier.iter().chain([&tip.at, concluder]);
    let own = sittings
        .map(|at| at.by.account)
        .any(|account| account == order.by.account);
    if own {
        return Err(within(Why::SelfApproval));
    }
    if !asked.agrees {
        said(asked.comment.as_deref().unwrap_or_default(), "comment")?;
        let returned = Event::TipReturned(asked.clone());
        return Ok(Yes::of(TRAFFICKING, Body::Assessment(returned)));
    }
    let (found, gone) = categories(concluded.conclusion);
    Ok(Yes::of(
        TRAFFICKING,
        Body::Assessment(Event::TipConfirmed(asked.clone())),
    )
    .and(TRAFFICKING, needs::kept(found, gone)))
}

/// The categories of 3.2 that follow a confirmed conclusion, and those that it ends.
fn categories(conclusion: Conclusion) -> (Vec<Category>, Vec<Category>) {
    let (identified, potential) = (Category::VotIdentified, Category::VotPotential);
    match conclusion {
        Conclusion::VotAssessed => (vec![identified], vec![potential]),
        Conclusion::PotentialVot => (vec![potential], vec![identified]),
        _ => (Vec::new(), vec![identified, potential]),
    }
}

pub(super) fn change_formal(
    case: &Case,
    order: &Order,
    asked: &FormalStatusChange,
) -> Result<Yes, Refusal> {
    said(&asked.authority, "authority")?;
    if asked.formal_status == FormalStatus::ReferredToAuthority {
        may_report(case, order)?;
    }
    Ok(Yes::of(
        TRAFFICKING,
        Body::Assessment(Event::FormalStatusChanged(asked.clone())),
    ))
}

/// Nothing goes to police or the national mechanism without `authority_report`, except where law
/// orders it or a child's best interests ask for it, as two people decided (section 5).
fn may_report(case: &Case, order: &Order) -> Result<(), Refusal> {
    let scope = Scope::AuthorityReport;
    let consented = case.consents.allows(scope, None, order.now);
    let ordered = case.consents.substitutes.iter().any(|state| {
        state.substitute.scope == scope
            && state.confirmed.is_some()
            && matches!(
                state.substitute.legal_basis,
                LegalBasis::LegalObligation | LegalBasis::BestInterestsChild
            )
    });
    match consented {
        Ok(Basis::Consent) => Ok(()),
        _ if ordered => Ok(()),
        Ok(Basis::Substitute(_)) => Err(Why::ConsentMissing),
        Err(why) => Err(why),
    }
    .map_err(|why| Refusal::new(why).naming(Scope::LIST, scope.code()))
}

pub(super) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    if !matches!(event, Event::FormalStatusChanged(_)) {
        case.step_mut(Step::Assessment).begin(stamp.happened);
    }
    let state = &mut case.assessment;
    match event {
        Event::TipScreened(screening) => sat(state, stamp, screening),
        Event::TipSkipped(skipped) => state.tip_skipped = Some((stamp, skipped.clone())),
        Event::TipConcluded(concluded) => {
            if let Some(tip) = of(state, concluded.screening) {
                tip.concluded = Some((stamp, concluded.clone()));
            }
        }
        Event::TipConfirmed(confirmed) => {
            if let Some(tip) = of(state, confirmed.screening) {
                tip.confirmed = Some(stamp);
            }
        }
        Event::TipReturned(returned) => {
            if let Some(tip) = of(state, returned.screening) {
                tip.concluded = None;
            }
        }
        Event::FormalStatusChanged(change) => {
            state.formal_status = Some((stamp, change.formal_status));
        }
        Event::RestrictedAssessmentCompleted(_) => state.restricted_completed = Some(stamp),
        _ => {}
    }
}

/// A screening, or one more sitting of it.
fn sat(state: &mut State, stamp: Stamp, screening: &TipScreening) {
    if let Some(tip) = of(state, screening.screening) {
        tip.earlier.push(std::mem::replace(&mut tip.at, stamp));
        tip.screening = screening.clone();
        return;
    }
    state.tip.push(TipState {
        screening: screening.clone(),
        at: stamp,
        earlier: Vec::new(),
        concluded: None,
        confirmed: None,
    });
}

fn of(state: &mut State, screening: Id) -> Option<&mut TipState> {
    let mut known = state.tip.iter_mut();
    known.find(|tip| tip.screening.screening == screening)
}

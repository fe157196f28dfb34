//! Step 1, screening: eligibility first, with its reason, and a first risk level (`domain.md` 2.1,
//! 3.1). Floors propose, people decide; going below a floor needs a supervisor and a text.

use jiff::Timestamp;

use crate::{
    actor::Role,
    answer::said,
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::Yes,
    event::{Body, events},
    floors,
    lists::{
        AgeBand, Criterion, Eligibility, EntryRoute, RiskLevel, Status, Step, VulnerabilityCategory,
    },
    macros::record,
    order::{Order, asks},
    reception,
    refusal::{Refusal, Why, ensure, ensure_at},
    sop::{RiskTimes, Sop, hours_after},
};

record! {
    /// The screening (2.1).
    pub struct Screening {
        pub entry_route: EntryRoute,
        #[serde(default)] pub eligibility_criteria: Vec<Criterion>,
        pub eligibility_result: Eligibility,
        #[serde(default)] pub reason_not_eligible: Option<String>,
        #[serde(default)] pub sent_elsewhere: Option<String>,
        pub complaint_route_explained: bool,
        pub intl_protection_concern: bool,
        /// The age, about, where the door did not see it.
        #[serde(default)] pub age_band: Option<AgeBand>,
        #[serde(default)] pub initial_concerns: Vec<VulnerabilityCategory>,
        pub initial_risk: RiskLevel, pub risk_reason: String,
    }
}
record! {
    /// What became of a screening: its general part.
    pub struct Screened {
        pub entry_route: EntryRoute, pub eligibility_criteria: Vec<Criterion>,
        pub eligibility_result: Eligibility,
        #[serde(default)] pub reason_not_eligible: Option<String>,
        #[serde(default)] pub sent_elsewhere: Option<String>,
        pub complaint_route_explained: bool,
        pub intl_protection_concern: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")] pub age_band: Option<AgeBand>,
    }
}
record! {
    /// First concerns, kept by class, so that a list shows only what its reader may see.
    pub struct Concerns { pub initial_concerns: Vec<VulnerabilityCategory> }
}
record! {
    /// A risk level that a person decided, with the reason (3.1).
    pub struct RiskDecision {
        pub risk_level: RiskLevel, pub risk_reason: String,
        /// Set by the rules: the floor that was gone below.
        #[serde(default)] pub below_floor: Option<RiskLevel>,
    }
}

asks! {
    /// What may be asked for at screening.
    Ask { Screen(Screening), DecideRisk(RiskDecision) }
}
events! {
    /// What became true at screening.
    Event { Screened(Screened), ConcernsNoted(Concerns), RiskDecided(RiskDecision) }
}

/// The risk level in force.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Risk {
    pub level: RiskLevel,
    pub reason: String,
    pub since: Stamp,
    pub below_floor: Option<RiskLevel>,
    /// When the level was first decided without another in between.
    pub reached: Timestamp,
    /// The level before it.
    pub before: Option<RiskLevel>,
}

impl Risk {
    /// When something is due that counts from `from`: a level that is graver than before shortens
    /// the time from the day it was decided, and makes nothing late that was in time.
    pub(crate) fn by(
        &self,
        sop: &Sop,
        from: Timestamp,
        hours: impl Fn(&RiskTimes) -> u32,
    ) -> Timestamp {
        let within = hours(sop.times(self.level));
        let by = hours_after(from, within);
        self.before.map_or(by, |before| {
            let as_before = hours_after(from, hours(sop.times(before)));
            by.max(as_before.min(hours_after(self.reached, within)))
        })
    }
}

/// What screening knows.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct State {
    pub screened: Option<(Stamp, Screened)>,
    pub concerns: Vec<VulnerabilityCategory>,
    pub risk: Option<Risk>,
    pub first_risk: Option<RiskLevel>,
}

/// The class that a vulnerability category belongs to; most are general.
#[must_use]
pub const fn class_of(category: VulnerabilityCategory) -> Classes {
    use VulnerabilityCategory as V;
    match category {
        V::VotPotential | V::VotIdentified => Classes::of(Class::Trafficking),
        V::GbvSurvivor | V::SexualExploitation | V::WomanAtRisk => Classes::of(Class::Gbv),
        V::Lgbtqi => Classes::of(Class::Sogi),
        V::MentalHealthNeed | V::SubstanceUse | V::TortureSurvivor => Classes::of(Class::Mhpss),
        V::SeriousMedical | V::ChronicIllness | V::Pregnant => Classes::of(Class::Health),
        _ => Classes::GENERAL,
    }
}

pub(crate) fn decide(case: &Case, sop: &Sop, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    ensure(case.status() != Some(Status::Closed), Why::CaseClosed)?;
    match ask {
        Ask::Screen(screening) => screen(case, sop, order, screening),
        Ask::DecideRisk(decision) => {
            decide_risk(case, sop, order, decision).map(|(classes, body)| Yes::of(classes, body))
        }
    }
}

fn screen(case: &Case, sop: &Sop, order: &Order, asked: &Screening) -> Result<Yes, Refusal> {
    may_screen(asked)?;
    let screened = Screened {
        entry_route: asked.entry_route,
        eligibility_criteria: asked.eligibility_criteria.clone(),
        eligibility_result: asked.eligibility_result,
        reason_not_eligible: asked.reason_not_eligible.clone(),
        sent_elsewhere: asked.sent_elsewhere.clone(),
        complaint_route_explained: asked.complaint_route_explained,
        intl_protection_concern: asked.intl_protection_concern,
        age_band: asked.age_band,
    };
    let mut yes = Yes::general(Body::Screening(Event::Screened(screened)));
    for (classes, concerns) in by_class(&asked.initial_concerns) {
        let noted = Event::ConcernsNoted(Concerns {
            initial_concerns: concerns,
        });
        yes = yes.and(classes, Body::Screening(noted));
    }
    let first = RiskDecision {
        risk_level: asked.initial_risk,
        risk_reason: asked.risk_reason.clone(),
        below_floor: None,
    };
    // The floors are asked with the concerns and the age of this very screening on file.
    let mut with_concerns = case.clone();
    reception::see_age(&mut with_concerns, asked.age_band);
    with_concerns
        .screening
        .concerns
        .extend(&asked.initial_concerns);
    let (classes, risk) =
        decide_risk(&with_concerns, sop, order, &first).map_err(|mut refusal| {
            if refusal.why == Why::BelowFloor {
                refusal.field = Some("initial_risk");
            }
            refusal
        })?;
    Ok(yes.and(classes, risk))
}

/// Who is turned away is told why, helped elsewhere and may complain (2.7); who is not meets a
/// criterion.
fn may_screen(asked: &Screening) -> Result<(), Refusal> {
    let turned_away = asked.eligibility_result == Eligibility::NotEligible;
    let reason = asked
        .reason_not_eligible
        .as_deref()
        .is_some_and(|text| !text.is_empty());
    ensure_at(
        !turned_away || reason,
        Why::ReasonNeeded,
        "reason_not_eligible",
    )?;
    // Not eligible: reason, help elsewhere, complaint route (2.7).
    ensure_at(
        !turned_away || asked.complaint_route_explained,
        Why::ComplaintRouteNeeded,
        "complaint_route_explained",
    )?;
    let qualifies = matches!(
        asked.eligibility_result,
        Eligibility::Eligible | Eligibility::EligiblePartial
    );
    ensure_at(
        !qualifies || !asked.eligibility_criteria.is_empty(),
        Why::TextNeeded,
        "eligibility_criteria",
    )?;
    // Who was trafficked is the conclusion of a screening that somebody confirmed (section 5).
    let identified = VulnerabilityCategory::VotIdentified;
    ensure_at(
        !asked.initial_concerns.contains(&identified),
        Why::NotConcluded,
        "initial_concerns",
    )
}

pub(crate) fn by_class(
    concerns: &[VulnerabilityCategory],
) -> Vec<(Classes, Vec<VulnerabilityCategory>)> {
    let mut groups: Vec<(Classes, Vec<VulnerabilityCategory>)> = Vec::new();
    for concern in concerns {
        let classes = class_of(*concern);
        match groups.iter_mut().find(|(known, _)| *known == classes) {
            Some((_, group)) => group.push(*concern),
            None => groups.push((classes, vec![*concern])),
        }
    }
    groups
}

/// A person decides; a floor stands unless a supervisor goes below it with a text (3.1).
pub(crate) fn decide_risk(
    case: &Case,
    sop: &Sop,
    order: &Order,
    asked: &RiskDecision,
) -> Result<(Classes, Body), Refusal> {
    let mut decision = asked.clone();
    decision.below_floor = None;
    let floor = floors::floors(case, sop, order.now)
        .into_iter()
        .min_by_key(|floor| floor.level);
    if let Some(floor) = floor.filter(|floor| asked.risk_level > floor.level) {
        if order.by.role != Role::Supervisor {
            let refusal = Refusal::at(Why::BelowFloor, "risk_level").within(floor.classes);
            let refusal = refusal.at_least(floor.level);
            return Err(refusal.naming("floor_reason", floor.reason.code()));
        }
        let text = ensure_at(said(&asked.risk_reason), Why::ReasonNeeded, "risk_reason");
        text.map_err(|refusal| refusal.within(floor.classes))?;
        decision.below_floor = Some(floor.level);
    }
    Ok((
        Classes::GENERAL,
        Body::Screening(Event::RiskDecided(decision)),
    ))
}

/// Whether the last screening lets registration begin.
#[must_use]
pub fn eligible(case: &Case) -> bool {
    case.screening
        .screened
        .as_ref()
        .is_some_and(|(_, screened)| {
            matches!(
                screened.eligibility_result,
                Eligibility::Eligible | Eligibility::EligiblePartial
            )
        })
}

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    match event {
        Event::Screened(screened) => {
            case.step_mut(Step::Screening).begin(stamp.happened);
            let turned_away = screened.eligibility_result == Eligibility::NotEligible;
            case.outcome = turned_away.then_some(crate::lists::OutcomeStatus::NotEligible);
            case.screening.screened = Some((stamp, screened.clone()));
            reception::see_age(case, screened.age_band);
        }
        Event::ConcernsNoted(noted) => {
            for concern in &noted.initial_concerns {
                if !case.screening.concerns.contains(concern) {
                    case.screening.concerns.push(*concern);
                }
            }
        }
        Event::RiskDecided(decision) => {
            case.screening.first_risk.get_or_insert(decision.risk_level);
            let known = case.screening.risk.as_ref();
            let same = known.filter(|risk| risk.level == decision.risk_level);
            let (reached, before) = match (same, known) {
                (Some(same), _) => (same.reached, same.before),
                (None, known) => (stamp.happened, known.map(|risk| risk.level)),
            };
            case.screening.risk = Some(Risk {
                level: decision.risk_level,
                reason: decision.risk_reason.clone(),
                since: stamp,
                below_floor: decision.below_floor,
                reached,
                before,
            });
        }
    }
}

//! Floors: the least risk level that the facts on file propose, each with its reason (3.1).

use jiff::{SignedDuration, Timestamp};

use crate::{
    answer::Answer,
    case::Case,
    class::{Class, Classes},
    lists::{
        AlertKind, CaregiverSituation, CurrentSafety, ImmediateNeed, LivingArrangement, RiskLevel,
        ServiceType, VulnerabilityCategory as V,
    },
    sop::{FloorReason, Sop},
};

/// A proposed least level, its reason, and who may be told the reason.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Floor {
    pub reason: FloorReason,
    pub level: RiskLevel,
    pub classes: Classes,
}

/// Every floor that the facts on file propose.
#[must_use]
pub fn floors(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Floor> {
    FloorReason::ALL
        .iter()
        .filter_map(|reason| {
            let level = *sop.floors.get(reason)?;
            let classes = holds(case, *reason, now)?;
            Some(Floor {
                reason: *reason,
                level,
                classes,
            })
        })
        .collect()
}

/// Whether a reason holds, and the classes of the facts behind it.
fn holds(case: &Case, reason: FloorReason, now: Timestamp) -> Option<Classes> {
    let general = |holds: bool| holds.then_some(Classes::GENERAL);
    let concern = |category: V| case.screening.concerns.contains(&category);
    let at_door = |need: ImmediateNeed| {
        let arrival = case.reception.arrival.as_ref();
        arrival.is_some_and(|arrival| arrival.immediate_needs.contains(&need))
    };
    match reason {
        FloorReason::DangerNow => general(danger_now(case, at_door(ImmediateNeed::DangerNow))),
        FloorReason::SuicidalPlan => suicidal(case),
        FloorReason::RecentSexualViolence => {
            let window = case.reception.health_window.as_ref();
            let recent = window.is_some_and(|window| now <= window.contraception_until);
            recent.then_some(Classes::of(Class::Gbv))
        }
        FloorReason::UnaccompaniedChild => general(
            concern(V::UnaccompaniedChild)
                || (at_door(ImmediateNeed::ChildAlone) && case.is_child(now)),
        ),
        FloorReason::TraffickingLiveControl => case
            .assessment
            .trafficking_floor()
            .then_some(Classes::of(Class::Trafficking)),
        FloorReason::CaregiverIsAbuser => general(unsafe_caregiver_told(case)).or_else(|| {
            case.child
                .caregiver_is_abuser()
                .then_some(Classes::of(Class::Child))
        }),
        FloorReason::CredibleThreat => credible_threat(case, now),
        FloorReason::RemovalToDanger => general(concern(V::AtRiskOfRemoval)),
        FloorReason::SeparatedChild => general(concern(V::SeparatedChild)),
        FloorReason::LatePregnancyAlone => case
            .registration
            .pregnant_alone()
            .then_some(Classes::of(Class::Health)),
        FloorReason::SeriousUntreatedIllness => {
            concern(V::SeriousMedical).then_some(Classes::of(Class::Health))
        }
        FloorReason::HomelessTonight => general(concern(V::Homeless) || waits_for_shelter(case)),
    }
}

/// Whether somebody came for a place to sleep tonight and none is known yet.
#[must_use]
pub fn waits_for_shelter(case: &Case) -> bool {
    let arrival = case.reception.arrival.as_ref();
    let asked = arrival.is_some_and(|arrival| {
        arrival
            .immediate_needs
            .contains(&ImmediateNeed::ShelterTonight)
    });
    asked && !under_a_roof(case)
}

/// Whether a place to sleep was given since the arrival, or one is known.
fn under_a_roof(case: &Case) -> bool {
    use LivingArrangement as L;
    let helped = case.reception.help.iter();
    let helped = helped.map(|(_, help)| help.service_type);
    let served = case.implementation.services.iter();
    let served = served.filter(|state| state.delivered_at.is_some());
    let served = served.map(|state| state.service.service_type);
    let background = case.registration.background.as_ref();
    let lives = background.and_then(|known| known.living_arrangement.as_ref());
    let lives = lives.and_then(Answer::known).is_some_and(|place| {
        !matches!(
            place,
            L::Street | L::InformalSettlement | L::Squat | L::Transit
        )
    });
    lives || helped.chain(served).any(is_a_roof)
}

const fn is_a_roof(service: ServiceType) -> bool {
    use ServiceType as S;
    matches!(
        service,
        S::EmergencyShelter
            | S::SafeHouse
            | S::CentreBed
            | S::HostFamily
            | S::FosterCare
            | S::RentSupport
            | S::Hotel
    )
}

/// What was said of the caregiver when consent was asked last.
fn unsafe_caregiver_told(case: &Case) -> bool {
    let said =
        (case.consents.decisions.iter().rev()).find_map(|(_, consent)| consent.caregiver_situation);
    matches!(
        said,
        Some(CaregiverSituation::Unsafe | CaregiverSituation::Suspected)
    )
}

/// Danger now: what was told last counts; a later "safe" ends it.
fn danger_now(case: &Case, at_door: bool) -> bool {
    match case.assessment.last_safety(case) {
        Some(safety) => safety == CurrentSafety::ImmediateDanger,
        None => at_door,
    }
}

/// What was told last of ending one's life. That an alert was answered changes nothing of it; a
/// later "no", or a safety check that finds the person safe, does.
fn suicidal(case: &Case) -> Option<Classes> {
    let told = case.reception.alerts.iter().rfind(|state| {
        matches!(
            state.alert.kind,
            AlertKind::SuicidalRisk | AlertKind::SelfHarmAnswer
        )
    })?;
    let since = told.raised.recorded;
    let denied = case.reception.dangers.iter();
    let safe = case.assessment.safety.iter();
    let ended = denied
        .map(|(at, danger)| (at, !danger.suicidal))
        .chain(safe.map(|(at, checked)| (at, checked.current_safety == CurrentSafety::Safe)))
        .any(|(at, over)| over && at.recorded >= since);
    (!ended).then_some(told.classes)
}

/// A threat that was told in the last 30 days, at any time or in a safety check, and not followed
/// by "safe".
fn credible_threat(case: &Case, now: Timestamp) -> Option<Classes> {
    if case.assessment.last_safety(case) == Some(CurrentSafety::Safe) {
        return None;
    }
    let reported = case.reception.dangers.iter();
    let reported = reported.filter(|(_, danger)| danger.current_safety != CurrentSafety::Safe);
    let checked = case.assessment.dangers.iter().map(|(stamp, _)| stamp);
    let told = reported.map(|(stamp, _)| stamp).chain(checked);
    told.filter(|stamp| now.duration_since(stamp.happened) <= SignedDuration::from_hours(30 * 24))
        .map(|stamp| stamp.classes)
        // One that everybody may be told about, if there is one.
        .min_by_key(|classes| *classes != Classes::GENERAL)
}

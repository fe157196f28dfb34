//! Violence, exploitation and abuse (2.2, 3.7): one event a type, one GBV type an incident, in the
//! class of its type; health care offered while it helps most.

use jiff::Timestamp;

use crate::{
    answer::Answer,
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::Yes,
    event::Body,
    id::Id,
    lists::{
        AlertKind, CaseContext, Country, DangerSource, LabourSector, MeansOfControl, Phase,
        Recruiter, Source, Step, Theme, VeaType,
    },
    macros::record,
    order::Order,
    reception::{self, HealthWindow},
    refusal::{Refusal, Why, ensure_at},
    sop::{Sop, hours_after},
};

use super::Event;

record! {
    /// Something that was done to the person (3.7).
    pub struct Vea {
        #[serde(default)] pub vea: Id,
        /// The first event of the same incident, when several things were done at once.
        #[serde(default)] pub incident: Option<Id>,
        #[serde(rename = "type")] pub vea_type: VeaType,
        pub phase: Phase,
        #[serde(default)] pub place_type: Option<String>,
        #[serde(default)] pub country: Option<Answer<Country>>,
        pub date_or_period: String,
        /// When it happened, if that is known: the health windows count from it.
        #[serde(default)] pub violence_at: Option<Timestamp>,
        pub ongoing: bool,
        #[serde(default)] pub perpetrator_type: Option<Answer<DangerSource>>,
        #[serde(default)] pub perpetrator_known: Option<Answer<bool>>,
        #[serde(default)] pub reported_to_authority: Option<Answer<bool>>,
        pub source: Source,
        /// Apart from the type, never instead of it.
        #[serde(default)] pub case_context: Vec<CaseContext>,
        #[serde(default)] pub means_of_control: Vec<MeansOfControl>,
        #[serde(default)] pub labour_sector: Option<Answer<LabourSector>>,
        #[serde(default)] pub recruiter: Option<Answer<Recruiter>>,
    }
}

/// The six types of gender-based violence (3.7).
const fn is_gbv(vea: VeaType) -> bool {
    matches!(
        vea,
        VeaType::Rape
            | VeaType::SexualAssault
            | VeaType::PhysicalAssault
            | VeaType::ForcedMarriage
            | VeaType::DenialResources
            | VeaType::PsychologicalAbuse
    )
}

/// The class that a type belongs to.
#[must_use]
pub const fn class_of_violence(vea: VeaType) -> Classes {
    use VeaType as V;
    match vea {
        _ if is_gbv(vea) => Classes::of(Class::Gbv),
        V::SeaByAidWorker | V::HarmfulPractice => Classes::of(Class::Gbv),
        V::ForcedLabour
        | V::DebtBondage
        | V::DomesticServitude
        | V::SexualExploitation
        | V::ForcedBegging
        | V::ForcedCriminality
        | V::ForcedRecruitment
        | V::OrganRemoval
        | V::SlaveryLike => Classes::of(Class::Trafficking),
        V::ChildLabour | V::Neglect | V::ChildAbuse => Classes::of(Class::Child),
        V::Torture => Classes::of(Class::Mhpss),
        _ => Classes::GENERAL,
    }
}

pub(super) fn record(case: &Case, sop: &Sop, order: &Order, asked: &Vea) -> Result<Yes, Refusal> {
    let classes = class_of_violence(asked.vea_type);
    let future = asked.violence_at.is_some_and(|at| at > order.now);
    ensure_at(!future, Why::HappenedInFuture, "violence_at")?;
    one_gbv_type(case, asked).map_err(|refusal| refusal.within(classes))?;
    let mut kept = asked.clone();
    kept.vea = order.command.nth(0);
    let window = window(sop, order, asked);
    let recent = window.is_some();
    let mut yes = Yes::of(classes, Body::Assessment(Event::VeaRecorded(kept)));
    if let Some(window) = window {
        yes = yes.and(
            classes,
            Body::Reception(reception::Event::HealthWindowOpened(window)),
        );
    }
    Ok(yes
        .and_if(recent, classes, || {
            reception::alert(order, 1, AlertKind::SexualViolenceRecent, Theme::Gbv)
        })
        .and_if(asked.vea_type == VeaType::SeaByAidWorker, classes, || {
            reception::alert(order, 2, AlertKind::SeaByAidWorker, Theme::Psea)
        }))
}

/// An incident has one of the six types, the gravest (3.7); other things done are added to it.
fn one_gbv_type(case: &Case, asked: &Vea) -> Result<(), Refusal> {
    let Some(incident) = asked.incident else {
        return Ok(());
    };
    let mut same = (case.assessment.vea.iter().map(|(_, vea)| vea))
        .filter(|known| known.vea == incident || known.incident == Some(incident))
        .peekable();
    ensure_at(same.peek().is_some(), Why::NoSuchThing, "incident")?;
    ensure_at(
        !(is_gbv(asked.vea_type) && same.any(|known| is_gbv(known.vea_type))),
        Why::OneTypePerIncident,
        "type",
    )
}

/// The health windows, while at least one of them is open (2.0).
fn window(sop: &Sop, order: &Order, asked: &Vea) -> Option<HealthWindow> {
    if !matches!(asked.vea_type, VeaType::Rape | VeaType::SexualAssault) {
        return None;
    }
    let at = asked
        .violence_at
        .or_else(|| asked.ongoing.then_some(order.happened))?;
    let window = HealthWindow {
        violence_at: at,
        hiv_until: hours_after(at, sop.hiv_prophylaxis_hours),
        contraception_until: hours_after(at, sop.emergency_contraception_hours),
    };
    (order.now <= window.contraception_until).then_some(window)
}

/// New violence forces a review (2.5); what lies before the arrival does not.
pub(super) fn apply(case: &mut Case, stamp: Stamp, vea: &Vea) {
    case.step_mut(Step::Assessment).begin(stamp.happened);
    let arrived = case.arrived_at();
    let since_arrival = vea
        .violence_at
        .is_some_and(|at| arrived.is_some_and(|arrived| at >= arrived));
    case.assessment.vea.push((stamp, vea.clone()));
    if vea.ongoing || since_arrival {
        crate::review::trigger_within(case, stamp.happened, stamp.classes);
    }
}

//! Step 2, vulnerability and needs assessment (`domain.md` 2.2, sections 4 and 5): safety, needs,
//! the picture of factors, violence, the trafficking screening, and gate G2.

mod gate;
mod life;
mod marks;
mod needs;
mod picture;
mod safety;
mod scales;
mod snapshot;
mod starter;
mod trafficking;
mod violence;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::Yes,
    event::events,
    id::Id,
    lists::{FactorLevel, FormalStatus, NeedDomain, Overall, SocialRisk, VulnerabilityCategory},
    order::{OnClash, Order, asks},
    refusal::{Refusal, Why, ensure_at},
    sop::Sop,
};

pub(crate) use gate::dues;
pub use gate::{g2, needs_approval};
pub use life::{HealthAlerts, Life};
pub use marks::{Holds, Mark, Turn, Which, compare};
pub use needs::{
    Categories, CategoriesKept, Need, NeedAnswer, NeedRow, NeedText, Priorities, SocialRisks,
};
pub use picture::{
    ContextFactor, Factor, FactorLink, FactorRetired, FactorState, Formulation, LevelCovered,
    LevelUncovered, PictureJudged, Profile,
};
pub use safety::{DangerDescribed, SafetyCheck, SafetyChecked, SafetyPlan, SafetyPlanMade};
pub use scales::{Gad7, Phq9, ScaleTaken, band, highest};
pub(crate) use snapshot::completed;
pub use snapshot::{Reassess, Snapshot, TakeSnapshot};
pub use trafficking::{
    Facts, FormalStatusChange, RestrictedCompleted, TipConcluded, TipConfirmed, TipScreening,
    TipSkipped, TipState, propose,
};
pub use violence::{Vea, class_of_violence};

asks! {
    /// What may be asked for at the assessment.
    Ask {
        CheckSafety(SafetyCheck), MakeSafetyPlan(SafetyPlan),
        AnswerNeed(NeedAnswer), RecordCategories(Categories), RecordPriorities(Priorities),
        DescribeLife(Life), NoteHealthAlerts(HealthAlerts),
        RecordFactor(Factor), RetireFactor(FactorRetired), LinkFactors(FactorLink),
        AttachProfile(Profile), WriteFormulation(Formulation), TakeSnapshot(TakeSnapshot),
        RecordVea(Vea), TakePhq9(Phq9), TakeGad7(Gad7),
        ScreenTip(TipScreening), SkipTip(TipSkipped), ConcludeTip(TipConcluded),
        ConfirmTip(TipConfirmed), ChangeFormalStatus(FormalStatusChange),
        Reassess(Reassess),
    }
}
events! {
    /// What became true at the assessment.
    Event {
        SafetyChecked(SafetyChecked), DangerDescribed(DangerDescribed),
        SafetyPlanMade(SafetyPlanMade), SafetyPlanWritten(SafetyPlan),
        NeedAnswered(NeedRow), NeedDescribed(NeedText),
        CategoriesRecorded(CategoriesKept), SocialRisksRecorded(SocialRisks),
        PrioritiesRecorded(Priorities),
        LifeDescribed(Life), HealthAlertsNoted(HealthAlerts),
        FactorRecorded(Factor), FactorRetired(FactorRetired), FactorsLinked(FactorLink),
        LevelCovered(LevelCovered), LevelUncovered(LevelUncovered),
        ProfileAttached(Profile), PictureJudged(PictureJudged), FormulationWritten(Formulation),
        SnapshotTaken(TakeSnapshot),
        VeaRecorded(Vea), Phq9Taken(Phq9), Gad7Taken(Gad7),
        TipScreened(TipScreening), TipSkipped(TipSkipped), TipConcluded(TipConcluded),
        TipConfirmed(TipConfirmed), TipReturned(TipConfirmed), FormalStatusChanged(FormalStatusChange),
        RestrictedAssessmentCompleted(RestrictedCompleted),
        ReassessmentStarted(Reassess),
    }
}

impl Ask {
    /// The classes that one must be able to read to ask for this: what was told first may be
    /// written by anybody on the case, the trafficking screening is the work of its readers.
    #[must_use]
    pub const fn needs(&self) -> Classes {
        match self {
            Self::ScreenTip(_)
            | Self::ConcludeTip(_)
            | Self::ConfirmTip(_)
            | Self::ChangeFormalStatus(_) => Classes::of(Class::Trafficking),
            Self::TakePhq9(_) | Self::TakeGad7(_) => scales::MHPSS,
            _ => Classes::GENERAL,
        }
    }

    /// Answers that replace what stood before need the page they were typed on.
    #[must_use]
    pub fn on_clash(&self) -> OnClash {
        match self {
            Self::AnswerNeed(answer) => OnClash::NeedsBase(answer.domain.code()),
            Self::RecordPriorities(_) => OnClash::NeedsBase("priorities"),
            Self::WriteFormulation(_) => OnClash::NeedsBase("formulation"),
            Self::DescribeLife(_) => OnClash::NeedsBase("life"),
            Self::NoteHealthAlerts(_) => OnClash::NeedsBase("health_alerts"),
            Self::MakeSafetyPlan(_) => OnClash::NeedsBase("safety_plan"),
            _ => OnClash::Commutes,
        }
    }
}

/// What the assessment knows.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct State {
    pub safety: Vec<(Stamp, SafetyChecked)>,
    pub dangers: Vec<(Stamp, DangerDescribed)>,
    /// That a safety plan stands: enough for gates.
    pub safety_planned: Option<(Stamp, SafetyPlanMade)>,
    /// The safety plan itself, for those who may read it.
    pub safety_plan: Option<(Stamp, SafetyPlan)>,
    pub needs: BTreeMap<NeedDomain, Need>,
    pub need_texts: BTreeMap<NeedDomain, NeedText>,
    pub categories: BTreeSet<VulnerabilityCategory>,
    pub social_risks: BTreeSet<SocialRisk>,
    pub priorities: Option<(Stamp, Priorities)>,
    pub life: Option<(Stamp, Life)>,
    pub health_alerts: Option<(Stamp, HealthAlerts)>,
    pub factors: Vec<FactorState>,
    pub links: Vec<(Stamp, FactorLink)>,
    /// Factors that stand, by id, with their level: also those whose text a reader may not see.
    pub covered: BTreeMap<Id, FactorLevel>,
    pub profiles: Vec<(Stamp, Profile)>,
    pub overall: Option<(Stamp, Overall)>,
    pub formulation: Option<(Stamp, Formulation)>,
    /// Pictures as they stood, never changed (section 4, repetition).
    pub snapshots: Vec<Snapshot>,
    pub vea: Vec<(Stamp, Vea)>,
    /// Scales of mental health that were filled in, oldest first.
    pub scales: Vec<(Stamp, ScaleTaken)>,
    pub tip: Vec<TipState>,
    /// Newest reason why no whole screening was done.
    pub tip_skipped: Option<(Stamp, TipSkipped)>,
    /// That the restricted part was completed: all that a general reader knows of it.
    pub restricted_completed: Option<Stamp>,
    pub formal_status: Option<(Stamp, FormalStatus)>,
    /// The reassessment under way.
    pub reassessing: Option<Stamp>,
}

pub(crate) fn decide(case: &Case, sop: &Sop, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    match ask {
        Ask::CheckSafety(check) => Ok(safety::check(order, check)),
        Ask::MakeSafetyPlan(plan) => safety::plan(plan),
        Ask::AnswerNeed(answer) => needs::answer(case, order, answer),
        Ask::RecordCategories(asked) => needs::categories(asked),
        Ask::RecordPriorities(priorities) => needs::priorities(priorities),
        Ask::DescribeLife(life) => life::describe(life),
        Ask::NoteHealthAlerts(alerts) => life::alert(alerts),
        Ask::RecordFactor(factor) => picture::record(case, order, factor),
        Ask::RetireFactor(retired) => picture::retire(case, retired),
        Ask::LinkFactors(link) => picture::link(case, link),
        Ask::AttachProfile(profile) => picture::attach(profile),
        Ask::WriteFormulation(formulation) => picture::formulate(case, formulation),
        Ask::TakeSnapshot(asked) => Ok(snapshot::take(asked)),
        Ask::RecordVea(vea) => violence::record(case, sop, order, vea),
        Ask::TakePhq9(asked) => scales::phq9(case, order, asked),
        Ask::TakeGad7(asked) => scales::gad7(case, order, asked),
        Ask::ScreenTip(screening) => trafficking::screen(case, order, screening),
        Ask::SkipTip(skipped) => Ok(trafficking::skip(skipped)),
        Ask::ConcludeTip(concluded) => trafficking::conclude(case, concluded),
        Ask::ConfirmTip(confirmed) => trafficking::confirm(case, order, confirmed),
        Ask::ChangeFormalStatus(change) => trafficking::change_formal(case, order, change),
        Ask::Reassess(reassess) => snapshot::reassess(case, reassess),
    }
}

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    match event {
        Event::SafetyChecked(_)
        | Event::DangerDescribed(_)
        | Event::SafetyPlanMade(_)
        | Event::SafetyPlanWritten(_) => safety::apply(case, stamp, event),
        Event::NeedAnswered(_)
        | Event::NeedDescribed(_)
        | Event::CategoriesRecorded(_)
        | Event::SocialRisksRecorded(_)
        | Event::PrioritiesRecorded(_) => needs::apply(case, stamp, event),
        Event::LifeDescribed(_) | Event::HealthAlertsNoted(_) => life::apply(case, stamp, event),
        Event::FactorRecorded(_)
        | Event::FactorRetired(_)
        | Event::FactorsLinked(_)
        | Event::LevelCovered(_)
        | Event::LevelUncovered(_)
        | Event::ProfileAttached(_)
        | Event::PictureJudged(_)
        | Event::FormulationWritten(_) => picture::apply(case, stamp, event),
        Event::VeaRecorded(vea) => violence::apply(case, stamp, vea),
        Event::Phq9Taken(_) | Event::Gad7Taken(_) => scales::apply(case, stamp, event),
        Event::TipScreened(_)
        | Event::TipSkipped(_)
        | Event::TipConcluded(_)
        | Event::TipConfirmed(_)
        | Event::TipReturned(_)
        | Event::FormalStatusChanged(_)
        | Event::RestrictedAssessmentCompleted(_) => trafficking::apply(case, stamp, event),
        Event::SnapshotTaken(asked) => snapshot::keep(case, stamp, asked.occasion),
        Event::ReassessmentStarted(_) => snapshot::start_again(case, stamp),
    }
}

/// Refuses a text that says nothing.
pub(crate) fn said(text: &str, field: &'static str) -> Result<(), Refusal> {
    ensure_at(!text.trim().is_empty(), Why::TextNeeded, field)
}

/// Whether an optional text says something.
pub(crate) fn given(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

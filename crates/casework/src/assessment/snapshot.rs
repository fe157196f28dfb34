//! Pictures as they stood: immutable, dated, comparable; and assessing again (section 4,
//! "Repetition"; 3.1 full reassessment).

use std::collections::BTreeMap;

use crate::{
    case::{Case, Stamp},
    decide::Yes,
    event::Body,
    lists::{NeedDomain, Occasion, Overall, RiskLevel, Step, StepState},
    macros::record,
    refusal::{Refusal, Why, ensure},
};

use super::{Event, FactorLink, FactorState, Formulation, Need, Profile, said};

record! {
    /// Assess again while help goes on: by the calendar, or because something changed.
    pub struct Reassess { pub reason: String }
}
record! {
    /// Keep the picture as it stands, for instance before a departure or at closure.
    pub struct TakeSnapshot { pub occasion: Occasion }
}

/// The picture on one day. Nothing changes it afterwards.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Snapshot {
    /// 1 for the first picture of the episode, and so on.
    pub number: usize,
    pub at: Stamp,
    pub occasion: Occasion,
    pub factors: Vec<FactorState>,
    pub links: Vec<FactorLink>,
    pub profiles: Vec<Profile>,
    pub needs: BTreeMap<NeedDomain, Need>,
    pub overall: Option<Overall>,
    pub formulation: Option<Formulation>,
    pub risk: Option<RiskLevel>,
}

pub(super) fn take(asked: &TakeSnapshot) -> Yes {
    Yes::general(Body::Assessment(Event::SnapshotTaken(asked.clone())))
}

pub(super) fn reassess(case: &Case, asked: &Reassess) -> Result<Yes, Refusal> {
    said(&asked.reason, "reason")?;
    ensure(case.assessment.reassessing.is_none(), Why::AlreadyDone)?;
    let done = matches!(
        case.step(Step::Assessment).state(),
        StepState::Done | StepState::RevisitDue
    );
    ensure(done, Why::NotNow)?;
    Ok(Yes::general(Body::Assessment(Event::ReassessmentStarted(
        asked.clone(),
    ))))
}

/// The assessment is complete: its picture is kept.
pub(crate) fn completed(case: &mut Case, at: Stamp) {
    let again = case.assessment.reassessing.take().is_some();
    let occasion = if again {
        Occasion::Reassessment
    } else {
        Occasion::Intake
    };
    keep(case, at, occasion);
}

pub(super) fn keep(case: &mut Case, at: Stamp, occasion: Occasion) {
    let state = &case.assessment;
    let snapshot = Snapshot {
        number: state.snapshots.len() + 1,
        at,
        occasion,
        factors: state.standing().cloned().collect(),
        links: state.links.iter().map(|(_, link)| link.clone()).collect(),
        profiles: state.profiles.iter().map(|(_, p)| p.clone()).collect(),
        needs: state.needs.clone(),
        overall: state.overall.map(|(_, overall)| overall),
        formulation: state.formulation.as_ref().map(|(_, text)| text.clone()),
        risk: case.risk(),
    };
    case.assessment.snapshots.push(snapshot);
}

pub(super) fn start_again(case: &mut Case, at: Stamp) {
    case.assessment.reassessing = Some(at);
    case.step_mut(Step::Assessment).revisit = true;
}

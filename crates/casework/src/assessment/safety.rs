//! Safety (2.2): how safe the person is now, what the danger is, and the safety plan.

use crate::{
    answer::Answer,
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::Yes,
    event::Body,
    lists::{AlertKind, CopyGiven, CurrentSafety, DangerSource, Step, Theme},
    macros::record,
    order::Order,
    reception,
    refusal::Refusal,
};

use super::{Event, State, given, said};

record! {
    /// The safety check (2.2). `asked_in_private` means that nobody listened who may be a danger.
    pub struct SafetyCheck {
        #[serde(default)] pub danger_sources: Vec<DangerSource>,
        #[serde(default)] pub threat_detail: Option<String>,
        pub current_safety: CurrentSafety,
        #[serde(default)] pub can_return_home: Option<Answer<bool>>,
        #[serde(default)] pub location_known_to_perpetrator: Option<Answer<bool>>,
        pub asked_in_private: bool,
        /// What the danger is about; decides who may read it, beside the sources themselves.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// How safe the person is: its general part.
    pub struct SafetyChecked {
        pub current_safety: CurrentSafety,
        #[serde(default)] pub can_return_home: Option<Answer<bool>>,
        pub asked_in_private: bool,
    }
}
record! {
    /// What the danger is, in the classes of its sources.
    pub struct DangerDescribed {
        pub danger_sources: Vec<DangerSource>,
        #[serde(default)] pub threat_detail: Option<String>,
        #[serde(default)] pub location_known_to_perpetrator: Option<Answer<bool>>,
    }
}
record! {
    /// A safety plan (2.2, 2.3): made with the person, not carried where carrying it is a danger.
    pub struct SafetyPlan {
        pub warning_signs: String, pub safe_places: String, pub who_to_call: String,
        pub steps: String,
        #[serde(default)] pub code_word: Option<String>,
        pub copy_given: CopyGiven,
        /// What the plan is about; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// That a safety plan stands, and whether the person carries it.
    pub struct SafetyPlanMade { pub copy_given: CopyGiven }
}

/// The class that a source of danger tells about.
const fn class_of(source: DangerSource) -> Classes {
    match source {
        DangerSource::Partner => Classes::of(Class::Gbv),
        DangerSource::TraffickerOrRecruiter => Classes::of(Class::Trafficking),
        _ => Classes::GENERAL,
    }
}

pub(super) fn check(order: &Order, asked: &SafetyCheck) -> Yes {
    let about: Classes = asked.about.iter().copied().collect();
    let classes = asked
        .danger_sources
        .iter()
        .fold(about, |all, source| all.union(class_of(*source)));
    let checked = SafetyChecked {
        current_safety: asked.current_safety,
        can_return_home: asked.can_return_home,
        asked_in_private: asked.asked_in_private,
    };
    let described = !asked.danger_sources.is_empty()
        || given(asked.threat_detail.as_deref())
        || asked.location_known_to_perpetrator.is_some();
    let to_oneself = asked.danger_sources.contains(&DangerSource::Oneself)
        && asked.current_safety != CurrentSafety::Safe;
    let others = |source: &DangerSource| *source != DangerSource::Oneself;
    let threatened = asked.current_safety == CurrentSafety::AtRisk
        && (asked.danger_sources.iter().any(others)
            || (asked.danger_sources.is_empty() && given(asked.threat_detail.as_deref())));
    Yes::general(Body::Assessment(Event::SafetyChecked(checked)))
        .and_if(described, classes, || {
            Body::Assessment(Event::DangerDescribed(DangerDescribed {
                danger_sources: asked.danger_sources.clone(),
                threat_detail: asked.threat_detail.clone(),
                location_known_to_perpetrator: asked.location_known_to_perpetrator,
            }))
        })
        .and_if(
            asked.current_safety == CurrentSafety::ImmediateDanger,
            Classes::GENERAL,
            || reception::alert(order, 1, AlertKind::DangerNow, Theme::SupervisorNow),
        )
        // Risk to self: the supervisor now (2.7).
        .and_if(to_oneself, classes, || {
            reception::alert(order, 2, AlertKind::SuicidalRisk, Theme::SupervisorNow)
        })
        // A threat is one wherever it is told.
        .and_if(threatened, classes, || {
            reception::alert(order, 3, AlertKind::Threat, Theme::SupervisorNow)
        })
}

pub(super) fn plan(plan: &SafetyPlan) -> Result<Yes, Refusal> {
    said(&plan.steps, "steps")?;
    said(&plan.who_to_call, "who_to_call")?;
    let made = SafetyPlanMade {
        copy_given: plan.copy_given,
    };
    Ok(
        Yes::general(Body::Assessment(Event::SafetyPlanMade(made))).and(
            plan.about.iter().copied().collect(),
            Body::Assessment(Event::SafetyPlanWritten(plan.clone())),
        ),
    )
}

impl State {
    /// The newest statement of safety by recording: from a safety check, a reported danger or a
    /// contact.
    #[must_use]
    pub fn last_safety(&self, case: &Case) -> Option<CurrentSafety> {
        self.last_said(case).map(|(_, safety)| safety)
    }

    /// The same, with when and by whom.
    #[must_use]
    pub fn last_said(&self, case: &Case) -> Option<(Stamp, CurrentSafety)> {
        let checks = self.safety.iter().map(|(at, c)| (*at, c.current_safety));
        let dangers = case.reception.dangers.iter();
        let told = dangers.map(|(at, danger)| (*at, danger.current_safety));
        let contact = case.review.last_safety.iter().copied();
        checks
            .chain(told)
            .chain(contact)
            .max_by_key(|(at, _)| at.recorded)
    }
}

pub(super) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    case.step_mut(Step::Assessment).begin(stamp.happened);
    let state = &mut case.assessment;
    match event {
        Event::SafetyChecked(checked) => state.safety.push((stamp, checked.clone())),
        Event::DangerDescribed(danger) => {
            state.dangers.push((stamp, danger.clone()));
            let safe = state.safety.last().is_some_and(|(at, checked)| {
                at.recorded == stamp.recorded && checked.current_safety == CurrentSafety::Safe
            });
            if !safe {
                crate::review::trigger_within(case, stamp.happened, stamp.classes);
            }
        }
        Event::SafetyPlanMade(made) => {
            state.safety_planned = Some((stamp, made.clone()));
            case.touch("safety_plan");
        }
        Event::SafetyPlanWritten(plan) => state.safety_plan = Some((stamp, plan.clone())),
        _ => {}
    }
}

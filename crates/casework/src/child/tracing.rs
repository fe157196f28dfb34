//! Family tracing, only once the child agreed, and the caregiver who may be the danger (2.7, 3.5).

use crate::{
    assessment::{given, said},
    case::{Case, Stamp},
    decide::Yes,
    event::Body,
    lists::{AlertKind, CaregiverSituation, Scope, Theme, TracingStatus},
    macros::record,
    order::Order,
    reception,
    refusal::{Refusal, Why, ensure, ensure_at},
};

use super::{CHILD, Event};

record! {
    /// A search for relatives begins.
    pub struct TracingStart { pub who: String, #[serde(default)] pub what_is_known: Option<String> }
}
record! {
    /// What the search found.
    pub struct TracingResult {
        pub result: TracingStatus,
        #[serde(default)] pub who: Option<String>,
        #[serde(default)] pub safety_note: Option<String>,
    }
}
record! {
    /// How it stands with the caregiver (2.1 child rule).
    pub struct CaregiverIs {
        pub situation: CaregiverSituation,
        #[serde(default)] pub who: Option<String>,
        #[serde(default)] pub note: Option<String>,
    }
}

pub(super) fn start(case: &Case, order: &Order, asked: &TracingStart) -> Result<Yes, Refusal> {
    let allowed = case.consents.allows(Scope::Tracing, None, order.now);
    allowed.map_err(|why| Refusal::new(why).naming(Scope::LIST, Scope::Tracing.code()))?;
    said(&asked.who, "who")?;
    let searching = matches!(case.child.tracing, Some((_, TracingStatus::Searching)));
    ensure(!searching, Why::AlreadyDone)?;
    Ok(Yes::of(
        CHILD,
        Body::Child(Event::TracingStarted(asked.clone())),
    ))
}

/// A result can change: somebody who seemed safe may turn out not to be.
pub(super) fn record(case: &Case, asked: &TracingResult) -> Result<Yes, Refusal> {
    ensure(case.child.tracing.is_some(), Why::NotNow)?;
    ensure_at(
        asked.result != TracingStatus::NotStarted,
        Why::NotAllowed,
        "result",
    )?;
    let found = matches!(
        asked.result,
        TracingStatus::FoundSafe | TracingStatus::FoundUnsafe
    );
    ensure_at(
        !found || given(asked.who.as_deref()),
        Why::TextNeeded,
        "who",
    )?;
    Ok(Yes::of(
        CHILD,
        Body::Child(Event::TracingRecorded(asked.clone())),
    ))
}

pub(super) fn describe(order: &Order, asked: &CaregiverIs) -> Yes {
    Yes::of(CHILD, Body::Child(Event::CaregiverDescribed(asked.clone()))).and_if(
        asked.situation.is_danger(),
        CHILD,
        || reception::alert(order, 1, AlertKind::UnsafeCaregiver, Theme::ChildProtection),
    )
}

pub(super) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    let state = &mut case.child;
    match event {
        Event::TracingStarted(_) => state.tracing = Some((stamp, TracingStatus::Searching)),
        Event::TracingRecorded(found) => {
            state.tracing = Some((stamp, found.result));
            state.family_unsafe |= found.result == TracingStatus::FoundUnsafe;
            state.traced.push((stamp, found.clone()));
        }
        Event::CaregiverDescribed(caregiver) => {
            let danger = caregiver.situation.is_danger();
            state.caregiver = Some((stamp, caregiver.clone()));
            if danger {
                crate::review::trigger_within(case, stamp.happened, stamp.classes);
            }
        }
        _ => {}
    }
}

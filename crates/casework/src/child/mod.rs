//! Children (`domain.md` 2.2 BIA, 2.7): best interests before life-changing decisions, family
//! tracing only with consent, and a caregiver who may be the danger.

mod best_interests;
mod tracing;

use crate::{
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::Yes,
    event::events,
    lists::{CaregiverSituation, ChildDecision, TracingStatus},
    order::{Order, asks},
    refusal::Refusal,
    sop::Sop,
};

pub(crate) use best_interests::dues;
pub use best_interests::{AuthorityTold, Bia, BiaOpened, BidPanel, blocked, without_guardian};
pub use tracing::{CaregiverIs, TracingResult, TracingStart};

asks! {
    /// What may be asked for about a child.
    Ask {
        OpenBia(BiaOpened), RecordBia(Bia), HoldBidPanel(BidPanel), TellAuthority(AuthorityTold),
        StartTracing(TracingStart), RecordTracing(TracingResult), DescribeCaregiver(CaregiverIs),
    }
}
events! {
    /// What became true about a child.
    Event {
        BiaOpened(BiaOpened), BiaRecorded(Bia), BidPanelHeld(BidPanel), AuthorityTold(AuthorityTold),
        TracingStarted(TracingStart), TracingRecorded(TracingResult), CaregiverDescribed(CaregiverIs),
    }
}

impl Ask {
    /// The classes that one must be able to read to ask for this. That a caregiver is a danger
    /// may be told to anybody, and every child gets a BIA.
    #[must_use]
    pub const fn needs(&self) -> Classes {
        match self {
            Self::OpenBia(_) | Self::DescribeCaregiver(_) => Classes::GENERAL,
            _ => CHILD,
        }
    }
}

pub(crate) const CHILD: Classes = Classes::of(Class::Child);

/// What is known about the best interests of a child.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct State {
    pub opened: Option<Stamp>,
    pub bia: Option<(Stamp, Bia)>,
    pub panels: Vec<(Stamp, BidPanel)>,
    /// A determination is needed and was not held since.
    pub bid_pending: bool,
    /// The relative who was found is not safe, and no best-interests step came after.
    pub family_unsafe: bool,
    pub told: Vec<(Stamp, AuthorityTold)>,
    pub tracing: Option<(Stamp, TracingStatus)>,
    /// What tracing found, in order: readable only with class `child`.
    pub traced: Vec<(Stamp, TracingResult)>,
    pub caregiver: Option<(Stamp, CaregiverIs)>,
}

impl State {
    /// Whether the caregiver is, or is suspected to be, the abuser (floor of 3.1).
    #[must_use]
    pub const fn caregiver_is_abuser(&self) -> bool {
        match &self.caregiver {
            Some((_, caregiver)) => caregiver.situation.is_danger(),
            None => false,
        }
    }

    /// Whether a best-interests step allows a decision.
    fn allows(&self, decision: ChildDecision) -> bool {
        let by_bid = self
            .panels
            .last()
            .is_some_and(|(_, panel)| panel.allows.contains(&decision));
        let by_bia = self
            .bia
            .as_ref()
            .is_some_and(|(_, bia)| !bia.bid_needed && bia.allows.contains(&decision));
        by_bid || by_bia
    }
}

impl CaregiverSituation {
    /// Never ask or inform such a caregiver (2.7).
    #[must_use]
    pub const fn is_danger(self) -> bool {
        matches!(self, Self::Unsafe | Self::Suspected)
    }
}

pub(crate) fn decide(case: &Case, _sop: &Sop, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    match ask {
        Ask::OpenBia(opened) => best_interests::open(case, order, opened),
        Ask::RecordBia(bia) => best_interests::record(case, order, bia),
        Ask::HoldBidPanel(panel) => best_interests::hold_panel(case, order, panel),
        Ask::TellAuthority(told) => best_interests::tell(told),
        Ask::StartTracing(start) => tracing::start(case, order, start),
        Ask::RecordTracing(result) => tracing::record(case, result),
        Ask::DescribeCaregiver(caregiver) => Ok(tracing::describe(order, caregiver)),
    }
}

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    match event {
        Event::BiaOpened(_)
        | Event::BiaRecorded(_)
        | Event::BidPanelHeld(_)
        | Event::AuthorityTold(_) => best_interests::apply(case, stamp, event),
        Event::TracingStarted(_) | Event::TracingRecorded(_) | Event::CaregiverDescribed(_) => {
            tracing::apply(case, stamp, event);
        }
    }
}

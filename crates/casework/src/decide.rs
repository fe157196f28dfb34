//! The one door of the rules: a case and an order in, events or a refusal out.

use jiff::SignedDuration;

use crate::{
    approval, assessment,
    case::Case,
    child,
    class::Classes,
    closure, consent,
    event::{Body, Event, VERSION},
    household,
    id::Id,
    implementation,
    lists::{AgeBand, AlertKind, ServiceType, Sex, Status},
    order::{Ask, OnClash, Order},
    planning, reception,
    refusal::{Refusal, Why, ensure, ensure_at},
    registration, review, screening,
    sop::Sop,
    transfer,
};

/// What a rule says yes with: events of their classes, and what must happen beside the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Yes {
    /// What became true, with the classes a reader needs.
    pub events: Vec<(Classes, Body)>,
    /// What must happen beside the file.
    pub beside: Vec<Beside>,
}

/// Effects beside the person's own file. The casebook carries them out in the same transaction.
#[derive(Clone, Debug, PartialEq)]
pub enum Beside {
    /// The person refused registration: keep an anonymous tally, and nothing of the person (2.7).
    TallyAndForget(Tally),
    /// The person's code must be unique in this installation.
    ClaimCode(String),
    /// The same command also changes the household's own file, or tells its other members' files.
    Household {
        /// The household's file.
        household: Id,
        /// What happens there.
        what: crate::household_file::Echo,
    },
}

impl Beside {
    /// What the household's other members' files are told, as far as the person stands in its
    /// view: somebody hidden from it leaves no trace there (2.7).
    pub(crate) fn notice(case: &Case, kind: AlertKind) -> Option<Self> {
        let household = case.household.shown_in()?;
        let what = crate::household_file::Echo::Tell(kind);
        Some(Self::Household { household, what })
    }
}

/// An anonymous count of somebody who was helped and did not want to be recorded (2.7).
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Tally {
    /// Day of the contact.
    pub day: jiff::civil::Date,
    /// Sex, as stated or seen; absent when unknown.
    pub sex: Option<Sex>,
    /// Age band.
    pub age_band: Option<AgeBand>,
    /// Help that was given all the same.
    pub services: Vec<ServiceType>,
    /// Times that data were shared without consent to save a life (DP7, indicator 31).
    #[serde(default, skip_serializing_if = "is_none")]
    pub overrides: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
const fn is_none(count: &u32) -> bool {
    *count == 0
}

impl Yes {
    /// One general event.
    #[must_use]
    pub fn general(body: Body) -> Self {
        Self::of(Classes::GENERAL, body)
    }

    /// One event of these classes.
    #[must_use]
    pub fn of(classes: Classes, body: Body) -> Self {
        Self {
            events: vec![(classes, body)],
            beside: Vec::new(),
        }
    }

    /// And one more event.
    #[must_use]
    pub fn and(mut self, classes: Classes, body: Body) -> Self {
        self.events.push((classes, body));
        self
    }

    /// And one more event, when there is one.
    #[must_use]
    pub fn and_if(self, holds: bool, classes: Classes, body: impl FnOnce() -> Body) -> Self {
        if holds {
            self.and(classes, body())
        } else {
            self
        }
    }

    /// And something beside the file.
    #[must_use]
    pub fn beside(mut self, effect: Beside) -> Self {
        self.beside.push(effect);
        self
    }
}

/// Decides an order on the whole fold of a case.
///
/// # Errors
/// A [`Refusal`] with its reasons. The caller shows it through [`Refusal::for_reader`].
pub fn decide(case: &Case, sop: &Sop, order: &Order) -> Result<Yes, Refusal> {
    about_time(case, order)?;
    about_base(case, order)?;
    match &order.ask {
        Ask::Reception(ask) => reception::decide(case, sop, order, ask),
        _ if case.status().is_none() => Err(Refusal::new(Why::NobodyArrived)),
        Ask::Consent(ask) => consent::decide(case, sop, order, ask),
        Ask::Screening(ask) => screening::decide(case, sop, order, ask),
        Ask::Registration(ask) => registration::decide(case, sop, order, ask),
        Ask::Assessment(ask) => open(case).and_then(|()| assessment::decide(case, sop, order, ask)),
        Ask::Child(ask) => open(case).and_then(|()| child::decide(case, sop, order, ask)),
        Ask::Planning(ask) => open(case).and_then(|()| planning::decide(case, sop, order, ask)),
        Ask::Implementation(ask) => implementation::decide(case, sop, order, ask),
        Ask::Review(ask) => review::decide(case, sop, order, ask),
        Ask::Closure(ask) => closure::decide(case, order, ask),
        Ask::Transfer(ask) => transfer::decide(case, order, ask),
        Ask::Approval(ask) => approval::decide(case, sop, order, ask),
        Ask::Household(ask) => household::decide(case, order, ask),
    }
}

/// The events as they are kept: stamped, marked when late.
#[must_use]
pub fn stamp(yes: &Yes, sop: &Sop, order: &Order) -> Vec<Event> {
    let delay = SignedDuration::from_hours(i64::from(sop.late_entry_after_hours));
    yes.events
        .iter()
        .map(|(classes, body)| Event {
            v: VERSION,
            command: order.command,
            by: order.by,
            happened: order.happened,
            recorded: order.now,
            late: order.now.duration_since(order.happened) > delay,
            classes: *classes,
            body: body.clone(),
        })
        .collect()
}

/// The step rooms work on an open case. A gate closes a step; notes, dangers, contacts and help
/// are never refused here, because those rooms do not ask this.
pub(crate) fn open(case: &Case) -> Result<(), Refusal> {
    match case.status() {
        Some(Status::Open | Status::OnHold) => Ok(()),
        Some(Status::Closed) => Err(Refusal::new(Why::CaseClosed)),
        Some(Status::Inquiry) => Err(Refusal::new(Why::NotACaseYet)),
        None => Err(Refusal::new(Why::NobodyArrived)),
    }
}

fn about_time(case: &Case, order: &Order) -> Result<(), Refusal> {
    // A clock on another machine may run a little ahead.
    let tolerance = SignedDuration::from_mins(5);
    ensure_at(
        order.happened.duration_since(order.now) <= tolerance,
        Why::HappenedInFuture,
        "happened",
    )?;
    match case.arrived_at() {
        Some(arrived) if !matches!(order.ask, Ask::Reception(_)) => ensure_at(
            order.happened.duration_since(arrived) >= SignedDuration::from_hours(-24),
            Why::HappenedBeforeArrival,
            "happened",
        ),
        _ => Ok(()),
    }
}

fn about_base(case: &Case, order: &Order) -> Result<(), Refusal> {
    match (order.ask.on_clash(), order.base) {
        (OnClash::NeedsBase(part), Some(base)) => {
            ensure(case.part_version(part) == base, Why::ChangedSince)
        }
        _ => Ok(()),
    }
}

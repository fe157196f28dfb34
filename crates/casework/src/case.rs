//! The case as a fold of its history: total over any subset of events, in the order of recording.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::{
    actor::By,
    approval, assessment, child,
    class::Classes,
    closure, consent,
    event::{Body, Event},
    household,
    id::Id,
    implementation,
    lists::{
        ImmediateNeed, OutcomeStatus, RiskLevel, Status, Step, StepState, VulnerabilityCategory,
    },
    planning, reception, registration, review, screening, transfer,
};

/// Who, when it happened, when it was recorded: what every entry carries.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Who.
    pub by: By,
    /// When it happened.
    pub happened: Timestamp,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// The classes of the entry.
    pub classes: Classes,
}

/// The common time stamps of one step (section 2).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepTimes {
    /// First work on the step.
    pub first_started_at: Option<Timestamp>,
    /// Sent for approval, and by whom.
    pub asked: Option<(Timestamp, By)>,
    /// Done, and by whom.
    pub done: Option<(Timestamp, By)>,
    /// Approved by.
    pub approved_by: Option<By>,
    /// Asked to be done again since it was done.
    pub revisit: bool,
    /// First work on doing it again.
    pub begun_again: Option<Timestamp>,
}

impl StepTimes {
    /// The state of the step.
    #[must_use]
    pub const fn state(&self) -> StepState {
        match (self.first_started_at, &self.asked, &self.done) {
            (_, Some(_), _) => StepState::AwaitingApproval,
            (_, None, Some(_)) if self.revisit && self.begun_again.is_none() => {
                StepState::RevisitDue
            }
            (_, None, Some(_)) if self.revisit => StepState::InProgress,
            (_, None, Some(_)) => StepState::Done,
            (Some(_), None, None) => StepState::InProgress,
            (None, None, None) => StepState::NotStarted,
        }
    }

    /// Work on the step began, or began again.
    pub(crate) fn begin(&mut self, at: Timestamp) {
        self.first_started_at.get_or_insert(at);
        if self.revisit {
            self.begun_again.get_or_insert(at);
        }
    }

    /// Sent for approval.
    pub(crate) const fn ask(&mut self, at: Timestamp, by: By) {
        self.asked = Some((at, by));
    }

    /// Done, with the approver when there was one.
    pub(crate) fn finish(&mut self, at: Timestamp, by: By, approved_by: Option<By>) {
        self.begin(at);
        self.asked = None;
        self.done = Some((at, by));
        self.approved_by = approved_by;
        self.revisit = false;
        self.begun_again = None;
    }

    /// Sent back: in progress again.
    pub(crate) const fn send_back(&mut self) {
        self.asked = None;
    }
}

/// An episode that ended before the present one.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// When it arrived.
    pub from: Option<Timestamp>,
    /// When it was closed.
    pub to: Option<Timestamp>,
    /// What the closure said.
    pub closure: closure::State,
}

/// A person's file, folded.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "one field a room, named like the room")]
pub struct Case {
    /// How many events were folded: the version a page carries.
    pub seen: u32,
    /// The present episode, from 1.
    pub episode: u16,
    /// Episodes that ended.
    pub earlier: Vec<Earlier>,
    status: Option<Status>,
    /// How it ended, when not by closing.
    pub outcome: Option<OutcomeStatus>,
    /// The centre that is responsible.
    pub centre: Option<Id>,
    /// Time stamps of the six steps.
    pub steps: BTreeMap<Step, StepTimes>,
    pub reception: reception::State,
    pub consents: consent::State,
    pub screening: screening::State,
    pub registration: registration::State,
    pub assessment: assessment::State,
    pub child: child::State,
    pub planning: planning::State,
    pub implementation: implementation::State,
    pub review: review::State,
    pub closure: closure::State,
    pub transfer: transfer::State,
    pub approvals: approval::State,
    pub household: household::State,
    parts: BTreeMap<&'static str, u32>,
}

impl Case {
    /// Folds a history, or the part of it that a reader may see.
    #[must_use]
    pub fn fold<'e>(events: impl IntoIterator<Item = &'e Event>) -> Self {
        let mut case = Self {
            episode: 1,
            ..Self::default()
        };
        events.into_iter().for_each(|event| case.apply(event));
        case
    }

    /// Folds what a reader of `held` classes may see.
    #[must_use]
    pub fn fold_for<'e>(events: impl IntoIterator<Item = &'e Event>, held: Classes) -> Self {
        Self::fold(
            events
                .into_iter()
                .filter(|event| event.classes.readable_with(held)),
        )
    }

    /// Adds one event.
    pub fn apply(&mut self, event: &Event) {
        self.seen += 1;
        let stamp = Stamp {
            by: event.by,
            happened: event.happened,
            recorded: event.recorded,
            classes: event.classes,
        };
        approval::note_author(self, event.by.account, &event.body);
        match &event.body {
            Body::Reception(body) => reception::apply(self, stamp, body),
            Body::Consent(body) => consent::apply(self, stamp, body),
            Body::Screening(body) => screening::apply(self, stamp, body),
            Body::Registration(body) => registration::apply(self, stamp, body),
            Body::Assessment(body) => assessment::apply(self, stamp, body),
            Body::Child(body) => child::apply(self, stamp, body),
            Body::Planning(body) => planning::apply(self, stamp, body),
            Body::Implementation(body) => implementation::apply(self, stamp, body),
            Body::Review(body) => review::apply(self, stamp, body),
            Body::Closure(body) => closure::apply(self, stamp, body),
            Body::Transfer(body) => transfer::apply(self, stamp, body),
            Body::Approval(body) => approval::apply(self, stamp, body),
            Body::Household(body) => household::apply(self, stamp, body),
        }
    }

    /// The status; `None` when nobody arrived yet, or the reader sees nothing.
    #[must_use]
    pub const fn status(&self) -> Option<Status> {
        self.status
    }

    pub(crate) const fn set_status(&mut self, status: Status) {
        self.status = Some(status);
    }

    /// When the person of the present episode arrived: D0 of every time table.
    #[must_use]
    pub fn arrived_at(&self) -> Option<Timestamp> {
        self.reception.arrived_at
    }

    /// The time stamps of a step.
    #[must_use]
    pub fn step(&self, step: Step) -> StepTimes {
        self.steps.get(&step).cloned().unwrap_or_default()
    }

    pub(crate) fn step_mut(&mut self, step: Step) -> &mut StepTimes {
        self.steps.entry(step).or_default()
    }

    /// The risk level that a person decided last.
    #[must_use]
    pub fn risk(&self) -> Option<RiskLevel> {
        self.screening.risk.as_ref().map(|risk| risk.level)
    }

    /// The version of one part of the case, for commands that replace it.
    #[must_use]
    pub fn part_version(&self, part: &str) -> u32 {
        self.parts.get(part).copied().unwrap_or(0)
    }

    pub(crate) fn touch(&mut self, part: &'static str) {
        *self.parts.entry(part).or_default() += 1;
    }

    /// Age in whole years on a day, as it must be acted upon: the youngest age on file while it is
    /// disputed, because a person whose age is disputed is treated as a child (2.7). From the
    /// birth date when there is one, else the lowest age of the band seen at the door.
    #[must_use]
    pub fn age_on(&self, day: Date) -> Option<i16> {
        let seen = (self.born_as_seen()).map(|born| years_between(born, day));
        match (self.registration.age_on(day), seen) {
            // What others say is not yet an age of the person's own.
            (Some(said), Some(seen))
                if self.registration.born().is_none() || self.seen_as_child() =>
            {
                Some(said.min(seen))
            }
            (said, seen) => said.or(seen),
        }
    }

    /// Whether the age is disputed and not yet resolved: also when the door saw a child and the
    /// papers say an adult.
    #[must_use]
    pub fn age_disputed(&self) -> bool {
        self.registration.age_disputed() || self.seen_as_child()
    }

    /// The latest birth that the age seen at the door allows.
    fn born_as_seen(&self) -> Option<Date> {
        let seen = i64::from(reception::least_age(self.reception.age_band?));
        let stamp = self.reception.received_by?;
        registration::born_about(seen, day_of(stamp.happened))
    }

    /// Whether the door saw a child where a birth date, not assessed, says an adult.
    fn seen_as_child(&self) -> bool {
        let state = &self.registration;
        let (Some(stamp), Some(born)) = (self.reception.received_by, state.born()) else {
            return false;
        };
        let child = (self.reception.age_band).is_some_and(|band| reception::least_age(band) < 18);
        let grown = years_between(born, day_of(stamp.happened)) >= 18;
        state.age_assessed.is_none() && child && grown
    }

    /// Whether the rules for children apply on that day. Without any age on file, somebody who was
    /// received as a child is one: a child is never missed because a form is incomplete.
    #[must_use]
    pub fn is_child_on(&self, day: Date) -> bool {
        match self.age_on(day) {
            Some(years) => years < 18,
            None => self.received_as_child(),
        }
    }

    fn received_as_child(&self) -> bool {
        use VulnerabilityCategory as V;
        let alone = self.reception.arrival.as_ref().is_some_and(|arrival| {
            let needs = &arrival.immediate_needs;
            needs.contains(&ImmediateNeed::ChildAlone)
        });
        let concern = |category: &V| {
            matches!(
                category,
                V::UnaccompaniedChild
                    | V::SeparatedChild
                    | V::ChildAtRisk
                    | V::ChildSpouseOrParent
                    | V::ChildHeadedHousehold
                    | V::StreetSituationChild
                    | V::ChildLabour
            )
        };
        alone || self.screening.concerns.iter().any(concern)
    }

    /// Whether the rules for children apply now (days are counted in UTC).
    #[must_use]
    pub fn is_child(&self, now: Timestamp) -> bool {
        self.is_child_on(day_of(now))
    }

    /// Starts a new episode: the person, the consents and the household stay; the work starts anew.
    pub(crate) fn start_episode(&mut self, at: Timestamp) {
        self.earlier.push(Earlier {
            from: self.reception.arrived_at,
            to: self.closure.closed.as_ref().map(|closed| closed.happened),
            closure: std::mem::take(&mut self.closure),
        });
        self.episode += 1;
        self.outcome = None;
        self.steps.clear();
        self.reception.arrived_at = Some(at);
        self.screening = screening::State::default();
        self.assessment = assessment::State::default();
        self.planning = planning::State::default();
        self.implementation = implementation::State::default();
        self.review = review::State::default();
        self.transfer = transfer::State::default();
        self.approvals = approval::State::default();
        self.set_status(Status::Open);
    }
}

/// The calendar day of an instant, in UTC.
#[must_use]
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// Whole years between two days; negative when `to` is before `from`.
#[must_use]
pub fn years_between(from: Date, to: Date) -> i16 {
    let had_birthday = (to.month(), to.day()) >= (from.month(), from.day());
    to.year() - from.year() - i16::from(!had_birthday)
}

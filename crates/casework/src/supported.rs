//! Who was supported by case management in a year: rule (d) of `domain.md` section 7, the figure of
//! the first founding document ("43 beneficiaries"), counted from what everybody at the centre may
//! know. A year's people add up: how they came into it, and how they stand at its end.

use std::collections::BTreeSet;

use jiff::{Timestamp, tz::TimeZone};

use crate::{
    approval::{self, Subject},
    case::Case,
    closure,
    consent::Basis,
    event::{Body, Event},
    implementation,
    lists::{ClosureReason, DuplicateOutcome, Eligibility, Scope},
    macros::codes,
    reception, registration, review, screening,
};

codes! {
    /// How a person came into the year.
    Began as "year_began" { CarriedOver, New, Reopened, FollowedUp }
}
codes! {
    /// How a person stands at the end of the year.
    Ended as "year_ended" { StillOpen, Closed, ClosedBefore }
}

/// One person in one year, once.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Supported {
    /// The year, in the centre's time zone.
    pub year: i16,
    /// How they came into it.
    pub began: Began,
    /// How they stand at its end.
    pub ended: Ended,
    /// They took back, or refused, that they are counted: an anonymous tally is all there is (rule (e)).
    pub tally_only: bool,
}

/// The years in which a person counts: consent to case management valid at some time in the year,
/// and at least one assessment, plan, service, referral, review or contact dated in it. Whoever
/// was not eligible, was never registered, is a duplicate or was registered in error counts in none.
#[must_use]
pub fn supported<'e>(
    events: impl IntoIterator<Item = &'e Event>,
    zone: &TimeZone,
) -> Vec<Supported> {
    let mut life = Life::new(zone);
    events.into_iter().for_each(|event| life.note(event));
    life.years()
}

/// A stretch of time; without an end it goes on.
type Stretch = (Timestamp, Option<Timestamp>);

/// What the rule asks of a history.
struct Life<'z> {
    zone: &'z TimeZone,
    /// Folded from the entries about consent alone.
    said: Case,
    last: Timestamp,
    consented: Vec<Stretch>,
    episodes: Vec<Stretch>,
    active: BTreeSet<i16>,
    eligible: bool,
    registered: bool,
    elsewhere: bool,
    in_error: bool,
    proposed: Option<ClosureReason>,
}

impl<'z> Life<'z> {
    fn new(zone: &'z TimeZone) -> Self {
        Self {
            zone,
            said: Case::default(),
            last: Timestamp::UNIX_EPOCH,
            consented: Vec::new(),
            episodes: Vec::new(),
            active: BTreeSet::new(),
            eligible: true,
            registered: false,
            elsewhere: false,
            in_error: false,
            proposed: None,
        }
    }

    fn note(&mut self, event: &Event) {
        use {closure::Event as C, registration::Event as R};
        self.last = event.recorded;
        if is_support(&event.body) {
            self.active.insert(self.year_of(event.happened));
        }
        match &event.body {
            Body::Reception(reception::Event::ArrivalReceived(_)) => {
                self.episodes.push((event.happened, None));
            }
            Body::Consent(_) => self.consent(event),
            Body::Screening(screening::Event::Screened(screened)) => {
                self.eligible = screened.eligibility_result != Eligibility::NotEligible;
            }
            Body::Registration(R::PersonRegistered(_)) => self.registered = true,
            Body::Registration(R::DuplicateResolved(check)) => {
                self.elsewhere = check.duplicate_outcome == DuplicateOutcome::Same;
            }
            Body::Closure(C::ClosureProposed(proposal)) => self.proposed = Some(proposal.reason),
            Body::Closure(C::Reopened(_)) => {
                self.in_error = false;
                self.episodes.push((event.happened, None));
            }
            Body::Approval(approval::Event::Approved(approve))
                if approve.subject == Subject::Closure =>
            {
                self.close(event.happened);
            }
            _ => {}
        }
    }

    fn close(&mut self, at: Timestamp) {
        if let Some(episode) = self.episodes.last_mut() {
            episode.1 = Some(at);
        }
        self.in_error = matches!(
            self.proposed,
            Some(ClosureReason::Duplicate | ClosureReason::RegisteredInError)
        );
    }

    /// After each word about consent: was case management permitted from then on, and until when?
    fn consent(&mut self, event: &Event) {
        self.said.apply(event);
        let at = event.happened;
        if let Some(stretch) = self.consented.last_mut() {
            stretch.1 = Some(stretch.1.map_or(at, |end| end.min(at)));
        }
        let scope = Scope::CaseManagement;
        let until = match self.said.consents.allows(scope, None, at) {
            Err(_) => return,
            Ok(Basis::Substitute(_)) => None,
            Ok(Basis::Consent) => {
                let newest = self.said.consents.newest(scope);
                newest.and_then(|(_, consent)| consent.expires_on)
            }
        };
        let until = until.and_then(|day| {
            Some(
                day.tomorrow()
                    .ok()?
                    .to_zoned(self.zone.clone())
                    .ok()?
                    .timestamp(),
            )
        });
        self.consented.push((at, until));
    }

    fn years(&self) -> Vec<Supported> {
        if !self.eligible || !self.registered || self.elsewhere || self.in_error {
            return Vec::new();
        }
        let said_no = self
            .said
            .consents
            .said_no(Scope::StatisticsNonIdentifying, self.last);
        let of = |year: &i16| {
            let (from, to) = self.bounds(*year)?;
            let consented = self.consented.iter().any(|one| touches(*one, from, to));
            consented.then(|| Supported {
                year: *year,
                began: self.began(from, to),
                ended: self.ended(from, to),
                tally_only: said_no.is_some(),
            })
        };
        self.active.iter().filter_map(of).collect()
    }

    fn began(&self, from: Timestamp, to: Timestamp) -> Began {
        let mut episodes = self.episodes.iter();
        if episodes.any(|(start, end)| *start < from && end.is_none_or(|end| end >= from)) {
            return Began::CarriedOver;
        }
        let begins = |(start, _): &Stretch| (from..to).contains(start);
        match self.episodes.iter().position(begins) {
            Some(0) => Began::New,
            Some(_) => Began::Reopened,
            None => Began::FollowedUp,
        }
    }

    fn ended(&self, from: Timestamp, to: Timestamp) -> Ended {
        let mut episodes = self.episodes.iter();
        if episodes.any(|(start, end)| *start < to && end.is_none_or(|end| end >= to)) {
            return Ended::StillOpen;
        }
        let mut ends = self.episodes.iter().filter_map(|(_, end)| *end);
        if ends.any(|end| (from..to).contains(&end)) {
            Ended::Closed
        } else {
            Ended::ClosedBefore
        }
    }

    fn year_of(&self, at: Timestamp) -> i16 {
        at.to_zoned(self.zone.clone()).year()
    }

    /// The first moment of a year, and the first after it.
    fn bounds(&self, year: i16) -> Option<(Timestamp, Timestamp)> {
        let first = |year: i16| {
            let day = jiff::civil::Date::new(year, 1, 1).ok()?;
            Some(day.to_zoned(self.zone.clone()).ok()?.timestamp())
        };
        Some((first(year)?, first(year.checked_add(1)?)?))
    }
}

/// Whether a stretch has a moment in common with `from..to`.
fn touches((start, end): Stretch, from: Timestamp, to: Timestamp) -> bool {
    start < to && end.is_none_or(|end| end > from)
}

/// An assessment, plan, service, referral, review or contact. A try that reached nobody and a draft
/// that never left are none.
fn is_support(body: &Body) -> bool {
    use {implementation::Event as I, reception::Event as D, review::Event as R};
    match body {
        Body::Assessment(_) | Body::Child(_) | Body::Planning(_) => true,
        Body::Reception(D::HelpGiven(_) | D::DeskContactRecorded(_)) => true,
        Body::Implementation(
            I::ServiceRecorded(_)
            | I::ServiceUpdated(_)
            | I::ReferralSent(_)
            | I::ReferralAnswered(_),
        ) => true,
        Body::Review(R::ContactRecorded(contact)) => contact.reached || contact.took_place,
        Body::Review(R::ReviewHeld(_) | R::ProgressRecorded(_) | R::MeetingHeld(_)) => true,
        _ => false,
    }
}

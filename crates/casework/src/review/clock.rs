//! The clocks of accompanying somebody: next contact, next review, out of reach (2.5, 2.7, 3.1),
//! and gate G5.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

use crate::{
    case::{Case, Stamp, day_of},
    class::Classes,
    due::{Due, DueWhat},
    lists::{Channel, ContactType, RiskLevel, Status, Step},
    refusal::{Missing, MissingWhat},
    sop::{Sop, Unreachable, hours_after},
};

use super::{Contact, Review, appointment};

/// Whether the person counts as out of reach: enough tries on enough safe channels within the
/// SOP's days, none of them answered since (2.7).
#[must_use]
pub fn unreachable(case: &Case, sop: &Sop, now: Timestamp) -> bool {
    let rule = rule(case, sop);
    let window = SignedDuration::from_hours(24 * i64::from(rule.within_days));
    let tries = tries(case, now);
    tries.iter().any(|(first, _)| {
        let within: Vec<_> = (tries.iter())
            .filter(|(at, _)| at >= first && at.duration_since(*first) <= window)
            .collect();
        let channels: BTreeSet<Channel> = within.iter().map(|(_, one)| one.mode).collect();
        within.len() >= rule.tries as usize && channels.len() >= rule.channels as usize
    })
}

const fn grave(level: Option<RiskLevel>) -> bool {
    matches!(level, Some(RiskLevel::Urgent | RiskLevel::High))
}

fn rule<'s>(case: &Case, sop: &'s Sop) -> &'s Unreachable {
    if grave(case.risk()) {
        &sop.unreachable_high
    } else {
        &sop.unreachable
    }
}

/// A try of ours, by a safe way, that reached nobody; a chance meeting is no try.
pub(super) fn is_try(contact: &Contact) -> bool {
    let ours = contact.contact_type != ContactType::Chance && !contact.by_person;
    !contact.reached && ours && !contact.took_place
}

/// The tries up to `now` since the person was last reached.
pub(super) fn tries(case: &Case, now: Timestamp) -> Vec<(Timestamp, &Contact)> {
    (case.review.contacts.iter())
        .filter(|(_, contact)| is_try(contact))
        .map(|(stamp, contact)| (stamp.happened, contact))
        .filter(|(at, _)| *at <= now && case.review.last_contact.is_none_or(|last| *at > last))
        .collect()
}

/// When a case of lost contact may be closed: later for a child and for high risk (2.7).
pub(crate) fn lost_until(case: &Case, sop: &Sop, now: Timestamp) -> Option<Timestamp> {
    let lost = case.review.lost?;
    let longer = grave(case.risk()) || case.is_child(now);
    let days = if longer {
        sop.lost_contact_close_days_child_or_high
    } else {
        sop.lost_contact_close_days
    };
    Some(hours_after(lost.happened, 24 * days))
}

/// Gate G5: a review in date, its decision recorded, the plan renewed when it changed.
#[must_use]
pub fn g5(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Missing> {
    let mut missing = Vec::new();
    if case.review.reviews.is_empty() {
        missing.push(Missing::general(MissingWhat::Review));
    }
    let late =
        |due: &&Due| matches!(due.what, DueWhat::Review | DueWhat::TriggerReview) && due.at < now;
    for due in dues(case, sop, now).iter().filter(late) {
        missing.push(Missing::within(MissingWhat::ReviewOverdue, due.classes));
    }
    if case.step(Step::Planning).revisit {
        missing.push(Missing::general(MissingWhat::PlanUpdate));
    }
    missing
}

/// What this room has due. Nobody is chased who died, and nothing is planned while a case rests.
pub(crate) fn dues(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Due> {
    let mut all = triggered(case, sop);
    let open = case.status() == Some(Status::Open);
    // A rest does not end the control of grave cases: somebody else looks whether it may go on.
    if (open || grave(case.risk())) && case.closure.death.is_none() {
        all.extend(supervisor_review(case, sop));
    }
    if case.closure.death.is_none() {
        all.extend(appointment::dues(case));
    }
    if open && case.closure.death.is_none() {
        all.extend(contact(case, sop, now));
        all.extend(next_review(case).map(|day| Due::general(DueWhat::Review, end_of(day))));
    }
    all
}

/// One review a set of classes: the earliest trigger counts.
fn triggered(case: &Case, sop: &Sop) -> Vec<Due> {
    let mut all: Vec<Due> = Vec::new();
    let mut triggers: Vec<(Timestamp, Classes)> = case.review.triggers.clone();
    triggers.sort_by_key(|(at, _)| *at);
    for (at, classes) in triggers {
        if all.iter().all(|due| due.classes != classes) {
            let by = hours_after(at, sop.trigger_review_hours);
            all.push(Due::general(DueWhat::TriggerReview, by).within(classes));
        }
    }
    all
}

/// The next contact, the next try, or the day on which a lost case may be closed.
fn contact(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Due> {
    if let Some(until) = lost_until(case, sop, now) {
        return vec![Due::general(DueWhat::LostContactClosure, until)];
    }
    let mut all = Vec::new();
    let risk = case.screening.risk.as_ref();
    if let (Some(risk), Some(since)) = (risk, case.review.last_contact.or(case.arrived_at())) {
        let by_risk = risk.by(sop, since, |times| times.contact);
        let agreed = agreed_contact(case).map_or(by_risk, end_of);
        all.push(Due::general(DueWhat::Contact, by_risk.min(agreed)));
    }
    if let Some((last, tried)) = tries(case, now).into_iter().max_by_key(|(at, _)| *at) {
        let rule = rule(case, sop);
        // Evenly spread, the tries of the rule fit into its window.
        let pause = 24 * rule.within_days / rule.tries.max(1);
        let by_rule = hours_after(last, pause);
        let planned = tried.next_contact_due.map_or(by_rule, end_of);
        all.push(Due::general(DueWhat::ContactTry, by_rule.min(planned)));
    }
    all
}

/// The day agreed at the last contact that reached the person.
pub(super) fn agreed_contact(case: &Case) -> Option<Date> {
    let reached = case
        .review
        .contacts
        .iter()
        .filter(|(_, contact)| contact.reached);
    let (_, last) = reached.max_by_key(|(stamp, _)| stamp.happened)?;
    last.next_contact_due
}

fn supervisor_review(case: &Case, sop: &Sop) -> Option<Due> {
    let risk = case.screening.risk.as_ref()?;
    let at = match case.review.last_supervisor_review {
        Some(last) => risk.by(sop, last, |times| times.supervisor_review),
        None => risk.by(sop, case.arrived_at()?, |times| {
            times.first_supervisor_review
        }),
    };
    Some(Due::general(DueWhat::SupervisorReview, at))
}

/// The day set last, by the plan or by a review, until a review was held on it or later.
fn next_review(case: &Case) -> Option<Date> {
    let by_plan = case
        .planning
        .review_date
        .as_ref()
        .map(|(set, date)| (set, date.review_date));
    let by_review = (case.review.reviews.iter())
        .filter_map(|(held, review)| Some((held, review.next_review_on?)));
    let (_, day) = by_review
        .chain(by_plan)
        .max_by_key(|(set, _)| set.recorded)?;
    let held = |(held, _): &(Stamp, Review)| day_of(held.happened) >= day;
    (!case.review.reviews.iter().any(held)).then_some(day)
}

/// The last second of a day, in UTC.
pub(crate) fn end_of(day: Date) -> Timestamp {
    let next = day.tomorrow().and_then(|day| day.to_zoned(TimeZone::UTC));
    next.map_or(Timestamp::MAX, |start| {
        start
            .timestamp()
            .saturating_sub(SignedDuration::from_secs(1))
            .unwrap_or(Timestamp::MAX)
    })
}

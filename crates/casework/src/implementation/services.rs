//! Services and gaps: help is never blocked, and what was given is always written down (2.4).

use super::{
    Event, known_action,
    records::{Gap, GapSeen, Service, ServiceUpdate},
    sending::{child_may, consulate_is_safe},
};
use crate::{
    case::Case,
    class::Classes,
    decide::Yes,
    event::Body,
    lists::ServiceStatus,
    order::Order,
    planning::{about, said},
    refusal::{Refusal, Why, ensure_at},
};

pub(super) fn record(case: &Case, order: &Order, service: &Service) -> Result<Yes, Refusal> {
    known_action(case, service.plan_action_ref)?;
    said(&service.provider, "provider")?;
    // A decision about a child that is still to come waits; what happened is written down (2.7).
    if intends(service.status) {
        child_may(case, service.service_type, order.now)?;
        consulate_is_safe(case, service.service_type)?;
    }
    let mut kept = service.clone();
    kept.service = order.command.nth(0);
    let planned = service
        .plan_action_ref
        .and_then(|action| case.planning.action(action));
    let planned = planned.map_or(Classes::GENERAL, |known| known.at.classes);
    let chosen: Classes = service.about.iter().copied().collect();
    let told = about::class_of_service(service.service_type);
    Ok(Yes::of(
        chosen.union(told).union(planned),
        Body::Implementation(Event::ServiceRecorded(kept)),
    ))
}

pub(super) fn update(case: &Case, order: &Order, update: &ServiceUpdate) -> Result<Yes, Refusal> {
    let known = case.implementation.service(update.service);
    let known = known.ok_or(Refusal::at(Why::NoSuchThing, "service"))?;
    let follows = follows(known.service.status, update.status);
    ensure_at(follows, Why::ServiceState, "status").map_err(|no| no.within(known.at.classes))?;
    if intends(update.status) {
        child_may(case, known.service.service_type, order.now)?;
        consulate_is_safe(case, known.service.service_type)?;
    }
    Ok(Yes::of(
        known.at.classes,
        Body::Implementation(Event::ServiceUpdated(update.clone())),
    ))
}

const fn intends(status: ServiceStatus) -> bool {
    matches!(
        status,
        ServiceStatus::Planned | ServiceStatus::Approved | ServiceStatus::Scheduled
    )
}

/// Which state of a service may follow which: forward, with what was not available yet open to
/// another try, and what was delivered, refused or cancelled closed.
const fn follows(from: ServiceStatus, to: ServiceStatus) -> bool {
    use ServiceStatus as S;
    let ends = matches!(
        to,
        S::Delivered | S::Partially | S::RefusedByPerson | S::Cancelled | S::NotAvailable
    );
    match (from, to) {
        (S::Planned, S::Approved) | (S::Planned | S::Approved | S::NotAvailable, S::Scheduled) => {
            true
        }
        (S::Planned | S::Approved | S::Scheduled, _) => ends,
        (S::Partially, S::Delivered | S::RefusedByPerson | S::Cancelled | S::NotAvailable) => true,
        (S::NotAvailable, S::Delivered | S::Partially | S::Cancelled) => true,
        _ => false,
    }
}

pub(super) fn gap(order: &Order, seen: &GapSeen) -> Yes {
    let gap = Gap {
        gap: order.command.nth(0),
        service_type: seen.service_type,
        domain: seen.domain,
        gap_reason: Some(seen.gap_reason),
        referral: None,
        text: seen.text.clone(),
    };
    let classes = about::class_of_service(seen.service_type);
    Yes::of(
        classes,
        Body::Implementation(Event::ServiceGapRecorded(gap)),
    )
}

//! Services: help is never blocked, and what was given is written down (2.4).

use casework::{
    class::{Class, Classes},
    lists::{ActionStatus, ServiceStatus},
    planning,
    refusal::Why,
};
use serde_json::{Value, json};

use crate::{plans::*, story::*};

pub fn service(kind: &str, status: &str) -> Value {
    json!({"service_type": kind, "modality": "in_kind", "provider": "the centre",
        "direct_or_referral": "direct", "status": status})
}

#[test]
fn help_is_recorded_as_soon_as_somebody_arrived_without_consent() {
    let mut story = Story::begins();
    story.is_refused(
        WORKER,
        "implementation",
        "record_service",
        service("food", "delivered"),
        Why::NobodyArrived,
    );
    story.does(DESK, "reception", "receive_arrival", arrival());
    story.does(
        WORKER,
        "implementation",
        "record_service",
        service("food", "delivered"),
    );
    let kit = with(
        service("nfi_kit", "delivered"),
        json!({"for_household": true, "quantity": 1}),
    );
    story.does(WORKER, "implementation", "record_service", kit);
    let case = story.case();
    assert_eq!(case.implementation.services.len(), 2);
    assert_eq!(
        case.implementation.services[1].service.for_household,
        Some(true)
    );
    assert_ne!(
        case.implementation.services[0].service.service,
        case.implementation.services[1].service.service
    );
}

#[test]
fn a_service_names_its_provider_and_an_action_that_exists() {
    let (mut story, line) = approved("low");
    let silent = with(service("food", "planned"), json!({"provider": ""}));
    let no = story.is_refused(
        WORKER,
        "implementation",
        "record_service",
        silent,
        Why::TextNeeded,
    );
    assert_eq!(no.field, Some("provider"));
    let orphan = with(
        service("food", "planned"),
        json!({"plan_action_ref": NOBODY}),
    );
    let no = story.is_refused(
        WORKER,
        "implementation",
        "record_service",
        orphan,
        Why::ActionUnknown,
    );
    assert_eq!(no.field, Some("plan_action_ref"));
    let action = |story: &Story| {
        let case = story.case();
        planning::status(&case, case.planning.action(line.action).unwrap(), story.now)
    };
    story.does(
        WORKER,
        "implementation",
        "record_service",
        service("food", "planned"),
    );
    assert_eq!(action(&story), ActionStatus::Planned);
    let for_it = with(
        service("food", "planned"),
        json!({"plan_action_ref": line.action}),
    );
    story.does(WORKER, "implementation", "record_service", for_it);
    assert_eq!(action(&story), ActionStatus::UnderWay);
}

#[test]
fn a_delivery_has_a_time_and_a_plan_has_none() {
    let mut story = registered("low");
    for (status, known) in [
        ("planned", false),
        ("approved", false),
        ("scheduled", false),
        ("delivered", true),
        ("partially", true),
        ("refused_by_person", false),
        ("not_available", false),
    ] {
        story.does(
            WORKER,
            "implementation",
            "record_service",
            service("food", status),
        );
        let case = story.case();
        let last = case.implementation.services.last().unwrap();
        assert_eq!(last.delivered_at, known.then_some(story.now), "{status}");
    }
    let said = with(
        service("food", "delivered"),
        json!({"delivered_dt": "2026-03-01T08:00:00Z"}),
    );
    story.does(WORKER, "implementation", "record_service", said);
    let case = story.case();
    let last = case.implementation.services.last().unwrap();
    assert_eq!(
        last.delivered_at,
        Some("2026-03-01T08:00:00Z".parse().unwrap())
    );
}

#[test]
fn a_service_moves_forward_and_what_ended_stays_ended() {
    use ServiceStatus as S;
    let allowed = |from: S, to: S| match from {
        S::Planned => to != S::Planned,
        S::Approved => !matches!(to, S::Planned | S::Approved),
        S::Scheduled => !matches!(to, S::Planned | S::Approved | S::Scheduled),
        S::Partially => {
            matches!(
                to,
                S::Delivered | S::RefusedByPerson | S::Cancelled | S::NotAvailable
            )
        }
        S::NotAvailable => matches!(
            to,
            S::Scheduled | S::Delivered | S::Partially | S::Cancelled
        ),
        S::Delivered | S::RefusedByPerson | S::Cancelled => false,
    };
    for from in S::ALL {
        for to in S::ALL {
            let mut story = registered("low");
            story.does(
                WORKER,
                "implementation",
                "record_service",
                service("food", from.code()),
            );
            let id = story.case().implementation.services[0].service.service;
            let update = json!({"service": id, "status": to.code()});
            if allowed(*from, *to) {
                story.does(WORKER, "implementation", "update_service", update);
                let case = story.case();
                assert_eq!(case.implementation.service(id).unwrap().service.status, *to);
            } else {
                let why = Why::ServiceState;
                story.is_refused(WORKER, "implementation", "update_service", update, why);
            }
        }
    }
}

#[test]
fn an_update_keeps_what_it_does_not_say() {
    let mut story = registered("low");
    let body = with(
        service("food", "planned"),
        json!({"quantity": 2, "note": "halal", "receipt_evidence": "R1"}),
    );
    story.does(WORKER, "implementation", "record_service", body);
    let id = story.case().implementation.services[0].service.service;
    story.does(
        WORKER,
        "implementation",
        "update_service",
        json!({"service": id, "status": "scheduled"}),
    );
    story.hours(5);
    let state = |story: &Story| story.case().implementation.service(id).unwrap().clone();
    assert_eq!(state(&story).delivered_at, None);
    let part = json!({"service": id, "status": "partially", "quantity": 1});
    story.does(WORKER, "implementation", "update_service", part);
    let first = story.now;
    let kept = state(&story);
    assert_eq!(
        (kept.service.quantity, kept.delivered_at),
        (Some(1), Some(first))
    );
    assert_eq!(kept.service.note.as_deref(), Some("halal"));
    story.hours(5);
    let rest =
        json!({"service": id, "status": "cancelled", "note": "left", "receipt_evidence": "R2"});
    story.does(WORKER, "implementation", "update_service", rest);
    let kept = state(&story);
    assert_eq!(
        (kept.service.quantity, kept.delivered_at),
        (Some(1), Some(first))
    );
    assert_eq!(kept.service.note.as_deref(), Some("left"));
    assert_eq!(kept.service.receipt_evidence.as_deref(), Some("R2"));
    assert_eq!(kept.updates.len(), 3);
    let unknown = json!({"service": NOBODY, "status": "delivered"});
    story.is_refused(
        WORKER,
        "implementation",
        "update_service",
        unknown,
        Why::NoSuchThing,
    );
}

#[test]
fn a_service_is_read_by_those_who_may_read_what_it_is_about() {
    let mut story = registered("low");
    story.does(
        WORKER,
        "implementation",
        "record_service",
        service("medicines", "delivered"),
    );
    let hidden = with(
        service("food", "delivered"),
        json!({"about": ["trafficking"]}),
    );
    story.does(WORKER, "implementation", "record_service", hidden);
    let seen = |story: &Story, held| story.case_for(held).implementation.services.len();
    assert_eq!(seen(&story, Classes::GENERAL), 0);
    assert_eq!(seen(&story, Classes::of(Class::Health)), 1);
    assert_eq!(seen(&story, Classes::of(Class::Trafficking)), 1);
}

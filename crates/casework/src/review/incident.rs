//! What breaks the rhythm: triggers, a person out of reach, a missing child, detention, a case on
//! hold (2.5, 2.7).

use crate::{
    answer::said,
    case::Case,
    class::Classes,
    decide::{Beside, Yes},
    event::Body,
    implementation,
    lists::{AlertKind, Scope, Status, Theme},
    order::Order,
    reception,
    refusal::{Refusal, Why, ensure, ensure_at},
    sop::Sop,
};

use super::{
    Detention, Event, Found, Hold, LostContact, MissingChild, Resume, Triggered, clock, detail,
};

fn general(event: Event) -> Yes {
    Yes::general(Body::Review(event))
}

pub(super) fn triggered(asked: &Triggered) -> Result<Yes, Refusal> {
    ensure_at(said(&asked.text), Why::TextNeeded, "text")?;
    let classes = asked.about.iter().copied().collect();
    Ok(Yes::of(
        classes,
        Body::Review(Event::TriggerRecorded(asked.clone())),
    ))
}

/// Out of reach only after enough tries on safe channels; a missing child never is (2.7). The
/// waiting time begins with this mark, so it does not lie before the tries.
pub(super) fn lost(
    case: &Case,
    sop: &Sop,
    order: &Order,
    asked: &LostContact,
) -> Result<Yes, Refusal> {
    ensure(case.closure.death.is_none(), Why::PersonDied)?;
    ensure(case.review.missing.is_none(), Why::ChildIsMissing)?;
    ensure(case.review.lost.is_none(), Why::AlreadyDone)?;
    ensure(
        clock::unreachable(case, sop, order.happened),
        Why::StillReachable,
    )?;
    Ok(general(Event::LostContactMarked(asked.clone())))
}

/// Authority, focal point, and the cases of the household (2.7).
pub(super) fn missing(case: &Case, order: &Order, asked: &MissingChild) -> Result<Yes, Refusal> {
    ensure(case.status().is_some(), Why::NobodyArrived)?;
    ensure(case.is_child(order.happened), Why::NotAChild)?;
    ensure(case.review.missing.is_none(), Why::AlreadyDone)?;
    let past = asked.last_seen <= order.happened;
    ensure_at(past, Why::HappenedInFuture, "last_seen")?;
    let mut kept = asked.clone();
    kept.incident = order.command.nth(0);
    let words = detail(kept.incident, &asked.about, Some(&asked.circumstances));
    if words.is_some() {
        kept.circumstances = String::new();
    }
    kept.about = Vec::new();
    let mut yes = general(Event::ChildMissing(kept));
    yes.events.extend(words);
    let alert = reception::alert(order, 1, AlertKind::MissingChild, Theme::ChildProtection);
    yes = yes.and(Classes::GENERAL, alert);
    yes.beside
        .extend(Beside::notice(case, AlertKind::MissingChild));
    Ok(yes)
}

pub(super) fn found(case: &Case, order: &Order, asked: &Found) -> Result<Yes, Refusal> {
    ensure(case.review.missing.is_some(), Why::NotNow)?;
    ensure_at(said(&asked.note), Why::TextNeeded, "note")?;
    Ok(
        general(Event::ChildFound(asked.clone())).and_if(!asked.safe, Classes::GENERAL, || {
            reception::alert(order, 1, AlertKind::DangerNow, Theme::ChildProtection)
        }),
    )
}

pub(super) fn detained(case: &Case, order: &Order, asked: &Detention) -> Result<Yes, Refusal> {
    if asked.consular_contact {
        let safe = !implementation::needs_protection(case);
        ensure_at(safe, Why::OriginConsulate, "consular_contact")?;
        let scope = Scope::ConsularContact;
        let allowed = case.consents.allows(scope, None, order.now);
        allowed.map_err(|why| {
            Refusal::at(why, "consular_contact").naming(Scope::LIST, scope.code())
        })?;
    }
    let mut kept = asked.clone();
    kept.detention = order.command.nth(0);
    let words = detail(kept.detention, &asked.about, Some(&asked.place));
    if words.is_some() {
        kept.place = String::new();
    }
    kept.about = Vec::new();
    let mut yes = general(Event::Detained(kept));
    yes.events.extend(words);
    let hold = asked.put_on_hold && case.status() == Some(Status::Open);
    let alert = reception::alert(order, 1, AlertKind::Detained, Theme::SupervisorNow);
    Ok(yes
        .and(Classes::GENERAL, alert)
        .and_if(hold, Classes::GENERAL, || {
            let reason = AlertKind::Detained.code().to_owned();
            Body::Review(Event::HeldBack(Hold { reason }))
        }))
}

pub(super) fn hold(case: &Case, asked: &Hold) -> Result<Yes, Refusal> {
    ensure(case.status() != Some(Status::OnHold), Why::AlreadyDone)?;
    ensure_at(said(&asked.reason), Why::ReasonNeeded, "reason")?;
    Ok(general(Event::HeldBack(asked.clone())))
}

/// The work goes on, unless it rests because the person withdrew: only they can end that.
pub(super) fn resume(case: &Case, order: &Order, asked: &Resume) -> Result<Yes, Refusal> {
    ensure(case.status() == Some(Status::OnHold), Why::NotNow)?;
    implementation::not_frozen(case, order.now)?;
    Ok(general(Event::Resumed(asked.clone())))
}

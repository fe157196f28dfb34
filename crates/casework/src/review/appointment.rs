//! Appointments: contacts planned for a time, by a safe way, in the person's language (2.1, 2.5).

use crate::{
    case::{Case, Stamp, day_of},
    class::Classes,
    decide::Yes,
    due::{Due, DueWhat},
    event::Body,
    id::Id,
    lists::AppointmentOutcome,
    order::Order,
    refusal::{Refusal, Why, ensure, ensure_at},
};

use super::{Appointment, AppointmentEnd, Contact, Event, contact};

/// An appointment as it stands.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AppointmentState {
    pub appointment: Appointment,
    pub at: Stamp,
    pub ended: Option<AppointmentOutcome>,
}

/// Planned ahead and by a way that the person called safe: a call in the wrong hands is a danger
/// that waits for its hour.
pub(super) fn plan(case: &Case, order: &Order, asked: &Appointment) -> Result<Yes, Refusal> {
    ensure(case.closure.death.is_none(), Why::PersonDied)?;
    let ahead = asked.planned_for > order.happened;
    ensure_at(ahead, Why::DatesDisagree, "planned_for")?;
    let safe = contact::safe_channel(case, asked.mode);
    ensure_at(safe, Why::ChannelUnsafe, "mode")?;
    let mut kept = asked.clone();
    kept.appointment = order.command.nth(0);
    let classes = asked.about.iter().copied().collect();
    Ok(Yes::of(
        classes,
        Body::Review(Event::AppointmentPlanned(kept)),
    ))
}

/// Kept or missed from its day on; cancelled at any time. Nobody ends what they may not read.
pub(super) fn end(case: &Case, order: &Order, asked: &AppointmentEnd) -> Result<Yes, Refusal> {
    let mut known = case.review.appointments.iter();
    let found = known.find(|state| {
        let readable = state.at.classes.readable_with(order.held);
        readable && state.appointment.appointment == asked.appointment
    });
    let state = found.ok_or(Refusal::at(Why::NoSuchThing, "appointment"))?;
    ensure_at(state.ended.is_none(), Why::AlreadyDone, "appointment")?;
    let took_place = matches!(
        asked.appointment_outcome,
        AppointmentOutcome::Kept | AppointmentOutcome::Missed
    );
    let its_day = day_of(order.happened) >= day_of(state.appointment.planned_for);
    ensure_at(
        !took_place || its_day,
        Why::HappenedTooEarly,
        "appointment_outcome",
    )?;
    Ok(Yes::of(
        state.at.classes,
        Body::Review(Event::AppointmentEnded(asked.clone())),
    ))
}

/// What is planned and not ended, for everybody who may know of it.
pub(super) fn dues(case: &Case) -> impl Iterator<Item = Due> + '_ {
    case.review.open_appointments().map(|state| {
        let planned = &state.appointment;
        Due::on(
            DueWhat::Appointment,
            planned.planned_for,
            planned.appointment,
        )
        .within(state.at.classes)
    })
}

pub(super) fn apply_planned(case: &mut Case, stamp: Stamp, planned: &Appointment) {
    case.review.appointments.push(AppointmentState {
        appointment: planned.clone(),
        at: stamp,
        ended: None,
    });
}

/// A missed appointment is a missed contact: a review follows in time (2.5).
pub(super) fn apply_ended(case: &mut Case, stamp: Stamp, ended: &AppointmentEnd) {
    end_one(case, ended.appointment, ended.appointment_outcome);
    if ended.appointment_outcome == AppointmentOutcome::Missed {
        super::trigger_within(case, stamp.happened, stamp.classes);
    }
}

/// The contact that was planned, made on its day by its way, needs no second entry; a try before
/// its hour is not yet a missed one. Only general appointments end so: what a contact tells
/// everybody must not end what few may know of.
pub(super) fn answered_by(case: &mut Case, stamp: Stamp, contact: &Contact) {
    let day = day_of(stamp.happened);
    let meant = |state: &&AppointmentState| {
        let planned = &state.appointment;
        state.at.classes == Classes::GENERAL
            && planned.mode == contact.mode
            && day_of(planned.planned_for) == day
            && (contact.reached || stamp.happened >= planned.planned_for)
    };
    let open = case.review.open_appointments().find(meant);
    let Some(id) = open.map(|state| state.appointment.appointment) else {
        return;
    };
    if contact.reached {
        end_one(case, id, AppointmentOutcome::Kept);
    } else {
        end_one(case, id, AppointmentOutcome::Missed);
        super::trigger(case, stamp.happened);
    }
}

fn end_one(case: &mut Case, id: Id, outcome: AppointmentOutcome) {
    let mut all = case.review.appointments.iter_mut();
    if let Some(state) = all.find(|state| state.appointment.appointment == id) {
        state.ended = Some(outcome);
    }
}

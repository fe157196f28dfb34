//! Options of reviews that only the case knows: the objectives of its plan, its appointments.

use casebook::CaseLook;

use super::{Asked, Options};

pub(super) fn options(asked: &Asked<'_>, look: &CaseLook) -> Option<Options> {
    match asked.field {
        "objective" => Some(objectives(asked, look)),
        "appointment" => Some(appointments(asked, look)),
        _ => None,
    }
}

/// Appointments that nobody has ended, by their hour and what they are for.
fn appointments(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let known = look.case.review.appointments.iter();
    known
        .filter(|state| asked.offers(state.ended.is_none()))
        .map(|state| {
            let planned = &state.appointment;
            let at = planned.planned_for.to_zoned(asked.app.zone.clone());
            let purpose = asked
                .t
                .code("appointment_purpose", planned.appointment_purpose.code());
            let words = format!("{} – {purpose}", asked.t.moment(&at));
            (planned.appointment.to_string(), words)
        })
        .collect()
}

fn objectives(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let known = look.case.planning.objectives.iter();
    let still = known.filter(|state| asked.offers(state.dropped.is_none()));
    still
        .map(|state| {
            let progress = asked.t.code("progress", state.progress.code());
            (
                state.objective.objective.to_string(),
                format!("{} ({progress})", state.objective.text),
            )
        })
        .collect()
}

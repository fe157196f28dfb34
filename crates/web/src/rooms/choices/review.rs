//! Options of reviews that only the case knows: the objectives of its plan.

use casebook::CaseLook;

use super::{Asked, Options};

pub(super) fn options(asked: &Asked<'_>, look: &CaseLook) -> Option<Options> {
    if asked.field != "objective" {
        return None;
    }
    let known = look.case.planning.objectives.iter();
    let still = known.filter(|state| asked.offers(state.dropped.is_none()));
    Some(
        still
            .map(|state| {
                let progress = asked.t.code("progress", state.progress.code());
                (
                    state.objective.objective.to_string(),
                    format!("{} ({progress})", state.objective.text),
                )
            })
            .collect(),
    )
}

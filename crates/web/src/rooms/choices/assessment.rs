//! Options of the assessment that only the case knows: factors, incidents, the trafficking
//! screening.

use casebook::CaseLook;
use casework::assessment::{FactorState, TipState, Vea};

use super::{Asked, Options};
use crate::T;

pub(super) fn options(asked: &Asked<'_>, look: &CaseLook) -> Option<Options> {
    match asked.field {
        "factor" | "from" | "to" => Some(factors(asked, look)),
        "incident" => Some(incidents(asked, look)),
        "screening" => Some(screenings(asked, look)),
        _ => None,
    }
}

/// Factors that stand, by what they are, where, and how they work: `Debt (Individual, Risk)`.
fn factors(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let known = look.case.assessment.factors.iter();
    known
        .filter(|state| asked.offers(state.retired.is_none()))
        .map(|state| (state.factor.factor.to_string(), factor(asked.t, state)))
        .collect()
}

fn factor(t: T, state: &FactorState) -> String {
    let factor = &state.factor;
    let code = t.code("factor", factor.code.code());
    format!(
        "{} ({}, {})",
        factor.other.as_ref().unwrap_or(&code),
        t.code("factor_level", factor.level.code()),
        t.code("polarity", factor.polarity.code()),
    )
}

/// Incidents by their first event; what is added to one is not another.
fn incidents(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let known = look.case.assessment.vea.iter().map(|(_, vea)| vea);
    known
        .filter(|vea| asked.offers(vea.incident.is_none()))
        .map(|vea| (vea.vea.to_string(), incident(asked.t, vea)))
        .collect()
}

fn incident(t: T, vea: &Vea) -> String {
    let kind = t.code("vea_type", vea.vea_type.code());
    format!("{kind}, {}", vea.date_or_period)
}

/// The newest screening, which alone can be concluded or confirmed, by its day.
fn screenings(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let known = &look.case.assessment.tip;
    let newest = known.len().saturating_sub(1);
    let open = known.iter().enumerate();
    open.filter(|(place, _)| asked.offers(*place == newest))
        .map(|(_, tip)| screening(asked, tip))
        .collect()
}

/// With what stands: the conclusion, or the proposal while there is none.
fn screening(asked: &Asked<'_>, tip: &TipState) -> (String, String) {
    let day = tip.at.happened.to_zoned(asked.app.zone.clone()).date();
    let day = asked.t.day(day);
    let words = tip.standing().map_or_else(
        || day.clone(),
        |stands| format!("{day}: {}", asked.t.code("tip_conclusion", stands.code())),
    );
    (tip.screening.screening.to_string(), words)
}

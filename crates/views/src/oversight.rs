//! What a file gives a supervisor to watch over: alerts that nobody answered, matters that wait for
//! a second person, floors that were lowered, doubts left for later, and the years it counts in.

use casework::{
    Case, Event, Id, Sop,
    class::Classes,
    lists::{AlertKind, DuplicateOutcome, Status},
    reception::AlertState,
    supported::{Supported, supported},
};
use jiff::Timestamp;
use rusqlite::{ToSql, params};

/// Its tables, in `oversight.sql`.
pub const TABLES: [&str; 3] = ["alerts", "matters", "years"];

/// One file's part.
#[derive(Debug, Clone, PartialEq)]
pub struct Oversight {
    alerts: Vec<(AlertState, Option<(String, String)>)>,
    matters: Vec<Matter>,
    years: Vec<Supported>,
}

/// Something that waits for a second person, or was decided against a rule of caution.
#[derive(Debug, Clone, PartialEq)]
struct Matter {
    what: &'static str,
    at: Timestamp,
    by: Id,
    classes: Classes,
    which: Option<Id>,
    detail: Option<&'static str>,
}

/// Puts one row into a table: its name, its columns, its classes, their values.
pub type Add<'a> = dyn Fn(&str, &str, Classes, &[&dyn ToSql]) -> rusqlite::Result<usize> + 'a;

impl Oversight {
    /// From the whole fold, and from what everybody at the centre may know.
    pub fn of(events: &[Event], whole: &Case, general: &Case, sop: &Sop) -> Self {
        let zone = sop.zone();
        let open = events
            .iter()
            .filter(|event| event.classes == Classes::GENERAL);
        Self {
            alerts: alerts(whole),
            matters: matters(whole, general, sop),
            years: supported(open, &zone),
        }
    }

    /// Its rows.
    pub fn insert(&self, add: &Add<'_>) -> rusqlite::Result<()> {
        for (state, asked) in &self.alerts {
            let (authority, asked) = asked.clone().unzip();
            let taken = state
                .taken
                .map(|at| (at.by.account.0, at.happened.as_second()));
            let (by, at) = taken.unzip();
            add(
                "alerts",
                "alert, kind, theme, raised_at, taken_by, taken_at, authority, asked",
                state.classes,
                params![
                    state.alert.alert.0,
                    state.alert.kind.code(),
                    state.alert.theme.code(),
                    state.raised.happened.as_second(),
                    by,
                    at,
                    authority,
                    asked
                ],
            )?;
        }
        for one in &self.matters {
            let which = one.which.map(|id| id.0);
            add(
                "matters",
                "what, at, raised_by, which, detail",
                one.classes,
                params![one.what, one.at.as_second(), one.by.0, which, one.detail],
            )?;
        }
        for one in &self.years {
            let (began, ended) = (one.began.code(), one.ended.code());
            add(
                "years",
                "year, began, ended, tally",
                Classes::GENERAL,
                params![one.year, began, ended, one.tally_only],
            )?;
        }
        Ok(())
    }
}

/// Alerts that nobody answered; beside one that an authority raised, who asked and for what.
fn alerts(case: &Case) -> Vec<(AlertState, Option<(String, String)>)> {
    let waiting = case.reception.alerts.iter();
    let waiting = waiting.filter(|state| state.answered.is_none());
    let with_request = |state: &AlertState| {
        if state.alert.kind != AlertKind::AuthorityRequest {
            return None;
        }
        let mut requests = case.reception.authority_requests.iter();
        let (_, asked) = requests.find(|(stamp, _)| *stamp == state.raised)?;
        Some((asked.authority.clone(), asked.what_was_asked.clone()))
    };
    waiting
        .map(|state| (state.clone(), with_request(state)))
        .collect()
}

fn matters(whole: &Case, general: &Case, sop: &Sop) -> Vec<Matter> {
    let mut all = without_consent(whole);
    if matches!(whole.status(), Some(Status::Open | Status::OnHold)) {
        all.extend(costs(whole, sop));
        all.extend(floor_lowered(general));
    }
    if whole.status() != Some(Status::Closed) {
        all.extend(doubt(general));
    }
    all
}

/// Overrides without a countersignature, and substitutes that nobody confirmed (DP7, DP8).
fn without_consent(case: &Case) -> Vec<Matter> {
    let overrides = case.consents.overrides.iter();
    let overrides = overrides.filter(|state| state.countersigned.is_none());
    let overrides = overrides.map(|state| Matter {
        what: "override",
        at: state.at.happened,
        by: state.at.by.account,
        classes: state.at.classes,
        which: Some(state.made.id),
        detail: None,
    });
    let substitutes = case.consents.substitutes.iter();
    let substitutes = substitutes.filter(|state| state.confirmed.is_none());
    let substitutes = substitutes.map(|state| Matter {
        what: "substitute",
        at: state.proposed.happened,
        by: state.proposed.by.account,
        classes: state.proposed.classes,
        which: Some(state.substitute.substitute),
        detail: None,
    });
    overrides.chain(substitutes).collect()
}

/// Costs above a worker's authority that nobody approved (section 6).
fn costs<'c>(case: &'c Case, sop: &'c Sop) -> impl Iterator<Item = Matter> + 'c {
    let above = case.planning.costs.iter().filter(|known| {
        known.approved.is_none() && known.cost.amount_planned > sop.cost_authority_cents
    });
    above.map(|known| Matter {
        what: "cost",
        at: known.at.happened,
        by: known.set_by.account,
        classes: known.at.classes,
        which: Some(known.cost.cost),
        detail: None,
    })
}

/// A risk level in force that lies below its floor (3.1).
fn floor_lowered(case: &Case) -> Option<Matter> {
    let risk = case.screening.risk.as_ref()?;
    Some(Matter {
        what: "floor",
        at: risk.since.happened,
        by: risk.since.by.account,
        classes: Classes::GENERAL,
        which: None,
        detail: Some(risk.below_floor?.code()),
    })
}

/// "Unsure, review later" (2.1): somebody has to look again.
fn doubt(case: &Case) -> Option<Matter> {
    let (stamp, check) = case.registration.duplicate.as_ref()?;
    let unsure = check.duplicate_outcome == DuplicateOutcome::UnsureReviewLater;
    unsure.then_some(Matter {
        what: "doubt",
        at: stamp.happened,
        by: stamp.by.account,
        classes: Classes::GENERAL,
        which: None,
        detail: None,
    })
}

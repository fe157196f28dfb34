//! Options of planning that only the case knows: its goals, objectives, actions, costs, factors.

use casebook::CaseLook;
use casework::planning::{ActionState, CostState};

use super::{Asked, Options};
use crate::T;

pub(super) fn options(asked: &Asked<'_>, look: &CaseLook) -> Option<Options> {
    match asked.field {
        "goal" => Some(goals(asked, look)),
        "objective" => Some(objectives(asked, look)),
        "action" => Some(actions(asked, look)),
        "depends_on" => Some(firsts(asked, look)),
        "cost" => Some(costs(asked, look)),
        "factor_refs" => Some(factors(asked, look)),
        _ => None,
    }
}

/// Goals in the person's words, each with the need that it serves.
fn goals(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let known = look.case.planning.goals.iter();
    known
        .filter(|state| asked.offers(state.dropped.is_none()))
        .map(|state| {
            let need = asked.t.code("need_domain", state.goal.domain.code());
            let words = in_short(&state.goal.in_person_words);
            (state.goal.goal.to_string(), format!("{need}: {words}"))
        })
        .collect()
}

fn objectives(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let plan = &look.case.planning;
    let open = |id| {
        plan.open_objectives()
            .any(|open| open.objective.objective == id)
    };
    let known = plan.objectives.iter().map(|state| &state.objective);
    known
        .filter(|objective| asked.offers(open(objective.objective)))
        .map(|objective| (objective.objective.to_string(), in_short(&objective.text)))
        .collect()
}

/// Actions that have no end yet.
pub(super) fn actions(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let plan = &look.case.planning;
    let known = plan.actions.iter();
    known
        .filter(|state| asked.offers(plan.end_of(state).is_none()))
        .map(|state| (state.action.action.to_string(), action(asked.t, state)))
        .collect()
}

/// What another action can wait for: all of them, because one that is done is no obstacle.
fn firsts(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let known = look.case.planning.actions.iter();
    known
        .map(|state| (state.action.action.to_string(), action(asked.t, state)))
        .collect()
}

/// One action in words: `Legal counselling: the caseworker, until 3 May 2026`.
pub(crate) fn action(t: T, state: &ActionState) -> String {
    t.say_with(
        "action-in-short",
        &[
            ("what", action_name(t, state).into()),
            (
                "who",
                t.code("responsible", state.action.responsible.code())
                    .into(),
            ),
            ("until", t.day(state.action.due).into()),
        ],
    )
}

/// What an action is: its service, else its kind and what was noted about it.
pub(crate) fn action_name(t: T, state: &ActionState) -> String {
    let action = &state.action;
    if let Some(service) = action.service_type {
        return t.code("service_type", service.code());
    }
    let kind = t.code("action_type", action.action_type.code());
    match &action.note {
        Some(note) => format!("{kind}: {}", in_short(note)),
        None => kind,
    }
}

fn costs(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let plan = &look.case.planning;
    let known = plan.costs.iter();
    let waits = |state: &CostState| {
        asked.form != "planning.approve_cost"
            || (state.approved.is_none()
                && state.cost.amount_planned > asked.app.book.sop().cost_authority_cents)
    };
    known
        .filter(|state| asked.offers(waits(state)))
        .map(|state| {
            let cost = &state.cost;
            let amount = asked.t.amount(cost.amount_planned, &cost.currency);
            (
                cost.cost.to_string(),
                format!("{}: {amount}", cost.budget_line),
            )
        })
        .collect()
}

/// The factors of the assessment that stand, or that a goal once built on.
fn factors(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let known = look.case.assessment.factors.iter();
    known
        .filter(|state| asked.offers(state.retired.is_none()))
        .map(|state| {
            let factor = &state.factor;
            let name = asked.t.code("factor", factor.code.code());
            let name = factor.other.clone().unwrap_or(name);
            let kind = asked.t.code("polarity", factor.polarity.code());
            (factor.factor.to_string(), format!("{name} ({kind})"))
        })
        .collect()
}

/// The beginning of a longer text, for a line of its own.
fn in_short(text: &str) -> String {
    const CHARACTERS: usize = 90;
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    }
}

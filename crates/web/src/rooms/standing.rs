//! What stands now of one thing of a case, as the answers of the form that says it anew.

use casebook::CaseLook;
use casework::{
    Id,
    assessment::NeedAnswer,
    planning::{ActionChange, CostChange, GoalChange, ObjectiveChange, State},
};
use forms::Answers;
use serde::Serialize;
use serde_json::Value;

use super::Action;

/// The answers as they stand, when the thing is named among what was asked or posted.
#[must_use]
pub fn standing(action: &Action, look: &CaseLook, asked: &[(String, String)]) -> Option<Answers> {
    if let ("assessment", "screen_tip" | "conclude_tip" | "confirm_tip") =
        (action.room, action.kind)
    {
        return screening(look, action.kind);
    }
    let thing = action.of.or(action.each)?;
    let (_, which) = asked.iter().find(|(name, _)| name == thing)?;
    if (action.room, action.kind) == ("assessment", "answer_need") {
        return need(look, which);
    }
    let id: Id = which.parse().ok()?;
    let plan = &look.case.planning;
    match (action.room, action.kind) {
        ("planning", "change_goal") => goal(plan, id),
        ("planning", "change_objective") => objective(plan, id),
        ("planning", "change_action") => planned(plan, id),
        ("planning", "change_cost") => cost(plan, id),
        ("assessment", "record_factor") => factor(look, id),
        ("implementation", "change_referral") => {
            answers(&look.case.implementation.referral(id)?.referral)
        }
        _ => None,
    }
}

/// A need and, for those who may read it, what is said about it.
fn need(look: &CaseLook, domain: &str) -> Option<Answers> {
    let state = &look.case.assessment;
    let mut known = state.needs.values();
    let row = &known.find(|need| need.row.domain.code() == domain)?.row;
    let text = state.need_texts.get(&row.domain);
    answers(&NeedAnswer {
        domain: row.domain,
        status: row.status,
        severity: row.severity,
        urgency: row.urgency,
        description: text.and_then(|text| text.description.clone()),
        resources_available: text.and_then(|text| text.resources_available.clone()),
        person_priority: row.person_priority,
    })
}

fn factor(look: &CaseLook, id: Id) -> Option<Answers> {
    let mut known = look.case.assessment.standing();
    answers(&known.find(|state| state.factor.factor == id)?.factor)
}

/// What was found in earlier sittings, as long as nobody concluded; the conditions of a good
/// conversation are asked at each. To conclude or confirm, the newest screening stands chosen.
fn screening(look: &CaseLook, kind: &str) -> Option<Answers> {
    let tip = look.case.assessment.tip.last()?;
    let mut known = answers(&tip.screening)?;
    if kind == "screen_tip" {
        known.remove("preconditions");
        return tip.concluded.is_none().then_some(known);
    }
    known.retain(|field, _| field == "screening");
    Some(known)
}

fn goal(plan: &State, id: Id) -> Option<Answers> {
    let goal = plan.goal(id)?.goal.clone();
    answers(&GoalChange {
        goal: id,
        in_person_words: goal.in_person_words,
        priority: goal.priority,
    })
}

fn objective(plan: &State, id: Id) -> Option<Answers> {
    let objective = plan.objective(id)?.objective.clone();
    answers(&ObjectiveChange {
        objective: id,
        text: objective.text,
        indicator: objective.indicator,
        baseline: objective.baseline,
        target: objective.target,
        due: objective.due,
        horizon: objective.horizon,
        factor_refs: objective.factor_refs,
    })
}

fn planned(plan: &State, id: Id) -> Option<Answers> {
    let action = plan.action(id)?.action.clone();
    answers(&ActionChange {
        action: id,
        responsible: action.responsible,
        start: action.start,
        due: action.due,
        recipient: action.recipient,
        depends_on: action.depends_on,
        note: action.note,
    })
}

/// Why the amount changes is said anew each time.
fn cost(plan: &State, id: Id) -> Option<Answers> {
    answers(&CostChange {
        cost: id,
        amount_planned: plan.cost(id)?.cost.amount_planned,
        reason: String::new(),
    })
}

fn answers(record: &impl Serialize) -> Option<Answers> {
    match serde_json::to_value(record).ok()? {
        Value::Object(answers) => Some(answers),
        _ => None,
    }
}

//! The differences between two versions of a plan in words, by the labels of the forms in which
//! they were written (`domain.md` section 6).

use casework::planning::{ActionState, Difference, How, Line, ObjectiveState};
use forms::Answers;
use serde::Serialize;
use serde_json::Value;

use super::{Reader, lines::what};
use crate::{
    pages::sheet::Piece,
    parts::{Badge, Cell, Change, Facts, Table},
    read_out,
    rooms::{action, names},
};

/// The differences, one after the other.
pub(super) fn pieces<'p>(
    reader: &Reader<'_>,
    all: &[Difference<'_>],
    versions: (u32, u32),
) -> Vec<Piece<'p>> {
    let told = all.iter().filter_map(|one| told(reader, one, versions));
    told.map(Piece::Change).collect()
}

fn told(reader: &Reader<'_>, one: &Difference<'_>, versions: (u32, u32)) -> Option<Change> {
    let t = reader.t;
    let line = one.after.or(one.before)?;
    let (key, badge): (_, fn(String) -> Badge) = match one.how {
        How::Added => ("compare-added", Badge::done),
        How::Removed => ("compare-removed", Badge::doubtful),
        How::Changed => ("compare-changed", Badge::new),
    };
    let mut change = Change {
        how: badge(t.say(key)),
        title: title(reader, &line),
        reason: one.reason.map(str::to_owned),
        facts: Facts::new(),
        table: Table::default(),
    };
    match (one.how, one.before, one.after) {
        (How::Changed, Some(before), Some(after)) => {
            change.table = both(reader, &one.fields, (&before, &after), versions);
        }
        _ => {
            let said = said(reader, &line, shown(&line)).into_iter();
            change.facts = said.fold(Facts::new(), |facts, (_, label, value)| {
                facts.with(label, value)
            });
        }
    }
    Some(change)
}

fn title(reader: &Reader<'_>, line: &Line<'_>) -> String {
    let t = reader.t;
    let (key, which) = match line {
        Line::Goal(known) => ("compare-goal", known.goal.in_person_words.clone()),
        Line::Objective(known) => ("compare-objective", known.objective.text.clone()),
        Line::Action(known) => ("compare-action", what(reader, known)),
        Line::Cost(known) => ("compare-cost", known.cost.budget_line.clone()),
        Line::Monitoring(_) => return t.say("plan-monitoring"),
        Line::ReviewDate(_) => return t.say("plan-review"),
        Line::Agreement(_) => return t.say("plan-agreement"),
    };
    t.say_with(key, &[("which", which.into())])
}

/// What is told of a line that one version has alone; never what decides who may read it.
const fn shown(line: &Line<'_>) -> &'static [&'static str] {
    match line {
        Line::Goal(_) => &["domain", "priority"],
        Line::Objective(_) => &["indicator", "baseline", "target", "due", "horizon"],
        Line::Action(_) => &["responsible", "start", "due", "note"],
        Line::Cost(_) => &["donor", "amount_planned"],
        Line::Monitoring(_) => &[
            "how",
            "how_often",
            "by_whom",
            "feedback_channel",
            "info_sharing_summary",
        ],
        Line::ReviewDate(_) => &["review_date"],
        Line::Agreement(_) => &["agreed_how", "agreed_on", "agreed_by", "disagreement"],
    }
}

/// A row for each thing said anew: what it was, what it is.
fn both(
    reader: &Reader<'_>,
    fields: &[&'static str],
    (before, after): (&Line<'_>, &Line<'_>),
    versions: (u32, u32),
) -> Table {
    let t = reader.t;
    let version = |number: u32| {
        let number = ("version", number.to_string().into());
        t.say_with("plan-version-title", &[number])
    };
    let heads = vec![t.say("head-what"), version(versions.0), version(versions.1)];
    let (was, is) = (said(reader, before, fields), said(reader, after, fields));
    let of = |all: &[(&str, String, String)], name: &str| {
        let mut all = all.iter();
        let found = all.find(|(known, ..)| *known == name);
        found.map(|(_, label, value)| (label.clone(), value.clone()))
    };
    let rows = fields.iter().filter_map(|name| {
        let (was, is) = (of(&was, name), of(&is, name));
        let label = is.as_ref().or(was.as_ref())?.0.clone();
        let value = |one: Option<(String, String)>| {
            one.map_or_else(|| t.say("compare-nothing-said"), |(_, value)| value)
        };
        Some(vec![
            Cell::Text(label),
            Cell::Text(value(was)),
            Cell::Text(value(is)),
        ])
    });
    let caption = title(reader, after);
    rows.fold(Table::new(caption, heads).under_its_title(), Table::row)
}

/// What a line says in these fields: name, label, words.
fn said(
    reader: &Reader<'_>,
    line: &Line<'_>,
    fields: &[&'static str],
) -> Vec<(&'static str, String, String)> {
    let Some((kind, answers)) = answers(line) else {
        return Vec::new();
    };
    let t = reader.t;
    fields
        .iter()
        .filter_map(|name| {
            let (label, value) = match (*name, line) {
                ("progress", Line::Objective(known)) => progress(reader, known),
                ("status", Line::Action(known)) => end(reader, known)?,
                ("amount_planned", Line::Cost(known)) => {
                    let cost = &known.cost;
                    let amount = t.amount(cost.amount_planned, &cost.currency);
                    (t.say("head-planned"), amount)
                }
                _ => in_words(reader, kind, &answers, name)?,
            };
            Some((*name, label, value))
        })
        .collect()
}

fn progress(reader: &Reader<'_>, known: &ObjectiveState) -> (String, String) {
    let word = reader.t.code("progress", known.progress.code());
    (reader.t.say("plan-progress"), word)
}

fn end(reader: &Reader<'_>, known: &ActionState) -> Option<(String, String)> {
    let ended = known.ended.as_ref()?;
    let word = reader.t.code("action_status", ended.status.code());
    Some((reader.t.say("head-state"), word))
}

fn in_words(
    reader: &Reader<'_>,
    kind: &str,
    answers: &Answers,
    name: &str,
) -> Option<(String, String)> {
    let form = &action("planning", kind)?.form;
    let answer = answers.get(name).filter(|answer| !answer.is_null())?;
    let one: Answers = [(name.to_owned(), answer.clone())].into_iter().collect();
    let choices = names(reader.app, reader.t, form, reader.look);
    let facts = read_out(form, &choices, &one, reader.t, &reader.app.zone);
    facts.pairs().pop()
}

/// The record of a line as the answers of the form that it was written in.
fn answers(line: &Line<'_>) -> Option<(&'static str, Answers)> {
    fn of(record: &impl Serialize) -> Option<Answers> {
        match serde_json::to_value(record).ok()? {
            Value::Object(answers) => Some(answers),
            _ => None,
        }
    }
    Some(match line {
        Line::Goal(known) => ("set_goal", of(&known.goal)?),
        Line::Objective(known) => ("set_objective", of(&known.objective)?),
        Line::Action(known) => ("plan_action", of(&known.action)?),
        Line::Cost(known) => ("plan_cost", of(&known.cost)?),
        Line::Monitoring(said) => ("plan_monitoring", of(said)?),
        Line::ReviewDate(date) => {
            let date = serde_json::json!({ "review_date": date });
            ("set_review_date", of(&date)?)
        }
        Line::Agreement(said) => ("record_agreement", of(said)?),
    })
}

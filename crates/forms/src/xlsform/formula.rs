//! The cells of a row that hold expressions.

use super::finding::Finding;
use super::header::Column;
use super::kind::Kind;
use super::model::{FirstAnswer, Formula, Question};
use super::parameters;
use super::survey::Survey;
use crate::expression::{Expr, Function, parse};

/// One row under its columns.
pub(super) struct Cells<'a> {
    pub columns: &'a [Column],
    pub cells: &'a [String],
}

impl Cells<'_> {
    /// The cell under a heading; empty where there is none.
    pub fn get(&self, holds: &str) -> &str {
        self.columns
            .iter()
            .filter(|column| column.holds == holds)
            .find_map(|column| self.cells.get(column.at).filter(|cell| !cell.is_empty()))
            .map_or("", String::as_str)
    }

    fn at(&self, holds: &str) -> usize {
        self.columns
            .iter()
            .find(|column| column.holds == holds)
            .map_or(0, |column| column.at)
    }
}

/// Reads a row's expressions into its question.
pub(super) fn fill(question: &mut Question, cells: &Cells<'_>, survey: &mut Survey<'_>) {
    let row = question.row;
    let mut one = |holds: &'static str| read(row, holds, cells, survey);
    question.relevant = one("relevant");
    question.required = one("required").filter(|formula| formula.expr != truth(false));
    question.readonly = one("readonly").filter(|formula| formula.expr != truth(false));
    question.constraint = one("constraint");
    question.calculation = one("calculation");
    question.choice_filter = one("choice_filter");
    question.repeat_count = one("repeat_count");
    if question.repeat_count.is_some() && question.kind != Kind::Repeat {
        question.repeat_count = None;
        survey.problem(row, "repeat_count", "only a repeat has a count");
    }
    if question.choice_filter.is_some() && !question.kind.chooses() {
        question.choice_filter = None;
        survey.say(
            row,
            "choice_filter",
            Finding::notice("only questions with choices are filtered"),
        );
    }
    question.default = first_answer(question, cells, survey);
    if question.kind == Kind::Calculate
        && cells.get("calculation").is_empty()
        && question.default == FirstAnswer::None
    {
        survey.problem(row, "calculation", "this calculation is empty");
    }
    parameters::fill(question, cells.get("parameters"), survey);
    let trigger = cells.get("trigger");
    if !trigger.is_empty() {
        match parse(trigger) {
            Ok(Expr::Reference(name)) => question.trigger = Some(name),
            _ => survey.problem(
                row,
                "trigger",
                "a trigger is one reference, such as ${name}",
            ),
        }
    }
}

fn truth(is: bool) -> Expr {
    Expr::Call(
        if is { Function::True } else { Function::False },
        Vec::new(),
    )
}

fn read(
    row: usize,
    holds: &'static str,
    cells: &Cells<'_>,
    survey: &mut Survey<'_>,
) -> Option<Formula> {
    let source = cells.get(holds);
    if source.is_empty() {
        return None;
    }
    let plain = ["required", "readonly", "relevant"].contains(&holds);
    let expr = match source.to_lowercase().as_str() {
        "yes" | "true" | "true()" if plain => Ok(truth(true)),
        "no" | "false" | "false()" if plain => Ok(truth(false)),
        _ => parse(source),
    };
    match expr {
        Ok(expr) => Some(Formula {
            source: source.to_owned(),
            expr,
            column: cells.at(holds),
            header: holds,
        }),
        Err(unclear) => {
            survey.problem(
                row,
                holds,
                format!("this expression cannot be read: {unclear}"),
            );
            None
        }
    }
}

/// A default is worked out where it refers to something or calls a function; else it is what it
/// says, for a date `2026-11-22` is no subtraction.
fn first_answer(question: &Question, cells: &Cells<'_>, survey: &mut Survey<'_>) -> FirstAnswer {
    let source = cells.get("default");
    if source.is_empty() {
        return FirstAnswer::None;
    }
    let mut calls = source.contains("${");
    if let Ok(expr) = parse(source) {
        expr.walk(&mut |part| calls |= matches!(part, Expr::Call(..)));
    }
    let is_text =
        matches!(question.kind, Kind::Text | Kind::Note | Kind::Hidden) && !source.contains('(');
    if calls && !(is_text && parse(source).is_err()) {
        return read(question.row, "default", cells, survey)
            .map_or(FirstAnswer::None, FirstAnswer::Dynamic);
    }
    FirstAnswer::Fixed(source.to_owned())
}

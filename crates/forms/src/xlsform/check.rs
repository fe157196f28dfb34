//! What only the whole form can tell: does every reference lead somewhere?

use std::collections::HashSet;

use super::finding::{Finding, Findings};
use super::kind::Kind;
use super::model::{FirstAnswer, Form, Formula, Question};
use crate::expression::{Expr, Function, Path, Start, To, last_name, pattern_flaw};

/// Checks every expression and text of a form.
pub(super) fn check(form: &Form, findings: &mut Findings) {
    for question in form.questions.iter().skip(1) {
        for formula in formulas(question) {
            for finding in flaws(form, question, formula) {
                findings.push(
                    finding
                        .in_sheet("survey")
                        .cell(question.row, formula.column)
                        .under(formula.header),
                );
            }
        }
        texts(form, question, findings);
        spaced(form, question, findings);
        chosen_answers(form, question, findings);
        if let Some(name) = &question.trigger
            && form.named(name).is_none()
        {
            let why = format!("there is no question called {name}");
            findings.push(
                Finding::problem(why)
                    .in_sheet("survey")
                    .row(question.row)
                    .under("trigger"),
            );
        }
    }
    language(form, findings);
}

/// Answers are chosen from where there can be several: in a repeat.
fn chosen_answers(form: &Form, question: &Question, findings: &mut Findings) {
    let Some(name) = &question.answers_of else {
        return;
    };
    let why = match form.named(name) {
        None => format!("there is no question called {name}"),
        Some(id) if form.question(id).repeats.is_empty() => {
            format!("choices are taken from {name}, which stands in no repeat")
        }
        Some(_) => return,
    };
    let finding = Finding::problem(why).in_sheet("survey");
    findings.push(finding.row(question.row).under("type"));
}

/// Several answers stand in one text with spaces between: a choice with a space in its name would
/// be two.
fn spaced(form: &Form, question: &Question, findings: &mut Findings) {
    let several = matches!(question.kind, Kind::SelectMultiple | Kind::Rank);
    let list = question.list.and_then(|id| form.lists.get(id));
    let Some(list) = list.filter(|list| several && list.known) else {
        return;
    };
    if let Some(row) = list
        .rows
        .iter()
        .find(|row| row.name.contains(char::is_whitespace))
    {
        let why = format!(
            "the list {} is used where several can be chosen, and its choice {:?} has a space in its name",
            list.name, row.name
        );
        let finding = Finding::problem(why).in_sheet("survey");
        findings.push(finding.row(question.row).under("type"));
    }
}

/// All expressions of a question.
pub(super) fn formulas(question: &Question) -> impl Iterator<Item = &Formula> {
    let default = match &question.default {
        FirstAnswer::Dynamic(formula) => Some(formula),
        _ => None,
    };
    [
        question.relevant.as_ref(),
        question.required.as_ref(),
        question.constraint.as_ref(),
        question.calculation.as_ref(),
        question.readonly.as_ref(),
        question.choice_filter.as_ref(),
        question.repeat_count.as_ref(),
        default,
    ]
    .into_iter()
    .flatten()
}

fn flaws(form: &Form, question: &Question, formula: &Formula) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut told = HashSet::new();
    formula.expr.walk(&mut |part| {
        let flaw = match part {
            Expr::Reference(name) => unknown(form, name),
            Expr::Call(function, parts) => call(form, *function, parts),
            _ => None,
        };
        if let Some(flaw) = flaw
            && told.insert(flaw.message.clone())
        {
            found.push(flaw);
        }
    });
    if formula.header == "choice_filter" {
        found.extend(columns(form, question, &formula.expr));
    }
    found
}

fn unknown(form: &Form, name: &str) -> Option<Finding> {
    match form.by_name.get(name).map(Vec::len) {
        Some(1) => None,
        Some(many) => Some(Finding::problem(format!(
            "${{{name}}} is not clear: {many} questions have that name"
        ))),
        None => Some(Finding::problem(format!(
            "${{{name}}} leads nowhere: no question has that name"
        ))),
    }
}

fn call(form: &Form, function: Function, parts: &[Expr]) -> Option<Finding> {
    match (function, parts) {
        (Function::Regex, [_, Expr::Text(pattern)]) => pattern_flaw(pattern).map(Finding::problem),
        (Function::Instance, [Expr::Text(name)]) | (Function::PullData, [Expr::Text(name), ..]) => {
            let stem = name.strip_suffix(".csv").unwrap_or(name);
            let known = form.list_ids.get(stem).and_then(|id| form.lists.get(*id));
            if known.is_some_and(|list| list.known) {
                return None;
            }
            if function == Function::PullData || known.is_some() {
                Some(Finding::notice(format!(
                    "the table {stem}.csv does not lie beside the form; nothing is found in it"
                )))
            } else {
                Some(Finding::problem(format!(
                    "there is no list or table called {stem}"
                )))
            }
        }
        (Function::IndexedRepeat, [target, rest @ ..]) => {
            let repeats = rest.iter().step_by(2);
            let names = std::iter::once(target).chain(repeats).map(last_name);
            let wrong = names.into_iter().find(|name| form.named(name).is_none());
            wrong.map(|name| {
                Finding::problem(format!(
                    "indexed-repeat() names {name:?}, which is no question or repeat"
                ))
            })
        }
        (Function::ChoiceName, [_, Expr::Text(text)]) => {
            let name = text
                .trim()
                .trim_start_matches("${")
                .trim_end_matches('}')
                .rsplit('/')
                .next();
            let name = name.unwrap_or_default().trim();
            let chooses = form
                .named(name)
                .map(|id| form.question(id))
                .is_some_and(|one| one.list.is_some() || one.answers_of.is_some());
            (!chooses).then(|| {
                Finding::problem(format!(
                    "jr:choice-name() names {name:?}, which has no choices"
                ))
            })
        }
        _ => None,
    }
}

/// In a choice filter a bare name is a column of the list.
fn columns(form: &Form, question: &Question, expr: &Expr) -> Vec<Finding> {
    let Some(list) = question
        .list
        .and_then(|id| form.lists.get(id))
        .filter(|list| list.known)
    else {
        return Vec::new();
    };
    let mut found = Vec::new();
    expr.walk(&mut |part| {
        if let Expr::Path(Path {
            start: Start::Here,
            steps,
        }) = part
            && let Some(To::Child(name)) = steps.first().map(|step| &step.to)
            && !list.columns.contains(name)
        {
            found.push(Finding::notice(format!(
                "the list {} has no column called {name}: nothing is found there; a text stands in quotes",
                list.name
            )));
        }
    });
    found
}

/// References in labels and hints.
fn texts(form: &Form, question: &Question, findings: &mut Findings) {
    let all = [
        (&question.label, "label"),
        (&question.hint, "hint"),
        (&question.guidance, "guidance_hint"),
        (&question.constraint_message, "constraint_message"),
        (&question.required_message, "required_message"),
    ];
    for (texts, header) in all {
        for text in texts.values() {
            for name in references(text) {
                if let Some(finding) = unknown(form, name) {
                    findings.push(finding.in_sheet("survey").row(question.row).under(header));
                }
            }
        }
    }
}

/// The names that a text refers to.
pub(crate) fn references(text: &str) -> Vec<&str> {
    text.split("${")
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.trim())
        .filter(|name| !name.starts_with("last-saved#"))
        .collect()
}

fn language(form: &Form, findings: &mut Findings) {
    let default = &form.settings.default_language;
    if !default.is_empty()
        && !form.languages.contains(default)
        && form.languages.iter().any(|one| !one.is_empty())
    {
        let why = format!("no text is in the default language {default}");
        findings.push(
            Finding::notice(why)
                .in_sheet("settings")
                .row(1)
                .under("default_language"),
        );
    }
}

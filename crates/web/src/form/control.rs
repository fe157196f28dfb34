//! Which control a kind of question gets.

use forms::{Field, Kind, OR_ANSWERS};
use jiff::civil;

use super::words::Words;

/// Up to so many options stand open; more go into a list that folds.
const OPEN_OPTIONS: usize = 6;
const LONGEST_SCALE: i64 = 10;

/// What a person types into or chooses from.
pub(crate) enum Control {
    Line(Line),
    Long { max: usize, rows: usize },
    Radios(Vec<Choice>),
    Checks(Vec<Choice>),
    Select(Vec<Choice>),
    Tick { ticked: bool },
}

/// One line of input.
pub(crate) struct Line {
    pub kind: &'static str,
    pub inputmode: Option<&'static str>,
    pub max: Option<usize>,
    pub class: &'static str,
}

/// One option.
pub(crate) struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
    /// Stands apart from the codes: unknown, not asked, declined, left empty.
    pub apart: bool,
}

impl Control {
    pub fn of(field: &Field, typed: &[&str], words: &Words<'_>) -> Control {
        let first = typed.first().copied().unwrap_or_default();
        let choices = || choices(field, typed, words);
        match field.kind {
            Kind::LongText { max } => Control::Long {
                max,
                rows: if max > 1000 { 5 } else { 3 },
            },
            Kind::Multi(_) | Kind::MultiOr(_) | Kind::PickMany => Control::Checks(choices()),
            Kind::YesNo | Kind::YesNoOr => Control::Radios(choices()),
            Kind::Code(list) | Kind::CodeOr(list) if list.codes.len() <= OPEN_OPTIONS => {
                Control::Radios(choices())
            }
            Kind::Pick if words.choices.of(field.name).len() <= OPEN_OPTIONS => {
                Control::Radios(choices())
            }
            Kind::Code(_) | Kind::CodeOr(_) | Kind::Pick => Control::Select(choices()),
            Kind::Score { min, max } if max.saturating_sub(min) <= LONGEST_SCALE => {
                Control::Radios(choices())
            }
            Kind::Tick => Control::Tick {
                ticked: first == "yes" || first == "on",
            },
            _ => Control::Line(line(field.kind, first)),
        }
    }
}

/// A date that is none stays visible only in a plain line: a date control would drop it.
fn line(kind: Kind, typed: &str) -> Line {
    let plain = Line {
        kind: "text",
        inputmode: None,
        max: None,
        class: "line",
    };
    match kind {
        Kind::Text { max } => Line {
            max: Some(max),
            class: if max <= 24 { "line line-short" } else { "line" },
            ..plain
        },
        Kind::Date { .. } if typed.is_empty() || typed.parse::<civil::Date>().is_ok() => Line {
            kind: "date",
            class: "line line-short",
            ..plain
        },
        Kind::DateTime { .. } if typed.is_empty() || typed.parse::<civil::DateTime>().is_ok() => {
            Line {
                kind: "datetime-local",
                class: "line line-short",
                ..plain
            }
        }
        Kind::Int { .. } | Kind::Score { .. } => Line {
            inputmode: Some("numeric"),
            class: "line line-number",
            ..plain
        },
        Kind::Money => Line {
            inputmode: Some("decimal"),
            class: "line line-number",
            ..plain
        },
        Kind::Phone => Line {
            kind: "tel",
            max: Some(40),
            class: "line line-short",
            ..plain
        },
        _ => Line {
            class: "line line-short",
            ..plain
        },
    }
}

fn choices(field: &Field, typed: &[&str], words: &Words<'_>) -> Vec<Choice> {
    let option = |value: String, apart: bool| Choice {
        label: words.option(field, &value),
        chosen: typed.contains(&value.as_str()),
        value,
        apart,
    };
    let mut all: Vec<Choice> = values(field, words)
        .into_iter()
        .map(|value| option(value, false))
        .collect();
    if field.kind.takes_or() {
        all.extend(
            OR_ANSWERS
                .into_iter()
                .map(|answer| option(answer.to_owned(), true)),
        );
    }
    if !field.required && !field.kind.takes_or() && !field.kind.takes_many() {
        let chosen = typed.iter().all(|value| value.is_empty());
        all.push(Choice {
            value: String::new(),
            label: words.t.say("answer-blank"),
            chosen,
            apart: true,
        });
    }
    all
}

fn values(field: &Field, words: &Words<'_>) -> Vec<String> {
    match field.kind {
        Kind::Code(list) | Kind::CodeOr(list) | Kind::Multi(list) | Kind::MultiOr(list) => {
            let fit = words.choices.of(field.name);
            let codes = list.codes.iter();
            // Where a page knows which codes fit, the others are not offered.
            let offered = |code: &&&str| fit.is_empty() || fit.iter().any(|(one, _)| one == **code);
            codes
                .filter(offered)
                .map(|code| (*code).to_owned())
                .collect()
        }
        Kind::YesNo | Kind::YesNoOr => vec!["yes".to_owned(), "no".to_owned()],
        Kind::Score { min, max } => (min..=max).map(|mark| mark.to_string()).collect(),
        Kind::Pick | Kind::PickMany => words
            .choices
            .of(field.name)
            .iter()
            .map(|(value, _)| value.clone())
            .collect(),
        _ => Vec::new(),
    }
}

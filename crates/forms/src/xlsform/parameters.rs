//! The settings of a question's kind: `start=1 end=10 step=1`, `randomize=true`, `value=code`. What a
//! question cannot have is told; what has no meaning on a page is named and kept as it is.

use std::collections::BTreeMap;

use super::finding::Finding;
use super::kind::Kind;
use super::model::Question;
use super::survey::Survey;
use crate::expression::{Expr, parse};

/// What a setting takes.
enum Takes {
    Number,
    Whole,
    YesNo,
    /// A number, or a reference to a question.
    Seed,
    OneOf(&'static [&'static str]),
    Anything,
}

/// What a setting does here.
enum Does {
    /// It is followed.
    Works,
    /// It has no meaning on a page.
    Nothing,
}

use Does::{Nothing, Works};
use Takes::{Anything, Number, OneOf, Seed, Whole, YesNo};

type Setting = (&'static str, Takes, Does);

const RANGE: &[Setting] = &[
    ("start", Number, Works),
    ("end", Number, Works),
    ("step", Number, Works),
    ("tick_interval", Number, Nothing),
    ("placeholder", Number, Nothing),
    ("tick_labelset", Anything, Nothing),
];
const CHOICES: &[Setting] = &[
    ("randomize", YesNo, Nothing),
    ("seed", Seed, Nothing),
    ("value", Anything, Works),
    ("label", Anything, Works),
];
const IMAGE: &[Setting] = &[("max-pixels", Whole, Nothing), ("app", Anything, Nothing)];
const AUDIO: &[Setting] = &[(
    "quality",
    OneOf(&["low", "normal", "external", "voice-only"]),
    Nothing,
)];
const PLACE: &[Setting] = &[
    ("capture-accuracy", Number, Nothing),
    ("warning-accuracy", Number, Nothing),
    ("allow-mock-accuracy", YesNo, Nothing),
    ("incremental", YesNo, Nothing),
];
const TEXT: &[Setting] = &[("rows", Whole, Nothing)];

const fn settings(kind: Kind) -> Option<&'static [Setting]> {
    match kind {
        Kind::Range => Some(RANGE),
        Kind::SelectOne | Kind::SelectMultiple | Kind::Rank => Some(CHOICES),
        Kind::Image => Some(IMAGE),
        Kind::Audio => Some(AUDIO),
        Kind::Geopoint | Kind::Geotrace | Kind::Geoshape => Some(PLACE),
        Kind::Text => Some(TEXT),
        _ => None,
    }
}

/// Reads them into their question: between spaces, commas or semicolons.
pub(super) fn fill(question: &mut Question, cell: &str, survey: &mut Survey<'_>) {
    let row = question.row;
    if let Some(known) = settings(question.kind) {
        question.parameters = read(row, cell, known, survey);
    } else if !cell.is_empty() {
        let why = "parameters of this type have no meaning here and are kept as they are";
        survey.say(row, "parameters", Finding::notice(why));
    }
    if question.kind == Kind::Range {
        for (name, otherwise) in [("start", "1"), ("end", "10"), ("step", "1")] {
            let otherwise = || otherwise.to_owned();
            question
                .parameters
                .entry(name.to_owned())
                .or_insert_with(otherwise);
        }
    }
    if question.parameters.contains_key("seed") && !question.parameters.contains_key("randomize") {
        survey.problem(row, "parameters", "a seed needs randomize=true");
    }
}

/// The settings of a cell, for whoever needs them before their question stands.
pub(super) fn pairs(cell: &str) -> BTreeMap<String, String> {
    let all = split(cell).into_iter();
    all.filter_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        Some((name.to_lowercase(), value.to_owned()))
    })
    .collect()
}

/// Single settings, with nothing around their `=`.
fn split(cell: &str) -> Vec<String> {
    let parts: Vec<&str> = cell.split('=').map(str::trim).collect();
    let joined = parts.join("=");
    let all = joined.split([' ', ',', ';', '\n']);
    all.filter(|pair| !pair.is_empty())
        .map(str::to_owned)
        .collect()
}

fn read(
    row: usize,
    cell: &str,
    known: &[Setting],
    survey: &mut Survey<'_>,
) -> BTreeMap<String, String> {
    for pair in split(cell).iter().filter(|pair| !pair.contains('=')) {
        let why = format!("{pair:?} is no setting: one is written name=value");
        survey.problem(row, "parameters", why);
    }
    let mut all = pairs(cell);
    all.retain(|name, value| {
        let Some((_, takes, does)) = known.iter().find(|(other, ..)| other == name) else {
            let why = format!("this type has no setting {name}");
            survey.problem(row, "parameters", why);
            return false;
        };
        if let Some(should) = wrong(takes, value) {
            survey.problem(row, "parameters", format!("{name}={value} is no {should}"));
            return false;
        }
        if matches!(does, Nothing) && value != "false" {
            let why = format!("the setting {name} has no meaning here and is kept as it is");
            survey.say(row, "parameters", Finding::notice(why));
        }
        true
    });
    all
}

/// What a value should have been.
fn wrong(takes: &Takes, value: &str) -> Option<String> {
    let is_number = || value.parse::<f64>().is_ok_and(f64::is_finite);
    let (fits, should) = match takes {
        Number => (is_number(), "number".to_owned()),
        Whole => (value.parse::<u32>().is_ok(), "whole number".to_owned()),
        YesNo => (
            ["true", "false"].contains(&value),
            "true or false".to_owned(),
        ),
        Seed => (
            is_number() || matches!(parse(value), Ok(Expr::Reference(_))),
            "number or reference such as ${name}".to_owned(),
        ),
        OneOf(these) => (these.contains(&value), these.join(" or ")),
        Anything => (true, String::new()),
    };
    (!fits).then_some(should)
}

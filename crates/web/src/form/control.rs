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
    Long {
        max: usize,
        rows: usize,
    },
    Radios(Vec<Choice>),
    Checks(Vec<Choice>),
    Select(Options),
    /// Several of a long list: one list after the other, the first of them open.
    Selects(Vec<Options>),
    Tick {
        ticked: bool,
    },
}

/// One line of input.
pub(crate) struct Line {
    pub kind: &'static str,
    pub inputmode: Option<&'static str>,
    pub max: Option<usize>,
    pub class: &'static str,
}

/// The options of a list that folds.
pub(crate) struct Options {
    /// Those that are met most here, once more at the top.
    pub often: Vec<Choice>,
    pub all: Vec<Choice>,
}

impl Options {
    const fn plain(all: Vec<Choice>) -> Self {
        let often = Vec::new();
        Self { often, all }
    }
}

/// One option.
#[derive(Clone)]
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
            Kind::Multi(list) | Kind::MultiOr(list) if is_of_the_world(list.name) => {
                Control::Selects(several(field, list.name, typed, words))
            }
            Kind::Code(list) | Kind::CodeOr(list) if is_of_the_world(list.name) => {
                Control::Select(of_the_world(field, list.name, typed, words))
            }
            Kind::Multi(_) | Kind::MultiOr(_) | Kind::PickMany => Control::Checks(choices()),
            Kind::YesNo | Kind::YesNoOr => Control::Radios(choices()),
            Kind::Code(list) | Kind::CodeOr(list) if list.codes.len() <= OPEN_OPTIONS => {
                Control::Radios(choices())
            }
            Kind::Pick if words.choices.of(field.name).len() <= OPEN_OPTIONS => {
                Control::Radios(choices())
            }
            Kind::Code(_) | Kind::CodeOr(_) | Kind::Pick => {
                Control::Select(Options::plain(choices()))
            }
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

/// Countries and languages: too many to stand open, known by name, and a few met every day.
fn is_of_the_world(list: &str) -> bool {
    matches!(list, "country" | "language")
}

/// So many lists for a question that takes several, and always one more than are chosen.
const SEVERAL: usize = 3;

fn several(field: &Field, list: &str, typed: &[&str], words: &Words<'_>) -> Vec<Options> {
    let chosen: Vec<&str> = (typed.iter().copied())
        .filter(|one| !one.is_empty())
        .collect();
    let lists = SEVERAL.max(chosen.len() + 1);
    let one = |place: usize| {
        let here = chosen.get(place).copied();
        let mut options = of_the_world(field, list, here.as_slice(), words);
        // Unknown, not asked and declined are the whole answer: they stand in the first list.
        if place > 0 {
            options.all.retain(|choice| !choice.apart);
        }
        options
    };
    (0..lists).map(one).collect()
}

/// By name in the reader's language; what fits none of the names stays last.
fn of_the_world(field: &Field, list: &str, typed: &[&str], words: &Words<'_>) -> Options {
    let mut all = choices(field, typed, words);
    let last = |choice: &Choice| {
        choice.apart || matches!(choice.value.as_str(), "other" | "stateless" | "sign")
    };
    all.sort_by_cached_key(|choice| match last(choice) {
        true => (true, String::new()),
        false => (false, sorted_as(&choice.label)),
    });
    let usual = words.choices.of(&format!("usual.{list}")).iter();
    let often = usual.filter_map(|(code, _)| all.iter().find(|choice| choice.value == *code));
    let often: Vec<Choice> = often.cloned().collect();
    // One choice is shown once as chosen.
    for choice in &mut all {
        choice.chosen &= often.iter().all(|known| known.value != choice.value);
    }
    Options { often, all }
}

/// Letters with marks stand beside those without, and the Arabic article counts for nothing.
fn sorted_as(label: &str) -> String {
    let plain = label.to_lowercase();
    let plain = plain.strip_prefix("ال").unwrap_or(&plain);
    let letter = |letter: char| match letter {
        'à' | 'â' | 'á' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'î' | 'ï' => 'i',
        'ó' | 'ô' | 'ö' => 'o',
        'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'أ' | 'إ' | 'آ' => 'ا',
        other => other,
    };
    plain.chars().map(letter).collect()
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

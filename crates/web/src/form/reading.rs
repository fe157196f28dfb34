//! Answers read out: what a form asked, and what was answered.

use forms::{Answers, Choices, Field, Form, Kind, as_typed};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::words::Words;
use crate::i18n::T;
use crate::parts::{Fact, Facts};

/// The answers in words, in the form's order; what was not answered is left out.
pub fn read_out(form: &Form, choices: &Choices, answers: &Answers, t: T, zone: &TimeZone) -> Facts {
    let words = Words { t, form, choices };
    let typed = as_typed(form, answers, zone);
    let mut facts = Facts::new();
    for field in form
        .fields
        .iter()
        .filter(|field| field.kind != Kind::Hidden)
    {
        let values: Vec<String> = typed
            .iter()
            .filter(|(name, _)| name == field.name)
            .map(|(_, value)| value.clone())
            .collect();
        let said = match (
            field.kind,
            answers.get(field.name).and_then(|value| value.as_str()),
        ) {
            (Kind::DateTime { .. }, Some(stored)) => vec![moment(stored, t, zone)],
            _ => values
                .iter()
                .map(|value| in_words(field, value, &words))
                .collect(),
        };
        if !said.is_empty() {
            facts = facts.fact(Fact::new(
                words.label(field.name),
                said.join(&t.say("forms-and")),
            ));
        }
    }
    facts
}

fn in_words(field: &Field, value: &str, words: &Words<'_>) -> String {
    match field.kind {
        Kind::Date { .. } => value
            .parse::<Date>()
            .map_or_else(|_| value.to_owned(), |day| words.t.day(day)),
        Kind::Text { .. }
        | Kind::LongText { .. }
        | Kind::Int { .. }
        | Kind::Money
        | Kind::Phone
        | Kind::Hidden
        | Kind::DateTime { .. } => value.to_owned(),
        _ => words.option(field, value),
    }
}

fn moment(stored: &str, t: T, zone: &TimeZone) -> String {
    match stored.parse::<Timestamp>() {
        Ok(at) => t.moment(&at.to_zoned(zone.clone())),
        Err(_) => stored.to_owned(),
    }
}

//! Stored answers as a person would type them, to fill a form again.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde_json::Value;

use crate::{Answers, Field, Form, Kind};

/// The answers as posted fields; times come back in the centre's zone. Answers that are not of the
/// form are left out.
pub fn as_typed(form: &Form, answers: &Answers, zone: &TimeZone) -> Vec<(String, String)> {
    let mut typed = Vec::new();
    for field in &form.fields {
        let Some(value) = answers.get(field.name) else {
            continue;
        };
        let values = match value {
            Value::Array(many) => many
                .iter()
                .filter_map(|one| as_text(field, one, zone))
                .collect(),
            one => as_text(field, one, zone).into_iter().collect::<Vec<_>>(),
        };
        typed.extend(
            values
                .into_iter()
                .map(|value| (field.name.to_owned(), value)),
        );
    }
    typed
}

fn as_text(field: &Field, value: &Value, zone: &TimeZone) -> Option<String> {
    match (field.kind, value) {
        (Kind::DateTime { .. }, Value::String(text)) => {
            Some(local(text, zone).unwrap_or_else(|| text.clone()))
        }
        (Kind::Money, Value::Number(amount)) => amount
            .as_i64()
            .map(|a| format!("{}.{:02}", a / 100, (a % 100).abs())),
        (Kind::Tick, Value::Bool(false)) => None,
        (_, Value::Bool(yes)) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        (_, Value::String(text)) => Some(text.clone()),
        (_, Value::Number(number)) => Some(number.to_string()),
        _ => None,
    }
}

fn local(text: &str, zone: &TimeZone) -> Option<String> {
    let moment: Timestamp = text.parse().ok()?;
    let zoned: Zoned = moment.to_zoned(zone.clone());
    Some(zoned.strftime("%Y-%m-%dT%H:%M").to_string())
}

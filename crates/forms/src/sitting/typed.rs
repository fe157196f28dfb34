//! An answer as text, and whether it is one of its kind.

use serde_json::Value;

use crate::expression::{is_date, is_date_time, is_time, number_of, point, text_of};
use crate::xlsform::{Kind, Question};

/// What was answered, as it is kept; none where no answer can look like that.
pub(super) fn text(question: &Question, value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => String::new(),
        Value::Bool(true) if question.kind == Kind::Acknowledge => "OK".to_owned(),
        Value::Bool(false) if question.kind == Kind::Acknowledge => String::new(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) => number.as_i64().map_or_else(
            || number.as_f64().map_or(String::new(), text_of),
            |whole| whole.to_string(),
        ),
        Value::String(text) => text.clone(),
        Value::Array(list) if question.kind.chooses() => {
            let parts: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
            parts?.join(" ")
        }
        _ => return None,
    };
    let plain = matches!(question.kind, Kind::Text | Kind::Hidden | Kind::Calculate);
    Some(if plain { text } else { text.trim().to_owned() })
}

/// Whether an answer is one of its kind; lists are looked up elsewhere.
pub(super) fn fits(question: &Question, text: &str) -> bool {
    match question.kind {
        Kind::Integer => {
            let digits = text.strip_prefix('-').unwrap_or(text);
            !digits.is_empty() && digits.len() <= 15 && digits.bytes().all(|b| b.is_ascii_digit())
        }
        Kind::Decimal => is_number(text),
        Kind::Range => is_number(text) && in_range(question, number_of(text)),
        Kind::Date | Kind::Today => {
            is_date(text.get(..10).unwrap_or(text)) && (text.len() == 10 || is_date_time(text))
        }
        Kind::Time => is_time(text),
        Kind::DateTime | Kind::Start | Kind::End => is_date_time(text),
        Kind::Acknowledge => text == "OK",
        Kind::Geopoint => point(text).is_some(),
        Kind::Geotrace | Kind::Geoshape => is_line(question.kind, text),
        _ => true,
    }
}

fn is_number(text: &str) -> bool {
    !number_of(text).is_nan() && !is_date(text) && !is_date_time(text)
}

fn in_range(question: &Question, number: f64) -> bool {
    let parameter = |name: &str| {
        question
            .parameters
            .get(name)
            .and_then(|text| text.parse::<f64>().ok())
    };
    let (Some(start), Some(end), Some(step)) =
        (parameter("start"), parameter("end"), parameter("step"))
    else {
        return true;
    };
    let (low, high) = (start.min(end), start.max(end));
    let steps = (number - start) / step;
    (low..=high).contains(&number) && (step == 0.0 || (steps - steps.round()).abs() < 1e-9)
}

fn is_line(kind: Kind, text: &str) -> bool {
    let points: Vec<&str> = text
        .trim_end_matches([';', ' '])
        .split(';')
        .map(str::trim)
        .collect();
    let places: Option<Vec<(f64, f64)>> = points.iter().map(|one| point(one)).collect();
    places.is_some_and(|places| match kind {
        Kind::Geoshape => places.len() >= 4 && places.first() == places.last(),
        _ => places.len() >= 2,
    })
}

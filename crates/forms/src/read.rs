//! Reading one field's typed values as its kind of answer.

use jiff::Zoned;
use jiff::civil;
use serde_json::Value;

use crate::text::{clean_line, clean_text};
use crate::{Choices, CodeList, Field, Kind, OR_ANSWERS, Problem};

/// What reading needs to know beside the field.
pub(crate) struct Desk<'a> {
    pub choices: &'a Choices,
    pub now: &'a Zoned,
}

const MOST_MONEY: i64 = 100_000_000_000;
const HIDDEN_MAX: usize = 512;

/// Reads values of which none is blank. `None`: nothing was left of them.
pub(crate) fn read(
    field: &Field,
    values: &[&str],
    desk: &Desk<'_>,
) -> Result<Option<Value>, Problem> {
    let first = values.first().copied().unwrap_or_default();
    let typed = first.trim();
    let value = match &field.kind {
        Kind::Text { max } => return Ok(unless_empty(clean_line(first, *max)?)),
        Kind::LongText { max } => return Ok(unless_empty(clean_text(first, *max)?)),
        Kind::Hidden => return Ok(unless_empty(clean_line(first, HIDDEN_MAX)?)),
        Kind::Code(list) => code(list, typed)?,
        Kind::CodeOr(list) => or_answer(typed).map_or_else(|| code(list, typed), Ok)?,
        Kind::Multi(list) => many(values, |code| list.has(code))?,
        Kind::MultiOr(list) => many_or(values, list)?,
        Kind::Date { future } => Value::from(day(typed, *future, desk.now)?),
        Kind::DateTime { future } => Value::from(moment(typed, *future, desk.now)?),
        Kind::YesNo => Value::from(yes_or_no(typed)?),
        Kind::YesNoOr => or_answer(typed).map_or_else(|| yes_or_no(typed).map(Value::from), Ok)?,
        Kind::Tick => Value::from(yes_or_no(if typed == "on" { "yes" } else { typed })?),
        Kind::Int { min, max } | Kind::Score { min, max } => Value::from(whole(typed, *min, *max)?),
        Kind::Money => Value::from(hundredths(typed)?),
        Kind::Phone => Value::from(phone(typed)?),
        Kind::Pick if desk.choices.has(field.name, typed) => Value::from(typed),
        Kind::Pick => return Err(Problem::NotACode),
        Kind::PickMany => many(values, |value| desk.choices.has(field.name, value))?,
    };
    if field.kind == Kind::Tick && field.required && value == Value::Bool(false) {
        return Ok(None);
    }
    Ok(Some(value))
}

fn unless_empty(text: String) -> Option<Value> {
    (!text.is_empty()).then(|| Value::from(text))
}

fn code(list: &CodeList, typed: &str) -> Result<Value, Problem> {
    if list.has(typed) {
        Ok(Value::from(typed))
    } else {
        Err(Problem::NotACode)
    }
}

fn or_answer(typed: &str) -> Option<Value> {
    OR_ANSWERS.contains(&typed).then(|| Value::from(typed))
}

fn many_or(values: &[&str], list: &CodeList) -> Result<Value, Problem> {
    match values.iter().find_map(|value| or_answer(value.trim())) {
        Some(_) if values.len() > 1 => Err(Problem::Contradiction),
        Some(answer) => Ok(answer),
        None => many(values, |code| list.has(code)),
    }
}

fn many(values: &[&str], known: impl Fn(&str) -> bool) -> Result<Value, Problem> {
    let mut chosen: Vec<&str> = Vec::new();
    for value in values.iter().map(|value| value.trim()) {
        if !known(value) {
            return Err(Problem::NotACode);
        }
        if !chosen.contains(&value) {
            chosen.push(value);
        }
    }
    if chosen.len() > 1 && chosen.contains(&"none") {
        return Err(Problem::Contradiction);
    }
    Ok(Value::from(chosen))
}

fn yes_or_no(typed: &str) -> Result<bool, Problem> {
    match typed {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Problem::NotACode),
    }
}

fn day(typed: &str, future: bool, now: &Zoned) -> Result<String, Problem> {
    let typed = western_digits(typed);
    let date = civil::Date::strptime("%Y-%m-%d", &typed).map_err(|_| Problem::NotADate)?;
    sensible(date)?;
    if !future && date > now.date() {
        return Err(Problem::InFuture);
    }
    Ok(date.to_string())
}

fn moment(typed: &str, future: bool, now: &Zoned) -> Result<String, Problem> {
    let typed = western_digits(typed).replace(' ', "T");
    let civil = civil::DateTime::strptime("%Y-%m-%dT%H:%M", &typed)
        .or_else(|_| civil::DateTime::strptime("%Y-%m-%dT%H:%M:%S", &typed))
        .map_err(|_| Problem::NotADate)?;
    sensible(civil.date())?;
    // An hour that the clocks skip or repeat is read as the earlier rules of the zone have it.
    let zoned = civil
        .to_zoned(now.time_zone().clone())
        .map_err(|_| Problem::NotADate)?;
    if !future && zoned.timestamp() > now.timestamp() {
        return Err(Problem::InFuture);
    }
    Ok(zoned.timestamp().to_string())
}

fn sensible(date: civil::Date) -> Result<(), Problem> {
    match date.year() {
        ..1900 => Err(Problem::BeforeSense),
        2201.. => Err(Problem::AfterSense),
        _ => Ok(()),
    }
}

fn whole(typed: &str, min: i64, max: i64) -> Result<i64, Problem> {
    let digits = western_digits(typed);
    let unsigned = digits.strip_prefix(['-', '+']).unwrap_or(&digits);
    if unsigned.is_empty() || !unsigned.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Problem::NotANumber);
    }
    match digits.parse::<i64>() {
        Ok(number) if (min..=max).contains(&number) => Ok(number),
        _ => Err(Problem::OutOfRange { min, max }),
    }
}

/// Accepts `12`, `12.5`, `12,50` and spaces between thousands. Three digits after the sign are not
/// taken, because `1,250` means two different amounts to two people.
fn hundredths(typed: &str) -> Result<i64, Problem> {
    let digits: String = western_digits(typed)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let (units, cents) = digits
        .split_once(['.', ',', '\u{66B}'])
        .unwrap_or((&digits, ""));
    let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if units.is_empty() || !is_number(units) || !is_number(cents) || cents.len() > 2 {
        return Err(Problem::NotANumber);
    }
    let too_much = Problem::OutOfRange {
        min: 0,
        max: MOST_MONEY / 100,
    };
    match format!("{units}{cents:0<2}").parse::<i64>() {
        Ok(amount) if amount <= MOST_MONEY => Ok(amount),
        _ => Err(too_much),
    }
}

fn phone(typed: &str) -> Result<String, Problem> {
    let plain: String = western_digits(typed)
        .chars()
        .filter(|c| !is_phone_filler(*c))
        .collect();
    let international = plain.strip_prefix('+').or_else(|| plain.strip_prefix("00"));
    let digits = international.unwrap_or(&plain);
    if !(3..=15).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Problem::NotAPhone);
    }
    Ok(if international.is_some() {
        format!("+{digits}")
    } else {
        digits.to_owned()
    })
}

/// Isolates and marks of direction come along when a number is copied out of Arabic text.
fn is_phone_filler(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '.' | '(' | ')' | '/' | '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}' | '\u{202A}'..='\u{202C}')
}

/// Arabic-Indic and Persian digits as 0 to 9.
fn western_digits(typed: &str) -> String {
    typed
        .chars()
        .map(|c| {
            digit_from(c, '\u{660}')
                .or_else(|| digit_from(c, '\u{6F0}'))
                .unwrap_or(c)
        })
        .collect()
}

fn digit_from(c: char, zero: char) -> Option<char> {
    let distance = u32::from(c)
        .checked_sub(u32::from(zero))
        .filter(|d| *d < 10)?;
    char::from_digit(distance, 10)
}

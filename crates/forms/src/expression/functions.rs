//! The functions that take values and give one.

use super::eval::{Evaluation, Stopped};
use super::library::Function as F;
use super::value::{Node, Value, World, number_of};
use super::{dates, digest, geo, numbers, pattern};

pub(super) fn apply(on: &Evaluation<'_>, function: F, values: &[Value]) -> Result<Value, Stopped> {
    on.spend(values.len())?;
    let given = Given {
        world: on.world,
        values,
    };
    let answer = match function {
        F::True => Some(Value::Truth(true)),
        F::False => Some(Value::Truth(false)),
        F::Instance => Some(list(on.world.list(&given.text(0)))),
        F::PullData => Some(pulled(on, &given)?),
        F::Randomize => Some(shuffled(on, values)?),
        F::Random => Some(Value::Number(on.world.chance())),
        F::Uuid => Some(Value::Text(numbers::uuid(on.world, values.first()))),
        F::Version => Some(Value::Text(on.world.version().to_owned())),
        _ => None,
    };
    let answer = answer
        .or_else(|| choices(function, &given))
        .or_else(|| strings(function, &given))
        .or_else(|| times(function, &given))
        .or_else(|| numbers::apply(function, &given).map(Value::Number))
        .or_else(|| others(function, &given));
    Ok(answer.unwrap_or_else(|| Value::Text(String::new())))
}

/// The arguments of a call.
pub(super) struct Given<'a> {
    pub world: &'a dyn World,
    pub values: &'a [Value],
}

impl Given<'_> {
    pub fn text(&self, index: usize) -> String {
        self.values
            .get(index)
            .map_or_else(String::new, |value| value.text(self.world).into_owned())
    }

    pub fn number(&self, index: usize) -> f64 {
        self.values
            .get(index)
            .map_or(f64::NAN, |value| value.number(self.world))
    }

    /// All values from an argument on, each of a set apart.
    pub fn each(&self, from: usize) -> Vec<String> {
        let values = self.values.get(from..).unwrap_or_default();
        values
            .iter()
            .flat_map(|value| value.each(self.world))
            .map(|text| text.into_owned())
            .collect()
    }
}

fn list(node: Option<Node>) -> Value {
    Value::Nodes(node.into_iter().collect())
}

fn pulled(on: &Evaluation<'_>, given: &Given<'_>) -> Result<Value, Stopped> {
    let rows = on
        .world
        .rows(&given.text(0), &given.text(2), &given.text(3));
    on.spend(rows.len())?;
    let cell = rows.first().and_then(|row| {
        on.world
            .children(*row, Some(&given.text(1)))
            .first()
            .copied()
    });
    Ok(Value::Text(cell.map_or_else(String::new, |cell| {
        on.world.text(cell).into_owned()
    })))
}

fn shuffled(on: &Evaluation<'_>, values: &[Value]) -> Result<Value, Stopped> {
    let Some(Value::Nodes(nodes)) = values.first() else {
        return Ok(Value::Nodes(Vec::new()));
    };
    on.spend(nodes.len())?;
    let seed = values.get(1).map(|seed| seed.number(on.world));
    Ok(Value::Nodes(numbers::shuffle(nodes, seed, on.world)))
}

fn choices(function: F, given: &Given<'_>) -> Option<Value> {
    let text = given.text(0);
    let mut chosen = text.split_whitespace();
    Some(match function {
        F::Selected => {
            let wanted = given.text(1);
            Value::Truth(chosen.any(|one| one == wanted.trim()))
        }
        F::SelectedAt => {
            let index = given.number(1);
            let found = if index >= 0.0 {
                chosen.nth(index as usize)
            } else {
                None
            };
            Value::Text(found.unwrap_or_default().to_owned())
        }
        F::CountSelected => Value::Number(chosen.count() as f64),
        F::Checklist => {
            let yes: usize = given
                .values
                .get(2..)
                .unwrap_or_default()
                .iter()
                .map(|v| ticks(v, given))
                .sum();
            Value::Truth(within(given, yes as f64))
        }
        F::WeightedChecklist => {
            let pairs = given.values.get(2..).unwrap_or_default().chunks(2);
            let weight = pairs.map(|pair| match pair {
                [value, weight] if ticks(value, given) > 0 => weight.number(given.world),
                _ => 0.0,
            });
            Value::Truth(within(given, weight.sum()))
        }
        _ => return None,
    })
}

fn within(given: &Given<'_>, sum: f64) -> bool {
    let (least, most) = (given.number(0), given.number(1));
    (least == -1.0 || sum >= least) && (most == -1.0 || sum <= most)
}

/// How many of the answers are a yes: `yes`, true, or a number above zero.
fn ticks(value: &Value, given: &Given<'_>) -> usize {
    match value {
        Value::Truth(truth) => usize::from(*truth),
        other => other
            .each(given.world)
            .iter()
            .filter(|text| matches!(text.as_ref(), "yes" | "true") || number_of(text) > 0.0)
            .count(),
    }
}

fn strings(function: F, given: &Given<'_>) -> Option<Value> {
    Some(match function {
        F::Contains => Value::Truth(given.text(0).contains(&given.text(1))),
        F::StartsWith => Value::Truth(given.text(0).starts_with(&given.text(1))),
        F::EndsWith => Value::Truth(given.text(0).ends_with(&given.text(1))),
        F::Regex => Value::Truth(pattern::matches(&given.text(0), &given.text(1))),
        F::StringLength => Value::Number(given.text(0).chars().count() as f64),
        F::String => Value::Text(given.text(0)),
        F::Concat => Value::Text(given.each(0).concat()),
        F::Join => Value::Text(given.each(1).join(&given.text(0))),
        F::UpperCase => Value::Text(given.text(0).to_uppercase()),
        F::LowerCase => Value::Text(given.text(0).to_lowercase()),
        F::NormalizeSpace => {
            let text = given.text(0);
            let words = text.split([' ', '\t', '\r', '\n']);
            let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
            Value::Text(words.join(" "))
        }
        F::SubstringBefore => Value::Text(
            given
                .text(0)
                .split_once(&given.text(1))
                .map_or(String::new(), |(before, _)| before.to_owned()),
        ),
        F::SubstringAfter => Value::Text(
            given
                .text(0)
                .split_once(&given.text(1))
                .map_or(String::new(), |(_, after)| after.to_owned()),
        ),
        F::Substr => Value::Text(substr(given)),
        F::Substring => Value::Text(substring(given)),
        F::Translate => Value::Text(translate(&given.text(0), &given.text(1), &given.text(2))),
        _ => return None,
    })
}

/// From an index on, up to but without another; both from 0, negative ones from the end.
fn substr(given: &Given<'_>) -> String {
    let text: Vec<char> = given.text(0).chars().collect();
    let place = |number: f64| {
        let number = if number.is_nan() { 0.0 } else { number.trunc() };
        let from_start = if number < 0.0 {
            number + text.len() as f64
        } else {
            number
        };
        from_start.clamp(0.0, text.len() as f64) as usize
    };
    let start = place(given.number(1));
    let end = if given.values.len() > 2 {
        place(given.number(2))
    } else {
        text.len()
    };
    text.get(start..end.max(start))
        .unwrap_or_default()
        .iter()
        .collect()
}

/// XPath 1.0's: positions from 1, rounded; the third argument is a length.
fn substring(given: &Given<'_>) -> String {
    let start = numbers::round(given.number(1));
    let end = if given.values.len() > 2 {
        start + numbers::round(given.number(2))
    } else {
        f64::INFINITY
    };
    let text = given.text(0);
    let kept = text.chars().enumerate().filter(|(index, _)| {
        let position = *index as f64 + 1.0;
        position >= start && position < end
    });
    kept.map(|(_, c)| c).collect()
}

fn translate(text: &str, from: &str, to: &str) -> String {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    text.chars()
        .filter_map(|c| match from.iter().position(|f| *f == c) {
            Some(index) => to.get(index).copied(),
            None => Some(c),
        })
        .collect()
}

fn times(function: F, given: &Given<'_>) -> Option<Value> {
    let offset = dates::offset_of(given.world.now());
    Some(match function {
        F::Now => Value::Text(given.world.now().to_owned()),
        F::Today => Value::Text(given.world.now().chars().take(10).collect()),
        F::Date => {
            let moment = moment(given, offset);
            Value::Text(moment.map_or(String::new(), |m| m.day.to_string()))
        }
        F::DateTime => {
            let moment = moment(given, offset);
            Value::Text(moment.map_or(String::new(), dates::written))
        }
        F::FormatDate | F::FormatDateTime => {
            let moment = moment(given, offset);
            Value::Text(moment.map_or(String::new(), |moment| {
                dates::formatted(moment, &given.text(1), given.world.language())
            }))
        }
        F::DecimalDateTime | F::DecimalDate => {
            Value::Number(dates::days(&given.text(0)).unwrap_or(f64::NAN))
        }
        F::DecimalTime => Value::Number(decimal_time(&given.text(0), offset)),
        _ => return None,
    })
}

/// A date, a date with a time on our clock, or a number of days.
fn moment(given: &Given<'_>, offset: i64) -> Option<dates::Moment> {
    let text = given.text(0);
    match dates::moment(&text) {
        Some(moment) => dates::on_clock(moment, offset),
        None => {
            let days = given.number(0);
            // A whole number is a date, and a date is the same on every clock.
            if days == days.floor() {
                dates::on_clock(
                    dates::Moment {
                        day: dates::day_of(days)?,
                        ms: 0,
                        offset: None,
                    },
                    offset,
                )
            } else {
                dates::from_days(days, offset)
            }
        }
    }
}

fn decimal_time(text: &str, offset: i64) -> f64 {
    let text = text.trim();
    let clock = text.split_once('T').map_or(text, |(_, clock)| clock);
    let Some((ms, own)) = dates::time(clock) else {
        return f64::NAN;
    };
    let ms = ms + (offset - own.unwrap_or(offset)) * 60_000;
    ms.rem_euclid(86_400_000) as f64 / 86_400_000.0
}

fn others(function: F, given: &Given<'_>) -> Option<Value> {
    let first = given.values.first();
    Some(match function {
        F::Boolean => Value::Truth(first.is_some_and(|value| value.truth(given.world))),
        F::Not => Value::Truth(!first.is_some_and(|value| value.truth(given.world))),
        F::BooleanFromString => Value::Truth(matches!(given.text(0).as_str(), "true" | "1")),
        F::Digest => Value::Text(digest::digest(
            &given.text(0),
            &given.text(1),
            &given.text(2),
        )),
        F::Base64Encode => Value::Text(digest::encode(given.text(0).as_bytes())),
        F::Base64Decode => Value::Text(digest::decode(&given.text(0))),
        F::Geofence => Value::Truth(geo::within(&given.text(0), &given.text(1))),
        F::Area => Value::Number(geo::area(&geo::points(&given.each(0)))),
        F::Distance => Value::Number(geo::distance(&geo::points(&given.each(0)))),
        _ => return None,
    })
}

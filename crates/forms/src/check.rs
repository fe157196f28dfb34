//! From what was posted to typed answers, or to what is wrong.

use jiff::Zoned;
use serde_json::Value;

use crate::read::{Desk, read};
use crate::{Answers, Choices, Field, Form, Kind, Problem, Problems};

/// A post with more fields than this is refused unread.
pub const MAX_POSTED: usize = 300;

/// Names that every form may carry beside its own: the command's id and the version it was based on.
pub const RESERVED: [&str; 2] = ["command", "base"];

/// Checks a post. `now` is the moment of the check in the centre's time zone: it says what today
/// is, and in which zone a typed time is meant.
///
/// Questions that were not to be asked (`only_when`) are dropped, whatever was posted for them.
///
/// # Errors
/// [`Problems`]: every field's first problem, and the post as it came.
pub fn check(
    form: &Form,
    choices: &Choices,
    posted: &[(String, String)],
    now: &Zoned,
) -> Result<Answers, Problems> {
    let mut problems = Problems::none(posted);
    if posted.len() > MAX_POSTED {
        problems.whole.push(Problem::TooManyFields);
        return Err(problems);
    }
    if posted.iter().any(|(name, _)| is_unknown(form, name)) {
        problems.whole.push(Problem::UnknownField);
    }
    if RESERVED
        .iter()
        .any(|name| values_of(posted, name).len() > 1)
    {
        problems.whole.push(Problem::Repeated);
    }
    let desk = Desk { choices, now };
    let mut answers = Answers::new();
    for (field, asked) in form.fields.iter().zip(asked(form, posted)) {
        if !asked {
            continue;
        }
        match answer(field, &values_of(posted, field.name), &desk) {
            Ok(Some(value)) => drop(answers.insert(field.name.to_owned(), value)),
            Ok(None) => {}
            Err(problem) => problems.fields.push((field.name, problem)),
        }
    }
    if problems.is_empty() {
        Ok(answers)
    } else {
        Err(problems)
    }
}

fn is_unknown(form: &Form, name: &str) -> bool {
    form.field(name).is_none() && !RESERVED.contains(&name)
}

fn answer(field: &Field, values: &[&str], desk: &Desk<'_>) -> Result<Option<Value>, Problem> {
    if values.len() > 1 && !field.kind.takes_many() {
        return Err(Problem::Repeated);
    }
    let given: Vec<&str> = values
        .iter()
        .copied()
        .filter(|value| !value.trim().is_empty())
        .collect();
    if given.is_empty() {
        return match field.kind {
            _ if field.required => Err(Problem::Missing),
            Kind::Tick => Ok(Some(Value::Bool(false))),
            _ => Ok(None),
        };
    }
    match read(field, &given, desk)? {
        None if field.required => Err(Problem::Missing),
        other => Ok(other),
    }
}

/// For each field, whether it is asked, given what was posted. What decides stands earlier in the
/// form and is itself asked.
fn asked(form: &Form, posted: &[(String, String)]) -> Vec<bool> {
    let mut asked: Vec<bool> = Vec::with_capacity(form.fields.len());
    for field in &form.fields {
        let yes = field.only_when.is_none_or(|(other, wanted)| {
            let earlier = form
                .fields
                .iter()
                .zip(&asked)
                .any(|(f, is)| f.name == other && *is);
            earlier
                && values_of(posted, other)
                    .iter()
                    .any(|value| wanted.contains(&value.trim()))
        });
        asked.push(yes);
    }
    asked
}

fn values_of<'a>(posted: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    posted
        .iter()
        .filter(|(posted, _)| posted == name)
        .map(|(_, value)| value.as_str())
        .collect()
}

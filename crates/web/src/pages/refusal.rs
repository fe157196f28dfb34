//! A refusal in the reader's words: why, and what is missing.

use casework::refusal::{Missing, Refusal, Why};
use forms::{Form, Problem, Problems};

use crate::{
    T,
    parts::{Notice, Tone},
};

/// The refusal as a notice. `whom` is the name of the partner that it is about.
#[must_use]
pub fn notice(t: T, refusal: &Refusal, whom: Option<&str>) -> Notice {
    let said = words(t, refusal, whom);
    let notice = Notice::new(Tone::Refusal, t.say("refused-title")).text(said);
    refusal.missing.iter().fold(notice, |notice, missing| {
        notice.point(missing_words(t, missing))
    })
}

/// Why, in words.
#[must_use]
pub fn words(t: T, refusal: &Refusal, whom: Option<&str>) -> String {
    let code = refusal.which.map(|(list, code)| t.code(list, code));
    let which = match (code, whom) {
        (Some(code), Some(whom)) => Some(format!("{code} – {whom}")),
        (code, whom) => code.or(whom.map(str::to_owned)),
    };
    let key = format!("refusal-{}", refusal.why.code());
    if refusal.why == Why::DependsOnOpen {
        return naming(t, &key, which);
    }
    let which = which.unwrap_or_default();
    let day = refusal.latest.map(|day| t.day(day)).unwrap_or_default();
    t.say_with(&key, &[("which", which.into()), ("day", day.into())])
}

/// One thing that a gate still needs, in words.
#[must_use]
pub fn missing_words(t: T, missing: &Missing) -> String {
    let which = missing.which.map(|(list, code)| t.code(list, code));
    naming(t, &format!("missing-{}", missing.what.code()), which)
}

/// The message with what it is about: in its place, or after it where the message has none.
fn naming(t: T, key: &str, which: Option<String>) -> String {
    let which = which.unwrap_or_default();
    let said = t.say_with(key, &[("which", which.as_str().into())]);
    if which.is_empty() || said.contains(&which) {
        return said;
    }
    let said = said.trim_end_matches('.');
    t.say_with("naming", &[("what", said.into()), ("which", which.into())])
}

/// The refusal as a problem beside its field, when the form has that field.
#[must_use]
pub fn beside(
    t: T,
    form: &Form,
    refusal: &Refusal,
    posted: &[(String, String)],
    whom: Option<&str>,
) -> Problems {
    let problems = Problems::none(posted);
    match refusal.field.and_then(|name| form.field(name)) {
        Some(field) => problems.on(field.name, Problem::Said(words(t, refusal, whom))),
        None => problems,
    }
}

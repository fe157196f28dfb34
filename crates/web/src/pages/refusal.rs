//! A refusal in the reader's words: why, and what is missing.

use casework::refusal::{Missing, Refusal};
use forms::{Form, Problem, Problems};

use crate::{
    T,
    parts::{Notice, Tone},
};

/// The refusal as a notice.
#[must_use]
pub fn notice(t: T, refusal: &Refusal) -> Notice {
    let notice = Notice::new(Tone::Refusal, t.say("refused-title")).text(words(t, refusal));
    refusal.missing.iter().fold(notice, |notice, missing| {
        notice.point(missing_words(t, missing))
    })
}

/// Why, in words.
#[must_use]
pub fn words(t: T, refusal: &Refusal) -> String {
    let which = refusal
        .which
        .map(|(list, code)| t.code(list, code))
        .unwrap_or_default();
    t.say_with(
        &format!("refusal-{}", refusal.why.code()),
        &[("which", which.into())],
    )
}

/// One thing that a gate still needs, in words.
#[must_use]
pub fn missing_words(t: T, missing: &Missing) -> String {
    let which = missing
        .which
        .map(|(list, code)| t.code(list, code))
        .unwrap_or_default();
    t.say_with(
        &format!("missing-{}", missing.what.code()),
        &[("which", which.into())],
    )
}

/// The refusal as a problem beside its field, when the form has that field.
#[must_use]
pub fn beside(t: T, form: &Form, refusal: &Refusal, posted: &[(String, String)]) -> Problems {
    let problems = Problems::none(posted);
    match refusal.field.and_then(|name| form.field(name)) {
        Some(field) => problems.on(field.name, Problem::Said(words(t, refusal))),
        None => problems,
    }
}

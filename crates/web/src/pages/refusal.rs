//! A refusal in the reader's words: why, and what is missing.

use casework::{
    lists::RiskLevel,
    refusal::{Missing, Refusal, Why},
};
use forms::{Form, Problem, Problems};

use crate::{
    T,
    parts::{Notice, Tone},
};

/// The refusal as a notice: what does not stand beside a field of the form already, so that nothing
/// is said twice. `whom` is the name of the partner that it is about.
#[must_use]
pub fn notice(t: T, form: &Form, refusal: &Refusal, whom: Option<&str>) -> Option<Notice> {
    let aside = |flaw: &&Refusal| field(form, flaw).is_none() || !flaw.missing.is_empty();
    let all = std::iter::once(refusal).chain(&refusal.also);
    let said: Vec<&Refusal> = all.filter(aside).collect();
    let words: Vec<String> = said.iter().map(|flaw| words(t, flaw, whom)).collect();
    if words.is_empty() {
        return None;
    }
    let notice = Notice::new(Tone::Refusal, t.say("refused-title")).text(words.join(" "));
    let missing = said.iter().flat_map(|flaw| &flaw.missing);
    Some(missing.fold(notice, |notice, missing| {
        notice.point(missing_words(t, missing))
    }))
}

/// That it was not done, and nothing else: what is wrong stands beside the fields.
#[must_use]
pub fn bare(t: T) -> Notice {
    Notice::new(Tone::Refusal, t.say("refused-title"))
}

/// The field of the form that a refusal is about.
fn field<'f>(form: &'f Form, refusal: &Refusal) -> Option<&'f forms::Field> {
    refusal.field.and_then(|name| form.field(name))
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
    let level = |level: RiskLevel| t.code(RiskLevel::LIST, level.code());
    let least = refusal.at_least.map(level).unwrap_or_default();
    let words = [
        ("which", which.into()),
        ("day", day.into()),
        ("level", least.into()),
    ];
    t.say_with(&key, &words)
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

/// The refusal as problems beside the fields of the form that it is about, in the form's order.
#[must_use]
pub fn beside(
    t: T,
    form: &Form,
    refusal: &Refusal,
    posted: &[(String, String)],
    whom: Option<&str>,
) -> Problems {
    let all: Vec<&Refusal> = std::iter::once(refusal).chain(&refusal.also).collect();
    form.fields
        .iter()
        .fold(Problems::none(posted), |problems, field| {
            let mut flaws = all.iter();
            match flaws.find(|flaw| flaw.field == Some(field.name)) {
                Some(flaw) => problems.on(field.name, Problem::Said(words(t, flaw, whom))),
                None => problems,
            }
        })
}

//! What is new in a plan since it was last approved, in one line, before the eyes of whoever
//! answers for it (`domain.md` section 6: every change is a new version with its reason).

use casebook::CaseLook;
use casework::{
    approval::Subject,
    planning::{Difference, How, Line, compare},
};

use super::approval::subject_of;
use crate::{
    T,
    app::Inside,
    pages::sheet::{Piece, Way},
};

/// The line and the way to both versions side by side; nothing for other work, and for whoever
/// may answer without reading.
#[must_use]
pub fn what_changed<'a>(
    inside: &Inside,
    look: &CaseLook,
    asked: &[(String, String)],
) -> Vec<Piece<'a>> {
    let t = inside.shell.t();
    let plan = &look.case.planning;
    let new = plan.version(plan.version).filter(|_| !plan.is_approved());
    let Some(new) = new.filter(|_| look.reads() && subject_of(asked) == Some(Subject::Plan)) else {
        return Vec::new();
    };
    let Some(approved) = plan.in_force() else {
        return vec![Piece::Text(t.say("since-first"))];
    };
    let all = compare(&approved.into(), &new);
    let (from, to) = (approved.version, new.number);
    vec![
        Piece::Text(in_words(t, from, &all)),
        Piece::Ways(vec![Way {
            href: format!("/cases/{}/plan/compare?from={from}&to={to}", look.file),
            words: t.say("since-compare"),
            hint: String::new(),
        }]),
    ]
}

/// `Since version 1. Added: 2 actions. Changed: 1 goal, the day of the review.`
fn in_words(t: T, from: u32, all: &[Difference<'_>]) -> String {
    let hows = [
        (How::Added, "since-added"),
        (How::Removed, "since-removed"),
        (How::Changed, "since-changed"),
    ];
    let parts = hows.into_iter().filter_map(|(how, key)| {
        let what = counted(t, all.iter().filter(|one| one.how == how));
        let what = what.join(&t.say("forms-and"));
        (!what.is_empty()).then(|| t.say_with(key, &[("what", what.into())]))
    });
    let mut parts: Vec<String> = parts.collect();
    if parts.is_empty() {
        parts.push(t.say("since-nothing"));
    }
    let version = [("version", from.to_string().into())];
    parts.insert(0, t.say_with("since-version", &version));
    parts.join(" ")
}

/// `2 actions`, in the order of a plan.
fn counted<'d>(t: T, all: impl Iterator<Item = &'d Difference<'d>>) -> Vec<String> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for kind in all.filter_map(|one| one.after.or(one.before)).map(kind) {
        match counts.last_mut() {
            Some((last, count)) if *last == kind => *count += 1,
            _ => counts.push((kind, 1)),
        }
    }
    let words = counts.into_iter();
    words
        .map(|(kind, count)| t.say_with(&format!("since-{kind}"), &[("count", count.into())]))
        .collect()
}

const fn kind(line: Line<'_>) -> &'static str {
    match line {
        Line::Goal(_) => "goal",
        Line::Objective(_) => "objective",
        Line::Action(_) => "action",
        Line::Cost(_) => "cost",
        Line::Monitoring(_) => "monitoring",
        Line::ReviewDate(_) => "review",
        Line::Agreement(_) => "agreement",
    }
}

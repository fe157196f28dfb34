//! The plan to be read: any version of it, under its goals or by time; and two versions side by
//! side (`domain.md` section 6: every change is a new version with its reason).

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::CaseLook;
use casework::planning::{How, compare};

use super::{
    case::{opened, strip},
    overview,
    sheet::{Piece, Sheet, Versions, Way},
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, off},
    not_here,
    parts::Empty,
};

/// One version.
pub async fn show(State(app): State<Arc<App>>, visit: Visit, Path(file): Path<String>) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| version(app, &inside, &file)))
    })
    .await
}

/// Two versions side by side.
pub async fn show_compared(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(file): Path<String>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| compared(app, &inside, &file)))
    })
    .await
}

fn version(app: &App, inside: &Inside, file: &str) -> Result<Response, Response> {
    let t = inside.shell.t();
    let look = opened(app, inside, file, "plan")?;
    let plan = &look.case.planning;
    let in_force = plan.in_force().map_or(plan.version, |kept| kept.version);
    let number = number(inside, "version").unwrap_or(in_force);
    let known = plan.version(number);
    if known.is_none() && number > 0 {
        return Err(not_here(inside.shell.lang));
    }
    let page = Page::new(&inside.shell, "plan-title")
        .back(
            &format!("/cases/{}/planning", look.file),
            t.say("place-planning"),
        )
        .person(strip(app, t, &look));
    let Some(known) = known else {
        let pieces = vec![Piece::Empty(Empty::new(t.say("plan-none")))];
        return Ok(page.show(Sheet { pieces }));
    };
    let mut pieces = vec![Piece::Ways(beside(inside, &look, number))];
    pieces.extend(overview::plan_version(app, inside, &look, known));
    let title = [("version", number.to_string().into())];
    let page = page.titled(t.say_with("plan-version-title", &title));
    Ok(page.lead(named(t, &look, number)).show(Sheet { pieces }))
}

fn number(inside: &Inside, name: &str) -> Option<u32> {
    inside.asked(name).and_then(|number| number.parse().ok())
}

/// The other order, and the other versions.
fn beside(inside: &Inside, look: &CaseLook, number: u32) -> Vec<Way> {
    let t = inside.shell.t();
    let at = format!("/cases/{}/plan?version={number}", look.file);
    let way = |href: String, words: String| Way {
        href,
        words,
        hint: String::new(),
    };
    let mut all = vec![if overview::by_time(inside) {
        way(at, t.say("plan-by-goal"))
    } else {
        way(format!("{at}&by=horizon"), t.say("plan-by-horizon"))
    }];
    let versions = look.case.planning.versions();
    let others = versions.iter().filter(|other| **other != number);
    all.extend(others.map(|other| {
        let href = format!("/cases/{}/plan?version={other}", look.file);
        let number = ("version", other.to_string().into());
        way(href, t.say_with("plan-version-title", &[number]))
    }));
    if versions.len() > 1 {
        let href = format!("/cases/{}/plan/compare", look.file);
        all.push(way(href, t.say("plan-compare")));
    }
    all
}

/// What a version is: in force, being written, or replaced.
fn named(t: T, look: &CaseLook, number: u32) -> String {
    let plan = &look.case.planning;
    let in_force = plan.in_force().map(|kept| kept.version);
    let key = if in_force == Some(number) {
        "plan-is-in-force"
    } else if plan.version == number {
        "plan-is-written"
    } else {
        "plan-is-replaced"
    };
    t.say(key)
}

fn compared(app: &App, inside: &Inside, file: &str) -> Result<Response, Response> {
    let t = inside.shell.t();
    let look = opened(app, inside, file, "plan_compare")?;
    let plan = &look.case.planning;
    let versions = plan.versions();
    let last = versions.last().copied().unwrap_or(0);
    let before = versions.iter().rev().nth(1).copied().unwrap_or(last);
    let from = number(inside, "from").unwrap_or(before);
    let to = number(inside, "to").unwrap_or(last);
    let page = Page::new(&inside.shell, "plan-compare")
        .back(
            &format!("/cases/{}/planning", look.file),
            t.say("place-planning"),
        )
        .person(strip(app, t, &look));
    if versions.len() < 2 {
        let pieces = vec![Piece::Empty(Empty::new(t.say("compare-one")))];
        return Ok(page.show(Sheet { pieces }));
    }
    let (Some(earlier), Some(later)) = (plan.version(from), plan.version(to)) else {
        return Err(not_here(inside.shell.lang));
    };
    let all = compare(&earlier, &later);
    let mut pieces = vec![Piece::Versions(choice(t, &look, from, to))];
    let why = plan.revisions.iter().zip(2_u32..);
    let why = why.filter(|(_, number)| (from + 1..=to).contains(number));
    pieces.extend(why.map(|((_, revision), number)| {
        let number = ("version", number.to_string().into());
        let asked = t.code("asked_by", revision.asked_by.code());
        let reason = revision.reason.clone();
        let words = [number, ("reason", reason.into()), ("who", asked.into())];
        Piece::Text(t.say_with("compare-reason", &words))
    }));
    let count = |how: How| all.iter().filter(|one| one.how == how).count();
    let counts = [
        ("added", count(How::Added).into()),
        ("removed", count(How::Removed).into()),
        ("changed", count(How::Changed).into()),
    ];
    pieces.push(if all.is_empty() {
        Piece::Empty(Empty::new(t.say("compare-nothing")))
    } else {
        Piece::Text(t.say_with("compare-counts", &counts))
    });
    pieces.extend(overview::changes(app, inside, &look, &all, (from, to)));
    Ok(page.show(Sheet { pieces }))
}

fn choice(t: T, look: &CaseLook, from: u32, to: u32) -> Versions {
    let all = look.case.planning.versions().into_iter();
    let words = |number: u32| {
        let title = [("version", number.to_string().into())];
        let title = t.say_with("plan-version-title", &title);
        format!("{title} – {}", named(t, look, number))
    };
    Versions {
        all: all.map(|number| (number, words(number))).collect(),
        from,
        to,
        from_label: t.say("compare-from"),
        to_label: t.say("compare-to"),
        button: t.say("compare-go"),
    }
}

//! The picture of vulnerability: as it stands, as it stood on a day, and what changed between two
//! pictures (`domain.md` section 4). A drawing, its words, and a table behind it; no total.

mod drawn;
mod told;

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::CaseLook;
use casework::{
    assessment::{FactorLink, FactorState, Formulation, Mark, compare},
    lists::{Occasion, Overall},
};

use super::{
    case::{opened, strip},
    sheet::{Piece, Sheet, Versions, Way},
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, off},
    not_here,
    parts::Empty,
};

/// One picture: of a day, or as it stands.
struct Shown {
    marks: Vec<Mark>,
    factors: Vec<FactorState>,
    links: Vec<FactorLink>,
    overall: Option<Overall>,
    formulation: Option<Formulation>,
    /// When it was kept and why; none for what stands now.
    kept: Option<(jiff::Timestamp, Occasion)>,
}

/// One picture.
pub async fn show(State(app): State<Arc<App>>, visit: Visit, Path(file): Path<String>) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| one(app, &inside, &file)))
    })
    .await
}

/// Two pictures, and what differs.
pub async fn show_compared(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(file): Path<String>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| two(app, &inside, &file)))
    })
    .await
}

/// The picture of this number; the one after the last kept picture is what stands now.
fn picture(look: &CaseLook, number: usize) -> Option<Shown> {
    let state = &look.case.assessment;
    if number == state.snapshots.len() + 1 {
        return Some(Shown {
            marks: state.marks(),
            factors: state.standing().cloned().collect(),
            links: state.links.iter().map(|(_, link)| link.clone()).collect(),
            overall: state.overall.map(|(_, overall)| overall),
            formulation: state.formulation.as_ref().map(|(_, text)| text.clone()),
            kept: None,
        });
    }
    let mut kept = state.snapshots.iter();
    let kept = kept.find(|kept| kept.number == number)?;
    Some(Shown {
        marks: kept.marks(),
        factors: kept.factors.clone(),
        links: kept.links.clone(),
        overall: kept.overall,
        formulation: kept.formulation.clone(),
        kept: Some((kept.at.happened, kept.occasion)),
    })
}

fn one(app: &App, inside: &Inside, file: &str) -> Result<Response, Response> {
    let t = inside.shell.t();
    let look = opened(app, inside, file, "picture")?;
    let now = look.case.assessment.snapshots.len() + 1;
    let number = number(inside, "kept").unwrap_or(now);
    let shown = picture(&look, number).ok_or_else(|| not_here(inside.shell.lang))?;
    let page = Page::new(&inside.shell, "picture-title")
        .back(
            &format!("/cases/{}/assessment", look.file),
            t.say("place-assessment"),
        )
        .person(strip(app, t, &look));
    let page = page.lead(named(app, t, &shown));
    let mut pieces = vec![Piece::Ways(beside(app, inside, &look, number))];
    if shown.marks.is_empty() && shown.formulation.is_none() {
        pieces.push(Piece::Empty(Empty::new(t.say("picture-empty"))));
        return Ok(page.show(Sheet { pieces }));
    }
    pieces.push(Piece::Picture(drawn::picture(t, &shown)));
    pieces.extend(told::unexplored(t, &shown));
    pieces.extend(told::meaning(t, &shown));
    pieces.extend(told::links(t, &shown));
    pieces.push(told::table(t, &look, &shown));
    Ok(page.show(Sheet { pieces }))
}

/// `As it stands today`, or when and why it was kept.
fn named(app: &App, t: T, shown: &Shown) -> String {
    let Some((at, occasion)) = shown.kept else {
        return t.say("picture-today");
    };
    let day = t.day(at.to_zoned(app.zone.clone()).date());
    let occasion = t.code("occasion", occasion.code());
    let words = [("day", day.into()), ("occasion", occasion.into())];
    t.say_with("picture-kept", &words)
}

/// The work on the picture, the other pictures, and what changed.
fn beside(app: &App, inside: &Inside, look: &CaseLook, number: usize) -> Vec<Way> {
    let t = inside.shell.t();
    let now = look.case.assessment.snapshots.len() + 1;
    let at = format!("/cases/{}", look.file);
    let way = |href: String, words: String| Way {
        href,
        words,
        hint: String::new(),
    };
    let mut all = Vec::new();
    if number == now {
        let work = [
            "record_factor",
            "link_factors",
            "write_formulation",
            "take_snapshot",
        ];
        let may = |kind: &&str| {
            app.book.may(&inside.actor, look, "assessment", kind)
                && crate::rooms::fits(&look.case, app.book.now(), "assessment", kind)
        };
        all.extend(work.iter().filter(|kind| may(kind)).map(|kind| {
            let words = t.say(&format!("do-assessment-{kind}"));
            way(format!("{at}/assessment/{kind}"), words)
        }));
    }
    if number == now
        && app
            .book
            .may(&inside.actor, look, "assessment", "attach_profile")
    {
        let open = to_answer(app, t, look).into_iter();
        all.extend(open.map(|(id, words)| way(format!("{at}/context/{id}"), words)));
    }
    let others = (1..=now).rev().filter(|other| *other != number);
    all.extend(others.filter_map(|other| {
        let words = named(app, t, &picture(look, other)?);
        Some(way(format!("{at}/picture?kept={other}"), words))
    }));
    if now > 1 {
        all.push(way(
            format!("{at}/picture/compare"),
            t.say("picture-compare"),
        ));
    }
    all
}

/// Profiles of the centre whose current version the case has not answered.
fn to_answer(app: &App, t: T, look: &CaseLook) -> Vec<(casework::Id, String)> {
    let known = app.book.organisation();
    let answered = |id, version| {
        let mut profiles = look.case.assessment.profiles.iter();
        profiles.any(|(_, it)| it.context == Some(id) && it.version == Some(version))
    };
    let all = known.contexts();
    let open = all.filter(|it| !it.ended && !answered(it.id, it.version()));
    open.filter_map(|context| {
        let place = [("place", context.current()?.place.clone().into())];
        Some((context.id, t.say_with("context-answer-of", &place)))
    })
    .collect()
}

fn number(inside: &Inside, name: &str) -> Option<usize> {
    inside.asked(name).and_then(|number| number.parse().ok())
}

fn two(app: &App, inside: &Inside, file: &str) -> Result<Response, Response> {
    let t = inside.shell.t();
    let look = opened(app, inside, file, "picture_compare")?;
    let now = look.case.assessment.snapshots.len() + 1;
    let from = number(inside, "from").unwrap_or(now.saturating_sub(1).max(1));
    let to = number(inside, "to").unwrap_or(now);
    let page = Page::new(&inside.shell, "picture-compare")
        .back(
            &format!("/cases/{}/picture", look.file),
            t.say("picture-title"),
        )
        .person(strip(app, t, &look));
    if now < 2 {
        let pieces = vec![Piece::Empty(Empty::new(t.say("picture-only-one")))];
        return Ok(page.show(Sheet { pieces }));
    }
    let (Some(before), Some(after)) = (picture(&look, from), picture(&look, to)) else {
        return Err(not_here(inside.shell.lang));
    };
    let all = compare(&before.marks, &after.marks);
    let mut pieces = vec![Piece::Versions(choice(app, t, &look, (from, to)))];
    pieces.extend(told::overall(t, &before, &after));
    let changed = all.iter().any(|(_, turn)| turn.is_some());
    if !changed {
        pieces.push(Piece::Empty(Empty::new(t.say("picture-no-change"))));
    }
    pieces.push(Piece::Picture(drawn::difference(t, &after, &all)));
    if changed {
        pieces.push(told::changes(t, &all));
    }
    Ok(page
        .lead(t.say("picture-compare-lead"))
        .show(Sheet { pieces }))
}

fn choice(app: &App, t: T, look: &CaseLook, (from, to): (usize, usize)) -> Versions {
    let now = look.case.assessment.snapshots.len() + 1;
    let words = |number: usize| {
        let shown = picture(look, number)?;
        Some((u32::try_from(number).ok()?, named(app, t, &shown)))
    };
    let as_shown = |number: usize| u32::try_from(number).unwrap_or_default();
    Versions {
        all: (1..=now).filter_map(words).collect(),
        from: as_shown(from),
        to: as_shown(to),
        from_label: t.say("compare-from"),
        to_label: t.say("compare-to"),
        button: t.say("compare-go"),
    }
}

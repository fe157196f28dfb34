//! Side by side: the screen is turned to the person. Their plan and what they allow, in their
//! language, and nothing else; the same on paper (`domain.md` section 6, DP22).

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use casebook::CaseLook;
use casework::{lists::Language, planning::Version};

use super::{case::opened, overview};
use crate::{
    App, Lang, T,
    app::{Inside, Visit, answer, enter, enter_turned, off, say_no},
    assets, not_here,
};

/// A goal as it is read to the person.
pub struct Wish {
    pub words: String,
    pub aims: Vec<Aim>,
}

/// What will be different, and who does what for it.
pub struct Aim {
    pub text: String,
    pub until: Option<String>,
    pub steps: Vec<OneStep>,
}

/// Who does what until when.
pub struct OneStep {
    pub what: String,
    pub who: String,
    pub until: String,
    pub done: Option<String>,
}

/// The whole page: it has a frame of its own, because the usual one leads to others' data.
#[derive(Template)]
#[template(path = "pages/side_by_side.html")]
struct Turned {
    /// What the worker reads.
    mine: T,
    /// What the person reads.
    t: T,
    back: String,
    /// The same page in each language.
    languages: Vec<(Lang, String)>,
    /// The other version, where the next is being written.
    other: Option<(String, String)>,
    /// That it is not in a language of the person.
    foreign: Option<String>,
    state: String,
    wishes: Vec<Wish>,
    disagrees: Option<String>,
    yes: Vec<String>,
    no: Vec<String>,
    know: Vec<String>,
    told: Option<String>,
}

/// The page. From here on the session is locked for everything else: whoever holds the turned
/// screen reads this, and the way back asks for the password.
pub async fn show(State(app): State<Arc<App>>, visit: Visit, Path(file): Path<String>) -> Response {
    off(app, move |app| answer(turn(app, visit, &file))).await
}

fn turn(app: &App, visit: Visit, file: &str) -> Result<Response, Response> {
    let token = visit.token.clone().unwrap_or_default();
    let Ok(id) = file.parse() else {
        return Err(not_here(enter(app, visit)?.shell.lang));
    };
    let inside = enter_turned(app, visit, id)?;
    let page = page(app, &inside, file)?;
    let turned = app.book.turn(&token, id);
    turned.map_err(|no| say_no(inside.shell.lang, &no))?;
    Ok(page)
}

fn page(app: &App, inside: &Inside, file: &str) -> Result<Response, Response> {
    let look = opened(app, inside, file, "side_by_side")?;
    let spoken = spoken(&look);
    let lang = language(inside, &spoken);
    let plan = &look.case.planning;
    let in_force = plan.in_force().map_or(plan.version, |kept| kept.version);
    let asked = inside.asked("version").and_then(|text| text.parse().ok());
    let number = asked.unwrap_or(in_force);
    let version = plan.version(number);
    if version.is_none() && number > 0 {
        return Err(not_here(inside.shell.lang));
    }
    let mut turned = turned(app, inside, &look, lang, version.as_ref());
    turned.foreign = foreign(inside.shell.t(), lang, &spoken);
    Ok(match turned.render() {
        Ok(html) => Html(html).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    })
}

/// What the person speaks, as far as somebody wrote it down.
fn spoken(look: &CaseLook) -> Vec<Language> {
    let case = &look.case;
    let identity = case.registration.identity.as_ref();
    let named = identity.into_iter().flat_map(|(_, who)| &who.languages);
    let arrival = case.reception.arrival.as_ref().map(|one| &one.language);
    let mut all: Vec<Language> = Vec::new();
    for one in named.chain(arrival) {
        if !all.contains(one) {
            all.push(*one);
        }
    }
    all
}

/// The language that was chosen for the person; else the first of theirs that we write.
fn language(inside: &Inside, spoken: &[Language]) -> Lang {
    let chosen = inside.asked("in").and_then(Lang::of_code);
    let mut theirs = spoken.iter().filter_map(|one| Lang::of_code(one.code()));
    chosen
        .or_else(|| theirs.next())
        .unwrap_or(inside.shell.lang)
}

/// What the worker must know when the page is not written in a language of the person.
fn foreign(mine: T, lang: Lang, spoken: &[Language]) -> Option<String> {
    if spoken.iter().any(|one| one.code() == lang.code()) {
        return None;
    }
    let written = mine.code("language", lang.code());
    let theirs: Vec<_> = spoken
        .iter()
        .map(|one| mine.code("language", one.code()))
        .collect();
    let written = ("written", written.into());
    Some(match theirs.is_empty() {
        true => mine.say_with("turned-unknown", &[written]),
        false => {
            let theirs = theirs.join(&mine.say("forms-and"));
            mine.say_with("turned-foreign", &[written, ("spoken", theirs.into())])
        }
    })
}

fn turned(
    app: &App,
    inside: &Inside,
    look: &CaseLook,
    lang: Lang,
    version: Option<&Version<'_>>,
) -> Turned {
    let t = lang.t();
    let number = version.map_or(0, |version| version.number);
    let at = |lang: Lang, number: u32| {
        let file = look.file;
        let language = lang.code();
        format!("/cases/{file}/side_by_side?in={language}&version={number}")
    };
    let consents = overview::allowed_in_short(app, inside, look, t);
    let of = |yes: bool| {
        let all = consents.iter().filter(|one| one.yes == yes);
        all.map(|one| one.words.clone()).collect()
    };
    let agreement = version.and_then(|version| version.agreement);
    let monitoring = version.and_then(|version| version.monitoring);
    Turned {
        mine: inside.shell.t(),
        t,
        back: format!("/cases/{}", look.file),
        languages: (Lang::ALL.into_iter())
            .map(|lang| (lang, at(lang, number)))
            .collect(),
        other: other(inside, look, number).map(|(other, words)| (at(lang, other), words)),
        foreign: None,
        state: state(app, t, version),
        wishes: version.map_or_else(Vec::new, |version| {
            overview::wishes(app, inside, look, t, version)
        }),
        disagrees: agreement.and_then(|said| said.disagreement.clone()),
        yes: of(true),
        no: of(false),
        know: know(t, version),
        told: monitoring.map(|said| said.info_sharing_summary.clone()),
    }
}

/// The version in force while the next one is written, and the other way round.
fn other(inside: &Inside, look: &CaseLook, number: u32) -> Option<(u32, String)> {
    let t = inside.shell.t();
    let plan = &look.case.planning;
    let kept = plan.in_force().filter(|_| !plan.is_approved())?;
    Some(if number == kept.version {
        (plan.version, t.say("beside-version-written"))
    } else {
        (kept.version, t.say("beside-version-in-force"))
    })
}

fn state(app: &App, t: T, version: Option<&Version<'_>>) -> String {
    match version {
        None => t.say("beside-none"),
        Some(Version { approved: None, .. }) => t.say("beside-draft"),
        Some(Version {
            approved: Some(stamp),
            ..
        }) => {
            let day = t.day(stamp.happened.to_zoned(app.zone.clone()).date());
            t.say_with("beside-holds", &[("day", day.into())])
        }
    }
}

/// When we look again, and how the person can say what they think.
fn know(t: T, version: Option<&Version<'_>>) -> Vec<String> {
    let review = version.and_then(|version| version.review_date).map(|day| {
        let day = ("day", t.day(day).into());
        t.say_with("beside-review", &[day])
    });
    let monitoring = version.and_then(|version| version.monitoring);
    let heard = monitoring.map(|said| {
        let how = t.code("channel", said.feedback_channel.code());
        t.say_with("beside-feedback", &[("how", how.into())])
    });
    review.into_iter().chain(heard).collect()
}

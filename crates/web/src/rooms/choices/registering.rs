//! Options on the way to a code: the texts that consent is asked with, who may carry the case, and
//! what stands first in long lists.

use casebook::CaseLook;
use casework::{
    consent::PAPER,
    lists::{Country, Language},
};
use forms::Choices;

use super::{Asked, Options};
use crate::App;

/// The texts of the centre's own procedure that are handed out, and a form on paper beside them
/// (2.1, consent record).
pub(super) fn texts(asked: &Asked<'_>) -> Options {
    let t = asked.t;
    let all = asked.app.book.sop().consent_texts.iter();
    let all = all.filter(|text| asked.offers(!text.retired));
    let text = |text: &casework::sop::ConsentText| {
        let scopes = text.scopes.iter();
        let scopes: Vec<String> = scopes
            .map(|one| t.code("consent_scope", one.code()))
            .collect();
        let words = match scopes.is_empty() {
            true => text.version.clone(),
            false => format!("{} – {}", text.version, scopes.join(&t.say("forms-and"))),
        };
        (text.version.clone(), words)
    };
    let paper = [(PAPER.to_owned(), t.say("consent-text-paper"))];
    all.map(text).chain(paper).collect()
}

/// Oneself, while the caseload has room, or the duty worker (2.1, G1).
pub(super) fn takers(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let t = asked.t;
    let reader = &look.reader;
    let mut all = Options::new();
    if asked.app.book.has_room(reader).unwrap_or_default() {
        all.push((reader.by.account.to_string(), t.say("take-oneself")));
    }
    all.push(("duty".to_owned(), t.say("take-duty")));
    all
}

/// Whom the centre meets most, for the top of long lists.
pub(super) fn usual(app: &App, choices: Choices) -> Choices {
    let sop = app.book.sop();
    let countries = sop.usual_countries.iter().copied().map(Country::code);
    let languages = sop.usual_languages.iter().copied().map(Language::code);
    choices
        .with("usual.country", countries.map(|code| (code, "")))
        .with("usual.language", languages.map(|code| (code, "")))
}

//! The head of a file: name, age and how sure it is, language, interpreter, risk.

use casebook::CaseLook;
use casework::{lists::DobConfidence, registration::State};

use super::super::reading::moment;
use crate::{
    App, T,
    parts::{Badge, Person},
};

/// The head of the file above everything else of it: as much as the reader may know.
#[must_use]
pub fn strip(app: &App, t: T, look: &CaseLook) -> Person {
    let mut person = who(app, t, look);
    let contact = look.case.registration.safe_contact.as_ref();
    // Nobody is invited to call somebody who died (2.7).
    let contact = contact.filter(|_| look.case.closure.death.is_none());
    if let Some((_, contact)) = contact {
        let channels = contact.safe_channel.iter();
        let channels: Vec<String> = channels.map(|one| t.code("channel", one.code())).collect();
        person = person.fact(t.say("strip-contact"), channels.join(&t.say("forms-and")));
        if let Some(word) = &contact.code_word {
            person = person.fact(t.say("field-code_word"), word.clone());
        }
    }
    if let Some(next) = look.due.first() {
        let what = t.code("due", next.what.code());
        let words = format!("{what} – {}", moment(t, &app.zone, next.at));
        person = person.fact(t.say("strip-next"), words);
    }
    person
}

/// Who this is, in a name and a few words.
#[must_use]
pub fn who(app: &App, t: T, look: &CaseLook) -> Person {
    let case = &look.case;
    let state = &case.registration;
    let temporary = state.temporary.as_ref();
    let temporary = temporary.map(|given| given.temporary_code.as_str());
    let code = state.code.as_deref().or(temporary);
    let mut person = Person::new(t, code.unwrap_or(&t.say("no-code-yet")));
    if let Some(name) = state.shown_name() {
        person = person.name(name);
    }
    if let Some(risk) = case.risk() {
        person = person.badge(Badge::risk(t, risk.code()));
    }
    if let Some(status) = case.status() {
        person = person.badge(Badge::new(t.code("status", status.code())));
    }
    if let Some((_, death)) = &case.closure.death {
        let words = t.say_with("strip-died", &[("day", t.day(death.died_on).into())]);
        person = person.badge(Badge::new(words));
    }
    person = about(app, t, look).into_iter().fold(person, Person::about);
    let mut alerts = case.reception.alerts.iter();
    match alerts.find(|state| state.answered.is_none()) {
        Some(state) => person.alert(t.code("alert_kind", state.alert.kind.code())),
        None => person,
    }
}

/// Age, languages, interpreter, and whether an embassy is a danger.
fn about(app: &App, t: T, look: &CaseLook) -> Vec<String> {
    let case = &look.case;
    let mut all: Vec<String> = age(app, t, look).into_iter().collect();
    let identity = case.registration.identity.as_ref();
    let spoken = identity.map(|(_, identity)| identity.languages.clone());
    let arrival = case.reception.arrival.as_ref();
    let spoken = spoken
        .filter(|languages| !languages.is_empty())
        .or_else(|| arrival.map(|arrival| vec![arrival.language]));
    let spoken: Vec<String> = spoken
        .iter()
        .flatten()
        .map(|one| t.code("language", one.code()))
        .collect();
    if !spoken.is_empty() {
        all.push(spoken.join(&t.say("forms-and")));
    }
    let interpreter = arrival.and_then(|arrival| arrival.interpreter_ref.clone());
    let known_unsafe = &case.reception.unsafe_interpreters;
    let trusted = interpreter.filter(|one| known_unsafe.iter().all(|(name, _)| name != one));
    if let Some(name) = trusted {
        all.push(t.say_with("about-interpreter", &[("name", name.into())]));
    } else if arrival.is_some() {
        all.push(t.say("about-no-interpreter"));
    }
    let screened = case.screening.screened.as_ref();
    if screened.is_some_and(|(_, screened)| screened.intl_protection_concern) {
        all.push(t.say("about-protection"));
    }
    all
}

/// The age with how sure it is; the band that the door saw is no age.
fn age(app: &App, t: T, look: &CaseLook) -> Option<String> {
    let (case, state) = (&look.case, &look.case.registration);
    let today = app.now().date();
    let band = case.reception.age_band;
    if let (None, Some(band)) = (state.age_on(today), band) {
        let words = t.code("age_band", band.code());
        return Some(t.say_with("about-age-band", &[("band", words.into())]));
    }
    let key = if case.age_disputed() {
        "about-age-disputed"
    } else {
        how_sure(state)
    };
    let years = i64::from(case.age_on(today)?);
    Some(t.say_with(key, &[("years", years.into())]))
}

fn how_sure(state: &State) -> &'static str {
    if state.age_assessed.is_some() {
        return "about-age-assessed";
    }
    let identity = state.identity.as_ref().map(|(_, identity)| identity);
    match identity.and_then(|identity| identity.dob_confidence) {
        Some(DobConfidence::Document) => "about-age-document",
        Some(DobConfidence::Estimated) => "about-age-estimated",
        Some(DobConfidence::Stated) | None => "about-age-stated",
    }
}

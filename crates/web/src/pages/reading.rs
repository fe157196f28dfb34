//! Reading a history: events as entries of a story, records as facts, moments as words.

use casebook::{CaseLook, Organisation};
use casework::{Event, event::Body, implementation, lists::LegalBasis};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::Value;

use crate::{
    App, T,
    parts::{Badge, Entry, Facts},
    read_out,
    rooms::{names, recorded_by},
};

/// What a reader of a page needs to read events: words, zone, names.
pub struct Reading<'a> {
    /// The program.
    pub app: &'a App,
    /// The language.
    pub t: T,
    /// The file.
    pub look: &'a CaseLook,
}

impl Reading<'_> {
    /// One event as an entry of the story.
    #[must_use]
    pub fn entry(&self, event: &Event, known: &Organisation) -> Entry {
        let (room, kind) = event.kind();
        let at = event.happened.to_zoned(self.app.zone.clone());
        Entry {
            at: event.happened.to_string(),
            day: self.t.day(at.date()),
            time: self.t.time(&at),
            title: self.t.say(&format!("event-{room}-{kind}")),
            by: known.name(event.by.account).unwrap_or_default().to_owned(),
            told: self.told(event, known),
            text: super::telling::typed(event),
            badge: event.late.then(|| Badge::new(self.t.say("late-entry"))),
            href: None,
        }
    }

    /// What was recorded, in words: the form's own labels.
    #[must_use]
    pub fn facts(&self, event: &Event) -> Facts {
        let (room, kind) = event.kind();
        let Some(action) = recorded_by(room, kind) else {
            return Facts::new();
        };
        let Some(Value::Object(answers)) = record(event) else {
            return Facts::new();
        };
        let choices = names(self.app, self.t, &action.form, self.look);
        let facts = read_out(&action.form, &choices, &answers, self.t, &self.app.zone);
        self.with_basis(event, facts)
    }

    /// What nobody typed and everybody has to know later: on what basis something left (DP13).
    fn with_basis(&self, event: &Event, facts: Facts) -> Facts {
        let Body::Implementation(implementation::Event::ReferralSent(sent)) = &event.body else {
            return facts;
        };
        let basis = self.t.code(LegalBasis::LIST, sent.legal_basis.code());
        let basis = match sent.override_id {
            Some(_) => format!("{basis} – {}", self.t.say("event-consent-override_made")),
            None => basis,
        };
        facts.with(self.t.say("head-basis"), basis)
    }
}

/// The record that an event carries, as the JSON of its form's answers.
#[must_use]
pub fn record(event: &Event) -> Option<Value> {
    let mut stored = serde_json::to_value(&event.body).ok()?;
    Some(stored.get_mut("what")?.get_mut("body")?.take())
}

/// A moment in words, in the centre's zone.
#[must_use]
pub fn moment(t: T, zone: &TimeZone, at: Timestamp) -> String {
    t.moment(&at.to_zoned(zone.clone()))
}

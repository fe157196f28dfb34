//! What an entry of the story tells beside its title: the answers that matter, in words, and what
//! was typed. A story of titles alone ("Consent was recorded", six times) tells nothing.

use casebook::Organisation;
use casework::{Event, Id};
use forms::Form;
use serde_json::Value;

use super::reading::{Reading, moment, record};
use crate::rooms::recorded_by;

/// The answers that tell most, in the order in which they are read.
const TELLING: [&str; 47] = [
    "scope",
    "kind",
    "immediate_needs",
    "eligibility_result",
    "initial_risk",
    "risk_level",
    "risk_level_new",
    "current_safety",
    "duplicate_outcome",
    "legal_basis",
    "service_type",
    "trigger",
    "contact_type",
    "mode",
    "appointment_purpose",
    "appointment_outcome",
    "safety_now",
    "domain",
    "severity",
    "disposition",
    "code",
    "polarity",
    "overall",
    "meeting_type",
    "conclusion",
    "formal_status",
    "subject",
    "result",
    "situation",
    "care_now",
    "agreed_how",
    "action_type",
    "asked_by",
    "vulnerability_categories",
    "social_risk_conditions",
    "initial_concerns",
    "to",
    "type",
    "role",
    "status",
    "progress",
    "reason",
    "final_risk",
    "decision",
    "gap_reason",
    "recipients",
    "to_agency",
];

/// Texts that people typed, the most telling first.
const TYPED: [&str; 13] = [
    "text",
    "request",
    "threat_detail",
    "progress_note",
    "what",
    "agreed_actions",
    "risk_reason",
    "minutes",
    "in_person_words",
    "reason",
    "comment",
    "outcome",
    "what_was_done",
];

impl Reading<'_> {
    /// The answers that matter, in words.
    #[must_use]
    pub fn told(&self, event: &Event, known: &Organisation) -> Option<String> {
        let (room, kind) = event.kind();
        let record = record(event)?;
        if kind == "health_window_opened" {
            return self.window(&record);
        }
        let form = recorded_by(room, kind).map(|action| &action.form);
        let words: Vec<String> = TELLING
            .iter()
            .filter_map(|name| self.word(form, kind, name, record.get(name)?, known))
            .collect();
        (!words.is_empty()).then(|| words.join(" – "))
    }

    /// One answer: by its list, by the name of who is meant, or not at all.
    fn word(
        &self,
        form: Option<&Form>,
        kind: &str,
        name: &str,
        value: &Value,
        known: &Organisation,
    ) -> Option<String> {
        let list = match form.and_then(|form| form.field(name)) {
            Some(field) => field.kind.list().map(|list| list.name),
            // What the program notes by itself has no form.
            None => match (kind, name) {
                ("alert_raised", "kind") => Some("alert_kind"),
                (_, "legal_basis") => Some("legal_basis"),
                _ => None,
            },
        };
        let all = match value {
            Value::Array(all) => all.as_slice(),
            one => std::slice::from_ref(one),
        };
        let words: Vec<String> = all
            .iter()
            .filter_map(Value::as_str)
            .filter_map(|value| match list {
                Some(list) => Some(self.t.code(list, value)),
                None => known.name(value.parse::<Id>().ok()?).map(str::to_owned),
            })
            .collect();
        (!words.is_empty()).then(|| words.join(&self.t.say("forms-and")))
    }

    fn window(&self, record: &Value) -> Option<String> {
        let until = |name: &str| {
            let at = record.get(name)?.as_str()?.parse().ok()?;
            Some(moment(self.t, &self.app.zone, at))
        };
        let (hiv, pregnancy) = (until("hiv_until")?, until("contraception_until")?);
        let times = [("hiv", hiv.into()), ("pregnancy", pregnancy.into())];
        Some(self.t.say_with("story-health-window", &times))
    }
}

/// The text that says most about an event; never a code.
#[must_use]
pub fn typed(event: &Event) -> Option<String> {
    let (room, kind) = event.kind();
    let form = recorded_by(room, kind).map(|action| &action.form);
    let is_text = |name: &&str| {
        let field = form.and_then(|form| form.field(name));
        field.is_none_or(|field| field.kind.list().is_none())
    };
    let record = record(event)?;
    let text = TYPED
        .into_iter()
        .filter(is_text)
        .find_map(|name| record.get(name)?.as_str());
    text.filter(|text| !text.is_empty()).map(str::to_owned)
}

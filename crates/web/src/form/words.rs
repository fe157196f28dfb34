//! The words around a question. A message for one form (`field-assessment-need-domain`) wins over
//! the message for all forms (`field-domain`).

use forms::{Choices, Field, Form, Kind, Problem};

use crate::i18n::{Arg, T};

/// Finds the words of one form.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub t: T,
    pub form: &'a Form,
    pub choices: &'a Choices,
}

impl Words<'_> {
    pub fn label(&self, name: &str) -> String {
        self.find("field", name)
            // A factor of the context is a question of its own when a case answers it.
            .or_else(|| self.t.find(&format!("code-factor-{name}")))
            .unwrap_or_else(|| format!("⟦field-{name}⟧"))
    }

    pub fn hint(&self, name: &str) -> Option<String> {
        self.find("hint", name)
    }

    pub fn section(&self, key: &str) -> String {
        self.find("section", key)
            .unwrap_or_else(|| format!("⟦section-{key}⟧"))
    }

    /// What an option is called: by its list, by who supplied it, or by the answers that all share.
    pub fn option(&self, field: &Field, value: &str) -> String {
        if let Some(list) = field.kind.list() {
            return self.t.code(list.name, value);
        }
        match field.kind {
            Kind::Pick | Kind::PickMany => {
                let known = self
                    .choices
                    .of(field.name)
                    .iter()
                    .find(|(known, _)| known == value);
                known.map_or_else(|| value.to_owned(), |(_, label)| label.clone())
            }
            Kind::Score { .. } => self.score(field.name, value),
            _ => self.t.say(&format!("answer-{value}")),
        }
    }

    /// `Only if Safety now: at risk, in danger`.
    pub fn condition(&self, field: &Field) -> Option<String> {
        let (other, values) = field.only_when?;
        let other = self.form.field(other)?;
        let label = self.label(other.name);
        if other.kind == Kind::Tick {
            return Some(
                self.t
                    .say_with("forms-only-if-ticked", &[("field", label.into())]),
            );
        }
        let values: Vec<String> = values
            .iter()
            .map(|value| self.option(other, value))
            .collect();
        let values = values.join(&self.t.say("forms-or"));
        Some(self.t.say_with(
            "forms-only-if",
            &[("field", label.into()), ("values", values.into())],
        ))
    }

    pub fn problem(&self, problem: &Problem) -> String {
        let key = format!("problem-{}", problem.code());
        let text = |number: &dyn ToString| Arg::from(number.to_string());
        match problem {
            Problem::TooLong { max } => self.t.say_with(&key, &[("max", text(max))]),
            Problem::OutOfRange { min, max } => self
                .t
                .say_with(&key, &[("min", text(min)), ("max", text(max))]),
            Problem::Said(words) => words.clone(),
            _ => self.t.say(&key),
        }
    }

    fn score(&self, name: &str, value: &str) -> String {
        // The questions of one scale share the words of their marks: `score-phq-2` for `phq_7`.
        let family = name.rsplit_once('_').map_or(name, |(family, _)| family);
        let words = self
            .find("score", &format!("{name}-{value}"))
            .or_else(|| self.find("score", &format!("{family}-{value}")));
        words.map_or_else(|| value.to_owned(), |words| format!("{value} – {words}"))
    }

    fn find(&self, what: &str, name: &str) -> Option<String> {
        let form = self.form.id.replace('.', "-");
        self.t
            .find(&format!("{what}-{form}-{name}"))
            .or_else(|| self.t.find(&format!("{what}-{name}")))
    }
}

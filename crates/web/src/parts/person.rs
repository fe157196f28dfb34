//! The head of a file: who this is, how safe they are, how to reach them, what is due.

use askama::Template;
use askama::filters::HtmlSafe;

use super::{Fact, Facts};
use crate::i18n::T;

/// A word with a shape and a colour. The colour never speaks alone.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "parts/badge.html")]
pub struct Badge {
    kind: &'static str,
    text: String,
}

impl HtmlSafe for Badge {}

impl Badge {
    /// A quiet badge.
    pub fn new(text: String) -> Self {
        Badge {
            kind: "plain",
            text,
        }
    }

    /// The badge of a risk level (`urgent`, `high`, `medium`, `low`; others look plain).
    pub fn risk(t: T, level: &str) -> Self {
        let kind = ["urgent", "high", "medium", "low"]
            .into_iter()
            .find(|known| *known == level);
        Badge {
            kind: kind.unwrap_or("plain"),
            text: t.code("risk_level", level),
        }
    }

    /// The badge of something overdue.
    pub fn overdue(text: String) -> Self {
        Badge {
            kind: "overdue",
            text,
        }
    }

    /// The badge of a danger that is there now.
    pub fn grave(text: String) -> Self {
        Badge {
            kind: "urgent",
            text,
        }
    }

    /// The badge of something that is not well.
    pub fn doubtful(text: String) -> Self {
        Badge { kind: "high", text }
    }

    /// The badge of something that only few may read.
    pub fn restricted(text: String) -> Self {
        Badge {
            kind: "restricted",
            text,
        }
    }

    /// The badge of something done.
    pub fn done(text: String) -> Self {
        Badge { kind: "done", text }
    }
}

/// The head of a file.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "parts/person.html")]
pub struct Person {
    code: String,
    name: Option<String>,
    about: Vec<String>,
    badges: Vec<Badge>,
    facts: Facts,
    alert: Option<String>,
    label: String,
    heads: bool,
}

impl HtmlSafe for Person {}

impl Person {
    /// Somebody known by a code.
    pub fn new(t: T, code: &str) -> Self {
        Person {
            code: code.to_owned(),
            label: t.say("person-strip"),
            ..Person::default()
        }
    }

    /// The name, where the reader may know it.
    pub fn name(mut self, name: &str) -> Self {
        self.name = Some(name.to_owned());
        self
    }

    /// The name is the heading of the page, which has no other.
    pub fn as_heading(mut self) -> Self {
        self.heads = true;
        self
    }

    /// A few words on who this is: age, language.
    pub fn about(mut self, word: String) -> Self {
        self.about.push(word);
        self
    }

    /// A badge beside the name; the risk level comes first.
    pub fn badge(mut self, badge: Badge) -> Self {
        self.badges.push(badge);
        self
    }

    /// A fact in the row below: safe contact, what is due next.
    pub fn fact(mut self, label: String, value: String) -> Self {
        self.facts = self.facts.fact(Fact::new(label, value));
        self
    }

    /// What everybody who opens this file must know first.
    pub fn alert(mut self, text: String) -> Self {
        self.alert = Some(text);
        self
    }
}

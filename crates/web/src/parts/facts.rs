//! Things one knows: a word, and what it is.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Badge;

/// One line of [`Facts`].
#[derive(Debug, Clone)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// What is known; shown between `<bdi>`, with its line breaks.
    pub value: String,
    /// A badge before the value.
    pub badge: Option<Badge>,
    /// Where more of it stands.
    pub href: Option<String>,
}

impl Fact {
    /// A plain fact.
    pub fn new(label: String, value: String) -> Self {
        Fact {
            label,
            value,
            badge: None,
            href: None,
        }
    }
}

/// A list of facts.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "parts/facts.html")]
pub struct Facts {
    facts: Vec<Fact>,
}

impl HtmlSafe for Facts {}

impl Facts {
    /// An empty list.
    pub fn new() -> Self {
        Facts::default()
    }

    /// The same with a fact more.
    pub fn with(self, label: String, value: String) -> Self {
        self.fact(Fact::new(label, value))
    }

    /// The same with a fact more, given in full.
    pub fn fact(mut self, fact: Fact) -> Self {
        self.facts.push(fact);
        self
    }

    /// The words and what they say.
    pub fn pairs(self) -> Vec<(String, String)> {
        let facts = self.facts.into_iter();
        facts.map(|fact| (fact.label, fact.value)).collect()
    }

    /// Is there nothing to show?
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }
}

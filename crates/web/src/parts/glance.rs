//! What one must know of a case before anything else, on four cards that are read in seconds.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Badge;

/// How a line of a card looks; what it says stands in its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// As usual.
    #[default]
    Plain,
    /// What one looks for on this card.
    Strong,
    /// Beside it: when, by whom.
    Soft,
    /// As the person said it.
    Words,
    /// What must never be done.
    Never,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Look::Plain => "plain",
            Look::Strong => "strong",
            Look::Soft => "soft",
            Look::Words => "words",
            Look::Never => "never",
        }
    }
}

/// One line of a card.
#[derive(Debug, Clone, Default)]
pub struct Line {
    label: Option<String>,
    items: Vec<(String, Option<String>)>,
    look: Look,
}

impl Line {
    /// A line that says one thing.
    pub fn new(look: Look, text: String) -> Self {
        Self::of(look, vec![text])
    }

    /// A line that says several.
    pub fn of(look: Look, texts: Vec<String>) -> Self {
        let items = texts.into_iter().map(|text| (text, None)).collect();
        Line {
            label: None,
            items,
            look,
        }
    }

    /// A line of links: words, and where they lead if anywhere.
    pub fn linked(items: Vec<(String, Option<String>)>) -> Self {
        Line {
            items,
            ..Line::default()
        }
    }

    /// The same under a word that says what it is.
    pub fn under(mut self, label: String) -> Self {
        self.label = Some(label);
        self
    }
}

/// One card.
#[derive(Debug, Clone, Default)]
pub struct Card {
    title: String,
    badge: Option<Badge>,
    lines: Vec<Line>,
    way: Option<(String, String)>,
}

impl Card {
    /// A card without lines.
    pub fn new(title: String) -> Self {
        Card {
            title,
            ..Card::default()
        }
    }

    /// The same with its answer in a word.
    pub fn badge(mut self, badge: Badge) -> Self {
        self.badge = Some(badge);
        self
    }

    /// The same with a line more; one that says nothing is left out.
    pub fn line(mut self, line: Line) -> Self {
        if !line.items.is_empty() {
            self.lines.push(line);
        }
        self
    }

    /// The same with a line more, where there is one.
    pub fn perhaps(self, line: Option<Line>) -> Self {
        match line {
            Some(line) => self.line(line),
            None => self,
        }
    }

    /// The same with the way to change what it says.
    pub fn way(mut self, href: String, words: String) -> Self {
        self.way = Some((href, words));
        self
    }
}

/// The cards in the order in which they are read.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "parts/glance.html")]
pub struct Glance {
    cards: Vec<Card>,
}

impl HtmlSafe for Glance {}

impl Glance {
    /// These cards, in this order.
    pub fn new(cards: Vec<Card>) -> Self {
        Glance { cards }
    }
}

//! Something to be read first, and what to say when there is nothing.

use askama::Template;
use askama::filters::HtmlSafe;

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Good to know.
    #[default]
    Info,
    /// A no, with what would make it a yes.
    Refusal,
    /// Somebody may come to harm.
    Danger,
    /// It is done.
    Success,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Refusal => "refusal",
            Tone::Danger => "danger",
            Tone::Success => "success",
        }
    }

    fn is_urgent(self) -> bool {
        matches!(self, Tone::Refusal | Tone::Danger)
    }
}

/// A notice: a short title, a sentence, perhaps a list, perhaps a way on.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "parts/notice.html")]
pub struct Notice {
    tone: Tone,
    title: String,
    text: String,
    points: Vec<String>,
    link: Option<(String, String)>,
}

impl HtmlSafe for Notice {}

impl Notice {
    /// A notice with a title.
    pub fn new(tone: Tone, title: String) -> Self {
        Notice {
            tone,
            title,
            ..Notice::default()
        }
    }

    /// The same with a sentence.
    pub fn text(mut self, text: String) -> Self {
        self.text = text;
        self
    }

    /// The same with one more point in its list.
    pub fn point(mut self, point: String) -> Self {
        self.points.push(point);
        self
    }

    /// The same with a way on.
    pub fn link(mut self, href: &str, label: String) -> Self {
        self.link = Some((href.to_owned(), label));
        self
    }
}

/// An empty place: what would be here, and how it comes to be.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/empty.html")]
pub struct Empty {
    text: String,
    link: Option<(String, String)>,
}

impl HtmlSafe for Empty {}

impl Empty {
    /// What to say where there is nothing.
    pub fn new(text: String) -> Self {
        Empty { text, link: None }
    }

    /// The same with the way to the first one.
    pub fn link(mut self, href: &str, label: String) -> Self {
        self.link = Some((href.to_owned(), label));
        self
    }
}

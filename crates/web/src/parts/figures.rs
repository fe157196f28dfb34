//! Figures, each the way to its list.

use askama::Template;
use askama::filters::HtmlSafe;

/// One figure: a number and the words under it.
#[derive(Debug, Clone)]
pub struct Figure {
    href: Option<String>,
    count: usize,
    words: String,
    grave: bool,
}

impl Figure {
    /// A figure that opens its list.
    pub fn new(href: &str, count: usize, words: String) -> Self {
        let href = Some(href.to_owned());
        Figure {
            href,
            ..Figure::plain(count, words)
        }
    }

    /// A figure by itself.
    pub fn plain(count: usize, words: String) -> Self {
        Figure {
            href: None,
            count,
            words,
            grave: false,
        }
    }

    /// Unless it is nought, somebody may come to harm.
    pub fn grave(mut self) -> Self {
        self.grave = self.count > 0;
        self
    }
}

/// Several of them.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/figures.html")]
pub struct Figures {
    figures: Vec<Figure>,
}

impl HtmlSafe for Figures {}

impl Figures {
    /// These, in order.
    pub fn new(figures: impl IntoIterator<Item = Figure>) -> Self {
        let figures = figures.into_iter().collect();
        Figures { figures }
    }
}

/// A button that does one thing: an address, what it posts, its words.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/post.html")]
pub struct Post {
    action: String,
    words: String,
    fields: Vec<(&'static str, String)>,
}

impl HtmlSafe for Post {}

impl Post {
    /// A button that posts to this address.
    pub fn new(action: String, words: String) -> Self {
        let fields = Vec::new();
        Post {
            action,
            words,
            fields,
        }
    }

    /// The same, posting this too.
    pub fn field(mut self, name: &'static str, value: &str) -> Self {
        self.fields.push((name, value.to_owned()));
        self
    }
}

/// A choice that shows the page anew: a name and its options.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/choose.html")]
pub struct Choose {
    name: &'static str,
    label: String,
    button: String,
    options: Vec<(String, String, bool)>,
}

impl HtmlSafe for Choose {}

impl Choose {
    /// A choice without options.
    pub fn new(name: &'static str, label: String, button: String) -> Self {
        let options = Vec::new();
        Choose {
            name,
            label,
            button,
            options,
        }
    }

    /// The same with one option more; `here` is what the page shows.
    pub fn option(mut self, value: String, words: String, here: bool) -> Self {
        self.options.push((value, words, here));
        self
    }
}

//! A way of several steps to one end: what is done, and one large button to the next.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::i18n::T;

/// How a step of the way stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnwardState {
    /// Done.
    Done,
    /// The next thing to do.
    Now,
    /// Later.
    Open,
}

impl OnwardState {
    const fn code(self) -> &'static str {
        match self {
            OnwardState::Done => "done",
            OnwardState::Now => "now",
            OnwardState::Open => "open",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            OnwardState::Done => "onward-done",
            OnwardState::Now => "onward-now",
            OnwardState::Open => "onward-open",
        }
    }

    fn is_now(self) -> bool {
        self == OnwardState::Now
    }
}

/// One step of the way.
#[derive(Debug, Clone)]
pub struct OnwardStep {
    /// What it is, in a few words.
    pub words: String,
    /// How it stands.
    pub state: OnwardState,
    /// Where it is done, for a step that may be done before its turn.
    pub href: Option<String>,
}

/// The way.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/onward.html")]
pub struct Onward {
    t: T,
    title: String,
    way: Option<(String, String)>,
    note: String,
    steps: Vec<OnwardStep>,
}

impl HtmlSafe for Onward {}

impl Onward {
    /// These steps, in this order.
    pub fn new(t: T, title: String, steps: Vec<OnwardStep>) -> Self {
        Onward {
            t,
            title,
            way: None,
            note: String::new(),
            steps,
        }
    }

    /// The large button: an address and its words.
    pub fn way(mut self, href: String, words: String) -> Self {
        self.way = Some((href, words));
        self
    }

    /// A sentence beside it.
    pub fn note(mut self, note: String) -> Self {
        self.note = note;
        self
    }
}

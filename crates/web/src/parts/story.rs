//! The story of a case in order of time.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Badge;

/// One thing that happened.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// The moment for machines: `2026-11-21T09:30:00Z`.
    pub at: String,
    /// The day in words; entries of one day stand under it together.
    pub day: String,
    /// The time in words; empty when only the day is known.
    pub time: String,
    /// What happened.
    pub title: String,
    /// Who did it.
    pub by: String,
    /// The answers that matter, in words.
    pub told: Option<String>,
    /// What was written, as it was typed.
    pub text: Option<String>,
    /// A badge, such as its class.
    pub badge: Option<Badge>,
    /// Where all of it stands.
    pub href: Option<String>,
}

/// Entries, newest or oldest first as they are given.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "parts/story.html")]
pub struct Story {
    entries: Vec<Entry>,
}

impl HtmlSafe for Story {}

impl Story {
    /// These entries, in this order.
    pub fn new(entries: Vec<Entry>) -> Self {
        Story { entries }
    }

    fn days(&self) -> impl Iterator<Item = &[Entry]> {
        self.entries.chunk_by(|one, next| one.day == next.day)
    }
}

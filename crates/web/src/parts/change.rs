//! One difference between two versions, in words: what it is about, and what it was and is.

use askama::Template;
use askama::filters::HtmlSafe;

use super::{Badge, Facts, Table};

/// A difference.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/change.html")]
pub struct Change {
    /// Added, taken out or changed.
    pub how: Badge,
    /// Which line of the plan.
    pub title: String,
    /// Why it was taken out.
    pub reason: Option<String>,
    /// What was added, or taken out.
    pub facts: Facts,
    /// What it was and what it is; without rows where there is only one of them.
    pub table: Table,
}

impl HtmlSafe for Change {}

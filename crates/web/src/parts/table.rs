//! Rows and columns that become a list where the screen is narrow.

use askama::Template;
use askama::filters::HtmlSafe;

use super::{Badge, Post};
use crate::i18n::T;

/// One cell.
#[derive(Debug, Clone)]
pub enum Cell {
    /// Text, between `<bdi>`.
    Text(String),
    /// A person's code: isolated, and never broken over two lines.
    Code(String),
    /// A link: address and text.
    Link(String, String),
    /// A badge.
    Badge(Badge),
    /// Several ways on: addresses and texts.
    Links(Vec<(String, String)>),
    /// A number, set flush with the others.
    Number(String),
    /// A number that opens its list.
    NumberOf(String, String),
    /// What can be done: a button that does one thing, and a way to more.
    Do(Option<Post>, Option<(String, String)>),
}

/// A table; its caption says what the rows are.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "parts/table.html")]
pub struct Table {
    caption: String,
    heads: Vec<String>,
    rows: Vec<Vec<Cell>>,
    sums: Vec<usize>,
    told: bool,
}

impl HtmlSafe for Table {}

impl Table {
    /// A table without rows.
    pub fn new(caption: String, heads: Vec<String>) -> Self {
        Table {
            caption,
            heads,
            rows: Vec::new(),
            sums: Vec::new(),
            told: false,
        }
    }

    /// The title of the page says the same: the caption is only for those who listen.
    pub fn under_its_title(mut self) -> Self {
        self.told = true;
        self
    }

    /// The same with a row more; its first cell names the row.
    pub fn row(mut self, cells: Vec<Cell>) -> Self {
        self.rows.push(cells);
        self
    }

    /// The last row sums up the rows above it.
    pub fn total(mut self) -> Self {
        self.sums.push(self.rows.len());
        self
    }

    fn is_sum(&self, row: &usize) -> bool {
        self.sums.contains(row)
    }

    /// Has it no rows?
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn head(&self, place: &usize) -> &str {
        self.heads.get(*place).map_or("", String::as_str)
    }
}

/// The way through a long list, page by page.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/pager.html")]
pub struct Pager {
    t: T,
    page: usize,
    pages: usize,
    earlier: Option<String>,
    later: Option<String>,
}

impl HtmlSafe for Pager {}

impl Pager {
    /// Page `page` of `pages`, with the addresses before and after it.
    pub fn new(
        t: T,
        page: usize,
        pages: usize,
        earlier: Option<String>,
        later: Option<String>,
    ) -> Self {
        Pager {
            t,
            page,
            pages,
            earlier,
            later,
        }
    }
}

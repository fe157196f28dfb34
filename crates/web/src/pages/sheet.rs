//! A page made of the usual pieces, one under the other.

use askama::Template;
use axum::response::Response;

use super::agenda::Agenda;
use crate::{
    FormView, Page,
    parts::{
        Change, Choose, Empty, Facts, Figures, Glance, Notice, Onward, Pager, Picture, Plan, Post,
        Steps, Story, Table, Trend,
    },
};

/// A link that leads to work: its address, its words, and a sentence below where one helps.
#[derive(Debug, Clone)]
pub struct Way {
    pub href: String,
    pub words: String,
    pub hint: String,
}

/// One piece of a page.
pub enum Piece<'a> {
    Heading(String),
    Text(String),
    Table(Table),
    Facts(Facts),
    Empty(Empty),
    /// Figures, each the way to its list.
    Figures(Figures),
    /// A choice that shows the page anew.
    Choose(Choose),
    /// A button that does one thing.
    Post(Post),
    Notice(Notice),
    /// A way of several steps, with one large button to the next.
    Onward(Onward),
    Plan(Plan),
    Story(Story),
    /// What one must know first.
    Glance(Glance),
    /// The six steps, below other things.
    Steps(Steps),
    Pager(Pager),
    /// The picture of vulnerability.
    Picture(Picture),
    /// Numbers over time.
    Trend(Trend),
    /// A table behind something that says the same: its words unfold it.
    Folded(String, Table),
    /// One difference between two versions.
    Change(Change),
    /// Which two versions are compared.
    Versions(Versions),
    Form(Box<FormView<'a>>),
    /// Buttons to the main work.
    Buttons(Vec<Way>),
    /// What can be done at a place, under its heading.
    Agenda(String, Agenda),
    /// Quieter links, several in a row.
    Ways(Vec<Way>),
    /// What was recorded: a sentence with who and when, and what was answered.
    Record {
        title: String,
        when: String,
        facts: Facts,
    },
    /// A field to search with.
    Search {
        label: String,
        button: String,
        typed: String,
    },
}

impl Page<'_> {
    /// A page of these pieces. What is typed into its form is kept whatever button of the frame is
    /// pressed.
    pub fn sheet(self, pieces: Vec<Piece<'_>>) -> Response {
        let form = pieces.iter().find_map(|piece| match piece {
            Piece::Form(view) => view.keeps(),
            _ => None,
        });
        self.keeps(form).show(Sheet { pieces })
    }
}

/// A choice of two versions, each a number and its words.
#[derive(Debug, Clone)]
pub struct Versions {
    pub all: Vec<(u32, String)>,
    pub from: u32,
    pub to: u32,
    pub from_label: String,
    pub to_label: String,
    pub button: String,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/sheet.html")]
pub struct Sheet<'a> {
    /// Its pieces, in order.
    pub pieces: Vec<Piece<'a>>,
}

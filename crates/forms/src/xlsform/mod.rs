//! Forms in spreadsheets: XLSForm, read from `.xlsx` or CSV and written back.
//!
//! A form is read whole or not at all: [`read`] gives a [`Form`], or all [`Findings`] with sheet,
//! row and column. A [`Book`] is the spreadsheet as rows of text; whoever changes a form changes
//! its book and reads it again, so that what is written back is what was read.

mod book;
mod browser;
mod check;
mod finding;
mod formula;
mod header;
mod kind;
mod lists;
mod model;
mod order;
mod parameters;
mod reach;
mod selects;
mod sheets;
mod survey;
mod write;
mod xlsx;

use std::collections::HashMap;

use crate::expression;

pub use book::{Book, MAX_CELL, MAX_COLUMNS, MAX_ROWS, SHEETS, Sheet};
pub use browser::formulas;
pub use finding::{Finding, Findings};
pub use kind::Kind;
pub use lists::MAX_CHOICES;
pub use model::{Binding, FirstAnswer, Form, Formula, List, Question, Row, Settings, Texts};
pub(crate) use model::{Task, in_language};
pub use survey::{MAX_NESTED, MAX_QUESTIONS};
pub use xlsx::MAX_FILE;

impl Book {
    /// An `.xlsx` file's sheets.
    ///
    /// # Errors
    ///
    /// In one sentence why it cannot be opened at all.
    pub fn from_xlsx(bytes: &[u8]) -> Result<Book, String> {
        xlsx::read(bytes)
    }

    /// The sheets from CSV texts, each with its name.
    ///
    /// # Errors
    ///
    /// In one sentence why they cannot be read.
    pub fn from_csv(files: &[(&str, &str)]) -> Result<Book, String> {
        sheets::read(files)
    }

    /// All sheets from one CSV text, with the sheets' names in the first column.
    ///
    /// # Errors
    ///
    /// In one sentence why it cannot be read.
    pub fn from_joined_csv(text: &str) -> Result<Book, String> {
        sheets::read_joined(text)
    }

    /// The names of the files that the form may use: those that lie beside it are attached.
    pub fn wanted_files(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for sheet in self.sheets.iter().filter(|sheet| sheet.name == "survey") {
            for cell in sheet.rows.iter().flatten() {
                names.extend(mentioned(cell));
            }
        }
        names.sort();
        names.dedup();
        names.truncate(20);
        names
    }

    /// Lays a table beside the form, under its file's name.
    ///
    /// # Errors
    ///
    /// In one sentence why it cannot be read.
    pub fn attach(&mut self, file: &str, text: &str) -> Result<(), String> {
        let mut left = book::MAX_TEXT;
        let sheet = sheets::table(file, text, &mut self.findings, &mut left)?;
        self.files.push(sheet);
        Ok(())
    }
}

/// The tables that a cell speaks of, as names of files without any folder.
fn mentioned(cell: &str) -> Vec<String> {
    let mut names = Vec::new();
    for word in cell.split([' ', '\'', '"', '(', ')', ',']) {
        let stem = word.strip_suffix(".csv").unwrap_or(word);
        let named =
            word.ends_with(".csv") || cell.contains("pulldata") || cell.contains("instance");
        if named && expression::is_name(stem) {
            names.push(format!("{stem}.csv"));
        }
    }
    names
}

/// Reads a form from its book.
///
/// # Errors
///
/// All that is wrong with it, and what else was noticed.
pub fn read(book: Book) -> Result<Form, Findings> {
    let mut findings = book.findings.clone();
    let settings = settings(&book);
    let duplicates = settings
        .others
        .get("allow_choice_duplicates")
        .is_some_and(|cell| cell.eq_ignore_ascii_case("yes") || cell.eq_ignore_ascii_case("true"));
    let mut lists = lists::read(&book, duplicates, &mut findings);
    let questions = match book.sheet("survey") {
        Some(sheet) if !sheet.rows.is_empty() => survey::read(sheet, &mut lists, &mut findings),
        _ => {
            findings.push(Finding::problem("the sheet survey is missing or empty"));
            return Err(findings);
        }
    };
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (id, question) in questions.iter().enumerate().skip(1) {
        by_name.entry(question.name.clone()).or_default().push(id);
    }
    let languages = lists.languages.clone();
    let mut form = Form {
        settings,
        languages,
        questions,
        lists: lists.lists,
        notices: Findings::default(),
        book,
        by_name,
        list_ids: lists.ids,
        order: Vec::new(),
    };
    if form.questions.len() < 2 && !findings.refused() {
        findings.push(Finding::problem("this form asks nothing").in_sheet("survey"));
    }
    check::check(&form, &mut findings);
    if !findings.refused() {
        form.order = order::order(&form, &mut findings);
    }
    findings.sort();
    if findings.refused() {
        return Err(findings);
    }
    form.notices = findings;
    Ok(form)
}

fn settings(book: &Book) -> Settings {
    let mut settings = Settings::default();
    let Some(sheet) = book.sheet("settings") else {
        return settings;
    };
    for column in header::columns(sheet) {
        let Some(cell) = sheet.rows.get(1).and_then(|row| row.get(column.at)) else {
            continue;
        };
        match column.holds.as_str() {
            "form_title" => settings.title.clone_from(cell),
            "form_id" => settings.id.clone_from(cell),
            "version" => settings.version.clone_from(cell),
            "default_language" => settings.default_language.clone_from(cell),
            other => {
                settings.others.insert(other.to_owned(), cell.clone());
            }
        }
    }
    settings
}

//! A spreadsheet as rows of text: what is read, and what is written back.

use super::finding::{Finding, Findings};

/// The sheets of a form that are read.
pub const SHEETS: [&str; 4] = ["survey", "choices", "settings", "external_choices"];
/// The most rows that a sheet may have.
pub const MAX_ROWS: usize = 60_000;
/// The most columns.
pub const MAX_COLUMNS: usize = 300;
/// The most characters in a cell: what a spreadsheet program allows.
pub const MAX_CELL: usize = 32_767;
/// The most characters in all cells together.
pub const MAX_TEXT: usize = 16 << 20;

/// A workbook: its sheets, and the tables that lie beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Book {
    /// The sheets, in the order of [`SHEETS`]; others are not read.
    pub sheets: Vec<Sheet>,
    /// Tables in files of their own, by file name: what `select_one_from_file` and `pulldata` use.
    pub files: Vec<Sheet>,
    /// What was noticed while reading.
    pub findings: Findings,
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows from the top, empty ones too; trailing empty cells are left out.
    pub rows: Vec<Vec<String>>,
}

impl Book {
    /// The sheet of a name.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }

    /// Adds a sheet, if it is one of a form's.
    pub(super) fn push(&mut self, sheet: Sheet) {
        if !self.sheets.iter().any(|known| known.name == sheet.name) {
            self.sheets.push(sheet);
            self.sheets
                .sort_by_key(|sheet| SHEETS.iter().position(|name| *name == sheet.name));
        }
    }
}

/// Which of a form's sheets a name means, whatever its case.
pub(super) fn sheet_name(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    SHEETS.iter().find(|known| **known == name).copied()
}

/// A sheet under construction, with the limits that hold for all of them.
pub(super) struct Filling<'a> {
    sheet: Sheet,
    findings: &'a mut Findings,
    left: &'a mut usize,
}

impl<'a> Filling<'a> {
    pub fn new(name: &str, findings: &'a mut Findings, left: &'a mut usize) -> Self {
        Filling {
            sheet: Sheet {
                name: name.to_owned(),
                rows: Vec::new(),
            },
            findings,
            left,
        }
    }

    pub fn finding(&mut self, row: usize, column: usize, finding: Finding) {
        self.findings
            .push(finding.in_sheet(&self.sheet.name).cell(row, column));
    }

    /// Puts a text into a cell, counted from 0; false when there is no room for more.
    pub fn put(&mut self, row: usize, column: usize, text: &str) -> bool {
        let text = clean(text);
        if text.is_empty() {
            return true;
        }
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            let why = format!("a sheet may have {MAX_ROWS} rows and {MAX_COLUMNS} columns at most");
            self.finding(row, column, Finding::problem(why));
            return false;
        }
        if text.len() > MAX_CELL && text.chars().count() > MAX_CELL {
            let why = format!(
                "this cell holds {} characters; {MAX_CELL} are the most",
                text.chars().count()
            );
            self.finding(row, column, Finding::problem(why));
            return true;
        }
        let Some(left) = self.left.checked_sub(text.len()) else {
            self.finding(
                row,
                column,
                Finding::problem("this form holds too much text"),
            );
            return false;
        };
        *self.left = left;
        let rows = &mut self.sheet.rows;
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize_with(column + 1, String::new);
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = text;
            }
        }
        true
    }

    pub fn done(self) -> Sheet {
        self.sheet
    }
}

/// Without white space around it, line ends as one sign, and none of the control characters that
/// neither XML nor a page can show.
fn clean(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

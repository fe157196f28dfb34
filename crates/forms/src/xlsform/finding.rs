//! What a form cannot have, or what is worth knowing about it, and in which cell.

use std::fmt::{self, Display, Formatter};

use serde_json::{Value, json};

/// Something found in a form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finding {
    /// Whether the form cannot be taken with it.
    pub refused: bool,
    /// The sheet, where it is in one.
    pub sheet: String,
    /// The row as the spreadsheet counts it, from 1; 0 where it is no single row.
    pub row: usize,
    /// The column, from 1; 0 where it is no single column.
    pub column: usize,
    /// What stands above the column.
    pub header: String,
    /// What it is, for the author of the form.
    pub message: String,
}

impl Finding {
    pub(super) fn problem(message: impl Into<String>) -> Finding {
        Finding {
            refused: true,
            message: message.into(),
            ..Finding::default()
        }
    }

    pub(super) fn notice(message: impl Into<String>) -> Finding {
        Finding {
            message: message.into(),
            ..Finding::default()
        }
    }

    pub(super) fn in_sheet(mut self, sheet: &str) -> Finding {
        sheet.clone_into(&mut self.sheet);
        self
    }

    /// At a cell counted from 0.
    pub(super) fn cell(mut self, row: usize, column: usize) -> Finding {
        (self.row, self.column) = (row + 1, column + 1);
        self
    }

    pub(super) fn row(mut self, row: usize) -> Finding {
        self.row = row + 1;
        self
    }

    pub(super) fn under(mut self, header: &str) -> Finding {
        header.clone_into(&mut self.header);
        self
    }

    /// The column's letters.
    pub fn letters(&self) -> String {
        let mut letters = Vec::new();
        let mut left = self.column;
        while left > 0 {
            letters.push(char::from(
                b'A' + u8::try_from((left - 1) % 26).unwrap_or(0),
            ));
            left = (left - 1) / 26;
        }
        letters.iter().rev().collect()
    }

    /// For other programs.
    pub fn to_json(&self) -> Value {
        json!({
            "kind": if self.refused { "problem" } else { "notice" },
            "sheet": self.sheet,
            "row": if self.row == 0 { Value::Null } else { json!(self.row) },
            "column": if self.column == 0 { Value::Null } else { json!(self.letters()) },
            "header": self.header,
            "message": self.message,
        })
    }
}

impl Display for Finding {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut place = self.sheet.clone();
        if self.row > 0 {
            place = format!("{place} row {}", self.row);
        }
        if self.column > 0 {
            place = format!("{place} column {}", self.letters());
        }
        if !self.header.is_empty() {
            place = format!("{place} ({})", self.header);
        }
        if !place.is_empty() {
            write!(f, "{}: ", place.trim())?;
        }
        f.write_str(&self.message)
    }
}

/// The most findings that are told; a form with more has one cause.
pub const MAX_FINDINGS: usize = 200;

/// All that was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    list: Vec<Finding>,
    beyond: usize,
}

impl Findings {
    /// One problem with the form as a whole.
    pub fn of(why: &str) -> Findings {
        let mut findings = Findings::default();
        findings.push(Finding::problem(why));
        findings
    }

    pub(super) fn push(&mut self, finding: Finding) {
        if self.list.len() < MAX_FINDINGS {
            self.list.push(finding);
        } else if finding.refused {
            self.beyond += 1;
        }
    }

    /// Each, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.list.iter()
    }

    /// How many more there were than are told.
    pub fn beyond(&self) -> usize {
        self.beyond
    }

    /// Whether the form is refused.
    pub fn refused(&self) -> bool {
        self.beyond > 0 || self.list.iter().any(|finding| finding.refused)
    }

    pub(super) fn sort(&mut self) {
        let sheet = |name: &str| super::book::SHEETS.iter().position(|known| *known == name);
        self.list
            .sort_by_key(|one| (!one.refused, sheet(&one.sheet), one.row, one.column));
    }
}

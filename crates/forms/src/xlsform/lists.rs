//! Lists of choices: the sheets `choices` and `external_choices`, and tables in files.

use std::collections::{HashMap, HashSet};

use super::book::{Book, Sheet};
use super::finding::{Finding, Findings};
use super::header::{Column, columns};
use super::model::{List, Row, Texts};

/// The most rows in all lists together.
pub const MAX_CHOICES: usize = 50_000;

pub(super) struct Lists {
    pub lists: Vec<List>,
    pub ids: HashMap<String, usize>,
    pub languages: Vec<String>,
}

impl Lists {
    /// The list of a name; made empty, and marked as not known, where there is none.
    pub fn id(&mut self, name: &str) -> usize {
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        self.add(List {
            name: name.to_owned(),
            ..List::default()
        })
    }

    pub fn add(&mut self, list: List) -> usize {
        let id = self.lists.len();
        self.ids.insert(list.name.clone(), id);
        self.lists.push(list);
        id
    }

    /// The same rows, chosen and told by other columns; `Err` names a column that is not there.
    pub fn told_by<'n>(
        &mut self,
        table: usize,
        value: &'n str,
        label: &'n str,
    ) -> Result<usize, &'n str> {
        let Some(table) = self.lists.get(table) else {
            return Err(value);
        };
        let name = format!("{} by {value}, {label}", table.name);
        if let Some(id) = self.ids.get(&name) {
            return Ok(*id);
        }
        let at = |name: &'n str| {
            let at = table.columns.iter().position(|column| column == name);
            at.ok_or(name)
        };
        let (value, label) = (at(value)?, at(label)?);
        let cell = |row: &Row, at: usize| row.cells.get(at).cloned().unwrap_or_default();
        let rows = table.rows.iter().map(|row| Row {
            name: cell(row, value),
            label: [(String::new(), cell(row, label))].into(),
            cells: row.cells.clone(),
        });
        let list = List {
            name,
            columns: table.columns.clone(),
            rows: rows.collect(),
            known: true,
        };
        Ok(self.add(list))
    }
}

pub(super) fn read(book: &Book, duplicates: bool, findings: &mut Findings) -> Lists {
    let mut lists = Lists {
        lists: Vec::new(),
        ids: HashMap::new(),
        languages: Vec::new(),
    };
    for name in ["choices", "external_choices"] {
        if let Some(sheet) = book.sheet(name) {
            choices(
                sheet,
                duplicates || name == "external_choices",
                &mut lists,
                findings,
            );
        }
    }
    for file in &book.files {
        table(file, &mut lists);
    }
    lists
}

fn choices(sheet: &Sheet, duplicates: bool, lists: &mut Lists, findings: &mut Findings) {
    let columns = columns(sheet);
    let find = |holds: &str| columns.iter().find(|column| column.holds == holds);
    let (Some(list_column), Some(name_column)) = (find("list_name"), find("name")) else {
        if sheet.rows.len() > 1 {
            let why = "the columns list_name and name are needed";
            findings.push(Finding::problem(why).in_sheet(&sheet.name).row(0));
        }
        return;
    };
    if sheet.rows.len() > MAX_CHOICES {
        let why = format!("a form may have {MAX_CHOICES} choices at most");
        findings.push(Finding::problem(why).in_sheet(&sheet.name));
        return;
    }
    let mut seen: HashSet<(String, String)> = HashSet::new();
    for (row, cells) in sheet.rows.iter().enumerate().skip(1) {
        let cell = |column: &Column| cells.get(column.at).map_or("", String::as_str);
        let (list, name) = (cell(list_column), cell(name_column));
        if list.is_empty() && name.is_empty() {
            continue;
        }
        if let Some(why) = wrong(list, name, duplicates, &mut seen) {
            let column = if list.is_empty() {
                list_column
            } else {
                name_column
            };
            findings.push(
                Finding::problem(why)
                    .in_sheet(&sheet.name)
                    .cell(row, column.at)
                    .under(&column.written),
            );
            continue;
        }
        let id = lists.id(list);
        let label = texts(&columns, cells, "label", &mut lists.languages);
        if let Some(list) = lists.lists.get_mut(id) {
            if list.columns.is_empty() {
                list.known = true;
                list.columns = columns.iter().map(heading).collect();
            }
            let cells = columns
                .iter()
                .map(|column| cell(column).to_owned())
                .collect();
            list.rows.push(Row {
                name: name.to_owned(),
                label,
                cells,
            });
        }
    }
}

/// How a column is called in a choice filter: its own name, without a language.
fn heading(column: &Column) -> String {
    if ["list_name", "name", "label"].contains(&column.holds.as_str()) && column.language.is_empty()
    {
        column.holds.clone()
    } else {
        column.written.clone()
    }
}

fn wrong(
    list: &str,
    name: &str,
    duplicates: bool,
    seen: &mut HashSet<(String, String)>,
) -> Option<String> {
    if list.is_empty() {
        return Some("this choice belongs to no list: list_name is empty".to_owned());
    }
    if name.is_empty() {
        return Some(format!("a choice of the list {list} has no name"));
    }
    let new = seen.insert((list.to_owned(), name.to_owned()));
    (!new && !duplicates).then(|| format!("the list {list} has the choice {name} twice"))
}

/// The texts of a row under one heading, by language; languages met are noted.
pub(super) fn texts(
    columns: &[Column],
    cells: &[String],
    holds: &str,
    languages: &mut Vec<String>,
) -> Texts {
    let mut texts = Texts::new();
    for column in columns.iter().filter(|column| column.holds == holds) {
        let Some(text) = cells.get(column.at).filter(|text| !text.is_empty()) else {
            continue;
        };
        if !languages.contains(&column.language) {
            languages.push(column.language.clone());
        }
        texts.insert(column.language.clone(), text.clone());
    }
    texts
}

fn table(file: &Sheet, lists: &mut Lists) {
    let stem = file
        .name
        .rsplit_once('.')
        .map_or(file.name.as_str(), |(stem, _)| stem);
    let columns: Vec<String> = file.rows.first().cloned().unwrap_or_default();
    let at = |name: &str| columns.iter().position(|column| column == name);
    let (name, label) = (at("name"), at("label"));
    let rows = file.rows.iter().skip(1).take(MAX_CHOICES).map(|cells| {
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).cloned().unwrap_or_default();
        let mut texts = Texts::new();
        if label.is_some() {
            texts.insert(String::new(), cell(label));
        }
        let padded = (0..columns.len()).map(|at| cell(Some(at))).collect();
        Row {
            name: cell(name),
            label: texts,
            cells: padded,
        }
    });
    let rows = rows.collect();
    lists.add(List {
        name: stem.to_owned(),
        columns,
        rows,
        known: true,
    });
}

//! A list of people as CSV. Every fault is told with its line; no value is repeated in a message.

use std::{collections::HashSet, fs::File, path::Path};

use anyhow::{Context, bail};
use csv::StringRecord;
use linkage::{Person, Sex, dates::Born};

/// One row.
#[derive(Debug)]
pub struct Row {
    /// Its own name in the list.
    pub id: String,
    /// The day of registration, as written.
    pub registered_on: String,
    /// What is said of the person.
    pub person: Person,
}

/// A list that was read.
#[derive(Debug, Default)]
pub struct Table {
    /// Good rows, in order.
    pub rows: Vec<Row>,
    /// What is wrong, by line. Rows with a fault in one answer are kept without that answer.
    pub faults: Vec<String>,
}

/// Columns; all but the first may be absent.
const COLUMNS: [&str; 14] = [
    "record_id",
    "given_names",
    "family_name",
    "name_native",
    "sex",
    "date_of_birth",
    "dob_accuracy",
    "nationality",
    "birth_place",
    "mother_name",
    "phone",
    "document_no",
    "household_id",
    "registered_on",
];

struct Header([Option<usize>; COLUMNS.len()]);

impl Header {
    fn read(header: &StringRecord, path: &Path) -> anyhow::Result<Self> {
        let places = COLUMNS.map(|name| {
            header.iter().position(|title| {
                title
                    .trim_start_matches('\u{feff}')
                    .trim()
                    .eq_ignore_ascii_case(name)
            })
        });
        if places[0].is_none() {
            bail!(
                "{}: line 1: the column record_id is missing",
                path.display()
            );
        }
        if places[1..4].iter().all(Option::is_none) {
            bail!(
                "{}: line 1: there is no column with names (given_names, family_name or name_native)",
                path.display()
            );
        }
        Ok(Self(places))
    }

    fn get<'r>(&self, row: &'r StringRecord, name: &str) -> &'r str {
        COLUMNS
            .iter()
            .position(|column| *column == name)
            .and_then(|at| self.0[at])
            .and_then(|at| row.get(at))
            .unwrap_or("")
            .trim()
    }
}

/// Reads a list.
///
/// # Errors
/// When the file cannot be opened or has no usable header. Faults of single rows are in the table.
pub fn read(path: &Path) -> anyhow::Result<Table> {
    let file = File::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
    let titles = reader
        .headers()
        .with_context(|| {
            format!(
                "{}: line 1: the header cannot be read (is it UTF-8?)",
                path.display()
            )
        })?
        .clone();
    let header = Header::read(&titles, path)?;
    let mut table = Table::default();
    let mut ids = HashSet::new();
    let mut row = StringRecord::new();
    loop {
        let line = reader.position().line();
        match reader.read_record(&mut row) {
            Ok(false) => return Ok(table),
            Ok(true) => take(&header, &row, titles.len(), &mut ids, &mut table),
            Err(error) if error.is_io_error() => {
                return Err(error).with_context(|| format!("{} cannot be read", path.display()));
            }
            Err(_) => table
                .faults
                .push(format!("line {line}: not UTF-8 text; the row is left out")),
        }
    }
}

fn take(
    header: &Header,
    row: &StringRecord,
    columns: usize,
    ids: &mut HashSet<String>,
    table: &mut Table,
) {
    let line = row.position().map_or(0, csv::Position::line);
    let mut fault = |what: &str| table.faults.push(format!("line {line}: {what}"));
    let id = header.get(row, "record_id");
    if row.len() != columns {
        fault("the row has more or fewer fields than the header; it is left out");
        return;
    }
    if id.is_empty() {
        fault("record_id is empty; the row is left out");
        return;
    }
    if !ids.insert(id.into()) {
        fault("this record_id was there before; the row is left out");
        return;
    }
    let person = person(header, row, &mut fault);
    table.rows.push(Row {
        id: id.into(),
        registered_on: header.get(row, "registered_on").into(),
        person,
    });
}

fn person(header: &Header, row: &StringRecord, fault: &mut impl FnMut(&str)) -> Person {
    let text = |name: &str| header.get(row, name).to_owned();
    let born = header.get(row, "date_of_birth");
    let guessed = matches!(header.get(row, "dob_accuracy"), "year" | "estimated");
    let date = Born::parse(born, guessed);
    if date.is_none() && !born.is_empty() {
        fault("date_of_birth is no date (yyyy-mm-dd); the row is read without it");
    }
    let sex = match header.get(row, "sex").to_ascii_lowercase().as_str() {
        "" => None,
        "f" | "female" => Some(Sex::Female),
        "m" | "male" => Some(Sex::Male),
        "x" | "o" | "other" => Some(Sex::Other),
        _ => {
            fault("sex is not F, M, X or empty; the row is read without it");
            None
        }
    };
    Person {
        given: text("given_names"),
        family: text("family_name"),
        native: text("name_native"),
        sex,
        born: date,
        nationality: text("nationality"),
        birth_place: text("birth_place"),
        mother: text("mother_name"),
        phone: text("phone"),
        document: text("document_no"),
        household: text("household_id"),
    }
}

//! The same sheets as CSV: one file for each, or one file for all as `pyxform` reads it.

use super::book::{Book, Filling, MAX_TEXT, Sheet, sheet_name};
use super::finding::Findings;
use super::xlsx::MAX_FILE;

/// Reads sheets from the texts of CSV files, each with its name.
///
/// # Errors
///
/// In one sentence why they cannot be read.
pub(super) fn read(files: &[(&str, &str)]) -> Result<Book, String> {
    let mut book = Book::default();
    let mut left = MAX_TEXT;
    for (name, text) in files {
        let Some(known) = sheet_name(name) else {
            continue;
        };
        let sheet = table(known, text, &mut book.findings, &mut left)?;
        book.push(sheet);
    }
    Ok(book)
}

/// One table, whatever its name.
pub(super) fn table(
    name: &str,
    text: &str,
    findings: &mut Findings,
    left: &mut usize,
) -> Result<Sheet, String> {
    let mut filling = Filling::new(name, findings, left);
    for (row, record) in records(text)?.enumerate() {
        let record = record.map_err(|_| format!("{name}: row {} cannot be read", row + 1))?;
        for (column, cell) in record.iter().enumerate() {
            if !filling.put(row, column, cell) {
                return Ok(filling.done());
            }
        }
    }
    Ok(filling.done())
}

/// One file with all sheets: a sheet's name in the first column, its rows below from the second.
pub(super) fn read_joined(text: &str) -> Result<Book, String> {
    let mut parts: Vec<(String, Vec<Vec<String>>)> = Vec::new();
    for (row, record) in records(text)?.enumerate() {
        let record = record.map_err(|_| format!("row {} cannot be read", row + 1))?;
        let mut cells = record.iter().map(|cell| cell.trim().to_owned());
        let first = cells.next().unwrap_or_default();
        if !first.is_empty() {
            parts.push((first, Vec::new()));
        }
        let cells: Vec<String> = cells.collect();
        if cells.iter().any(|cell| !cell.is_empty())
            && let Some((_, rows)) = parts.last_mut()
        {
            rows.push(cells);
        }
    }
    let mut book = Book::default();
    let mut left = MAX_TEXT;
    for (name, rows) in &parts {
        let Some(known) = sheet_name(name) else {
            continue;
        };
        let mut filling = Filling::new(known, &mut book.findings, &mut left);
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                if !filling.put(row, column, cell) {
                    break;
                }
            }
        }
        let sheet = filling.done();
        book.push(sheet);
    }
    Ok(book)
}

type Records<'a> = csv::StringRecordsIntoIter<&'a [u8]>;

fn records(text: &str) -> Result<Records<'_>, String> {
    if text.len() > MAX_FILE {
        return Err(format!("this file is larger than {} MB", MAX_FILE >> 20));
    }
    let text = text.trim_start_matches('\u{feff}');
    Ok(csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records())
}

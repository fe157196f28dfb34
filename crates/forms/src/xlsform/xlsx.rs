//! An `.xlsx` file to rows of text; a hostile one to a message.
//!
//! Nothing is inflated on trust: every part is unpacked once and counted before the reader sees
//! it, and cells come as a stream, so that a cell in the last row of an empty sheet costs nothing.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, ExcelDateTime, Reader, Xls, Xlsx};
use zip::ZipArchive;

use super::book::{Book, Filling, MAX_TEXT, sheet_name};
use super::finding::Finding;

/// The largest file that is opened, in bytes.
pub const MAX_FILE: usize = 16 << 20;
/// The largest file of the old format: its reader holds a whole sheet at once.
pub const MAX_OLD_FILE: usize = 2 << 20;
const MAX_PARTS: usize = 500;
const MAX_INFLATED: u64 = 32 << 20;
/// The most XML tags: fifty thousand choices in ten columns have fewer.
const MAX_MARKS: usize = 2_500_000;

/// Reads a workbook, of the format that its first bytes tell.
///
/// # Errors
///
/// In one sentence why it cannot be opened at all.
pub(super) fn read(bytes: &[u8]) -> Result<Book, String> {
    if bytes.len() > MAX_FILE {
        return Err(format!("this file is larger than {} MB", MAX_FILE >> 20));
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return read_old(bytes);
    }
    if !bytes.starts_with(b"PK") {
        return Err("this is no spreadsheet: it is not an .xlsx file".to_owned());
    }
    measure(bytes)?;
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|problem| broken(&problem.to_string()))?;
    let names = workbook.sheet_names();
    let alone = names.len() == 1;
    let mut book = Book::default();
    let mut left = MAX_TEXT;
    for name in names {
        let Some(known) = sheet_name(&name).or_else(|| alone.then_some("survey")) else {
            if name.trim().eq_ignore_ascii_case("entities") {
                book.findings
                    .push(Finding::problem("entity lists are not supported").in_sheet("entities"));
            }
            continue;
        };
        let mut filling = Filling::new(known, &mut book.findings, &mut left);
        let mut cells = workbook
            .worksheet_cells_reader(&name)
            .map_err(|problem| broken(&problem.to_string()))?;
        while let Some(cell) = cells
            .next_cell_with_formula()
            .map_err(|problem| broken(&problem.to_string()))?
        {
            let (row, column) = (cell.pos.0 as usize, cell.pos.1 as usize);
            let text = text(&cell.value);
            if cell.formula.is_some() {
                filling.finding(row, column, formula(text.as_deref()));
            }
            match text {
                Some(text) if !filling.put(row, column, &text) => break,
                Some(_) => {}
                None => {
                    let why = "the spreadsheet shows an error in this cell";
                    filling.finding(row, column, Finding::problem(why));
                }
            }
        }
        let sheet = filling.done();
        book.push(sheet);
    }
    Ok(book)
}

fn formula(value: Option<&str>) -> Finding {
    match value {
        Some(value) if !value.is_empty() => Finding::notice(
            "this cell holds a formula of the spreadsheet; the value last shown was taken",
        ),
        _ => Finding::problem(
            "this cell holds a formula of the spreadsheet and no value; type the value itself",
        ),
    }
}

fn broken(problem: &str) -> String {
    let short: String = problem.chars().take(200).collect();
    format!("this file is damaged or is no .xlsx file: {short}")
}

/// Unpacks every part once, into nothing, and looks at what comes by.
fn measure(bytes: &[u8]) -> Result<(), String> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|problem| broken(&problem.to_string()))?;
    if archive.len() > MAX_PARTS {
        return Err(format!("this file has more than {MAX_PARTS} parts"));
    }
    let mut left = MAX_INFLATED;
    let mut marks = 0usize;
    let mut buffer = vec![0u8; 64 << 10];
    for index in 0..archive.len() {
        let part = archive
            .by_index(index)
            .map_err(|problem| broken(&problem.to_string()))?;
        if part.encrypted() {
            return Err("this file is protected by a password".to_owned());
        }
        let is_xml = part
            .name()
            .is_ok_and(|name| name.ends_with(".xml") || name.ends_with(".rels"));
        let mut part = part.take(left + 1);
        // The end of the last piece stays, for a word that the next one goes on with.
        let mut seen: Vec<u8> = Vec::new();
        loop {
            let count = part
                .read(&mut buffer)
                .map_err(|problem| broken(&problem.to_string()))?;
            if count == 0 {
                break;
            }
            left = left.checked_sub(count as u64).ok_or_else(|| {
                format!(
                    "this file grows beyond {} MB when opened",
                    MAX_INFLATED >> 20
                )
            })?;
            if is_xml {
                let begun = seen.len();
                seen.extend_from_slice(buffer.get(..count).unwrap_or_default());
                for at in memchr::memchr_iter(b'<', &seen) {
                    marks += usize::from(at >= begun);
                    if is_declaration(seen.get(at..).unwrap_or_default()) {
                        return Err(
                            "this file declares XML entities, which no form needs".to_owned()
                        );
                    }
                }
                if marks > MAX_MARKS {
                    return Err("this file has more cells than any form".to_owned());
                }
                let keep = seen.len().saturating_sub(16);
                seen.drain(..keep);
            }
        }
    }
    Ok(())
}

fn is_declaration(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 2] = [b"<!DOCTYPE", b"<!ENTITY"];
    marks.iter().any(|mark| {
        bytes
            .get(..mark.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(mark))
    })
}

fn text(value: &DataRef<'_>) -> Option<String> {
    Some(match value {
        DataRef::Empty => String::new(),
        DataRef::Error(_) => return None,
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(truth) => truth_text(*truth),
        DataRef::DateTime(moment) => date_text(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
    })
}

fn truth_text(truth: bool) -> String {
    if truth { "TRUE" } else { "FALSE" }.to_owned()
}

/// A date, a time, or both: what the number format of the cell shows.
fn date_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let clock = format!("{hour:02}:{minute:02}:{second:02}");
    if moment.as_f64() < 1.0 {
        clock
    } else if moment.as_f64().fract() == 0.0 {
        date
    } else {
        format!("{date}T{clock}")
    }
}

/// The format before 2007, for the forms that are still around in it.
fn read_old(bytes: &[u8]) -> Result<Book, String> {
    if bytes.len() > MAX_OLD_FILE {
        return Err("this .xls file is too large; save it as .xlsx".to_owned());
    }
    let opened = std::panic::catch_unwind(|| Xls::new(Cursor::new(bytes)))
        .map_err(|_| broken("its reader gave up"))?;
    let mut workbook = opened.map_err(|problem| broken(&problem.to_string()))?;
    let mut book = Book::default();
    let mut left = MAX_TEXT;
    for name in workbook.sheet_names() {
        let Some(known) = sheet_name(&name) else {
            continue;
        };
        let range = workbook
            .worksheet_range(&name)
            .map_err(|problem| broken(&problem.to_string()))?;
        let (top, side) = range.start().unwrap_or((0, 0));
        let mut filling = Filling::new(known, &mut book.findings, &mut left);
        for (row, column, value) in range.used_cells() {
            let text = match value {
                Data::Empty | Data::Error(_) => continue,
                Data::Int(number) => number.to_string(),
                Data::Float(number) => number.to_string(),
                Data::Bool(truth) => truth_text(*truth),
                Data::DateTime(moment) => date_text(moment),
                other => other.to_string(),
            };
            if !filling.put(row + top as usize, column + side as usize, &text) {
                break;
            }
        }
        let sheet = filling.done();
        book.push(sheet);
    }
    Ok(book)
}

//! The vectors, and the forms in them.
// Each test uses its part; what is broken here is a broken test.
#![allow(dead_code, clippy::expect_used)]

use forms::xlsform::{Book, Form, read};
use serde_json::Value;

/// A file of `tests/vectors`.
pub fn vectors(name: &str) -> Value {
    let path = format!("{}/tests/vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the vectors");
    serde_json::from_str(&text).expect("JSON")
}

/// A book from sheets as arrays of rows.
pub fn book(sheets: &Value) -> Book {
    let mut texts = Vec::new();
    for name in ["survey", "choices", "settings", "external_choices"] {
        if let Some(rows) = sheets[name].as_array() {
            texts.push((name, csv(rows)));
        }
    }
    let named: Vec<(&str, &str)> = texts
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let mut book = Book::from_csv(&named).expect("sheets");
    if let Some(files) = sheets["files"].as_object() {
        for (name, rows) in files {
            book.attach(name, &csv(rows.as_array().expect("rows")))
                .expect("a table");
        }
    }
    book
}

fn csv(rows: &[Value]) -> String {
    let quoted = |cell: &Value| {
        format!(
            "\"{}\"",
            cell.as_str().expect("a text").replace('"', "\"\"")
        )
    };
    let line = |row: &Value| {
        row.as_array()
            .expect("a row")
            .iter()
            .map(quoted)
            .collect::<Vec<_>>()
            .join(",")
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The form in sheets as arrays of rows.
pub fn form(sheets: &Value) -> Form {
    match read(book(sheets)) {
        Ok(form) => form,
        Err(findings) => {
            let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
            panic!("refused: {}", told.join("\n"))
        }
    }
}

//! The first row of a sheet: which column holds what, and in which language.

use super::book::Sheet;

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    /// What it holds, under its one name.
    pub holds: String,
    /// In which language; empty where none is named.
    pub language: String,
    /// As it is written.
    pub written: String,
    /// Its number, from 0.
    pub at: usize,
}

const TRANSLATED: &[&str] = &[
    "label",
    "hint",
    "guidance_hint",
    "constraint_message",
    "required_message",
    "image",
    "audio",
    "video",
    "big-image",
];

const OTHER_NAMES: &[(&str, &str)] = &[
    ("caption", "label"),
    ("relevance", "relevant"),
    ("calculate", "calculation"),
    ("read_only", "readonly"),
    ("constraint-msg", "constraint_message"),
    ("constraining_message", "constraint_message"),
    ("constraintmsg", "constraint_message"),
    ("jr:constraintmsg", "constraint_message"),
    ("requiredmsg", "required_message"),
    ("jr:requiredmsg", "required_message"),
    ("guidance", "guidance_hint"),
    ("count", "repeat_count"),
    ("repeat-count", "repeat_count"),
    ("jr:count", "repeat_count"),
    ("command", "type"),
    ("tag", "name"),
    ("value", "name"),
    ("list-name", "list_name"),
    ("set_form_title", "form_title"),
    ("title", "form_title"),
    ("set_form_id", "form_id"),
    ("id_string", "form_id"),
];

/// The columns that its first row names.
pub(super) fn columns(sheet: &Sheet) -> Vec<Column> {
    let first = sheet.rows.first().map(Vec::as_slice).unwrap_or_default();
    first
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(at, cell)| column(cell, at))
        .collect()
}

fn column(cell: &str, at: usize) -> Column {
    let mut parts: Vec<&str> = cell.split("::").map(str::trim).collect();
    if parts.len() == 1
        && let Some((first, rest)) = cell.split_once(':')
        && (TRANSLATED.contains(&name(first).as_str())
            || ["media", "bind"].contains(&name(first).as_str()))
    {
        parts = vec![first.trim()];
        parts.extend(rest.split(':').map(str::trim));
    }
    let first = parts.first().map(|part| name(part)).unwrap_or_default();
    let second = parts.get(1).copied().unwrap_or_default();
    let (holds, rest) = match first.as_str() {
        "media" | "bind" | "control" | "body" if parts.len() > 1 => {
            let inner = name(second);
            let known = first == "media" || known_inner(&inner);
            (
                if known {
                    inner
                } else {
                    format!("{first}::{second}")
                },
                2,
            )
        }
        "sanad" => (format!("sanad::{}", second.to_lowercase()), 2),
        _ => (first, 1),
    };
    let translated = TRANSLATED.contains(&holds.as_str());
    let language = if translated {
        parts.get(rest..).unwrap_or_default().join("::")
    } else {
        String::new()
    };
    let holds = if translated || parts.len() <= rest {
        holds
    } else {
        cell.to_owned()
    };
    Column {
        holds,
        language,
        written: cell.to_owned(),
        at,
    }
}

fn known_inner(name: &str) -> bool {
    TRANSLATED.contains(&name)
        || [
            "relevant",
            "required",
            "constraint",
            "calculation",
            "readonly",
            "appearance",
            "repeat_count",
        ]
        .contains(&name)
}

/// The one name of a column, whatever its case, spaces and age.
fn name(written: &str) -> String {
    let lower: Vec<String> = written.split_whitespace().map(str::to_lowercase).collect();
    let lower = lower.join("_");
    OTHER_NAMES
        .iter()
        .find(|(other, _)| *other == lower)
        .map_or(lower, |(_, one)| (*one).to_owned())
}

//! Free text: one form of every letter, no characters that steer.
//!
//! Embeddings and overrides of direction (U+202A to U+202E) are refused: they can make a name read
//! as another. Isolates (U+2066 to U+2069) are taken out without a word, since pages of this very
//! program put them around names, and people copy from pages. Marks of direction (U+200E, U+200F,
//! U+061C) are ordinary in Arabic typing and stay. Markup is text like any other; what shows it
//! escapes it.

use unicode_normalization::UnicodeNormalization;

use crate::Problem;

/// One line: normalised (NFC), trimmed, without control characters.
///
/// # Errors
/// [`Problem::ControlCharacters`] and [`Problem::TooLong`].
pub fn clean_line(typed: &str, max: usize) -> Result<String, Problem> {
    clean(typed, max, |_| false)
}

/// Several lines: the same, with line breaks (as `\n`) and tabs allowed.
///
/// # Errors
/// [`Problem::ControlCharacters`] and [`Problem::TooLong`].
pub fn clean_text(typed: &str, max: usize) -> Result<String, Problem> {
    let typed = typed
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    clean(&typed, max, |c| c == '\n' || c == '\t')
}

fn clean(typed: &str, max: usize, allowed: fn(char) -> bool) -> Result<String, Problem> {
    if typed.chars().any(|c| steers(c) && !allowed(c)) {
        return Err(Problem::ControlCharacters);
    }
    let text: String = typed.chars().filter(|c| !is_isolate(*c)).nfc().collect();
    let text = text.trim();
    if text.chars().count() > max {
        return Err(Problem::TooLong { max });
    }
    Ok(text.to_owned())
}

fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2028}' | '\u{2029}')
}

fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

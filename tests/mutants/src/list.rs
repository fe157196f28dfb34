//! The list of mutants, as `cargo mutants --list --json` prints it.

use std::{path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// One mutant. Its number is its place in the list, from 1 on.
#[derive(Clone, Debug, Deserialize)]
pub struct Mutant {
    /// What cargo-mutants calls it: file, line, column, change, function.
    pub name: String,
    /// The file, from the root of the workspace.
    pub file: String,
    /// The text that is replaced.
    pub span: Span,
    /// What it is replaced with; nothing for what is deleted.
    pub replacement: String,
    /// What kind of change it is.
    pub genre: Genre,
}

/// Where a mutant stands, from the first to behind the last character.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Span {
    /// The first character.
    pub start: Place,
    /// The character behind the last one.
    pub end: Place,
}

/// A line and a column, both counted from 1, columns in characters.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// The kinds of cargo-mutants.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Genre {
    /// The body of a function becomes a value.
    FnValue,
    /// One operator becomes another.
    BinaryOperator,
    /// `!` or `-` is deleted.
    UnaryOperator,
    /// An arm is deleted where a catch-all arm is left.
    MatchArm,
    /// The guard of an arm becomes true or false.
    MatchArmGuard,
    /// A field is left to the base of a struct expression.
    StructField,
}

/// Asks cargo-mutants for the mutants of a package.
///
/// # Errors
/// When cargo-mutants is not installed, or cannot read the workspace.
pub fn of(root: &Path, package: &str) -> Result<Vec<Mutant>> {
    let out = Command::new("cargo")
        .args(["mutants", "--list", "--json", "--package", package])
        .current_dir(root)
        .output()?;
    ensure!(
        out.status.success(),
        "`cargo mutants --list` did not work; is it installed (`cargo install cargo-mutants`)?\n{}",
        String::from_utf8_lossy(&out.stderr)
    );
    serde_json::from_slice(&out.stdout).context("the list of cargo-mutants reads differently")
}

/// The byte where each line of a text begins.
pub struct Lines(Vec<usize>);

impl Lines {
    /// The lines of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(ends).collect())
    }

    /// The byte at a place of the text.
    #[must_use]
    pub fn byte(&self, text: &str, place: Place) -> usize {
        let begins = self.0[place.line - 1];
        let before = text[begins..].chars().take(place.column - 1);
        begins + before.map(char::len_utf8).sum::<usize>()
    }
}

/// The text with this one mutant in it, as cargo-mutants would write it.
#[must_use]
pub fn replaced(text: &str, mutant: &Mutant) -> String {
    let lines = Lines::of(text);
    let from = lines.byte(text, mutant.span.start);
    let to = lines.byte(text, mutant.span.end);
    format!("{}{}{}", &text[..from], mutant.replacement, &text[to..])
}

//! What came out, for each room.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::{list::Mutant, runs::Outcome};

/// One line for each mutant: outcome, number, name, separated by tabs.
#[must_use]
pub fn lines(mutants: &[Mutant], found: &BTreeMap<u32, Outcome>) -> String {
    let mut out = String::new();
    for (number, outcome) in found {
        let mutant = &mutants[*number as usize - 1];
        let _ = writeln!(out, "{outcome:?}\t{number}\t{}", mutant.name);
    }
    out
}

/// A table with a row for each room, and one for all.
#[must_use]
pub fn table(mutants: &[Mutant], found: &BTreeMap<u32, Outcome>) -> String {
    let mut rooms: BTreeMap<&str, BTreeMap<Outcome, usize>> = BTreeMap::new();
    for (number, outcome) in found {
        let room = room(&mutants[*number as usize - 1].file);
        for row in [room, "~"] {
            *rooms.entry(row).or_default().entry(*outcome).or_default() += 1;
        }
    }
    let mut out = String::from(
        "| where | mutants | do not compile | caught | did not end | missed | caught, in percent |\n|---|---|---|---|---|---|---|\n",
    );
    for (room, counts) in rooms {
        let count = |outcome| counts.get(&outcome).copied().unwrap_or(0);
        let (unviable, caught) = (count(Outcome::Unviable), count(Outcome::Caught));
        let all: usize = counts.values().sum();
        let _ = writeln!(
            out,
            "| {} | {all} | {unviable} | {caught} | {} | {} | {} |",
            if room == "~" { "**all**" } else { room },
            count(Outcome::Timeout),
            count(Outcome::Missed),
            percent(caught, all - unviable),
        );
    }
    out
}

/// The room that a file belongs to: `crates/casework/src/closure/gate.rs` is of `closure`.
#[must_use]
pub fn room(file: &str) -> &str {
    let within = file.split_once("/src/").map_or(file, |(_, within)| within);
    let first = within.split('/').next().unwrap_or(within);
    first.trim_end_matches(".rs")
}

// One decimal, cut off and not rounded: a floor is reached or it is not.
fn percent(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "-".into();
    }
    let tenths = part * 1000 / whole;
    format!("{}.{}", tenths / 10, tenths % 10)
}

//! Mutants that cannot be switched while the program runs, each in a build of its own.

use std::{collections::BTreeMap, fs, time::Duration};

use anyhow::Result;

use crate::{
    list::{Mutant, replaced},
    runs::{Bench, Outcome},
    workshop::Workshop,
};

/// Builds and tries each of these mutants.
///
/// # Errors
/// When cargo or a binary cannot be run.
pub fn try_each(
    workshop: &Workshop,
    mutants: &[(u32, &Mutant)],
    limit: Duration,
) -> Result<BTreeMap<u32, Outcome>> {
    let mut found = BTreeMap::new();
    for (place, (number, mutant)) in mutants.iter().enumerate() {
        let file = workshop.root.join(&mutant.file);
        let text = fs::read_to_string(&file)?;
        fs::write(&file, replaced(&text, mutant))?;
        let built = workshop.build()?;
        let outcome = match built {
            Err(_) => Outcome::Unviable,
            Ok(binaries) => Bench::plain(binaries, limit).try_all(0)?,
        };
        fs::write(&file, text)?;
        eprintln!(
            "alone {} of {}: {outcome:?} {}",
            place + 1,
            mutants.len(),
            mutant.name
        );
        found.insert(*number, outcome);
    }
    Ok(found)
}

//! `sanad bench linkage`: how many of the doubles in a labelled list are found, how many arrivals
//! are recognised at the door, and how long a look-up takes among many.

mod accuracy;
mod lookup;

use std::{collections::HashMap, path::PathBuf, process::ExitCode};

use anyhow::Context;
use clap::Args;

use crate::people::table::{self, Table};

/// Where the labelled list is and what is measured.
#[derive(Args)]
pub struct LinkageArgs {
    /// A folder with `records.csv` and `truth.csv`; all people in it are invented.
    #[arg(long)]
    pub set: PathBuf,
    /// Arrivals from this day on are looked up among those before them.
    #[arg(long, default_value = "2025-01-01")]
    pub since: String,
    /// Sizes of the register in which look-ups are timed.
    #[arg(long, value_delimiter = ',', default_values_t = [10_000, 100_000, 1_000_000])]
    pub sizes: Vec<usize>,
    /// Look-ups of each kind and size.
    #[arg(long, default_value_t = 300)]
    pub lookups: usize,
    /// Threads for the whole register.
    #[arg(long, default_value_t = 2)]
    pub threads: usize,
}

/// Measures and prints.
pub fn bench(args: &LinkageArgs) -> anyhow::Result<ExitCode> {
    let list = table::read(&args.set.join("records.csv"))?;
    let people = people(args, &list)?;
    accuracy::pairs(&list, &people, args.threads);
    accuracy::arrivals(&list, &people, &args.since);
    for size in &args.sizes {
        lookup::measure(&list, *size, args.lookups);
    }
    Ok(ExitCode::SUCCESS)
}

/// Which person each row is, in the order of the rows.
fn people(args: &LinkageArgs, list: &Table) -> anyhow::Result<Vec<String>> {
    let path = args.set.join("truth.csv");
    let mut reader = csv::Reader::from_path(&path)
        .with_context(|| format!("{} cannot be opened", path.display()))?;
    let mut known = HashMap::new();
    for row in reader.records() {
        let row = row.with_context(|| format!("{} cannot be read", path.display()))?;
        if let (Some(record), Some(person)) = (row.get(0), row.get(1)) {
            known.insert(record.to_owned(), person.to_owned());
        }
    }
    list.rows
        .iter()
        .map(|row| known.get(&row.id).cloned())
        .collect::<Option<_>>()
        .context("truth.csv does not say of every record who it is")
}

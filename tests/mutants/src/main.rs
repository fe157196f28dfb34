//! The command line; `README.md` tells how to use it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use clap::Parser;
use mutants::{
    alone,
    list::{self, Mutant},
    loom, report,
    runs::{Bench, Outcome},
    workshop::Workshop,
};

#[derive(Parser)]
#[command(about = "How many mutants of a package its tests catch")]
struct Cli {
    /// The packages, by name.
    #[arg(default_values = ["casework", "access"])]
    packages: Vec<String>,
    /// Only the mutants whose name contains this, for a quick second look.
    #[arg(long)]
    only: Option<String>,
    /// Only the mutants that the last run missed, by name: after adding tests.
    #[arg(long)]
    missed: bool,
}

fn main() -> Result<()> {
    let cli = Cli::parse();
    for package in &cli.packages {
        measure(&cli, package)?;
    }
    Ok(())
}

fn measure(cli: &Cli, package: &str) -> Result<()> {
    let here = std::env::current_dir()?;
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| here.join("target"), PathBuf::from);
    let scratch = target.join("mutants");
    fs::create_dir_all(&scratch)?;
    let kept = scratch.join(format!("{package}.tsv"));
    let mutants = chosen(cli, list::of(&here, package)?, &kept)?;
    let workshop = Workshop::furnish(&here, scratch.join("tree"), target, package)?;
    let cloth = loom::weave_all(&workshop, &mutants)?;
    eprintln!(
        "{package}: {} mutants, {} in one build",
        mutants.len(),
        cloth.woven.len()
    );
    let bench = Bench::set(cloth.binaries, &scratch)?;
    let mut found = bench.try_many(&cloth.woven)?;
    found.extend(
        cloth
            .refused
            .keys()
            .map(|number| (*number, Outcome::Unviable)),
    );
    let named = if cli.missed || cli.only.is_some() {
        kept.with_extension("part.tsv")
    } else {
        kept
    };
    // What is left takes longest: what is known by now can be read meanwhile.
    fs::write(&named, report::lines(&mutants, &found))?;
    let left: Vec<(u32, &Mutant)> = (1..)
        .zip(&mutants)
        .filter(|(number, _)| !found.contains_key(number))
        .collect();
    found.extend(alone::try_each(&workshop, &left, bench.limit)?);
    fs::write(&named, report::lines(&mutants, &found))?;
    println!(
        "{package}, one line for each mutant in {}\n",
        named.display()
    );
    println!("{}", report::table(&mutants, &found));
    Ok(())
}

fn chosen(cli: &Cli, all: Vec<Mutant>, kept: &Path) -> Result<Vec<Mutant>> {
    let missed: Option<BTreeSet<String>> = cli.missed.then(|| last_missed(kept)).transpose()?;
    let wanted = |mutant: &Mutant| {
        let named = cli
            .only
            .as_ref()
            .is_none_or(|part| mutant.name.contains(part));
        named
            && missed
                .as_ref()
                .is_none_or(|missed| missed.contains(&mutant.name))
    };
    Ok(all.into_iter().filter(wanted).collect())
}

fn last_missed(kept: &Path) -> Result<BTreeSet<String>> {
    let text = fs::read_to_string(kept).context("no run to take the missed ones from")?;
    let mut outcomes: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for line in text.lines() {
        let mut parts = line.splitn(3, '\t');
        if let (Some(outcome), Some(_), Some(name)) = (parts.next(), parts.next(), parts.next()) {
            outcomes.entry(outcome).or_default().insert(name.to_owned());
        }
    }
    Ok(outcomes.remove("Missed").unwrap_or_default())
}

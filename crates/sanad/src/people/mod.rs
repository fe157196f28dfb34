//! `sanad people`: work on lists of people outside the ledger. Nothing here is stored.

pub mod dedupe;
pub mod table;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};

/// What is done with a list of people.
#[derive(Args)]
pub struct PeopleArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Finds registrations that may be of one person, for people to decide on; decides nothing.
    Dedupe(DedupeArgs),
}

/// Where the people are and where the pairs go.
#[derive(Args)]
pub struct DedupeArgs {
    /// The list: a CSV file with a header (`record_id`, `given_names`, `family_name` and so on).
    #[arg(long = "in")]
    pub list: PathBuf,
    /// Where the pairs go: `record_id_a`, `record_id_b`, `score` (0 to 1) and the reasons.
    #[arg(long)]
    pub out: PathBuf,
    /// New arrivals to look up in the list, instead of the list against itself.
    #[arg(long = "match")]
    pub arrivals: Option<PathBuf>,
    /// Pairs at least this likely are written.
    #[arg(long, default_value_t = 0.5, value_parser = share)]
    pub at_least: f64,
    /// With `--match`: at most so many for each arrival, the likeliest first.
    #[arg(long, default_value_t = 10)]
    pub most: usize,
    /// Threads.
    #[arg(long, default_value_t = 2)]
    pub threads: usize,
    /// Judge with the weights that ship, without learning from the list.
    #[arg(long)]
    pub as_shipped: bool,
    /// The summary for another program.
    #[arg(long)]
    pub json: bool,
}

fn share(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err("a number from 0 to 1".into()),
    }
}

/// Does it.
pub fn people(args: &PeopleArgs) -> anyhow::Result<ExitCode> {
    match &args.what {
        What::Dedupe(args) => dedupe::dedupe(args),
    }
}

//! Fault proofs: the release binary over HTTP, struck while it works. Each proof has a control run
//! in which a switch breaks the promise on purpose; a control run must come out red.

mod chance;
mod cuts;
mod deeds;
mod desk;
mod erase;
mod full;
mod http;
mod hunt;
mod kills;
mod life;
mod readback;
mod secrecy;
mod server;
mod starts;
mod storm;
mod tally;
mod tamper;
mod writer;

use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Fault proofs of the release binary (SANAD_BIN, else target/release/sanad)")]
struct Cli {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// `kill -9` at random moments while four people write.
    Kills(Storm),
    /// Power cuts at random moments while four people write.
    Cuts(Storm),
    /// What people say and type stands nowhere in the clear.
    Secrecy,
    /// What is changed in the data folder shows.
    Tamper {
        /// How many changes, one at a time.
        #[arg(long)]
        changes: Option<u64>,
        /// Chance that can be had again.
        #[arg(long)]
        seed: Option<u64>,
    },
    /// A person who was erased is gone, from an old backup too.
    Erase {
        /// The control run: the keys stay, and the proof must show red.
        #[arg(long)]
        control: bool,
    },
    /// What stands in the way of a start is said, and nothing is lost.
    Starts,
}

/// How hard it blows.
#[derive(Args)]
pub struct Storm {
    /// How many blows.
    #[arg(long)]
    rounds: Option<u64>,
    /// Chance that can be had again.
    #[arg(long)]
    seed: Option<u64>,
    /// The control run: the promise is broken on purpose, and the proof must show red. Needs a
    /// binary built with `--features test-switches`.
    #[arg(long)]
    control: bool,
}

fn main() -> ExitCode {
    let done = match Cli::parse().what {
        What::Kills(args) => kills::prove(&args),
        What::Cuts(args) => cuts::prove(&args),
        What::Secrecy => secrecy::prove(),
        What::Tamper { changes, seed } => tamper::prove(changes, seed),
        What::Erase { control } => erase::prove(control),
        What::Starts => starts::prove(),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("faults: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

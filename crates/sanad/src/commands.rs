//! The command line.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand};

/// Protection case management for migrant centres.
#[derive(Parser)]
#[command(version, about, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Starts the program; an empty one asks for its first administrator in the browser.
    Serve(ServeArgs),
    /// Starts the program with the demonstration centre; all people in it are invented.
    Demo(ServeArgs),
    /// Checks seals, chains, heads and views; one line per finding.
    Verify(CheckArgs),
    /// Makes the views anew and says how long it took.
    Rebuild(CheckArgs),
    /// Writes two artefacts, the ledger without keys and the sealed keys.
    Backup(BackupArgs),
    /// Brings a backup back, without the people erased since.
    Restore(RestoreArgs),
    /// Moves the ledger from a file to PostgreSQL, or back; verifies both ends.
    Move(MoveArgs),
    /// Erases a person; two people are needed here too.
    Erase(EraseArgs),
    /// Looks after the keys.
    Keys(KeysArgs),
    /// Reads forms in spreadsheets (XLSForm), and answers them.
    Forms(crate::forms::FormsArgs),
    /// Works on lists of people outside the ledger: who may be registered twice.
    People(crate::people::PeopleArgs),
    /// Measures pages, searches and durable commands on invented cases, beside a raw ceiling.
    Bench(crate::bench::BenchArgs),
}

/// Where the data and the keys are.
#[derive(Args, Clone)]
pub struct Places {
    /// The data folder.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
    /// The keys folder; by default the data folder's name with `.keys`. Best on another device.
    #[arg(long)]
    pub keys: Option<PathBuf>,
    /// A PostgreSQL database instead of a file in the data folder:
    /// postgres://name@host/database?sslrootcert=ca.pem&passwordfile=secret
    #[arg(long)]
    pub database: Option<ledger::Address>,
}

#[derive(Args)]
pub struct ServeArgs {
    #[command(flatten)]
    pub places: Places,
    /// Where to listen. Off this machine itself the program refuses plain HTTP.
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The centre's standard operating procedure; by default the one built in.
    #[arg(long)]
    pub sop: Option<PathBuf>,
}

#[derive(Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub places: Places,
    /// For another program to read.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct BackupArgs {
    #[command(flatten)]
    pub places: Places,
    /// The folder for the two artefacts.
    #[arg(long)]
    pub to: PathBuf,
}

#[derive(Args)]
pub struct RestoreArgs {
    #[command(flatten)]
    pub places: Places,
    /// The ledger's artefact.
    #[arg(long)]
    pub ledger: PathBuf,
    /// The keys' artefact.
    #[arg(long)]
    pub keys_backup: PathBuf,
    /// The list of erased files; by default `erasures` in the keys folder.
    #[arg(long)]
    pub erasures: Option<PathBuf>,
}

#[derive(Args)]
pub struct MoveArgs {
    /// Where the ledger is: a data folder, or postgres://…
    #[arg(long)]
    pub from: Place,
    /// Where it goes: a data folder, or postgres://…
    #[arg(long)]
    pub to: Place,
    /// The keys folder, which stays where it is; by default the one beside the data folder named first.
    #[arg(long)]
    pub keys: Option<PathBuf>,
}

/// A data folder, or the address of a database.
#[derive(Clone)]
pub enum Place {
    Folder(PathBuf),
    Database(Box<ledger::Address>),
}

impl std::str::FromStr for Place {
    type Err = ledger::Failure;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if ledger::Address::is_one(text) {
            Ok(Self::Database(Box::new(text.parse()?)))
        } else {
            Ok(Self::Folder(text.into()))
        }
    }
}

#[derive(Args)]
pub struct EraseArgs {
    #[command(flatten)]
    pub places: Places,
    /// The person's code.
    #[arg(long)]
    pub person: String,
    /// Why; the text names nobody.
    #[arg(long)]
    pub reason: String,
    /// Who proposes: a data protection focal point's account.
    #[arg(long)]
    pub proposer: String,
    /// Who confirms: a supervisor's account.
    #[arg(long)]
    pub confirmer: String,
}

#[derive(Args)]
pub struct KeysArgs {
    #[command(flatten)]
    pub places: Places,
    #[command(subcommand)]
    pub what: KeysWhat,
}

#[derive(Subcommand)]
pub enum KeysWhat {
    /// A new epoch: living keys are wrapped again, the old epoch key is destroyed, and what was
    /// erased goes dark in every old backup.
    Renew,
}

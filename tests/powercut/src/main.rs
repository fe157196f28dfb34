//! `powercut mount` and `powercut tell`: the filesystem as a program of its own.
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A filesystem that loses, on command, every byte that was not fsynced.
#[derive(Debug, Parser)]
struct Args {
    #[command(subcommand)]
    work: Work,
}

#[derive(Debug, Subcommand)]
enum Work {
    /// Mount, and answer commands until told to stop.
    Mount {
        /// Directory that holds what is durable.
        #[arg(long)]
        backing: PathBuf,
        /// Directory to mount at, apart from the backing one.
        #[arg(long)]
        at: PathBuf,
        /// Unix socket for commands.
        #[arg(long)]
        control: PathBuf,
    },
    /// Send a command to a running mount: cut, stats, full N|off, readonly [off], stop.
    Tell {
        /// The mount's socket.
        #[arg(long)]
        control: PathBuf,
        /// The command.
        #[arg(required = true)]
        command: Vec<String>,
    },
}

fn main() -> anyhow::Result<ExitCode> {
    match Args::parse().work {
        Work::Mount {
            backing,
            at,
            control,
        } => {
            let mount = powercut::Mount::start(&backing, &at)?;
            println!("mounted at {}", mount.at().display());
            powercut::serve(mount, &control)?;
        }
        Work::Tell { control, command } => {
            let answer = powercut::tell(&control, &command.join(" "))?;
            println!("{answer}");
            if answer.starts_with("error") {
                return Ok(ExitCode::FAILURE);
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

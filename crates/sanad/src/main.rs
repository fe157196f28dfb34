//! `sanad`: the program, its demonstration, and what an engineer needs to look after it.
//! Exit codes: 0 done, 1 a finding or a refusal, 2 wrong use.

mod bench;
mod commands;
mod demo;
mod dirs;
mod erase;
mod forms;
mod keep;
mod moving;
mod people;
mod serve;
mod verify;

use std::process::ExitCode;

use clap::Parser;

use commands::{Cli, Command};

fn main() -> ExitCode {
    silence_panics();
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Serve(args) => serve::serve(&args, false),
        Command::Demo(args) => serve::serve(&args, true),
        Command::Verify(args) => verify::verify(&args),
        Command::Rebuild(args) => verify::rebuild(&args),
        Command::Backup(args) => keep::backup(&args),
        Command::Restore(args) => keep::restore(&args),
        Command::Move(args) => moving::move_ledger(&args),
        Command::Erase(args) => erase::erase(&args),
        Command::Keys(args) => keep::keys(&args),
        Command::Forms(args) => forms::forms(&args),
        Command::People(args) => people::people(&args),
        Command::Bench(args) => bench::bench(&args),
    };
    match done {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("sanad: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

/// A panic's message may quote what somebody typed: only its place is printed.
fn silence_panics() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        eprintln!("sanad: internal fault at {place}");
    }));
}

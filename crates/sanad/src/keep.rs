//! `backup`, `restore`, `keys`: what keeps a centre from losing its work, or its secrets.

use std::process::ExitCode;

use crate::{
    commands::{BackupArgs, KeysArgs, KeysWhat, RestoreArgs},
    dirs::{self, now},
};

/// Writes both artefacts, also while the program runs.
pub fn backup(args: &BackupArgs) -> anyhow::Result<ExitCode> {
    let made = ledger::backup::backup(&dirs::dirs(&args.places), &args.to, now())?;
    println!("ledger  {}", made.ledger.display());
    println!(
        "keys    {}  (keep it elsewhere, and only the newest)",
        made.keys.display()
    );
    println!(
        "head {} covers {} rows; print or mail it:\n{}",
        made.head.number, made.head.size, made.head.note
    );
    Ok(ExitCode::SUCCESS)
}

/// Brings a backup back, without the people erased since it was made.
pub fn restore(args: &RestoreArgs) -> anyhow::Result<ExitCode> {
    let into = dirs::dirs(&args.places);
    let erasures = args.erasures.clone().unwrap_or_else(|| into.erasures());
    let done = ledger::backup::restore(&args.ledger, &args.keys_backup, &erasures, &into, now())?;
    println!(
        "restored from head {}; {} keys stay gone",
        done.from.number, done.keys_gone
    );
    if done.last_known.number > done.from.number {
        println!(
            "lost: what was written between head {} and head {}",
            done.from.number, done.last_known.number
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Looks after the keys.
pub fn keys(args: &KeysArgs) -> anyhow::Result<ExitCode> {
    match args.what {
        KeysWhat::Renew => {
            ledger::epochs::renew(&dirs::dirs(&args.places), now())?;
            println!("a new epoch has begun; what was erased is dark in every copy made before");
        }
    }
    Ok(ExitCode::SUCCESS)
}

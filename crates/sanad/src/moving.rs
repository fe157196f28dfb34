//! `move`: from a file to PostgreSQL, and back.

use std::{io::Write, process::ExitCode};

use anyhow::bail;
use ledger::{Dirs, moving::Step};

use crate::{
    commands::{MoveArgs, Place},
    dirs::now,
};

/// Moves the ledger and says how far it is.
pub fn move_ledger(args: &MoveArgs) -> anyhow::Result<ExitCode> {
    let (from, to) = ends(args)?;
    let done = ledger::moving::move_ledger(&from, &to, now(), &mut tell)?;
    println!(
        "moved {} rows of the log, {} events; both ends were verified",
        done.log_rows, done.events
    );
    println!(
        "the ledger goes on with head {} in the new place; the old one, which ends at head {}, refuses to open:\n{}",
        done.head.number, done.from.number, done.head.note
    );
    Ok(ExitCode::SUCCESS)
}

fn ends(args: &MoveArgs) -> anyhow::Result<(Dirs, Dirs)> {
    let folder = [&args.from, &args.to]
        .into_iter()
        .find_map(|place| match place {
            Place::Folder(folder) => Some(folder),
            Place::Database(_) => None,
        });
    let Some(folder) = folder.or(args.keys.as_ref()) else {
        bail!("say where the keys are: --keys");
    };
    let beside = Dirs::beside(folder);
    let keys = args.keys.clone().unwrap_or(beside.keys);
    let end = |place: &Place| match place {
        Place::Folder(data) => Dirs {
            data: data.clone(),
            keys: keys.clone(),
            database: None,
        },
        // Only for the lock beside it; nothing of a ledger in a database lies there.
        Place::Database(address) => Dirs {
            data: beside.data.clone(),
            keys: keys.clone(),
            database: Some((**address).clone()),
        },
    };
    Ok((end(&args.from), end(&args.to)))
}

/// One line that is written over.
fn tell(step: Step) {
    let words = match step {
        Step::CheckingSource => "verifying what is there".to_owned(),
        Step::Copying(done, all) => format!("copying: {} %", done * 100 / all.max(1)),
        Step::CheckingTarget => "verifying what was written".to_owned(),
    };
    let mut out = std::io::stderr();
    // Nobody may be reading it.
    let _ = write!(out, "\r{words:<40}");
    if step == Step::CheckingTarget {
        let _ = writeln!(out);
    }
}

//! Folders, the clock, the procedure: what every command starts from.

use std::{path::Path, sync::Arc};

use anyhow::Context;
use casebook::{Casebook, Clock, SystemClock};
use casework::Sop;
use jiff::Timestamp;
use ledger::{Dirs, SealedLedger};

use crate::commands::Places;

/// The procedure that is built in.
const DEFAULT_SOP: &str = include_str!("../../../practice/sop/default.toml");

/// The two folders.
pub fn dirs(places: &Places) -> Dirs {
    let beside = Dirs::beside(&places.data);
    Dirs {
        keys: places.keys.clone().unwrap_or(beside.keys),
        data: beside.data,
        database: places.database.clone(),
    }
}

/// Now: the command line is an edge too.
pub fn now() -> Timestamp {
    SystemClock.now()
}

/// The procedure, from a file or built in.
pub fn sop(path: Option<&Path>) -> anyhow::Result<Sop> {
    let text = match path {
        Some(path) => std::fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?,
        None => DEFAULT_SOP.to_owned(),
    };
    Ok(Sop::from_toml(&text)?)
}

/// The casebook over a ledger that exists already.
pub fn open(places: &Places) -> anyhow::Result<Casebook> {
    let ledger = SealedLedger::open_existing(&dirs(places))?;
    Ok(Casebook::open(
        Arc::new(ledger),
        sop(None)?,
        Arc::new(SystemClock),
    )?)
}

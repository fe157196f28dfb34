//! The demonstration centre: a border town, every role, invented people with a past of fourteen
//! months, all made by commands through the rules (`domain.md` section 9).
//!
//! People and words stand in `demo/*.toml`, their lives in `course.rs` and `ends.rs`, those with a
//! history of their own in `stories.rs`, `family.rs` and `situations.rs`. To add somebody: a line
//! in `people.toml`; `tests.rs` counts them.

mod anew;
mod assessment;
mod course;
mod ends;
mod family;
mod lidia;
mod picture;
mod plan;
mod play;
mod rhythm;
mod script;
mod situations;
mod staff;
mod stories;
#[cfg(test)]
mod tests;
mod today;
mod town;
mod words;

use std::{cell::Cell, path::Path, sync::Arc};

use anyhow::Context;
use casebook::{Casebook, Clock, SystemClock};
use casework::Sop;
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ledger::Ledger;
use serde_json::json;

use script::{Scene, Script};
use staff::Staff;

pub use anew::{clear, clear_unfinished, may_begin_anew};
pub use staff::PASSWORD;

/// Printed when the demonstration starts.
pub const GREETING: &str = "The demonstration centre: everybody in it is invented. Accounts stand in demo-accounts.json in the data folder.";

/// Where the accounts are written down.
const ACCOUNTS: &str = "demo-accounts.json";

/// How long the demonstration's past is.
const PAST_DAYS: i64 = 440;

thread_local! {
    static TURNED_TO: Cell<i64> = const { Cell::new(0) };
}

/// A clock that the demonstration turns, so that its past has its own times. Each thread that
/// tells of the past turns its own hands.
pub struct Turned;

impl Turned {
    fn to(at: Timestamp) {
        TURNED_TO.set(at.as_second());
    }
}

impl Clock for Turned {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(TURNED_TO.get()).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// Builds the demonstration in an empty ledger; leaves one that holds anything as it is.
pub fn build(ledger: &Arc<dyn Ledger>, sop: &Sop, data: &Path) -> anyhow::Result<()> {
    let today = SystemClock.now();
    Turned::to(today - SignedDuration::from_hours(24 * PAST_DAYS));
    let book = Casebook::open(Arc::clone(ledger), sop.clone(), Arc::new(Turned))?;
    if !book.is_new() {
        return Ok(());
    }
    anew::mark(data)?;
    let staff = Staff::named(book.now())?;
    staff.begin(&book)?;
    let scene = Scene::new(today, &staff, zone(sop)?)?;
    let script = told(&scene)?;
    std::thread::scope(|together| {
        let doors = together.spawn(|| staff.open_accounts(&book));
        play::play(&book, &staff, script)?;
        doors
            .join()
            .map_err(|_| anyhow::anyhow!("the accounts could not be opened"))?
    })?;
    today::roster(&book, &staff, &scene)?;
    write_accounts(data, &staff)?;
    anew::finished(data)
}

fn zone(sop: &Sop) -> anyhow::Result<TimeZone> {
    Ok(TimeZone::get(&sop.time_zone)?)
}

/// Everything that happens, in the order in which it happened.
fn told(scene: &Scene) -> anyhow::Result<Script> {
    let mut script = Script::default();
    course::everybody(scene, &mut script)?;
    stories::tell(scene, &mut script)?;
    family::tell(scene, &mut script)?;
    situations::tell(scene, &mut script)?;
    town::tell(scene, &mut script)?;
    Ok(script.in_order())
}

fn write_accounts(data: &Path, staff: &Staff) -> anyhow::Result<()> {
    let rows: Vec<_> = staff
        .members
        .iter()
        .map(|member| json!({"username": member.username, "password": PASSWORD, "role": member.role, "centre": member.centre}))
        .collect();
    let path = data.join(ACCOUNTS);
    std::fs::write(&path, serde_json::to_string_pretty(&rows)?)
        .with_context(|| format!("{} cannot be written", path.display()))
}

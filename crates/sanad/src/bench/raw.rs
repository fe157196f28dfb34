//! The ceiling: a bare durable insert of as many bytes as a small command writes.

use std::{path::Path, time::Instant};

use rusqlite::Connection;

/// A note with its look and its seal takes about so many bytes.
const BYTES: usize = 700;
const INSERTS: u32 = 400;

/// Durable inserts per second, one transaction each, from one thread.
pub fn inserts(path: &Path) -> anyhow::Result<f64> {
    let db = Connection::open(path)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    // A run that was cut short leaves its table behind.
    db.execute_batch(
        "DROP TABLE IF EXISTS raw;
         CREATE TABLE raw (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
    )?;
    let mut insert = db.prepare("INSERT INTO raw (bytes) VALUES (?1)")?;
    let bytes = vec![0x5a_u8; BYTES];
    let begun = Instant::now();
    for _ in 0..INSERTS {
        insert.execute([&bytes])?;
    }
    Ok(f64::from(INSERTS) / begun.elapsed().as_secs_f64())
}

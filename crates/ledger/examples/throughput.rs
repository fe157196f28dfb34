//! Measures the ledger on this machine: `cargo run --release -p ledger --example throughput [EVENTS]`.
//!
//! Appends from one and from 32 threads beside the raw ceiling (one synced write of the same size at
//! a time), then reads, scans and verifies what is there.
#![allow(clippy::print_stdout, reason = "a measurement is for reading")]

use std::error::Error;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use ledger::verify::verify;
use ledger::{Append, Dirs, FileAppend, Id, Ledger, SealedLedger};

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

const FOR: Duration = Duration::from_secs(4);

fn main() -> Outcome<()> {
    let wanted: usize = std::env::args()
        .nth(1)
        .map_or(Ok(100_000), |text| text.parse())?;
    let folder = tempfile::tempdir_in(".")?;
    println!("synced raw writes: {:.0}/s", raw_ceiling(folder.path())?);
    let dirs = Dirs::beside(folder.path().join("data"));
    let ledger = SealedLedger::open(&dirs)?;
    for threads in [1, 32] {
        let done = append_from(&ledger, threads)?;
        println!(
            "appends from {threads} threads: {:.0}/s",
            done as f64 / FOR.as_secs_f64()
        );
    }
    fill(&ledger, wanted)?;
    measure_reading(&ledger)?;
    drop(ledger);
    let start = Instant::now();
    let report = verify(&dirs)?;
    println!(
        "verified {} events, {} log rows: {:?}",
        report.events,
        report.log_rows,
        start.elapsed()
    );
    println!("findings: {}", report.findings.len());
    println!(
        "bytes per event: {}",
        std::fs::metadata(dirs.ledger())?.len() / report.events.max(1)
    );
    let start = Instant::now();
    drop(SealedLedger::open(&dirs)?);
    println!("opened and closed: {:?}", start.elapsed());
    Ok(())
}

fn raw_ceiling(folder: &Path) -> Outcome<f64> {
    let mut file = File::create(folder.join("raw"))?;
    let (start, mut writes) = (Instant::now(), 0);
    while start.elapsed() < FOR / 2 {
        file.write_all(&[1; 4096])?;
        file.sync_data()?;
        writes += 1;
    }
    Ok(f64::from(writes) / (FOR / 2).as_secs_f64())
}

/// One command with one event of usual size.
fn command(file: Id, expected: u64, events: usize) -> Outcome<Append> {
    let events = vec![vec![b'x'; 150]; events];
    Ok(Append {
        at: Timestamp::UNIX_EPOCH,
        command: Id::random()?,
        outcome: vec![],
        files: vec![FileAppend {
            file,
            expected,
            events,
        }],
        claims: vec![],
        release: vec![],
    })
}

fn append_from(ledger: &SealedLedger, threads: usize) -> Outcome<u64> {
    let one = || -> Outcome<u64> {
        let (start, file, mut done) = (Instant::now(), Id::random()?, 0);
        while start.elapsed() < FOR {
            ledger.append(command(file, done, 1)?)?;
            done += 1;
        }
        Ok(done)
    };
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..threads).map(|_| scope.spawn(one)).collect();
        hands
            .into_iter()
            .map(|hand| {
                hand.join()
                    .unwrap_or_else(|_| Err("a thread panicked".into()))
            })
            .sum()
    })
}

/// Files of 20 events, until there are as many as wanted.
fn fill(ledger: &SealedLedger, wanted: usize) -> Outcome<()> {
    let start = Instant::now();
    std::thread::scope(|scope| {
        let fill = || -> Outcome<()> {
            (0..wanted / 640).try_for_each(|_| {
                ledger.append(command(Id::random()?, 0, 20)?)?;
                Ok(())
            })
        };
        let hands: Vec<_> = (0..32).map(|_| scope.spawn(fill)).collect();
        hands.into_iter().try_for_each(|hand| {
            hand.join()
                .unwrap_or_else(|_| Err("a thread panicked".into()))
        })
    })?;
    println!(
        "events in commands of 20 from 32 threads: {:.0}/s",
        wanted as f64 / start.elapsed().as_secs_f64()
    );
    Ok(())
}

fn measure_reading(ledger: &SealedLedger) -> Outcome<()> {
    let (start, mut after, mut events, mut file) = (Instant::now(), 0, 0, None);
    loop {
        let entries = ledger.scan(after, 5000)?;
        let Some(last) = entries.last() else { break };
        (after, events, file) = (last.position, events + entries.len(), Some(last.file));
    }
    println!(
        "scan: {:.0} events/s",
        events as f64 / start.elapsed().as_secs_f64()
    );
    let Some(file) = file else { return Ok(()) };
    let start = Instant::now();
    for _ in 0..1000 {
        ledger.read(file)?;
    }
    println!("read of a file of 20 events: {:?}", start.elapsed() / 1000);
    Ok(())
}

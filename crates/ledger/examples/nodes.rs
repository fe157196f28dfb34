//! Measures nodes on one PostgreSQL beside `pgbench` with a bare durable insert, in turns:
//! `cargo run --release -p ledger --example nodes -- ADDRESS BARE [THREADS]`.
//!
//! ADDRESS is an empty schema for the ledger. BARE is what `pgbench` is given, in one word: `host port
//! user database` separated by commas. `pgbench` has the same number of clients, and inserts a row as
//! large as a sealed event.
#![allow(clippy::print_stdout, reason = "a measurement is for reading")]

use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use ledger::{Append, Dirs, FileAppend, Id, Ledger, SealedLedger};

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

const FOR: Duration = Duration::from_secs(5);

fn main() -> Outcome<()> {
    let mut given = std::env::args().skip(1);
    let address: ledger::Address = given.next().ok_or("no address")?.parse()?;
    let bare = given.next().ok_or("nothing for pgbench")?;
    let threads: usize = given.next().map_or(Ok(32), |text| text.parse())?;
    let folder = tempfile::tempdir()?;
    let dirs = |name: &str| Dirs {
        data: folder.path().join(name),
        keys: folder.path().join("keys"),
        database: Some(address.clone()),
    };
    let nodes = ["one", "two", "three"]
        .map(|name| SealedLedger::open(&dirs(name)))
        .into_iter()
        .collect::<Result<Vec<_>, _>>()?;
    for round in 1..=3 {
        let ceiling = pgbench(folder.path(), &bare, threads)?;
        println!("round {round}: pgbench {ceiling:.0}/s with {threads} clients");
        for count in 1..=nodes.len() {
            let (done, heard) = append_from(&nodes[..count], threads)?;
            let rate = done as f64 / FOR.as_secs_f64();
            println!(
                "  {count} nodes: {rate:.0}/s, {:.2} of pgbench; another node heard after p50 {:?}, p95 {:?}",
                rate / ceiling,
                heard.0,
                heard.1
            );
        }
    }
    Ok(())
}

fn pgbench(folder: &Path, bare: &str, clients: usize) -> Outcome<f64> {
    let script = folder.join("insert.sql");
    std::fs::write(
        &script,
        "INSERT INTO bare(file, seq, recorded_at, sealed, hash) VALUES (decode(md5(random()::text), 'hex'), 1, 1, \
         decode(repeat('ab', 232), 'hex'), decode(repeat('cd', 32), 'hex'));\n",
    )?;
    let [host, port, user, database] = bare.split(',').collect::<Vec<_>>()[..] else {
        return Err("host,port,user,database".into());
    };
    let place = ["-h", host, "-p", port, "-U", user];
    let table = "CREATE TABLE IF NOT EXISTS bare(position BIGSERIAL PRIMARY KEY, file BYTEA NOT NULL, \
         seq BIGINT NOT NULL, recorded_at BIGINT NOT NULL, sealed BYTEA NOT NULL, hash BYTEA NOT NULL, UNIQUE(file, seq))";
    Command::new("psql")
        .args(place)
        .args(["-q", "-d", database, "-c", table])
        .status()?;
    let clients = clients.to_string();
    let seconds = FOR.as_secs().to_string();
    let said = Command::new("pgbench")
        .args(place)
        .args([
            "-n", "-M", "prepared", "-j", "2", "-c", &clients, "-T", &seconds, "-f",
        ])
        .arg(&script)
        .arg(database)
        .output()?;
    let words = String::from_utf8_lossy(&said.stdout).into_owned();
    let rate = words
        .lines()
        .find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
    rate.ok_or_else(|| words.into())
}

/// Appends of one event from all threads, spread over the nodes; and how long the last node took to
/// hear of what the first one wrote.
fn append_from(nodes: &[SealedLedger], threads: usize) -> Outcome<(u64, (Duration, Duration))> {
    let over = AtomicBool::new(false);
    let one = |node: &SealedLedger| -> Outcome<u64> {
        let (file, mut done) = (Id::random()?, 0);
        while !over.load(Ordering::Relaxed) {
            node.append(command(file, done)?)?;
            done += 1;
        }
        Ok(done)
    };
    let hears = || -> Outcome<Vec<Duration>> {
        let (mut heard, start) = (vec![], Instant::now());
        while start.elapsed() < FOR {
            let position = nodes[0].append(command(Id::random()?, 0)?)?.position;
            let since = Instant::now();
            nodes[nodes.len() - 1].beyond(position - 1, Duration::from_secs(9));
            heard.push(since.elapsed());
            std::thread::sleep(Duration::from_millis(20));
        }
        over.store(true, Ordering::Relaxed);
        heard.sort();
        Ok(heard)
    };
    std::thread::scope(|scope| {
        let one = &one;
        let writers: Vec<_> = (0..threads)
            .map(|hand| scope.spawn(move || one(&nodes[hand % nodes.len()])))
            .collect();
        let heard = hears()?;
        let mut done = 0;
        for writer in writers {
            done += writer
                .join()
                .unwrap_or_else(|_| Err("a thread panicked".into()))?;
        }
        let at = |part: usize| heard[(heard.len() * part / 100).min(heard.len() - 1)];
        Ok((done, (at(50), at(95))))
    })
}

fn command(file: Id, expected: u64) -> Outcome<Append> {
    Ok(Append {
        at: Timestamp::UNIX_EPOCH,
        command: Id::random()?,
        outcome: vec![],
        files: vec![FileAppend {
            file,
            expected,
            events: vec![vec![b'x'; 150]],
        }],
        claims: vec![],
        release: vec![],
    })
}

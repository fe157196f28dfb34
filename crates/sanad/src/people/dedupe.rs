//! `sanad people dedupe`: pairs that may be one person, each with its reasons.

use std::{
    fs::File,
    io::IsTerminal,
    path::Path,
    process::ExitCode,
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant,
};

use anyhow::Context;
use linkage::{Index, Scratch, em, explain::explain, pattern::Pattern, priors, register};
use serde::Serialize;

use super::{
    DedupeArgs,
    table::{self, Table},
};

/// What was done, in numbers.
#[derive(Serialize)]
struct Summary {
    people: usize,
    arrivals: Option<usize>,
    faults: usize,
    pairs: usize,
    seconds: f64,
    index_bytes: usize,
}

/// Wrong use ends in 2 like every wrong flag; faults in the list in 1 after the good rows are done.
pub fn dedupe(args: &DedupeArgs) -> anyhow::Result<ExitCode> {
    let begun = Instant::now();
    let list = match table::read(&args.list) {
        Ok(list) => list,
        Err(problem) => return Ok(wrong_use(&problem)),
    };
    let arrivals = match args.arrivals.as_deref().map(table::read).transpose() {
        Ok(arrivals) => arrivals,
        Err(problem) => return Ok(wrong_use(&problem)),
    };
    let mut faults = told(&args.list, &list);
    if let (Some(path), Some(arrivals)) = (&args.arrivals, &arrivals) {
        faults += told(path, arrivals);
    }
    let index = index(&list, args.as_shipped);
    let mut out = csv::Writer::from_path(&args.out)
        .with_context(|| format!("{} cannot be written", args.out.display()))?;
    out.write_record(["record_id_a", "record_id_b", "score", "reasons"])?;
    let pairs = match &arrivals {
        None => itself(&index, &list, args, &mut out)?,
        Some(arrivals) => others(&index, &list, arrivals, args, &mut out)?,
    };
    out.flush()
        .with_context(|| format!("{} cannot be written", args.out.display()))?;
    let summary = Summary {
        people: list.rows.len(),
        arrivals: arrivals.map(|table| table.rows.len()),
        faults,
        pairs,
        seconds: begun.elapsed().as_secs_f64(),
        index_bytes: index.bytes(),
    };
    say(&summary, args.json)?;
    Ok(if faults > 0 {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

fn wrong_use(problem: &anyhow::Error) -> ExitCode {
    eprintln!("sanad: {problem:#}");
    ExitCode::from(2)
}

/// Tells every fault and gives their number.
fn told(path: &Path, table: &Table) -> usize {
    for fault in &table.faults {
        eprintln!("{}: {fault}", path.display());
    }
    table.faults.len()
}

/// Everybody, and weights learned from them.
pub fn index(list: &Table, as_shipped: bool) -> Index {
    let mut index = Index::default();
    for row in &list.rows {
        index.add(&row.person);
    }
    if !as_shipped {
        index.model = em::estimate(&index, &priors::shipped(), em::Effort::default());
    }
    index
}

fn itself(
    index: &Index,
    list: &Table,
    args: &DedupeArgs,
    out: &mut csv::Writer<File>,
) -> anyhow::Result<usize> {
    let progress = Progress::new(index.len());
    let pairs = register::pairs(index, args.threads, &|done| progress.at(done));
    progress.end();
    let mut written = 0;
    for pair in pairs
        .iter()
        .take_while(|pair| pair.likelihood() >= args.at_least)
    {
        let (one, other) = (
            &list.rows[pair.one as usize].id,
            &list.rows[pair.other as usize].id,
        );
        write(out, index, [one, other], pair.likelihood(), &pair.pattern)?;
        written += 1;
    }
    Ok(written)
}

fn others(
    index: &Index,
    list: &Table,
    arrivals: &Table,
    args: &DedupeArgs,
    out: &mut csv::Writer<File>,
) -> anyhow::Result<usize> {
    let progress = Progress::new(arrivals.rows.len());
    let mut scratch = Scratch::default();
    let mut written = 0;
    for (at, row) in arrivals.rows.iter().enumerate() {
        progress.at(at);
        for found in index.candidates(&row.person, args.most, &mut scratch) {
            if found.likelihood() >= args.at_least {
                let known = &list.rows[found.number as usize].id;
                write(
                    out,
                    index,
                    [&row.id, known],
                    found.likelihood(),
                    &found.pattern,
                )?;
                written += 1;
            }
        }
    }
    progress.end();
    Ok(written)
}

fn write(
    out: &mut csv::Writer<File>,
    index: &Index,
    [one, other]: [&String; 2],
    likelihood: f64,
    pattern: &Pattern,
) -> anyhow::Result<()> {
    let reasons: Vec<String> = explain(&index.model, pattern)
        .iter()
        .map(|finding| {
            format!(
                "{}{}",
                if finding.weight < 0.0 { "-" } else { "+" },
                finding.reason.code()
            )
        })
        .collect();
    out.write_record([one, other, &format!("{likelihood:.4}"), &reasons.join(" ")])?;
    Ok(())
}

fn say(summary: &Summary, json: bool) -> anyhow::Result<()> {
    if json {
        println!("{}", serde_json::to_string(summary)?);
        return Ok(());
    }
    let new = summary
        .arrivals
        .map_or(String::new(), |count| format!(", {count} arrivals"));
    println!(
        "{} people{new}, {} pairs to look at, {} faults in the list, {:.1} s, index {} MB",
        summary.people,
        summary.pairs,
        summary.faults,
        summary.seconds,
        summary.index_bytes >> 20
    );
    Ok(())
}

/// One line that moves, where somebody watches.
struct Progress {
    all: usize,
    watched: bool,
    told: AtomicUsize,
}

impl Progress {
    fn new(all: usize) -> Self {
        Self {
            all,
            watched: std::io::stderr().is_terminal(),
            told: AtomicUsize::new(0),
        }
    }

    fn at(&self, done: usize) {
        let percent = done * 100 / self.all.max(1);
        if self.watched && self.told.fetch_max(percent, Ordering::Relaxed) < percent {
            eprint!("\r{percent} %");
        }
    }

    fn end(&self) {
        if self.watched {
            eprint!("\r     \r");
        }
    }
}

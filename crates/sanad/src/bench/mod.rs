//! `sanad bench`: what a page, a search and a durable command cost, at several sizes, in one run
//! with the raw ceiling of the same machine. It drives the program itself over HTTP with everything
//! on: looks recorded, events sealed, pages compressed.

mod browser;
mod figures;
mod linkage;
mod population;
mod process;
mod raw;
mod work;

use std::{path::Path, process::ExitCode};

use anyhow::Context;
use clap::{Args, Subcommand};

use figures::{Report, Size};
use process::Program;

/// How the benchmark runs.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct BenchArgs {
    #[command(subcommand)]
    pub what: Option<What>,
    /// How many cases, one run for each number.
    #[arg(long, value_delimiter = ',', default_values_t = [1_000, 10_000, 100_000])]
    pub cases: Vec<usize>,
    /// Requests of each kind.
    #[arg(long, default_value_t = 400)]
    pub requests: usize,
    /// Where to build; the folder must be absent and is removed at the end.
    #[arg(long, default_value = "bench")]
    pub at: std::path::PathBuf,
    /// A folder whose population is measured as it is, made when it is absent and kept at the end.
    /// For one size.
    #[arg(long)]
    pub keep: Option<std::path::PathBuf>,
    /// Also write the figures here, for another program.
    #[arg(long)]
    pub json: Option<std::path::PathBuf>,
}

/// What else is measured.
#[derive(Subcommand)]
pub enum What {
    /// How well registrations of one person are found, on a labelled list of invented people.
    Linkage(linkage::LinkageArgs),
}

/// Runs every size and prints the table.
pub fn bench(args: &BenchArgs) -> anyhow::Result<ExitCode> {
    if let Some(What::Linkage(args)) = &args.what {
        return linkage::bench(args);
    }
    let mut report = Report::default();
    if let (Some(at), [cases]) = (&args.keep, args.cases.as_slice()) {
        std::fs::create_dir_all(at).with_context(|| at.display().to_string())?;
        report.sizes.push(measured(*cases, args.requests, at)?);
        return told(args, &report);
    }
    anyhow::ensure!(
        args.keep.is_none(),
        "a population is kept for one size: --cases N"
    );
    for cases in &args.cases {
        anyhow::ensure!(
            !args.at.exists(),
            "{} is there already: choose another folder",
            args.at.display()
        );
        std::fs::create_dir_all(&args.at)
            .with_context(|| format!("{} cannot be made", args.at.display()))?;
        let size = measured(*cases, args.requests, &args.at);
        std::fs::remove_dir_all(&args.at)
            .with_context(|| format!("{} cannot be removed", args.at.display()))?;
        report.sizes.push(size?);
        eprintln!("{cases} cases: done");
    }
    told(args, &report)
}

fn told(args: &BenchArgs, report: &Report) -> anyhow::Result<ExitCode> {
    println!("{}", report.table());
    if let Some(path) = &args.json {
        std::fs::write(path, serde_json::to_vec_pretty(report)?)
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn measured(cases: usize, requests: usize, at: &Path) -> anyhow::Result<Size> {
    let mut size = Size::of(cases);
    let data = at.join("centre");
    let population = if data.exists() {
        population::found(&data, cases)?
    } else {
        population::make(&data, cases)?
    };
    size.events = population.events;
    size.made_per_second = population.per_second;
    size.disk_bytes = process::bytes_in(at)?;
    size.raw_inserts = raw::inserts(&at.join("raw.db"))?;
    drop(std::fs::remove_file(data.join("snapshot.sealed")));
    let program = Program::start(&data)?;
    size.rebuild_seconds = program.started.as_secs_f64();
    size.rebuilt_bytes = program.memory()?.resident;
    program.stop()?;
    let program = Program::start(&data)?;
    size.start_seconds = program.started.as_secs_f64();
    size.rest_bytes = program.memory()?.resident;
    work::pages(&program, &population, requests, &mut size)?;
    size.commands = work::commands(&program, &population)?;
    size.peak_bytes = program.memory()?.peak;
    Ok(size)
}

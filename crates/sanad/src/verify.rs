//! `verify` and `rebuild`: is what is stored what was written, and do the views follow from it?

use std::{process::ExitCode, time::Instant};

use serde_json::json;

use crate::{commands::CheckArgs, dirs};

/// Checks everything; 0 when all holds, else 1 and one line per finding. The views live in the
/// memory of a running program: that every file can be unsealed, read and folded into them is what
/// can be checked from outside.
pub fn verify(args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let mut report = ledger::verify::verify(&dirs::dirs(&args.places))?;
    let mut lines: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    if report.holds()
        && let Err(problem) = dirs::open(&args.places)
    {
        if is_running(&problem) {
            report
                .uncovered
                .push("The views: the program is running and keeps them in its own memory.".into());
        } else {
            lines.push(format!("views: {problem}"));
        }
    }
    let covered = report
        .covered_to
        .as_ref()
        .map(|head| (head.number, head.size));
    if args.json {
        let found = json!({"findings": lines, "head": covered.map(|c| c.0), "covered_rows": covered.map(|c| c.1),
            "uncovered": report.uncovered, "log_rows": report.log_rows, "events": report.events, "destroyed": report.destroyed});
        println!("{found}");
    } else {
        lines.iter().for_each(|line| println!("{line}"));
        if let Some((number, size)) = covered {
            println!(
                "covered up to head {number}: {size} rows of the log, {} events, {} of them destroyed",
                report.events, report.destroyed
            );
        }
        report
            .uncovered
            .iter()
            .for_each(|words| println!("{words}"));
    }
    Ok(if lines.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The ledger can be read while the program runs, but opened as a casebook only when it does not.
fn is_running(problem: &anyhow::Error) -> bool {
    matches!(
        problem.downcast_ref::<ledger::Failure>(),
        Some(ledger::Failure::InUse { .. })
    )
}

/// Makes the views anew and says how long it took.
pub fn rebuild(args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let book = dirs::open(&args.places)?;
    let start = Instant::now();
    book.rebuild()?;
    let (rows, seconds) = (book.dump_views()?.len(), start.elapsed().as_secs_f64());
    if args.json {
        println!("{}", json!({"rows": rows, "seconds": seconds}));
    } else {
        println!("{rows} rows in {seconds:.2} s");
    }
    Ok(ExitCode::SUCCESS)
}

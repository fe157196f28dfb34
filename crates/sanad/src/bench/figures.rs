//! The figures, and the table that `docs/benchmarks.md` shows.

use std::{fmt::Write, time::Duration};

use serde::Serialize;

/// All sizes of one run.
#[derive(Default, Serialize)]
pub struct Report {
    pub sizes: Vec<Size>,
}

/// The figures at one size.
#[derive(Default, Serialize)]
pub struct Size {
    pub cases: usize,
    pub events: usize,
    /// Events made per second by the generator, in batches.
    pub made_per_second: f64,
    pub disk_bytes: u64,
    /// From the whole ledger, and from a snapshot.
    pub rebuild_seconds: f64,
    pub start_seconds: f64,
    /// At rest after the one start and after the other.
    pub rebuilt_bytes: u64,
    pub rest_bytes: u64,
    pub peak_bytes: u64,
    /// Bare durable inserts per second of the same run.
    pub raw_inserts: f64,
    /// Durable commands per second, by how many people at once.
    pub commands: Vec<Commands>,
    pub pages: Vec<PageFigures>,
    /// The sign-in page with all that it asks for, as sent.
    pub first_visit_bytes: usize,
}

/// Durable commands of several people at once.
#[derive(Serialize)]
pub struct Commands {
    pub people: usize,
    pub per_second: f64,
    pub cpu_ms: f64,
}

/// What one kind of request costs.
#[derive(Serialize)]
pub struct PageFigures {
    pub what: &'static str,
    pub requests: usize,
    /// Processor time of the program per request.
    pub cpu_ms: f64,
    pub p50_ms: f64,
    pub p95_ms: f64,
    pub per_second: f64,
    /// As sent, compressed; the median.
    pub bytes: usize,
}

impl Size {
    pub fn of(cases: usize) -> Self {
        Self {
            cases,
            ..Self::default()
        }
    }
}

impl PageFigures {
    /// From the times of single requests, one after the other, and the program's processor time.
    pub fn of(
        what: &'static str,
        mut times: Vec<Duration>,
        cpu: Duration,
        mut bytes: Vec<usize>,
    ) -> Self {
        let all: Duration = times.iter().sum();
        times.sort_unstable();
        bytes.sort_unstable();
        let at = |part: usize| times.get(times.len() * part / 100).copied();
        let count = times.len().max(1);
        Self {
            what,
            requests: times.len(),
            cpu_ms: cpu.as_secs_f64() * 1e3 / as_f64(count),
            p50_ms: at(50).unwrap_or_default().as_secs_f64() * 1e3,
            p95_ms: at(95).unwrap_or_default().as_secs_f64() * 1e3,
            per_second: as_f64(count) / all.as_secs_f64().max(f64::EPSILON),
            bytes: bytes.get(bytes.len() / 2).copied().unwrap_or_default(),
        }
    }
}

/// A count as a figure to divide by.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
pub const fn as_f64(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "shown in megabytes")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

impl Report {
    /// A table for people, in Markdown.
    pub fn table(&self) -> String {
        let mut out = String::new();
        // Writing into a string cannot fail.
        for size in &self.sizes {
            let _ = writeln!(
                out,
                "\n{} cases, {} events: {:.0} MB on disk. Start from a snapshot {:.2} s, from the whole ledger {:.2} s; \
                 memory {:.0} MB at rest after the one, {:.0} MB after the other, {:.0} MB at most in a day's work. \
                 Made at {:.0} events/s. A bare durable insert: {:.0}/s.\n",
                size.cases,
                size.events,
                megabytes(size.disk_bytes),
                size.start_seconds,
                size.rebuild_seconds,
                megabytes(size.rest_bytes),
                megabytes(size.rebuilt_bytes),
                megabytes(size.peak_bytes),
                size.made_per_second,
                size.raw_inserts,
            );
            let _ = writeln!(
                out,
                "| request | CPU ms | p50 ms | p95 ms | per second | bytes |\n|---|---:|---:|---:|---:|---:|"
            );
            for page in &size.pages {
                let _ = writeln!(
                    out,
                    "| {} | {:.2} | {:.2} | {:.2} | {:.0} | {} |",
                    page.what, page.cpu_ms, page.p50_ms, page.p95_ms, page.per_second, page.bytes
                );
            }
            let _ = writeln!(
                out,
                "| first visit with all it needs | | | | | {} |",
                size.first_visit_bytes
            );
            for command in &size.commands {
                let _ = writeln!(
                    out,
                    "| durable notes, {} at once | {:.2} | | | {:.0} ({:.2} of the bare insert) | |",
                    command.people,
                    command.cpu_ms,
                    command.per_second,
                    command.per_second / size.raw_inserts,
                );
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_and_shares_are_of_the_requests_made() {
        let times = (1..=100).map(Duration::from_millis).collect();
        let page = PageFigures::of("x", times, Duration::from_millis(250), vec![3, 1, 2]);
        assert_eq!((page.requests, page.bytes), (100, 2));
        let near = |figure: f64, wanted: f64| (figure - wanted).abs() < 1e-6;
        assert!(near(page.cpu_ms, 2.5), "{}", page.cpu_ms);
        assert!(near(page.p50_ms, 51.0) && near(page.p95_ms, 96.0));
        assert!(near(page.per_second, 100.0 / 5.05), "{}", page.per_second);
    }

    #[test]
    fn the_table_shows_the_share_of_the_ceiling() {
        let mut size = Size::of(7);
        size.raw_inserts = 200.0;
        size.commands.push(Commands {
            people: 8,
            per_second: 150.0,
            cpu_ms: 1.0,
        });
        let table = Report { sizes: vec![size] }.table();
        assert!(table.contains("7 cases") && table.contains("0.75 of the bare insert"));
    }
}

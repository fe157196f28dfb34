//! What a storm came to, in numbers, and whether that is as promised.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use ledger::{Ledger, SealedLedger};
use serde_json::{Value, json};

use crate::{
    readback::Found,
    server::{Home, Verified},
    writer::Writer,
};

/// The numbers.
#[derive(Debug, Default)]
pub struct Tally {
    /// Blows struck.
    pub rounds: u64,
    /// Blows after at least one acknowledgement.
    pub rounds_with_answers: u64,
    /// Bytes that the blows took from the disk.
    pub took: u64,
    /// How long all of it took.
    pub seconds: f64,
    answered_so_far: usize,
    posts: usize,
    acknowledged: usize,
    unanswered_there: usize,
    unanswered_absent: usize,
    retried: u64,
    repeated: u64,
    purged: usize,
    lost: BTreeSet<String>,
    double: BTreeSet<String>,
    half: BTreeSet<String>,
    changed: BTreeSet<String>,
    odd: Vec<String>,
    gone: BTreeSet<String>,
    findings: Vec<String>,
    verifications: u64,
    log_rows: u64,
    views: BTreeMap<String, u64>,
    views_answered: u64,
    looks: u64,
    looks_missing: Vec<String>,
    slowest_start: Duration,
    starts: Duration,
    started: u32,
}

impl Tally {
    /// The program was started again.
    pub fn started(&mut self, took: Duration) {
        self.slowest_start = self.slowest_start.max(took);
        self.starts += took;
        self.started += 1;
    }

    /// A blow was struck after so many acknowledgements.
    pub const fn round(&mut self, acknowledged: usize) {
        self.rounds += 1;
        self.answered_so_far += acknowledged;
        if acknowledged > 0 {
            self.rounds_with_answers += 1;
        }
    }

    /// What was read back.
    pub fn add(&mut self, found: &Found) {
        self.lost.extend(found.lost.iter().cloned());
        self.double.extend(found.double.iter().cloned());
        self.half.extend(found.half.iter().cloned());
        self.changed.extend(found.changed.iter().cloned());
        self.odd.extend(found.odd.iter().cloned());
        self.gone.extend(found.gone.iter().cloned());
        for (file, count) in &found.views {
            *self.views.entry(file.clone()).or_default() += count;
        }
    }

    /// As many tallies as inquiries that are over: neither without the other.
    pub fn tallies(&mut self, counted: usize) {
        if counted != self.gone.len() {
            let words = format!("{counted} tallies, but {} files gone", self.gone.len());
            self.half.insert(words);
        }
        self.purged = self.gone.len();
    }

    /// The program's own verification.
    pub fn verified(&mut self, verified: &Verified) {
        self.verifications += 1;
        self.log_rows = verified.rows;
        self.findings.extend(verified.findings.iter().cloned());
        if !verified.holds() && verified.findings.is_empty() {
            let words = format!("verify: exit {}: {}", verified.code, verified.problem);
            self.findings.push(words);
        }
    }

    /// A list that was kept up to date is not the one that a rebuild gives.
    pub fn list_differs(&mut self, path: &str) {
        let words = format!("{path}: other rows than after a rebuild");
        self.findings.push(words);
    }

    /// What a writer knows.
    pub fn writer(&mut self, writer: &Writer) {
        self.posts += writer.posts.len();
        for post in &writer.posts {
            match (post.acknowledged, post.seen) {
                (true, _) => self.acknowledged += 1,
                (false, Some(true)) => self.unanswered_there += 1,
                (false, _) => self.unanswered_absent += 1,
            }
        }
        self.retried += writer.retried;
        self.repeated += writer.repeated;
        self.odd.extend(writer.complaints.iter().cloned());
        for (file, count) in &writer.views {
            *self.views.entry(file.clone()).or_default() += count;
        }
    }

    /// Every page of a case that was answered has its row in the log of looks.
    pub fn looks(&mut self, home: &Home) -> anyhow::Result<()> {
        let ledger = SealedLedger::open_existing(&home.dirs())?;
        let mut rows: BTreeMap<String, u64> = BTreeMap::new();
        let mut after = 0;
        loop {
            let some = ledger.looks(after, 5000)?;
            let Some(last) = some.last() else { break };
            after = last.position;
            for look in &some {
                let record: Value = serde_json::from_slice(&look.content)?;
                if (record["what"] == "case" || record["what"] == "story")
                    && let Some(file) = record["file"].as_str()
                {
                    *rows.entry(file.to_owned()).or_default() += 1;
                    self.looks += 1;
                }
            }
        }
        for (file, answered) in &self.views {
            self.views_answered += answered;
            let there = rows.get(file).copied().unwrap_or(0);
            if there < *answered {
                self.looks_missing
                    .push(format!("{file}: {answered} pages, {there} looks"));
            }
        }
        Ok(())
    }

    /// Acknowledgements in rounds so far.
    pub const fn answered_so_far(&self) -> usize {
        self.answered_so_far
    }

    /// Everything that is not as promised.
    pub fn wrong(&self) -> usize {
        self.lost.len()
            + self.double.len()
            + self.half.len()
            + self.changed.len()
            + self.odd.len()
            + self.findings.len()
            + self.looks_missing.len()
    }

    /// Acknowledged, but not there.
    pub fn lost(&self) -> usize {
        self.lost.len()
    }

    /// The numbers, and the first few of what is wrong.
    pub fn to_json(&self) -> Value {
        let some = |all: &mut dyn Iterator<Item = &String>| -> Vec<String> {
            all.take(5).cloned().collect()
        };
        let mean = (self.starts / self.started.max(1)).as_secs_f64();
        json!({
            "blows": self.rounds, "blows_after_answers": self.rounds_with_answers, "bytes_taken": self.took,
            "posts": self.posts, "acknowledged": self.acknowledged,
            "unanswered_there": self.unanswered_there, "unanswered_absent": self.unanswered_absent,
            "retried": self.retried, "repeated": self.repeated, "inquiries_over": self.purged,
            "lost": self.lost.len(), "double": self.double.len(), "half": self.half.len(), "changed_later": self.changed.len(),
            "odd_answers": self.odd.len(), "findings": self.findings.len(), "verifications": self.verifications, "log_rows": self.log_rows,
            "views": self.views_answered, "looks": self.looks, "looks_missing": self.looks_missing.len(),
            "start_mean_ms": (mean * 1000.0).round(), "start_slowest_ms": self.slowest_start.as_millis() as u64,
            "seconds": (self.seconds * 10.0).round() / 10.0,
            "examples": {
                "lost": some(&mut self.lost.iter()), "double": some(&mut self.double.iter()),
                "half": some(&mut self.half.iter()), "changed_later": some(&mut self.changed.iter()),
                "odd": some(&mut self.odd.iter()), "findings": some(&mut self.findings.iter()),
                "looks": some(&mut self.looks_missing.iter()),
            }
        })
    }
}

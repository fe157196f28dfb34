//! Each mutant switched on, and the tests run until one fails.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::Path,
    process::{Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};

use crate::workshop::Binary;

/// What became of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// A test failed.
    Caught,
    /// All tests passed.
    Missed,
    /// The tests did not come to an end.
    Timeout,
    /// It does not compile.
    Unviable,
}

/// The tests of a build: which of them reach which mutant, and how long all of them take.
pub struct Bench {
    binaries: Vec<Binary>,
    reach: Vec<HashMap<u32, Vec<String>>>,
    /// How long a binary may run.
    pub limit: Duration,
}

impl Bench {
    /// Runs all tests without a mutant and notes which of them pass by which mutant.
    ///
    /// # Errors
    /// When a test fails without any mutant.
    pub fn set(binaries: Vec<Binary>, scratch: &Path) -> Result<Self> {
        let mut reach = Vec::new();
        let mut slowest = Duration::ZERO;
        for (place, binary) in binaries.iter().enumerate() {
            let trace = scratch.join(format!("trace{place}"));
            let _ = fs::remove_file(&trace);
            let begun = Instant::now();
            let passed = run(binary, &[], 0, Some(&trace), Duration::from_secs(600))?;
            ensure!(
                passed == Outcome::Missed,
                "fails without a mutant: {binary:?}"
            );
            slowest = slowest.max(begun.elapsed());
            reach.push(read(&trace)?);
        }
        let limit = (slowest * 3).max(Duration::from_secs(5));
        Ok(Self {
            binaries,
            reach,
            limit,
        })
    }

    /// The tests of a build that holds one mutant without a switch.
    #[must_use]
    pub const fn plain(binaries: Vec<Binary>, limit: Duration) -> Self {
        let reach = Vec::new();
        Self {
            binaries,
            reach,
            limit,
        }
    }

    /// Runs the tests that pass by the mutant, and when all of them pass, every test: a value that
    /// is made once for all tests is only seen to be reached by the first.
    ///
    /// # Errors
    /// When a binary cannot be run.
    pub fn try_one(&self, number: u32) -> Result<Outcome> {
        let mut order: Vec<usize> = (0..self.binaries.len()).collect();
        order.sort_by_key(|place| self.tests(*place, number).len());
        for place in order.iter().rev() {
            let tests = self.tests(*place, number);
            for some in [&tests[..tests.len().min(8)], &tests[..tests.len().min(200)]] {
                if some.is_empty() {
                    continue;
                }
                let outcome = run(&self.binaries[*place], some, number, None, self.limit)?;
                if outcome != Outcome::Missed {
                    return Ok(outcome);
                }
            }
        }
        self.try_all(number)
    }

    /// Runs every test.
    ///
    /// # Errors
    /// When a binary cannot be run.
    pub fn try_all(&self, number: u32) -> Result<Outcome> {
        for binary in &self.binaries {
            let outcome = run(binary, &[], number, None, self.limit)?;
            if outcome != Outcome::Missed {
                return Ok(outcome);
            }
        }
        Ok(Outcome::Missed)
    }

    /// Tries many, two at a time.
    ///
    /// # Errors
    /// When a binary cannot be run.
    pub fn try_many(&self, numbers: &BTreeSet<u32>) -> Result<BTreeMap<u32, Outcome>> {
        let numbers: Vec<u32> = numbers.iter().copied().collect();
        let (next, found) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
        let work = || -> Result<()> {
            while let Some(number) = numbers.get(next.fetch_add(1, Ordering::Relaxed)) {
                let outcome = self.try_one(*number)?;
                let mut found = found.lock().map_err(|_| anyhow::anyhow!("a run failed"))?;
                found.insert(*number, outcome);
                if found.len() % 100 == 0 {
                    eprintln!("{} of {}", found.len(), numbers.len());
                }
            }
            Ok(())
        };
        thread::scope(|scope| {
            let hands = [scope.spawn(work), scope.spawn(work)];
            hands.into_iter().try_for_each(|hand| match hand.join() {
                Ok(done) => done,
                Err(_) => Err(anyhow::anyhow!("a run failed")),
            })
        })?;
        found.into_inner().context("a run failed")
    }

    fn tests(&self, place: usize, number: u32) -> &[String] {
        self.reach[place].get(&number).map_or(&[], Vec::as_slice)
    }
}

fn read(trace: &Path) -> Result<HashMap<u32, Vec<String>>> {
    let mut reach: HashMap<u32, Vec<String>> = HashMap::new();
    // No mutant, no trace.
    for line in fs::read_to_string(trace).unwrap_or_default().lines() {
        let (number, test) = line.split_once('\t').context("a broken trace")?;
        reach
            .entry(number.parse()?)
            .or_default()
            .push(test.to_owned());
    }
    // The same tests for neighbours would be the same kind of tests: mix them, always alike.
    for tests in reach.values_mut() {
        tests.sort_by_key(|test| test.bytes().rev().collect::<Vec<u8>>());
    }
    Ok(reach)
}

fn run(
    binary: &Binary,
    tests: &[String],
    number: u32,
    trace: Option<&Path>,
    limit: Duration,
) -> Result<Outcome> {
    let mut command = Command::new(&binary.program);
    command
        .args(["--quiet", "--test-threads=2"])
        .current_dir(&binary.folder)
        .env("CARGO_MANIFEST_DIR", &binary.folder)
        .env("MUTANTS_ON", number.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if !tests.is_empty() {
        command.arg("--exact").args(tests);
    }
    if let Some(trace) = trace {
        command.env("MUTANTS_TRACE", trace);
    }
    let mut child = command.spawn()?;
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(if status.success() {
                Outcome::Missed
            } else {
                Outcome::Caught
            });
        }
        if begun.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Ok(Outcome::Timeout);
        }
        thread::sleep(Duration::from_millis(3));
    }
}

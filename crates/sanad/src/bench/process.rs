//! The program as another process, and what the system says of it.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::Context;

/// A running program.
pub struct Program {
    child: Child,
    /// Where it listens, as `127.0.0.1:40123`.
    pub address: String,
    /// From its start to its address.
    pub started: Duration,
}

/// Bytes of memory, as the system counts them.
#[derive(Copy, Clone)]
pub struct Memory {
    pub resident: u64,
    pub peak: u64,
}

impl Program {
    /// Starts this very binary on a data folder.
    pub fn start(data: &Path) -> anyhow::Result<Self> {
        let begun = Instant::now();
        let mut child = Command::new(std::env::current_exe()?)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("the program does not start")?;
        let out = child.stdout.take().context("the program has no output")?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line)?;
        let started = begun.elapsed();
        let address = line.trim().strip_prefix("http://").map(str::to_owned);
        let Some(address) = address else {
            drop(child.kill());
            anyhow::bail!("the program printed no address");
        };
        Ok(Self {
            child,
            address,
            started,
        })
    }

    /// Asks it to stop, and waits until it has: it keeps its snapshot.
    pub fn stop(mut self) -> anyhow::Result<()> {
        let id = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(id, rustix::process::Signal::TERM)?;
        self.child.wait()?;
        Ok(())
    }

    /// Processor time of all its threads so far.
    pub fn cpu(&self) -> anyhow::Result<Duration> {
        // Fields 14 and 15 of the line; the second field may hold spaces and ends with ")".
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let after = stat.rsplit_once(") ").context("no stat line")?.1;
        let ticks: u64 = after
            .split(' ')
            .skip(11)
            .take(2)
            .filter_map(|field| field.parse::<u64>().ok())
            .sum();
        let per_second = rustix::param::clock_ticks_per_second();
        Ok(Duration::from_micros(ticks * 1_000_000 / per_second))
    }

    /// Memory now and at most.
    pub fn memory(&self) -> anyhow::Result<Memory> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let field = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name));
            let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
            kilobytes.map_or(0, |kilobytes: u64| kilobytes * 1024)
        };
        Ok(Memory {
            resident: field("VmRSS:"),
            peak: field("VmHWM:"),
        })
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// All bytes of a folder's files.
pub fn bytes_in(folder: &Path) -> anyhow::Result<u64> {
    let mut all = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        all += if about.is_dir() {
            bytes_in(&entry.path())?
        } else {
            about.len()
        };
    }
    Ok(all)
}

//! The release binary as a process: started, asked, killed, verified.

use std::{
    fs::File,
    io::{BufRead, BufReader, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use serde_json::Value;

/// What a run drives, and with which switches.
#[derive(Clone, Debug)]
pub struct Binary {
    /// The program.
    pub path: PathBuf,
    /// Variables for it: switches that break a promise on purpose in a control run.
    pub variables: Vec<(String, String)>,
}

impl Binary {
    /// The program in `SANAD_BIN`, or the release build of this workspace.
    pub fn found() -> anyhow::Result<Self> {
        let path = match std::env::var_os("SANAD_BIN") {
            Some(path) => PathBuf::from(path),
            None => target().join("release/sanad"),
        };
        if !path.is_file() {
            bail!(
                "{} is not there: build it with `cargo build --release -p sanad`, or name it in SANAD_BIN",
                path.display()
            );
        }
        Ok(Self {
            path,
            variables: Vec::new(),
        })
    }

    /// The same with one promise broken.
    pub fn with(self, switch: &str) -> Self {
        self.with_value(switch, "1")
    }

    /// The same with a variable set.
    pub fn with_value(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    fn command(&self, args: &[&str], home: &Home) -> Command {
        let mut command = Command::new(&self.path);
        command
            .args(args)
            .arg("--data")
            .arg(&home.data)
            .arg("--keys")
            .arg(&home.keys)
            .env_remove("SANAD_LOG")
            .envs(self.variables.iter().cloned());
        command
    }

    /// Runs a command to its end, with these lines as its input.
    pub fn run(
        &self,
        args: &[&str],
        more: &[&str],
        home: &Home,
        input: &str,
    ) -> anyhow::Result<Output> {
        let mut command = self.command(args, home);
        let mut child = command
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        if let Some(mut stdin) = child.stdin.take() {
            match stdin.write_all(input.as_bytes()) {
                // A command that refuses at once never reads its input.
                Err(no) if no.kind() == std::io::ErrorKind::BrokenPipe => {}
                written => written?,
            }
        }
        Ok(child.wait_with_output()?)
    }

    /// Runs a command that may not end by itself: after so many seconds it is killed, and has no code.
    pub fn run_for(
        &self,
        args: &[&str],
        more: &[&str],
        home: &Home,
        seconds: u64,
    ) -> anyhow::Result<(Option<i32>, String)> {
        let mut child = self
            .command(args, home)
            .args(more)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        let until = Instant::now() + Duration::from_secs(seconds);
        while child.try_wait()?.is_none() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(5));
        }
        // Too late when it has ended; then there is nothing to kill.
        let _ = child.kill();
        let out = child.wait_with_output()?;
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        Ok((out.status.code(), said))
    }

    /// What `sanad verify --json` says.
    pub fn verify(&self, home: &Home) -> anyhow::Result<Verified> {
        let out = self.run(&["verify", "--json"], &[], home, "")?;
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        let problem = String::from_utf8_lossy(&out.stderr).into_owned();
        let report: Value = serde_json::from_str(&said).unwrap_or(Value::Null);
        let findings = report["findings"].as_array().map_or_else(Vec::new, |all| {
            all.iter()
                .filter_map(|line| line.as_str().map(str::to_owned))
                .collect()
        });
        Ok(Verified {
            code: out.status.code().unwrap_or(-1),
            findings,
            rows: report["log_rows"].as_u64().unwrap_or(0),
            problem,
        })
    }

    /// Starts the program on a free port and waits for its address.
    pub fn start(&self, home: &Home, what: &str) -> anyhow::Result<Server> {
        let begun = Instant::now();
        let mut log = File::options()
            .create(true)
            .append(true)
            .open(&home.log)
            .with_context(|| format!("{} cannot be written", home.log.display()))?;
        let mut command = self.command(&[what, "--listen", "127.0.0.1:0"], home);
        if let Some(level) = &home.level {
            command.env("SANAD_LOG", level);
        }
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log.try_clone()?)
            .spawn()?;
        let mut out = BufReader::new(child.stdout.take().context("no stdout")?);
        let mut line = String::new();
        out.read_line(&mut line)?;
        log.write_all(line.as_bytes())?;
        let address = line
            .trim()
            .strip_prefix("http://")
            .and_then(|text| text.parse().ok());
        let Some(address) = address else {
            let code = child.wait()?.code();
            bail!(
                "the program did not start (exit code {code:?}): {}",
                home.last_words()
            );
        };
        Ok(Server {
            child,
            address,
            took: begun.elapsed(),
            _out: out,
        })
    }
}

/// The target folder of this workspace.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target"),
        PathBuf::from,
    )
}

/// What a verification said.
#[derive(Debug)]
pub struct Verified {
    /// The exit code.
    pub code: i32,
    /// Its findings, a line each.
    pub findings: Vec<String>,
    /// How many rows of the log it covered.
    pub rows: u64,
    /// What stood on stderr.
    pub problem: String,
}

impl Verified {
    /// Whether everything holds.
    pub const fn holds(&self) -> bool {
        self.code == 0 && self.findings.is_empty()
    }
}

/// Where one installation lives.
#[derive(Clone, Debug)]
pub struct Home {
    /// The data folder.
    pub data: PathBuf,
    /// The keys folder.
    pub keys: PathBuf,
    /// What the program prints.
    pub log: PathBuf,
    /// `SANAD_LOG`.
    pub level: Option<String>,
}

impl Home {
    /// Everything in one folder.
    pub fn within(folder: &Path) -> Self {
        Self {
            data: folder.join("data"),
            keys: folder.join("keys"),
            log: folder.join("log"),
            level: None,
        }
    }

    /// The folders for the library.
    pub fn dirs(&self) -> ledger::Dirs {
        ledger::Dirs {
            data: self.data.clone(),
            keys: self.keys.clone(),
            database: None,
        }
    }

    /// The end of what the program printed.
    pub fn last_words(&self) -> String {
        let all = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = all.lines().collect();
        lines[lines.len().saturating_sub(5)..].join(" | ")
    }
}

/// A program that runs. Dropping it kills it.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// How long it took to say so.
    pub took: Duration,
    _out: BufReader<std::process::ChildStdout>,
}

impl Server {
    /// Kills it as `kill -9` does, and waits until it is gone.
    pub fn kill(mut self) -> anyhow::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// The same while others still use it.
    pub fn strike(&mut self) -> anyhow::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Asks it to stop, as a service manager does.
    pub fn stop(mut self) -> anyhow::Result<Option<i32>> {
        let id = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status()?;
        let until = Instant::now() + Duration::from_secs(20);
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status.code());
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        bail!("the program does not stop when told to")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

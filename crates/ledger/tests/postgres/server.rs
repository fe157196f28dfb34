//! A PostgreSQL server of the tests' own, in a temporary folder, from the programs of the system's
//! package. All tests of a run share one, each with a schema of its own in it; it stops when nobody has
//! used it for some seconds. Where there is no PostgreSQL these tests fail, and say so.

use std::fs::{self, File};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// A running server: where its socket is, and its data.
pub struct Server {
    pub folder: PathBuf,
}

/// The programs of the newest PostgreSQL on this machine.
fn programs() -> PathBuf {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_string_lossy().parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(version, bin)| *version >= 15 && bin.join("initdb").exists())
        .collect();
    found.sort();
    let newest = found.pop().map(|(_, bin)| bin);
    newest.expect("these tests need PostgreSQL 15 or later: install the package postgresql")
}

/// PostgreSQL refuses to run as root; there, its own user runs it.
fn as_owner(program: &Path) -> Command {
    if fs::metadata("/proc/self").unwrap().uid() != 0 {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]).arg(program);
    command
}

fn done(command: &mut Command) {
    let status = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success(), "{command:?}");
}

impl Server {
    /// Makes a cluster in this folder, with lines for its settings.
    pub fn make(folder: &Path, settings: &str) -> Self {
        fs::create_dir_all(folder).unwrap();
        if fs::metadata("/proc/self").unwrap().uid() == 0 {
            done(Command::new("chown").arg("postgres").arg(folder));
        }
        let server = Self {
            folder: folder.to_owned(),
        };
        done(
            as_owner(&programs().join("initdb"))
                .args([
                    "-N",
                    "-U",
                    "sanad",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "-D",
                ])
                .arg(server.data()),
        );
        let socket = format!(
            "\nunix_socket_directories = '{}'\nlisten_addresses = ''\nmax_connections = 300\n\
             shared_buffers = 64MB\nlog_statement = 'all'\nlogging_collector = off\n{settings}\n",
            folder.display()
        );
        let path = server.data().join("postgresql.conf");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text + &socket).unwrap();
        server
    }

    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    pub fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    pub fn start(&self) {
        done(self.control().args(["-w", "-t", "60", "start"]));
    }

    /// Stops it as a power cut would: nothing is finished.
    pub fn crash(&self) {
        done(self.control().args(["-m", "immediate", "stop"]));
    }

    pub fn stop(&self) {
        done(self.control().args(["-m", "fast", "stop"]));
    }

    fn control(&self) -> Command {
        let mut command = as_owner(&programs().join("pg_ctl"));
        command.arg("-D").arg(self.data()).arg("-l").arg(self.log());
        command
    }

    fn runs(&self) -> bool {
        let mut status = self.control();
        status.arg("status").stdout(Stdio::null());
        status.status().unwrap().success()
    }

    /// The address of a new schema: a database of one's own, but made at once.
    pub fn address(&self) -> String {
        let schema = format!("t_{}", ledger::Id::random().unwrap());
        self.ask(&format!("CREATE SCHEMA {schema}"));
        self.address_of(&schema)
    }

    pub fn address_of(&self, schema: &str) -> String {
        format!(
            "postgres:///postgres?host={}&user=sanad&options=-csearch_path%3D{schema}",
            self.folder.display()
        )
    }

    /// What a statement says, a line for each row.
    pub fn ask(&self, sql: &str) -> Vec<String> {
        let asked = Command::new(programs().join("psql"))
            .args([
                "-X",
                "-q",
                "-A",
                "-t",
                "-v",
                "ON_ERROR_STOP=1",
                "-U",
                "sanad",
                "-d",
                "postgres",
                "-h",
            ])
            .arg(&self.folder)
            .args(["-c", sql])
            .output()
            .unwrap();
        let words = String::from_utf8_lossy(&asked.stderr);
        assert!(asked.status.success(), "{sql}: {words}");
        let rows = String::from_utf8(asked.stdout).unwrap();
        rows.lines().map(str::to_owned).collect()
    }

    /// Everything that a schema holds, as a dump has it.
    pub fn dump(&self, schema: &str) -> Vec<u8> {
        let dumped = Command::new(programs().join("pg_dump"))
            .args(["-U", "sanad", "-d", "postgres", "-n", schema, "-h"])
            .arg(&self.folder)
            .output()
            .unwrap();
        assert!(dumped.status.success());
        dumped.stdout
    }
}

/// The server that all tests share. Whoever comes first starts it; a shell stops it when no process
/// holds the lock any more.
pub fn shared() -> &'static Server {
    static SHARED: OnceLock<(Server, File)> = OnceLock::new();
    &SHARED.get_or_init(share).0
}

fn share() -> (Server, File) {
    let owner = fs::metadata("/proc/self").unwrap().uid();
    let folder = std::env::temp_dir().join(format!("sanad-test-postgres-{owner}"));
    fs::create_dir_all(&folder).unwrap();
    let lock = |name: &str| {
        let mut options = File::options();
        options.create(true).truncate(false).write(true);
        options.open(folder.join(name)).unwrap()
    };
    let users = lock("users.lock");
    users.lock_shared().unwrap();
    let starting = lock("starting.lock");
    starting.lock().unwrap();
    let server = Server {
        folder: folder.clone(),
    };
    if !server.runs() {
        // A cluster of an interrupted run may be half made: each run has a fresh one.
        if server.data().exists() {
            fs::remove_dir_all(server.data()).unwrap();
        }
        Server::make(&folder, "");
        server.start();
        watch(&server);
    }
    (server, users)
}

fn watch(server: &Server) {
    let stop = format!("{:?}", {
        let mut control = server.control();
        control.args(["-m", "immediate", "stop"]);
        control
    });
    // In the background: it outlives whoever began it.
    let watch = format!(
        "while sleep 5; do flock -n -x users.lock -c '{stop}' && exit; done </dev/null >/dev/null 2>&1 &"
    );
    done(
        Command::new("sh")
            .args(["-c", &watch])
            .current_dir(&server.folder),
    );
}

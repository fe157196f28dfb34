//! Full disks, read-only disks and kills at any moment: acknowledged is stored, and nothing twice.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use ledger::verify::verify;
use ledger::{AppendError, Dirs, Failure, Id, Ledger, SealedLedger, Settings};

use crate::house::{House, add, adding, at, fresh, id, texts};

fn limited(house: &House, pages: u32) -> SealedLedger {
    let mut settings = Settings::default();
    settings.max_pages = Some(pages);
    SealedLedger::open_with(&house.dirs, &settings).unwrap()
}

#[test]
fn a_full_disk_is_said_plainly_and_writing_goes_on_when_there_is_room() {
    let house = House::new();
    let ledger = limited(&house, 200);
    ledger
        .put_aside("draft", id(1), &vec![1; 300_000], at(1))
        .unwrap();
    let mut written = 0;
    let refused = loop {
        match add(&ledger, id(1), written, &["x".repeat(5000).as_str()]) {
            Ok(_) => written += 1,
            Err(refused) => break refused,
        }
    };
    assert!(
        matches!(refused, AppendError::Failure(Failure::DiskFull)),
        "{refused}"
    );
    assert!(written > 5);
    assert_eq!(
        texts(&ledger, id(1)).len() as u64,
        written,
        "reading goes on, nothing is half written"
    );
    ledger.drop_aside("draft", id(1)).unwrap();
    add(&ledger, id(1), written, &["there is room"]).unwrap();
    drop(ledger);
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
}

/// Only where the test may mount a small disk of its own.
#[test]
fn a_really_full_disk_loses_nothing_that_was_acknowledged() {
    let house = House::new();
    std::fs::create_dir_all(&house.dirs.data).unwrap();
    let Some(_disk) = Mounted::tmpfs(&house.dirs.data, "size=2m") else {
        return;
    };
    let ledger = house.open();
    let ballast = house.dirs.data.join("ballast");
    std::fs::write(&ballast, vec![0; 700_000]).unwrap();
    let mut written = 0;
    loop {
        match add(&ledger, id(1), written, &["x".repeat(3000).as_str()]) {
            Ok(_) => written += 1,
            Err(AppendError::Failure(Failure::DiskFull)) => break,
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(texts(&ledger, id(1)).len() as u64, written);
    std::fs::remove_file(&ballast).unwrap();
    add(&ledger, id(1), written, &["there is room"]).unwrap();
    drop(ledger);
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
    assert_eq!(texts(&house.open(), id(1)).len() as u64, written + 1);
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let house = House::new();
    std::fs::create_dir_all(&house.dirs.data).unwrap();
    let Some(disk) = Mounted::tmpfs(&house.dirs.data, "size=4m") else {
        return;
    };
    drop(house.open());
    disk.read_only();
    let refused = SealedLedger::open(&house.dirs).err().unwrap();
    assert!(
        matches!(&refused, Failure::ReadOnly { path } if path.starts_with(&house.dirs.data)),
        "{refused}"
    );
}

/// A mounted disk, taken away at the end.
struct Mounted<'a>(&'a Path);

impl<'a> Mounted<'a> {
    fn tmpfs(path: &'a Path, options: &str) -> Option<Self> {
        let done = run(
            "mount",
            &[
                "-t",
                "tmpfs",
                "-o",
                options,
                "tmpfs",
                path.to_str().unwrap(),
            ],
        );
        if !done {
            eprintln!("skipped: this test may not mount a disk here");
        }
        done.then_some(Self(path))
    }

    fn read_only(&self) {
        assert!(run(
            "mount",
            &["-o", "remount,ro", self.0.to_str().unwrap()]
        ));
    }
}

impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        run("umount", &[self.0.to_str().unwrap()]);
    }
}

fn run(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

const CHILD: &str = "SANAD_TEST_CHILD_DATA";

/// Not a test of its own: the process that gets killed. Prints each command's id once it is acknowledged.
#[test]
fn child_that_writes_until_it_is_killed() {
    let Some(data) = std::env::var_os(CHILD) else {
        return;
    };
    let ledger = SealedLedger::open(&Dirs::beside(data)).unwrap();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let append = adding(fresh(), 0, &["a", "b"]);
                    let command = append.command;
                    ledger.append(append).unwrap();
                    println!("acknowledged {command}");
                }
            });
        }
    });
}

/// Kills the child at several moments; gives how many commands it acknowledged and how many of them are lost.
fn killed(house: &House, rounds: u64, switch: Option<&str>) -> (usize, usize) {
    let mut acknowledged: Vec<Id> = vec![];
    for round in 0..rounds {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "crashes::child_that_writes_until_it_is_killed",
                "--nocapture",
            ])
            .env(CHILD, &house.dirs.data)
            .envs(switch.map(|switch| (switch, "1")))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let reader = thread::spawn(move || {
            // The very first line may share its line with the test runner's own words.
            let id = |line: String| {
                line.split_once("acknowledged ")
                    .and_then(|(_, id)| id.parse().ok())
            };
            output
                .lines()
                .map_while(Result::ok)
                .filter_map(id)
                .collect::<Vec<Id>>()
        });
        thread::sleep(Duration::from_millis(60 + 37 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        acknowledged.extend(reader.join().unwrap());
    }
    let ledger = house.open();
    let lost = acknowledged
        .iter()
        .filter(|command| ledger.outcome(**command).unwrap().is_none())
        .count();
    let events = ledger.scan(0, usize::MAX).unwrap();
    assert_eq!(events.len() % 2, 0, "a half-made command");
    assert!(
        events.len() / 2 + lost >= acknowledged.len(),
        "{} of {}",
        events.len() / 2,
        acknowledged.len()
    );
    let mut once: Vec<_> = events.iter().map(|entry| (entry.file, entry.seq)).collect();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), events.len(), "something is there twice");
    drop(ledger);
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
    (acknowledged.len(), lost)
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_acknowledged() {
    let (acknowledged, lost) = killed(&House::new(), 8, None);
    assert!(acknowledged > 100, "only {acknowledged} were acknowledged");
    assert_eq!(lost, 0);
}

/// The control run: with answers before the commit the same test must lose something.
#[cfg(feature = "test-switches")]
#[test]
fn answers_before_the_commit_are_caught_losing() {
    let house = House::new();
    let lost = (0..5).any(|_| killed(&house, 8, Some("SANAD_TEST_EARLY_ACK")).1 > 0);
    assert!(lost, "the kill test cannot see lost writes");
}

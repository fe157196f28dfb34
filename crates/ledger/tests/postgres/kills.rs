//! Kills at any moment, of a node and of the database: acknowledged is stored, and nothing twice.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use ledger::verify::verify;
use ledger::{AppendError, Dirs, Id, Ledger, SealedLedger};

use crate::house::{House, adding, fresh};
use crate::server::Server;

const CHILD: &str = "SANAD_TEST_NODE";

/// Not a test of its own: the node that gets killed. Prints each command's id once it is acknowledged,
/// and sends again what was not.
#[test]
fn child_that_writes_until_it_is_killed() {
    let Some(told) = std::env::var(CHILD).ok() else {
        return;
    };
    let mut words = told.split('|');
    let mut word = || words.next().unwrap();
    let dirs = Dirs {
        data: word().into(),
        keys: word().into(),
        database: Some(word().parse().unwrap()),
    };
    let ledger = SealedLedger::open(&dirs).unwrap();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let append = adding(fresh(), 0, &["a", "b"]);
                    let command = append.command;
                    let mut answer = ledger.append(append.clone());
                    while matches!(answer, Err(AppendError::Failure(_))) {
                        thread::sleep(Duration::from_millis(20));
                        answer = ledger.append(append.clone());
                    }
                    println!("acknowledged {command}");
                }
            });
        }
    });
}

struct Node {
    child: Child,
    reader: JoinHandle<Vec<Id>>,
}

impl Node {
    fn start(house: &House, name: &str) -> Self {
        let dirs = house.node_dirs(name);
        let told = format!(
            "{}|{}|{}",
            dirs.data.display(),
            dirs.keys.display(),
            house.address()
        );
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "kills::child_that_writes_until_it_is_killed",
                "--nocapture",
            ])
            .env(CHILD, told)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let reader = thread::spawn(move || {
            let id = |line: String| line.split_once("acknowledged ")?.1.parse().ok();
            output
                .lines()
                .map_while(Result::ok)
                .filter_map(id)
                .collect()
        });
        Self { child, reader }
    }

    fn kill(mut self) -> Vec<Id> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.reader.join().unwrap()
    }
}

fn nothing_lost(house: &House, acknowledged: &[Id]) {
    let ledger = house.open();
    let lost = acknowledged
        .iter()
        .filter(|command| ledger.outcome(**command).unwrap().is_none());
    assert_eq!(lost.count(), 0, "of {}", acknowledged.len());
    let events = ledger.scan(0, usize::MAX).unwrap();
    assert_eq!(events.len() % 2, 0, "a half-made command");
    let mut once: Vec<_> = events.iter().map(|entry| (entry.file, entry.seq)).collect();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), events.len(), "something is there twice");
    assert!(events.len() >= 2 * acknowledged.len());
    drop(ledger);
    assert_eq!(verify(&house.dirs).unwrap().findings, []);
}

#[test]
fn a_node_killed_at_any_moment_loses_nothing_and_the_other_goes_on() {
    let house = House::new();
    drop(house.open());
    let mut acknowledged = vec![];
    let staying = Node::start(&house, "staying");
    for round in 0..5 {
        let node = Node::start(&house, &format!("node {round}"));
        thread::sleep(Duration::from_millis(400 + 37 * round));
        acknowledged.extend(node.kill());
    }
    let before = acknowledged.len();
    acknowledged.extend(staying.kill());
    assert!(
        acknowledged.len() > before,
        "the other node came to nothing"
    );
    nothing_lost(&house, &acknowledged);
}

#[test]
fn a_database_killed_at_any_moment_loses_nothing_and_the_nodes_find_it_again() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(
        folder.path(),
        std::os::unix::fs::PermissionsExt::from_mode(0o755),
    )
    .unwrap();
    let server = Server::make(&folder.path().join("server"), "");
    server.start();
    let house = House::on(&server);
    drop(house.open());
    let nodes = ["one", "two"].map(|name| Node::start(&house, name));
    for round in 0..4 {
        thread::sleep(Duration::from_millis(700 + 91 * round));
        server.crash();
        server.start();
    }
    thread::sleep(Duration::from_secs(2));
    let acknowledged: Vec<Id> = nodes.into_iter().flat_map(Node::kill).collect();
    assert!(acknowledged.len() > 20, "only {}", acknowledged.len());
    nothing_lost(&house, &acknowledged);
    server.stop();
}

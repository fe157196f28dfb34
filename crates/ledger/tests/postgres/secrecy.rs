//! Nothing readable stands in the database, its write-ahead log, its own log or a dump of it, however
//! much it is told to log.

use ledger::Ledger;

use crate::house::{House, adding, at, contains, fresh, id};
use crate::server::Server;

const CANARIES: [&str; 8] = [
    "Amina-Canary",
    "outcome-canary",
    "user-canary",
    "look-canary",
    "session-canary",
    "draft-canary",
    "note-canary",
    "space-canary",
];

#[test]
fn no_planted_name_is_found_in_the_database_its_logs_or_a_dump() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(
        folder.path(),
        std::os::unix::fs::PermissionsExt::from_mode(0o755),
    )
    .unwrap();
    // The most that an engineer in search of a fault would turn on.
    let server = Server::make(
        &folder.path().join("server"),
        "log_min_duration_statement = 0\nlog_parameter_max_length = -1\nlog_parameter_max_length_on_error = -1\n\
         log_error_verbosity = verbose\nlog_min_messages = debug1\nwal_level = logical\ndebug_print_parse = on",
    );
    server.start();
    let house = House::on(&server);
    let ledger = house.open();
    for number in 0..20_u8 {
        let mut append = adding(fresh(), 0, &["Amina-Canary", &"Amina-Canary ".repeat(200)]);
        append.outcome = b"outcome-canary".to_vec();
        let file = append.files[0].file;
        append.claims.push(ledger::Claim {
            space: "space-canary",
            value: format!("user-canary {number}"),
            file,
        });
        ledger.append(append.clone()).unwrap();
        // Refused, and refused by the database itself: errors are logged with what was sent.
        ledger.append(append).unwrap_err();
        let second = i64::from(number);
        ledger.look(at(second), b"look-canary").unwrap();
        ledger
            .session_begin(at(second), [number; 32], b"session-canary")
            .unwrap();
        ledger
            .put_aside("draft-canary", fresh(), b"draft-canary", at(second))
            .unwrap();
        ledger
            .destroy_file(at(second), id(1), b"note-canary")
            .unwrap();
    }
    server.ask("CHECKPOINT");
    server.ask("SELECT 'control-canary'");
    let dump = server.dump(house.schema());
    assert!(contains(&dump, b"COPY "), "the dump holds something");
    drop(ledger);
    let holds = |words: &str| contains(&dump, words.as_bytes()) || found_in(&server.folder, words);
    for canary in CANARIES {
        let digits: String = canary.bytes().map(|byte| format!("{byte:02x}")).collect();
        for words in [canary, &digits] {
            assert!(!holds(words), "{canary} stands in the clear");
        }
    }
    assert!(holds("control-canary"), "the search finds what is there");
    server.stop();
}

/// In data files, write-ahead log or log.
fn found_in(folder: &std::path::Path, words: &str) -> bool {
    let found = std::process::Command::new("grep")
        .args(["-rqaF", "--", words])
        .arg(folder)
        .status()
        .unwrap();
    found.success()
}

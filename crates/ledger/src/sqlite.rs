//! Connections to SQLite: how they are set, that they really are set so, and what their faults mean.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::Failure;
use crate::db::Role;

/// The form of the ledger that this program writes. Raised with every change of the tables.
pub(crate) const FORM: u32 = 1;

const BUSY: Duration = Duration::from_secs(5);

/// How the database is to be run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The most pages (of 4096 bytes) that the database may grow to; beyond that it counts as a full disk.
    pub max_pages: Option<u32>,
    pub(crate) synchronous: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            max_pages: None,
            synchronous: synchronous(),
        }
    }
}

const FULL: i64 = 2;

#[cfg(not(feature = "test-switches"))]
fn synchronous() -> i64 {
    FULL
}

/// `SANAD_TEST_WEAK_SYNC=1` leaves syncing out: the control run of a power-cut proof must lose data.
#[cfg(feature = "test-switches")]
fn synchronous() -> i64 {
    if crate::switches::is_on("SANAD_TEST_WEAK_SYNC") {
        0
    } else {
        FULL
    }
}

/// Opens an existing ledger and refuses one that is not set as safely as it must be.
pub(crate) fn connect(path: &Path, role: Role, settings: &Settings) -> Result<Connection, Failure> {
    let db = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(|error| located(error, path))?;
    db.busy_timeout(BUSY).map_err(fault)?;
    if role != Role::Reader && db.is_readonly("main").map_err(fault)? {
        return Err(Failure::ReadOnly { path: path.into() });
    }
    db.set_prepared_statement_cache_capacity(64);
    let mut wanted = wanted(settings);
    if role == Role::Reader {
        wanted.push(("query_only", 1));
    }
    // The way of the journal is stored in the file: a reader finds it set.
    if role != Role::Reader {
        use_wal(&db)?;
    }
    for (name, value) in &wanted {
        db.execute_batch(&format!("PRAGMA {name}={value}"))
            .map_err(fault)?;
    }
    if let (Role::Writer | Role::Maker, Some(pages)) = (role, settings.max_pages) {
        db.query_row(&format!("PRAGMA max_page_count={pages}"), [], |_| Ok(()))
            .map_err(fault)?;
    }
    check(&db, &wanted)?;
    Ok(db)
}

/// A write-ahead log: readers and the writer do not wait for each other, and a commit is one sync.
pub(crate) fn use_wal(db: &Connection) -> Result<(), Failure> {
    db.query_row("PRAGMA journal_mode=WAL", [], |_| Ok(()))
        .map_err(fault)
}

/// Opens a backup, which is complete in itself, without writing beside it.
pub(crate) fn connect_backup(path: &Path) -> Result<Connection, Failure> {
    let db = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(|error| located(error, path))?;
    db.set_prepared_statement_cache_capacity(64);
    db.execute_batch(
        "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY",
    )
    .map_err(fault)?;
    Ok(db)
}

/// What must hold on every connection. Checkpoints are made by the writer itself, which sees their faults.
fn wanted(settings: &Settings) -> Vec<(&'static str, i64)> {
    vec![
        ("synchronous", settings.synchronous),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("temp_store", 2),
        ("wal_autocheckpoint", 0),
    ]
}

fn check(db: &Connection, wanted: &[(&'static str, i64)]) -> Result<(), Failure> {
    let mode: String = db
        .query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .map_err(fault)?;
    if mode != "wal" {
        return Err(Failure::Weak(format!(
            "journal_mode is {mode}, must be wal"
        )));
    }
    for (name, value) in wanted {
        let found: i64 = db
            .query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))
            .map_err(fault)?;
        if found != *value {
            return Err(Failure::Weak(format!("{name} is {found}, must be {value}")));
        }
    }
    let busy: u128 = db
        .query_row("PRAGMA busy_timeout", [], |row| row.get::<_, i64>(0))
        .map_err(fault)?
        .unsigned_abs()
        .into();
    (busy == BUSY.as_millis())
        .then_some(())
        .ok_or_else(|| Failure::Weak(format!("busy_timeout is {busy}")))
}

/// Makes an empty database of the ledger's form in a new file. It becomes a WAL database when it is opened.
pub(crate) fn make(path: &Path, schema: &str) -> Result<Connection, Failure> {
    for old in [path.to_owned(), suffixed(path, "-journal")] {
        match std::fs::remove_file(&old) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Failure::io(&old, error));
            }
            _ => {}
        }
    }
    crate::disk::private()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|error| Failure::io(path, error))?;
    let db = Connection::open(path).map_err(|error| located(error, path))?;
    db.set_prepared_statement_cache_capacity(64);
    db.execute_batch(&format!("PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY; PRAGMA user_version={FORM}; BEGIN IMMEDIATE; {schema}"))
        .map_err(|error| located(error, path))?;
    Ok(db)
}

fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Reads the form from the first bytes of the file, before any database touches it.
pub(crate) fn form(path: &Path) -> Result<u32, Failure> {
    let mut start = [0; 100];
    std::fs::File::open(path)
        .and_then(|mut file| file.read_exact(&mut start))
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::UnexpectedEof => {
                Failure::damaged(format!("{} is cut short", path.display()))
            }
            _ => Failure::io(path, error),
        })?;
    if !start.starts_with(b"SQLite format 3\0") {
        return Err(Failure::damaged(format!(
            "{} is not a ledger",
            path.display()
        )));
    }
    Ok(u32::from_be_bytes([
        start[60], start[61], start[62], start[63],
    ]))
}

/// Refuses a ledger that a newer program has written.
pub(crate) fn check_form(found: u32) -> Result<(), Failure> {
    match found {
        FORM => Ok(()),
        0 => Err(Failure::damaged("it says no form")),
        newer if newer > FORM => Err(Failure::NewerLedger {
            found: newer,
            known: FORM,
        }),
        older => Err(Failure::damaged(format!(
            "it says form {older}, which never was"
        ))),
    }
}

fn located(error: rusqlite::Error, path: &Path) -> Failure {
    match fault(error) {
        Failure::ReadOnly { .. } => Failure::ReadOnly { path: path.into() },
        other => other,
    }
}

/// What an error of the database means. Its texts name tables and files, never values.
#[expect(clippy::needless_pass_by_value, reason = "reads well behind map_err")]
pub(crate) fn fault(error: rusqlite::Error) -> Failure {
    let rusqlite::Error::SqliteFailure(code, _) = &error else {
        return Failure::Engine(error.to_string());
    };
    match code.code {
        ErrorCode::DiskFull => Failure::DiskFull,
        // The shared index beside the WAL could not grow: that is a full disk too.
        ErrorCode::SystemIoFailure if code.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => {
            Failure::DiskFull
        }
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Failure::Busy,
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => {
            Failure::ReadOnly {
                path: "the ledger".into(),
            }
        }
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Failure::damaged(error.to_string()),
        _ => Failure::Engine(format!("{error} (code {})", code.extended_code)),
    }
}

/// Moves what the WAL holds into the database when it has grown, without waiting for readers.
pub(crate) fn checkpoint_when_long(db: &Connection) -> Result<(), Failure> {
    const LONG: i64 = 2000;
    let frames: i64 = db
        .query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| row.get(1))
        .map_err(fault)?;
    if frames < LONG {
        return Ok(());
    }
    match db
        .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
        .map_err(fault)
    {
        // Everything is safe in the WAL; the next one will move it.
        Err(Failure::DiskFull | Failure::Busy) | Ok(()) => Ok(()),
        Err(other) => Err(other),
    }
}

/// Empties the WAL, so that it holds no older copy of what was deleted. Waits for readers.
pub(crate) fn truncate_wal(db: &Connection) -> Result<(), Failure> {
    for _ in 0..3 {
        let busy: i64 = db
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map_err(fault)?;
        if busy == 0 {
            return Ok(());
        }
    }
    Err(Failure::Busy)
}

/// Closing does not move the write-ahead log into the database.
pub(crate) fn close_as_it_is(db: &Connection) {
    // That it may fail is no matter: it is tried after a fault, on the way out.
    let _ = db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_that_is_set_weaker_than_promised_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.db");
        let made = make(&path, "").unwrap();
        made.execute_batch("COMMIT").unwrap();
        use_wal(&made).unwrap();
        let settings = Settings::default();
        for role in [Role::Writer, Role::Reader] {
            let db = connect(&path, role, &settings).unwrap();
            check(&db, &wanted(&settings)).unwrap();
            for weaker in [
                "synchronous=NORMAL",
                "foreign_keys=0",
                "secure_delete=0",
                "trusted_schema=1",
                "busy_timeout=1",
            ] {
                let db = connect(&path, role, &settings).unwrap();
                db.execute_batch(&format!("PRAGMA {weaker}")).unwrap();
                let refused = check(&db, &wanted(&settings));
                assert!(matches!(refused, Err(Failure::Weak(_))), "{weaker}");
            }
        }
        made.query_row("PRAGMA journal_mode=DELETE", [], |_| Ok(()))
            .unwrap();
        assert!(matches!(
            connect(&path, Role::Reader, &settings),
            Err(Failure::Weak(_))
        ));
    }

    #[test]
    fn a_reader_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.db");
        let made = make(&path, "CREATE TABLE a(b);").unwrap();
        made.execute_batch("COMMIT").unwrap();
        use_wal(&made).unwrap();
        let reader = connect(&path, Role::Reader, &Settings::default()).unwrap();
        let refused = reader
            .execute_batch("INSERT INTO a VALUES (1)")
            .map_err(fault);
        assert!(matches!(refused, Err(Failure::ReadOnly { .. })));
    }
}

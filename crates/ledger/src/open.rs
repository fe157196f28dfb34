//! Opening a ledger, or making a new one, so that a crash in between is never taken for something else.

use std::fs::{self, File, TryLockError};
use std::sync::Arc;

use crate::db::{Db, Role, Wanted};
use crate::erasures::Erasures;
use crate::keyring::{Dirs, Keyring, Master};
use crate::making::{self, Making};
use crate::pen::{Epoch, Pen};
use crate::rows::Cell;
use crate::seal::Key;
use crate::shared::Shared;
use crate::sqlite::{self, Settings};
use crate::tree::Frontier;
use crate::work::Work;
use crate::writer::Writer;
use crate::{Failure, Head, disk, sql};
use jiff::Timestamp;

/// Opens the ledger; where there is neither ledger nor key, makes both.
pub(crate) fn open(dirs: &Dirs, settings: &Settings, make: bool) -> Result<Writer, Failure> {
    let (ledger, creating) = (making::exists(dirs)?, dirs.creating().exists());
    if ledger && !dirs.master().exists() {
        return Err(Failure::MissingKey {
            path: dirs.master(),
        });
    }
    if !ledger && !creating && (dirs.master().exists() || !make) {
        return Err(Failure::MissingLedger { path: dirs.place() });
    }
    if !ledger || dirs.database.is_some() {
        disk::make_folder(&dirs.data)?;
    }
    let lock = lock(dirs)?;
    if !ledger {
        create(dirs)?;
    }
    if dirs.creating().exists() {
        fs::remove_file(dirs.creating()).map_err(|fault| Failure::io(&dirs.creating(), fault))?;
    }
    load(dirs, settings, lock)
}

pub(crate) fn lock(dirs: &Dirs) -> Result<File, Failure> {
    let path = dirs.lock();
    let file = disk::private()
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .map_err(|fault| Failure::io(&path, fault))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Failure::InUse {
            path: dirs.data.clone(),
        }),
        Err(TryLockError::Error(fault)) => Err(Failure::io(&path, fault)),
    }
}

/// Keys first, then the ledger under another name; its own name is the last thing it gets.
fn create(dirs: &Dirs) -> Result<(), Failure> {
    disk::make_folder(&dirs.keys)?;
    disk::write_whole(&dirs.creating(), b"")?;
    let master = Master::fresh()?;
    master.save(dirs)?;
    let epoch = Epoch {
        number: 1,
        key: Key::fresh()?,
    };
    master.save_epoch(dirs, epoch.number, &epoch.key)?;
    let roots = master.wrap_roots(&Key::fresh()?)?;
    let ring = Keyring::open(&master, &roots).ok_or(Failure::WrongKey)?;
    Erasures::create(&dirs.erasures(), &ring)?;
    let making = Making::begin(dirs, "ledger.making")?;
    let mut log = Frontier::default();
    let mut pen = Pen {
        db: &making.db,
        ring: &ring,
        epoch: &epoch,
        log: &mut log,
    };
    pen.set_meta("form", sqlite::FORM.to_be_bytes().to_vec())?;
    pen.set_meta("ledger", master.ledger.0.to_vec())?;
    pen.set_meta("roots", roots)?;
    pen.set_meta("epoch", epoch.number.to_be_bytes().to_vec())?;
    // A ledger begins before anything that is recorded in it.
    pen.sign(None, Timestamp::UNIX_EPOCH)?;
    making.finish(dirs)
}

fn load(dirs: &Dirs, settings: &Settings, lock: File) -> Result<Writer, Failure> {
    if dirs.database.is_none() {
        sqlite::check_form(sqlite::form(&dirs.ledger())?)?;
    }
    let master = Master::load(dirs)?;
    let db = Db::connect(dirs, Role::Writer, settings)?;
    if db.is_shared() {
        // Nobody else writes between what is read here.
        db.begin(&Wanted::default())?;
    }
    let ring = keyring(&db, &master)?;
    let epoch = epoch(&db, dirs, &master)?;
    let head = last_head(&db, &ring)?;
    check_kept_head(&db, dirs, &ring, &head)?;
    let log = frontier(&db, &head)?;
    if db.is_shared() {
        db.rollback()?;
    }
    let erasures = Erasures::read(&dirs.erasures(), &ring)?;
    let shared = Shared::new(
        dirs.clone(),
        (master, ring),
        settings.clone(),
        head.clone(),
        &epoch,
    );
    let mut writer = Writer {
        db,
        shared: Arc::new(shared),
        log,
        head,
        epoch,
        erasures,
        lock,
        stopped: None,
        kept: None,
        keep_due: true,
        truncate_due: false,
    };
    complete_erasures(&mut writer)?;
    remove_old_epochs(&writer)?;
    Ok(writer)
}

/// The ring that the master opens in this database; says which of the two is wrong when it does not.
pub(crate) fn keyring(db: &Db, master: &Master) -> Result<Keyring, Failure> {
    match keyring_in_meta(db, master) {
        Err(Failure::WrongKey) if signed_by(db, master)? => Err(Failure::damaged(
            "the keys are the right ones, but meta was changed",
        )),
        other => other,
    }
}

fn keyring_in_meta(db: &Db, master: &Master) -> Result<Keyring, Failure> {
    let form = meta_bytes(db, "form")?
        .try_into()
        .map_err(|_| Failure::damaged("meta has no form"))?;
    sqlite::check_form(u32::from_be_bytes(form))?;
    if meta_bytes(db, "ledger")? != master.ledger.0 {
        return Err(Failure::WrongKey);
    }
    Keyring::open(master, &meta_bytes(db, "roots")?).ok_or(Failure::WrongKey)
}

fn meta_bytes(db: &Db, name: &str) -> Result<Vec<u8>, Failure> {
    let row = sql::meta(db, name)?;
    let bytes = row.and_then(|(_, cells)| cells.get(1).and_then(Cell::bytes).map(<[u8]>::to_vec));
    bytes.ok_or_else(|| Failure::damaged(format!("meta has no {name}")))
}

/// Whether this master's key has signed the newest head: then it belongs to this ledger.
pub(crate) fn signed_by(db: &Db, master: &Master) -> Result<bool, Failure> {
    let head = sql::last_head(db)?.and_then(|note| Head::parse(&note));
    Ok(head.is_some_and(|head| head.is_signed(master.ledger, &master.signer().verifying_key())))
}

pub(crate) fn epoch(db: &Db, dirs: &Dirs, master: &Master) -> Result<Epoch, Failure> {
    let row = sql::meta(db, "epoch")?;
    let number = row.and_then(|(_, cells)| {
        cells
            .get(1)
            .and_then(Cell::bytes)
            .and_then(|bytes| bytes.try_into().ok())
    });
    let number = number
        .map(u64::from_be_bytes)
        .ok_or_else(|| Failure::damaged("meta has no epoch"))?;
    Ok(Epoch {
        number,
        key: master.load_epoch(dirs, number)?,
    })
}

pub(crate) fn last_head(db: &Db, ring: &Keyring) -> Result<Head, Failure> {
    sql::last_head(db)?
        .and_then(|note| Head::parse(&note))
        .filter(|head| head.is_signed(ring.ledger, &ring.signer.verifying_key()))
        .ok_or_else(|| Failure::damaged("the newest head is not signed by this ledger"))
}

/// An older copy of the whole database looks sound from inside; the head kept outside shows it.
fn check_kept_head(db: &Db, dirs: &Dirs, ring: &Keyring, last: &Head) -> Result<(), Failure> {
    let Some(kept) = kept_head(dirs, ring) else {
        return Ok(());
    };
    match sql::head_note(db, kept.number)? {
        Some(note) if note == kept.note => Ok(()),
        Some(_) => Err(Failure::damaged(format!(
            "head {} is not the one that was kept with the keys",
            kept.number
        ))),
        None => Err(Failure::RolledBack {
            kept: kept.number,
            found: last.number,
        }),
    }
}

/// The head in the keys folder, when it is there and sound.
pub(crate) fn kept_head(dirs: &Dirs, ring: &Keyring) -> Option<Head> {
    let head = Head::parse(&fs::read_to_string(dirs.head()).ok()?)?;
    head.is_signed(ring.ledger, &ring.signer.verifying_key())
        .then_some(head)
}

/// The right edge of the tree: from its row when that fits the signed head, else from the log itself.
pub(crate) fn frontier(db: &Db, head: &Head) -> Result<Frontier, Failure> {
    let fits = |log: &Frontier| log.size() == head.size && log.root() == head.root;
    let stored = sql::frontier(db)?
        .and_then(|state| Frontier::from_bytes(&state))
        .filter(fits);
    let log = match stored {
        Some(log) => log,
        None => rebuilt(db)?,
    };
    if fits(&log) && sql::log_size(db)? == head.size {
        return Ok(log);
    }
    Err(Failure::damaged("the log is not what its newest head says"))
}

pub(crate) fn rebuilt(db: &Db) -> Result<Frontier, Failure> {
    let mut log = Frontier::default();
    sql::each_log_row(db, |entry| {
        let entry = entry
            .map_err(|position| Failure::damaged(format!("row {position} of the log is none")))?;
        log.push(&entry.leaf());
        Ok(())
    })?;
    Ok(log)
}

/// A crash can come between the list's line and the destruction of the keys.
fn complete_erasures(writer: &mut Writer) -> Result<(), Failure> {
    for erasure in writer.erasures.entries.clone() {
        if sql::erased(&writer.db, erasure.file, erasure.seq)? {
            continue;
        }
        let note = vec![];
        writer.erase_whole(Work::Erase {
            at: erasure.at,
            file: erasure.file,
            seq: erasure.seq,
            note,
        })?;
    }
    Ok(())
}

/// A crash can come between a renewal and the destruction of the key before.
fn remove_old_epochs(writer: &Writer) -> Result<(), Failure> {
    let dirs = &writer.shared.dirs;
    for number in 1..writer.epoch.number {
        if dirs.epoch(number).exists() {
            disk::shred(&dirs.epoch(number))?;
        }
    }
    Ok(())
}

//! Restoring: the ledger, the keys that may still live, and nothing of what was erased.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use jiff::Timestamp;

use super::copy_without_keys;
use super::keys::KeysBackup;
use crate::db::Db;
use crate::erasures::Erasures;
use crate::keyring::{Dirs, Keyring, Master};
use crate::making::{self, Making};
use crate::pen::Pen;
use crate::rows::{Cell, Op, Table, row_hash};
use crate::sql::{self, Placed};
use crate::tree::{Frontier, Hash};
use crate::{Failure, Head, Id, disk, open, sqlite, work};

/// What a restore did.
#[derive(Debug, Clone)]
pub struct Restored {
    /// The newest head that the backup held.
    pub from: Head,
    /// The newest head known of this ledger; everything between the two is lost.
    pub last_known: Head,
    /// The head that the restore signed.
    pub head: Head,
    /// Keys that the backup's ledger knows but that were not brought back: erased since, or not in `keys.backup`.
    pub keys_gone: u64,
}

/// Brings a ledger back from `from_ledger` and `from_keys` into a data folder without one. The keys
/// folder must hold the master key. Refuses without the erasure list, and replays it before the ledger
/// has its name. The two artefacts need not be of one age: an old ledger opens with the newest keys.
pub fn restore(
    from_ledger: &Path,
    from_keys: &Path,
    erasures: &Path,
    into: &Dirs,
    at: Timestamp,
) -> Result<Restored, Failure> {
    if making::exists(into)? {
        return Err(Failure::Exists { path: into.place() });
    }
    sqlite::check_form(sqlite::form(from_ledger)?)?;
    let master = Master::load(into)?;
    let source = Db::Sqlite(sqlite::connect_backup(from_ledger)?);
    let ring = open::keyring(&source, &master)?;
    let list = erasure_list(&source, erasures, &ring)?;
    let from = open::last_head(&source, &ring)?;
    let log = open::rebuilt(&source)?;
    if (log.size(), log.root()) != (from.size, from.root) {
        return Err(Failure::damaged(
            "the log of the backup is not what its newest head says",
        ));
    }
    let keys = KeysBackup::open(from_keys, &master)?;
    disk::make_folder(&into.data)?;
    let _lock = open::lock(into)?;
    let making = Making::begin(into, "ledger.restoring")?;
    let db = &making.db;
    copy_without_keys(&source, db)?;
    let last_known = open::kept_head(into, &ring)
        .filter(|kept| kept.number > from.number)
        .unwrap_or(from.clone());
    master.save_epoch(into, keys.epoch.number, &keys.epoch.key)?;
    let mut restoring = Restoring {
        db,
        ring: &ring,
        log,
        list: &list,
    };
    let (head, keys_gone) = restoring.run(keys, &from, &last_known, at)?;
    if erasures != into.erasures() {
        list.copy_to(&into.erasures())?;
    }
    disk::write_whole(&into.head(), head.note.as_bytes())?;
    // Its name is the last thing that the ledger gets: until then there is nothing to open.
    making.finish(into)?;
    Ok(Restored {
        from,
        last_known,
        head,
        keys_gone,
    })
}

/// The list must hold at least what the backup itself knows to be erased; a shorter one is an older one.
fn erasure_list(source: &Db, path: &Path, ring: &Keyring) -> Result<Erasures, Failure> {
    let list = Erasures::read(path, ring)?;
    sql::each(source, Table::Erased, |(_, cells)| match key_name(&cells) {
        Some((file, seq)) if list.holds(file, seq) => Ok(()),
        _ => Err(Failure::OldErasures { path: path.into() }),
    })?;
    Ok(list)
}

/// The file and number with which the rows of `keys` and `erased` begin.
fn key_name(cells: &[Cell]) -> Option<(Id, u64)> {
    let file = cells.first()?.bytes()?.try_into().ok()?;
    Some((Id(file), sql::nat(cells.get(1)?.int()?)))
}

/// What the log says is there, by position.
struct Living {
    keys: HashMap<u64, Hash>,
    sessions: BTreeMap<u64, Hash>,
}

struct Restoring<'a> {
    db: &'a Db,
    ring: &'a Keyring,
    log: Frontier,
    list: &'a Erasures,
}

impl Restoring<'_> {
    fn run(
        &mut self,
        keys: KeysBackup,
        from: &Head,
        last_known: &Head,
        at: Timestamp,
    ) -> Result<(Head, u64), Failure> {
        let Living {
            keys: mut living,
            sessions,
        } = self.living()?;
        let epoch = crate::pen::Epoch {
            number: keys.epoch.number,
            key: keys.epoch.key.clone(),
        };
        let mut pen = Pen {
            db: self.db,
            ring: self.ring,
            epoch: &epoch,
            log: &mut self.log,
        };
        let erased: HashSet<(Id, u64)> = self
            .list
            .entries
            .iter()
            .map(|entry| (entry.file, entry.seq))
            .collect();
        keys.each(|row| bring_back(&mut pen, row, &mut living, &erased))?;
        let keys_gone = living.len() as u64;
        let mut gone: Vec<_> = living.into_iter().collect();
        gone.sort_unstable();
        for (row, hash) in gone {
            pen.gone(Table::Keys, row, hash)?;
        }
        for (row, hash) in sessions {
            pen.gone(Table::Sessions, row, hash)?;
        }
        for entry in &self.list.entries {
            work::erase(&mut pen, entry.at, entry.file, entry.seq, &[])?;
        }
        pen.set_meta("epoch", epoch.number.to_be_bytes().to_vec())?;
        let record = format!(
            "restored at {at} from head {}; last head known:\n{}",
            from.number, last_known.note
        );
        pen.make(
            Table::Meta,
            &["restored".into(), record.into_bytes().into()],
        )?;
        Ok((pen.sign(Some(from), at)?, keys_gone))
    }

    fn living(&self) -> Result<Living, Failure> {
        let (mut keys, mut sessions) = (HashMap::new(), BTreeMap::new());
        sql::each_log_row(self.db, |entry| {
            let entry = entry.map_err(|position| {
                Failure::damaged(format!("row {position} of the log is none"))
            })?;
            match (entry.table, entry.op) {
                (Table::Keys, Op::Made) => drop(keys.insert(entry.row, entry.hash)),
                (Table::Keys, Op::Destroyed) => drop(keys.remove(&entry.row)),
                (Table::Sessions, Op::Made) => drop(sessions.insert(entry.row, entry.hash)),
                (Table::Sessions, Op::Destroyed) => drop(sessions.remove(&entry.row)),
                _ => {}
            }
            Ok(())
        })?;
        Ok(Living { keys, sessions })
    }
}

/// A key comes back at its own position, or, when the backup of keys is of another age, as a new row.
fn bring_back(
    pen: &mut Pen<'_>,
    (position, cells): Placed,
    living: &mut HashMap<u64, Hash>,
    erased: &HashSet<(Id, u64)>,
) -> Result<(), Failure> {
    let (file, seq) = key_name(&cells)
        .ok_or_else(|| Failure::damaged("a key of the backup belongs to no file"))?;
    if erased.contains(&(file, 0)) || erased.contains(&(file, seq)) {
        return Ok(());
    }
    if living.get(&position) == Some(&row_hash(Table::Keys, &cells)) {
        living.remove(&position);
        return sql::insert(pen.db, Table::Keys, position, &cells);
    }
    if sql::file_end(pen.db, file)?.0 >= seq.max(1) {
        pen.make(Table::Keys, &cells)?;
    }
    Ok(())
}

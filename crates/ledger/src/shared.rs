//! What the writer and the readers share: keys in memory, the newest head, connections to read with.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use crate::db::{Db, Role};
use crate::keyring::{Dirs, Keyring, Master};
use crate::pen::Epoch;
use crate::seal::{self, Key};
use crate::sqlite::Settings;
use crate::{Failure, Head, Id};

pub(crate) struct Shared {
    pub dirs: Dirs,
    pub ring: Keyring,
    pub settings: Settings,
    pub master: Master,
    head: Mutex<Head>,
    grown: Condvar,
    /// More than one only while a renewal is under way.
    epochs: RwLock<BTreeMap<u64, Key>>,
    cache: Mutex<Cache>,
    idle: Mutex<Vec<Db>>,
    lent: Mutex<usize>,
    given_back: Condvar,
}

/// Read connections that are kept open when nobody reads.
const IDLE: usize = 8;
/// Read connections at once; whoever comes when all are lent waits for one. A server has a hundred for
/// all nodes together, unless it is told otherwise.
const LENT: usize = 16;
/// File keys kept unwrapped.
const CACHED: usize = 4096;

#[derive(Default)]
struct Cache {
    keys: HashMap<Id, Key>,
    order: VecDeque<Id>,
    /// A reader that was under way while a file was erased must not bring its key back.
    gone: HashSet<Id>,
}

impl Shared {
    pub fn new(
        dirs: Dirs,
        (master, ring): (Master, Keyring),
        settings: Settings,
        head: Head,
        epoch: &Epoch,
    ) -> Self {
        Self {
            dirs,
            ring,
            settings,
            master,
            head: Mutex::new(head),
            grown: Condvar::new(),
            epochs: RwLock::new(BTreeMap::from([(epoch.number, epoch.key.clone())])),
            cache: Mutex::default(),
            idle: Mutex::default(),
            lent: Mutex::default(),
            given_back: Condvar::new(),
        }
    }

    pub fn head(&self) -> Head {
        held(&self.head).clone()
    }

    /// Never goes back: whoever heard of a newer one in another way keeps it.
    pub fn set_head(&self, head: Head) {
        let mut known = held(&self.head);
        if head.number > known.number {
            *known = head;
            self.grown.notify_all();
        }
    }

    /// Waits until the ledger has grown beyond this, or until this long has passed.
    pub fn beyond(&self, position: u64, patience: Duration) -> u64 {
        let known = held(&self.head);
        let (known, _) = self
            .grown
            .wait_timeout_while(known, patience, |head| head.size <= position)
            .unwrap_or_else(PoisonError::into_inner);
        known.size
    }

    pub fn add_epoch(&self, epoch: &Epoch) {
        self.epochs
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(epoch.number, epoch.key.clone());
    }

    pub fn drop_epoch(&self, number: u64) {
        self.epochs
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&number);
    }

    pub fn forget(&self, file: Id) {
        let mut cache = held(&self.cache);
        cache.keys.remove(&file);
        cache.gone.insert(file);
    }

    /// A file's key, from memory or unwrapped. Nothing when its epoch is not known (any more).
    pub fn file_key(&self, file: Id, epoch: u64, wrapped: &[u8]) -> Result<Option<Key>, Failure> {
        if let Some(key) = held(&self.cache).keys.get(&file) {
            return Ok(Some(key.clone()));
        }
        let Some(under) = self.epoch_key(epoch) else {
            return Ok(None);
        };
        let key = seal::unwrap(&under, &self.ring.place("file key", file, 0), wrapped)
            .ok_or_else(|| Failure::damaged(format!("the key of file {file} does not open")))?;
        held(&self.cache).put(file, &key);
        Ok(Some(key))
    }

    /// An epoch that began on another node is read from the keys folder, which they share.
    fn epoch_key(&self, number: u64) -> Option<Key> {
        let known = self.epochs.read().unwrap_or_else(PoisonError::into_inner);
        let key = known.get(&number).cloned();
        drop(known);
        if key.is_some() || self.dirs.database.is_none() {
            return key;
        }
        let key = self.master.load_epoch(&self.dirs, number).ok()?;
        self.add_epoch(&Epoch {
            number,
            key: key.clone(),
        });
        Some(key)
    }

    /// Lends a read connection. One that was cut while it lay idle is made anew.
    pub fn reading<T>(&self, read: impl Fn(&Db) -> Result<T, Failure>) -> Result<T, Failure> {
        let _turn = self.turn();
        let idle = held(&self.idle).pop().filter(|db| !db.is_broken());
        let answer = match idle {
            Some(db) => self.lend(db, &read),
            None => return self.lend(self.reader()?, &read),
        };
        match answer {
            Err(Failure::Unreachable(_)) => self.lend(self.reader()?, &read),
            other => other,
        }
    }

    fn lend<T>(&self, db: Db, read: &impl Fn(&Db) -> Result<T, Failure>) -> Result<T, Failure> {
        let answer = read(&db);
        let mut idle = held(&self.idle);
        if matches!(answer, Err(Failure::Unreachable(_))) {
            // Whatever cut this one has cut the others.
            idle.clear();
        } else if idle.len() < IDLE && !db.is_broken() {
            idle.push(db);
        }
        answer
    }

    fn turn(&self) -> Turn<'_> {
        let mut lent = self
            .given_back
            .wait_while(held(&self.lent), |lent| *lent >= LENT)
            .unwrap_or_else(PoisonError::into_inner);
        *lent += 1;
        Turn(self)
    }

    fn reader(&self) -> Result<Db, Failure> {
        Db::connect(&self.dirs, Role::Reader, &self.settings)
    }

    /// Closes the read connections, so that the writer's is the last to close.
    pub fn close_readers(&self) {
        held(&self.idle).clear();
    }
}

/// A connection is lent as long as this lives.
struct Turn<'s>(&'s Shared);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *held(&self.0.lent) -= 1;
        self.0.given_back.notify_one();
    }
}

impl Cache {
    fn put(&mut self, file: Id, key: &Key) {
        if self.gone.contains(&file) || self.keys.insert(file, key.clone()).is_some() {
            return;
        }
        self.order.push_back(file);
        if self.order.len() > CACHED
            && let Some(oldest) = self.order.pop_front()
        {
            self.keys.remove(&oldest);
        }
    }
}

/// What a lock guards here is whole after every step, so a panic elsewhere spoils nothing.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

//! What the writer and the readers share: keys in memory, the newest head, connections to read with.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use rusqlite::Connection;

use crate::keyring::{Dirs, Keyring};
use crate::pen::Epoch;
use crate::seal::{self, Key};
use crate::sqlite::{self, Role, Settings};
use crate::{Failure, Head, Id};

pub(crate) struct Shared {
    pub dirs: Dirs,
    pub ring: Keyring,
    pub settings: Settings,
    head: Mutex<Head>,
    /// More than one only while a renewal is under way.
    epochs: RwLock<BTreeMap<u64, Key>>,
    cache: Mutex<Cache>,
    idle: Mutex<Vec<Connection>>,
}

/// Read connections that are kept open when nobody reads.
const IDLE: usize = 8;
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
    pub fn new(dirs: Dirs, ring: Keyring, settings: Settings, head: Head, epoch: &Epoch) -> Self {
        Self {
            dirs,
            ring,
            settings,
            head: Mutex::new(head),
            epochs: RwLock::new(BTreeMap::from([(epoch.number, epoch.key.clone())])),
            cache: Mutex::default(),
            idle: Mutex::default(),
        }
    }

    pub fn head(&self) -> Head {
        held(&self.head).clone()
    }

    pub fn set_head(&self, head: Head) {
        *held(&self.head) = head;
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
        let epochs = self.epochs.read().unwrap_or_else(PoisonError::into_inner);
        let Some(under) = epochs.get(&epoch) else {
            return Ok(None);
        };
        let key = seal::unwrap(under, &self.ring.place("file key", file, 0), wrapped)
            .ok_or_else(|| Failure::damaged(format!("the key of file {file} does not open")))?;
        held(&self.cache).put(file, &key);
        Ok(Some(key))
    }

    /// Lends a read connection.
    pub fn reading<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let idle = held(&self.idle).pop();
        let db = match idle {
            Some(db) => db,
            None => self.reader()?,
        };
        let answer = read(&db);
        let mut idle = held(&self.idle);
        if idle.len() < IDLE {
            idle.push(db);
        }
        answer
    }

    fn reader(&self) -> Result<Connection, Failure> {
        sqlite::connect(&self.dirs.ledger(), Role::Reader, &self.settings)
    }

    /// Closes the read connections, so that the writer's is the last to close.
    pub fn close_readers(&self) {
        held(&self.idle).clear();
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

//! The ledger over its database: requests go to the writer's thread, reads to connections of their own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::contract::{Append, Appended, Aside, Entry, Ledger, Look, Mark, Session};
use crate::keyring::Dirs;
use crate::postgres::{self, Address, News};
use crate::seal;
use crate::shared::Shared;
use crate::sqlite::Settings;
use crate::work::Work;
use crate::writer::{Answer, Order, Request};
use crate::{AppendError, Failure, Head, Id, making, open, prepare, read, snapshot, sql};

/// The ledger in its database, sealed. In SQLite one process may have it open; in PostgreSQL any number
/// of nodes, each with a data folder of its own. Any number of threads may share it.
pub struct SealedLedger {
    shared: Arc<Shared>,
    /// Nothing while it is being closed.
    requests: Option<Sender<Request>>,
    writer: Option<JoinHandle<()>>,
    following: Option<Following>,
}

/// The thread that hears what other nodes write.
struct Following {
    stop: Arc<AtomicBool>,
    news: Arc<News>,
    thread: JoinHandle<()>,
}

impl SealedLedger {
    /// Opens the ledger; makes one with new keys where there is neither a ledger nor a key.
    pub fn open(dirs: &Dirs) -> Result<Self, Failure> {
        Self::open_with(dirs, &Settings::default())
    }

    /// Opens the ledger with other than the usual settings.
    pub fn open_with(dirs: &Dirs, settings: &Settings) -> Result<Self, Failure> {
        Self::start(dirs, settings, true)
    }

    /// Makes a new ledger; refuses where there is one.
    pub fn create(dirs: &Dirs) -> Result<Self, Failure> {
        let ledger = making::exists(dirs)?.then(|| dirs.place());
        let master = Some(dirs.master()).filter(|path| path.exists());
        match ledger.or(master) {
            Some(path) if !dirs.creating().exists() => return Err(Failure::Exists { path }),
            _ => {}
        }
        Self::open(dirs)
    }

    /// Opens a ledger that must be there.
    pub fn open_existing(dirs: &Dirs) -> Result<Self, Failure> {
        Self::start(dirs, &Settings::default(), false)
    }

    fn start(dirs: &Dirs, settings: &Settings, make: bool) -> Result<Self, Failure> {
        let writer = open::open(dirs, settings, make)?;
        let shared = Arc::clone(&writer.shared);
        let (requests, inbox) = channel();
        let thread = std::thread::Builder::new()
            .name("ledger".into())
            .spawn(move || writer.run(&inbox))
            .map_err(|fault| Failure::io(&dirs.data, fault))?;
        let following = match &dirs.database {
            None => None,
            Some(address) => Some(Self::follow(&shared, address.clone())?),
        };
        Ok(Self {
            shared,
            requests: Some(requests),
            writer: Some(thread),
            following,
        })
    }

    fn follow(shared: &Arc<Shared>, address: Address) -> Result<Following, Failure> {
        let stop = Arc::new(AtomicBool::new(false));
        let news = Arc::new(News::default());
        let (shared, heard, told) = (Arc::clone(shared), Arc::clone(&news), Arc::clone(&stop));
        let thread = std::thread::Builder::new()
            .name("ledger-news".into())
            .spawn(move || postgres::follow(&shared, &address, &heard, &told))
            .map_err(|fault| Failure::Stopped(fault.to_string()))?;
        Ok(Following { stop, news, thread })
    }

    /// Makes a new epoch key, wraps all living file keys under it and destroys the old one: what was
    /// erased goes dark in every copy made before.
    pub fn renew_epoch(&self, at: Timestamp) -> Result<(), Failure> {
        self.ask(Order::Renew(at))
            .map(drop)
            .map_err(AppendError::into_failure)
    }

    /// Where it lives.
    pub fn dirs(&self) -> &Dirs {
        &self.shared.dirs
    }

    fn ask(&self, order: Order) -> Answer {
        let gone = || Failure::Stopped("its thread has ended".into());
        let (reply, answer) = sync_channel(1);
        let requests = self.requests.as_ref().ok_or_else(gone)?;
        requests
            .send(Request { order, reply })
            .map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?
    }

    /// For work that cannot be refused.
    fn have_done(&self, work: Work) -> Result<u64, Failure> {
        self.ask(Order::Work(work))
            .map_err(AppendError::into_failure)
    }
}

impl Drop for SealedLedger {
    fn drop(&mut self) {
        self.requests = None;
        if let Some(writer) = self.writer.take() {
            // A writer that panicked has stored nothing it had not acknowledged.
            let _ = writer.join();
        }
        if let Some(following) = self.following.take() {
            following.stop.store(true, Ordering::Relaxed);
            following.news.ring();
            let _ = following.thread.join();
        }
    }
}

impl Ledger for SealedLedger {
    fn append(&self, append: Append) -> Result<Appended, AppendError> {
        let command = append.command;
        let prepared = match prepare::append(&self.shared, append) {
            Ok(prepared) => prepared,
            // A repeated command is answered as one, whatever has become of its files since.
            Err(refusal) => {
                return Err(self
                    .outcome(command)?
                    .map_or(refusal, |outcome| AppendError::Repeated { outcome }));
            }
        };
        let position = self.ask(Order::Work(Work::Append(Box::new(prepared))))?;
        Ok(Appended { position })
    }

    fn read(&self, file: Id) -> Result<Vec<Entry>, Failure> {
        read::file(&self.shared, file)
    }

    fn mark(&self, file: Id) -> Result<Mark, Failure> {
        self.shared.reading(|db| sql::mark(db, file))
    }

    fn files(&self, after: Id, limit: usize) -> Result<Vec<Id>, Failure> {
        self.shared.reading(|db| sql::files(db, after, limit))
    }

    fn put_snapshot(&self, content: &[u8]) -> Result<(), Failure> {
        snapshot::put(&self.shared.dirs, &self.shared.ring, content)
    }

    fn snapshot(&self) -> Option<Zeroizing<Vec<u8>>> {
        snapshot::get(&self.shared.dirs, &self.shared.ring)
    }

    fn scan(&self, after: u64, limit: usize) -> Result<Vec<Entry>, Failure> {
        read::scan(&self.shared, after, limit)
    }

    fn outcome(&self, command: Id) -> Result<Option<Vec<u8>>, Failure> {
        read::outcome(&self.shared, command)
    }

    fn claimed(&self, space: &'static str, value: &str) -> Result<Option<Id>, Failure> {
        read::claimed(&self.shared, space, value)
    }

    fn look(&self, at: Timestamp, content: &[u8]) -> Result<(), Failure> {
        let ring = &self.shared.ring;
        let sealed = seal::seal(&ring.looks, &read::look_place(ring, at), content)?;
        self.have_done(Work::Look { at, sealed }).map(drop)
    }

    fn looks(&self, after: u64, limit: usize) -> Result<Vec<Look>, Failure> {
        read::looks(&self.shared, after, limit)
    }

    fn forget_looks(&self, at: Timestamp, until: u64) -> Result<u64, Failure> {
        self.have_done(Work::ForgetLooks { at, until })
    }

    fn session_begin(
        &self,
        at: Timestamp,
        token_hash: [u8; 32],
        content: &[u8],
    ) -> Result<(), Failure> {
        let ring = &self.shared.ring;
        let token = ring.token_hash(&token_hash);
        let whole = [&token_hash[..], content].concat();
        let sealed = seal::seal(&ring.sessions, &ring.row_place("sessions", &token), &whole)?;
        self.have_done(Work::SessionBegin { at, token, sealed })
            .map(drop)
    }

    fn session(&self, token_hash: [u8; 32]) -> Result<Option<Session>, Failure> {
        let token = self.shared.ring.token_hash(&token_hash);
        let row = self.shared.reading(|db| sql::session(db, &token))?;
        row.map(|row| read::session(&self.shared, &row)).transpose()
    }

    fn session_end(&self, at: Timestamp, token_hash: [u8; 32]) -> Result<(), Failure> {
        let token = self.shared.ring.token_hash(&token_hash);
        self.have_done(Work::SessionEnd { at, token }).map(drop)
    }

    fn sessions(&self) -> Result<Vec<Session>, Failure> {
        let rows = self.shared.reading(sql::sessions)?;
        rows.iter()
            .map(|row| read::session(&self.shared, row))
            .collect()
    }

    fn put_aside(
        &self,
        space: &str,
        key: Id,
        content: &[u8],
        at: Timestamp,
    ) -> Result<(), Failure> {
        let ring = &self.shared.ring;
        let hash = ring.aside_hash(space, key);
        let whole = [&key.0[..], content].concat();
        let sealed = seal::seal(&ring.aside, &ring.row_place("aside", &hash), &whole)?;
        self.have_done(Work::PutAside {
            at,
            key: hash,
            space: ring.space_hash(space),
            sealed,
        })
        .map(drop)
    }

    fn aside(&self, space: &str, key: Id) -> Result<Option<Aside>, Failure> {
        let hash = self.shared.ring.aside_hash(space, key);
        let row = self.shared.reading(|db| sql::aside(db, &hash))?;
        row.map(|row| read::aside(&self.shared, &row)).transpose()
    }

    fn asides(&self, space: &str) -> Result<Vec<Aside>, Failure> {
        let space = self.shared.ring.space_hash(space);
        let rows = self.shared.reading(|db| sql::asides(db, &space))?;
        rows.iter()
            .map(|row| read::aside(&self.shared, row))
            .collect()
    }

    fn drop_aside(&self, space: &str, key: Id) -> Result<(), Failure> {
        self.have_done(Work::DropAside {
            key: self.shared.ring.aside_hash(space, key),
        })
        .map(drop)
    }

    fn destroy_file(&self, at: Timestamp, file: Id, note: &[u8]) -> Result<(), Failure> {
        self.have_done(Work::Erase {
            at,
            file,
            seq: 0,
            note: note.to_vec(),
        })
        .map(drop)
    }

    fn destroy_event(&self, at: Timestamp, file: Id, seq: u64) -> Result<(), Failure> {
        if seq == 0 {
            return Err(Failure::Misuse("events are numbered from 1"));
        }
        self.have_done(Work::Erase {
            at,
            file,
            seq,
            note: vec![],
        })
        .map(drop)
    }

    fn position(&self) -> u64 {
        self.shared.head().size
    }

    fn is_shared(&self) -> bool {
        self.following.is_some()
    }

    fn newest(&self) -> Result<u64, Failure> {
        if self.is_shared() {
            self.shared.reading(sql::log_size)
        } else {
            Ok(self.position())
        }
    }

    fn beyond(&self, position: u64, patience: Duration) -> u64 {
        self.shared.beyond(position, patience)
    }

    fn changed(&self, after: u64, limit: usize) -> Result<Vec<(u64, Id)>, Failure> {
        self.shared.reading(|db| sql::changed(db, after, limit))
    }

    fn head(&self) -> Head {
        self.shared.head()
    }
}

//! The one thread that writes: what arrives together shares one transaction, one head and one sync.

use std::fs::File;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::erasures::{Erasure, Erasures};
use crate::keyring::Master;
use crate::pen::{Epoch, Pen};
use crate::seal::Key;
use crate::shared::Shared;
use crate::tree::Frontier;
use crate::work::{self, Work};
use crate::{AppendError, Failure, Head, disk, snapshot, sql, sqlite, switches};

/// The most requests in one transaction.
const TOGETHER: usize = 256;
/// The head in the keys folder lags by about this much at most.
const KEEP_HEAD: Duration = Duration::from_secs(1);

pub(crate) type Answer = Result<u64, AppendError>;

/// What the writer is asked.
pub(crate) enum Order {
    /// One piece of work, together with others.
    Work(Work),
    /// A new epoch key.
    Renew(Timestamp),
}

pub(crate) struct Request {
    pub order: Order,
    pub reply: SyncSender<Answer>,
}

pub(crate) struct Writer {
    pub db: Connection,
    pub shared: Arc<Shared>,
    pub master: Master,
    pub log: Frontier,
    pub head: Head,
    pub epoch: Epoch,
    pub erasures: Erasures,
    /// Held as long as this writes, so that no second program does.
    pub lock: File,
    /// Why nothing is written any more, after a fault of the disk.
    pub stopped: Option<String>,
    /// When the head was last kept outside the database, and whether it has grown since.
    pub kept: Option<Instant>,
    pub keep_due: bool,
    /// Deleted keys may still stand in the WAL.
    pub truncate_due: bool,
}

impl Writer {
    /// Serves requests until nobody can make any.
    pub fn run(mut self, inbox: &Receiver<Request>) {
        loop {
            let first = if self.keep_due || self.truncate_due {
                inbox.recv_timeout(KEEP_HEAD)
            } else {
                inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match first {
                Ok(first) => self.serve(first, inbox),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            if self.truncate_due && self.stopped.is_none() {
                self.truncate();
            }
            if self.kept.is_none_or(|kept| kept.elapsed() >= KEEP_HEAD) {
                self.keep_head();
            }
        }
        self.close();
    }

    /// Takes along what has arrived meanwhile.
    fn serve(&mut self, first: Request, inbox: &Receiver<Request>) {
        let mut together: Vec<(Work, SyncSender<Answer>)> = vec![];
        for request in std::iter::once(first)
            .chain(inbox.try_iter())
            .take(TOGETHER)
        {
            match request.order {
                Order::Work(work @ Work::Erase { .. }) => {
                    self.transact_and_answer(std::mem::take(&mut together));
                    let answer = self.erase(work);
                    let _ = request.reply.send(answer);
                }
                Order::Renew(at) => {
                    self.transact_and_answer(std::mem::take(&mut together));
                    let _ = request.reply.send(self.renew(at));
                }
                Order::Work(work) => together.push((work, request.reply)),
            }
        }
        self.transact_and_answer(together);
    }

    fn transact_and_answer(&mut self, together: Vec<(Work, SyncSender<Answer>)>) {
        if together.is_empty() {
            return;
        }
        let (work, replies): (Vec<_>, Vec<_>) = together.into_iter().unzip();
        let early = switches::is_on("SANAD_TEST_EARLY_ACK");
        if early {
            replies
                .iter()
                .for_each(|reply| drop(reply.send(Ok(self.log.size()))));
        }
        let answers = self.transact(&work);
        if !early {
            // Whoever has stopped waiting learns it from the next read.
            replies
                .iter()
                .zip(answers)
                .for_each(|(reply, answer)| drop(reply.send(answer)));
        }
    }

    /// One transaction. A refusal takes back its own writes only; a failure takes back everything.
    fn transact(&mut self, together: &[Work]) -> Vec<Answer> {
        if let Some(why) = &self.stopped {
            return together
                .iter()
                .map(|_| Err(Failure::Stopped(why.clone()).into()))
                .collect();
        }
        let before = self.log.clone();
        match self.attempt(together) {
            Ok((answers, head)) => {
                self.adopt(head);
                answers
            }
            Err(failure) => {
                self.log = before;
                let undone = sql::rollback(&self.db);
                if let Some(fault) = stopping(&failure).or_else(|| undone.err()) {
                    self.stop(&fault);
                }
                together
                    .iter()
                    .map(|_| Err(failure.clone().into()))
                    .collect()
            }
        }
    }

    fn attempt(&mut self, together: &[Work]) -> Result<(Vec<Answer>, Option<Head>), Failure> {
        sql::begin(&self.db)?;
        let mut answers = Vec::with_capacity(together.len());
        for work in together {
            answers.push(self.attempt_one(work)?);
        }
        let mut head = None;
        if self.log.size() > self.head.size {
            let at = together
                .iter()
                .filter_map(Work::at)
                .max()
                .unwrap_or(self.head.at);
            let before = self.head.clone();
            head = Some(self.pen().sign(Some(&before), at)?);
        }
        sql::commit(&self.db)?;
        Ok((answers, head))
    }

    fn attempt_one(&mut self, work: &Work) -> Result<Answer, Failure> {
        sql::savepoint(&self.db)?;
        let before = self.log.clone();
        match work::carry_out(&mut self.pen(), work) {
            Ok(number) => {
                sql::release(&self.db)?;
                Ok(Ok(number))
            }
            Err(AppendError::Failure(failure)) => Err(failure),
            Err(refusal) => {
                self.log = before;
                sql::rollback_to_savepoint(&self.db)?;
                Ok(Err(refusal))
            }
        }
    }

    fn pen(&mut self) -> Pen<'_> {
        Pen {
            db: &self.db,
            ring: &self.shared.ring,
            epoch: &self.epoch,
            log: &mut self.log,
        }
    }

    /// The transaction is on disk: from here on everybody may know.
    fn adopt(&mut self, head: Option<Head>) {
        if let Some(head) = head {
            self.head = head;
            self.shared.set_head(self.head.clone());
            self.keep_due = true;
        }
        if let Err(failure) = sqlite::checkpoint_when_long(&self.db) {
            self.stop(&failure);
        }
    }

    /// First the list, then the keys: a crash in between leaves a line that the next start completes.
    fn erase(&mut self, work: Work) -> Answer {
        let Work::Erase { at, file, seq, .. } = work else {
            return Err(Failure::Misuse("erasing something else").into());
        };
        if let Some(why) = &self.stopped {
            return Err(Failure::Stopped(why.clone()).into());
        }
        if !self.erasures.holds(file, seq) {
            self.erasures
                .add(Erasure { file, seq, at }, &self.shared.ring)?;
        }
        Ok(self.erase_listed(work)?)
    }

    /// Destroys what stands on the list already.
    pub fn erase_listed(&mut self, work: Work) -> Result<u64, Failure> {
        snapshot::drop_it(&self.shared.dirs)?;
        if let Work::Erase { file, seq: 0, .. } = &work {
            self.shared.forget(*file);
        }
        let answer = self.alone(work);
        self.truncate();
        answer.map_err(AppendError::into_failure)
    }

    fn renew(&mut self, at: Timestamp) -> Answer {
        let next = Epoch {
            number: self.epoch.number + 1,
            key: Key::fresh()?,
        };
        self.master
            .save_epoch(&self.shared.dirs, next.number, &next.key)?;
        self.shared.add_epoch(&next);
        let kept = Epoch {
            number: next.number,
            key: next.key.clone(),
        };
        let answer = self.alone(Work::Renew { at, epoch: next })?;
        let old = std::mem::replace(&mut self.epoch, kept);
        self.truncate();
        disk::shred(&self.shared.dirs.epoch(old.number))?;
        self.shared.drop_epoch(old.number);
        Ok(answer)
    }

    fn alone(&mut self, work: Work) -> Answer {
        let stopped = || Err(Failure::Stopped("no answer".into()).into());
        self.transact(&[work]).pop().unwrap_or_else(stopped)
    }

    /// A reader may hold the WAL for a moment; then it is tried again within a second.
    fn truncate(&mut self) {
        match sqlite::truncate_wal(&self.db) {
            Ok(()) => self.truncate_due = false,
            Err(Failure::Busy | Failure::DiskFull) => self.truncate_due = true,
            Err(failure) => self.stop(&failure),
        }
    }

    /// After a failed write or sync nobody knows what is on disk: only a restart, which reads it, does.
    fn stop(&mut self, failure: &Failure) {
        self.stopped.get_or_insert_with(|| failure.to_string());
        // Closing must not sync again what has failed to sync.
        let _ = self
            .db
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
    }

    /// That this may fail is by design: the ledger goes on, and `verify` says how far the kept head reaches.
    fn keep_head(&mut self) {
        if self.keep_due
            && disk::write_whole(&self.shared.dirs.head(), self.head.note.as_bytes()).is_ok()
        {
            self.keep_due = false;
        }
        self.kept = Some(Instant::now());
    }

    fn close(mut self) {
        self.keep_head();
        self.shared.close_readers();
        if self.stopped.is_none() {
            self.truncate();
        }
        drop(self.db);
        // Only when the database is closed may another program open it.
        drop(self.lock);
    }
}

/// The failures after which nothing more may be written.
fn stopping(failure: &Failure) -> Option<Failure> {
    match failure {
        Failure::DiskFull
        | Failure::Busy
        | Failure::ReadOnly { .. }
        | Failure::Misuse(_)
        | Failure::Chance(_) => None,
        other => Some(other.clone()),
    }
}

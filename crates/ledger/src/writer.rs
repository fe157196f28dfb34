//! The one thread that writes: what arrives together shares one transaction, one head and one sync.

use std::fs::File;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::db::{Db, Role, Wanted};
use crate::erasures::{Erasure, Erasures};
use crate::pen::{Epoch, Pen};
use crate::seal::Key;
use crate::shared::Shared;
use crate::tree::Frontier;
use crate::work::{self, Work};
use crate::{AppendError, Failure, Head, disk, snapshot, switches};

/// The most requests in one transaction.
const TOGETHER: usize = 256;
/// The head in the keys folder lags by about this much at most.
const KEEP_HEAD: Duration = Duration::from_secs(1);

/// A database that was lost is looked for this long before whoever waits is told.
const RECONNECTING: Duration = Duration::from_secs(3);
const BEFORE_RECONNECTING: Duration = Duration::from_millis(100);

pub(crate) type Answer = Result<u64, AppendError>;
/// What a transaction answered, and the head that it signed.
pub(crate) type Done = (Vec<Answer>, Option<Head>);

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
    pub db: Db,
    pub shared: Arc<Shared>,
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
        match self.attempt_until(together) {
            Ok((answers, head)) => {
                self.adopt(head);
                answers
            }
            Err(failure) => {
                if let Some(fault) = stopping(&failure) {
                    self.stop(&fault);
                }
                together
                    .iter()
                    .map(|_| Err(failure.clone().into()))
                    .collect()
            }
        }
    }

    /// A connection that was lost is made anew, and the work done again: unless the database, asked under
    /// the lock, has the head that was signed for it. Then it was done.
    fn attempt_until(&mut self, together: &[Work]) -> Result<Done, Failure> {
        let until = Instant::now() + RECONNECTING;
        let mut doubt = None;
        loop {
            let failure = match self.attempt(together, &mut doubt) {
                Ok(done) => return Ok(done),
                Err(failure) => failure,
            };
            let undone = self.db.rollback();
            let again = matches!(failure, Failure::Unreachable(_)) && Instant::now() < until;
            if !again {
                // What could not be undone weighs more than why it had to be.
                return Err(undone.err().unwrap_or(failure));
            }
            std::thread::sleep(BEFORE_RECONNECTING);
        }
    }

    fn attempt(&mut self, together: &[Work], doubt: &mut Option<Done>) -> Result<Done, Failure> {
        if self.db.is_broken() {
            let shared = &self.shared;
            self.db = Db::connect(&shared.dirs, Role::Writer, &shared.settings)?;
        }
        let mut wanted = Wanted::default();
        together.iter().for_each(|work| work.wants(&mut wanted));
        if let Some(ground) = self.db.begin(&wanted)? {
            self.stand_on(ground)?;
        }
        if let Some(done) = doubt.take()
            && self.was_done(&done)?
        {
            self.db.rollback()?;
            return Ok(done);
        }
        let before = self.log.clone();
        let done = self.carry_out(together, doubt);
        if done.is_err() {
            self.log = before;
        }
        done
    }

    fn carry_out(&mut self, together: &[Work], doubt: &mut Option<Done>) -> Result<Done, Failure> {
        self.prepare_alone(together)?;
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
            self.db.announce(self.shared.ring.ledger)?;
        }
        if self.db.is_shared() && head.is_some() {
            *doubt = Some((answers.clone(), head.clone()));
        }
        self.db.commit()?;
        Ok((answers, head))
    }

    /// What has to stand in the keys folder before the transaction does, written under its lock.
    fn prepare_alone(&mut self, together: &[Work]) -> Result<(), Failure> {
        match together {
            [Work::Erase { at, file, seq, .. }] => self.list(Erasure {
                file: *file,
                seq: *seq,
                at: *at,
            }),
            // Another node renewed meanwhile: its key must not be written over.
            [Work::Renew { epoch, .. }] if epoch.number != self.epoch.number + 1 => {
                Err(Failure::Busy)
            }
            [Work::Renew { epoch, .. }] => {
                let shared = &self.shared;
                let master = &shared.master;
                master.save_epoch(&shared.dirs, epoch.number, &epoch.key)?;
                shared.add_epoch(epoch);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn attempt_one(&mut self, work: &Work) -> Result<Answer, Failure> {
        self.db.savepoint()?;
        let before = self.log.clone();
        match work::carry_out(&mut self.pen(), work) {
            Ok(number) => {
                self.db.release()?;
                Ok(Ok(number))
            }
            Err(AppendError::Failure(failure)) => Err(failure),
            Err(refusal) => {
                self.log = before;
                self.db.rollback_to_savepoint()?;
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
        if let Err(failure) = self.db.checkpoint_when_long() {
            self.stop(&failure);
        }
    }

    fn erase(&mut self, work: Work) -> Answer {
        if let Some(why) = &self.stopped {
            return Err(Failure::Stopped(why.clone()).into());
        }
        Ok(self.erase_whole(work)?)
    }

    /// First the list, then the keys: a crash in between leaves a line that the next start completes.
    fn list(&mut self, erasure: Erasure) -> Result<(), Failure> {
        let ring = &self.shared.ring;
        if self.db.is_shared() {
            // Another node may have added to it.
            self.erasures = Erasures::read(&self.shared.dirs.erasures(), ring)?;
        }
        if self.erasures.holds(erasure.file, erasure.seq) {
            return Ok(());
        }
        self.erasures.add(erasure, ring)
    }

    /// Destroys what was kept of the person beside the ledger, and then the keys.
    pub fn erase_whole(&mut self, work: Work) -> Result<u64, Failure> {
        snapshot::drop_it(&self.shared.dirs)?;
        if let Work::Erase { file, seq: 0, .. } = &work {
            self.shared.forget(*file);
        }
        let answer = self.alone(work);
        self.truncate();
        answer.map_err(AppendError::into_failure)
    }

    fn renew(&mut self, at: Timestamp) -> Answer {
        if self.db.is_shared() {
            // Whatever others did, this is where the next epoch begins.
            self.transact(&[]);
        }
        let next = Epoch {
            number: self.epoch.number + 1,
            key: Key::fresh()?,
        };
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
        match self.db.truncate_wal() {
            Ok(()) => self.truncate_due = false,
            Err(Failure::Busy | Failure::DiskFull) => self.truncate_due = true,
            Err(failure) => self.stop(&failure),
        }
    }

    /// After a failed write or sync nobody knows what is on disk: only a restart, which reads it, does.
    fn stop(&mut self, failure: &Failure) {
        self.stopped.get_or_insert_with(|| failure.to_string());
        // Closing must not sync again what has failed to sync.
        self.db.close_as_it_is();
    }

    /// That this may fail is by design: the ledger goes on, and `verify` says how far the kept head reaches.
    fn keep_head(&mut self) {
        if self.keep_due && self.shared.dirs.keep_head(&self.head.note).is_ok() {
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
        | Failure::Unreachable(_)
        | Failure::ReadOnly { .. }
        | Failure::Misuse(_)
        | Failure::Chance(_) => None,
        other => Some(other.clone()),
    }
}

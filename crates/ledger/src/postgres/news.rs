//! Hearing that another node has written.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::{Address, Link};
use crate::db::{Db, Role};
use crate::shared::Shared;
use crate::{Failure, Head, Id, sql};

/// A bell that rings when the database has something to tell.
#[derive(Default)]
pub(crate) struct News {
    rung: Mutex<u64>,
    bell: Condvar,
}

impl News {
    pub fn ring(&self) {
        *self.rung.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.bell.notify_all();
    }

    /// Waits until it has rung since `heard`, or until this long has passed.
    fn wait(&self, heard: u64, patience: Duration) -> u64 {
        let rung = self.rung.lock().unwrap_or_else(PoisonError::into_inner);
        let (rung, _) = self
            .bell
            .wait_timeout_while(rung, patience, |rung| *rung == heard)
            .unwrap_or_else(PoisonError::into_inner);
        *rung
    }
}

/// What a commit announces, and what the nodes of one ledger listen for.
pub(crate) fn channel(ledger: Id) -> String {
    format!("sanad_{ledger}")
}

/// A bell that was not heard, or a connection that was cut, costs no more than this.
const ANYWAY: Duration = Duration::from_secs(1);

/// Follows what others write until it is told to stop. A database out of reach is tried again.
pub(crate) fn follow(
    shared: &Shared,
    address: &Address,
    news: &std::sync::Arc<News>,
    stop: &AtomicBool,
) {
    let stopped = || stop.load(Ordering::Relaxed);
    while !stopped() {
        let listening =
            Link::connect_with(address, Role::Reader, Some(std::sync::Arc::clone(news)));
        let followed = listening.and_then(|link| {
            link.attend()?;
            link.simple(&format!("LISTEN {}", channel(shared.ring.ledger)))?;
            let db = Db::Postgres(Box::new(link));
            let mut heard = 0;
            while !stopped() {
                take_over(shared, &db)?;
                heard = news.wait(heard, ANYWAY);
            }
            Ok(())
        });
        if followed.is_err() && !stopped() {
            thread::sleep(Duration::from_millis(300));
        }
    }
}

/// The newest head, when it is one that this ledger has signed; and no key in memory of what others
/// have erased.
fn take_over(shared: &Shared, db: &Db) -> Result<(), Failure> {
    let before = shared.head();
    let newest = sql::last_head(db)?.filter(|note| *note != before.note);
    let Some(head) = newest.and_then(|note| Head::parse(&note)) else {
        return Ok(());
    };
    if !head.is_signed(shared.ring.ledger, &shared.ring.signer.verifying_key()) {
        return Err(Failure::damaged(
            "the newest head is not signed by this ledger",
        ));
    }
    for file in sql::erased_after(db, before.size)? {
        shared.forget(file);
    }
    shared.set_head(head);
    Ok(())
}

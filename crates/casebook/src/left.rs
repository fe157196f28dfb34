//! When somebody was here last, so that their day can tell what changed since.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use casework::Id;
use jiff::Timestamp;

use crate::{Casebook, No, lock::LONGEST, sign_in::Kept};

/// When each account was here last, of the sessions that ended since the program started.
pub type Left = Mutex<HashMap<Id, Timestamp>>;

impl Casebook {
    /// When an account was here last. Beside a session of the same working day, locked or not,
    /// what was new to that one is new to the next; an older one was left when it was last used.
    pub(crate) fn left_before(&self, account: Id) -> Result<Option<Timestamp>, No> {
        let now = self.now();
        let mut left = self.lock_left().get(&account).copied();
        for session in self.ledger.sessions()? {
            let Ok(kept) = serde_json::from_slice::<Kept>(&session.content) else {
                continue;
            };
            if kept.account != account {
                continue;
            }
            let began = kept.began.unwrap_or(session.at);
            if now.duration_since(began) <= LONGEST {
                return Ok(kept.left);
            }
            let used = self.last_use(session.token_hash).unwrap_or(session.at);
            left = left.max(Some(used));
        }
        Ok(left)
    }

    /// A session is about to end: its account leaves.
    pub(crate) fn note_leaving(&self, token: [u8; 32]) -> Result<(), No> {
        let Some(session) = self.ledger.session(token)? else {
            return Ok(());
        };
        if let Ok(kept) = serde_json::from_slice::<Kept>(&session.content) {
            let used = self.last_use(token).unwrap_or(session.at);
            let mut left = self.lock_left();
            let known = left.entry(kept.account).or_insert(used);
            *known = used.max(*known);
        }
        Ok(())
    }

    fn last_use(&self, token: [u8; 32]) -> Option<Timestamp> {
        let known = self.last_seen.lock();
        let known = known.unwrap_or_else(PoisonError::into_inner);
        known.get(&token).copied()
    }

    fn lock_left(&self) -> MutexGuard<'_, HashMap<Id, Timestamp>> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

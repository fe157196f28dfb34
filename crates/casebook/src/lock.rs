//! Locking: a session that nobody uses, or whose worker went away for a moment, shows nothing until
//! the password was given again. What is posted to it meanwhile can be kept as a draft, no more.

use std::sync::PoisonError;

use casework::Id;
use jiff::SignedDuration;

use crate::{
    Casebook, No, SignInNo, SignedIn, Token,
    sign_in::{Kept, actor, hash},
};

/// A session ends at the latest after this time (`security.md` requirement 18).
pub(crate) const LONGEST: SignedDuration = SignedDuration::from_hours(12);

/// What a token opens.
#[derive(Clone, Debug)]
pub enum Session {
    /// Everything that its account may do.
    Open(Box<SignedIn>),
    /// Nothing until the password was given again.
    Locked(Box<SignedIn>),
    /// Nothing any more; said once, so that what came with the token is not lost.
    Over(Box<SignedIn>),
    /// Nothing.
    None,
}

impl Casebook {
    /// What a token opens now. A session that was idle too long is locked from here on.
    ///
    /// # Errors
    /// When the ledger cannot be read or written.
    pub fn session(&self, token: &str) -> Result<Session, No> {
        self.session_for(token, None)
    }

    /// The same for the page that is shown to a person on the turned screen: a session that is
    /// turned to this file is open for that page, and locked for every other.
    ///
    /// # Errors
    /// As [`Casebook::session`].
    pub fn session_turned(&self, token: &str, file: Id) -> Result<Session, No> {
        self.session_for(token, Some(file))
    }

    fn session_for(&self, token: &str, page_of: Option<Id>) -> Result<Session, No> {
        let (token, now) = (hash(token), self.now());
        let Some(session) = self.ledger.session(token)? else {
            return Ok(Session::None);
        };
        let Ok(kept) = serde_json::from_slice::<Kept>(&session.content) else {
            return Ok(Session::None);
        };
        let over = now.duration_since(kept.began.unwrap_or(session.at)) > LONGEST;
        if over {
            self.end_session(token)?;
        }
        let account = self.organisation().account(kept.account).cloned();
        let Some(account) = account.filter(|account| !account.closed) else {
            return Ok(Session::None);
        };
        let signed_in = Box::new(SignedIn {
            actor: actor(&account),
            account,
            left: kept.left,
        });
        if over {
            return Ok(Session::Over(signed_in));
        }
        let shown = kept.turned.is_some() && kept.turned == page_of;
        if kept.locked && !shown {
            return Ok(Session::Locked(signed_in));
        }
        if self.is_idle(token) {
            self.lock_session(token, &kept, session.at, None)?;
            return Ok(Session::Locked(signed_in));
        }
        self.seen(token, now);
        Ok(Session::Open(signed_in))
    }

    fn is_idle(&self, token: [u8; 32]) -> bool {
        let seen = self
            .last_seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let longest = SignedDuration::from_mins(i64::from(self.sop.lock_minutes));
        let last = seen.get(&token).copied();
        last.is_some_and(|last| self.now().duration_since(last) > longest)
    }

    /// Locks a session; whether there was one to lock.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn lock(&self, token: &str) -> Result<bool, No> {
        self.lock_but_for(token, None)
    }

    /// The screen is turned to the person: whoever sits before it sees their own page and, without
    /// the password, nothing else.
    ///
    /// # Errors
    /// When the ledger cannot be written; then the page must not be shown.
    pub fn turn(&self, token: &str, file: Id) -> Result<bool, No> {
        self.lock_but_for(token, Some(file))
    }

    fn lock_but_for(&self, token: &str, turned: Option<Id>) -> Result<bool, No> {
        let token = hash(token);
        let Some(session) = self.ledger.session(token)? else {
            return Ok(false);
        };
        if let Ok(kept) = serde_json::from_slice::<Kept>(&session.content)
            && (!kept.locked || kept.turned != turned)
        {
            self.lock_session(token, &kept, session.at, turned)?;
        }
        Ok(true)
    }

    fn lock_session(
        &self,
        token: [u8; 32],
        kept: &Kept,
        at: jiff::Timestamp,
        turned: Option<Id>,
    ) -> Result<(), No> {
        let locked = Kept {
            account: kept.account,
            locked: true,
            turned,
            began: Some(kept.began.unwrap_or(at)),
            left: kept.left,
        };
        self.write_session(token, &locked)
    }

    pub(crate) fn write_session(&self, token: [u8; 32], kept: &Kept) -> Result<(), No> {
        let bytes = serde_json::to_vec(kept).unwrap_or_default();
        Ok(self.ledger.session_begin(self.now(), token, &bytes)?)
    }

    /// Unlocks with the password of the account that locked: a new session begins and the old one
    /// ends. Wrong tries slow down as they do at the door.
    ///
    /// # Errors
    /// [`SignInNo`]; a session that does not run is [`SignInNo::Gone`].
    pub fn unlock(&self, token: &str, password: &str, source: &str) -> Result<Token, SignInNo> {
        let known = self.session(token).map_err(SignInNo::Failed)?;
        let (Session::Locked(known) | Session::Open(known)) = known else {
            return Err(SignInNo::Gone);
        };
        let new = self.sign_in(&known.account.username, password, source)?;
        self.sign_out(token).map_err(SignInNo::Failed)?;
        Ok(new)
    }
}

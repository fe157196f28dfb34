//! Signing in and out: opaque tokens whose hash alone is stored; sessions lock when idle
//! (`lock.rs`), and end at the latest after a working day.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use access::{Actor, organisation::Account};
use casework::{Id, actor::By};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Casebook, No, Session, chance};

/// When each running session was last used, by token hash. Kept in memory: a restart begins the
/// idle time anew, the longest time stands in the ledger.
pub type LastSeen = Mutex<HashMap<[u8; 32], Timestamp>>;

/// The secret that a browser keeps: 256 random bits in hexadecimal.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// The text for the cookie.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why nobody was signed in. An unknown name and a wrong password are the same answer.
#[derive(Debug)]
pub enum SignInNo {
    /// Name or password is wrong.
    Wrong,
    /// There is no session to unlock any more.
    Gone,
    /// Too many wrong tries from here: wait this long.
    Wait(SignedDuration),
    /// The casebook failed.
    Failed(No),
}

/// Somebody signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// For every door.
    pub actor: Actor,
    /// The account, for the page's frame.
    pub account: Account,
    /// When they were here before this session, as far as that is known.
    pub left: Option<Timestamp>,
}

/// What the ledger keeps of a session.
#[derive(Serialize, Deserialize)]
pub(crate) struct Kept {
    pub account: Id,
    /// Asks for the password before anything else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub locked: bool,
    /// Whose plan is shown on the turned screen: the one page that a locked session still opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turned: Option<Id>,
    /// When it began; a session that was locked is written anew and says so itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began: Option<Timestamp>,
    /// When the account was here before: what changed since is told as long as this session runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Timestamp>,
}

impl Casebook {
    /// Signs in; `source` is where the request came from.
    ///
    /// # Errors
    /// [`SignInNo`].
    pub fn sign_in(&self, username: &str, password: &str, source: &str) -> Result<Token, SignInNo> {
        let now = self.now();
        let username = username.trim().to_lowercase();
        if let Some(left) = self.throttle.wait(&username, source, now) {
            return Err(SignInNo::Wait(left));
        }
        let account = self
            .organisation()
            .account_named(&username)
            .filter(|account| !account.closed)
            .cloned();
        let hash = account.as_ref().map(|account| account.password.as_str());
        if !self.hashing.verify(password, hash) {
            self.throttle.wrong(&username, source, now);
            return Err(SignInNo::Wrong);
        }
        let Some(account) = account else {
            return Err(SignInNo::Wrong);
        };
        self.throttle.right(&username, source);
        self.begin_session(account.id).map_err(SignInNo::Failed)
    }

    pub(crate) fn begin_session(&self, account: Id) -> Result<Token, No> {
        let secret: [u8; 32] = chance::random()?;
        let token = Token(secret.iter().map(|byte| format!("{byte:02x}")).collect());
        let kept = Kept {
            account,
            locked: false,
            turned: None,
            began: None,
            left: self.left_before(account)?,
        };
        self.write_session(hash(token.as_str()), &kept)?;
        self.seen(hash(token.as_str()), self.now());
        Ok(token)
    }

    /// Who a token belongs to, as the account is now: a role or a closed account counts at once.
    /// Nobody while the session is locked.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn signed_in(&self, token: &str) -> Result<Option<SignedIn>, No> {
        match self.session(token)? {
            Session::Open(signed_in) => Ok(Some(*signed_in)),
            Session::Locked(_) | Session::Over(_) | Session::None => Ok(None),
        }
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn sign_out(&self, token: &str) -> Result<(), No> {
        self.end_session(hash(token))
    }

    pub(crate) fn end_session(&self, token: [u8; 32]) -> Result<(), No> {
        self.note_leaving(token)?;
        self.last_seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&token);
        Ok(self.ledger.session_end(self.now(), token)?)
    }

    pub(crate) fn seen(&self, token: [u8; 32], now: Timestamp) {
        self.last_seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(token, now);
    }

    /// Ends every session of an account: it was closed, or its password changed.
    pub(crate) fn end_sessions_of(&self, account: Id) -> Result<(), No> {
        for session in self.ledger.sessions()? {
            let kept: Option<Kept> = serde_json::from_slice(&session.content).ok();
            if kept.is_some_and(|kept| kept.account == account) {
                self.end_session(session.token_hash)?;
            }
        }
        Ok(())
    }

    /// An account as an actor, after its password was checked: for the command line, which is no
    /// back door.
    ///
    /// # Errors
    /// [`SignInNo`].
    pub fn actor_with_password(&self, username: &str, password: &str) -> Result<Actor, SignInNo> {
        let token = self.sign_in(username, password, "command line")?;
        let signed_in = self.signed_in(token.as_str()).map_err(SignInNo::Failed)?;
        self.sign_out(token.as_str()).map_err(SignInNo::Failed)?;
        signed_in
            .map(|signed_in| signed_in.actor)
            .ok_or(SignInNo::Wrong)
    }
}

/// An account as an actor.
pub const fn actor(account: &Account) -> Actor {
    Actor {
        by: By {
            account: account.id,
            role: account.role,
            centre: account.centre,
        },
        grants: account.grants,
    }
}

pub fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

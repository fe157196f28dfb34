//! Drafts: what somebody typed into a form and has not sent. Sealed and put aside, each account's
//! in a space of its own, under the id of the command that its page would send. A draft goes when
//! its command is carried out, when it is discarded or too old, and with its file or account.

use access::Actor;
use casework::{Id, sop::hours_after};
use jiff::Timestamp;
use ledger::Aside;
use serde::{Deserialize, Serialize};

use crate::{Casebook, No, stored::ledger_id};

/// More than this nobody has begun at once; the oldest makes room.
const MOST: usize = 60;

/// What a page hands in to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// The id that the page would send with its command.
    pub command: Id,
    /// The address of the form.
    pub place: String,
    /// The file that the address leads to, if any: the draft goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Id>,
    /// The version that the page showed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// The question that was touched last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touched: Option<String>,
    /// Names and values as typed, unchecked.
    pub fields: Vec<(String, String)>,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// When it was kept first.
    pub began: Timestamp,
    /// When it was kept last.
    pub saved: Timestamp,
    /// What was typed.
    #[serde(flatten)]
    pub typed: Typed,
}

impl Casebook {
    /// Keeps what was typed, in place of what the same page had kept before. `action` is what the
    /// form asks for (`room.kind`), where it acts on a case. What was carried out meanwhile is kept
    /// no more, and that is no failure.
    ///
    /// # Errors
    /// [`No::NotHere`] when there is no such file, or the actor may not do this on it.
    pub fn keep_draft(&self, actor: &Actor, action: Option<&str>, typed: Typed) -> Result<(), No> {
        // Nobody erases the file between the look at it and the writing.
        let _turn = typed.file.map(|file| self.turns.of(file));
        self.may_draft(actor, action, typed.file)?;
        if self.was_carried_out(typed.command)? {
            return Ok(());
        }
        let space = space_of(actor.by.account);
        let key = ledger_id(typed.command);
        let before = self.ledger.aside(&space, key)?;
        let now = self.now();
        let draft = Draft {
            began: before.as_ref().and_then(read).map_or(now, |it| it.began),
            saved: now,
            typed,
        };
        if before.is_none() {
            self.make_room(&space)?;
        }
        let bytes = serde_json::to_vec(&draft).unwrap_or_default();
        Ok(self.ledger.put_aside(&space, key, &bytes, now)?)
    }

    fn may_draft(&self, actor: &Actor, action: Option<&str>, file: Option<Id>) -> Result<(), No> {
        let may = match (file, action) {
            (Some(file), Some(action)) => {
                let person = self.person(file)?;
                let standing = person.standing(actor);
                person.whole.status().is_some() && access::may(actor, action, standing)
            }
            (Some(file), None) => !self.ledger.read(ledger_id(file))?.is_empty(),
            (None, Some(action)) => self.may_anywhere(actor, action),
            (None, None) => true,
        };
        may.then_some(()).ok_or(No::NotHere)
    }

    fn make_room(&self, space: &str) -> Result<(), No> {
        let kept = self.ledger.asides(space)?;
        for oldest in kept.iter().take((kept.len() + 1).saturating_sub(MOST)) {
            self.ledger.drop_aside(space, oldest.key)?;
        }
        Ok(())
    }

    /// What this account has begun and not sent, newest first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn drafts(&self, actor: &Actor) -> Result<Vec<Draft>, No> {
        let kept = self.ledger.asides(&space_of(actor.by.account))?;
        let mut drafts: Vec<Draft> = kept.iter().filter_map(read).collect();
        drafts.retain(|draft| !self.is_over(draft));
        drafts.reverse();
        let mut living = Vec::with_capacity(drafts.len());
        for draft in drafts {
            // Cut off between the command and the dropping of its draft.
            if !self.was_carried_out(draft.typed.command)? {
                living.push(draft);
            }
        }
        Ok(living)
    }

    /// Drops a draft of this account; none there is no failure.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn discard_draft(&self, actor: &Actor, command: Id) -> Result<(), No> {
        let (space, key) = (space_of(actor.by.account), ledger_id(command));
        if self.ledger.aside(&space, key)?.is_some() {
            self.ledger.drop_aside(&space, key)?;
        }
        Ok(())
    }

    /// Drops what is over: too old, carried out, or of a file or account that is gone. For the start
    /// and every hour.
    ///
    /// # Errors
    /// When the ledger cannot be read or written.
    pub fn sweep_drafts(&self) -> Result<(), No> {
        self.drop_drafts(|draft| {
            let gone = match draft.typed.file {
                Some(file) => self.ledger.read(ledger_id(file))?.is_empty(),
                None => false,
            };
            Ok(gone || self.is_over(draft) || self.was_carried_out(draft.typed.command)?)
        })
    }

    /// A file is about to be erased: everybody's drafts of it go before it.
    pub(crate) fn drop_drafts_of_file(&self, file: Id) -> Result<(), No> {
        self.drop_drafts(|draft| Ok(draft.typed.file == Some(file)))
    }

    /// An account was closed: its drafts go.
    pub(crate) fn drop_drafts_of_account(&self, account: Id) -> Result<(), No> {
        let space = space_of(account);
        for kept in self.ledger.asides(&space)? {
            self.ledger.drop_aside(&space, kept.key)?;
        }
        Ok(())
    }

    fn drop_drafts(&self, is_over: impl Fn(&Draft) -> Result<bool, No>) -> Result<(), No> {
        let known = self.organisation();
        let accounts: Vec<(Id, bool)> = known.accounts().map(|it| (it.id, it.closed)).collect();
        drop(known);
        for (account, closed) in accounts {
            let space = space_of(account);
            for kept in self.ledger.asides(&space)? {
                // One that does not read is of no use to anybody.
                let over = match read(&kept) {
                    Some(draft) => closed || is_over(&draft)?,
                    None => true,
                };
                if over {
                    self.ledger.drop_aside(&space, kept.key)?;
                }
            }
        }
        Ok(())
    }

    fn is_over(&self, draft: &Draft) -> bool {
        hours_after(draft.saved, self.sop.draft_hours) < self.now()
    }
}

fn space_of(account: Id) -> String {
    format!("draft {account}")
}

fn read(kept: &Aside) -> Option<Draft> {
    serde_json::from_slice(&kept.content).ok()
}

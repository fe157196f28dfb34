//! Administration: centres, accounts and partners. None of these doors opens a case.

use access::{
    Actor, Standing,
    organisation::{Facility, OrgEntry, OrgEvent, Unit, fold, may_be_granted},
};
use casework::{
    Id,
    actor::Role,
    class::{Class, Classes},
    refusal::{Refusal, Why},
};
use ledger::{Append, AppendError, Body, Claim, FileAppend};

use crate::{
    Casebook, No,
    carry_out::hash_of,
    password::LENGTH,
    stored::{Stored, ledger_id},
};

/// An account to open, or to change.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct NewAccount {
    pub username: String,
    pub display_name: String,
    pub role: Role,
    pub centre: Id,
    pub grants: Vec<Class>,
    pub password: String,
}

impl Casebook {
    /// Whether nobody can sign in yet: the first administrator is asked for in the browser.
    pub fn is_new(&self) -> bool {
        self.organisation().accounts().next().is_none()
    }

    /// Makes the first centre and the first administrator.
    ///
    /// # Errors
    /// [`No::NotHere`] once there is any account.
    pub fn begin(
        &self,
        command: Id,
        centre: &str,
        facility: Facility,
        account: &NewAccount,
    ) -> Result<Id, No> {
        if !self.is_new() {
            return Err(No::NotHere);
        }
        let (centre_id, account_id) = (command.nth(1), command.nth(2));
        let account = NewAccount {
            role: Role::Administrator,
            centre: centre_id,
            ..account.clone()
        };
        let opened = self.opened(&account)?;
        let first = OrgEvent::CentreOpened {
            name: centre.to_owned(),
            facility,
        };
        self.append_org(
            command,
            account_id,
            vec![(centre_id, first), (account_id, opened)],
            vec![username_claim(&account, account_id)],
        )?;
        Ok(account_id)
    }

    /// Opens a centre.
    ///
    /// # Errors
    /// [`No::NotHere`] for all but administrators.
    pub fn open_centre(
        &self,
        actor: &Actor,
        command: Id,
        name: &str,
        facility: Facility,
    ) -> Result<Id, No> {
        administers(actor)?;
        let id = command.nth(1);
        let event = OrgEvent::CentreOpened {
            name: name.to_owned(),
            facility,
        };
        self.append_org(command, actor.by.account, vec![(id, event)], Vec::new())?;
        Ok(id)
    }

    /// Opens an account.
    ///
    /// # Errors
    /// A refusal when the name is taken or the password too short; [`No::NotHere`] for all but
    /// administrators.
    pub fn open_account(&self, actor: &Actor, command: Id, account: &NewAccount) -> Result<Id, No> {
        administers(actor)?;
        self.centre_exists(account.centre)?;
        let id = command.nth(1);
        let opened = self.opened(account)?;
        self.append_org(
            command,
            actor.by.account,
            vec![(id, opened)],
            vec![username_claim(account, id)],
        )?;
        Ok(id)
    }

    /// Changes an account's name, role, centre and grants; effective at the next request.
    ///
    /// # Errors
    /// [`No::NotHere`] for all but administrators, and for an administrator's own account.
    pub fn change_account(
        &self,
        actor: &Actor,
        command: Id,
        account: Id,
        to: &NewAccount,
    ) -> Result<(), No> {
        administers_other(actor, account)?;
        self.centre_exists(to.centre)?;
        let event = OrgEvent::AccountChanged {
            display_name: to.display_name.clone(),
            role: to.role,
            centre: to.centre,
            grants: grants(to),
        };
        self.append_org(
            command,
            actor.by.account,
            vec![(account, event)],
            Vec::new(),
        )
    }

    /// Closes or reopens an account; its sessions end, and a closed one's drafts go.
    ///
    /// # Errors
    /// [`No::NotHere`] for all but administrators, and for one's own account.
    pub fn close_account(
        &self,
        actor: &Actor,
        command: Id,
        account: Id,
        closed: bool,
    ) -> Result<(), No> {
        administers_other(actor, account)?;
        let event = if closed {
            OrgEvent::AccountClosed
        } else {
            OrgEvent::AccountReopened
        };
        self.append_org(
            command,
            actor.by.account,
            vec![(account, event)],
            Vec::new(),
        )?;
        if closed {
            self.drop_drafts_of_account(account)?;
        }
        self.end_sessions_of(account)
    }

    /// Sets a password: one's own with the present one, somebody else's as administrator.
    ///
    /// # Errors
    /// A refusal when the present password is wrong or the new one too short.
    pub fn set_password(
        &self,
        actor: &Actor,
        command: Id,
        account: Id,
        present: Option<&str>,
        new: &str,
    ) -> Result<(), No> {
        let own = account == actor.by.account;
        if own {
            let known = self
                .organisation()
                .account(account)
                .map(|account| account.password.clone());
            if !self
                .hashing
                .verify(present.unwrap_or_default(), known.as_deref())
            {
                return Err(Refusal::at(Why::NotAllowed, "present_password").into());
            }
        } else {
            administers(actor)?;
        }
        long_enough(new)?;
        let event = OrgEvent::PasswordSet {
            password: self.hashing.hash(new)?,
            by_other: !own,
        };
        self.append_org(
            command,
            actor.by.account,
            vec![(account, event)],
            Vec::new(),
        )?;
        self.end_sessions_of(account)
    }

    fn opened(&self, account: &NewAccount) -> Result<OrgEvent, No> {
        long_enough(&account.password)?;
        Ok(OrgEvent::AccountOpened {
            username: username(account),
            display_name: account.display_name.clone(),
            role: account.role,
            centre: account.centre,
            grants: grants(account),
            password: self.hashing.hash(&account.password)?,
        })
    }

    fn centre_exists(&self, centre: Id) -> Result<(), No> {
        let known = self
            .organisation()
            .centres()
            .any(|known| known.id == centre);
        if known {
            Ok(())
        } else {
            Err(Refusal::at(Why::NoSuchThing, "centre").into())
        }
    }

    pub(crate) fn append_org(
        &self,
        command: Id,
        by: Id,
        events: Vec<(Id, OrgEvent)>,
        claims: Vec<Claim>,
    ) -> Result<(), No> {
        let now = self.now();
        let ids: Vec<Id> = events.iter().map(|(file, _)| *file).collect();
        let outcome = outcome(by, &events);
        let mut files = Vec::new();
        for (file, what) in events {
            let entry = OrgEntry {
                v: 1,
                by,
                recorded: now,
                what,
            };
            let expected = self.ledger.read(ledger_id(file))?.len() as u64;
            if expected > 0 && self.organisation().unit(file).is_none() {
                return Err(No::NotHere);
            }
            files.push(FileAppend {
                file: ledger_id(file),
                expected,
                events: vec![Stored::Organisation(entry).to_bytes()],
            });
        }
        let append = Append {
            at: now,
            command: ledger_id(command),
            outcome: outcome.clone(),
            files,
            claims,
            release: Vec::new(),
        };
        let _going = self.under_way.begin(self.ledger.position());
        match self.ledger.append(append) {
            Ok(_) => {}
            // The same post again: what it asked for is done.
            Err(AppendError::Repeated { outcome: first }) if first == outcome => {}
            Err(AppendError::Repeated { .. }) => return Err(No::IdTaken),
            Err(AppendError::Claimed { .. }) => {
                return Err(Refusal::at(Why::NameTaken, "username").into());
            }
            Err(AppendError::Clash { .. }) => return Err(No::Busy),
            Err(AppendError::Erased { .. }) => return Err(No::NotHere),
            Err(AppendError::Failure(failure)) => return Err(failure.into()),
        }
        ids.into_iter().try_for_each(|id| self.refold(id))
    }

    fn refold(&self, id: Id) -> Result<(), No> {
        let mut entries = Vec::new();
        for entry in self.ledger.read(ledger_id(id))? {
            if let Body::Clear(bytes) = entry.body
                && let Stored::Organisation(entry) = Stored::from_bytes(&bytes)?
            {
                entries.push(entry);
            }
        }
        let unit: Option<Unit> = fold(id, &entries);
        unit.into_iter()
            .for_each(|unit| self.organisation_mut().put(unit));
        Ok(())
    }
}

/// What was asked for and by whom, without its password: that is hashed anew each time.
fn outcome(by: Id, events: &[(Id, OrgEvent)]) -> Vec<u8> {
    let unhashed = |(id, event): &(Id, OrgEvent)| {
        let mut event = event.clone();
        match &mut event {
            OrgEvent::AccountOpened { password, .. } | OrgEvent::PasswordSet { password, .. } => {
                password.clear();
            }
            _ => {}
        }
        (*id, event)
    };
    let asked: Vec<_> = events.iter().map(unhashed).collect();
    hash_of(&(by, asked)).into_bytes()
}

pub(crate) fn administers(actor: &Actor) -> Result<(), No> {
    if access::may(actor, "admin.change", Standing::default()) {
        Ok(())
    } else {
        Err(No::NotHere)
    }
}

/// Nobody changes their own account: the one gap through which a right could be given to oneself.
fn administers_other(actor: &Actor, account: Id) -> Result<(), No> {
    administers(actor)?;
    if account == actor.by.account {
        Err(Refusal::new(Why::SelfApproval).into())
    } else {
        Ok(())
    }
}

fn long_enough(password: &str) -> Result<(), No> {
    let fits = LENGTH.contains(&password.chars().count());
    if fits {
        Ok(())
    } else {
        Err(Refusal::at(Why::PasswordShort, "password").into())
    }
}

fn username(account: &NewAccount) -> String {
    account.username.trim().to_lowercase()
}

fn username_claim(account: &NewAccount, file: Id) -> Claim {
    Claim {
        space: "username",
        value: username(account),
        file: ledger_id(file),
    }
}

fn grants(account: &NewAccount) -> Classes {
    account
        .grants
        .iter()
        .copied()
        .filter(|class| may_be_granted(account.role, *class))
        .collect()
}

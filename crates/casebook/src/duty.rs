//! Duty and leave: who is asked first and under which number, who is away and who covers. A
//! supervisor keeps them for the own centre, an administrator for every one. None of these doors
//! opens a case: who covers reads what the cases name them for.

use access::{
    Actor,
    duty::{DutyPlace, Leave},
    organisation::{Account, OrgEvent},
};
use casework::{
    Ask, Id,
    actor::Role,
    refusal::{Refusal, Why},
    registration::{self, Assignment, Worker},
};
use jiff::civil::Time;

use crate::{Casebook, Command, No};

/// What is said about somebody's place on the duty list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DutySaid {
    pub account: Id,
    pub number: u16,
    pub phone: String,
    pub from: Option<Time>,
    pub until: Option<Time>,
}

impl Casebook {
    /// Puts somebody on the duty list of their centre, or moves them on it.
    ///
    /// # Errors
    /// [`No::NotHere`] for all but supervisors of that centre and administrators.
    pub fn set_duty(&self, actor: &Actor, command: Id, said: DutySaid) -> Result<(), No> {
        let account = self.staff(actor, "duty.change", said.account)?;
        let place = DutyPlace {
            account: account.id,
            phone: said.phone,
            from: said.from,
            until: said.until,
        };
        let number = said.number;
        let event = OrgEvent::DutyPlaceSet { number, place };
        let changed = vec![(account.centre, event)];
        self.append_org(command, actor.by.account, changed, Vec::new())
    }

    /// Takes somebody off the duty list.
    ///
    /// # Errors
    /// As [`Casebook::set_duty`].
    pub fn end_duty(&self, actor: &Actor, command: Id, account: Id) -> Result<(), No> {
        let account = self.staff(actor, "duty.change", account)?;
        let event = OrgEvent::DutyPlaceEnded {
            account: account.id,
        };
        let changed = vec![(account.centre, event)];
        self.append_org(command, actor.by.account, changed, Vec::new())
    }

    /// Somebody is away on these days.
    ///
    /// # Errors
    /// A refusal when the days are in the wrong order, or somebody would cover for themselves;
    /// [`No::NotHere`] for whoever may not say so.
    pub fn set_leave(
        &self,
        actor: &Actor,
        command: Id,
        account: Id,
        leave: Leave,
    ) -> Result<(), No> {
        let account = self.staff(actor, "leave.change", account)?;
        if leave.until < leave.from {
            return Err(Refusal::at(Why::DatesDisagree, "until").into());
        }
        if let Some(cover) = leave.cover {
            let cover = self.staff(actor, "leave.change", cover)?;
            if cover.id == account.id || cover.closed || cover.centre != account.centre {
                return Err(Refusal::at(Why::NoSuchThing, "cover").into());
            }
        }
        let changed = vec![(account.id, OrgEvent::LeaveSet { leave })];
        self.append_org(command, actor.by.account, changed, Vec::new())
    }

    /// They are back, or stay after all.
    ///
    /// # Errors
    /// As [`Casebook::set_leave`].
    pub fn end_leave(&self, actor: &Actor, command: Id, account: Id) -> Result<(), No> {
        let account = self.staff(actor, "leave.change", account)?;
        let changed = vec![(account.id, OrgEvent::LeaveEnded)];
        self.append_org(command, actor.by.account, changed, Vec::new())
    }

    /// Names who covers as the backup of every case of somebody on leave that has none: one
    /// assignment each, by the rule that every assignment passes. Answers how many.
    ///
    /// # Errors
    /// [`No::NotHere`] without a cover, and for whoever may not assign; what the rules refuse.
    pub fn cover_cases(&self, actor: &Actor, command: Id, worker: Id) -> Result<usize, No> {
        let account = self.staff(actor, "leave.change", worker)?;
        let cover = account.leave.and_then(|leave| leave.cover);
        let cover = cover.ok_or(No::NotHere)?;
        self.record_look(actor, "supervision.read", None)?;
        let carried = self.views.carried(actor, worker, self.now())?;
        let alone = carried.iter().filter(|row| row.backup.is_none());
        let mut named = 0;
        for row in alone {
            let assignment = Assignment {
                worker: Worker::Account(worker),
                backup: Some(cover),
            };
            let ask = registration::Ask::AssignWorker(assignment);
            let command = Command {
                id: both(command, row.file),
                file: Some(row.file),
                happened: None,
                base: None,
                ask: Ask::Registration(ask),
            };
            self.carry_out(actor, &command)?;
            named += 1;
        }
        Ok(named)
    }

    /// An account whose duty or leave the actor may keep.
    fn staff(&self, actor: &Actor, action: &str, account: Id) -> Result<Account, No> {
        if !self.may_anywhere(actor, action) {
            return Err(No::NotHere);
        }
        let everywhere = actor.by.role == Role::Administrator;
        let known = self.organisation().account(account).cloned();
        known
            .filter(|known| everywhere || known.centre == actor.by.centre)
            .ok_or(No::NotHere)
    }
}

/// The id of one command's part on one file: the same again when the post comes again.
fn both(command: Id, file: Id) -> Id {
    let mut bytes = command.0;
    bytes
        .iter_mut()
        .zip(file.0)
        .for_each(|(one, other)| *one ^= other);
    Id(bytes)
}

//! What the writer does differently because others write to the same ledger.

use crate::keyring::Keyring;
use crate::pen::Epoch;
use crate::postgres::Ground;
use crate::tree::Frontier;
use crate::writer::{Done, Writer};
use crate::{Failure, Head, open, sql};

impl Writer {
    /// Goes on from where the ledger has come to, whoever brought it there.
    pub fn stand_on(&mut self, ground: Ground) -> Result<(), Failure> {
        let note = ground
            .head
            .ok_or_else(|| Failure::damaged("there is no head"))?;
        if note == self.head.note {
            return Ok(());
        }
        let head = signed(&note, &self.shared.ring)?;
        // An older copy was put in its place, or a standby took over that had not got everything.
        if head.number <= self.head.number {
            return Err(Failure::RolledBack {
                kept: self.head.number,
                found: head.number,
            });
        }
        let fits = |log: &Frontier| (log.size(), log.root()) == (head.size, head.root);
        self.log = match ground.frontier.as_deref().and_then(Frontier::from_bytes) {
            Some(log) if fits(&log) => log,
            _ => open::frontier(&self.db, &head)?,
        };
        let epoch = ground
            .epoch
            .as_deref()
            .and_then(|bytes| bytes.try_into().ok());
        let number = epoch
            .map(u64::from_be_bytes)
            .ok_or_else(|| Failure::damaged("meta has no epoch"))?;
        if number != self.epoch.number {
            self.change_epoch(number)?;
        }
        self.shared.set_head(head.clone());
        self.head = head;
        Ok(())
    }

    /// Another node has renewed: its key stands in the folder that they share.
    fn change_epoch(&mut self, number: u64) -> Result<(), Failure> {
        let epoch = Epoch {
            number,
            key: self.shared.master.load_epoch(&self.shared.dirs, number)?,
        };
        self.shared.add_epoch(&epoch);
        let old = std::mem::replace(&mut self.epoch, epoch);
        self.shared.drop_epoch(old.number);
        Ok(())
    }

    /// Whether the database has what was sent before the connection was lost.
    pub fn was_done(&self, (_, head): &Done) -> Result<bool, Failure> {
        let Some(head) = head else {
            return Ok(false);
        };
        Ok(sql::head_note(&self.db, head.number)?.as_ref() == Some(&head.note))
    }
}

fn signed(note: &str, ring: &Keyring) -> Result<Head, Failure> {
    Head::parse(note)
        .filter(|head| head.is_signed(ring.ledger, &ring.signer.verifying_key()))
        .ok_or_else(|| Failure::damaged("the newest head is not signed by this ledger"))
}

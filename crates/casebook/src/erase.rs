//! Erasing a person: two people, one proposes and another confirms; then the file's key is
//! destroyed, and every copy of what it sealed goes dark.

use access::Actor;
use casework::{
    Case, Id,
    decide::Tally,
    lists::Status,
    refusal::{Refusal, Why},
};
use jiff::Timestamp;
use ledger::{Append, AppendError, Body, FileAppend};

use crate::{
    Casebook, No,
    stored::{ErasureEntry, ErasureStep, Stored, TallyEntry, ledger_id},
};

/// A proposal that waits for its second person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Proposal {
    pub id: Id,
    pub file: Id,
    pub by: Id,
    pub at: Timestamp,
    pub reason: String,
}

impl Proposal {
    /// What a step of an erasure leaves to be confirmed.
    pub(crate) fn of(id: Id, entry: &ErasureEntry) -> Option<Self> {
        match &entry.what {
            ErasureStep::Proposed { file, reason } => Some(Self {
                id,
                file: *file,
                by: entry.by,
                at: entry.recorded,
                reason: reason.clone(),
            }),
            ErasureStep::Confirmed | ErasureStep::Declined => None,
        }
    }
}

/// What the second person has to know to decide, and not only to press.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ProposalLook {
    pub proposal: Proposal,
    pub code: Option<String>,
    pub status: Option<Status>,
    pub closed_at: Option<Timestamp>,
}

impl ProposalLook {
    /// Whether somebody typed the code of this person, however they write it.
    #[must_use]
    pub fn is_code(&self, typed: &str) -> bool {
        let plain = |code: &str| -> String {
            let signs = code.chars().filter(char::is_ascii_alphanumeric);
            signs.map(|sign| sign.to_ascii_uppercase()).collect()
        };
        let known = self.code.as_deref().map(plain);
        known.is_some_and(|known| known == plain(typed))
    }
}

/// What is left of somebody who was erased: that two people did it, and when (DP18).
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Certificate {
    pub proposed: (Id, Timestamp),
    pub confirmed: (Id, Timestamp),
}

impl Casebook {
    /// Proposes to erase the person with this code.
    ///
    /// # Errors
    /// [`No::NotHere`] for roles that may not, and for unknown codes.
    pub fn propose_erasure(
        &self,
        actor: &Actor,
        command: Id,
        code: &str,
        reason: &str,
    ) -> Result<Id, No> {
        if !self.may_anywhere(actor, "erasure.propose") {
            return Err(No::NotHere);
        }
        let file = self.file_of_code(code)?.ok_or(No::NotHere)?;
        let centre = self.person(file)?.whole.centre;
        if centre != Some(actor.by.centre) {
            return Err(No::NotHere);
        }
        let id = command.nth(1);
        let step = ErasureStep::Proposed {
            file,
            reason: reason.to_owned(),
        };
        self.append_step(actor, command, id, 0, step, Vec::new())?;
        Ok(id)
    }

    /// Confirms a proposal: the person is erased.
    ///
    /// # Errors
    /// A refusal for the one who proposed; [`No::NotHere`] for roles that may not.
    pub fn confirm_erasure(&self, actor: &Actor, command: Id, proposal: Id) -> Result<(), No> {
        let found = self.proposed(proposal)?.ok_or(No::NotHere)?;
        if found.by == actor.by.account {
            return Err(Refusal::new(Why::TwoStaffNeeded).into());
        }
        // Nothing is put aside about the file while it goes.
        let _turn = self.turns.of(found.file);
        let case = self.may_confirm(actor, &found)?;
        let tombstone = self.tombstone(actor, command, &case)?;
        let note = proposal.to_string();
        self.intend_to_forget(command, found.file, &note)?;
        self.append_step(
            actor,
            command,
            proposal,
            1,
            ErasureStep::Confirmed,
            tombstone,
        )?;
        self.forget(command, found.file, &note)
    }

    /// A proposal that was not yet answered, for those who may confirm it.
    ///
    /// # Errors
    /// [`No::NotHere`] for everybody else; when the ledger cannot be read.
    pub fn proposal(&self, actor: &Actor, id: Id) -> Result<ProposalLook, No> {
        let proposal = self.proposed(id)?.ok_or(No::NotHere)?;
        let case = self.may_confirm(actor, &proposal)?;
        self.record_look(actor, "erasure.confirm", Some(proposal.file))?;
        Ok(ProposalLook {
            proposal,
            code: case.registration.code.clone(),
            status: case.status(),
            closed_at: case.closure.closed.map(|closed| closed.happened),
        })
    }

    /// The proposals that wait for this second person: with the code of whom each is about.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn proposals(&self, actor: &Actor) -> Result<Vec<(Proposal, Option<String>)>, No> {
        if !self.may_here(actor, "erasure.confirm") {
            return Ok(Vec::new());
        }
        let waiting: Vec<Proposal> = self.own_files().erasures.values().cloned().collect();
        let mut mine = Vec::new();
        for proposal in waiting {
            match self.may_confirm(actor, &proposal) {
                Ok(case) if proposal.by != actor.by.account => {
                    mine.push((proposal, case.registration.code.clone()));
                }
                Ok(_) | Err(No::NotHere) => {}
                Err(no) => return Err(no),
            }
        }
        mine.sort_by_key(|(proposal, _)| proposal.at);
        Ok(mine)
    }

    /// The certificate of an erasure, for the two who did it.
    ///
    /// # Errors
    /// [`No::NotHere`] for everybody else, and before it is done.
    pub fn erasure_certificate(&self, actor: &Actor, id: Id) -> Result<Certificate, No> {
        let (mut proposed, mut confirmed) = (None, None);
        for entry in self.erasure_steps(id)? {
            let who = Some((entry.by, entry.recorded));
            match entry.what {
                ErasureStep::Proposed { .. } => proposed = who,
                ErasureStep::Confirmed => confirmed = who,
                ErasureStep::Declined => {}
            }
        }
        let (Some(proposed), Some(confirmed)) = (proposed, confirmed) else {
            return Err(No::NotHere);
        };
        let me = actor.by.account;
        if proposed.0 != me && confirmed.0 != me {
            return Err(No::NotHere);
        }
        Ok(Certificate {
            proposed,
            confirmed,
        })
    }

    fn may_confirm(&self, actor: &Actor, proposal: &Proposal) -> Result<Case, No> {
        let person = self.person(proposal.file)?;
        if access::may(actor, "erasure.confirm", person.standing(actor)) {
            Ok(person.whole.clone())
        } else {
            Err(No::NotHere)
        }
    }

    fn proposed(&self, id: Id) -> Result<Option<Proposal>, No> {
        let mut found = None;
        for entry in self.erasure_steps(id)? {
            found = Proposal::of(id, &entry);
        }
        Ok(found)
    }

    fn erasure_steps(&self, id: Id) -> Result<Vec<ErasureEntry>, No> {
        let mut steps = Vec::new();
        for entry in self.ledger.read(ledger_id(id))? {
            let Body::Clear(bytes) = entry.body else {
                continue;
            };
            if let Stored::Erasure(entry) = Stored::from_bytes(&bytes)? {
                steps.push(entry);
            }
        }
        Ok(steps)
    }

    /// What statistics keep: a coarse count without any file id.
    fn tombstone(&self, actor: &Actor, command: Id, case: &Case) -> Result<Vec<FileAppend>, No> {
        let Some(file) = self.ledger.claimed("tally", &actor.by.centre.to_string())? else {
            return Ok(Vec::new());
        };
        let _ = command;
        let now = self.now();
        let day = casework::case::day_of(case.arrived_at().unwrap_or(now)).first_of_month();
        let tally = Tally {
            day,
            sex: case
                .registration
                .identity
                .as_ref()
                .map(|(_, identity)| identity.sex),
            age_band: case.reception.age_band,
            services: Vec::new(),
            overrides: u32::try_from(case.consents.overrides.len()).unwrap_or(u32::MAX),
        };
        let entry = TallyEntry {
            v: 1,
            centre: actor.by.centre,
            recorded: now,
            tally,
        };
        let expected = self.ledger.read(file)?.len() as u64;
        Ok(vec![FileAppend {
            file,
            expected,
            events: vec![Stored::Tally(entry).to_bytes()],
        }])
    }

    fn append_step(
        &self,
        actor: &Actor,
        command: Id,
        id: Id,
        expected: u64,
        what: ErasureStep,
        more: Vec<FileAppend>,
    ) -> Result<(), No> {
        let now = self.now();
        let entry = ErasureEntry {
            v: 1,
            by: actor.by.account,
            recorded: now,
            what,
        };
        let step = entry.clone();
        let mut files = vec![FileAppend {
            file: ledger_id(id),
            expected,
            events: vec![Stored::Erasure(entry).to_bytes()],
        }];
        files.extend(more);
        let append = Append {
            at: now,
            command: ledger_id(command),
            outcome: b"{}".to_vec(),
            files,
            claims: Vec::new(),
            release: Vec::new(),
        };
        match self.ledger.append(append) {
            Ok(_) => {
                self.own_files_mut().step(id, &step);
                Ok(())
            }
            Err(AppendError::Repeated { .. }) => Ok(()),
            Err(AppendError::Clash { .. } | AppendError::Claimed { .. }) => Err(No::Busy),
            Err(AppendError::Erased { .. }) => Err(No::NotHere),
            Err(AppendError::Failure(failure)) => Err(failure.into()),
        }
    }
}

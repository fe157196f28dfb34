//! Feedback and complaints (`domain.md` section 7, 2.7): files of their own. Everybody may give
//! it; conduct, abuse and fraud are read by their focal point alone; who is accused, and their
//! line, read nothing of it.

use access::{Actor, Standing};
use casework::{
    Id,
    actor::Role,
    due::Due,
    feedback::{self, Feedback, FeedbackAsk, State, decide_in_place, dues, restricted},
    lists::{FeedbackType, Theme},
};
use jiff::Timestamp;
use ledger::FileAppend;

use crate::{
    Casebook, MemberName, No,
    carry_out::{Outcome, TRIES, hash_of},
    own_files::{OwnFile, feedback_bytes},
    sign_in::actor as actor_of,
    stored::ledger_id,
};

/// One piece of feedback in the list.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct FeedbackRow {
    pub id: Id,
    pub state: State,
    pub due: Vec<Due>,
}

/// One piece of feedback, opened.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct FeedbackLook {
    pub id: Id,
    pub state: State,
    pub due: Vec<Due>,
    /// Whose file it comes from, when the reader may open that case.
    pub person: Option<MemberName>,
}

impl Casebook {
    /// Receives feedback from anybody, written down by anybody who works here.
    ///
    /// # Errors
    /// [`No::NotHere`] when it names a person whose case is not the actor's to open;
    /// [`No::Refused`] by the rules.
    pub fn receive_feedback(
        &self,
        actor: &Actor,
        command: Id,
        happened: Option<Timestamp>,
        asked: &Feedback,
    ) -> Result<(), No> {
        if !self.may_anywhere(actor, "feedback.receive") {
            return Err(No::NotHere);
        }
        if let Some(person) = asked.person
            && self.member_name(actor, person)?.is_none()
        {
            return Err(No::NotHere);
        }
        let file = command.nth(u16::MAX);
        let ask = FeedbackAsk::Receive(asked.clone());
        self.append_feedback(actor, command, happened, file, &ask, |_| true)
    }

    /// Acknowledges, answers or closes.
    ///
    /// # Errors
    /// [`No::NotHere`] for everybody who may not read it; [`No::Refused`] by the rules.
    pub fn answer_feedback(
        &self,
        actor: &Actor,
        command: Id,
        happened: Option<Timestamp>,
        id: Id,
        ask: &FeedbackAsk,
    ) -> Result<(), No> {
        if matches!(ask, FeedbackAsk::Receive(_)) {
            return Err(No::NotHere);
        }
        self.append_feedback(actor, command, happened, id, ask, |state| {
            self.may_feedback(actor, state, ask.into())
        })
    }

    fn append_feedback(
        &self,
        actor: &Actor,
        command: Id,
        happened: Option<Timestamp>,
        file: Id,
        ask: &FeedbackAsk,
        may: impl Fn(&State) -> bool,
    ) -> Result<(), No> {
        let body = hash_of(&("feedback", file, happened, ask));
        if let Some(outcome) = self.ledger.outcome(ledger_id(command))? {
            return self.same(actor, command, &body, &outcome, file);
        }
        let outcome = Outcome {
            account: actor.by.account,
            body,
            file,
            forget: false,
            household: None,
            others: Vec::new(),
        };
        let _turn = self.turns.of(file);
        for _ in 0..TRIES {
            let OwnFile { state, length } = self.feedback_file(file)?;
            if !may(&state) {
                return Err(No::NotHere);
            }
            let order = self.file_order(actor, command, happened, ask.clone());
            let entry = decide_in_place(&state, &order, self.stands_in(actor, &state))?;
            let append = FileAppend {
                file: ledger_id(file),
                expected: length,
                events: vec![feedback_bytes(entry)],
            };
            if self.append_own(command, vec![append], &outcome)?.is_some() {
                return self.refold_feedback(file);
            }
        }
        Err(No::Busy)
    }

    fn same(
        &self,
        actor: &Actor,
        command: Id,
        body: &str,
        outcome: &[u8],
        file: Id,
    ) -> Result<(), No> {
        self.answer_again(actor, command, body, outcome)?;
        self.refold_feedback(file)
    }

    /// The feedback that the actor may read and that is not closed, then what is: the oldest
    /// first among the open, the newest first among the closed.
    ///
    /// # Errors
    /// [`No::NotHere`] for roles that read none.
    pub fn feedback(&self, actor: &Actor) -> Result<Vec<FeedbackRow>, No> {
        if !self.may_anywhere(actor, "feedback.list") {
            return Err(No::NotHere);
        }
        self.record_look(actor, "feedback.list", None)?;
        let mut rows: Vec<FeedbackRow> = (self.own_files().feedback.iter())
            .filter(|(_, state)| self.reads(actor, state))
            .map(|(id, state)| FeedbackRow {
                id: *id,
                state: state.clone(),
                due: dues(state, &self.sop),
            })
            .collect();
        let at = |row: &FeedbackRow| feedback::received_at(&row.state);
        rows.sort_by_key(at);
        let (mut open, closed): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|row| row.state.closed.is_none());
        open.extend(closed.into_iter().rev());
        Ok(open)
    }

    /// Opens one piece of feedback.
    ///
    /// # Errors
    /// [`No::NotHere`] when it is absent or not the actor's to read: the two are never told apart.
    pub fn look_feedback(&self, actor: &Actor, id: Id) -> Result<FeedbackLook, No> {
        let state = self.feedback_file(id)?.state;
        if !self.reads(actor, &state) {
            return Err(No::NotHere);
        }
        self.record_look(actor, "feedback.read", Some(id))?;
        let person = state
            .received
            .as_ref()
            .and_then(|(_, received)| received.person);
        let person = match person {
            Some(file) => self.member_name(actor, file)?,
            None => None,
        };
        Ok(FeedbackLook {
            id,
            due: dues(&state, &self.sop),
            state,
            person,
        })
    }

    /// Whether the actor may do this with a piece of feedback: whoever reads it, within the table.
    #[must_use]
    pub fn may_feedback(&self, actor: &Actor, state: &State, kind: &str) -> bool {
        let action = format!("feedback.{kind}");
        let by_table = access::may(actor, &action, standing(actor, state));
        self.reads(actor, state) && (by_table || self.stands_in(actor, state))
    }

    /// Whether anybody at all reads what this command wrote down, so that whoever wrote it can be
    /// told when nobody does.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn feedback_is_read(&self, command: Id) -> Result<bool, No> {
        let state = self.feedback_file(command.nth(u16::MAX))?.state;
        Ok((self.everybody().iter()).any(|actor| self.reads(actor, &state)))
    }

    fn reads(&self, actor: &Actor, state: &State) -> bool {
        self.reads_by_table(actor, state) || self.stands_in(actor, state)
    }

    fn everybody(&self) -> Vec<Actor> {
        let known = self.organisation();
        let at_work = known.accounts().filter(|account| !account.closed);
        at_work.map(actor_of).collect()
    }

    /// An allegation is never read by nobody: when all who would read it are the accused or of
    /// their line, the supervisors of the other centres do (2.7).
    fn stands_in(&self, actor: &Actor, state: &State) -> bool {
        let elsewhere = state.locked_out().is_some_and(|accused| {
            let known = self.organisation();
            let account = known.account(accused);
            account.is_some_and(|account| account.centre != actor.by.centre)
        });
        let supervises = actor.by.role == Role::Supervisor && elsewhere;
        supervises && (self.everybody().iter()).all(|other| !self.reads_by_table(other, state))
    }

    fn reads_by_table(&self, actor: &Actor, state: &State) -> bool {
        let row = match state.theme() {
            Some(Theme::Psea) => "feedback.read",
            Some(Theme::DataProtection) => "feedback.data_protection",
            Some(_) => "feedback.ordinary",
            None => return false,
        };
        !self.locked_out(actor, state) && access::may(actor, row, standing(actor, state))
    }

    /// The accused, and those who lead the people of their centre, when it accuses at all.
    fn locked_out(&self, actor: &Actor, state: &State) -> bool {
        let Some(accused) = state.locked_out() else {
            return false;
        };
        let accuses = state.received.as_ref().is_some_and(|(_, received)| {
            restricted(received.feedback_type)
                || matches!(
                    received.feedback_type,
                    FeedbackType::Dissatisfaction | FeedbackType::DataProtection
                )
        });
        let known = self.organisation();
        let same_centre = known
            .account(accused)
            .is_some_and(|account| account.centre == actor.by.centre);
        let leads = matches!(actor.by.role, Role::CaseManager | Role::Supervisor);
        accused == actor.by.account || (accuses && same_centre && leads)
    }
}

/// Feedback belongs to the centre where it was written down.
fn standing(actor: &Actor, state: &State) -> Standing {
    let here = state
        .received
        .as_ref()
        .is_some_and(|(stamp, _)| stamp.by.centre == actor.by.centre);
    Standing {
        centre: here,
        ..Standing::default()
    }
}

//! Writing, always the same seven steps: access, load, fold, decide, seal and append, project,
//! answer. On a clash the last five are done again.

use access::Actor;
use casework::{
    Ask, Case, Event, Id, Order,
    class::Classes,
    decide::{self, Beside, Tally, Yes},
    refusal::{Refusal, Why},
};
use jiff::Timestamp;
use ledger::{Append, AppendError, Claim, FileAppend};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    Casebook, No, chance,
    in_use::PersonFile,
    stored::{Stored, TallyEntry, ledger_id},
};

/// What somebody asks for, as a page posts it.
#[derive(Clone, Debug)]
pub struct Command {
    /// Made by the page: a repeated post is answered with the first outcome.
    pub id: Id,
    /// The person's file; `None` when somebody arrives.
    pub file: Option<Id>,
    /// When it happened; `None` means now.
    pub happened: Option<Timestamp>,
    /// The version of the part that the page showed.
    pub base: Option<u32>,
    /// What is asked for.
    pub ask: Ask,
}

/// What a command came to: references only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The file that it was about.
    pub file: Id,
    /// Nothing of the person is kept any more; only a tally.
    pub forgotten: bool,
    /// This very command was carried out before.
    pub again: bool,
}

/// The outcome as the ledger keeps it, bound to who asked and for what.
#[derive(Serialize, Deserialize)]
pub(crate) struct Outcome {
    pub account: Id,
    pub body: String,
    pub file: Id,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub forget: bool,
    /// The household whose own file changed in the same append.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<Id>,
    /// Other people's files that changed in the same append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Id>,
}

impl Outcome {
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Whether the first outcome of this id is of the same command.
    pub(crate) fn is_again(&self, first: &[u8]) -> Result<(), No> {
        let first: Self = serde_json::from_slice(first).map_err(|_| No::IdTaken)?;
        if first.account == self.account && first.body == self.body {
            Ok(())
        } else {
            Err(No::IdTaken)
        }
    }
}

/// What is noted beside the keys that were destroyed.
const WHY_FORGOTTEN: &str = "registration refused or inquiry over";

/// How often a command is decided anew when others keep changing the file.
pub(crate) const TRIES: usize = 20;

impl Casebook {
    /// Carries out a command for an actor.
    ///
    /// # Errors
    /// [`No::Refused`] with words for the user; [`No::NotHere`] when the file is absent or the
    /// actor may not do this; failures of the ledger.
    pub fn carry_out(&self, actor: &Actor, command: &Command) -> Result<Done, No> {
        let file = command.file.unwrap_or_else(|| command.id.nth(u16::MAX));
        let body = fingerprint(command);
        if let Some(outcome) = self.ledger.outcome(ledger_id(command.id))? {
            return self.answer_again(actor, command.id, &body, &outcome);
        }
        let _turn = self.turns.of(file);
        for _ in 0..TRIES {
            let person = self.person(file)?;
            if command.file.is_some() && person.events.is_empty() {
                return Err(No::NotHere);
            }
            let order = self.with_context(self.order(actor, command)?)?;
            let order = self.with_partner(order, &person.events)?;
            let yes = self.decide_for(actor, &person, &order)?;
            let mut outcome = Outcome {
                account: actor.by.account,
                body: body.clone(),
                file,
                forget: forgets(&yes),
                household: None,
                others: Vec::new(),
            };
            if outcome.forget {
                self.intend_to_forget(command.id, file, WHY_FORGOTTEN)?;
            }
            let expected = person.length;
            drop(person);
            let append = self.append_of(file, expected, &order, &yes, &mut outcome)?;
            let added = append.files.first().map(|own| own.events.clone());
            let _going = self.under_way.begin(self.ledger.position());
            match self.ledger.append(append).map(drop) {
                Ok(()) => {
                    self.in_use
                        .extend(file, expected, &added.unwrap_or_default());
                    self.after(command.id, &outcome)?;
                    return Ok(Done {
                        file,
                        forgotten: outcome.forget,
                        again: false,
                    });
                }
                Err(AppendError::Clash { .. }) => {}
                Err(AppendError::Claimed { .. }) => {}
                Err(AppendError::Repeated { outcome }) => {
                    return self.answer_again(actor, command.id, &body, &outcome);
                }
                Err(AppendError::Erased { .. }) => return Err(No::NotHere),
                Err(AppendError::Failure(failure)) => return Err(failure.into()),
            }
        }
        Err(No::Busy)
    }

    /// Whether a command with this id was carried out before.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn was_carried_out(&self, command: Id) -> Result<bool, No> {
        Ok(self.ledger.outcome(ledger_id(command))?.is_some())
    }

    /// Whether the rules would say yes now, and what they miss: for pages that show a gate.
    pub(crate) fn decide_for(
        &self,
        actor: &Actor,
        person: &PersonFile,
        order: &Order,
    ) -> Result<Yes, No> {
        let standing = person.standing(actor);
        let (room, kind) = order.ask.kind();
        if !access::may(actor, &format!("{room}.{kind}"), standing) {
            return Err(No::NotHere);
        }
        let held = access::classes(actor, standing);
        if !order.ask.needs().readable_with(held) {
            return Err(Refusal::new(Why::NotReadable).into());
        }
        Self::base_holds(&person.events, held, order)?;
        let whole = Order {
            base: None,
            held,
            ..order.clone()
        };
        decide::decide(&person.whole, &self.sop, &whole)
            .map_err(|refusal| refusal.for_reader(held).into())
    }

    /// A page's version comes from its reader's own fold, never from the whole file.
    fn base_holds(events: &[Event], held: Classes, order: &Order) -> Result<(), No> {
        match (order.ask.on_clash(), order.base) {
            (casework::order::OnClash::NeedsBase(part), Some(base))
                if Case::fold_for(events, held).part_version(part) != base =>
            {
                Err(Refusal::new(Why::ChangedSince).into())
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn order(&self, actor: &Actor, command: &Command) -> Result<Order, No> {
        let now = self.now();
        Ok(Order {
            command: command.id,
            by: actor.by,
            now,
            happened: command.happened.unwrap_or(now),
            base: command.base,
            fresh_code: chance::person_code()?,
            ask: command.ask.clone(),
            held: Classes::GENERAL,
        })
    }

    /// Everything that the decision changes, in one append.
    fn append_of(
        &self,
        file: Id,
        expected: u64,
        order: &Order,
        yes: &Yes,
        outcome: &mut Outcome,
    ) -> Result<Append, No> {
        let mut files = vec![self.file_append(file, expected, order, yes)];
        let mut claims = Vec::new();
        for beside in &yes.beside {
            match beside {
                Beside::ClaimCode(code) => claims.push(Claim {
                    space: "person_code",
                    value: code.clone(),
                    file: ledger_id(file),
                }),
                Beside::TallyAndForget(tally) => {
                    let (append, claim) = self.tally(order, tally)?;
                    files.push(append);
                    claims.extend(claim);
                }
                Beside::Household { household, what } => {
                    let beside = self.household_beside(file, *household, what, order)?;
                    outcome.household = Some(*household);
                    outcome.others.extend(beside.people);
                    files.extend(beside.files);
                }
            }
        }
        Ok(Append {
            at: order.now,
            command: ledger_id(order.command),
            outcome: outcome.to_bytes(),
            files,
            claims,
            release: Vec::new(),
        })
    }

    /// What a decision adds to one person's file.
    pub(crate) fn file_append(
        &self,
        file: Id,
        expected: u64,
        order: &Order,
        yes: &Yes,
    ) -> FileAppend {
        let stamped = decide::stamp(yes, &self.sop, order).into_iter();
        FileAppend {
            file: ledger_id(file),
            expected,
            events: stamped
                .map(|event| Stored::Person(event).to_bytes())
                .collect(),
        }
    }

    /// One more anonymous count in the centre's own tally file.
    fn tally(&self, order: &Order, tally: &Tally) -> Result<(FileAppend, Option<Claim>), No> {
        let centre = order.by.centre.to_string();
        let known = self.ledger.claimed("tally", &centre)?;
        let file = known.unwrap_or_else(|| ledger_id(order.command.nth(u16::MAX - 1)));
        let expected = match known {
            Some(file) => self.ledger.read(file)?.len() as u64,
            None => 0,
        };
        let entry = TallyEntry {
            v: 1,
            centre: order.by.centre,
            recorded: order.now,
            tally: tally.clone(),
        };
        let append = FileAppend {
            file,
            expected,
            events: vec![Stored::Tally(entry).to_bytes()],
        };
        let claim = known.is_none().then_some(Claim {
            space: "tally",
            value: centre,
            file,
        });
        Ok((append, claim))
    }

    pub(crate) fn answer_again(
        &self,
        actor: &Actor,
        command: Id,
        body: &str,
        outcome: &[u8],
    ) -> Result<Done, No> {
        let outcome: Outcome = serde_json::from_slice(outcome).map_err(|_| No::IdTaken)?;
        if outcome.account != actor.by.account || outcome.body != body {
            return Err(No::IdTaken);
        }
        self.after(command, &outcome)?;
        Ok(Done {
            file: outcome.file,
            forgotten: outcome.forget,
            again: true,
        })
    }

    /// What follows an append; done again when the command comes again, in case it was cut short.
    pub(crate) fn after(&self, command: Id, outcome: &Outcome) -> Result<(), No> {
        if let Some(household) = outcome.household {
            self.refold_household(household)?;
        }
        for other in &outcome.others {
            self.project(*other)?;
        }
        if outcome.forget {
            return self.forget(command, outcome.file, WHY_FORGOTTEN);
        }
        self.project(outcome.file)
    }
}

fn forgets(yes: &Yes) -> bool {
    yes.beside
        .iter()
        .any(|beside| matches!(beside, Beside::TallyAndForget(_)))
}

/// What a command asks for, as a hash: the same id with another body is not a repetition.
fn fingerprint(command: &Command) -> String {
    hash_of(&(command.file, command.happened, &command.ask))
}

/// What somebody asks for, as a hash.
pub(crate) fn hash_of(asked: &impl Serialize) -> String {
    let parts = serde_json::to_vec(asked).unwrap_or_default();
    Sha256::digest(&parts)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

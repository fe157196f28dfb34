//! Deciding about a pair: the verdict goes into the pair's own file, and in the same append what it
//! means into the file that does not go on. Taking it back is another verdict (`domain.md` 2.7).

use std::sync::PoisonError;

use access::Actor;
use casework::{
    Ask, Id,
    class::{Class, Classes},
    lists::{DuplicateOutcome, PairVerdict},
    own_file::Entry,
    pair::{self, Judgement, Pair, PairAsk, PairEvent},
    refusal::{Refusal, Why, ensure_at},
    registration::{self, DuplicateCheck},
};
use jiff::Timestamp;
use ledger::FileAppend;
use serde::Serialize;

use crate::{
    Casebook, Command, No,
    carry_out::{Outcome, TRIES, hash_of},
    own_files::OwnFile,
    pairs::Side,
    stored::{Stored, ledger_id},
};

/// What somebody says about a pair.
#[derive(Clone, Debug, PartialEq, Serialize, serde::Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Verdict {
    pub pair_verdict: PairVerdict,
    /// The file that goes on, where it is one person and both may be opened.
    #[serde(default)]
    pub keep: Option<Id>,
    pub verdict_reason: String,
}

impl Casebook {
    /// Decides about a pair.
    ///
    /// # Errors
    /// [`No::NotHere`] for those who may be told of no such pair or may not decide;
    /// [`No::Refused`] by the rules.
    pub fn judge_pair(
        &self,
        actor: &Actor,
        command: Id,
        happened: Option<Timestamp>,
        named: Id,
        said: &Verdict,
    ) -> Result<(), No> {
        let (one, other) = self.pair_named(named)?;
        let body = hash_of(&("pair", one, other, happened, said));
        let sides = self.pair_sides(actor, one, other)?;
        let _one_at_a_time =
            (self.comparison.judging.lock()).unwrap_or_else(PoisonError::into_inner);
        if let Some(outcome) = self.ledger.outcome(ledger_id(command))? {
            return self.answer_again(actor, command, &body, &outcome).map(drop);
        }
        for _ in 0..TRIES {
            let known = self.pair_known(one, other);
            let file = known.map_or_else(|| command.nth(u16::MAX), |(file, _)| file);
            let OwnFile { state, length } = self.pair_file(file)?;
            let entry =
                self.verdict(actor, command, happened, &state, (one, other), &sides, said)?;
            let mut marks = self.marks(actor, command, happened, &state, &entry, &sides)?;
            let mut outcome = Outcome {
                account: actor.by.account,
                body: body.clone(),
                file,
                forget: false,
                household: None,
                others: Vec::new(),
            };
            outcome
                .others
                .extend(marks.iter().map(|mark| Id(mark.file.0)));
            marks.push(FileAppend {
                file: ledger_id(file),
                expected: length,
                events: vec![Stored::Pair(entry).to_bytes()],
            });
            if self.append_own(command, marks, &outcome)?.is_some() {
                return self.refold_pair(file);
            }
        }
        Err(No::Busy)
    }

    #[expect(clippy::too_many_arguments, reason = "who, what and about whom")]
    fn verdict(
        &self,
        actor: &Actor,
        command: Id,
        happened: Option<Timestamp>,
        state: &Pair,
        (one, other): (Id, Id),
        sides: &[Side; 2],
        said: &Verdict,
    ) -> Result<Entry<PairEvent>, No> {
        let both = sides.iter().all(|side| side.file().is_some());
        let merges = said.pair_verdict == PairVerdict::Same && both;
        ensure_at(!merges || said.keep.is_some(), Why::TextNeeded, "keep")?;
        let judgement = Judgement {
            one,
            other,
            pair_verdict: said.pair_verdict,
            keep: said.keep.filter(|_| merges),
            verdict_reason: said.verdict_reason.clone(),
            compared: self.pair_compared(one, other)?,
        };
        if !self.may_judge(actor, sides)? {
            return Err(No::NotHere);
        }
        let order = self.file_order(actor, command, happened, PairAsk::Judge(judgement));
        Ok(pair::decide(state, &order)?)
    }

    /// What the verdict means for the files of the people: the one that does not go on says so, and
    /// no longer when it is taken back. Of a record elsewhere only one's own file speaks.
    fn marks(
        &self,
        actor: &Actor,
        command: Id,
        happened: Option<Timestamp>,
        before: &Pair,
        entry: &Entry<PairEvent>,
        sides: &[Side; 2],
    ) -> Result<Vec<FileAppend>, No> {
        let PairEvent::Judged(said) = &entry.body;
        let mut after = before.clone();
        after.apply(entry);
        let mark = |file: Id, outcome: DuplicateOutcome, keep: Option<Id>| {
            let command = Command {
                id: command,
                file: Some(file),
                happened,
                base: None,
                ask: Ask::Registration(registration::Ask::ResolveDuplicate(DuplicateCheck {
                    duplicate_outcome: outcome,
                    other_code: None,
                    duplicate_reason: Some(said.verdict_reason.clone()),
                })),
            };
            self.mark(actor, &command, file, keep)
        };
        let mut all = Vec::new();
        if before.merged() != after.merged() {
            let goes_now = after.merged().map(|(goes, _)| goes);
            if let Some((went, _)) = before.merged().filter(|(went, _)| Some(*went) != goes_now) {
                let outcome = match said.pair_verdict {
                    PairVerdict::Unsure => DuplicateOutcome::UnsureReviewLater,
                    PairVerdict::Same | PairVerdict::NotSame => DuplicateOutcome::NotSame,
                };
                all.push(mark(went, outcome, None)?);
            }
            if let Some((goes, keep)) = after.merged() {
                all.push(mark(goes, DuplicateOutcome::Same, Some(keep))?);
            }
        }
        let own: Vec<Id> = sides.iter().filter_map(Side::file).collect();
        if let ([file], PairVerdict::Same) = (own.as_slice(), said.pair_verdict) {
            all.push(mark(*file, DuplicateOutcome::SameElsewhere, None)?);
        }
        Ok(all)
    }

    /// One person's file, with the outcome of the check. It names another file by its code, and is
    /// of that file's gravest classes: who may not guess at the one learns nothing from the other.
    fn mark(
        &self,
        actor: &Actor,
        command: &Command,
        file: Id,
        keep: Option<Id>,
    ) -> Result<FileAppend, No> {
        let person = self.person(file)?;
        let mut order = self.order(actor, command)?;
        let mut classes = Classes::GENERAL;
        if let Some(keep) = keep {
            let keep = self.person(keep)?;
            let code = keep.whole.registration.code.clone();
            let code = code.ok_or(Refusal::new(Why::CodeMissing))?;
            if let Ask::Registration(registration::Ask::ResolveDuplicate(check)) = &mut order.ask {
                check.other_code = Some(code);
            }
            classes = GRAVE
                .into_iter()
                .filter(|class| keep.holds.has(*class))
                .collect();
        }
        let mut yes = self.decide_for(actor, &person, &order)?;
        for (of, _) in &mut yes.events {
            *of = of.union(classes);
        }
        Ok(self.file_append(file, person.length, &order, &yes))
    }

    /// A pair's own file.
    pub(crate) fn pair_file(&self, file: Id) -> Result<OwnFile<Pair>, No> {
        self.own_file(file, |pair: &mut Pair, stored| {
            if let Stored::Pair(entry) = stored {
                pair.apply(entry);
            }
        })
    }

    /// Brings a pair up to date in memory.
    pub(crate) fn refold_pair(&self, file: Id) -> Result<(), No> {
        let state = self.pair_file(file)?.state;
        self.own_files_mut().put_pair(file, state);
        Ok(())
    }

    /// Nothing is kept about pairs of somebody who was forgotten: their reasons tell of both.
    pub(crate) fn forget_pairs(&self, file: Id, note: &str) -> Result<(), No> {
        let of_theirs = self.own_files().pairs_of(file);
        for pair in of_theirs {
            self.ledger
                .destroy_file(self.now(), ledger_id(pair), note.as_bytes())?;
            self.own_files_mut().drop_pair(pair);
        }
        self.comparison.forget(file);
        Ok(())
    }

    /// A crash between the erasure of a person and that of their pairs is made good at the start.
    pub(crate) fn sweep_pairs(&self) -> Result<(), No> {
        let pairs: Vec<(Id, Id)> = self.own_files().pairs.keys().copied().collect();
        let files: Vec<Id> = pairs
            .iter()
            .flat_map(|(one, other)| [*one, *other])
            .collect();
        let here = self.views.centres(&files)?;
        for file in files.into_iter().filter(|file| !here.contains_key(file)) {
            self.forget_pairs(file, AFTER_A_CRASH)?;
        }
        Ok(())
    }
}

const AFTER_A_CRASH: &str = "one of the two was forgotten";

/// A file that holds matter of these must not be guessed at (`views`, "restricted").
const GRAVE: [Class; 4] = [Class::Trafficking, Class::Gbv, Class::Sogi, Class::Mhpss];

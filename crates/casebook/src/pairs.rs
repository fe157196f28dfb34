//! Pairs that may be one person, for people to decide on (`domain.md` 2.7): everybody compared with
//! everybody as a job, a queue of what it found, and verdicts. A pair is told of to whoever may open
//! one of the two, and of the other no more than that it may exist; where that other must not be
//! guessed at, there is no pair. So a restricted file's pairs reach its focal point, who may open it.

use std::{
    collections::HashMap,
    sync::{
        Mutex, MutexGuard, PoisonError, RwLock,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use access::Actor;
use casework::{
    Id,
    case::Stamp,
    pair::{Judgement, Pair, in_order},
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use views::{Doubt, Finding, Known, Shown};

use crate::{Casebook, No, carry_out::hash_of};

/// The job, and what it found.
#[derive(Default)]
pub struct Comparison {
    going: AtomicBool,
    done: AtomicUsize,
    all: AtomicUsize,
    found: RwLock<Found>,
    /// Pairs that were shown, by the names that their addresses carry.
    named: Mutex<HashMap<Id, (Id, Id)>>,
    /// One verdict at a time, so that a pair has one file.
    pub(crate) judging: Mutex<()>,
}

#[derive(Default)]
struct Found {
    at: Option<Timestamp>,
    doubts: Vec<Doubt>,
}

/// How far the job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// When everybody was compared last since the program started.
    pub at: Option<Timestamp>,
    /// People done and people in all, while it runs.
    pub going: Option<(usize, usize)>,
}

/// One of the two.
#[derive(Debug, Clone, PartialEq)]
pub enum Side {
    /// The reader may open the file.
    Open {
        /// The file.
        file: Id,
        /// What it is called.
        shown: Shown,
    },
    /// A record may exist at this centre; its owner must be asked.
    Elsewhere {
        /// The centre.
        centre: Option<Id>,
    },
}

/// One pair in the queue.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PairRow {
    /// What its address carries: it tells neither file.
    pub pair: Id,
    pub sides: [Side; 2],
    pub likelihood: f64,
    /// Why, when both may be opened.
    pub findings: Vec<Finding>,
    /// Somebody looked and was not sure.
    pub unsure: bool,
}

/// One pair, opened.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PairLook {
    pub row: PairRow,
    /// What is known of each that may be opened.
    pub known: [Option<Known>; 2],
    /// Verdicts, with their reasons where both may be opened.
    pub judged: Vec<(Stamp, Judgement)>,
    /// Whether the reader may decide.
    pub may_judge: bool,
}

impl Side {
    /// The file, when the reader may open it.
    #[must_use]
    pub const fn file(&self) -> Option<Id> {
        match self {
            Self::Open { file, .. } => Some(*file),
            Self::Elsewhere { .. } => None,
        }
    }
}

/// Pairs on one page of the queue.
const ROWS: usize = 50;
/// Less likely than this by now, a pair that was found is none any more.
const STILL_IN_DOUBT: f64 = 0.03;
/// Pairs whose readers are asked for at a time.
const AT_A_TIME: usize = 250;

impl Comparison {
    fn found(&self) -> std::sync::RwLockReadGuard<'_, Found> {
        self.found.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn named(&self) -> MutexGuard<'_, HashMap<Id, (Id, Id)>> {
        self.named.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The name of a pair in an address. Who knows one of the two files does not learn the other.
    pub(crate) fn name(&self, one: Id, other: Id) -> Id {
        let (one, other) = in_order(one, other);
        let hash = Sha256::new().chain_update(one.0).chain_update(other.0);
        let mut name = [0; 16];
        name.copy_from_slice(&hash.finalize()[..16]);
        self.named().insert(Id(name), (one, other));
        Id(name)
    }

    /// An erased person is in no pair.
    pub(crate) fn forget(&self, file: Id) {
        let mut found = self.found.write().unwrap_or_else(PoisonError::into_inner);
        found
            .doubts
            .retain(|doubt| doubt.one != file && doubt.other != file);
        drop(found);
        self.named()
            .retain(|_, (one, other)| *one != file && *other != file);
    }
}

impl Casebook {
    /// Whether the job may begin now for this actor; whoever is told yes has to run it.
    ///
    /// # Errors
    /// [`No::NotHere`] for those who may not.
    pub fn begin_comparison(&self, actor: &Actor) -> Result<bool, No> {
        if !self.may_anywhere(actor, "pair.compare") {
            return Err(No::NotHere);
        }
        self.comparison.done.store(0, Ordering::Relaxed);
        self.comparison.all.store(0, Ordering::Relaxed);
        Ok(!self.comparison.going.swap(true, Ordering::SeqCst))
    }

    /// Compares everybody with everybody. It stops nobody: people are registered meanwhile.
    ///
    /// # Errors
    /// When the views cannot be read; then what was found before stays.
    pub fn run_comparison(&self, threads: usize) -> Result<(), No> {
        let job = &self.comparison;
        let progress = |done: usize, all: usize| {
            job.done.fetch_max(done, Ordering::Relaxed);
            job.all.store(all, Ordering::Relaxed);
        };
        let doubts = self.views.doubts(threads, &progress);
        if let Ok(doubts) = doubts {
            let at = Some(self.now());
            *job.found.write().unwrap_or_else(PoisonError::into_inner) = Found { at, doubts };
            job.going.store(false, Ordering::SeqCst);
            return Ok(());
        }
        job.going.store(false, Ordering::SeqCst);
        Ok(doubts.map(drop)?)
    }

    /// How far the job is.
    #[must_use]
    pub fn comparison(&self) -> Compared {
        let job = &self.comparison;
        let far = (
            job.done.load(Ordering::Relaxed),
            job.all.load(Ordering::Relaxed),
        );
        Compared {
            at: job.found().at,
            going: job.going.load(Ordering::SeqCst).then_some(far),
        }
    }

    /// Pairs that wait for a decision and that the actor may be told of, the likeliest first; and
    /// whether there are more.
    ///
    /// # Errors
    /// [`No::NotHere`] for roles without a queue; failures, never an empty list in their place.
    pub fn pairs(&self, actor: &Actor) -> Result<(Vec<PairRow>, bool), No> {
        if !self.may_anywhere(actor, "pair.list") {
            return Err(No::NotHere);
        }
        self.record_look(actor, "pair.list", None)?;
        let doubts = self.comparison.found().doubts.clone();
        let mut rows = Vec::new();
        for some in doubts.chunks(AT_A_TIME) {
            self.told(actor, some, &mut rows)?;
            if rows.len() > ROWS {
                rows.truncate(ROWS);
                return Ok((rows, true));
            }
        }
        Ok((rows, false))
    }

    /// Adds the rows of these pairs, no more than a page and one.
    fn told(&self, actor: &Actor, doubts: &[Doubt], rows: &mut Vec<PairRow>) -> Result<(), No> {
        let files: Vec<Id> = doubts
            .iter()
            .flat_map(|doubt| [doubt.one, doubt.other])
            .collect();
        let open = self.views.shown(actor, &files)?;
        let centres = self.views.centres(&files)?;
        for doubt in doubts {
            if rows.len() > ROWS {
                break;
            }
            let Some(sides) = sides(&open, &centres, [doubt.one, doubt.other]) else {
                continue;
            };
            let judged = self.judged(doubt.one, doubt.other)?;
            if judged == Judged::Settled {
                continue;
            }
            // What was found may no longer be so: both may have been recorded anew since.
            let Some((likelihood, findings)) = self.views.compared(doubt.one, doubt.other)? else {
                continue;
            };
            if likelihood >= STILL_IN_DOUBT {
                rows.push(self.row(doubt, sides, likelihood, findings, judged));
            }
        }
        Ok(())
    }

    fn row(
        &self,
        doubt: &Doubt,
        sides: [Side; 2],
        likelihood: f64,
        findings: Vec<Finding>,
        judged: Judged,
    ) -> PairRow {
        let both = sides.iter().all(|side| side.file().is_some());
        PairRow {
            pair: self.comparison.name(doubt.one, doubt.other),
            likelihood: if both { likelihood } else { doubt.likelihood },
            findings: if both { findings } else { Vec::new() },
            unsure: judged == Judged::Unsure,
            sides,
        }
    }

    /// Opens a pair: both files that the reader may open are looked at.
    ///
    /// # Errors
    /// [`No::NotHere`] when the reader may be told of neither, or of no pair of them.
    pub fn look_pair(&self, actor: &Actor, pair: Id) -> Result<PairLook, No> {
        let (one, other) = self.pair_named(pair)?;
        let sides = self.pair_sides(actor, one, other)?;
        for file in sides.iter().filter_map(Side::file) {
            self.record_look(actor, "pair.read", Some(file))?;
        }
        let known = |side: &Side| side.file().map_or(Ok(None), |file| self.views.known(file));
        let known = [known(&sides[0])?, known(&sides[1])?];
        let (likelihood, findings) = self.views.compared(one, other)?.ok_or(No::NotHere)?;
        let doubt = Doubt {
            one,
            other,
            likelihood,
        };
        let judged = self.judged(one, other)?;
        let row = self.row(&doubt, sides, likelihood, findings, judged);
        let both = row.sides.iter().all(|side| side.file().is_some());
        let mut judged = self
            .pair_known(one, other)
            .map_or_else(Vec::new, |(_, pair)| pair.judged);
        if !both {
            (judged.iter_mut()).for_each(|(_, said)| said.verdict_reason.clear());
        }
        Ok(PairLook {
            may_judge: self.may_judge(actor, &row.sides)?,
            row,
            known,
            judged,
        })
    }

    /// Whether the actor may say of one of the two what was found about them.
    pub(crate) fn may_judge(&self, actor: &Actor, sides: &[Side; 2]) -> Result<bool, No> {
        for file in sides.iter().filter_map(Side::file) {
            let standing = self.person(file)?.standing(actor);
            if access::may(actor, "registration.resolve_duplicate", standing) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The two files of a pair that was shown.
    pub(crate) fn pair_named(&self, pair: Id) -> Result<(Id, Id), No> {
        self.comparison
            .named()
            .get(&pair)
            .copied()
            .ok_or(No::NotHere)
    }

    /// What the reader may be told of the two.
    pub(crate) fn pair_sides(&self, actor: &Actor, one: Id, other: Id) -> Result<[Side; 2], No> {
        let open = self.views.shown(actor, &[one, other])?;
        let centres = self.views.centres(&[one, other])?;
        sides(&open, &centres, [one, other]).ok_or(No::NotHere)
    }

    /// What was decided about two files, and the file that says so.
    pub(crate) fn pair_known(&self, one: Id, other: Id) -> Option<(Id, Pair)> {
        self.own_files().pairs.get(&in_order(one, other)).cloned()
    }

    /// A hash of what is known of both.
    pub(crate) fn pair_compared(&self, one: Id, other: Id) -> Result<String, No> {
        let (one, other) = in_order(one, other);
        Ok(hash_of(&(self.views.known(one)?, self.views.known(other)?)))
    }

    /// Whether people have decided about two files, as both are now.
    pub(crate) fn judged(&self, one: Id, other: Id) -> Result<Judged, No> {
        let Some((_, pair)) = self.pair_known(one, other) else {
            return Ok(Judged::Open);
        };
        if pair.merged().is_some() {
            return Ok(Judged::Settled);
        }
        Ok(if pair.holds(&self.pair_compared(one, other)?) {
            Judged::Settled
        } else {
            Judged::Unsure
        })
    }
}

/// What stands about a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// Nobody has decided.
    Open,
    /// Somebody looked; it has to be looked at again.
    Unsure,
    /// The same, or not the same.
    Settled,
}

/// What a reader is told of two files: at least one that may be opened, and the other only where it
/// may be guessed at.
fn sides(
    open: &HashMap<Id, Shown>,
    centres: &HashMap<Id, (Option<Id>, bool)>,
    files: [Id; 2],
) -> Option<[Side; 2]> {
    let side = |file: Id| -> Option<Side> {
        let (centre, restricted) = *centres.get(&file)?;
        match open.get(&file) {
            Some(shown) => Some(Side::Open {
                file,
                shown: shown.clone(),
            }),
            None => (!restricted).then_some(Side::Elsewhere { centre }),
        }
    };
    let sides = [side(files[0])?, side(files[1])?];
    let any = sides.iter().any(|side| side.file().is_some());
    any.then_some(sides)
}

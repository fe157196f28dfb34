//! Who else could be the same person, as far as the reader may know: a record that may be opened
//! is named, with what speaks for it and what against; another says only that it may exist, and
//! whom to ask; a restricted one answers exactly as if it were not there (`domain.md` 2.7).

use access::Actor;
use casework::Id;
use linkage::explain::Finding;
use views::Known;

use crate::{CaseLook, Casebook, No, pairs::Judged};

/// A similar person.
#[derive(Debug, Clone, PartialEq)]
pub enum Similar {
    /// The reader may open the file.
    Open(OpenSimilar),
    /// A record may exist at this centre; its owner must be asked.
    MayExist {
        /// The centre.
        centre: Id,
    },
}

/// A similar person whose file the reader may open.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct OpenSimilar {
    pub file: Id,
    /// What the address of the two side by side carries.
    pub pair: Option<Id>,
    /// Somebody looked at the two and was not sure.
    pub unsure: bool,
    pub name: String,
    pub code: Option<String>,
    /// How likely it is that it is one person, 0 to 1: a hint to a person who decides.
    pub likelihood: f64,
    /// What speaks for it and what against, the heaviest first.
    pub findings: Vec<Finding>,
}

/// How many are named.
const NAMED: usize = 8;
/// Somebody is sent to ask another centre only where that is worth their time.
const WORTH_ASKING: f64 = 0.25;

impl Casebook {
    /// People who may be the one in this file, the likest first.
    ///
    /// # Errors
    /// Failures; never an empty list in its place.
    pub fn similar(&self, actor: &Actor, look: &CaseLook) -> Result<Vec<Similar>, No> {
        match Known::of(&look.case) {
            Some(known) => self.like(actor, &known, Some(look.file)),
            None => Ok(Vec::new()),
        }
    }

    /// People who may be the one that somebody is about to register in this file. Nothing of what
    /// was typed is kept; that somebody looked is.
    ///
    /// # Errors
    /// [`No::NotHere`] for those who may not record who the person is.
    pub fn similar_to(&self, actor: &Actor, file: Id, typed: &Known) -> Result<Vec<Similar>, No> {
        let person = self.person(file)?;
        let may = access::may(
            actor,
            "registration.record_identity",
            person.standing(actor),
        );
        if person.whole.status().is_none() || !may {
            return Err(No::NotHere);
        }
        if typed.names.iter().all(|name| name.trim().is_empty()) {
            return Ok(Vec::new());
        }
        self.record_look(actor, "registration.similar", Some(file))?;
        let household = person.whole.household.present.as_ref();
        let known = Known {
            household: household.map(|(_, joined)| joined.household),
            ..typed.clone()
        };
        self.like(actor, &known, Some(file))
    }

    fn like(&self, actor: &Actor, known: &Known, except: Option<Id>) -> Result<Vec<Similar>, No> {
        let mut all: Vec<Similar> = Vec::new();
        let mut elsewhere: Vec<Similar> = Vec::new();
        for alike in self.views.alike(actor, known, except)? {
            let judged = match except {
                Some(own) => self.judged(own, alike.file)?,
                None => Judged::Open,
            };
            if judged == Judged::Settled {
                continue;
            }
            match (alike.open, alike.centre) {
                (Some(shown), _) if all.len() < NAMED => all.push(Similar::Open(OpenSimilar {
                    file: alike.file,
                    pair: except.map(|own| self.comparison.name(own, alike.file)),
                    unsure: judged == Judged::Unsure,
                    name: shown.name,
                    code: shown.code,
                    likelihood: alike.likelihood,
                    findings: alike.findings,
                })),
                (None, Some(centre)) if alike.likelihood >= WORTH_ASKING => {
                    let similar = Similar::MayExist { centre };
                    if !elsewhere.contains(&similar) {
                        elsewhere.push(similar);
                    }
                }
                _ => {}
            }
        }
        all.extend(elsewhere);
        Ok(all)
    }

    /// Makes the index of people ready, so that nobody waits for it at the door. Gives how many
    /// people it holds, and in how many bytes.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn warm(&self) -> Result<(usize, usize), No> {
        Ok(self.views.warm()?)
    }
}

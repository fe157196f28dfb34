//! Looking at one file: access, the reader's own fold, and the look recorded before its content
//! leaves.

use access::{Actor, Standing};
use casework::{
    Case, Event, Id,
    approval::Subject,
    class::Classes,
    due::{Due, due},
    refusal::Missing,
    registration,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Casebook, No, in_use::PersonFile};

/// A file as one reader may see it.
#[derive(Clone, Debug)]
pub struct CaseLook {
    /// Who looks.
    pub reader: Actor,
    /// The file.
    pub file: Id,
    /// Folded from what the reader may see.
    pub case: Case,
    /// The events that the reader may see, in order of recording.
    pub events: Vec<Event>,
    /// The classes that the reader may read here.
    pub held: Classes,
    /// How the reader stands to the case.
    pub standing: Standing,
    /// What is due, as far as the reader may know.
    pub due: Vec<Due>,
    /// What each gate still needs, hidden causes in neutral words.
    pub gates: Gates,
}

/// What each gate still needs.
#[derive(Clone, Debug, Default)]
pub struct Gates {
    pub g1: Vec<Missing>,
    pub g2: Vec<Missing>,
    pub g3: Vec<Missing>,
    pub g4: Vec<Missing>,
    pub g5: Vec<Missing>,
    pub g6: Vec<Missing>,
}

/// A look, as the log keeps it: opaque ids only (DP11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookRecord {
    /// Who looked.
    pub by: Id,
    /// At what: a page or a list.
    pub what: String,
    /// At whose file, when it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Id>,
}

impl CaseLook {
    /// Whether the reader may read the case, and not only add to it.
    #[must_use]
    pub fn reads(&self) -> bool {
        access::may(&self.reader, "case.read", self.standing)
    }
}

impl Casebook {
    /// Opens a file for reading.
    ///
    /// # Errors
    /// [`No::NotHere`] when it is absent, erased, or not the actor's to read.
    pub fn look(&self, actor: &Actor, file: Id, what: &str) -> Result<CaseLook, No> {
        let person = self.person(file)?;
        let standing = person.standing(actor);
        if person.whole.status().is_none() || !access::may(actor, "case.read", standing) {
            return Err(No::NotHere);
        }
        self.read(actor, file, what, &person, standing)
    }

    /// Records the look, then drops what the reader may not see.
    fn read(
        &self,
        actor: &Actor,
        file: Id,
        what: &str,
        person: &PersonFile,
        standing: Standing,
    ) -> Result<CaseLook, No> {
        self.record_look(actor, what, Some(file))?;
        let held = access::classes(actor, standing);
        let events = (person.events.iter())
            .filter(|event| event.classes.readable_with(held))
            .cloned()
            .collect::<Vec<_>>();
        let whole = &person.whole;
        // Whoever may see every event folds to the same.
        let case = if events.len() == person.events.len() {
            whole.clone()
        } else {
            Case::fold(&events)
        };
        let now = self.now();
        let due = due(whole, &self.sop, now)
            .into_iter()
            .filter(|due| due.classes.readable_with(held))
            .collect();
        Ok(CaseLook {
            reader: actor.clone(),
            file,
            case,
            events,
            held,
            standing,
            due,
            gates: self.gates(whole, held, now),
        })
    }

    /// Opens a file for doing one thing on it. The desk may give help or report a danger without
    /// reading the case: it gets the file with nothing in it.
    ///
    /// # Errors
    /// [`No::NotHere`] when it is absent, erased, or not the actor's to do this on.
    pub fn look_to_act(
        &self,
        actor: &Actor,
        file: Id,
        room: &str,
        kind: &str,
    ) -> Result<CaseLook, No> {
        let what = format!("{room}.{kind}");
        let person = self.person(file)?;
        let (whole, standing) = (&person.whole, person.standing(actor));
        if whole.status().is_none() || !access::may(actor, &what, standing) {
            return Err(No::NotHere);
        }
        if access::may(actor, "case.read", standing) {
            return self.read(actor, file, &what, &person, standing);
        }
        if room == "reception" && matches!(kind, "answer_alert" | "take_alert") {
            return self.look_to_answer(actor, file, &what, standing, whole);
        }
        if !standing.desk || !access::may(actor, "desk.list", standing) {
            return Err(No::NotHere);
        }
        self.record_look(actor, &what, Some(file))?;
        Ok(CaseLook {
            reader: actor.clone(),
            file,
            case: Case::default(),
            events: Vec::new(),
            held: Classes::GENERAL,
            standing,
            due: Vec::new(),
            gates: Gates::default(),
        })
    }

    /// Whether the actor may ask for this kind of command here: pages offer only what may be done.
    #[must_use]
    pub fn may(&self, actor: &Actor, look: &CaseLook, room: &str, kind: &str) -> bool {
        access::may(actor, &format!("{room}.{kind}"), look.standing)
    }

    fn gates(&self, whole: &Case, held: Classes, now: Timestamp) -> Gates {
        let told =
            |missing: Vec<Missing>| casework::Refusal::gate(missing).for_reader(held).missing;
        let of = |subject: Subject| told(subject.missing(whole, &self.sop, now));
        Gates {
            g1: told(registration::g1(whole, now)),
            g2: of(Subject::Assessment),
            g3: of(Subject::Plan),
            g4: told(casework::implementation::g4(whole)),
            g5: told(casework::review::g5(whole, &self.sop, now)),
            g6: of(Subject::Closure),
        }
    }

    /// Records a look, durable before it returns.
    pub(crate) fn record_look(
        &self,
        actor: &Actor,
        what: &str,
        file: Option<Id>,
    ) -> Result<(), No> {
        let record = LookRecord {
            by: actor.by.account,
            what: what.to_owned(),
            file,
        };
        Ok(self
            .ledger
            .look(self.now(), &serde_json::to_vec(&record).unwrap_or_default())?)
    }
}

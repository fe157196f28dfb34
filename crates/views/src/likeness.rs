//! Who else could be the same person: read across all files, for the casebook alone, which tells
//! nobody more than that a record may exist (`DESIGN.md`, "Same person").

use std::collections::HashMap;

use access::Actor;
use casework::Id;
use linkage::explain::{Finding, explain};

use crate::{
    Failure, Projected, Query, Views,
    lists::id,
    people::{Known, Like, People},
};

/// A file that may be of the person asked about.
#[derive(Debug, Clone)]
pub struct Alike {
    /// The file.
    pub file: Id,
    /// The centre that carries it.
    pub centre: Option<Id>,
    /// What it is called, for those who may open it.
    pub open: Option<Shown>,
    /// How likely it is, 0 to 1.
    pub likelihood: f64,
    /// What speaks for it and what against, the heaviest first.
    pub findings: Vec<Finding>,
}

/// How somebody is called in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The name to show.
    pub name: String,
    /// The person's code.
    pub code: Option<String>,
}

/// What became of one file, for the index of people.
pub enum Change {
    /// This is what is known of the person now, and whether the file must not be guessed at.
    Now(Id, Known, bool),
    /// Nobody is known in it any more.
    Gone(Id),
}

impl Change {
    pub(crate) fn of(file: Id, rows: &Projected) -> Self {
        rows.known()
            .map_or(Self::Gone(file), |(known, restricted)| {
                Self::Now(file, known.clone(), restricted)
            })
    }
}

/// Less likely than this is not worth a look.
const WORTH_A_LOOK: f64 = 0.03;
/// How many are weighed for one answer.
const WEIGHED: usize = 40;

impl Views {
    /// Files that may be of this person, the likest first. One that the actor may open comes with
    /// its name; one that must not be guessed at comes to nobody else.
    ///
    /// # Errors
    /// A [`Failure`]; never an empty list in its place.
    pub fn alike(
        &self,
        actor: &Actor,
        known: &Known,
        except: Option<Id>,
    ) -> Result<Vec<Alike>, Failure> {
        let (found, findings) = self.with_people(|people| {
            let mut found = people.like(known, except, WEIGHED);
            found.retain(|like| like.candidate.likelihood() >= WORTH_A_LOOK);
            let why = found.iter().map(|like| findings(people, like)).collect();
            (found, why)
        })?;
        let why: Vec<Vec<Finding>> = findings;
        let files: Vec<Id> = found.iter().map(|like| like.file).collect();
        let open = self.shown(actor, &files)?;
        let centres = self.centres(&files)?;
        let told = found.into_iter().zip(why).filter_map(|(like, findings)| {
            // Without a row the file is gone, and the index has not heard of it yet.
            let (centre, restricted) = *centres.get(&like.file)?;
            let open = open.get(&like.file).cloned();
            (open.is_some() || !(like.restricted || restricted)).then(|| Alike {
                file: like.file,
                centre,
                open,
                likelihood: like.candidate.likelihood(),
                findings,
            })
        });
        Ok(told.collect())
    }

    /// What those of these files are called that the actor may open.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn shown(&self, actor: &Actor, files: &[Id]) -> Result<HashMap<Id, Shown>, Failure> {
        let query = Query {
            table: "people",
            columns: "file, json_extract(known, '$.names[0]'),
                (SELECT code FROM cases WHERE cases.file = people.file)",
            also: "file IN (SELECT unhex(value) FROM json_each(:text))",
            order: "file",
            limit: files.len(),
            text: &listed(files),
        };
        let rows = self.rows_by(actor, "case.read", &query, false, |row| {
            let shown = Shown {
                name: row.get(1)?,
                code: row.get(2)?,
            };
            Ok((id(row, 0)?, shown))
        })?;
        Ok(rows.into_iter().collect())
    }

    /// Past every reader: the centre of each file, and whether it must not be guessed at.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn centres(&self, files: &[Id]) -> Result<HashMap<Id, (Option<Id>, bool)>, Failure> {
        let connection = self.lock();
        let mut statement = connection.prepare_cached(
            "SELECT file, centre, restricted FROM people
             WHERE file IN (SELECT unhex(value) FROM json_each(?1))",
        )?;
        let rows = statement.query_map([listed(files)], |row| {
            let centre: Option<[u8; 16]> = row.get(1)?;
            Ok((id(row, 0)?, (centre.map(Id), row.get(2)?)))
        })?;
        rows.collect::<Result<_, _>>().map_err(Failure::from)
    }

    /// Asks the index of people, which is made from the rows when it is first asked.
    pub(crate) fn with_people<T>(&self, ask: impl FnOnce(&People) -> T) -> Result<T, Failure> {
        self.take_in_changes();
        let people = self
            .people
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(people) = people.as_ref() {
            return Ok(ask(people));
        }
        drop(people);
        let mut made = self
            .people
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if made.is_none() {
            *made = Some(self.people_from_rows()?);
        }
        drop(made);
        self.with_people(ask)
    }

    /// Makes the index of people ready before somebody waits for it. Gives its size in people and
    /// in bytes.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn warm(&self) -> Result<(usize, usize), Failure> {
        self.with_people(|people| (people.count(), people.bytes()))
    }

    fn people_from_rows(&self) -> Result<People, Failure> {
        let mut people = People::default();
        let connection = self.lock();
        let mut statement = connection.prepare("SELECT file, known, restricted FROM people")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let known: String = row.get(1)?;
            if let Ok(known) = serde_json::from_str(&known) {
                people.put(id(row, 0)?, &known, row.get(2)?);
            }
        }
        people.settle();
        Ok(people)
    }

    /// Tells the index of people what changed. It is not waited for: whoever asks next takes in
    /// what is left, and rows decide whether a file is told of at all.
    pub(crate) fn note(&self, new: Vec<Change>) {
        // Nobody has asked yet: the rows are all there is to know.
        if self.people.try_read().is_ok_and(|people| people.is_none()) {
            return;
        }
        self.changes().extend(new);
        self.take_in_changes();
    }

    fn take_in_changes(&self) {
        if self.changes().is_empty() {
            return;
        }
        let Ok(mut people) = self.people.try_write() else {
            return;
        };
        let new = std::mem::take(&mut *self.changes());
        let Some(people) = people.as_mut() else {
            return;
        };
        for change in new {
            match change {
                Change::Now(file, known, restricted) => people.put(file, &known, restricted),
                Change::Gone(file) => people.remove(file),
            }
        }
    }

    fn changes(&self) -> std::sync::MutexGuard<'_, Vec<Change>> {
        self.changes
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Other rows stand in place of all: the index is made anew.
    pub(crate) fn drop_people(&self) {
        *self
            .people
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = None;
        self.changes().clear();
    }
}

pub(crate) fn findings(people: &People, like: &Like) -> Vec<Finding> {
    let shelf = if like.restricted {
        &people.restricted
    } else {
        &people.open
    };
    explain(&shelf.index.model, &like.candidate.pattern)
}

/// Files as one parameter.
pub(crate) fn listed(files: &[Id]) -> String {
    let files: Vec<String> = files.iter().map(|file| format!("\"{file}\"")).collect();
    format!("[{}]", files.join(","))
}

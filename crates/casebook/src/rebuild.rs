//! The organisation and the views, made from the ledger.

use access::organisation;
use casework::{Event, Id};
use ledger::Body;
use views::{Projected, Views};

use crate::{
    Casebook, No,
    own_files::OwnFiles,
    stored::{Stored, ledger_id},
};

/// How many events are read at a time.
pub const BATCH: usize = 5_000;
/// How many files are read at a time.
const FILES: usize = 1_000;

impl Casebook {
    /// Makes the organisation and every view anew.
    ///
    /// # Errors
    /// When the ledger cannot be read, or holds an event that this version does not know.
    pub fn rebuild(&self) -> Result<(), No> {
        self.rebuild_into(&self.views)
    }

    /// Every row of freshly rebuilt views, to compare with [`Casebook::dump_views`].
    ///
    /// # Errors
    /// As [`Casebook::rebuild`].
    pub fn dump_rebuilt(&self) -> Result<Vec<String>, No> {
        let fresh = Views::empty()?;
        self.rebuild_into(&fresh)?;
        Ok(fresh.dump()?)
    }

    /// File by file, so that memory holds no more than a batch; each processor folds its share.
    fn rebuild_into(&self, views: &Views) -> Result<(), No> {
        let mut units = Vec::new();
        let mut own = OwnFiles::default();
        let mut after = ledger::Id([0; 16]);
        loop {
            let files = self.ledger.files(after, FILES)?;
            let Some(last) = files.last() else {
                break;
            };
            after = *last;
            let share = files.len().div_ceil(processors());
            let shares: Vec<Result<Vec<Read>, No>> = std::thread::scope(|scope| {
                let threads: Vec<_> = (files.chunks(share))
                    .map(|files| {
                        scope.spawn(|| files.iter().map(|id| self.read_one(*id)).collect())
                    })
                    .collect();
                let panicked = |_| Err(No::Busy);
                (threads.into_iter())
                    .map(|thread| thread.join().unwrap_or_else(panicked))
                    .collect()
            });
            let read: Vec<Read> = shares.into_iter().collect::<Result<Vec<_>, _>>()?.concat();
            views.put_all(
                read.iter()
                    .filter_map(|one| Some((one.file, one.rows.as_ref()?))),
            )?;
            for one in read {
                own.add(one.file, &one.others);
                let entries: Vec<_> = one.others.into_iter().filter_map(org_entry).collect();
                units.extend(organisation::fold(one.file, &entries));
            }
        }
        self.organisation_mut().replace(units);
        *self.own_files_mut() = own;
        Ok(())
    }

    fn read_one(&self, file: ledger::Id) -> Result<Read, No> {
        let file = Id(file.0);
        let (people, others): (Vec<Stored>, Vec<Stored>) = (self.stored(file)?.into_iter())
            .partition(|stored| matches!(stored, Stored::Person(_)));
        let people: Vec<Event> = people.into_iter().filter_map(person_event).collect();
        Ok(Read {
            file,
            rows: Projected::of(&people, &self.sop, self.now()),
            others,
        })
    }

    /// What a file holds that can still be read, whatever kind of file it is.
    pub(crate) fn stored(&self, file: Id) -> Result<Vec<Stored>, No> {
        let mut stored = Vec::new();
        for entry in self.ledger.read(ledger_id(file))? {
            if let Body::Clear(bytes) = entry.body {
                stored.push(Stored::from_bytes(&bytes)?);
            }
        }
        Ok(stored)
    }

    /// Puts one file where its kind belongs.
    pub(crate) fn take_in(
        &self,
        file: Id,
        stored: &[Stored],
        units: &mut Vec<organisation::Unit>,
        own: &mut OwnFiles,
    ) -> Result<(), No> {
        let people: Vec<Event> = stored.iter().cloned().filter_map(person_event).collect();
        match Projected::of(&people, &self.sop, self.now()) {
            Some(rows) => self.views.put(file, &rows)?,
            None => self.views.forget(file)?,
        }
        own.replace(file, stored);
        let entries: Vec<_> = stored.iter().cloned().filter_map(org_entry).collect();
        units.extend(organisation::fold(file, &entries));
        Ok(())
    }

    /// Brings one file's rows up to date.
    pub(crate) fn project(&self, file: Id) -> Result<(), No> {
        let person = self.person(file)?;
        match Projected::of_folded(&person.whole, &person.events, &self.sop, self.now()) {
            Some(rows) => Ok(self.views.put(file, &rows)?),
            None => Ok(self.views.forget(file)?),
        }
    }
}

/// One file as it was read.
#[derive(Clone)]
struct Read {
    file: Id,
    rows: Option<Projected>,
    /// Whatever is no person's.
    others: Vec<Stored>,
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

fn person_event(stored: Stored) -> Option<Event> {
    match stored {
        Stored::Person(event) => Some(event),
        _ => None,
    }
}

fn org_entry(stored: Stored) -> Option<organisation::OrgEntry> {
    match stored {
        Stored::Organisation(entry) => Some(entry),
        _ => None,
    }
}

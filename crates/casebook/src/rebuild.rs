//! The organisation and the views, made from the ledger.

use std::collections::BTreeMap;

use access::organisation;
use casework::{Event, Id};
use ledger::Body;
use views::{Projected, Views};

use crate::{Casebook, No, own_files::OwnFiles, stored::Stored};

/// How many events are read at a time.
const BATCH: usize = 5_000;

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

    fn rebuild_into(&self, views: &Views) -> Result<(), No> {
        let now = self.now();
        let mut units = Vec::new();
        let mut own = OwnFiles::default();
        for (file, stored) in self.everything()? {
            let people: Vec<Event> = stored.iter().filter_map(person_event).collect();
            if let Some(rows) = Projected::of(&people, &self.sop, now) {
                views.put(file, &rows)?;
            }
            own.add(file, &stored);
            let entries: Vec<_> = stored.into_iter().filter_map(org_entry).collect();
            units.extend(organisation::fold(file, &entries));
        }
        self.organisation_mut().replace(units);
        *self.own_files_mut() = own;
        Ok(())
    }

    /// Every file that is not erased, in order of its id, each in order of recording.
    fn everything(&self) -> Result<BTreeMap<Id, Vec<Stored>>, No> {
        let mut files: BTreeMap<Id, Vec<Stored>> = BTreeMap::new();
        let mut after = 0;
        loop {
            let entries = self.ledger.scan(after, BATCH)?;
            let Some(last) = entries.last() else {
                return Ok(files);
            };
            after = last.position;
            for entry in entries {
                if let Body::Clear(bytes) = entry.body {
                    files
                        .entry(Id(entry.file.0))
                        .or_default()
                        .push(Stored::from_bytes(&bytes)?);
                }
            }
        }
    }

    /// Brings one file's rows up to date.
    pub(crate) fn project(&self, file: Id) -> Result<(), No> {
        match Projected::of(&self.person(file)?.events, &self.sop, self.now()) {
            Some(rows) => Ok(self.views.put(file, &rows)?),
            None => Ok(self.views.forget(file)?),
        }
    }
}

fn person_event(stored: &Stored) -> Option<Event> {
    match stored {
        Stored::Person(event) => Some(event.clone()),
        _ => None,
    }
}

fn org_entry(stored: Stored) -> Option<organisation::OrgEntry> {
    match stored {
        Stored::Organisation(entry) => Some(entry),
        _ => None,
    }
}

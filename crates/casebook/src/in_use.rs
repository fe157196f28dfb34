//! Files in use, kept read and folded: a page, a form and its answer are mostly about one person,
//! and unsealing a history costs far more than asking whether it is still the same. Whether it is,
//! the ledger says each time: how long the file is, and how many of its keys live.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use access::{Actor, Standing, stands};
use casework::{Case, Event, Id, class::Classes, event::matter};
use ledger::{Body, Mark};

use crate::{
    Casebook, No,
    stored::{Stored, ledger_id},
};

/// Bytes of sealed content whose files are kept; read and folded they take a few times as much.
const BYTES: usize = 6 << 20;

/// A person's file: what can still be read of it, what it folds to, and how long it is.
#[derive(Clone, Debug, Default)]
pub struct PersonFile {
    /// The events whose keys live, in order of recording.
    pub events: Vec<Event>,
    /// How many events were ever appended: what the next append expects.
    pub length: u64,
    /// Folded from all of them.
    pub whole: Case,
    /// The classes of all that it holds.
    pub holds: Classes,
}

impl PersonFile {
    fn of(events: Vec<Event>, length: u64) -> Self {
        Self {
            whole: Case::fold(&events),
            holds: matter(&events),
            events,
            length,
        }
    }

    /// How somebody stands to this file.
    pub fn standing(&self, actor: &Actor) -> Standing {
        stands(actor, &self.whole, self.holds)
    }

    fn add(&mut self, event: Event) {
        self.whole.apply(&event);
        self.holds = self.holds.union(matter([&event]));
        self.events.push(event);
        self.length += 1;
    }
}

struct Kept {
    mark: Mark,
    person: Arc<PersonFile>,
    bytes: usize,
    /// When it was last asked for, in requests.
    used: u64,
}

/// The files that were read last.
#[derive(Default)]
pub struct InUse(Mutex<Inside>);

#[derive(Default)]
struct Inside {
    files: HashMap<Id, Kept>,
    bytes: usize,
    clock: u64,
    /// A reader that was under way while a file was erased must not bring it back.
    gone: HashSet<Id>,
}

impl InUse {
    fn lock(&self) -> MutexGuard<'_, Inside> {
        // Every change leaves the map whole, so a panic elsewhere spoils nothing.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn get(&self, file: Id, mark: Mark) -> Option<Arc<PersonFile>> {
        let mut inside = self.lock();
        inside.clock += 1;
        let clock = inside.clock;
        let kept = inside.files.get_mut(&file)?;
        kept.used = clock;
        (kept.mark == mark).then(|| Arc::clone(&kept.person))
    }

    fn put(&self, file: Id, mark: Mark, person: Arc<PersonFile>, bytes: usize) {
        let mut inside = self.lock();
        inside.take(file);
        if inside.gone.contains(&file) || bytes > BYTES / 8 {
            return;
        }
        inside.clock += 1;
        let used = inside.clock;
        inside.bytes += bytes;
        let kept = Kept {
            mark,
            person,
            bytes,
            used,
        };
        inside.files.insert(file, kept);
        if inside.bytes > BYTES {
            inside.make_room();
        }
    }

    /// An erased file goes at once and for good.
    pub fn forget(&self, file: Id) {
        let mut inside = self.lock();
        inside.take(file);
        inside.gone.insert(file);
    }

    /// What an append added to a file, so that it need not be read again.
    pub fn extend(&self, file: Id, expected: u64, added: &[Vec<u8>]) {
        let mut inside = self.lock();
        let known = inside.files.get(&file);
        if known.is_none_or(|kept| kept.mark.length != expected) {
            return;
        }
        let Some(kept) = inside.take(file) else {
            return;
        };
        drop(inside);
        let count = added.len() as u64;
        let bytes = kept.bytes + added.iter().map(Vec::len).sum::<usize>();
        let mark = Mark {
            length: kept.mark.length + count,
            keys: kept.mark.keys + count,
        };
        let mut person = Arc::unwrap_or_clone(kept.person);
        for bytes in added {
            // As it will be read another time, not as it was made.
            let Ok(Stored::Person(event)) = Stored::from_bytes(bytes) else {
                return;
            };
            person.add(event);
        }
        self.put(file, mark, Arc::new(person), bytes);
    }
}

impl Inside {
    fn take(&mut self, file: Id) -> Option<Kept> {
        let kept = self.files.remove(&file)?;
        self.bytes -= kept.bytes;
        Some(kept)
    }

    /// The quarter that was not asked for the longest goes.
    fn make_room(&mut self) {
        let mut by_use: Vec<(u64, Id)> = (self.files.iter())
            .map(|(id, kept)| (kept.used, *id))
            .collect();
        by_use.sort_unstable();
        for (_, id) in by_use {
            if self.bytes <= BYTES / 4 * 3 {
                break;
            }
            self.take(id);
        }
    }
}

impl Casebook {
    /// A person's file as it stands in the ledger; empty when there is none.
    pub(crate) fn person(&self, file: Id) -> Result<Arc<PersonFile>, No> {
        // Asked before the reading: what is added meanwhile makes the mark a stale one, never a
        // stale file a current one.
        let mark = self.ledger.mark(ledger_id(file))?;
        if let Some(person) = self.in_use.get(file, mark) {
            return Ok(person);
        }
        let (person, bytes) = self.person_read(file)?;
        let person = Arc::new(person);
        if !person.events.is_empty() {
            self.in_use.put(file, mark, Arc::clone(&person), bytes);
        }
        Ok(person)
    }

    /// Reads a file from the ledger, with the number of bytes that it took.
    fn person_read(&self, file: Id) -> Result<(PersonFile, usize), No> {
        let (mut events, mut length, mut size) = (Vec::new(), 0, 0);
        for entry in self.ledger.read(ledger_id(file))? {
            length = entry.seq;
            let Body::Clear(bytes) = entry.body else {
                continue;
            };
            size += bytes.len();
            match Stored::from_bytes(&bytes)? {
                Stored::Person(event) => events.push(event),
                _ => return Ok(Default::default()),
            }
        }
        Ok((PersonFile::of(events, length), size))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    fn mark(length: u64) -> Mark {
        let keys = length + 1;
        Mark { length, keys }
    }

    fn id(n: usize) -> Id {
        let mut id = [0; 16];
        id[..8].copy_from_slice(&(n as u64).to_be_bytes());
        Id(id)
    }

    #[test]
    fn a_file_is_kept_until_it_grows_or_a_key_of_it_is_destroyed() {
        let in_use = InUse::default();
        in_use.put(id(1), mark(3), Arc::default(), 100);
        assert!(in_use.get(id(1), mark(3)).is_some());
        assert!(in_use.get(id(1), mark(4)).is_none());
        let darker = Mark { length: 3, keys: 3 };
        assert!(in_use.get(id(1), darker).is_none());
        assert!(in_use.get(id(2), mark(3)).is_none());
    }

    #[test]
    fn an_erased_file_goes_and_a_late_reader_does_not_bring_it_back() {
        let in_use = InUse::default();
        in_use.put(id(1), mark(3), Arc::default(), 100);
        in_use.forget(id(1));
        assert!(in_use.get(id(1), mark(3)).is_none());
        in_use.put(id(1), mark(3), Arc::default(), 100);
        assert!(in_use.get(id(1), mark(3)).is_none());
        assert_eq!(in_use.lock().bytes, 0);
    }

    #[test]
    fn what_was_not_asked_for_the_longest_makes_room() {
        let in_use = InUse::default();
        let size = BYTES / 100;
        for n in 0..250 {
            in_use.put(id(n), mark(1), Arc::default(), size);
            assert!(
                in_use.get(id(0), mark(1)).is_some(),
                "asked for each time: {n}"
            );
            assert!(in_use.lock().bytes <= BYTES);
        }
        assert!(in_use.get(id(1), mark(1)).is_none());
        assert!(in_use.get(id(249), mark(1)).is_some());
        in_use.put(id(500), mark(1), Arc::default(), BYTES);
        assert!(
            in_use.get(id(500), mark(1)).is_none(),
            "larger than its share"
        );
    }
}

//! What survives: fsync of files and directories, and the power cut itself.
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::time::SystemTime;

use fuser::Errno;

use crate::tree::{Body, Home, Ino, Outcome, Place, ROOT, State, Stats};

impl State {
    /// `fsync` or `fdatasync` of a file: its bytes, length and attributes; and its name, if the
    /// disk has none for it yet.
    pub(crate) fn sync_file(&mut self, ino: Ino) -> Outcome<()> {
        self.syncs += 1;
        if self.readonly {
            return self.nothing_unsynced();
        }
        self.first_name(ino)?;
        if let Some(path) = self.path(ino)? {
            self.store(ino, &path)?;
        }
        Ok(())
    }

    /// `fsync` of a directory: every name changed in it, and its attributes.
    pub(crate) fn sync_dir(&mut self, dir: Ino) -> Outcome<()> {
        self.sync_file(dir)?;
        if self.readonly {
            return Ok(());
        }
        let here = |change: &&Vec<Place>| change.iter().any(|place| place.dir == dir);
        let seed: Vec<Place> = self
            .changes
            .iter()
            .filter(here)
            .flatten()
            .cloned()
            .collect();
        self.commit(seed)
    }

    /// Loses what no sync covered; says what that was.
    pub(crate) fn cut(&mut self) -> io::Result<Stats> {
        let lost = self.stats();
        self.reload()?;
        self.cuts += 1;
        Ok(lost)
    }

    fn nothing_unsynced(&self) -> Outcome<()> {
        let stats = self.stats();
        if stats.unsynced_bytes + stats.unsynced_names > 0 {
            Err(Errno::EROFS)
        } else {
            Ok(())
        }
    }

    fn first_name(&mut self, ino: Ino) -> Outcome<()> {
        let node = self.node(ino)?;
        match (&node.home, &node.place) {
            (Home::Nowhere, Some(place)) => {
                let seed = vec![place.clone()];
                self.commit(seed)
            }
            _ => Ok(()),
        }
    }

    /// Makes names durable as programs see them now, with all that cannot be kept apart from them.
    fn commit(&mut self, seed: Vec<Place>) -> Outcome<()> {
        let places = self.together(seed)?;
        let mut displaced = Vec::new();
        for place in &places {
            displaced.extend(self.displace(place)?);
        }
        for place in self.parents_first(places) {
            self.settle(place)?;
        }
        for ino in displaced {
            self.discard_if_staged(ino)?;
        }
        Ok(())
    }

    /// Takes out of `changes` all that must become durable with `seed`: the other names of the
    /// same operations, the names of directories the disk does not have, what was removed from
    /// a directory before the directory itself.
    fn together(&mut self, mut todo: Vec<Place>) -> Outcome<BTreeSet<Place>> {
        let mut places = BTreeSet::new();
        while let Some(place) = todo.pop() {
            if places.contains(&place) {
                continue;
            }
            let Ok(parent) = self.node(place.dir) else {
                continue;
            };
            if parent.home == Home::Nowhere {
                todo.extend(parent.place.clone());
            }
            let removed = self
                .kept(&place)?
                .filter(|ino| self.nodes.get(ino).is_none_or(|node| node.place.is_none()));
            let tied = |change: &mut Vec<Place>| {
                change.contains(&place) || change.iter().any(|other| Some(other.dir) == removed)
            };
            todo.extend(self.changes.extract_if(.., tied).flatten());
            places.insert(place);
        }
        Ok(places)
    }

    /// Sets aside what the disk has under a name that now means something else.
    fn displace(&mut self, place: &Place) -> Outcome<Option<Ino>> {
        let Some(old) = self.kept(place)? else {
            return Ok(None);
        };
        if self.live(place)? == Some(old) {
            return Ok(None);
        }
        if let Some(path) = self.path(old)? {
            fs::rename(path, self.staged(old))?;
        }
        self.node_mut(old)?.home = Home::Staged;
        self.names_mut(place.dir)?.kept.remove(&place.name);
        Ok(Some(old))
    }

    /// Gives the disk what programs see under a name.
    fn settle(&mut self, place: Place) -> Outcome<()> {
        let Some(ino) = self.live(&place)? else {
            return Ok(());
        };
        if self.kept(&place)? == Some(ino) {
            return Ok(());
        }
        let Some(dir) = self.path(place.dir)? else {
            return Ok(());
        };
        let path = dir.join(&place.name);
        match self.node(ino)?.home {
            Home::Staged => fs::rename(self.staged(ino), path)?,
            Home::Nowhere => self.make(ino, &path)?,
            _ => return Err(Errno::EIO),
        }
        self.names_mut(place.dir)?
            .kept
            .insert(place.name.clone(), ino);
        self.node_mut(ino)?.home = Home::At(place);
        Ok(())
    }

    /// Deletes from the disk what no name took up again.
    fn discard_if_staged(&mut self, ino: Ino) -> Outcome<()> {
        let node = self.node(ino)?;
        if node.home != Home::Staged {
            return Ok(());
        }
        match node.body {
            Body::Dir(_) => fs::remove_dir(self.staged(ino))?,
            _ => fs::remove_file(self.staged(ino))?,
        }
        self.node_mut(ino)?.home = Home::Nowhere;
        self.forget_if_gone(ino);
        Ok(())
    }

    fn parents_first(&self, places: BTreeSet<Place>) -> Vec<Place> {
        let mut all: Vec<Place> = places.into_iter().collect();
        all.sort_by_key(|place| self.depth(place.dir));
        all
    }

    fn depth(&self, dir: Ino) -> usize {
        let mut depth = 0;
        let mut at = dir;
        while at != ROOT
            && let Some(place) = self.nodes.get(&at).and_then(|node| node.place.as_ref())
        {
            at = place.dir;
            depth += 1;
        }
        depth
    }

    /// Owner, mode and times as `chmod`, `chown` and `utimes` set them; `None` leaves as it is.
    pub(crate) fn set_meta(&mut self, ino: Ino, wish: Wish, now: SystemTime) -> Outcome<()> {
        self.writable()?;
        let node = self.node_mut(ino)?;
        let meta = &mut node.meta;
        meta.mode = wish.mode.map_or(meta.mode, |mode| mode & 0o7777);
        meta.uid = wish.uid.unwrap_or(meta.uid);
        meta.gid = wish.gid.unwrap_or(meta.gid);
        meta.atime = wish.atime.unwrap_or(meta.atime);
        meta.mtime = wish.mtime.unwrap_or(meta.mtime);
        meta.ctime = now;
        node.meta_dirty = true;
        Ok(())
    }
}

/// Attributes to set.
#[derive(Debug, Default)]
pub(crate) struct Wish {
    pub(crate) mode: Option<u32>,
    pub(crate) uid: Option<u32>,
    pub(crate) gid: Option<u32>,
    pub(crate) atime: Option<SystemTime>,
    pub(crate) mtime: Option<SystemTime>,
}

//! The two pictures of the files: as running programs see them, and as the disk would keep them.
use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::path::PathBuf;
use std::time::SystemTime;

use fuser::Errno;

use crate::ranges::Ranges;

/// An inode number. Never used twice while a mount lives, except the root's.
pub(crate) type Ino = u64;

/// The inode number FUSE gives the root directory.
pub(crate) const ROOT: Ino = 1;

/// What an operation yields, or the error number the caller of the system call sees.
pub(crate) type Outcome<T> = Result<T, Errno>;

/// A name in a directory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) dir: Ino,
    pub(crate) name: OsString,
}

/// Where the disk keeps a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Home {
    /// The disk does not know it (yet, or any more).
    Nowhere,
    /// The root of the backing directory.
    Root,
    /// Under this name.
    At(Place),
    /// Set aside in the middle of making a rename or removal durable.
    Staged,
}

/// Owner, permission bits and times.
#[derive(Clone, Debug)]
pub(crate) struct Meta {
    /// Permission bits only, no file type.
    pub(crate) mode: u32,
    pub(crate) uid: u32,
    pub(crate) gid: u32,
    pub(crate) atime: SystemTime,
    pub(crate) mtime: SystemTime,
    pub(crate) ctime: SystemTime,
}

/// What a node is.
#[derive(Debug)]
pub(crate) enum Body {
    File(Content),
    Dir(Names),
    Link(PathBuf),
}

/// A file's bytes as programs see them, and what of them is not on disk.
#[derive(Debug, Default)]
pub(crate) struct Content {
    pub(crate) bytes: Vec<u8>,
    pub(crate) dirty: Ranges,
    /// Length on disk.
    pub(crate) kept_len: u64,
}

/// A directory's names.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// As programs see them.
    pub(crate) live: BTreeMap<OsString, Ino>,
    /// As the disk has them.
    pub(crate) kept: BTreeMap<OsString, Ino>,
}

/// One file, directory or symbolic link.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) body: Body,
    pub(crate) meta: Meta,
    /// Owner, mode or times were set and not synced.
    pub(crate) meta_dirty: bool,
    /// Where programs see it; none for the root and once it is unlinked.
    pub(crate) place: Option<Place>,
    pub(crate) home: Home,
    /// Open file descriptions; an unlinked file lives until the last is closed.
    pub(crate) opens: u64,
}

/// What is not yet safe, and what happened so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Bytes written, or cut off by truncation, that no fsync covered.
    pub unsynced_bytes: u64,
    /// Names created, removed or renamed that no fsync covered.
    pub unsynced_names: u64,
    /// Bytes in all files, as programs see them.
    pub live_bytes: u64,
    /// Calls of fsync, fdatasync and directory fsync since the mount.
    pub syncs: u64,
    /// Power cuts since the mount.
    pub cuts: u64,
}

/// Everything the mount knows.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) backing: PathBuf,
    pub(crate) nodes: HashMap<Ino, Node>,
    pub(crate) next: Ino,
    /// Names changed and not synced; those changed by one operation stand together, because a
    /// journal keeps or loses them together.
    pub(crate) changes: Vec<Vec<Place>>,
    /// Bytes all files together may hold.
    pub(crate) limit: Option<u64>,
    pub(crate) readonly: bool,
    pub(crate) syncs: u64,
    pub(crate) cuts: u64,
}

impl State {
    /// A node, or `ESTALE` for one that a power cut or the last close took away.
    pub(crate) fn node(&self, ino: Ino) -> Outcome<&Node> {
        self.nodes.get(&ino).ok_or(Errno::ESTALE)
    }

    /// As [`State::node`], to change.
    pub(crate) fn node_mut(&mut self, ino: Ino) -> Outcome<&mut Node> {
        self.nodes.get_mut(&ino).ok_or(Errno::ESTALE)
    }

    /// A directory's names.
    pub(crate) fn names(&self, dir: Ino) -> Outcome<&Names> {
        match &self.node(dir)?.body {
            Body::Dir(names) => Ok(names),
            _ => Err(Errno::ENOTDIR),
        }
    }

    /// As [`State::names`], to change.
    pub(crate) fn names_mut(&mut self, dir: Ino) -> Outcome<&mut Names> {
        match &mut self.node_mut(dir)?.body {
            Body::Dir(names) => Ok(names),
            _ => Err(Errno::ENOTDIR),
        }
    }

    /// What programs see under a name.
    pub(crate) fn live(&self, place: &Place) -> Outcome<Option<Ino>> {
        Ok(self.names(place.dir)?.live.get(&place.name).copied())
    }

    /// What the disk has under a name.
    pub(crate) fn kept(&self, place: &Place) -> Outcome<Option<Ino>> {
        Ok(self.names(place.dir)?.kept.get(&place.name).copied())
    }

    /// Files in view or held open, by length in bytes.
    fn file_lengths(&self) -> impl Iterator<Item = u64> {
        self.nodes.values().filter_map(|node| match &node.body {
            Body::File(content) if node.place.is_some() || node.opens > 0 => {
                Some(content.bytes.len() as u64)
            }
            _ => None,
        })
    }

    /// Bytes in all files, as programs see them.
    pub(crate) fn live_bytes(&self) -> u64 {
        self.file_lengths().sum()
    }

    /// Counts what a power cut would take now.
    pub(crate) fn stats(&self) -> Stats {
        let unsynced_bytes = self
            .nodes
            .values()
            .filter_map(|node| match &node.body {
                Body::File(content) if node.place.is_some() => Some(content),
                _ => None,
            })
            .map(|file| file.dirty.total() + file.kept_len.saturating_sub(file.bytes.len() as u64))
            .sum();
        let mut names: Vec<&Place> = self.changes.iter().flatten().collect();
        names.sort();
        names.dedup();
        Stats {
            unsynced_bytes,
            unsynced_names: names.len() as u64,
            live_bytes: self.live_bytes(),
            syncs: self.syncs,
            cuts: self.cuts,
        }
    }

    /// Drops a node that neither programs nor the disk can reach.
    pub(crate) fn forget_if_gone(&mut self, ino: Ino) {
        let gone = self.nodes.get(&ino).is_some_and(|node| {
            node.place.is_none() && node.home == Home::Nowhere && node.opens == 0
        });
        if gone {
            self.nodes.remove(&ino);
        }
    }
}

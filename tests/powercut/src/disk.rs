//! The backing directory: reading it in, and the file operations that change it.
use std::collections::HashMap;
use std::fs::{self, File, FileTimes, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{FileExt, MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use fuser::Errno;

use crate::ranges::Ranges;
use crate::tree::{Body, Content, Home, Ino, Meta, Names, Node, Outcome, Place, ROOT, State};

/// Holds what a rename or removal displaces while it is made durable; never shown in the mount.
const STAGING: &str = ".powercut-staging";

impl State {
    /// Reads the backing directory, after clearing what an earlier mount left half done.
    pub(crate) fn load(backing: &Path) -> io::Result<State> {
        let backing = backing.canonicalize()?;
        let mut state = State {
            backing,
            nodes: HashMap::new(),
            next: ROOT + 1,
            changes: Vec::new(),
            limit: None,
            readonly: false,
            syncs: 0,
            cuts: 0,
        };
        let staging = state.backing.join(STAGING);
        if staging.exists() {
            fs::remove_dir_all(&staging)?;
        }
        fs::create_dir(staging)?;
        state.reload()?;
        Ok(state)
    }

    /// Forgets what programs see and reads what the disk has. Old inode numbers become stale.
    pub(crate) fn reload(&mut self) -> io::Result<()> {
        self.nodes.clear();
        self.changes.clear();
        let backing = self.backing.clone();
        self.read_in(ROOT, &backing, None)
    }

    fn read_in(&mut self, ino: Ino, path: &Path, place: Option<Place>) -> io::Result<()> {
        let found = fs::symlink_metadata(path)?;
        let body = if found.is_dir() {
            Body::Dir(self.read_names(ino, path)?)
        } else if found.is_symlink() {
            Body::Link(fs::read_link(path)?)
        } else if found.is_file() {
            let bytes = fs::read(path)?;
            let kept_len = bytes.len() as u64;
            Body::File(Content {
                bytes,
                dirty: Ranges::default(),
                kept_len,
            })
        } else {
            let what = format!("{} is no file, directory or symbolic link", path.display());
            return Err(io::Error::new(io::ErrorKind::Unsupported, what));
        };
        let home = place.clone().map_or(Home::Root, Home::At);
        let node = Node {
            body,
            meta: meta_of(&found),
            meta_dirty: false,
            place,
            home,
            opens: 0,
        };
        self.nodes.insert(ino, node);
        Ok(())
    }

    fn read_names(&mut self, dir: Ino, path: &Path) -> io::Result<Names> {
        let mut names = Names::default();
        for entry in fs::read_dir(path)? {
            let name = entry?.file_name();
            if dir == ROOT && name == STAGING {
                continue;
            }
            let ino = self.next;
            self.next += 1;
            self.read_in(
                ino,
                &path.join(&name),
                Some(Place {
                    dir,
                    name: name.clone(),
                }),
            )?;
            names.live.insert(name.clone(), ino);
            names.kept.insert(name, ino);
        }
        Ok(names)
    }

    /// Removes the staging directory; the last thing a mount does.
    pub(crate) fn leave(&self) -> io::Result<()> {
        fs::remove_dir(self.backing.join(STAGING))
    }

    /// Where the backing directory keeps a node, if it does.
    pub(crate) fn path(&self, ino: Ino) -> Outcome<Option<PathBuf>> {
        Ok(match &self.node(ino)?.home {
            Home::Nowhere => None,
            Home::Root => Some(self.backing.clone()),
            Home::Staged => Some(self.staged(ino)),
            Home::At(place) => self.path(place.dir)?.map(|dir| dir.join(&place.name)),
        })
    }

    /// Where a node waits while what displaces it is made durable.
    pub(crate) fn staged(&self, ino: Ino) -> PathBuf {
        self.backing.join(STAGING).join(ino.to_string())
    }

    /// Puts a node that the disk does not know at `path`; a file comes into being empty.
    pub(crate) fn make(&self, ino: Ino, path: &Path) -> Outcome<()> {
        let node = self.node(ino)?;
        match &node.body {
            Body::File(_) => drop(File::create_new(path)?),
            Body::Dir(_) => fs::create_dir(path)?,
            Body::Link(target) => return Ok(symlink(target, path)?),
        }
        store_meta(path, &node.meta)
    }

    /// Writes a file's unsynced bytes, length and attributes to `path`.
    pub(crate) fn store(&mut self, ino: Ino, path: &Path) -> Outcome<()> {
        let node = self.node_mut(ino)?;
        if let Body::File(content) = &mut node.body {
            let file = OpenOptions::new().write(true).open(path)?;
            for (start, end) in content.dirty.take() {
                let bytes = content
                    .bytes
                    .get(start as usize..end as usize)
                    .ok_or(Errno::EIO)?;
                file.write_all_at(bytes, start)?;
            }
            let len = content.bytes.len() as u64;
            if len < content.kept_len {
                file.set_len(len)?;
            }
            content.kept_len = len;
        }
        if node.meta_dirty && !matches!(node.body, Body::Link(_)) {
            store_meta(path, &node.meta)?;
        }
        node.meta_dirty = false;
        Ok(())
    }
}

fn store_meta(path: &Path, meta: &Meta) -> Outcome<()> {
    let found = fs::metadata(path)?;
    if (found.uid(), found.gid()) != (meta.uid, meta.gid) {
        std::os::unix::fs::chown(path, Some(meta.uid), Some(meta.gid))?;
    }
    fs::set_permissions(path, Permissions::from_mode(meta.mode))?;
    let times = FileTimes::new()
        .set_accessed(meta.atime)
        .set_modified(meta.mtime);
    Ok(File::open(path)?.set_times(times)?)
}

fn meta_of(found: &fs::Metadata) -> Meta {
    Meta {
        mode: found.mode() & 0o7777,
        uid: found.uid(),
        gid: found.gid(),
        atime: found.accessed().unwrap_or(SystemTime::UNIX_EPOCH),
        mtime: found.modified().unwrap_or(SystemTime::UNIX_EPOCH),
        ctime: found.modified().unwrap_or(SystemTime::UNIX_EPOCH),
    }
}

//! What programs do: create, write, rename, remove. Nothing here reaches the disk.
use std::ffi::OsStr;
use std::time::SystemTime;

use fuser::Errno;

use crate::tree::{Body, Content, Home, Ino, Meta, Node, Outcome, Place, State};

/// Files are held in memory; a longer one is a test gone wrong.
const LONGEST: u64 = 4 << 30;

impl State {
    /// Finds a name.
    pub(crate) fn lookup(&self, dir: Ino, name: &OsStr) -> Outcome<Ino> {
        self.names(dir)?
            .live
            .get(name)
            .copied()
            .ok_or(Errno::ENOENT)
    }

    /// Adds a file, directory or symbolic link under a free name.
    pub(crate) fn create(&mut self, place: Place, body: Body, meta: Meta) -> Outcome<Ino> {
        self.writable()?;
        if self.live(&place)?.is_some() {
            return Err(Errno::EEXIST);
        }
        if place.dir != crate::tree::ROOT && self.node(place.dir)?.place.is_none() {
            return Err(Errno::ENOENT);
        }
        let ino = self.next;
        self.next += 1;
        let now = meta.mtime;
        let node = Node {
            body,
            meta,
            meta_dirty: false,
            place: Some(place.clone()),
            home: Home::Nowhere,
            opens: 0,
        };
        self.nodes.insert(ino, node);
        self.set_name(&place, Some(ino), now)?;
        self.changes.push(vec![place]);
        Ok(ino)
    }

    /// Removes a file or symbolic link.
    pub(crate) fn unlink(&mut self, place: &Place, now: SystemTime) -> Outcome<()> {
        self.writable()?;
        let ino = self.live(place)?.ok_or(Errno::ENOENT)?;
        if matches!(self.node(ino)?.body, Body::Dir(_)) {
            return Err(Errno::EISDIR);
        }
        self.set_name(place, None, now)?;
        self.changes.push(vec![place.clone()]);
        self.detach(ino)
    }

    /// Removes an empty directory.
    pub(crate) fn rmdir(&mut self, place: &Place, now: SystemTime) -> Outcome<()> {
        self.writable()?;
        let ino = self.live(place)?.ok_or(Errno::ENOENT)?;
        if !self.names(ino)?.live.is_empty() {
            return Err(Errno::ENOTEMPTY);
        }
        self.set_name(place, None, now)?;
        self.changes.push(vec![place.clone()]);
        self.detach(ino)
    }

    /// Moves a name, over another if there is one. The kernel has checked kinds and loops.
    pub(crate) fn rename(&mut self, from: Place, to: Place, now: SystemTime) -> Outcome<()> {
        self.writable()?;
        let moved = self.live(&from)?.ok_or(Errno::ENOENT)?;
        let covered = self.live(&to)?;
        if covered == Some(moved) {
            return Ok(());
        }
        if let Some(under) = covered {
            if let Body::Dir(names) = &self.node(under)?.body
                && !names.live.is_empty()
            {
                return Err(Errno::ENOTEMPTY);
            }
            self.set_name(&to, None, now)?;
            self.detach(under)?;
        }
        self.set_name(&from, None, now)?;
        self.set_name(&to, Some(moved), now)?;
        self.node_mut(moved)?.place = Some(to.clone());
        self.changes.push(vec![from, to]);
        Ok(())
    }

    /// Bytes from `offset`, fewer at the end of the file.
    pub(crate) fn read(&self, ino: Ino, offset: u64, size: u32) -> Outcome<&[u8]> {
        let Body::File(content) = &self.node(ino)?.body else {
            return Err(Errno::EINVAL);
        };
        let start = content.bytes.len().min(index(offset)?);
        let end = content.bytes.len().min(start + size as usize);
        Ok(&content.bytes[start..end])
    }

    /// Writes bytes, growing the file if they reach past its end.
    pub(crate) fn write(
        &mut self,
        ino: Ino,
        offset: u64,
        data: &[u8],
        now: SystemTime,
    ) -> Outcome<()> {
        let end = offset.checked_add(data.len() as u64).ok_or(Errno::EFBIG)?;
        let len = self.content_mut(ino)?.bytes.len() as u64;
        self.writable()?;
        if end > len {
            self.resize(ino, end, now)?;
        }
        let content = self.content_mut(ino)?;
        content.bytes[index(offset)?..index(end)?].copy_from_slice(data);
        content.dirty.add(offset, end);
        self.touch(ino, now)
    }

    /// Cuts a file off, or lengthens it with zeros.
    pub(crate) fn resize(&mut self, ino: Ino, len: u64, now: SystemTime) -> Outcome<()> {
        self.writable()?;
        let old = self.content_mut(ino)?.bytes.len() as u64;
        if len > old {
            self.room_for(len, old)?;
        }
        let content = self.content_mut(ino)?;
        content.bytes.resize(index(len)?, 0);
        content.dirty.clip(len);
        content.dirty.add(old, len);
        self.touch(ino, now)
    }

    /// Refuses changes while the filesystem is read-only.
    pub(crate) fn writable(&self) -> Outcome<()> {
        if self.readonly {
            Err(Errno::EROFS)
        } else {
            Ok(())
        }
    }

    fn room_for(&self, len: u64, old: u64) -> Outcome<()> {
        if len > LONGEST {
            return Err(Errno::EFBIG);
        }
        match self.limit {
            Some(limit) if self.live_bytes() + (len - old) > limit => Err(Errno::ENOSPC),
            _ => Ok(()),
        }
    }

    fn content_mut(&mut self, ino: Ino) -> Outcome<&mut Content> {
        match &mut self.node_mut(ino)?.body {
            Body::File(content) => Ok(content),
            _ => Err(Errno::EINVAL),
        }
    }

    fn touch(&mut self, ino: Ino, now: SystemTime) -> Outcome<()> {
        let meta = &mut self.node_mut(ino)?.meta;
        meta.mtime = now;
        meta.ctime = now;
        Ok(())
    }

    fn set_name(&mut self, place: &Place, ino: Option<Ino>, now: SystemTime) -> Outcome<()> {
        let live = &mut self.names_mut(place.dir)?.live;
        match ino {
            Some(ino) => live.insert(place.name.clone(), ino),
            None => live.remove(&place.name),
        };
        self.touch(place.dir, now)
    }

    fn detach(&mut self, ino: Ino) -> Outcome<()> {
        self.node_mut(ino)?.place = None;
        self.forget_if_gone(ino);
        Ok(())
    }
}

fn index(offset: u64) -> Outcome<usize> {
    usize::try_from(offset).map_err(|_| Errno::EFBIG)
}

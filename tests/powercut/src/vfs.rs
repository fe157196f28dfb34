//! The kernel's requests, handed to the state one at a time.
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use fuser::{
    BsdFileFlags, Errno, FileAttr, FileHandle, FileType, Filesystem, FopenFlags, Generation,
    INodeNo, LockOwner, OpenFlags, RenameFlags, ReplyAttr, ReplyCreate, ReplyData, ReplyDirectory,
    ReplyEmpty, ReplyEntry, ReplyOpen, ReplyStatfs, ReplyWrite, Request, TimeOrNow, WriteFlags,
};

use crate::answers::{
    BLOCK, Listed, Listings, TTL, attr, attributes, empty, entry, kind, lock, meta, now, place,
};
use crate::durable::Wish;
use crate::tree::{Body, Content, Ino, Meta, Names, Outcome, Place, State};

/// What `statfs` offers while no limit is set, in bytes.
const ROOMY: u64 = 64 << 30;
const O_DSYNC: i32 = 0o10000;
const S_IFMT: u32 = 0o170_000;
const S_IFREG: u32 = 0o100_000;

/// The filesystem as `fuser` drives it.
#[derive(Debug)]
pub(crate) struct Vfs {
    state: Arc<Mutex<State>>,
    listings: Mutex<Listings>,
}

impl Vfs {
    /// A filesystem over a state that others may also hold.
    pub(crate) fn new(state: Arc<Mutex<State>>) -> Vfs {
        Vfs {
            state,
            listings: Mutex::default(),
        }
    }

    fn add(&self, place: Place, body: Body, meta: Meta) -> Outcome<FileAttr> {
        let mut state = lock(&self.state);
        let ino = state.create(place, body, meta)?;
        attr(&state, ino)
    }

    fn listing(&self, dir: Ino) -> Outcome<Vec<Listed>> {
        let state = lock(&self.state);
        let above = state
            .node(dir)?
            .place
            .as_ref()
            .map_or(dir, |place| place.dir);
        let mut all = vec![
            (dir, FileType::Directory, OsString::from(".")),
            (above, FileType::Directory, OsString::from("..")),
        ];
        for (name, ino) in &state.names(dir)?.live {
            all.push((*ino, kind(&state.node(*ino)?.body), name.clone()));
        }
        Ok(all)
    }
}

impl Filesystem for Vfs {
    fn lookup(&self, _req: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEntry) {
        let state = lock(&self.state);
        entry(
            state
                .lookup(parent.0, name)
                .and_then(|ino| attr(&state, ino)),
            reply,
        );
    }

    fn getattr(&self, _req: &Request, ino: INodeNo, _fh: Option<FileHandle>, reply: ReplyAttr) {
        attributes(attr(&lock(&self.state), ino.0), reply);
    }

    fn setattr(
        &self,
        _req: &Request,
        ino: INodeNo,
        mode: Option<u32>,
        uid: Option<u32>,
        gid: Option<u32>,
        size: Option<u64>,
        atime: Option<TimeOrNow>,
        mtime: Option<TimeOrNow>,
        _ctime: Option<SystemTime>,
        _fh: Option<FileHandle>,
        _crtime: Option<SystemTime>,
        _chgtime: Option<SystemTime>,
        _bkuptime: Option<SystemTime>,
        _flags: Option<BsdFileFlags>,
        reply: ReplyAttr,
    ) {
        let now = now();
        let time = |wish: Option<TimeOrNow>| {
            wish.map(|time| match time {
                TimeOrNow::SpecificTime(time) => time,
                TimeOrNow::Now => now,
            })
        };
        let wish = Wish {
            mode,
            uid,
            gid,
            atime: time(atime),
            mtime: time(mtime),
        };
        let mut state = lock(&self.state);
        let done = match size {
            Some(size) => state.resize(ino.0, size, now),
            None => Ok(()),
        };
        let done = done.and_then(|()| state.set_meta(ino.0, wish, now));
        attributes(done.and_then(|()| attr(&state, ino.0)), reply);
    }

    fn readlink(&self, _req: &Request, ino: INodeNo, reply: ReplyData) {
        match lock(&self.state).node(ino.0).map(|node| &node.body) {
            Ok(Body::Link(target)) => reply.data(target.as_os_str().as_encoded_bytes()),
            Ok(_) => reply.error(Errno::EINVAL),
            Err(errno) => reply.error(errno),
        }
    }

    fn mknod(
        &self,
        req: &Request,
        parent: INodeNo,
        name: &OsStr,
        mode: u32,
        _umask: u32,
        _rdev: u32,
        reply: ReplyEntry,
    ) {
        if mode & S_IFMT != S_IFREG {
            return reply.error(Errno::EPERM);
        }
        let file = Body::File(Content::default());
        entry(self.add(place(parent, name), file, meta(req, mode)), reply);
    }

    fn mkdir(
        &self,
        req: &Request,
        parent: INodeNo,
        name: &OsStr,
        mode: u32,
        _umask: u32,
        reply: ReplyEntry,
    ) {
        let dir = Body::Dir(Names::default());
        entry(self.add(place(parent, name), dir, meta(req, mode)), reply);
    }

    fn symlink(
        &self,
        req: &Request,
        parent: INodeNo,
        link_name: &OsStr,
        target: &Path,
        reply: ReplyEntry,
    ) {
        let link = Body::Link(target.to_owned());
        entry(
            self.add(place(parent, link_name), link, meta(req, 0o777)),
            reply,
        );
    }

    fn unlink(&self, _req: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        empty(lock(&self.state).unlink(&place(parent, name), now()), reply);
    }

    fn rmdir(&self, _req: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        empty(lock(&self.state).rmdir(&place(parent, name), now()), reply);
    }

    fn rename(
        &self,
        _req: &Request,
        parent: INodeNo,
        name: &OsStr,
        newparent: INodeNo,
        newname: &OsStr,
        flags: RenameFlags,
        reply: ReplyEmpty,
    ) {
        // The kernel itself refuses RENAME_NOREPLACE over an existing name.
        if flags.intersects(!RenameFlags::RENAME_NOREPLACE) {
            return reply.error(Errno::EINVAL);
        }
        let (from, to) = (place(parent, name), place(newparent, newname));
        empty(lock(&self.state).rename(from, to, now()), reply);
    }

    fn create(
        &self,
        req: &Request,
        parent: INodeNo,
        name: &OsStr,
        mode: u32,
        _umask: u32,
        _flags: i32,
        reply: ReplyCreate,
    ) {
        let file = Body::File(Content::default());
        let made = self
            .add(place(parent, name), file, meta(req, mode))
            .and_then(|attr| {
                lock(&self.state).node_mut(attr.ino.0)?.opens += 1;
                Ok(attr)
            });
        let keep = FopenFlags::FOPEN_KEEP_CACHE;
        match made {
            Ok(attr) => reply.created(&TTL, &attr, Generation(0), FileHandle(0), keep),
            Err(errno) => reply.error(errno),
        }
    }

    fn open(&self, _req: &Request, ino: INodeNo, _flags: OpenFlags, reply: ReplyOpen) {
        // All changes come through this mount, so the kernel's pages stay right; dropping them
        // would take SQLite's shared memory from under its feet.
        match lock(&self.state).node_mut(ino.0) {
            Ok(node) => {
                node.opens += 1;
                reply.opened(FileHandle(0), FopenFlags::FOPEN_KEEP_CACHE);
            }
            Err(errno) => reply.error(errno),
        }
    }

    fn release(
        &self,
        _req: &Request,
        ino: INodeNo,
        _fh: FileHandle,
        _flags: OpenFlags,
        _lock_owner: Option<LockOwner>,
        _flush: bool,
        reply: ReplyEmpty,
    ) {
        let mut state = lock(&self.state);
        if let Ok(node) = state.node_mut(ino.0) {
            node.opens = node.opens.saturating_sub(1);
        }
        state.forget_if_gone(ino.0);
        reply.ok();
    }

    fn read(
        &self,
        _req: &Request,
        ino: INodeNo,
        _fh: FileHandle,
        offset: u64,
        size: u32,
        _flags: OpenFlags,
        _lock_owner: Option<LockOwner>,
        reply: ReplyData,
    ) {
        match lock(&self.state).read(ino.0, offset, size) {
            Ok(bytes) => reply.data(bytes),
            Err(errno) => reply.error(errno),
        }
    }

    fn write(
        &self,
        _req: &Request,
        ino: INodeNo,
        _fh: FileHandle,
        offset: u64,
        data: &[u8],
        _write_flags: WriteFlags,
        flags: OpenFlags,
        _lock_owner: Option<LockOwner>,
        reply: ReplyWrite,
    ) {
        let mut state = lock(&self.state);
        let mut done = state.write(ino.0, offset, data, now());
        if flags.0 & O_DSYNC != 0 {
            done = done.and_then(|()| state.sync_file(ino.0));
        }
        match done {
            Ok(()) => reply.written(data.len() as u32),
            Err(errno) => reply.error(errno),
        }
    }

    fn flush(
        &self,
        _req: &Request,
        _ino: INodeNo,
        _fh: FileHandle,
        _lock_owner: LockOwner,
        reply: ReplyEmpty,
    ) {
        reply.ok();
    }

    fn fsync(
        &self,
        _req: &Request,
        ino: INodeNo,
        _fh: FileHandle,
        _datasync: bool,
        reply: ReplyEmpty,
    ) {
        empty(lock(&self.state).sync_file(ino.0), reply);
    }

    fn opendir(&self, _req: &Request, ino: INodeNo, _flags: OpenFlags, reply: ReplyOpen) {
        match self.listing(ino.0) {
            Ok(all) => {
                let mut listings = lock(&self.listings);
                listings.next += 1;
                let handle = listings.next;
                listings.open.insert(handle, all);
                reply.opened(FileHandle(handle), FopenFlags::empty());
            }
            Err(errno) => reply.error(errno),
        }
    }

    fn readdir(
        &self,
        _req: &Request,
        _ino: INodeNo,
        fh: FileHandle,
        offset: u64,
        mut reply: ReplyDirectory,
    ) {
        let listings = lock(&self.listings);
        let all = listings.open.get(&fh.0).map_or(&[][..], Vec::as_slice);
        for (at, (ino, kind, name)) in all.iter().enumerate().skip(offset as usize) {
            if reply.add(INodeNo(*ino), at as u64 + 1, *kind, name) {
                break;
            }
        }
        reply.ok();
    }

    fn releasedir(
        &self,
        _req: &Request,
        _ino: INodeNo,
        fh: FileHandle,
        _flags: OpenFlags,
        reply: ReplyEmpty,
    ) {
        lock(&self.listings).open.remove(&fh.0);
        reply.ok();
    }

    fn fsyncdir(
        &self,
        _req: &Request,
        ino: INodeNo,
        _fh: FileHandle,
        _datasync: bool,
        reply: ReplyEmpty,
    ) {
        empty(lock(&self.state).sync_dir(ino.0), reply);
    }

    fn statfs(&self, _req: &Request, _ino: INodeNo, reply: ReplyStatfs) {
        let state = lock(&self.state);
        let room = state.limit.unwrap_or(ROOMY);
        let free = room.saturating_sub(state.live_bytes()) / BLOCK;
        let nodes = state.nodes.len() as u64;
        reply.statfs(
            room / BLOCK,
            free,
            free,
            nodes,
            1 << 20,
            BLOCK as u32,
            255,
            BLOCK as u32,
        );
    }
}

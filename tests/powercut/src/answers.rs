//! How the state's nodes look to the kernel.
use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use fuser::{FileAttr, FileType, Generation, INodeNo, ReplyAttr, ReplyEmpty, ReplyEntry, Request};

use crate::tree::{Body, Ino, Meta, Outcome, Place, State};

/// The kernel asks again every time: after a cut nothing it remembers holds.
pub(crate) const TTL: Duration = Duration::ZERO;
/// The block size reported, in bytes.
pub(crate) const BLOCK: u64 = 4096;

/// One line of a directory listing.
pub(crate) type Listed = (Ino, FileType, OsString);

/// Directory listings as they were when opened: removing files while reading skips none.
#[derive(Debug, Default)]
pub(crate) struct Listings {
    pub(crate) next: u64,
    pub(crate) open: HashMap<u64, Vec<Listed>>,
}

/// The state, whether or not another thread died holding it.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The one place that reads the clock.
#[expect(clippy::disallowed_methods, reason = "the mount is the edge")]
pub(crate) fn now() -> SystemTime {
    SystemTime::now()
}

pub(crate) fn place(dir: INodeNo, name: &OsStr) -> Place {
    Place {
        dir: dir.0,
        name: name.to_owned(),
    }
}

pub(crate) fn meta(req: &Request, mode: u32) -> Meta {
    let now = now();
    let mode = mode & 0o7777;
    Meta {
        mode,
        uid: req.uid(),
        gid: req.gid(),
        atime: now,
        mtime: now,
        ctime: now,
    }
}

pub(crate) fn kind(body: &Body) -> FileType {
    match body {
        Body::File(_) => FileType::RegularFile,
        Body::Dir(_) => FileType::Directory,
        Body::Link(_) => FileType::Symlink,
    }
}

pub(crate) fn attr(state: &State, ino: Ino) -> Outcome<FileAttr> {
    let node = state.node(ino)?;
    let size = match &node.body {
        Body::File(content) => content.bytes.len() as u64,
        Body::Dir(_) => BLOCK,
        Body::Link(target) => target.as_os_str().len() as u64,
    };
    let Meta {
        mode,
        uid,
        gid,
        atime,
        mtime,
        ctime,
    } = node.meta;
    Ok(FileAttr {
        ino: INodeNo(ino),
        size,
        blocks: size.div_ceil(512),
        atime,
        mtime,
        ctime,
        crtime: ctime,
        kind: kind(&node.body),
        perm: mode as u16,
        nlink: match node.body {
            Body::Dir(_) => 2,
            _ => u32::from(node.place.is_some()),
        },
        uid,
        gid,
        rdev: 0,
        blksize: BLOCK as u32,
        flags: 0,
    })
}

pub(crate) fn empty(outcome: Outcome<()>, reply: ReplyEmpty) {
    match outcome {
        Ok(()) => reply.ok(),
        Err(errno) => reply.error(errno),
    }
}

pub(crate) fn entry(outcome: Outcome<FileAttr>, reply: ReplyEntry) {
    match outcome {
        Ok(attr) => reply.entry(&TTL, &attr, Generation(0)),
        Err(errno) => reply.error(errno),
    }
}

pub(crate) fn attributes(outcome: Outcome<FileAttr>, reply: ReplyAttr) {
    match outcome {
        Ok(attr) => reply.attr(&TTL, &attr),
        Err(errno) => reply.error(errno),
    }
}

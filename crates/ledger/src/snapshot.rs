//! One sealed file beside the ledger, for whatever can be made again from it but takes long to make.
//!
//! Its key is drawn anew each time, stands in the keys folder, and is destroyed with every erasure
//! before anything else is: what the file said of the person goes dark in every copy of it.

use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;

use zeroize::{Zeroize, Zeroizing};

use crate::id::{hex, unhex};
use crate::keyring::{Dirs, Keyring};
use crate::seal::{self, Key, Place};
use crate::{Failure, disk};

/// What one seal holds: with its length in front, a whole size class.
const PIECE: usize = (1 << 20) - 4;
/// Nonce, size class and tag.
const SEALED: usize = 24 + (1 << 20) + 16;

/// Keeps these bytes in place of what was kept before.
pub(crate) fn put(dirs: &Dirs, ring: &Keyring, content: &[u8]) -> Result<(), Failure> {
    let (path, key) = (dirs.snapshot(), Key::fresh()?);
    let unfinished = path.with_extension("making");
    write(&unfinished, ring, &key, content).map_err(|fault| match fault {
        Fault::Io(fault) => Failure::io(&unfinished, fault),
        Fault::Seal(failure) => failure,
    })?;
    // Without its key the older file is noise already; a crash from here on costs a rebuild.
    drop_mine(dirs)?;
    let wrapped = seal::wrap(&ring.snapshots, &key_place(ring), &key)?;
    disk::write_whole(&dirs.snapshot_key(), hex(&wrapped).as_bytes())?;
    fs::rename(&unfinished, &path).map_err(|fault| Failure::io(&path, fault))?;
    disk::sync_parent(&path)
}

/// What was kept last; nothing when it is not there, or not as it was written.
pub(crate) fn get(dirs: &Dirs, ring: &Keyring) -> Option<Zeroizing<Vec<u8>>> {
    let wrapped = unhex(fs::read_to_string(dirs.snapshot_key()).ok()?.trim_end())?;
    let key = seal::unwrap(&ring.snapshots, &key_place(ring), &wrapped)?;
    read(&dirs.snapshot(), ring, &key)
}

/// Destroys the key, then the file: its own, and the keys of whatever other nodes kept.
pub(crate) fn drop_it(dirs: &Dirs) -> Result<(), Failure> {
    drop_mine(dirs)?;
    // What other nodes kept of the same ledger goes dark with what this one kept.
    if dirs.database.is_some() {
        let io = |fault| Failure::io(&dirs.keys, fault);
        for entry in fs::read_dir(&dirs.keys).map_err(io)? {
            let name = entry.map_err(io)?.file_name();
            let name = name.to_string_lossy();
            if name.starts_with("snapshot-") && name.ends_with(".key") {
                disk::shred(&dirs.keys.join(&*name))?;
            }
        }
    }
    Ok(())
}

fn drop_mine(dirs: &Dirs) -> Result<(), Failure> {
    if dirs.snapshot_key().exists() {
        disk::shred(&dirs.snapshot_key())?;
    }
    remove(&dirs.snapshot())
}

fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => Err(Failure::io(path, fault)),
        _ => Ok(()),
    }
}

enum Fault {
    Io(std::io::Error),
    Seal(Failure),
}

impl From<std::io::Error> for Fault {
    fn from(fault: std::io::Error) -> Self {
        Self::Io(fault)
    }
}

fn write(path: &Path, ring: &Keyring, key: &Key, content: &[u8]) -> Result<(), Fault> {
    let mut options = disk::private();
    let file = options.write(true).create(true).truncate(true).open(path)?;
    let mut out = BufWriter::new(file);
    let pieces: Vec<&[u8]> = content.chunks(PIECE).collect();
    for (number, piece) in pieces.iter().enumerate() {
        let place = piece_place(ring, number, number + 1 == pieces.len());
        let sealed = seal::seal(key, &place, piece).map_err(Fault::Seal)?;
        out.write_all(&(sealed.len() as u64).to_be_bytes())?;
        out.write_all(&sealed)?;
    }
    let file = out
        .into_inner()
        .map_err(std::io::IntoInnerError::into_error)?;
    Ok(file.sync_all()?)
}

fn read(path: &Path, ring: &Keyring, key: &Key) -> Option<Zeroizing<Vec<u8>>> {
    let file = File::open(path).ok()?;
    let size = usize::try_from(file.metadata().ok()?.len()).ok()?;
    let mut input = BufReader::new(file);
    // Room for all of it at once: a vector that grows would leave copies behind.
    let mut content = Zeroizing::new(Vec::with_capacity(size));
    let mut sealed = Vec::new();
    for number in 0.. {
        let mut length = [0; 8];
        input.read_exact(&mut length).ok()?;
        let length = usize::try_from(u64::from_be_bytes(length)).ok()?;
        if length > SEALED {
            return None;
        }
        sealed.resize(length, 0);
        input.read_exact(&mut sealed).ok()?;
        let more = !input.fill_buf_is_empty()?;
        let mut piece = seal::open(key, &piece_place(ring, number, !more), &sealed)?;
        content.extend_from_slice(&piece);
        piece.zeroize();
        if !more {
            break;
        }
    }
    Some(content)
}

trait AtEnd {
    fn fill_buf_is_empty(&mut self) -> Option<bool>;
}

impl AtEnd for BufReader<File> {
    fn fill_buf_is_empty(&mut self) -> Option<bool> {
        Some(std::io::BufRead::fill_buf(self).ok()?.is_empty())
    }
}

fn key_place(ring: &Keyring) -> Place {
    Place::new(ring.ledger, "snapshot key", &[])
}

/// Pieces open in their order only, and the last one only as the last.
fn piece_place(ring: &Keyring, number: usize, last: bool) -> Place {
    let number = (number as u64).to_be_bytes();
    Place::new(ring.ledger, "snapshot", &[&number, &[u8::from(last)]])
}

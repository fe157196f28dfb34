//! The erasure list: what was erased, kept apart from the ledger so that no restore brings it back.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::id::hex;
use crate::keyring::Keyring;
use crate::{Failure, Id, disk};

/// One erasure: of a whole file, or of one event of it.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct Erasure {
    pub file: Id,
    /// The event's number; 0 stands for the whole file.
    pub seq: u64,
    pub at: Timestamp,
}

/// The list as read. Each line's proof covers the lines before it, so none can be changed or taken out.
#[derive(Debug)]
pub(crate) struct Erasures {
    path: PathBuf,
    /// The length of all whole lines; a torn last line was never acknowledged and is written over.
    length: u64,
    proof: [u8; 32],
    pub entries: Vec<Erasure>,
}

impl Erasures {
    /// Begins an empty list.
    pub fn create(path: &Path, ring: &Keyring) -> Result<(), Failure> {
        let text = heading(ring);
        let line = format!("{text} {}\n", hex(&prove(ring, &[0; 32], &text)));
        disk::write_whole(path, line.as_bytes())
    }

    /// Reads and checks the list.
    pub fn read(path: &Path, ring: &Keyring) -> Result<Self, Failure> {
        let content = fs::read_to_string(path).map_err(|fault| match fault.kind() {
            std::io::ErrorKind::NotFound => Failure::MissingErasures { path: path.into() },
            _ => Failure::io(path, fault),
        })?;
        let whole = content.rfind('\n').map_or("", |end| &content[..=end]);
        let mut list = Self {
            path: path.into(),
            length: whole.len() as u64,
            proof: [0; 32],
            entries: vec![],
        };
        for (number, line) in whole.lines().enumerate() {
            list.take(line, number, ring).ok_or_else(|| {
                Failure::damaged(format!(
                    "line {} of the erasure list was changed",
                    number + 1
                ))
            })?;
        }
        if whole.is_empty() {
            return Err(Failure::damaged("the erasure list is empty"));
        }
        Ok(list)
    }

    fn take(&mut self, line: &str, number: usize, ring: &Keyring) -> Option<()> {
        let (text, proof) = line.rsplit_once(' ')?;
        let expected = prove(ring, &self.proof, text);
        if proof != hex(&expected) {
            return None;
        }
        self.proof = expected;
        if number == 0 {
            return (text == heading(ring)).then_some(());
        }
        let mut words = text.split(' ');
        let (file, seq, at) = (
            words.next()?.parse().ok()?,
            words.next()?.parse().ok()?,
            words.next()?.parse().ok()?,
        );
        self.entries.push(Erasure { file, seq, at });
        Some(())
    }

    /// Adds a line; it is on disk when this returns.
    pub fn add(&mut self, erasure: Erasure, ring: &Keyring) -> Result<(), Failure> {
        let text = format!("{} {} {}", erasure.file, erasure.seq, erasure.at);
        let proof = prove(ring, &self.proof, &text);
        let line = format!("{text} {}\n", hex(&proof));
        let write = || {
            let mut file = disk::private().write(true).open(&self.path)?;
            file.set_len(self.length)?;
            file.seek(SeekFrom::End(0))?;
            file.write_all(line.as_bytes())?;
            file.sync_all()
        };
        write().map_err(|fault| Failure::io(&self.path, fault))?;
        self.length += line.len() as u64;
        self.proof = proof;
        self.entries.push(erasure);
        Ok(())
    }

    /// Whether the list holds this erasure, whenever it was.
    pub fn holds(&self, file: Id, seq: u64) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.file == file && entry.seq == seq)
    }

    /// Puts the same list in another place.
    pub fn copy_to(&self, path: &Path) -> Result<(), Failure> {
        let content = fs::read(&self.path).map_err(|fault| Failure::io(&self.path, fault))?;
        let whole = usize::try_from(self.length)
            .unwrap_or(usize::MAX)
            .min(content.len());
        disk::write_whole(path, &content[..whole])
    }
}

fn heading(ring: &Keyring) -> String {
    format!("sanad erasures 1 {}", ring.ledger)
}

fn prove(ring: &Keyring, before: &[u8; 32], text: &str) -> [u8; 32] {
    ring.erasures.mac(&[before, text.as_bytes()])
}

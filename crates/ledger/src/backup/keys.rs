//! The file `keys.backup`: the epoch key and all wrapped keys, in sealed pieces.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;

use jiff::Timestamp;

use crate::db::Db;
use crate::keyring::Master;
use crate::pen::Epoch;
use crate::rows::{Cell, Table};
use crate::seal::{self, Key, Place};
use crate::sql::{self, Placed};
use crate::{Failure, Id, disk};

const MAGIC: &[u8; 13] = b"sanad keys 1\n";
/// Rows in one piece.
const PIECE: usize = 8192;
/// Position, file, seq, epoch, wrapped key.
const ROW: usize = 8 + 16 + 8 + 8 + 72;

/// Pieces are bound to one backup and to their place in it; the last one is empty, so a cut shows.
struct Pieces {
    key: Key,
    ledger: Id,
    backup: Id,
    number: u64,
}

impl Pieces {
    fn next_place(&mut self) -> Place {
        self.number += 1;
        Place::new(
            self.ledger,
            "keys backup",
            &[&self.backup.0, &self.number.to_be_bytes()],
        )
    }
}

pub(super) fn write(
    db: &Db,
    master: &Master,
    epoch: &Epoch,
    path: &Path,
    at: Timestamp,
) -> Result<(), Failure> {
    let unfinished = path.with_extension("new");
    let io = |fault| Failure::io(&unfinished, fault);
    let file = disk::private()
        .write(true)
        .create(true)
        .truncate(true)
        .open(&unfinished)
        .map_err(io)?;
    let mut out = BufWriter::new(file);
    let mut pieces = Pieces {
        key: master.backup(),
        ledger: master.ledger,
        backup: Id::random()?,
        number: 0,
    };
    out.write_all(MAGIC)
        .and_then(|()| out.write_all(&pieces.backup.0))
        .map_err(io)?;
    let mut put = |clear: &[u8]| {
        let place = pieces.next_place();
        let sealed = seal::seal(&pieces.key, &place, clear)?;
        let length = u32::try_from(sealed.len())
            .map_err(|_| Failure::Misuse("a piece of keys beyond 4 GiB"))?;
        out.write_all(&length.to_be_bytes())
            .and_then(|()| out.write_all(&sealed))
            .map_err(io)
    };
    let mut first = zeroize::Zeroizing::new(at.as_microsecond().to_be_bytes().to_vec());
    first.extend(epoch.number.to_be_bytes());
    first.extend(epoch.key.0);
    put(&first)?;
    let mut piece = vec![];
    sql::each(db, Table::Keys, |row| {
        piece.extend(
            to_bytes(&row).ok_or_else(|| {
                Failure::damaged(format!("the key at position {} is none", row.0))
            })?,
        );
        if piece.len() >= PIECE * ROW {
            put(&std::mem::take(&mut piece))
        } else {
            Ok(())
        }
    })?;
    if !piece.is_empty() {
        put(&piece)?;
    }
    put(&[])?;
    let file = out.into_inner().map_err(|fault| io(fault.into_error()))?;
    file.sync_all()
        .and_then(|()| std::fs::rename(&unfinished, path))
        .map_err(io)?;
    disk::sync_parent(path)
}

fn to_bytes((position, cells): &Placed) -> Option<Vec<u8>> {
    let [
        Cell::Bytes(file),
        Cell::Int(seq),
        Cell::Int(epoch),
        Cell::Bytes(wrapped),
    ] = cells.as_slice()
    else {
        return None;
    };
    let mut bytes = position.to_be_bytes().to_vec();
    bytes.extend(file);
    bytes.extend(seq.to_be_bytes());
    bytes.extend(epoch.to_be_bytes());
    bytes.extend(wrapped);
    (bytes.len() == ROW).then_some(bytes)
}

fn from_bytes(row: &[u8; ROW]) -> Placed {
    let number = |at: usize| {
        row[at..]
            .first_chunk()
            .copied()
            .map_or(0, i64::from_be_bytes)
    };
    let cells = vec![
        row[8..24].into(),
        number(24).into(),
        number(32).into(),
        row[40..].into(),
    ];
    (sql::nat(number(0)), cells)
}

/// A backup of keys, open for reading.
pub(super) struct KeysBackup {
    pub epoch: Epoch,
    file: BufReader<File>,
    pieces: Pieces,
    path: std::path::PathBuf,
}

impl KeysBackup {
    pub fn open(path: &Path, master: &Master) -> Result<Self, Failure> {
        let io = |fault| Failure::io(path, fault);
        let mut file = BufReader::new(File::open(path).map_err(io)?);
        let (mut magic, mut backup) = ([0; MAGIC.len()], [0; 16]);
        file.read_exact(&mut magic)
            .and_then(|()| file.read_exact(&mut backup))
            .map_err(io)?;
        if magic != *MAGIC {
            return Err(Failure::damaged(format!(
                "{} is no backup of keys",
                path.display()
            )));
        }
        let pieces = Pieces {
            key: master.backup(),
            ledger: master.ledger,
            backup: Id(backup),
            number: 0,
        };
        let nobody = Epoch {
            number: 0,
            key: Key([0; 32]),
        };
        let mut keys = Self {
            epoch: nobody,
            file,
            pieces,
            path: path.into(),
        };
        let first = zeroize::Zeroizing::new(keys.piece().map_err(|_| Failure::WrongKey)?);
        let epoch = first
            .get(8..16)
            .and_then(|number| number.try_into().ok())
            .map(u64::from_be_bytes);
        let key = first.get(16..).and_then(|key| key.try_into().ok()).map(Key);
        let (number, key) = epoch.zip(key).ok_or_else(|| keys.broken())?;
        keys.epoch = Epoch { number, key };
        Ok(keys)
    }

    fn broken(&self) -> Failure {
        Failure::damaged(format!("{} was changed or cut", self.path.display()))
    }

    fn piece(&mut self) -> Result<Vec<u8>, Failure> {
        let mut length = [0; 4];
        self.file
            .read_exact(&mut length)
            .map_err(|_| self.broken())?;
        let mut sealed = vec![];
        let length = u64::from(u32::from_be_bytes(length));
        (&mut self.file)
            .take(length)
            .read_to_end(&mut sealed)
            .map_err(|_| self.broken())?;
        let place = self.pieces.next_place();
        seal::open(&self.pieces.key, &place, &sealed).ok_or_else(|| self.broken())
    }

    /// Gives every key row, in order.
    pub fn each(
        mut self,
        mut visit: impl FnMut(Placed) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        loop {
            let piece = self.piece()?;
            if piece.is_empty() {
                return Ok(());
            }
            let (rows, rest) = piece.as_chunks::<ROW>();
            if !rest.is_empty() {
                return Err(self.broken());
            }
            rows.iter().try_for_each(|row| visit(from_bytes(row)))?;
        }
    }
}

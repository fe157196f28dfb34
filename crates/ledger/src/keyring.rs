//! The keys folder: the master key, the epoch keys, and what is derived from them.

use std::fs;
use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;
use sha2::{Digest, Sha256};

use crate::id::{hex, unhex};
use crate::postgres::Address;
use crate::seal::{self, Key, Place};
use crate::{Failure, Id, disk};

/// Where a ledger lives: its data, and apart from that its keys.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Dirs {
    /// The data folder; holds `ledger.db`.
    pub data: PathBuf,
    /// The keys folder, best on another device; holds `master.key`, `epoch-N.key`, `erasures`, `head`.
    /// Nodes that share a database share this folder too.
    pub keys: PathBuf,
    /// The database, when it is not the file in the data folder.
    pub database: Option<Address>,
}

impl Dirs {
    /// The data folder with its keys folder beside it: the same name with `.keys`.
    pub fn beside(data: impl Into<PathBuf>) -> Self {
        let data = data.into();
        let mut name = data.file_name().unwrap_or_default().to_owned();
        name.push(".keys");
        Self {
            keys: data.with_file_name(name),
            data,
            database: None,
        }
    }

    /// The same folders with another database.
    #[must_use]
    pub fn with_database(self, database: Option<Address>) -> Self {
        Self { database, ..self }
    }

    /// What to call the ledger when it is missing, or in the way.
    pub(crate) fn place(&self) -> PathBuf {
        match &self.database {
            Some(address) => format!("{address:?}").into(),
            None => self.ledger(),
        }
    }

    /// The database file.
    pub fn ledger(&self) -> PathBuf {
        self.data.join("ledger.db")
    }

    /// The list of erasures, needed for every restore: keep it apart from the backups.
    pub fn erasures(&self) -> PathBuf {
        self.keys.join("erasures")
    }

    /// What takes long to make from the ledger, sealed.
    pub(crate) fn snapshot(&self) -> PathBuf {
        self.data.join("snapshot.sealed")
    }

    /// Opens the snapshot; destroyed with every erasure.
    pub(crate) fn snapshot_key(&self) -> PathBuf {
        match &self.database {
            Some(_) => self.keys.join(format!("snapshot-{}.key", self.node())),
            None => self.keys.join("snapshot.key"),
        }
    }

    /// Tells nodes that share a keys folder from each other: the machine, and the data folder on it.
    fn node(&self) -> String {
        let machine = fs::read("/proc/sys/kernel/hostname").unwrap_or_default();
        let hash = Sha256::new()
            .chain_update(machine)
            .chain_update(self.data.as_os_str().as_encoded_bytes())
            .finalize();
        hex(&hash[..4])
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.data.join("ledger.lock")
    }

    pub(crate) fn master(&self) -> PathBuf {
        self.keys.join("master.key")
    }

    pub(crate) fn epoch(&self, number: u64) -> PathBuf {
        self.keys.join(format!("epoch-{number}.key"))
    }

    pub(crate) fn head(&self) -> PathBuf {
        self.keys.join("head")
    }

    /// Keeps the newest head outside the database. Nodes that share this folder do not write into each
    /// other's unfinished file.
    pub(crate) fn keep_head(&self, note: &str) -> Result<(), Failure> {
        let unfinished = match &self.database {
            Some(_) => self.keys.join(format!("head-{}.new", self.node())),
            None => self.head().with_extension("new"),
        };
        disk::write_whole_by(&unfinished, &self.head(), note.as_bytes())
    }

    /// Present while a new ledger is being made, so that a crash in between is not taken for a loss.
    pub(crate) fn creating(&self) -> PathBuf {
        self.keys.join("creating")
    }
}

/// The master key and the ledger that it was made for.
pub(crate) struct Master {
    pub ledger: Id,
    key: Key,
}

impl Master {
    pub fn fresh() -> Result<Self, Failure> {
        Ok(Self {
            ledger: Id::random()?,
            key: Key::fresh()?,
        })
    }

    pub fn save(&self, dirs: &Dirs) -> Result<(), Failure> {
        let text = zeroize::Zeroizing::new(format!(
            "sanad master key 1\n{}\n{}\n",
            self.ledger,
            hex(&self.key.0)
        ));
        disk::write_whole(&dirs.master(), text.as_bytes())
    }

    pub fn load(dirs: &Dirs) -> Result<Self, Failure> {
        let path = dirs.master();
        let text = zeroize::Zeroizing::new(read_key_file(&path)?);
        let parse = || {
            let (ledger, key) = text
                .strip_prefix("sanad master key 1\n")?
                .trim_end()
                .split_once('\n')?;
            Some(Self {
                ledger: ledger.parse().ok()?,
                key: Key(unhex(key)?.try_into().ok()?),
            })
        };
        parse().ok_or_else(|| Failure::damaged(format!("{} is not a master key", path.display())))
    }

    fn purpose(&self, purpose: &str) -> Key {
        self.key.derive(self.ledger, purpose)
    }

    /// Signs heads. Needs nothing from the database, so a head can be judged when nothing else opens.
    pub fn signer(&self) -> SigningKey {
        SigningKey::from_bytes(&self.purpose("heads").0)
    }

    /// Seals `keys.backup`.
    pub fn backup(&self) -> Key {
        self.purpose("keys backup")
    }

    pub fn wrap_roots(&self, roots: &Key) -> Result<Vec<u8>, Failure> {
        seal::wrap(
            &self.purpose("roots"),
            &Place::new(self.ledger, "roots", &[]),
            roots,
        )
    }

    fn unwrap_roots(&self, wrapped: &[u8]) -> Option<Key> {
        seal::unwrap(
            &self.purpose("roots"),
            &Place::new(self.ledger, "roots", &[]),
            wrapped,
        )
    }

    /// Writes an epoch key, sealed under the master.
    pub fn save_epoch(&self, dirs: &Dirs, number: u64, key: &Key) -> Result<(), Failure> {
        let wrapped = seal::wrap(&self.purpose("epochs"), &self.epoch_place(number), key)?;
        disk::write_whole(
            &dirs.epoch(number),
            format!("{}\n", hex(&wrapped)).as_bytes(),
        )
    }

    pub fn load_epoch(&self, dirs: &Dirs, number: u64) -> Result<Key, Failure> {
        let path = dirs.epoch(number);
        unhex(read_key_file(&path)?.trim_end())
            .and_then(|wrapped| {
                seal::unwrap(&self.purpose("epochs"), &self.epoch_place(number), &wrapped)
            })
            .ok_or_else(|| {
                Failure::damaged(format!(
                    "{} does not open under the master key",
                    path.display()
                ))
            })
    }

    fn epoch_place(&self, number: u64) -> Place {
        Place::new(self.ledger, "epoch", &[&number.to_be_bytes()])
    }
}

fn read_key_file(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|fault| match fault.kind() {
        std::io::ErrorKind::NotFound => Failure::MissingKey { path: path.into() },
        _ => Failure::io(path, fault),
    })
}

/// Every key that does not belong to one file, ready for use.
pub(crate) struct Keyring {
    pub ledger: Id,
    /// Signs heads.
    pub signer: SigningKey,
    /// Seals the erasure list's lines.
    pub erasures: Key,
    pub commands: Key,
    pub claims: Key,
    pub looks: Key,
    pub sessions: Key,
    pub aside: Key,
    /// Seals the notes left by erasures.
    pub erased: Key,
    /// Seals the key of the snapshot.
    pub snapshots: Key,
}

impl Keyring {
    /// Nothing when the master does not open these roots.
    pub fn open(master: &Master, wrapped_roots: &[u8]) -> Option<Self> {
        let roots = master.unwrap_roots(wrapped_roots)?;
        let part = |purpose| roots.derive(master.ledger, purpose);
        Some(Self {
            ledger: master.ledger,
            signer: master.signer(),
            erasures: master.purpose("erasures"),
            commands: part("commands"),
            claims: part("claims"),
            looks: part("looks"),
            sessions: part("sessions"),
            aside: part("aside"),
            erased: part("erased"),
            snapshots: part("snapshots"),
        })
    }

    /// The place of one event, or with `seq` 0 of the file's own key.
    pub fn place(&self, table: &str, file: Id, seq: u64) -> Place {
        Place::new(self.ledger, table, &[&file.0, &seq.to_be_bytes()])
    }

    /// The place of a row known by one id or hash.
    pub fn row_place(&self, table: &str, id: &[u8]) -> Place {
        Place::new(self.ledger, table, &[id])
    }

    pub fn claim_hash(&self, space: &str, value: &str) -> [u8; 32] {
        self.claims
            .mac(&[b"value", space.as_bytes(), value.as_bytes()])
    }

    /// By this a file's claims are found when it is erased; the file's id itself does not stand there.
    pub fn owner_hash(&self, file: Id) -> [u8; 32] {
        self.claims.mac(&[b"owner", &file.0])
    }

    pub fn token_hash(&self, token: &[u8; 32]) -> [u8; 32] {
        self.sessions.mac(&[b"token", token])
    }

    pub fn aside_hash(&self, space: &str, key: Id) -> [u8; 32] {
        self.aside.mac(&[b"key", space.as_bytes(), &key.0])
    }

    pub fn space_hash(&self, space: &str) -> [u8; 32] {
        self.aside.mac(&[b"space", space.as_bytes()])
    }
}

//! A mount run inside the calling process: the library's front door.
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use fuser::{BackgroundSession, Config, MountOption, Session, SessionACL};

use crate::answers::lock;
use crate::tree::{State, Stats};
use crate::vfs::Vfs;

/// `ENOTCONN`: what a mount point answers whose filesystem process died.
const ENOTCONN: i32 = 107;

/// A mounted filesystem; unmounted when dropped.
#[derive(Debug)]
pub struct Mount {
    state: Arc<Mutex<State>>,
    at: PathBuf,
    session: Option<BackgroundSession>,
}

/// Why no filesystem can be mounted here, if so. A test that skips prints this.
pub fn unavailable() -> Option<String> {
    let device = fs::File::options().read(true).write(true).open("/dev/fuse");
    device
        .err()
        .map(|error| format!("/dev/fuse cannot be opened: {error}"))
}

impl Mount {
    /// Mounts at the directory `at` what the directory `backing` holds.
    ///
    /// Neither may lie inside the other. Everything in `backing` is read into memory.
    ///
    /// # Errors
    /// When a directory is missing or unreadable, or the kernel refuses the mount.
    pub fn start(backing: &Path, at: &Path) -> io::Result<Mount> {
        if fs::metadata(at).is_err_and(|error| error.raw_os_error() == Some(ENOTCONN)) {
            detach(at);
        }
        let at = at.canonicalize()?;
        let backing = backing.canonicalize()?;
        if at.starts_with(&backing) || backing.starts_with(&at) {
            let what = "the mount point and the backing directory must lie apart";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, what));
        }
        let state = Arc::new(Mutex::new(State::load(&backing)?));
        let session = Session::new(Vfs::new(Arc::clone(&state)), &at, &config()?)?.spawn()?;
        Ok(Mount {
            state,
            at,
            session: Some(session),
        })
    }

    /// The power cut: everything no fsync covered is gone. Says what that was.
    ///
    /// Kill the programs that use the mount first; files they still hold open answer `ESTALE`.
    ///
    /// # Errors
    /// When the backing directory cannot be read.
    pub fn cut(&self) -> io::Result<Stats> {
        lock(&self.state).cut()
    }

    /// What a power cut would take now, and what happened so far.
    pub fn stats(&self) -> Stats {
        lock(&self.state).stats()
    }

    /// Lets all files together hold at most `limit` bytes; growth beyond answers `ENOSPC`.
    /// Overwriting and removing still work. `None` lifts the limit.
    pub fn full(&self, limit: Option<u64>) {
        lock(&self.state).limit = limit;
    }

    /// While on, every change answers `EROFS`, and so does an fsync with anything to save.
    pub fn readonly(&self, on: bool) {
        lock(&self.state).readonly = on;
    }

    /// Where it is mounted.
    pub fn at(&self) -> &Path {
        &self.at
    }

    /// Unmounts. What was not synced is lost, as at a cut.
    ///
    /// # Errors
    /// When a program still uses the mount; it is then detached from the tree all the same.
    pub fn stop(mut self) -> io::Result<()> {
        self.unmount()
    }

    fn unmount(&mut self) -> io::Result<()> {
        let Some(session) = self.session.take() else {
            return Ok(());
        };
        let left = session.umount_and_join();
        if left.is_err() {
            detach(&self.at);
        }
        left.and_then(|()| lock(&self.state).leave())
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        if let Err(error) = self.unmount() {
            eprintln!("powercut: unmounting {}: {error}", self.at.display());
        }
    }
}

fn config() -> io::Result<Config> {
    let mut config = Config::default();
    config.mount_options = vec![
        MountOption::FSName("powercut".to_owned()),
        MountOption::Subtype("powercut".to_owned()),
        MountOption::DefaultPermissions,
    ];
    // Only root may let others in without a line in /etc/fuse.conf.
    if fs::metadata("/proc/self")?.uid() == 0 {
        config.acl = SessionACL::All;
    }
    Ok(config)
}

fn detach(at: &Path) {
    let done = Command::new("fusermount3")
        .args(["-u", "-q", "-z", "--"])
        .arg(at)
        .status();
    if !done.is_ok_and(|status| status.success()) {
        eprintln!("powercut: could not detach {}", at.display());
    }
}

//! A mount over a fresh directory, for one test.
use std::path::{Path, PathBuf};

use powercut::Mount;
use tempfile::TempDir;

/// A mount and the directories under it, removed together.
pub struct Rig {
    // Before the directories: unmounted first.
    pub mount: Mount,
    dirs: TempDir,
}

impl Rig {
    /// Mounts, or prints why this machine cannot and yields nothing.
    pub fn new() -> anyhow::Result<Option<Rig>> {
        if let Some(reason) = powercut::unavailable() {
            println!("skipped: {reason}");
            return Ok(None);
        }
        let dirs = TempDir::new()?;
        for name in ["backing", "at"] {
            std::fs::create_dir(dirs.path().join(name))?;
        }
        let mount = Mount::start(&dirs.path().join("backing"), &dirs.path().join("at"))?;
        Ok(Some(Rig { mount, dirs }))
    }

    /// A path in the mount.
    pub fn path(&self, name: &str) -> PathBuf {
        self.mount.at().join(name)
    }

    /// The directory that holds what is durable.
    #[allow(dead_code, reason = "not every test looks behind the mount")]
    pub fn backing(&self) -> &Path {
        self.dirs.path()
    }
}

//! A mount over a fresh directory, for one test.
use powercut::Mount;
use tempfile::TempDir;

/// A mount and the directories under it, removed together.
pub struct Rig {
    // Before the directories: unmounted first.
    pub mount: Mount,
    #[allow(dead_code, reason = "not every test looks behind the mount")]
    pub dirs: TempDir,
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
}

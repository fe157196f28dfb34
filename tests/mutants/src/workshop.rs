//! A copy of the workspace to work in, and cargo in it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

/// A copy of every file that git knows, as it stands in the working tree.
pub struct Workshop {
    /// Where the copy is.
    pub root: PathBuf,
    /// Where cargo builds; registry packages are shared with ordinary builds.
    pub target: PathBuf,
    /// The package whose mutants are measured.
    pub package: String,
}

/// A test binary and the folder it runs in.
#[derive(Clone, Debug)]
pub struct Binary {
    /// The program.
    pub program: PathBuf,
    /// The folder of its package.
    pub folder: PathBuf,
}

/// Something that the compiler does not accept.
#[derive(Debug)]
pub struct Complaint {
    /// What it says.
    pub message: String,
    /// Where: a file from the root of the copy, the first byte and the one behind the last.
    pub spans: Vec<(String, usize, usize)>,
}

impl Workshop {
    /// Copies the workspace.
    ///
    /// # Errors
    /// When git or the disk fails.
    pub fn furnish(from: &Path, root: PathBuf, target: PathBuf, package: &str) -> Result<Self> {
        let listed = Command::new("git")
            .args(["ls-files", "--cached", "--others", "--exclude-standard"])
            .current_dir(from)
            .output()?;
        ensure!(listed.status.success(), "git does not list the files");
        if root.exists() {
            fs::remove_dir_all(&root)?;
        }
        for file in String::from_utf8(listed.stdout)?.lines() {
            let (source, to) = (from.join(file), root.join(file));
            if source.is_file() {
                fs::create_dir_all(to.parent().context("a file without a folder")?)?;
                fs::copy(source, to)?;
            }
        }
        let package = package.to_owned();
        let workshop = Self {
            root,
            target,
            package,
        };
        workshop.allow_what_is_woven()?;
        Ok(workshop)
    }

    // Lints are for people's code.
    fn allow_what_is_woven(&self) -> Result<()> {
        let manifest = self.folder().join("Cargo.toml");
        let text = fs::read_to_string(&manifest)?;
        fs::write(&manifest, text.replace("[lints]\nworkspace = true", ""))?;
        Ok(())
    }

    /// The folder of the package.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.root.join("crates").join(&self.package)
    }

    /// Builds the tests of the package.
    ///
    /// # Errors
    /// When cargo cannot be run at all.
    pub fn build(&self) -> Result<std::result::Result<Vec<Binary>, Vec<Complaint>>> {
        let out = Command::new("cargo")
            .args(["test", "--no-run", "--message-format=json", "--package"])
            .arg(&self.package)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target)
            .stderr(Stdio::piped())
            .output()?;
        let said = String::from_utf8(out.stdout)?;
        let said: Vec<Value> = said.lines().flat_map(serde_json::from_str).collect();
        if out.status.success() {
            return Ok(Ok(said.iter().filter_map(binary).collect()));
        }
        let complaints: Vec<_> = said.iter().filter_map(complaint).collect();
        if complaints.is_empty() {
            bail!("cargo: {}", String::from_utf8_lossy(&out.stderr));
        }
        Ok(Err(complaints))
    }
}

fn binary(said: &Value) -> Option<Binary> {
    let tests = said["profile"]["test"].as_bool()?;
    let folder = Path::new(said["manifest_path"].as_str()?).parent()?;
    tests.then_some(Binary {
        program: said["executable"].as_str()?.into(),
        folder: folder.into(),
    })
}

fn complaint(said: &Value) -> Option<Complaint> {
    let message = &said["message"];
    if message["level"] != "error" || message["spans"].as_array()?.is_empty() {
        return None;
    }
    let span = |span: &Value| {
        let byte = |name: &str| usize::try_from(span[name].as_u64()?).ok();
        let file = span["file_name"].as_str()?.to_owned();
        Some((file, byte("byte_start")?, byte("byte_end")?))
    };
    let spans = message["spans"].as_array()?.iter();
    let primary = spans.filter(|span| span["is_primary"] == true);
    Some(Complaint {
        message: message["message"].as_str()?.to_owned(),
        spans: primary.filter_map(span).collect(),
    })
}

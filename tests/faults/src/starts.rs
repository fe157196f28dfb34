//! What stands in the way of a start is said on stderr, with what to do, and with the right exit
//! code; and when it is put right, everything is there.

use std::{
    fs,
    io::{Seek, SeekFrom, Write},
    os::unix::fs::PermissionsExt,
    path::Path,
    time::Instant,
};

use anyhow::{Context, ensure};
use serde_json::json;

use crate::{
    chance::Chance,
    desk::Desk,
    full,
    server::{Binary, Home},
    tamper::copy_all,
};

/// A sound installation with one case, and the report of what was tried on copies of it.
pub struct Ground {
    /// The program.
    pub binary: Binary,
    /// The sound installation.
    pub home: Home,
    /// The case in it.
    pub file: String,
    folder: tempfile::TempDir,
    tried: Vec<String>,
    wrong: Vec<String>,
}

/// Runs the proof.
pub fn prove() -> anyhow::Result<bool> {
    let begun = Instant::now();
    let mut ground = Ground::new()?;
    keys(&mut ground)?;
    files(&mut ground)?;
    words(&mut ground)?;
    taken(&mut ground)?;
    if let Some(reason) = powercut::unavailable() {
        println!("full and read-only disks skipped: {reason}");
    } else {
        full::new_on_full_disk(&mut ground)?;
        full::fills_while_running(&mut ground)?;
        full::read_only(&mut ground)?;
    }
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "{}",
        json!({"tried": ground.tried.len(), "wrong": ground.wrong, "seconds": (seconds * 10.0).round() / 10.0})
    );
    Ok(ground.wrong.is_empty())
}

impl Ground {
    fn new() -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let home = Home::within(&folder.path().join("sound"));
        fs::create_dir(folder.path().join("sound"))?;
        let binary = Binary::found()?;
        let server = binary.start(&home, "demo")?;
        let worker = Desk::sign_in(server.address, "worker")?;
        let mut chance = Chance::new(Chance::seed()?);
        let file = worker.arrives(&chance.id(), "a place to sleep", "food_water")?;
        server.stop()?;
        Ok(Self {
            binary,
            home,
            file,
            folder,
            tried: Vec::new(),
            wrong: Vec::new(),
        })
    }

    /// A copy to spoil.
    pub fn copy(&self, name: &str) -> anyhow::Result<Home> {
        let home = Home::within(&self.folder.path().join(name));
        copy_all(&self.home, &home)?;
        Ok(home)
    }

    /// An empty place.
    pub fn empty(&self, name: &str) -> anyhow::Result<std::path::PathBuf> {
        let path = self.folder.path().join(name);
        fs::create_dir_all(&path)?;
        Ok(path)
    }

    /// Starting here must end with this code and these words.
    pub fn refuses(
        &mut self,
        what: &str,
        home: &Home,
        more: &[&str],
        code: i32,
        words: &str,
    ) -> anyhow::Result<()> {
        let listen = ["--listen", "127.0.0.1:0"];
        let more = if more.contains(&"--listen") {
            more.to_vec()
        } else {
            [&listen, more].concat()
        };
        let out = self.binary.run_for(&["serve"], &more, home, 15)?;
        self.judge(what, &out, code, words);
        Ok(())
    }

    /// Whether a command ended as it must.
    pub fn judge(&mut self, what: &str, out: &(Option<i32>, String), code: i32, words: &str) {
        self.tried.push(what.to_owned());
        let (ended, said) = out;
        if *ended != Some(code) || !said.contains(words) {
            let words = format!("{what}: exit {ended:?}, said: {}", said.trim());
            self.wrong.push(words);
        }
    }

    /// Something is not as it must be.
    pub fn wrong(&mut self, words: String) {
        self.wrong.push(words);
    }

    /// Put right again, it verifies, starts, and the case is there.
    pub fn is_whole(&mut self, what: &str, home: &Home) -> anyhow::Result<()> {
        let verified = self.binary.verify(home)?;
        if !verified.holds() {
            let words = format!(
                "{what}, afterwards: {:?} {}",
                verified.findings, verified.problem
            );
            self.wrong.push(words);
            return Ok(());
        }
        let server = self.binary.start(home, "serve")?;
        let worker = Desk::sign_in(server.address, "worker")?;
        let status = worker.get(&format!("/cases/{}", self.file))?.status;
        if status != 200 {
            self.wrong
                .push(format!("{what}, afterwards: the case answers {status}"));
        }
        server.stop()?;
        Ok(())
    }
}

fn keys(ground: &mut Ground) -> anyhow::Result<()> {
    let home = ground.copy("keys")?;
    let other = Home::within(&ground.empty("other")?);
    ground.binary.start(&other, "serve")?.stop()?;
    let mixed = Home {
        keys: other.keys,
        ..home.clone()
    };
    ground.refuses(
        "the keys of another ledger",
        &mixed,
        &[],
        1,
        "point --keys at",
    )?;
    let nowhere = Home {
        keys: home.data.with_file_name("nowhere"),
        ..home.clone()
    };
    ground.refuses("no keys folder", &nowhere, &[], 1, "put it back")?;
    for name in ["master.key", "epoch-1.key"] {
        let (there, away) = (home.keys.join(name), home.keys.join("away"));
        fs::rename(&there, &away)?;
        ground.refuses(&format!("{name} missing"), &home, &[], 1, "put it back")?;
        fs::write(&there, "sanad")?;
        ground.refuses(&format!("{name} spoilt"), &home, &[], 1, name)?;
        fs::rename(&away, &there)?;
    }
    let (list, away) = (home.keys.join("erasures"), home.keys.join("away"));
    fs::rename(&list, &away)?;
    ground.refuses("no list of erasures", &home, &[], 1, "erasure")?;
    fs::rename(&away, &list)?;
    fs::set_permissions(&home.keys, fs::Permissions::from_mode(0o755))?;
    ground.is_whole("keys", &home)?;
    let said = home.last_words();
    ground.judge("an open keys folder", &(Some(0), said), 0, "chmod 700");
    Ok(())
}

fn files(ground: &mut Ground) -> anyhow::Result<()> {
    let home = ground.copy("files")?;
    let (ledger, away) = (home.data.join("ledger.db"), home.data.join("away"));
    fs::rename(&ledger, &away)?;
    ground.refuses("keys without a ledger", &home, &[], 1, "restore a backup")?;
    fs::write(&ledger, b"not a ledger at all, but long enough to be read as the head of one, so that it is looked at and not just found short")?;
    ground.refuses(
        "another file in its place",
        &home,
        &[],
        1,
        "is not a ledger",
    )?;
    fs::copy(&away, &ledger)?;
    let half = fs::metadata(&ledger)?.len() / 2;
    fs::File::options()
        .write(true)
        .open(&ledger)?
        .set_len(half)?;
    ground.refuses("a ledger cut to its half", &home, &[], 1, "damaged")?;
    fs::copy(&away, &ledger)?;
    form(&ledger, 99)?;
    ground.refuses(
        "a ledger of a newer version",
        &home,
        &[],
        1,
        "use the newer program",
    )?;
    form(&ledger, 1)?;
    fs::remove_file(&away)?;
    ground.is_whole("files", &home)?;
    let older = fs::read(&ledger)?;
    // Something more, so that the copy is an older one.
    let server = ground.binary.start(&home, "serve")?;
    Desk::sign_in(server.address, "worker")?;
    server.stop()?;
    let newer = fs::read(&ledger)?;
    fs::write(&ledger, older)?;
    ground.refuses("an older copy in its place", &home, &[], 1, "an older copy")?;
    fs::write(&ledger, newer)?;
    ground.is_whole("an older copy", &home)?;
    let file = ground.empty("notafolder")?.join("file");
    fs::write(&file, "")?;
    let home = Home {
        data: file,
        ..Home::within(&ground.empty("fresh")?)
    };
    ground.refuses("a file as the data folder", &home, &[], 1, "file")
}

/// The form that the head of the file declares.
fn form(ledger: &Path, form: u32) -> anyhow::Result<()> {
    let mut file = fs::File::options().write(true).open(ledger)?;
    file.seek(SeekFrom::Start(60))?;
    Ok(file.write_all(&form.to_be_bytes())?)
}

fn words(ground: &mut Ground) -> anyhow::Result<()> {
    let home = ground.copy("words")?;
    for listen in ["0.0.0.0:0", "[::]:0", "192.0.2.1:8080"] {
        let more = ["--listen", listen];
        ground.refuses(
            &format!("listening on {listen}"),
            &home,
            &more,
            1,
            "TLS proxy",
        )?;
    }
    let sop = home.data.with_file_name("sop.toml");
    let text = sop.to_str().context("a path is not text")?.to_owned();
    ground.refuses(
        "no procedure",
        &home,
        &["--sop", &text],
        1,
        "cannot be read",
    )?;
    fs::write(&sop, "review_days = \"often\"")?;
    ground.refuses("a spoilt procedure", &home, &["--sop", &text], 1, "sanad: ")?;
    for more in [
        ["--listen", "nonsense"].as_slice(),
        &["--no-such-switch"],
        &["--sop"],
    ] {
        ground.refuses(
            &format!("wrong use: {more:?}"),
            &home,
            more,
            2,
            "try '--help'",
        )?;
    }
    ground.is_whole("words", &home)
}

fn taken(ground: &mut Ground) -> anyhow::Result<()> {
    let home = ground.copy("taken")?;
    let server = ground.binary.start(&home, "serve")?;
    ground.refuses("a second program", &home, &[], 1, "stop that one first")?;
    let verified = ground.binary.verify(&home)?;
    if !verified.holds() {
        ground.wrong(format!(
            "verify while it runs: {:?} {}",
            verified.findings, verified.problem
        ));
    }
    let other = ground.copy("other port")?;
    let port = server.address.to_string();
    let more = ["--listen", port.as_str()];
    ground.refuses("a port in use", &other, &more, 1, "in use")?;
    let code = server.stop()?;
    ensure!(code == Some(0), "told to stop, it ends with {code:?}");
    ground.is_whole("taken", &home)?;
    ground.is_whole("a port in use", &other)
}

//! Disks that are full or read-only.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::ensure;
use powercut::Mount;

use crate::{
    chance::Chance,
    desk::{self, Desk},
    server::Home,
    starts::Ground,
    tamper::copy_all,
};

/// Room that a full disk still has in these proofs: less than a page of the database.
const LITTLE: u64 = 2000;

/// A mount with the sound installation's folders on it, both or none.
fn mounted(ground: &Ground, name: &str, copy: bool) -> anyhow::Result<(Mount, Home)> {
    let (at, backing) = (
        ground.empty(&format!("{name}/at"))?,
        ground.empty(&format!("{name}/backing"))?,
    );
    let mount = Mount::start(&backing, &at)?;
    let home = Home {
        log: backing.with_file_name("log"),
        ..Home::within(&at)
    };
    if copy {
        copy_all(&ground.home, &home)?;
        for folder in [&home.data, &home.keys] {
            for entry in fs::read_dir(folder)? {
                fs::File::open(entry?.path())?.sync_all()?;
            }
            fs::File::open(folder)?.sync_all()?;
        }
    }
    Ok((mount, home))
}

/// Nothing can be made on a full disk, and it says so; with room it begins anew.
pub fn new_on_full_disk(ground: &mut Ground) -> anyhow::Result<()> {
    let (mount, home) = mounted(ground, "new", false)?;
    for room in [0, 100, 5_000, 20_000, 60_000] {
        mount.full(Some(room));
        let what = format!("a new ledger with {room} bytes of room");
        ground.refuses(&what, &home, &[], 1, "disk is full")?;
    }
    mount.full(None);
    let server = ground.binary.start(&home, "serve")?;
    server.stop()?;
    let verified = ground.binary.verify(&home)?;
    if !verified.holds() {
        let words = format!(
            "made after a full disk: {:?} {}",
            verified.findings, verified.problem
        );
        ground.wrong(words);
    }
    Ok(mount.stop()?)
}

/// It fills up under a running program: what was acknowledged stays, what cannot be kept is refused,
/// and with room it goes on without a restart.
pub fn fills_while_running(ground: &mut Ground) -> anyhow::Result<()> {
    let (mount, home) = mounted(ground, "fills", true)?;
    let server = ground.binary.start(&home, "serve")?;
    let worker = Desk::sign_in(server.address, "worker")?;
    let mut chance = Chance::new(Chance::seed()?);
    mount.full(Some(mount.stats().live_bytes + 300_000));
    let (mut done, mut refused) = (Vec::new(), 0);
    for _ in 0..200 {
        let (id, said) = (chance.id(), chance.id());
        let answer = worker.post("/reception/new", &desk::arrival(&id, &said, "food_water"))?;
        match answer.status {
            303 => done.push((desk::file_of(&id), said)),
            500 | 503 | 507 => refused += 1,
            status => ground.wrong(format!("on a full disk a post answers {status}")),
        }
    }
    if refused == 0 || done.is_empty() {
        ground.wrong(format!("the disk did not fill: {} done", done.len()));
    }
    mount.full(None);
    let begun = Instant::now();
    let id = chance.id();
    let again = desk::arrival(&id, "room again", "food_water");
    while worker.post("/reception/new", &again)?.status != 303 {
        ensure!(
            begun.elapsed() < Duration::from_secs(10),
            "with room again it does not write"
        );
        std::thread::sleep(Duration::from_millis(50));
    }
    for (file, said) in &done {
        let (story, _) = worker.story(file)?;
        if story.body.matches(said.as_str()).count() != 1 {
            ground.wrong(format!(
                "acknowledged before the disk was full, and lost: {file}"
            ));
        }
    }
    starts_when_full(ground, &mount, &home, server)?;
    eprintln!(
        "  full disk: {} acknowledged, {refused} refused, 0 may be lost",
        done.len()
    );
    ground.is_whole("a full disk", &home)?;
    Ok(mount.stop()?)
}

/// Killed on a full disk: the next start says what is wrong, or works; nothing else.
fn starts_when_full(
    ground: &mut Ground,
    mount: &Mount,
    home: &Home,
    server: crate::server::Server,
) -> anyhow::Result<()> {
    mount.full(Some(mount.stats().live_bytes + LITTLE));
    server.kill()?;
    mount.cut()?;
    match ground.binary.start(home, "serve") {
        Ok(server) => server.kill()?,
        Err(no) if no.to_string().contains("disk is full") => {}
        Err(no) => ground.wrong(format!("starting on a full disk: {no}")),
    }
    mount.full(None);
    Ok(())
}

/// A folder that cannot be written.
pub fn read_only(ground: &mut Ground) -> anyhow::Result<()> {
    let (mount, home) = mounted(ground, "readonly", true)?;
    mount.readonly(true);
    ground.refuses(
        "a read-only data folder",
        &home,
        &[],
        1,
        "cannot be written",
    )?;
    let fresh = Home {
        log: home.log.clone(),
        ..Home::within(Path::new(mount.at()).join("fresh").as_path())
    };
    ground.refuses(
        "a new ledger on a read-only disk",
        &fresh,
        &[],
        1,
        "cannot be written",
    )?;
    mount.readonly(false);
    ground.is_whole("a read-only data folder", &home)?;
    Ok(mount.stop()?)
}

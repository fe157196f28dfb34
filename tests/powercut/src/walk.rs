//! Random walks over the state: after every sync the disk holds what the model says it holds.
use std::ffi::OsString;
use std::fs;
use std::time::SystemTime;

use crate::tree::{Body, Content, Ino, Meta, Names, Outcome, Place, ROOT, State};

const NOW: SystemTime = SystemTime::UNIX_EPOCH;

/// A repeatable stream of numbers.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

#[test]
fn the_disk_holds_what_was_synced_and_nothing_else() {
    for seed in 0..60 {
        let backing = tempfile::tempdir().unwrap();
        let mut state = State::load(backing.path()).unwrap();
        let mut dice = Dice(seed);
        for step in 0..400 {
            let done = act(&mut state, &mut dice);
            check(&state, ROOT).unwrap_or_else(|errno| panic!("{seed} {step}: {errno:?}"));
            done.unwrap_or_else(|errno| panic!("seed {seed} step {step}: {errno:?}"));
        }
    }
}

/// One operation; only a sync's failure counts, programs may ask for nonsense.
fn act(state: &mut State, dice: &mut Dice) -> Outcome<()> {
    let (here, there) = (some_place(state, dice), some_place(state, dice));
    let found = state.live(&here)?;
    match dice.roll(20) {
        0..5 => {
            let _ = state.create(here, Body::File(Content::default()), meta());
        }
        5..7 => {
            let _ = state.create(here, Body::Dir(Names::default()), meta());
        }
        7..10 => {
            if let Some(ino) = found {
                let bytes = vec![dice.roll(256) as u8; dice.roll(9000)];
                let _ = state.write(ino, dice.roll(9000) as u64, &bytes, NOW);
            }
        }
        10 => drop(found.map(|ino| state.resize(ino, dice.roll(9000) as u64, NOW))),
        11 => {
            let _ = state.unlink(&here, NOW);
        }
        12 => remove(state, &here),
        13..16 => rename(state, here, there),
        16 | 17 => sync_file(state, found)?,
        18 => sync_dir(state, here.dir)?,
        _ if dice.roll(4) == 0 => drop(state.cut().map_err(fuser::Errno::from)?),
        _ => {}
    }
    Ok(())
}

/// Removes a directory, and first the files in it.
fn remove(state: &mut State, place: &Place) {
    let Ok(Some(dir)) = state.live(place) else {
        return;
    };
    let Ok(names) = state.names(dir) else { return };
    let files: Vec<OsString> = names.live.keys().cloned().collect();
    for name in files {
        let _ = state.unlink(&Place { dir, name }, NOW);
    }
    let _ = state.rmdir(place, NOW);
}

fn rename(state: &mut State, from: Place, to: Place) {
    let (Ok(Some(moved)), Ok(under)) = (state.live(&from), state.live(&to)) else {
        return;
    };
    let is_dir = |ino: Ino| state.names(ino).is_ok();
    // As the kernel checks: no directory into itself, no mixing of kinds.
    let mut above = Some(to.dir);
    while let Some(dir) = above {
        if dir == moved {
            return;
        }
        above = state
            .node(dir)
            .ok()
            .and_then(|node| node.place.as_ref())
            .map(|place| place.dir);
    }
    if under.is_none_or(|under| is_dir(under) == is_dir(moved)) {
        let _ = state.rename(from, to, NOW);
    }
}

fn sync_file(state: &mut State, found: Option<Ino>) -> Outcome<()> {
    let Some(ino) = found else { return Ok(()) };
    state.sync_file(ino)?;
    let Some(path) = state.path(ino)? else {
        panic!("a synced file has no home")
    };
    if let Body::File(content) = &state.node(ino)?.body {
        assert_eq!(fs::read(path)?, content.bytes);
    }
    Ok(())
}

fn sync_dir(state: &mut State, dir: Ino) -> Outcome<()> {
    state.sync_dir(dir)?;
    let names = state.names(dir)?;
    assert_eq!(names.live, names.kept);
    assert!(!state.changes.iter().flatten().any(|place| place.dir == dir));
    Ok(())
}

/// The backing directory holds the kept names, no more and no fewer, and files of the kept length.
fn check(state: &State, dir: Ino) -> Outcome<()> {
    let Some(path) = state.path(dir)? else {
        return Ok(());
    };
    let mut on_disk: Vec<OsString> = fs::read_dir(&path)?
        .filter_map(|entry| Some(entry.ok()?.file_name()))
        .collect();
    on_disk.retain(|name| name != ".powercut-staging");
    on_disk.sort();
    let names = state.names(dir)?;
    assert!(
        on_disk.iter().eq(names.kept.keys()),
        "{on_disk:?} {:?}",
        names.kept
    );
    for (name, ino) in &names.kept {
        match &state.node(*ino)?.body {
            Body::Dir(_) => check(state, *ino)?,
            Body::File(content) => {
                assert_eq!(fs::metadata(path.join(name))?.len(), content.kept_len);
            }
            Body::Link(_) => {}
        }
    }
    Ok(())
}

fn some_place(state: &State, dice: &mut Dice) -> Place {
    let mut dirs: Vec<Ino> = state
        .nodes
        .iter()
        .filter(|(ino, node)| **ino == ROOT || node.place.is_some())
        .filter(|(ino, _)| state.names(**ino).is_ok())
        .map(|(ino, _)| *ino)
        .collect();
    dirs.sort_unstable();
    let name = ["a", "b", "c", "d"][dice.roll(4)];
    Place {
        dir: dirs[dice.roll(dirs.len())],
        name: name.into(),
    }
}

fn meta() -> Meta {
    let (uid, gid) = (0, 0);
    Meta {
        mode: 0o755,
        uid,
        gid,
        atime: NOW,
        mtime: NOW,
        ctime: NOW,
    }
}

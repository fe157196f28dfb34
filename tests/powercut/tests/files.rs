//! What a power cut takes from plain files and directories, and what it must leave.
mod rig;

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rig::Rig;

/// Runs a test on a fresh mount, unless the machine has no FUSE.
fn on_mount(test: impl FnOnce(&Rig) -> anyhow::Result<()>) -> anyhow::Result<()> {
    match Rig::new()? {
        Some(rig) => test(&rig),
        None => Ok(()),
    }
}

fn at(rig: &Rig, name: &str) -> PathBuf {
    rig.mount.at().join(name)
}

fn sync(path: &Path) -> anyhow::Result<()> {
    Ok(File::open(path)?.sync_all()?)
}

fn written(path: &Path, text: &str) -> anyhow::Result<File> {
    let mut file = File::create(path)?;
    file.write_all(text.as_bytes())?;
    Ok(file)
}

fn errno<T>(outcome: std::io::Result<T>) -> Option<i32> {
    outcome.err().and_then(|error| error.raw_os_error())
}

const ENOSPC: Option<i32> = Some(28);
const EROFS: Option<i32> = Some(30);
const ESTALE: Option<i32> = Some(116);

#[test]
fn bytes_without_fsync_are_lost() -> anyhow::Result<()> {
    on_mount(|rig| {
        let path = at(rig, "letter");
        written(&path, "hello")?;
        assert_eq!(fs::read_to_string(&path)?, "hello");
        let lost = rig.mount.cut()?;
        assert_eq!((lost.unsynced_bytes, lost.unsynced_names), (5, 1));
        assert!(!path.exists());
        assert_eq!(fs::read_dir(rig.mount.at())?.count(), 0);
        Ok(())
    })
}

#[test]
fn bytes_with_fsync_stay() -> anyhow::Result<()> {
    on_mount(|rig| {
        let path = at(rig, "letter");
        written(&path, "hello")?.sync_all()?;
        assert_eq!(rig.mount.stats().unsynced_bytes, 0);
        assert_eq!(
            fs::read_to_string(rig.dirs.path().join("backing/letter"))?,
            "hello"
        );
        rig.mount.cut()?;
        assert_eq!(fs::read_to_string(&path)?, "hello");
        Ok(())
    })
}

#[test]
fn only_the_bytes_since_the_last_fsync_are_lost() -> anyhow::Result<()> {
    on_mount(|rig| {
        let path = at(rig, "letter");
        let mut file = written(&path, "hello world")?;
        file.sync_data()?;
        file.write_all(b" and more")?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(b"HELLO")?;
        assert_eq!(fs::read_to_string(&path)?, "HELLO world and more");
        assert_eq!(rig.mount.stats().unsynced_bytes, 14);
        rig.mount.cut()?;
        assert_eq!(fs::read_to_string(&path)?, "hello world");
        Ok(())
    })
}

#[test]
fn a_truncation_is_lost_without_fsync_and_stays_with_it() -> anyhow::Result<()> {
    on_mount(|rig| {
        let path = at(rig, "letter");
        let file = written(&path, "hello world")?;
        file.sync_all()?;
        file.set_len(3)?;
        file.set_len(6)?;
        assert_eq!(fs::read(&path)?, b"hel\0\0\0");
        rig.mount.cut()?;
        assert_eq!(fs::read(&path)?, b"hello world");
        let file = File::options().write(true).open(&path)?;
        file.set_len(3)?;
        file.set_len(6)?;
        file.sync_all()?;
        rig.mount.cut()?;
        assert_eq!(fs::read(&path)?, b"hel\0\0\0");
        Ok(())
    })
}

#[test]
fn a_name_synced_without_its_bytes_leaves_an_empty_file() -> anyhow::Result<()> {
    on_mount(|rig| {
        let path = at(rig, "letter");
        written(&path, "hello")?;
        sync(rig.mount.at())?;
        rig.mount.cut()?;
        assert_eq!(fs::read(&path)?, b"");
        Ok(())
    })
}

#[test]
fn an_unlink_is_undone_unless_the_directory_is_synced() -> anyhow::Result<()> {
    on_mount(|rig| {
        let path = at(rig, "letter");
        written(&path, "hello")?.sync_all()?;
        fs::remove_file(&path)?;
        rig.mount.cut()?;
        assert_eq!(fs::read_to_string(&path)?, "hello");
        fs::remove_file(&path)?;
        sync(rig.mount.at())?;
        rig.mount.cut()?;
        assert!(!path.exists());
        Ok(())
    })
}

#[test]
fn replacing_by_rename_needs_the_directory_synced() -> anyhow::Result<()> {
    on_mount(|rig| {
        let (path, draft) = (at(rig, "letter"), at(rig, "draft"));
        written(&path, "old")?.sync_all()?;
        for (synced, expected) in [(false, "old"), (true, "new")] {
            written(&draft, "new")?.sync_all()?;
            fs::rename(&draft, &path)?;
            assert_eq!(fs::read_to_string(&path)?, "new");
            if synced {
                sync(rig.mount.at())?;
            } else {
                sync(&path)?;
            }
            rig.mount.cut()?;
            assert_eq!(fs::read_to_string(&path)?, expected);
            assert_eq!(draft.exists(), !synced);
        }
        Ok(())
    })
}

#[test]
fn a_rename_across_directories_is_kept_whole() -> anyhow::Result<()> {
    on_mount(|rig| {
        for dir in ["a", "b", "c"] {
            fs::create_dir(at(rig, dir))?;
        }
        written(&at(rig, "a/one"), "text")?.sync_all()?;
        written(&at(rig, "c/other"), "text")?.sync_all()?;
        sync(rig.mount.at())?;
        fs::rename(at(rig, "a/one"), at(rig, "b/two"))?;
        fs::rename(at(rig, "b/two"), at(rig, "c/three"))?;
        fs::remove_file(at(rig, "c/other"))?;
        fs::rename(at(rig, "a"), at(rig, "c/a"))?;
        sync(&at(rig, "b"))?;
        rig.mount.cut()?;
        assert_eq!(fs::read_to_string(at(rig, "c/three"))?, "text");
        assert!(at(rig, "a").exists() && at(rig, "c/other").exists());
        assert_eq!(fs::read_dir(at(rig, "a"))?.count(), 0);
        assert_eq!(fs::read_dir(at(rig, "b"))?.count(), 0);
        Ok(())
    })
}

#[test]
fn syncing_a_file_in_new_directories_keeps_the_way_to_it() -> anyhow::Result<()> {
    on_mount(|rig| {
        fs::create_dir_all(at(rig, "a/b/c"))?;
        fs::create_dir(at(rig, "a/d"))?;
        written(&at(rig, "a/b/c/letter"), "hello")?.sync_all()?;
        rig.mount.cut()?;
        assert_eq!(fs::read_to_string(at(rig, "a/b/c/letter"))?, "hello");
        assert!(!at(rig, "a/d").exists());
        Ok(())
    })
}

#[test]
fn removing_a_full_directory_comes_down_to_one_sync() -> anyhow::Result<()> {
    on_mount(|rig| {
        fs::create_dir_all(at(rig, "a/b"))?;
        for n in 0..300 {
            written(&at(rig, &format!("a/b/{n}")), "x")?.sync_all()?;
        }
        fs::remove_dir_all(at(rig, "a"))?;
        rig.mount.cut()?;
        assert_eq!(fs::read_dir(at(rig, "a/b"))?.count(), 300);
        fs::remove_dir_all(at(rig, "a"))?;
        sync(rig.mount.at())?;
        rig.mount.cut()?;
        assert!(!at(rig, "a").exists());
        Ok(())
    })
}

#[test]
fn an_open_file_outlives_its_name_but_not_the_cut() -> anyhow::Result<()> {
    on_mount(|rig| {
        let path = at(rig, "letter");
        written(&path, "hello")?.sync_all()?;
        let mut file = File::options().read(true).write(true).open(&path)?;
        fs::remove_file(&path)?;
        let mut text = String::new();
        file.read_to_string(&mut text)?;
        assert_eq!(text, "hello");
        rig.mount.cut()?;
        assert_eq!(errno(file.write(b"late")), ESTALE);
        assert_eq!(errno(file.sync_all()), ESTALE);
        assert_eq!(fs::read_to_string(&path)?, "hello");
        Ok(())
    })
}

#[test]
fn a_full_disk_refuses_growth_and_nothing_else() -> anyhow::Result<()> {
    on_mount(|rig| {
        let path = at(rig, "letter");
        let mut file = written(&path, &"x".repeat(1000))?;
        rig.mount.full(Some(1000));
        assert_eq!(errno(file.write(b"more")), ENOSPC);
        file.seek(SeekFrom::Start(0))?;
        file.write_all(b"over")?;
        file.sync_all()?;
        written(&at(rig, "other"), "")?;
        assert_eq!(errno(fs::write(at(rig, "other"), "y")), ENOSPC);
        file.set_len(999)?;
        fs::write(at(rig, "other"), "y")?;
        rig.mount.full(None);
        file.seek(SeekFrom::End(0))?;
        file.write_all(b"more")?;
        Ok(())
    })
}

#[test]
fn a_read_only_disk_refuses_every_change() -> anyhow::Result<()> {
    on_mount(|rig| {
        let path = at(rig, "letter");
        let mut file = written(&path, "hello")?;
        rig.mount.readonly(true);
        assert_eq!(errno(file.write(b"more")), EROFS);
        assert_eq!(errno(file.sync_all()), EROFS);
        assert_eq!(errno(File::create(at(rig, "other"))), EROFS);
        assert_eq!(errno(fs::rename(&path, at(rig, "other"))), EROFS);
        assert_eq!(errno(fs::remove_file(&path)), EROFS);
        assert_eq!(errno(fs::create_dir(at(rig, "dir"))), EROFS);
        assert_eq!(fs::read_to_string(&path)?, "hello");
        rig.mount.readonly(false);
        file.sync_all()?;
        rig.mount.cut()?;
        assert_eq!(fs::read_to_string(&path)?, "hello");
        Ok(())
    })
}

//! The commands of a running mount, over its socket.
mod rig;

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use rig::Rig;

#[test]
fn a_mount_obeys_its_socket() -> anyhow::Result<()> {
    let Some(Rig { mount, dirs }) = Rig::new()? else {
        return Ok(());
    };
    let letter = mount.at().join("letter");
    let socket = dirs.path().join("control");
    let tell = |command: &str| powercut::tell(&socket, command);
    let served = thread::spawn({
        let socket = socket.clone();
        move || powercut::serve(mount, &socket)
    });
    wait_for(&socket);

    fs::write(&letter, "hello")?;
    assert!(tell("stats")?.starts_with("ok unsynced_bytes=5 unsynced_names=1 live_bytes=5"));
    assert_eq!(tell("full 5")?, "ok");
    assert!(fs::write(dirs.path().join("at/other"), "x").is_err());
    assert_eq!(tell("full off")?, "ok");
    assert_eq!(tell("readonly")?, "ok");
    assert!(fs::remove_file(&letter).is_err());
    assert_eq!(tell("readonly off")?, "ok");
    assert!(tell("cut")?.starts_with("ok cut unsynced_bytes=5 unsynced_names=2"));
    assert!(!letter.exists());
    assert!(tell("full many")?.starts_with("error"));
    assert!(tell("dance")?.starts_with("error"));

    fs::write(&letter, "hello")?;
    assert_eq!(tell("stop")?, "ok");
    assert!(served.join().is_ok_and(|outcome| outcome.is_ok()));
    assert!(!socket.exists() && !letter.exists());
    assert_eq!(fs::read_dir(dirs.path().join("backing"))?.count(), 0);
    Ok(())
}

fn wait_for(socket: &Path) {
    for _ in 0..500 {
        if socket.exists() {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
}

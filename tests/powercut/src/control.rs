//! Commands to a running mount: one line in, one line out, over a Unix socket.
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;

use crate::mount::Mount;
use crate::tree::Stats;

/// Answers commands on `socket` until one says `stop`, then unmounts.
///
/// | Command | Effect |
/// |---|---|
/// | `cut` | loses everything no fsync covered; answers what that was |
/// | `stats` | counts what a cut would take |
/// | `full N`, `full off` | `ENOSPC` once all files together would pass N bytes |
/// | `readonly`, `readonly off` | `EROFS` for every change |
/// | `stop` | unmounts and ends |
///
/// # Errors
/// When the socket cannot be made, or the unmounting fails.
pub fn serve(mount: Mount, socket: &Path) -> io::Result<()> {
    if UnixStream::connect(socket).is_err() && socket.exists() {
        std::fs::remove_file(socket)?;
    }
    let listener = UnixListener::bind(socket)?;
    for caller in listener.incoming() {
        if converse(&mount, caller?).unwrap_or(false) {
            break;
        }
    }
    std::fs::remove_file(socket)?;
    mount.stop()
}

/// Sends one command to a running mount and returns its answer.
///
/// # Errors
/// When no mount listens on `socket`.
pub fn tell(socket: &Path, command: &str) -> io::Result<String> {
    let mut stream = UnixStream::connect(socket)?;
    writeln!(stream, "{command}")?;
    let mut answer = String::new();
    BufReader::new(stream).read_line(&mut answer)?;
    Ok(answer.trim_end().to_owned())
}

/// Whether the caller said `stop`. A caller that goes away early is no failure.
fn converse(mount: &Mount, mut caller: UnixStream) -> io::Result<bool> {
    let mut lines = BufReader::new(caller.try_clone()?).lines();
    while let Some(line) = lines.next().transpose()? {
        writeln!(caller, "{}", obey(mount, line.trim()))?;
        if line.trim() == "stop" {
            return Ok(true);
        }
    }
    Ok(false)
}

fn obey(mount: &Mount, command: &str) -> String {
    let words: Vec<&str> = command.split_whitespace().collect();
    match words.as_slice() {
        ["cut"] => match mount.cut() {
            Ok(lost) => format!("ok cut {}", line(lost)),
            Err(error) => format!("error {error}"),
        },
        ["stats"] => format!("ok {}", line(mount.stats())),
        ["full", "off"] => done(|| mount.full(None)),
        ["full", bytes] => match bytes.parse() {
            Ok(bytes) => done(|| mount.full(Some(bytes))),
            Err(_) => "error full takes a number of bytes or off".to_owned(),
        },
        ["readonly"] => done(|| mount.readonly(true)),
        ["readonly", "off"] => done(|| mount.readonly(false)),
        ["stop"] => "ok".to_owned(),
        _ => "error commands: cut, stats, full N|off, readonly [off], stop".to_owned(),
    }
}

fn done(act: impl FnOnce()) -> String {
    act();
    "ok".to_owned()
}

fn line(stats: Stats) -> String {
    let Stats {
        unsynced_bytes,
        unsynced_names,
        live_bytes,
        syncs,
        cuts,
    } = stats;
    format!(
        "unsynced_bytes={unsynced_bytes} unsynced_names={unsynced_names} \
         live_bytes={live_bytes} syncs={syncs} cuts={cuts}"
    )
}

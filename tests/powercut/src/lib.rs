//! A filesystem for tests that forgets, on command, every byte that was not fsynced.
//!
//! Killing a program never loses what it wrote: the kernel still holds it. Only a power cut does,
//! so a program that acknowledges before fsync passes any number of kills. This crate mounts a
//! directory through FUSE, keeps what programs write in memory, and writes it to the backing
//! directory when they fsync. [`Mount::cut`] throws the memory away and reads the backing
//! directory again: the mount then shows what a disk would show after the power came back.
//!
//! # Testing a server
//!
//! ```no_run
//! # fn start_server(data: &std::path::Path) -> std::process::Child { unimplemented!() }
//! # fn write_and_note_acknowledgements() -> Vec<u64> { vec![] }
//! # fn read_back() -> Vec<u64> { vec![] }
//! # fn main() -> std::io::Result<()> {
//! # let (backing, at) = (std::path::Path::new("a"), std::path::Path::new("b"));
//! if let Some(reason) = powercut::unavailable() {
//!     println!("skipped: {reason}");
//!     return Ok(());
//! }
//! let mount = powercut::Mount::start(backing, at)?;
//! for _ in 0..200 {
//!     let mut server = start_server(at); // its data directory is the mount point
//!     let acknowledged = write_and_note_acknowledgements();
//!     server.kill()?; // at any moment, from another thread, while writes are under way
//!     server.wait()?; // the cut must find no survivor
//!     mount.cut()?;
//!     let mut server = start_server(at);
//!     let found = read_back();
//!     assert!(acknowledged.iter().all(|id| found.contains(id)));
//!     server.kill()?;
//!     server.wait()?;
//! }
//! # mount.stop() }
//! ```
//!
//! Count an answer as an acknowledgement only when its last byte arrived. Run the same driver
//! against a server that does not sync (`synchronous=NORMAL`): it must lose acknowledged writes,
//! or the driver proves nothing. [`Stats::syncs`] of zero, or cuts that take nothing, mean that
//! the server wrote elsewhere. A server that forks must be killed whole.
//!
//! From a shell, the same with a program of its own:
//!
//! ```text
//! powercut mount --backing DIR --at MOUNTPOINT --control SOCKET &
//! powercut tell --control SOCKET cut        # or stats, full 1000000, full off, readonly, stop
//! ```
//!
//! After a crash of this program itself, `fusermount3 -u -z MOUNTPOINT` clears the mount point;
//! [`Mount::start`] does so by itself.
//!
//! # The model
//!
//! Nothing reaches the disk on its own. What does, and when:
//!
//! * **A file's bytes, length, owner, mode** upon `fsync`, `fdatasync`, `msync` with `MS_SYNC`, or
//!   a write through `O_SYNC` or `O_DSYNC`.
//! * **A new file's name** upon fsync of the file or of its directory; with it, the names of
//!   directories above it that are new themselves. Synced by its directory only, the file is
//!   empty after a cut.
//! * **A rename or removal** only upon fsync of a directory it touches. A renamed file that is
//!   synced keeps its old name on disk: the directory must be synced.
//! * **A rename is kept or lost whole**, across two directories too. With it come earlier changes
//!   to the same names, as in a journal.
//! * `close`, `sync` and `syncfs` make nothing durable (the kernel does not pass the latter two
//!   on), and an acknowledged fsync never lies.
//!
//! A real disk may also write back early, out of order, or half a block. This one never does: it
//! loses the most that a correct disk may lose, always to the last byte, so it finds missing
//! syncs and not torn writes.
//!
//! # Shared memory and locks
//!
//! Files are opened through the kernel's page cache, whose pages all programs share: `mmap` with
//! `MAP_SHARED` works, and with it SQLite's `-shm` file. Pages changed through a mapping are
//! unsynced bytes like others, though [`Mount::stats`] counts them only once the kernel hands
//! them over. POSIX and `flock` locks are kept by the kernel.
//!
//! # Limits
//!
//! All files are held in memory, each up to 4 GiB. Hard links, sockets, pipes, devices and
//! extended attributes are refused. `full N` counts file lengths, holes included. One thread
//! answers requests one at a time, so speed is no measure of anything.
mod answers;
mod control;
mod disk;
mod durable;
mod live;
mod mount;
mod ranges;
mod tree;
mod vfs;
#[cfg(test)]
mod walk;

pub use control::{serve, tell};
pub use mount::{Mount, unavailable};
pub use tree::Stats;

//! A process that goes on in the background: away from its terminal and its parent, which waits to hear how it went.
use crate::{check, retry};
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::AsRawFd;

/// Which of the two processes this is.
#[derive(Debug)]
pub enum Background {
    /// The one that was started: it waits for the other's word and ends.
    Parent(Outcome),
    /// The one in the background: it tells how its start went.
    Child(Status),
}

/// What the parent gets to hear.
#[derive(Debug)]
pub struct Outcome(File);

/// Where the child says how its start went. Dropped without a word it says that it failed for an unknown reason.
#[derive(Debug)]
pub struct Status(File);

impl Outcome {
    /// Waits for the child's word; `None` if it ended without one.
    #[must_use]
    pub fn wait(mut self) -> Option<u8> {
        let mut word = [0];
        self.0.read_exact(&mut word).ok().map(|()| word[0])
    }
}

impl Status {
    /// Says how it went: 0 for well.
    pub fn tell(mut self, status: u8) {
        // A parent that is gone does not want to know.
        let _ = self.0.write_all(&[status]);
    }
}

/// Goes on in the background: in the folder /, in a session of its own, with standard input and outputs at /dev/null.
/// To be called by the only thread of the process: others would not exist in the child.
///
/// # Errors
/// Those of pipe(2), fork(2) and open(2), and EBUSY when there are other threads.
pub fn background() -> io::Result<Background> {
    let threads = std::fs::read_dir("/proc/self/task").map_or(1, Iterator::count);
    if threads > 1 {
        return Err(io::Error::from_raw_os_error(libc::EBUSY));
    }
    let (read, write) = crate::pipe()?;
    crate::set_nonblocking(std::os::fd::AsFd::as_fd(&read), false)?;
    let nowhere = File::options().read(true).write(true).open("/dev/null")?;
    // SAFETY: there is one thread only, so that the child is as whole as the parent.
    match check(unsafe { libc::fork() })? {
        0 => {}
        child => {
            drop(write);
            reap(child);
            return Ok(Background::Parent(Outcome(read.into())));
        }
    }
    drop(read);
    // SAFETY: no memory is passed; the child of a fork leads no group, so it cannot fail.
    unsafe { libc::setsid() };
    // SAFETY: as above. Whoever does not lead its session gets no terminal by opening one.
    match check(unsafe { libc::fork() }) {
        Ok(0) => {}
        // SAFETY: ends the process without what the parent's exit would do.
        _ => unsafe { libc::_exit(0) },
    }
    std::env::set_current_dir("/")?;
    for fd in 0..=2 {
        // SAFETY: no memory is passed; the numbers are the standard ones.
        check(unsafe { libc::dup2(nowhere.as_raw_fd(), fd) })?;
    }
    Ok(Background::Child(Status(write.into())))
}

/// The first child ends at once.
fn reap(child: libc::pid_t) {
    let _ = retry(|| {
        // SAFETY: the status is not asked for.
        check(unsafe { libc::waitpid(child, std::ptr::null_mut(), 0) })
    });
}

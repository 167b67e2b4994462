//! Child processes: starting them, and a hold on them that survives the reuse of process ids.
use crate::fork::NoFork;
use crate::signals::Masked;
use crate::start::{Prepared, Program, Reports, fork, reap};
use crate::{Generation, Interest, check, wait_one};
use std::ffi::CStr;
use std::io;
use std::io::Write;
use std::os::fd::{AsFd, AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;
use std::time::{Duration, Instant};

/// A program that was started, in a process that the library has to reap.
#[derive(Debug)]
pub struct Child {
    pid: libc::pid_t,
    /// None on a kernel without them, and when the process has no more descriptors.
    pidfd: Option<PidFd>,
    /// How it ended, once known: `Some(None)` when somebody else reaped it.
    ended: Option<Option<ExitStatus>>,
    /// After a fork the process belongs to the parent alone.
    generation: Generation,
}

/// Runs the program with these standard descriptors (input, output, error) and no other, and with no signal ignored or
/// blocked. With `session` it is the first process of a session of its own: it has no terminal, and the keys that interrupt
/// this program do not end it. Answers once it runs.
///
/// # Errors
/// EINVAL for a NUL in a text; those of fork(2) and execve(2).
pub fn spawn(program: &Program<'_>, standard: [OwnedFd; 3], session: bool) -> io::Result<Child> {
    let alone = NoFork::begin();
    let (report, sender) = crate::pipe()?;
    let prepared = Prepared::new(program, standard, sender)?;
    let pid = {
        let _masked = Masked::all()?;
        // No signal tells the end of a child that could not be made the program; exec makes it SIGCHLD.
        // SAFETY: the child only makes system calls, on a copy of the memory, and ends the process.
        let pid = unsafe { fork(0) }?;
        if pid == 0 {
            if session {
                // SAFETY: no memory is passed. It cannot fail in a process that was forked just now.
                unsafe { libc::setsid() };
            }
            prepared.execute();
        }
        pid
    };
    // The writing end here must go, or the report never ends.
    drop(prepared);
    drop(alone);
    if let Some(errno) = Reports::all(&report)?.number(0) {
        // Nobody else can: it is invisible to wait(2) of others.
        let _ = reap(pid, 0);
        return Err(io::Error::from_raw_os_error(errno));
    }
    let pidfd = u32::try_from(pid).ok().and_then(|pid| PidFd::open(pid).ok());
    Ok(Child { pid, pidfd, ended: None, generation: Generation::current() })
}

impl Child {
    /// The process id. The number may belong to another process once it was reaped.
    #[must_use]
    pub fn id(&self) -> i32 {
        self.pid
    }

    /// Readable when the process has ended, to be polled together with others; -1 when the kernel cannot tell.
    #[must_use]
    pub fn descriptor(&self) -> RawFd {
        self.pidfd.as_ref().map_or(-1, AsRawFd::as_raw_fd)
    }

    /// Returns true if the process ended, waiting for it until the deadline. False where the kernel cannot tell.
    #[must_use]
    pub fn has_ended(&self, deadline: Option<Instant>) -> bool {
        self.pidfd.as_ref().is_some_and(|pidfd| pidfd.ended(deadline))
    }

    /// Reaps the process if it has ended. Returns its status; `None` when it runs, and when somebody else reaped it or
    /// SIGCHLD is ignored, so that nobody knows.
    pub fn status(&mut self) -> Option<ExitStatus> {
        if self.ended.is_none() {
            self.ended = match reap(self.pid, libc::WNOHANG) {
                Ok(Some((0, _))) | Err(_) => None,
                Ok(Some((_, status))) => Some(Some(ExitStatus::from_raw(status))),
                Ok(None) => Some(None),
            };
        }
        self.ended.flatten()
    }

    /// Asks the process to end, kills it if it does not soon, and reaps it.
    fn end(&mut self, soon: Duration) {
        if let Some(pidfd) = &self.pidfd {
            pidfd.terminate();
            if !pidfd.ended(Instant::now().checked_add(soon)) {
                pidfd.kill();
            }
        } else if self.status().is_none() && self.ended.is_none() {
            // The number is surely its own while it is there to be reaped.
            // SAFETY: two integers.
            unsafe { libc::kill(self.pid, libc::SIGKILL) };
        }
        if self.ended.is_none() {
            // The program may have reaped it: there is nothing to do about that.
            let _ = reap(self.pid, 0);
        }
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        /// How long a process may take to end when it is asked to.
        const SOON: Duration = Duration::from_millis(500);
        if !self.generation.forked() {
            self.end(SOON);
        }
    }
}

/// A descriptor for a process.
#[derive(Debug)]
struct PidFd(OwnedFd);

impl PidFd {
    /// For a child that was not waited for yet: then the id is surely the child's.
    fn open(pid: u32) -> io::Result<Self> {
        // SAFETY: no memory is passed.
        let fd = unsafe { libc::syscall(libc::SYS_pidfd_open, pid, 0) };
        let fd = RawFd::try_from(fd).map_err(|_| io::ErrorKind::InvalidData)?;
        let fd = check(fd)?;
        // SAFETY: pidfd_open succeeded, so the number is open and nobody else owns it.
        Ok(Self(unsafe { OwnedFd::from_raw_fd(fd) }))
    }

    /// Asks the process to end.
    fn terminate(&self) {
        self.signal(libc::SIGTERM);
    }

    /// Ends the process.
    fn kill(&self) {
        self.signal(libc::SIGKILL);
    }

    // A process that ended already is no error.
    fn signal(&self, signal: libc::c_int) {
        let fd = self.0.as_raw_fd();
        let info: *const libc::siginfo_t = std::ptr::null();
        // SAFETY: a null siginfo is what kill(2) would send.
        unsafe { libc::syscall(libc::SYS_pidfd_send_signal, fd, signal, info, 0) };
    }

    /// Whether the process ended, waiting for it until the deadline. It still has to be reaped.
    fn ended(&self, deadline: Option<Instant>) -> bool {
        wait_one(self.0.as_fd(), Interest::READ, deadline).is_ok_and(|seen| !seen.is_empty())
    }
}

impl AsRawFd for PidFd {
    fn as_raw_fd(&self) -> RawFd {
        self.0.as_raw_fd()
    }
}

/// A program without a place in the file system: an anonymous file with these contents that can be executed as
/// `/proc/<this process>/fd/<descriptor>` as long as the descriptor is open. `name` is shown by debuggers.
///
/// # Errors
/// Those of memfd_create(2): the system may forbid such programs.
pub fn anonymous_program(name: &CStr, contents: &[u8]) -> io::Result<OwnedFd> {
    /// The file may be executed, whatever the system's default; unknown before Linux 6.3.
    const MFD_EXEC: libc::c_uint = 0x10;
    let create = |flags: libc::c_uint| {
        // SAFETY: `name` ends with NUL.
        check(unsafe { libc::memfd_create(name.as_ptr(), libc::MFD_CLOEXEC | flags) })
    };
    let fd = create(MFD_EXEC).or_else(|_| create(0))?;
    // SAFETY: memfd_create succeeded, so the number is open and nobody else owns it.
    let mut file = std::fs::File::from(unsafe { OwnedFd::from_raw_fd(fd) });
    file.write_all(contents)?;
    Ok(file.into())
}

#[cfg(test)]
#[path = "child_tests.rs"]
mod tests;

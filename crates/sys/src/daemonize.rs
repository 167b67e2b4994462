//! Starting a daemon: a process of its own session that nobody waits for, without our descriptors, signal handlers and
//! capabilities.
//!
//! The child in the middle does not send SIGCHLD and is invisible to wait(2) of the program.
use super::check;
use super::fork::NoFork;
use super::signals::Masked;
use super::start::{Prepared, Program, Reports, errno, fork, reap};
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::{AsFd, AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::fs::FileExt;

/// One more than the highest capability a kernel may know.
const CAPABILITIES: libc::c_ulong = 64;
/// How much of what a daemon writes to standard error is kept. Further writes fail there.
const KEPT: usize = 65536;

/// A started daemon.
#[derive(Debug)]
pub struct Daemon {
    pid: i32,
    handle: Option<OwnedFd>,
    words: Option<File>,
}

impl Daemon {
    /// Its process id. The number may belong to another process once the daemon ended.
    #[must_use]
    pub fn pid(&self) -> i32 {
        self.pid
    }

    /// Becomes readable when the process ends; `None` when the kernel cannot tell (before 5.3).
    #[must_use]
    pub fn end(&self) -> Option<&OwnedFd> {
        self.handle.as_ref()
    }

    /// Returns what it wrote to standard error until now; nothing where the system has no memory files.
    #[must_use]
    pub fn said(&self) -> Vec<u8> {
        let mut text = vec![0; KEPT];
        let read = self.words.as_ref().and_then(|words| words.read_at(&mut text, 0).ok());
        text.truncate(read.unwrap_or_default());
        // What was not written yet.
        let end = text.iter().rposition(|byte| *byte != 0).map_or(0, |last| last.saturating_add(1));
        text.truncate(end);
        text
    }
}

/// A file in memory for standard error. Not a pipe: a daemon goes on writing when nobody is left to read, which must
/// neither end it nor fill the memory.
fn words() -> Option<File> {
    // SAFETY: the name ends with NUL.
    let fd = check(unsafe { libc::memfd_create(c"stderr".as_ptr(), libc::MFD_CLOEXEC | libc::MFD_ALLOW_SEALING) });
    // SAFETY: memfd_create succeeded, so the number is open and nobody else owns it.
    let file = File::from(unsafe { OwnedFd::from_raw_fd(fd.ok()?) });
    file.set_len(KEPT as u64).ok()?;
    let seals = libc::F_SEAL_GROW | libc::F_SEAL_SHRINK | libc::F_SEAL_SEAL;
    // SAFETY: F_ADD_SEALS takes an int.
    check(unsafe { libc::fcntl(file.as_raw_fd(), libc::F_ADD_SEALS, seals) }).ok()?;
    Some(file)
}

/// Runs the program in the root directory, with /dev/null for standard input and output. Answers once it runs.
///
/// # Errors
/// EINVAL for a NUL in a text; those of fork(2), setsid(2), execve(2).
pub fn daemonize(program: &Program<'_>) -> io::Result<Daemon> {
    let alone = NoFork::begin();
    let (report, sender) = crate::pipe()?;
    let (hold, release) = crate::pipe()?;
    let null = OwnedFd::from(File::options().read(true).write(true).open("/dev/null")?);
    let words = words();
    let error = words.as_ref().map(AsFd::as_fd).unwrap_or(null.as_fd()).try_clone_to_owned()?;
    let prepared = Prepared::new(program, [null.try_clone()?, null, error], sender)?;
    let first = {
        let _masked = Masked::all()?;
        // SAFETY: the child calls `middle`, which makes system calls only and ends the process.
        let first = unsafe { fork(0) }?;
        if first == 0 {
            middle(&prepared, &hold);
        }
        first
    };
    // The writing end here must go, or the report never ends.
    drop(prepared);
    drop(alone);
    let reports = Reports::all(&report);
    // The pid, then errno if something failed after it.
    let daemon = reports.and_then(|reports| match (reports.number(0), reports.number(1)) {
        (Some(pid), None) if pid > 0 => Ok(Daemon { pid, handle: handle(pid), words }),
        (_, Some(errno)) => Err(io::Error::from_raw_os_error(errno)),
        _ => Err(io::ErrorKind::Other.into()),
    });
    // Nothing to do if it ended already. A byte, because somebody's child may keep a copy of this end open.
    let _ = File::from(release).write_all(&[0]);
    // It ends at once. Whoever else reaps it (nobody should) does no harm.
    let _ = reap(first, 0);
    daemon
}

/// The child in the middle: leaves the session, makes the daemon, and ends when it is released. Until then it is the daemon's
/// parent, so that the process id is surely the daemon's while a descriptor is made for it, even if the daemon ended already.
fn middle(prepared: &Prepared, hold: &OwnedFd) -> ! {
    // Of a child whose end a program ignores nothing is left to make a descriptor for.
    // SAFETY: no handler is installed.
    unsafe { libc::signal(libc::SIGCHLD, libc::SIG_DFL) };
    // SAFETY: takes nothing.
    let led = check(unsafe { libc::setsid() });
    // SAFETY: the string is static and ends with NUL.
    let left = check(unsafe { libc::chdir(c"/".as_ptr()) });
    let failed = led.and(left).err();
    let second = match failed {
        // SAFETY: the child calls `become_daemon`, which makes system calls only and ends the process.
        None => unsafe { fork(libc::SIGCHLD) },
        Some(error) => Err(error),
    };
    match second {
        Ok(0) => become_daemon(prepared),
        Ok(_) => wait(hold),
        Err(error) => {
            prepared.report(0);
            prepared.report(errno(&error));
        }
    }
    // SAFETY: ends the process without handlers.
    unsafe { libc::_exit(0) }
}

/// In the child in the middle: waits until it is released. Without any other descriptor: whoever reads what this process inherited
/// waits for the end of all copies, as the one that is to release it does.
fn wait(hold: &OwnedFd) {
    /// Milliseconds. Released it is long before that, or by the end of who started it.
    const LONGEST: libc::c_int = 10_000;
    // SAFETY: two integers; nothing of this process uses its standard input.
    let moved = unsafe { libc::dup2(hold.as_raw_fd(), 0) } == 0;
    let (first, none) = (1 as libc::c_uint, 0 as libc::c_uint);
    // Where the kernel cannot (before 5.9), nothing is waited for.
    // SAFETY: three integers; this process ends without using or closing a descriptor of the ones it was forked with.
    if moved && unsafe { libc::syscall(libc::SYS_close_range, first, libc::c_uint::MAX, none) } == 0 {
        let mut released = libc::pollfd { fd: 0, events: libc::POLLIN, revents: 0 };
        // SAFETY: one entry, which is live. No signal reaches this process.
        unsafe { libc::poll(&raw mut released, 1, LONGEST) };
    }
}

fn become_daemon(prepared: &Prepared) -> ! {
    prepared.report(crate::pid());
    drop_capabilities();
    prepared.execute()
}

/// What a user may not do, a user's daemon may not do either. Failures mean that there was nothing to give up.
fn drop_capabilities() {
    /// _LINUX_CAPABILITY_VERSION_3: two words per set.
    const VERSION: u32 = 0x2008_0522;
    // All arguments of prctl(2) are as wide as a register.
    let none: libc::c_ulong = 0;
    for capability in 0..CAPABILITIES {
        // SAFETY: integers only.
        unsafe { libc::prctl(libc::PR_CAPBSET_DROP, capability, none, none, none) };
    }
    let header = [VERSION, 0];
    let none = [0u32; 6];
    // SAFETY: the kernel reads two words of the header and six of the sets.
    unsafe { libc::syscall(libc::SYS_capset, header.as_ptr(), none.as_ptr()) };
}

/// A descriptor that tells when the process ends.
fn handle(pid: i32) -> Option<OwnedFd> {
    // SAFETY: integers only; the descriptor is close-on-exec by itself.
    let fd = unsafe { libc::syscall(libc::SYS_pidfd_open, pid, 0) };
    let fd = RawFd::try_from(fd).ok().filter(|&fd| fd >= 0)?;
    // SAFETY: the number was just made and nobody else owns it.
    Some(unsafe { OwnedFd::from_raw_fd(fd) })
}

#[cfg(test)]
#[path = "daemonize_tests.rs"]
mod tests;

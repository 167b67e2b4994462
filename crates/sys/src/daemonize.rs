//! Starting a daemon: a process of its own session that nobody waits for, without our descriptors, signal handlers and
//! capabilities.
//!
//! The caller may have any number of threads, so between fork and exec there are only system calls on memory prepared
//! before. Forks are plain system calls: handlers of pthread_atfork() could wait for a lock their own program holds.
//! The child in the middle does not send SIGCHLD and is invisible to wait(2) of the program.
use super::signals::Masked;
use super::{Interest, check, retry};
use std::ffi::{CString, OsStr};
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::time::{Duration, Instant};

/// Standard input, output and error.
const STANDARD: RawFd = 2;
/// One more than the highest signal number.
const SIGNALS: libc::c_int = 65;
/// One more than the highest capability a kernel may know.
const CAPABILITIES: libc::c_ulong = 64;

/// A started daemon.
#[derive(Debug)]
pub struct Daemon {
    pid: i32,
    handle: Option<OwnedFd>,
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
}

/// Everything the children need, in memory that exists before the fork.
struct Prepared {
    program: CString,
    /// Pointers into `strings`, NULL last.
    arguments: Vec<*const libc::c_char>,
    environment: Vec<*const libc::c_char>,
    #[expect(dead_code, reason = "owns what the pointers point to")]
    strings: Vec<CString>,
    null: OwnedFd,
    report: OwnedFd,
    highest: RawFd,
}

/// Runs `program` with `arguments` (the name it is called by first) and exactly this environment, in the root directory,
/// with /dev/null for its standard descriptors. Answers once it runs.
///
/// # Errors
/// EINVAL for a NUL in a text; those of fork(2), setsid(2), execve(2).
pub fn daemonize(program: &Path, arguments: &[&OsStr], environment: &[(&OsStr, &OsStr)]) -> io::Result<Daemon> {
    let (report, sender) = crate::pipe()?;
    let prepared = prepare(program, arguments, environment, sender)?;
    let first = {
        let _masked = Masked::all()?;
        // SAFETY: the child calls `middle`, which makes system calls only and ends the process.
        let first = unsafe { fork(0) }?;
        if first == 0 {
            middle(&prepared);
        }
        first
    };
    // The writing end here must go, or the report never ends.
    drop(prepared);
    // It ends at once. Whoever else reaps it (nobody should) does no harm.
    let _ = retry(|| {
        // SAFETY: no status is asked for, the child is ours.
        check(unsafe { libc::waitpid(first, std::ptr::null_mut(), libc::__WALL) })
    });
    let text = reports(&report)?;
    let number = |at: usize| {
        let bytes = text.get(at..)?.first_chunk::<4>()?;
        Some(i32::from_ne_bytes(*bytes))
    };
    // The pid, then errno if something failed after it.
    match (number(0), number(4)) {
        (Some(pid), None) if pid > 0 => Ok(Daemon { pid, handle: handle(pid) }),
        (_, Some(errno)) => Err(io::Error::from_raw_os_error(errno)),
        _ => Err(io::ErrorKind::Other.into()),
    }
}

/// What the children said until the last of them ran the program or ended.
fn reports(pipe: &OwnedFd) -> io::Result<Vec<u8>> {
    /// A child that another thread forked meanwhile may keep the pipe open for ever.
    const EXIT_TIMEOUT: Duration = Duration::from_secs(5);
    let until = Instant::now().checked_add(EXIT_TIMEOUT);
    let mut text = Vec::new();
    loop {
        let mut bytes = [0u8; 16];
        // SAFETY: `bytes` is live and of that length.
        let got = unsafe { libc::read(pipe.as_raw_fd(), bytes.as_mut_ptr().cast(), bytes.len()) };
        match usize::try_from(got) {
            Ok(0) => return Ok(text),
            Ok(got) => text.extend_from_slice(bytes.get(..got).unwrap_or_default()),
            Err(_) => match io::Error::last_os_error() {
                error if error.kind() == io::ErrorKind::Interrupted => {}
                error if error.kind() != io::ErrorKind::WouldBlock => return Err(error),
                _ => {
                    if crate::wait_one(pipe.as_fd(), Interest::READ, until)?.is_empty() {
                        return Ok(text);
                    }
                }
            },
        }
    }
}

fn prepare(
    program: &Path,
    arguments: &[&OsStr],
    environment: &[(&OsStr, &OsStr)],
    report: OwnedFd,
) -> io::Result<Prepared> {
    let text = |bytes: &[u8]| CString::new(bytes).map_err(|_| io::ErrorKind::InvalidInput);
    let mut strings = Vec::new();
    let mut pointers = |text: CString| {
        // The bytes of a CString stay where they are when the CString moves.
        let pointer = text.as_ptr();
        strings.push(text);
        pointer
    };
    let mut argv = Vec::new();
    for argument in arguments {
        argv.push(pointers(text(argument.as_bytes())?));
    }
    argv.push(std::ptr::null());
    let mut envp = Vec::new();
    for (name, value) in environment {
        envp.push(pointers(text(&[name.as_bytes(), b"=", value.as_bytes()].concat())?));
    }
    envp.push(std::ptr::null());
    let null = File::options().read(true).write(true).open("/dev/null")?;
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: `limit` is live.
    check(unsafe { libc::getrlimit(libc::RLIMIT_NOFILE, &raw mut limit) })?;
    Ok(Prepared {
        program: text(program.as_os_str().as_bytes())?,
        arguments: argv,
        environment: envp,
        strings,
        null: above_standard(null.into())?,
        report: above_standard(report)?,
        highest: RawFd::try_from(limit.rlim_cur.min(1 << 20)).unwrap_or(RawFd::MAX),
    })
}

/// A copy that is not one of the standard descriptors, which a program may have closed.
fn above_standard(fd: OwnedFd) -> io::Result<OwnedFd> {
    if fd.as_raw_fd() > STANDARD {
        return Ok(fd);
    }
    // SAFETY: F_DUPFD_CLOEXEC takes an int.
    let copy = check(unsafe { libc::fcntl(fd.as_raw_fd(), libc::F_DUPFD_CLOEXEC, STANDARD.saturating_add(1)) })?;
    // SAFETY: the number was just made and nobody else owns it.
    Ok(unsafe { OwnedFd::from_raw_fd(copy) })
}

/// fork(2) without handlers; the parent gets `signal` when the child ends, 0 for none.
///
/// # Safety
/// The child must not rely on any lock or on memory being consistent.
unsafe fn fork(signal: libc::c_long) -> io::Result<libc::pid_t> {
    let (flags, stack) = if cfg!(target_arch = "s390x") { (0, signal) } else { (signal, 0) };
    let none: libc::c_long = 0;
    // SAFETY: no stack and no flags that share memory: the child runs on a copy of everything.
    let pid = unsafe { libc::syscall(libc::SYS_clone, flags, stack, none, none, none) };
    if pid < 0 {
        return Err(io::Error::last_os_error());
    }
    libc::pid_t::try_from(pid).map_err(io::Error::other)
}

/// The child in the middle: leaves the session, makes the daemon, ends.
fn middle(prepared: &Prepared) -> ! {
    // SAFETY: takes nothing.
    let led = check(unsafe { libc::setsid() });
    // SAFETY: the string is static and ends with NUL.
    let left = check(unsafe { libc::chdir(c"/".as_ptr()) });
    let failed = led.and(left).err();
    let second = match failed {
        // SAFETY: the child calls `become_daemon`, which makes system calls only and ends the process.
        None => unsafe { fork(libc::c_long::from(libc::SIGCHLD)) },
        Some(error) => Err(error),
    };
    match second {
        Ok(0) => become_daemon(prepared),
        Ok(_) => {}
        Err(error) => {
            report(prepared, 0);
            report(prepared, errno(&error));
        }
    }
    // SAFETY: ends the process without handlers.
    unsafe { libc::_exit(0) }
}

fn become_daemon(prepared: &Prepared) -> ! {
    report(prepared, crate::pid());
    close_others(prepared);
    for fd in 0..=STANDARD {
        // SAFETY: two integers; the source is above the standard descriptors, so the copy is not close-on-exec.
        unsafe { libc::dup2(prepared.null.as_raw_fd(), fd) };
    }
    for signal in 1..SIGNALS {
        // SAFETY: no handler is installed; numbers that may not be changed are refused.
        unsafe { libc::signal(signal, libc::SIG_DFL) };
    }
    drop_capabilities();
    // SAFETY: a `sigset_t` is integers only; zero is the empty set.
    let none: libc::sigset_t = unsafe { std::mem::zeroed() };
    // SAFETY: the set is live; the old one is not asked for.
    unsafe { libc::sigprocmask(libc::SIG_SETMASK, &raw const none, std::ptr::null_mut()) };
    // SAFETY: both arrays end with NULL and point to strings that end with NUL, all of which live.
    unsafe { libc::execve(prepared.program.as_ptr(), prepared.arguments.as_ptr(), prepared.environment.as_ptr()) };
    report(prepared, errno(&io::Error::last_os_error()));
    // SAFETY: ends the process without handlers.
    unsafe { libc::_exit(127) }
}

/// Closes all descriptors that exec would not: other libraries are not as careful as this one.
fn close_others(prepared: &Prepared) {
    /// CLOSE_RANGE_CLOEXEC: at exec, because the report is needed until then.
    const AT_EXEC: libc::c_uint = 4;
    let first: libc::c_uint = 3;
    // SAFETY: three integers.
    let done = unsafe { libc::syscall(libc::SYS_close_range, first, libc::c_uint::MAX, AT_EXEC) };
    if done == 0 {
        return;
    }
    // Kernels before 5.11.
    for fd in 3..prepared.highest {
        // SAFETY: F_SETFD takes an int; numbers that are not open are refused.
        unsafe { libc::fcntl(fd, libc::F_SETFD, libc::FD_CLOEXEC) };
    }
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

fn errno(error: &io::Error) -> i32 {
    error.raw_os_error().unwrap_or(libc::EIO)
}

/// Tells the parent a number. Four bytes go into an empty pipe whole.
fn report(prepared: &Prepared, number: i32) {
    let bytes = number.to_ne_bytes();
    // SAFETY: the bytes live for the call.
    unsafe { libc::write(prepared.report.as_fd().as_raw_fd(), bytes.as_ptr().cast(), bytes.len()) };
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

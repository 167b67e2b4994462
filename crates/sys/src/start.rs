//! What processes have in common that become another program: all is prepared before the fork, because the caller may have
//! any number of threads, and the child only makes system calls.
//!
//! Forks are plain system calls: handlers of pthread_atfork() could wait for a lock their own program holds. The program is
//! executed as it is: what the kernel refuses no shell is asked to run.
use super::{Interest, check, retry};
use std::ffi::{CString, OsStr};
use std::io;
use std::os::fd::{AsFd, AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::time::{Duration, Instant};

/// Standard input, output and error.
pub(crate) const STANDARD: RawFd = 2;
/// One more than the highest signal number of any architecture.
const SIGNALS: libc::c_int = 129;

/// A program, its arguments (the name it is called by first) and its whole environment.
#[derive(Debug, Clone, Copy)]
pub struct Program<'a> {
    /// Where it is.
    pub path: &'a Path,
    /// The name it is called by first.
    pub arguments: &'a [&'a OsStr],
    /// Names and values.
    pub environment: &'a [(&'a OsStr, &'a OsStr)],
}

/// Everything the children need, in memory that exists before the fork.
pub(crate) struct Prepared {
    program: CString,
    /// Pointers into `strings`, NULL last.
    arguments: Vec<*const libc::c_char>,
    environment: Vec<*const libc::c_char>,
    #[expect(dead_code, reason = "owns what the pointers point to")]
    strings: Vec<CString>,
    /// What become the standard descriptors; none of them is one yet.
    standard: [OwnedFd; 3],
    report: OwnedFd,
    highest: RawFd,
}

impl Prepared {
    /// Gets everything ready.
    ///
    /// # Errors
    /// EINVAL for a NUL in a text; no descriptor is left.
    pub(crate) fn new(program: &Program<'_>, standard: [OwnedFd; 3], report: OwnedFd) -> io::Result<Self> {
        let text = |bytes: &[u8]| CString::new(bytes).map_err(|_| io::ErrorKind::InvalidInput);
        let mut strings = Vec::new();
        let mut pointers = |text: CString| {
            // The bytes of a CString stay where they are when the CString moves.
            let pointer = text.as_ptr();
            strings.push(text);
            pointer
        };
        let mut arguments = Vec::new();
        for argument in program.arguments {
            arguments.push(pointers(text(argument.as_bytes())?));
        }
        arguments.push(std::ptr::null());
        let mut environment = Vec::new();
        for (name, value) in program.environment {
            environment.push(pointers(text(&[name.as_bytes(), b"=", value.as_bytes()].concat())?));
        }
        environment.push(std::ptr::null());
        let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
        // SAFETY: `limit` is live.
        check(unsafe { libc::getrlimit(libc::RLIMIT_NOFILE, &raw mut limit) })?;
        let [input, output, error] = standard;
        Ok(Self {
            program: text(program.path.as_os_str().as_bytes())?,
            arguments,
            environment,
            strings,
            standard: [above_standard(input)?, above_standard(output)?, above_standard(error)?],
            report: above_standard(report)?,
            highest: RawFd::try_from(limit.rlim_cur.min(1 << 20)).unwrap_or(RawFd::MAX),
        })
    }

    /// In the child: becomes the program, with the standard descriptors, without other descriptors, with no signal ignored
    /// or blocked. Tells and ends when that fails.
    pub(crate) fn execute(&self) -> ! {
        self.close_others();
        for (fd, source) in (0..).zip(&self.standard) {
            // SAFETY: two integers; the source is above the standard descriptors, so the copy is not close-on-exec.
            unsafe { libc::dup2(source.as_raw_fd(), fd) };
        }
        reset_signals();
        // SAFETY: both arrays end with NULL and point to strings that end with NUL, all of which live.
        unsafe { libc::execve(self.program.as_ptr(), self.arguments.as_ptr(), self.environment.as_ptr()) };
        self.report(errno(&io::Error::last_os_error()));
        // SAFETY: ends the process without handlers.
        unsafe { libc::_exit(127) }
    }

    /// Tells the parent a number. Four bytes go into an empty pipe whole.
    pub(crate) fn report(&self, number: i32) {
        let bytes = number.to_ne_bytes();
        // SAFETY: the bytes live for the call.
        unsafe { libc::write(self.report.as_raw_fd(), bytes.as_ptr().cast(), bytes.len()) };
    }

    /// Marks all descriptors that exec would not close: other libraries are not as careful as this one. Not closed here,
    /// because the report is needed until exec.
    fn close_others(&self) {
        let first: libc::c_uint = 3;
        let mark = libc::CLOSE_RANGE_CLOEXEC;
        // SAFETY: three integers.
        let done = unsafe { libc::syscall(libc::SYS_close_range, first, libc::c_uint::MAX, mark) };
        // Kernels before 5.11, and filters of system calls that are older than it.
        if done != 0 && !mark_listed() {
            // Without /proc: all that may be open, but for those above a limit that was lowered.
            (3..self.highest).for_each(mark_one);
        }
    }
}

fn mark_one(fd: RawFd) {
    // SAFETY: F_SETFD takes an int; numbers that are not open are refused.
    unsafe { libc::fcntl(fd, libc::F_SETFD, libc::FD_CLOEXEC) };
}

/// Marks the descriptors that /proc lists, without allocating; false if it cannot be read.
fn mark_listed() -> bool {
    /// `linux_dirent64`: where the length of an entry and its name are.
    const LENGTH: usize = 16;
    const NAME: usize = 19;
    // SAFETY: the string is static and ends with NUL.
    let list = unsafe { libc::open(c"/proc/self/fd".as_ptr(), libc::O_RDONLY | libc::O_DIRECTORY | libc::O_CLOEXEC) };
    if list < 0 {
        return false;
    }
    let mut buffer = [0u64; 256];
    loop {
        let size = size_of_val(&buffer);
        // SAFETY: the buffer is live and of that size.
        let got = unsafe { libc::syscall(libc::SYS_getdents64, list, buffer.as_mut_ptr(), size) };
        let Some(got) = usize::try_from(got).ok().filter(|got| *got <= size) else { return false };
        if got == 0 {
            return true;
        }
        // SAFETY: that many bytes of the buffer were filled.
        let mut entries = unsafe { std::slice::from_raw_parts(buffer.as_ptr().cast::<u8>(), got) };
        while let Some(length) = entries.get(LENGTH..).and_then(<[u8]>::first_chunk) {
            let (entry, rest) = entries.split_at(usize::from(u16::from_ne_bytes(*length)).clamp(NAME, entries.len()));
            if let Some(fd) = number(entry.get(NAME..).unwrap_or_default()).filter(|fd| *fd > STANDARD) {
                mark_one(fd);
            }
            entries = rest;
        }
    }
}

/// The decimal number at the start of a text.
fn number(text: &[u8]) -> Option<RawFd> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit());
    digits.fold(None, |sum: Option<RawFd>, digit| {
        let digit = RawFd::from(digit.wrapping_sub(b'0'));
        sum.unwrap_or(0).checked_mul(10)?.checked_add(digit)
    })
}

/// Every signal does what it does by default, and none is blocked: both would be inherited.
fn reset_signals() {
    for signal in 1..SIGNALS {
        // SAFETY: no handler is installed; numbers that may not be changed are refused.
        unsafe { libc::signal(signal, libc::SIG_DFL) };
    }
    // SAFETY: a `sigset_t` is integers only; zero is the empty set.
    let none: libc::sigset_t = unsafe { std::mem::zeroed() };
    // SAFETY: the set is live; the old one is not asked for.
    unsafe { libc::sigprocmask(libc::SIG_SETMASK, &raw const none, std::ptr::null_mut()) };
}

/// Returns a copy that is not one of the standard descriptors, which a program may have closed.
fn above_standard(fd: OwnedFd) -> io::Result<OwnedFd> {
    if fd.as_raw_fd() > STANDARD {
        return Ok(fd);
    }
    // SAFETY: F_DUPFD_CLOEXEC takes an int.
    let copy = check(unsafe { libc::fcntl(fd.as_raw_fd(), libc::F_DUPFD_CLOEXEC, STANDARD.saturating_add(1)) })?;
    // SAFETY: the number was just made and nobody else owns it.
    Ok(unsafe { OwnedFd::from_raw_fd(copy) })
}

/// fork(2) without handlers. `flags` hold the signal that the parent gets when the child ends, 0 for none: such a child is
/// invisible to wait(2) without __WALL, and there even when SIGCHLD is ignored.
///
/// # Safety
/// The child must not rely on any lock or on memory being consistent. No flag may make it share memory.
pub(crate) unsafe fn fork(flags: libc::c_int) -> io::Result<libc::pid_t> {
    let flags = libc::c_long::from(flags);
    let (first, second) = if cfg!(target_arch = "s390x") { (0, flags) } else { (flags, 0) };
    let none: libc::c_long = 0;
    // SAFETY: no stack and no flags that share memory: the child runs on a copy of everything.
    let pid = unsafe { libc::syscall(libc::SYS_clone, first, second, none, none, none) };
    if pid < 0 {
        return Err(io::Error::last_os_error());
    }
    libc::pid_t::try_from(pid).map_err(io::Error::other)
}

/// Waits for the end of a child; `None` when somebody else reaped it, or nobody had to because SIGCHLD is ignored.
pub(crate) fn reap(pid: libc::pid_t, options: libc::c_int) -> io::Result<Option<(libc::pid_t, libc::c_int)>> {
    let mut status = 0;
    let reaped = retry(|| {
        // SAFETY: `status` is live.
        check(unsafe { libc::waitpid(pid, &raw mut status, libc::__WALL | options) })
    });
    match reaped {
        Ok(reaped) => Ok(Some((reaped, status))),
        Err(error) if error.raw_os_error() == Some(libc::ECHILD) => Ok(None),
        Err(error) => Err(error),
    }
}

pub(crate) fn errno(error: &io::Error) -> i32 {
    error.raw_os_error().unwrap_or(libc::EIO)
}

/// What children report: numbers, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Reports(Vec<u8>);

impl Reports {
    /// What the children said until the last of them ran the program or ended.
    pub(crate) fn all(pipe: &OwnedFd) -> io::Result<Self> {
        /// A child that was forked without handlers meanwhile may keep the pipe open for ever.
        const EXIT_TIMEOUT: Duration = Duration::from_secs(5);
        let until = Instant::now().checked_add(EXIT_TIMEOUT);
        let mut reports = Self::default();
        while !reports.read(pipe)? {
            if crate::wait_one(pipe.as_fd(), Interest::READ, until)?.is_empty() {
                break;
            }
        }
        Ok(reports)
    }

    /// Reads what is there. Returns false while more can come.
    fn read(&mut self, pipe: &OwnedFd) -> io::Result<bool> {
        loop {
            let mut bytes = [0u8; 16];
            // SAFETY: `bytes` is live and of that length.
            let got = unsafe { libc::read(pipe.as_raw_fd(), bytes.as_mut_ptr().cast(), bytes.len()) };
            match usize::try_from(got) {
                Ok(0) => return Ok(true),
                Ok(got) => self.0.extend_from_slice(bytes.get(..got).unwrap_or_default()),
                Err(_) => match io::Error::last_os_error() {
                    error if error.kind() == io::ErrorKind::Interrupted => {}
                    error if error.kind() == io::ErrorKind::WouldBlock => return Ok(false),
                    error => return Err(error),
                },
            }
        }
    }

    /// The number at this place.
    pub(crate) fn number(&self, place: usize) -> Option<i32> {
        let (numbers, _) = self.0.as_chunks::<4>();
        numbers.get(place).copied().map(i32::from_ne_bytes)
    }
}

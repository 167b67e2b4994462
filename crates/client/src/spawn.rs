//! Starting the user's daemon when nobody listens at its socket: once, however many threads and processes ask.
//!
//! Who starts it holds a lock on `NAME.lock` in the runtime directory until the daemon listens; the stock library does
//! the same, so programs with either agree. Whoever waited finds the daemon there.
use crate::choice::{Env, printed};
use crate::error;
use crate::inherit::passed_on;
use crate::sockets::runtime_directory;
use crate::steps::{self, Step};
use crate::transport::connect_socket;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_sys::errno::ENOENT;
use oxivirt_sys::{Interest, Program};
use std::ffi::{OsStr, OsString};
use std::fs::{DirBuilder, File};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a started daemon may take until it listens.
const START_TIMEOUT: Duration = Duration::from_secs(30);
/// How long it may take after its process ended: another one may be listening soon.
const AFTERWARDS: Duration = Duration::from_secs(1);
/// The first pause between two attempts, and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_millis(1), Duration::from_millis(50));
/// What of the environment the daemon gets.
const PASSED: &[&str] = &[
    "LD_PRELOAD",
    "LD_LIBRARY_PATH",
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "TMPDIR",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_RUNTIME_DIR",
];

/// Connects to the daemon at `socket`, starting `program` first when nobody listens there.
///
/// # Errors
/// The runtime directory or the lock cannot be made, the program cannot be run or does not listen, or the deadline
/// passes first.
pub(crate) fn connect_or_start(
    socket: &Path,
    program: &Path,
    deadline: Option<Instant>,
    around: &impl Env,
) -> Result<OwnedFd> {
    let started = Instant::now();
    let attempt = || match connect_socket(socket, deadline) {
        Ok(connected) => Ok(Some(connected)),
        Err(why) if nobody_listens(&why) => Ok(None),
        Err(why) => Err(why),
    };
    if let Some(connected) = attempt()? {
        return Ok(connected);
    }
    let directory = runtime_directory(around);
    DirBuilder::new().recursive(true).mode(0o700).create(&directory).map_err(|why| {
        let shown = printed(&directory);
        fault(&why, message!("Cannot create user runtime directory '%1$s'", shown))
    })?;
    let mut pause = Pause::new();
    loop {
        let lock = Lock::take(&directory, program)?;
        // Whoever has the lock, or had it before, has probably started the daemon.
        if let Some(connected) = attempt()? {
            return Ok(connected);
        }
        match lock {
            Some(lock) if lock.in_force() => return start(socket, program, deadline, around),
            // Given back meanwhile.
            Some(_) => {}
            None => {
                pause.wait(None, deadline);
            }
        }
        if error::late(deadline) {
            return Err(error::not_reached(socket, "waiting for the lock", started));
        }
    }
}

/// ENOENT and ECONNREFUSED: a daemon could change that.
fn nobody_listens(why: &Error) -> bool {
    let kind = io::Error::from_raw_os_error(why.int1).kind();
    why.code == ErrorCode::SYSTEM_ERROR && [io::ErrorKind::NotFound, io::ErrorKind::ConnectionRefused].contains(&kind)
}

fn fault(why: &io::Error, text: Vec<u8>) -> Error {
    Error::system(ErrorDomain::RPC, why.raw_os_error().unwrap_or_default(), text)
}

/// The right to start the daemon; the file goes when this does.
struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// The lock, if nobody has it. Waiting in the kernel would neither know a deadline nor notice that the daemon listens.
    fn take(directory: &Path, program: &Path) -> Result<Option<Self>> {
        let mut name = program.file_name().map(OsStr::to_owned).unwrap_or_default();
        name.push(".lock");
        let path = directory.join(name);
        let shown = printed(&path);
        let file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&path)
            .map_err(|why| fault(&why, message!("Unable to create lock '%1$s'", shown)))?;
        match oxivirt_sys::lock(&file) {
            Ok(()) => Ok(Some(Self { file, path })),
            Err(why) if held(&why) => Ok(None),
            Err(why) => Err(fault(&why, message!("Unable to lock '%1$s'", shown))),
        }
    }

    /// Whether later ones wait for this lock: the holder before may have removed the file.
    fn in_force(&self) -> bool {
        let named = std::fs::metadata(&self.path);
        let ours = self.file.metadata();
        match (named, ours) {
            (Ok(named), Ok(ours)) => (named.dev(), named.ino()) == (ours.dev(), ours.ino()),
            _ => false,
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.in_force() {
            // Left behind it would do no harm.
            let _ = std::fs::remove_file(&self.path);
        }
        // A child that was forked meanwhile has the descriptor too. Without a lock there is nothing to give back.
        let _ = oxivirt_sys::unlock(&self.file);
    }
}

/// EAGAIN, or EACCES on some file systems.
fn held(why: &io::Error) -> bool {
    [io::ErrorKind::WouldBlock, io::ErrorKind::PermissionDenied].contains(&why.kind())
}

/// Runs the program and waits until it listens.
fn start(socket: &Path, program: &Path, deadline: Option<Instant>, around: &impl Env) -> Result<OwnedFd> {
    let started = Instant::now();
    steps::tell(|| Step::Starting { program: printed(program) });
    let daemon = run(program, around)?;
    let mut until = started.checked_add(START_TIMEOUT);
    let mut ended = false;
    let mut pause = Pause::new();
    loop {
        let why = match connect_socket(socket, deadline) {
            Ok(connected) => return Ok(connected),
            Err(why) if nobody_listens(&why) => why,
            Err(why) => return Err(why),
        };
        if error::late(deadline) {
            let doing = format!("waiting for '{}'", printed(program));
            return Err(error::not_reached(socket, &doing, started));
        }
        if error::late(until) {
            let after = if ended { "ended" } else { "was started" };
            let words = last_words(&daemon.said());
            let mut text = message!("Failed to connect socket to '%1$s'", printed(socket));
            text.extend_from_slice(format!(" after '{}' {after}{words}", printed(program)).as_bytes());
            return Err(Error::system(ErrorDomain::RPC, why.int1, text));
        }
        let end = daemon.end().filter(|_| !ended);
        if pause.wait(end, earliest(deadline, until)) {
            ended = true;
            until = earliest(until, Instant::now().checked_add(AFTERWARDS));
        }
    }
}

/// What a daemon wrote before it ended, as an error shows it: the end of it.
fn last_words(said: &[u8]) -> String {
    /// Bytes.
    const SHOWN: usize = 1024;
    let said = said.trim_ascii();
    let shown = said.get(said.len().saturating_sub(SHOWN)..).unwrap_or(said);
    if shown.is_empty() { String::new() } else { format!(" with '{}'", String::from_utf8_lossy(shown)) }
}

fn earliest(one: Option<Instant>, other: Option<Instant>) -> Option<Instant> {
    one.into_iter().chain(other).min()
}

/// Pauses that grow.
struct Pause(Duration);

impl Pause {
    fn new() -> Self {
        Self(PAUSES.0)
    }

    /// Until the pause is over, `until` has come, or `end` is readable: then `true`.
    fn wait(&mut self, end: Option<&OwnedFd>, until: Option<Instant>) -> bool {
        let due = earliest(until, Instant::now().checked_add(self.0));
        self.0 = self.0.saturating_mul(2).min(PAUSES.1);
        let seen = match end {
            Some(end) => oxivirt_sys::wait_one(end.as_fd(), Interest::READ, due),
            None => {
                let left = due.map(|due| due.saturating_duration_since(Instant::now()));
                std::thread::sleep(left.unwrap_or(PAUSES.1));
                return false;
            }
        };
        // A failed wait must not become a busy one; the next attempt to connect tells what there is.
        seen.is_ok_and(|seen| !seen.is_empty())
    }
}

/// Starts the program with the little of the environment that it gets.
fn run(program: &Path, around: &impl Env) -> Result<oxivirt_sys::Daemon> {
    let program = std::path::absolute(program).unwrap_or_else(|_| program.to_owned());
    let shown = printed(&program);
    let runnable =
        std::fs::metadata(&program).is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0);
    if !runnable {
        let text = message!("binary '%1$s' does not exist in $PATH", shown);
        return Err(Error::system(ErrorDomain::RPC, ENOENT, text));
    }
    let mut environment: Vec<(&OsStr, OsString)> = vec![("LC_ALL".as_ref(), "C".into())];
    for &name in PASSED {
        if let Some(value) = around.variable(name).and_then(|value| passed_on(name, value)) {
            environment.push((name.as_ref(), value));
        }
    }
    let environment: Vec<(&OsStr, &OsStr)> =
        environment.iter().map(|(name, value)| (*name, value.as_os_str())).collect();
    let arguments = [program.as_os_str(), OsStr::new("--timeout=120")];
    let start = Program { path: &program, arguments: &arguments, environment: &environment };
    oxivirt_sys::daemonize(&start).map_err(|why| {
        let errno = why.raw_os_error().unwrap_or_default();
        let text = message!("cannot execute binary %1$s", shown);
        Error::system(ErrorDomain::NONE, errno, text)
    })
}

#[cfg(test)]
#[path = "spawn_tests.rs"]
mod tests;

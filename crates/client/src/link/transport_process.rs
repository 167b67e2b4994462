//! The process that carries a connection: ssh, or the command of the `ext` transport.
use oxivirt_model::Error;
use oxivirt_sys::{Child, Interest, OnceBox, PollFd};
use std::fmt::Debug;
use std::fs::File;
use std::io::Read;
use std::os::fd::{AsRawFd, OwnedFd};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How much of what a process says an error shows.
const SHOWN: usize = 1024;
/// How long a process may take to say its last words after it closed its end. What it started may live on (a shared
/// ssh connection does) and hold the pipe open. Tests run on busy machines, and tell whether this was waited for.
const EXIT_TIMEOUT: Duration = Duration::from_secs(if cfg!(test) { 60 } else { 2 });
/// The same for more words of a process that goes on as long as its input is held.
const ERROR_OUTPUT_TIMEOUT: Duration = Duration::from_millis(300);
/// How long a process may take to end after it closed its end.
const KILL_TIMEOUT: Duration = Duration::from_millis(if cfg!(test) { 60_000 } else { 500 });

/// How the end of what runs on the other host becomes an error.
pub(crate) trait ExitError: Debug + Send + Sync {
    /// Returns the error for an exit status; `words` are what the process had to say.
    fn ended(&self, status: i32, words: &str) -> Error;
}

/// A process whose standard input and output are the other end of the channel's socket. It ends with the connection.
#[derive(Debug)]
pub(crate) struct TransportProcess {
    inner: Mutex<Inner>,
    error_output: OnceBox<String>,
    /// Closed with the connection: the process ends by that when this program is killed.
    input: Option<OwnedFd>,
    exit_error: Option<Box<dyn ExitError>>,
}

#[derive(Debug)]
struct Inner {
    child: Child,
    stderr: Option<File>,
    read: Vec<u8>,
}

impl TransportProcess {
    /// Takes charge of a child; `stderr` is the reading end of its standard error, which does not wait.
    pub(crate) fn new(child: Child, stderr: OwnedFd) -> Self {
        Self {
            inner: Mutex::new(Inner { child, stderr: Some(stderr.into()), read: Vec::new() }),
            error_output: OnceBox::new(),
            input: None,
            exit_error: None,
        }
    }

    /// Keeps the process's input, where the channel's socket is another one.
    pub(crate) fn with_input(mut self, input: OwnedFd) -> Self {
        self.input = Some(input);
        self
    }

    /// Sets how the end of what runs on the other host is told.
    pub(crate) fn with_exit_error(mut self, exit_error: impl ExitError + 'static) -> Self {
        self.exit_error = Some(Box::new(exit_error));
        self
    }

    /// Returns the error of a connection that ended, where it is not told with the words alone.
    pub(crate) fn exit_error(&self) -> Option<Error> {
        /// ssh's status for failures of its own.
        const OWN: i32 = 255;
        let exit_error = self.exit_error.as_ref()?;
        let status = self.status().filter(|status| ![0, OWN].contains(status))?;
        Some(exit_error.ended(status, self.error_output()))
    }

    /// Returns what the process wrote to standard error, without the last line's end. To be asked when the connection
    /// has ended: it waits a moment for the process to be done writing.
    pub(crate) fn error_output(&self) -> &str {
        self.error_output.get_or_init(|| {
            let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
            let end = Instant::now().checked_add(EXIT_TIMEOUT);
            while inner.read_stderr() && inner.read.len() < SHOWN {
                let Some(pipe) = &inner.stderr else { break };
                let mut set = [
                    PollFd::new(pipe.as_raw_fd(), Interest::READ),
                    PollFd::new(inner.child.descriptor(), Interest::READ),
                ];
                let more = Instant::now().checked_add(ERROR_OUTPUT_TIMEOUT);
                let lives_on = self.input.is_some() && !inner.read.is_empty();
                let end = if lives_on { more.min(end) } else { end };
                let ready = oxivirt_sys::poll(&mut set, end).unwrap_or_default();
                let [_, process] = set;
                if ready == 0 || !process.seen().is_empty() {
                    // What it wrote before its end is in the pipe by now.
                    inner.read_stderr();
                    break;
                }
            }
            let text = inner.read.get(..SHOWN).unwrap_or(&inner.read);
            String::from_utf8_lossy(text).trim_end().to_owned()
        })
    }

    /// Takes what the process wrote to standard error until now, so that it never waits for room; answers all of it.
    pub(crate) fn read_error_output(&self) -> Vec<u8> {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.read_stderr();
        inner.read.clone()
    }

    /// Returns the number of the standard error pipe, to be watched; -1 when the process closed it.
    pub(crate) fn stderr(&self) -> i32 {
        let inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.stderr.as_ref().map_or(-1, AsRawFd::as_raw_fd)
    }

    /// Returns the exit status, when the process ended by itself or does so very soon.
    pub(crate) fn status(&self) -> Option<i32> {
        let end = Instant::now().checked_add(KILL_TIMEOUT);
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        if !inner.child.has_ended(end) {
            return None;
        }
        inner.child.status()?.code()
    }
}

impl Inner {
    /// Reads what is there; returns true if more can come.
    fn read_stderr(&mut self) -> bool {
        /// Beyond this a process repeats itself.
        const ENOUGH: usize = 65536;
        let mut piece = [0u8; 1024];
        while let Some(pipe) = &mut self.stderr {
            match pipe.read(&mut piece) {
                Ok(0) => self.stderr = None,
                Ok(count) if self.read.len() < ENOUGH => {
                    let new = piece.get(..count).unwrap_or_default();
                    self.read.extend_from_slice(new);
                }
                Ok(_) => {}
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => return true,
                Err(_) => self.stderr = None,
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt_sys::Program;
    use std::ffi::OsStr;
    use std::os::fd::AsFd;
    use std::path::Path;

    /// Runs a script, whose output is nowhere.
    fn run(script: &str, input: OwnedFd) -> TransportProcess {
        let arguments = ["sh", "-c", script].map(OsStr::new);
        let path = oxivirt_sys::variable("PATH").unwrap();
        let environment = [(OsStr::new("PATH"), path.as_os_str())];
        let program = Program { path: Path::new("/bin/sh"), arguments: &arguments, environment: &environment };
        let null = File::options().write(true).open("/dev/null").unwrap().into();
        let (stderr, theirs) = oxivirt_sys::pipe().unwrap();
        oxivirt_sys::set_nonblocking(theirs.as_fd(), false).unwrap();
        let child = oxivirt_sys::spawn(&program, [input, null, theirs], false).unwrap();
        TransportProcess::new(child, stderr)
    }

    /// Also its input, which goes with this value.
    fn start(script: &str) -> (TransportProcess, std::io::PipeWriter) {
        let (theirs, ours) = std::io::pipe().unwrap();
        (run(script, theirs.into()), ours)
    }

    #[test]
    fn last_words_and_status() {
        let (transport_process, _input) = start("echo one >&2; echo 'two  ' >&2; echo >&2; exit 127");
        assert_eq!(transport_process.error_output(), "one\ntwo");
        assert_eq!(transport_process.status(), Some(127));
        let (transport_process, _input) = start("head -c 3000 /dev/zero | tr '\\0' x >&2");
        assert_eq!(transport_process.error_output().len(), SHOWN);
    }

    #[test]
    fn what_a_process_left_behind_is_not_waited_for() {
        let begin = Instant::now();
        // The second process keeps the pipe; it ends with its input, which this test holds.
        let (transport_process, _input) = start("cat <&0 & echo word >&2");
        assert_eq!(transport_process.error_output(), "word");
        assert!(begin.elapsed() < EXIT_TIMEOUT);
    }

    #[test]
    fn a_process_that_goes_on_is_not_waited_for() {
        let (ours, theirs) = oxivirt_sys::socketpair().unwrap();
        let transport_process = run("echo word >&2; exec cat", theirs).with_input(ours);
        // Keep the wait for the first word out of the measurement.
        while transport_process.read_error_output().is_empty() {
            let mut set = [PollFd::new(transport_process.stderr(), Interest::READ)];
            oxivirt_sys::poll(&mut set, None).unwrap();
        }
        let begin = Instant::now();
        assert_eq!(transport_process.error_output(), "word");
        assert!(begin.elapsed() < EXIT_TIMEOUT);
    }
}

//! Where lines go: standard error, a file, syslog, the systemd journal. None of them can hold the program up for long.
use crate::line::{Place, Record, severity};
use crate::{Level, source};
use oxivirt_sys::Identity;
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixDatagram;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

const SYSLOG: &str = "/dev/log";
const JOURNAL: &str = "/run/systemd/journal/socket";
/// LOG_DAEMON.
const FACILITY: u8 = 24;
/// How long a line waits for a pipe's reader; once one was lost, the next ones do not wait until a write succeeds.
const WRITE_TIMEOUT: Duration = Duration::from_millis(200);

/// What an output is; two of the same are one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Stderr,
    File(PathBuf),
    Syslog(Vec<u8>),
    Journal,
}

#[derive(Debug)]
enum Sink {
    /// What descriptor 2 was in the beginning; `None` when it was closed.
    Stderr(Option<Identity>),
    File(File),
    /// A socket that is bound to nothing, and where its datagrams go; `None` when there are no descriptors left.
    Socket(Option<UnixDatagram>),
}

/// One output and the lowest level it takes.
#[derive(Debug)]
pub(crate) struct Output {
    pub(crate) level: Level,
    pub(crate) kind: Kind,
    sink: Sink,
    /// The first lines were written.
    introduced: AtomicBool,
    /// Lines lost since the last one that was written.
    lost: AtomicU32,
}

impl Output {
    /// Opens the output.
    ///
    /// # Errors
    /// A file cannot be opened. A missing syslog or journal is none: it may come later.
    pub(crate) fn open(level: Level, kind: Kind) -> io::Result<Self> {
        let sink = match &kind {
            Kind::Stderr => Sink::Stderr(oxivirt_sys::identity(stderr().as_fd()).ok()),
            Kind::File(path) => Sink::File(oxivirt_sys::open_append(path)?),
            Kind::Syslog(_) | Kind::Journal => Sink::Socket(datagrams().ok()),
        };
        Ok(Self { level, kind, sink, introduced: AtomicBool::new(false), lost: AtomicU32::new(0) })
    }

    /// Writes the record if its level is high enough, after the lines every output begins with.
    pub(crate) fn write(&self, record: &Record<'_>) {
        if record.level < self.level {
            return;
        }
        if !self.introduced.swap(true, Ordering::Relaxed) {
            self.own(Level::Info, &version());
            let uid = oxivirt_sys::euid();
            self.own(Level::Info, &format!("hostname: {}, uid: {uid}", hostname()));
            if let Some(text) = home(uid) {
                self.own(Level::Info, &text);
            }
        }
        self.put(record);
    }

    /// A line of the logger itself.
    fn own(&self, level: Level, text: &str) {
        let place = Place { file: file!(), line: 0, function: "" };
        self.put(&Record { source: source::LOG.name(), level, place: &place, fields: &[], text });
    }

    fn put(&self, record: &Record<'_>) {
        let thread = oxivirt_sys::thread_id();
        match (&self.sink, &self.kind) {
            (Sink::Stderr(first), _) if is_stderr(*first) => {
                self.stream(stderr().as_fd(), record, thread);
            }
            (Sink::Stderr(_), _) => {}
            (Sink::File(file), _) => self.stream(file.as_fd(), record, thread),
            (Sink::Socket(Some(socket)), Kind::Syslog(ident)) => {
                send(socket, SYSLOG, &syslog(ident, record, thread));
            }
            (Sink::Socket(Some(socket)), _) => send(socket, JOURNAL, &record.journal()),
            (Sink::Socket(None), _) => {}
        }
    }

    fn stream(&self, fd: BorrowedFd<'_>, record: &Record<'_>, thread: i32) {
        let lost = self.lost.load(Ordering::Relaxed);
        let timeout = if lost == 0 { WRITE_TIMEOUT } else { Duration::ZERO };
        if !self.line(fd, &record.line(thread), timeout) {
            self.lost.fetch_add(1, Ordering::Relaxed);
        } else if lost > 0 && self.lost.swap(0, Ordering::Relaxed) > 0 {
            self.own(Level::Warning, &format!("{lost} lines before the last one were lost"));
        }
    }

    /// One write; whether it took the line.
    fn line(&self, fd: BorrowedFd<'_>, line: &str, timeout: Duration) -> bool {
        let deadline = Instant::now().checked_add(timeout);
        let ready = oxivirt_sys::wait_one(fd, oxivirt_sys::Interest::WRITE, deadline);
        if ready.is_ok_and(|ready| ready.is_empty()) {
            return false;
        }
        oxivirt_sys::write_quietly(fd, line.as_bytes()).is_ok()
    }
}

/// Standard error, to be written to by its descriptor only.
#[expect(clippy::disallowed_methods, reason = "its lock is not taken")]
fn stderr() -> io::Stderr {
    io::stderr()
}

/// Whether descriptor 2 can still be standard error. A program without one may have a connection there by now, in which a
/// line would do harm: a socket must be the one that was there first.
fn is_stderr(first: Option<Identity>) -> bool {
    let now = oxivirt_sys::identity(stderr().as_fd());
    now.is_ok_and(|now| first.is_some() && (!now.socket || first == Some(now)))
}

/// A socket for datagrams that never waits.
fn datagrams() -> io::Result<UnixDatagram> {
    let socket = UnixDatagram::unbound()?;
    socket.set_nonblocking(true)?;
    Ok(socket)
}

/// Each datagram is addressed anew: a service that was started again is found, one that is gone costs nothing.
fn send(socket: &UnixDatagram, to: &str, bytes: &[u8]) {
    let _ = socket.send_to(bytes, Path::new(to));
}

/// Without a time: it would have to be local, and every syslog service puts in its own.
fn syslog(ident: &[u8], record: &Record<'_>, thread: i32) -> Vec<u8> {
    let priority = FACILITY | severity(record.level);
    let mut datagram = format!("<{priority}>").into_bytes();
    datagram.extend_from_slice(ident);
    datagram.extend_from_slice(b": ");
    datagram.extend_from_slice(record.body(thread).as_bytes());
    datagram
}

fn version() -> String {
    format!("libvirt version: {}, package: oxivirt", env!("CARGO_PKG_VERSION"))
}

fn hostname() -> String {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    match name.trim_end() {
        "" => "localhost".to_owned(),
        name => name.to_owned(),
    }
}

/// Below what a user's settings are looked for; nothing for root. Where only a directory service could tell, which may
/// take its time, there is no such line.
fn home(uid: u32) -> Option<String> {
    let home = oxivirt_sys::variable("HOME").filter(|home| uid != 0 && !home.is_empty())?;
    let home = home.display();
    Some(format!("home dir: '{home}' (HOME='{home}')"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn record<'a>(place: &'a Place<'a>, text: &'a str) -> Record<'a> {
        Record { source: "rpc", level: Level::Debug, place, fields: &[], text }
    }

    const PLACE: Place<'_> = Place { file: "f.rs", line: 3, function: "go" };

    #[test]
    fn a_file_begins_with_version_and_host() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        let output = Output::open(Level::Debug, Kind::File(path.clone())).unwrap();
        output.write(&record(&PLACE, "first"));
        output.write(&record(&PLACE, "second"));
        let text = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<_> = text.lines().collect();
        let uid = oxivirt_sys::euid();
        let home = home(uid);
        assert_eq!(lines.len(), 4 + usize::from(home.is_some()));
        assert!(lines[0].contains(": info : libvirt version: "));
        assert!(lines[1].contains(": info : hostname: "));
        assert!(lines[1].ends_with(&format!(", uid: {uid}")));
        assert!(home.is_none_or(|home| lines[2].ends_with(&home)));
        assert!(lines[lines.len() - 2].ends_with(": debug : go:3 : first"));
    }

    #[test]
    fn a_pipe_nobody_reads_costs_lines_and_not_the_program() {
        let (reader, writer) = oxivirt_sys::pipe().unwrap();
        oxivirt_sys::set_nonblocking(reader.as_fd(), true).unwrap();
        let output = Output::open(Level::Debug, Kind::Stderr).unwrap();
        let text = "x".repeat(1000);
        let started = Instant::now();
        while output.lost.load(Ordering::Relaxed) < 50 {
            output.stream(writer.as_fd(), &record(&PLACE, &text), 1);
        }
        // One line waited, forty-nine did not.
        assert!(started.elapsed() < WRITE_TIMEOUT * 20);
        let mut seen = Vec::new();
        let _ = File::from(reader.try_clone().unwrap()).read_to_end(&mut seen);
        output.stream(writer.as_fd(), &record(&PLACE, "back"), 1);
        assert_eq!(output.lost.load(Ordering::Relaxed), 0);
        drop(reader);
        output.stream(writer.as_fd(), &record(&PLACE, "to nobody"), 1);
        assert_eq!(output.lost.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn syslog_datagrams() {
        let datagram = syslog(b"me", &record(&PLACE, "text"), 9);
        assert_eq!(datagram, b"<31>me: 9: debug : go:3 : text");
    }
}

//! Locks and daemons that do not start. That exactly one starts is shown with real daemons in compat-tests/compare/choice.
use super::*;
use std::os::unix::net::UnixListener;

/// A runtime directory of its own, gone with the value.
#[derive(Debug)]
struct Session(tempfile::TempDir);

impl Session {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Makes a program. A shell writes it: while a child that another test forked has a copy of a descriptor for writing, the
    /// program cannot be run.
    fn program(&self, text: &str) -> PathBuf {
        let path = self.0.path().join("somed");
        let script = "printf %s \"$1\" > \"$0\" && chmod 700 \"$0\"";
        let written = std::process::Command::new("sh").args(["-c", script]).arg(&path).arg(text).status();
        assert!(written.unwrap().success());
        path
    }

    fn socket(&self) -> PathBuf {
        self.0.path().join("libvirt/some-sock")
    }

    fn connect(&self, program: &Path, deadline: Option<Instant>) -> Result<OwnedFd> {
        connect_or_start(&self.socket(), program, deadline, self)
    }
}

impl Env for Session {
    fn privileged(&self) -> bool {
        false
    }
    fn variable(&self, name: &str) -> Option<OsString> {
        match name {
            "XDG_RUNTIME_DIR" => Some(self.0.path().into()),
            "PATH" => oxivirt_sys::variable(name),
            _ => None,
        }
    }
    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }
    fn home(&self) -> Option<PathBuf> {
        None
    }
    fn open(&self, _: &Path) -> io::Result<Box<dyn io::Read>> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

#[test]
fn a_program_that_is_not_there() {
    let session = Session::new();
    let program = session.0.path().join("somed");
    let error = session.connect(&program, None).unwrap_err();
    let shown = program.display();
    assert_eq!(error.text(), format!("binary '{shown}' does not exist in $PATH: No such file or directory"));
    assert_eq!((error.code, error.int1), (ErrorCode::SYSTEM_ERROR, 2));
    let directory = session.0.path().join("libvirt");
    let mode = std::fs::metadata(&directory).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    // No lock stays behind.
    assert_eq!(std::fs::read_dir(directory).unwrap().count(), 0);
}

#[test]
fn a_program_that_cannot_run() {
    let session = Session::new();
    let program = session.program("#!/nonexistent/interpreter\n");
    let error = session.connect(&program, None).unwrap_err();
    let shown = program.display();
    assert_eq!(error.text(), format!("cannot execute binary {shown}: No such file or directory"));
}

#[test]
fn a_daemon_that_ends_at_once() {
    let session = Session::new();
    let program = session.program("#!/bin/sh\necho \"$0 $*\" > $XDG_RUNTIME_DIR/called\n");
    let started = Instant::now();
    let error = session.connect(&program, None).unwrap_err();
    // Long before a daemon that runs is given up.
    assert!(started.elapsed() < START_TIMEOUT / 2);
    let text = error.text().into_owned();
    assert!(text.starts_with("Failed to connect socket to '"), "{text}");
    assert!(text.ends_with("ended: No such file or directory"), "{text}");
    let called = std::fs::read_to_string(session.0.path().join("called")).unwrap();
    assert_eq!(called, format!("{} --timeout=120\n", program.display()));
}

#[test]
fn the_last_words_of_a_daemon() {
    let session = Session::new();
    let program = session.program("#!/bin/sh\necho 'first line' >&2\necho 'cannot go on' >&2\nexit 1\n");
    let text = session.connect(&program, None).unwrap_err().text().into_owned();
    let end = " ended with 'first line\ncannot go on': No such file or directory";
    assert!(text.ends_with(end), "{text}");
    assert_eq!(last_words(&[b'x'; 5000]).len(), 1024 + " with ''".len());
    assert_eq!(last_words(b" \n"), "");
}

#[test]
fn a_lock_that_is_held() {
    let session = Session::new();
    let program = session.program("#!/bin/sh\nexit 1\n");
    let directory = session.0.path().join("libvirt");
    std::fs::create_dir(&directory).unwrap();
    let lock = Lock::take(&directory, &program).unwrap().unwrap();
    assert!(Lock::take(&directory, &program).unwrap().is_none());
    let soon = Instant::now() + Duration::from_millis(20);
    let error = session.connect(&program, Some(soon)).unwrap_err();
    assert_eq!(error.code, ErrorCode::OPERATION_TIMEOUT);
    assert!(error.text().contains("waiting for the lock"), "{error}");
    // A daemon that the holder started is found, without starting one.
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| session.connect(&program, None).map(drop));
        let _listener = UnixListener::bind(session.socket()).unwrap();
        drop(lock);
        assert_eq!(waiting.join().unwrap(), Ok(()));
    });
    assert!(!directory.join("somed.lock").exists());
}

#[test]
fn a_deadline_while_the_daemon_starts() {
    let session = Session::new();
    // It waits for a writer, and ends with it: a loop would go on when the folder is gone.
    let program = session.program("#!/bin/sh\nread -r x < $XDG_RUNTIME_DIR/pipe\n");
    let pipe = session.0.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let soon = Instant::now() + Duration::from_millis(50);
    let error = session.connect(&program, Some(soon)).unwrap_err();
    assert_eq!(error.code, ErrorCode::OPERATION_TIMEOUT);
    let text = error.text().into_owned();
    assert!(text.contains("some-sock") && text.contains("waiting for '"), "{text}");
    // Lets the script end: writing waits until it reads.
    std::fs::write(&pipe, "\n").unwrap();
}

#[test]
fn other_errors_start_nothing() {
    let session = Session::new();
    let program = session.program("#!/bin/sh\necho > $XDG_RUNTIME_DIR/called\n");
    std::fs::write(session.0.path().join("libvirt"), "").unwrap();
    let error = session.connect(&program, None).unwrap_err();
    assert!(error.text().ends_with("Not a directory"), "{error}");
    assert!(!session.0.path().join("called").exists());
}

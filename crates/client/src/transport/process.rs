//! Starting the process that carries a connection, the way the stock client does: one socket is its input and output,
//! a pipe its standard error, and little of the environment reaches it.
use super::inherit::passed_on;
use crate::link::TransportProcess;
use crate::steps::{self, Step};
use oxivirt_model::message::translate;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_sys::Program;
use oxivirt_sys::errno::{ECONNRESET, ENOENT, errno};
use std::ffi::{OsStr, OsString};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// What every process gets of the environment.
const COMMON: &[&str] = &["LD_PRELOAD", "LD_LIBRARY_PATH", "PATH", "HOME", "USER", "LOGNAME", "TMPDIR"];

/// What to start.
#[derive(Debug)]
pub(super) struct Start<'a> {
    /// A path, or a name to look for in PATH. It is the first argument as well.
    pub(super) program: &'a [u8],
    pub(super) arguments: &'a [Vec<u8>],
    /// Variables that are passed on besides the common ones.
    pub(super) passed: &'a [&'a str],
    /// Variables to set.
    pub(super) set: &'a [(&'a str, &'a OsStr)],
    /// In a session of its own, without the terminal.
    pub(super) session: bool,
}

fn system(error: &io::Error, text: Vec<u8>) -> Error {
    Error::system(ErrorDomain::RPC, errno(error), text)
}

impl Start<'_> {
    /// Starts the process; answers our end of its input and output.
    ///
    /// # Errors
    /// There is no such program, it cannot be executed, or the process has no more descriptors.
    pub(super) fn start(&self) -> Result<(OwnedFd, TransportProcess)> {
        let path = find(self.program)?;
        if let Some(argument) = self.arguments.iter().find(|a| a.contains(&0)) {
            let text = [b"'".as_slice(), argument, b"' contains a NUL byte"].concat();
            return Err(Error::new(ErrorDomain::RPC, ErrorCode::INVALID_ARG, text));
        }
        let pair = oxivirt_sys::socketpair();
        let (ours, theirs) = pair.map_err(|error| system(&error, message!("unable to create socket pair")))?;
        let second = theirs.try_clone().map_err(|error| system(&error, message!("unable to create socket pair")))?;
        let (stderr, words) = pipe().map_err(|error| system(&error, b"unable to create pipe".to_vec()))?;
        steps::report(|| {
            let program = [self.program.to_vec()];
            let words = program.iter().chain(self.arguments);
            Step::Command { words: words.map(|word| steps::text(word)).collect() }
        });
        let environment = self.environment();
        let arguments = [self.program].into_iter().chain(self.arguments.iter().map(Vec::as_slice));
        let arguments: Vec<&OsStr> = arguments.map(OsStr::from_bytes).collect();
        let environment: Vec<_> =
            environment.iter().map(|(name, value)| (OsStr::new(name), value.as_os_str())).collect();
        let program = Program { path: &path, arguments: &arguments, environment: &environment };
        match oxivirt_sys::spawn(&program, [theirs, second, words], self.session) {
            Ok(child) => Ok((ours, TransportProcess::new(child, stderr))),
            Err(error) => Err(unstartable(&path, &error)),
        }
    }

    /// Returns the whole environment of the process.
    fn environment(&self) -> Vec<(&str, OsString)> {
        let passed = COMMON
            .iter()
            .chain(self.passed)
            .filter_map(|name| Some((*name, passed_on(name, oxivirt_sys::variable(name)?)?)));
        let mut all = vec![("LC_ALL", "C".into())];
        all.extend(passed.filter(|(name, _)| !self.set.iter().any(|(set, _)| set == name)));
        all.extend(self.set.iter().map(|(name, value)| (*name, (*value).to_owned())));
        all
    }
}

/// Returns a pipe for standard error, of which only the reading end does not wait.
fn pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    let (reading, writing) = oxivirt_sys::pipe()?;
    oxivirt_sys::set_nonblocking(writing.as_fd(), false)?;
    Ok((reading, writing))
}

/// Returns the error of a program that cannot be executed. The stock client learns of it from what its child writes
/// before it ends.
fn unstartable(path: &Path, error: &io::Error) -> Error {
    let what = message!("cannot execute binary %1$s", path.as_os_str().as_bytes());
    let said = match error.raw_os_error() {
        Some(errno) => Error::system(ErrorDomain::NONE, errno, what).text().into_owned(),
        None => format!("{}: {error}", String::from_utf8_lossy(&what)),
    };
    let words = [b"libvirt:  ", translate("error").as_slice(), b" : ", said.as_bytes()].concat();
    let text = message!("Cannot recv data: %1$s", words);
    Error::system(ErrorDomain::RPC, ECONNRESET, text)
}

/// Returns where a program is.
fn find(program: &[u8]) -> Result<PathBuf> {
    let path = Path::new(OsStr::from_bytes(program));
    let missing = || {
        let text = message!("Cannot find '%1$s' in path", path.as_os_str().as_bytes());
        Error::system(ErrorDomain::NONE, ENOENT, text)
    };
    if program.contains(&0) || program.is_empty() {
        return Err(missing());
    }
    if path.is_absolute() {
        return Ok(path.to_path_buf());
    }
    if program.contains(&b'/') {
        return path.canonicalize().ok().filter(|path| executable(path)).ok_or_else(missing);
    }
    let places = oxivirt_sys::variable("PATH").unwrap_or_default();
    std::env::split_paths(&places).map(|place| place.join(path)).find(|path| executable(path)).ok_or_else(missing)
}

fn executable(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|status| {
        let bits = status.permissions().mode();
        status.is_file() && bits & 0o111 != 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(program: &[u8], arguments: &[&str]) -> Result<(OwnedFd, TransportProcess)> {
        let arguments: Vec<Vec<u8>> = arguments.iter().map(|a| a.as_bytes().to_vec()).collect();
        Start { program, arguments: &arguments, passed: &[], set: &[("ADDED", OsStr::new("yes"))], session: false }
            .start()
    }

    #[test]
    fn one_socket_is_input_and_output() {
        let (socket, transport_process) =
            start(b"sh", &["-c", "read line; echo \"$line $LC_ALL $ADDED $0\"; echo bye >&2"]).unwrap();
        let mut stream = std::os::unix::net::UnixStream::from(socket);
        io::Write::write_all(&mut stream, b"hello\n").unwrap();
        let mut text = String::new();
        io::Read::read_to_string(&mut stream, &mut text).unwrap();
        assert_eq!(text, "hello C yes sh\n");
        assert_eq!(transport_process.error_output(), "bye");
        assert_eq!(transport_process.status(), Some(0));
    }

    #[test]
    fn programs_that_cannot_be_started() {
        let refused = |program: &[u8]| {
            let error = start(program, &[]).unwrap_err();
            assert_eq!(error.code, ErrorCode::SYSTEM_ERROR);
            error.text().into_owned()
        };
        for name in ["", "no such program", "./nothing/here"] {
            let text = format!("Cannot find '{name}' in path: No such file or directory");
            assert_eq!(refused(name.as_bytes()), text);
        }
        assert_eq!(
            refused(b"/nonexistent/program"),
            "Cannot recv data: libvirt:  error : cannot execute binary /nonexistent/program: No such file or directory: Connection reset by peer"
        );
    }
}

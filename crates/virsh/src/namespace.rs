//! Programs in the namespaces of a container.
//!
//! A user namespace can be entered by a process with one thread only, and a process id namespace is that of children. So this program
//! runs itself once more, as a helper that opens the descriptors of the program that started it, enters and starts the wanted program.
use crate::bytes::{bytes, text};
use oxivirt::{Domain, Result};
use std::ffi::OsStr;
use std::fs::File;
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Command, ExitCode, ExitStatus};

/// What the helper is called as.
pub(crate) const HELPER: &str = "virsh-enter-namespace";

/// The exit status of a program that cannot be started.
const NOT_STARTED: u8 = 127;

/// How many arguments of the helper stand before the descriptors: model, label, container, this process.
const LEADING: usize = 4;

/// What a program in a container's namespaces needs.
pub(crate) struct Inside<'a> {
    pub(crate) namespaces: &'a [OwnedFd],
    /// The security model and the label, empty if the label stays as it is.
    pub(crate) label: (String, String),
    /// The container's id.
    pub(crate) id: i32,
    pub(crate) program: &'a [String],
}

impl Inside<'_> {
    /// Runs the program. Returns the process that ran it, and how that ended: as the program did.
    pub(crate) fn run(&self) -> std::io::Result<(u32, ExitStatus)> {
        let mut helper = Command::new("/proc/self/exe");
        helper.arg0(HELPER);
        for word in [&self.label.0, &self.label.1, &self.id.to_string(), &oxivirt_sys::pid().to_string()] {
            helper.arg(OsStr::from_bytes(&bytes(word)));
        }
        let numbers: Vec<String> = self.namespaces.iter().map(|fd| fd.as_raw_fd().to_string()).collect();
        helper.arg(numbers.join(","));
        helper.args(self.program.iter().map(|word| OsStr::from_bytes(&bytes(word)).to_owned()));
        let mut process = helper.spawn()?;
        Ok((process.id(), process.wait()?))
    }
}

/// Runs the helper with its arguments.
pub(crate) fn enter(arguments: &[Vec<u8>]) -> ExitCode {
    match try_enter(arguments) {
        Ok(Some(code)) => ExitCode::from(code),
        Ok(None) => ExitCode::from(255),
        Err(error) => {
            oxivirt_sys::write_to_stderr(&[b"error: ", &*error.message, b"\n"].concat());
            ExitCode::from(255)
        }
    }
}

/// Returns the program's exit status; a signal that ended it ends this process.
fn try_enter(arguments: &[Vec<u8>]) -> Result<Option<u8>> {
    let Some(([model, label, id, parent], rest)) = arguments
        .split_at_checked(LEADING)
        .and_then(|(leading, rest)| <&[Vec<u8>; LEADING]>::try_from(leading).ok().map(|leading| (leading, rest)))
    else {
        return Ok(None);
    };
    let Some((numbers, program)) = rest.split_first() else { return Ok(None) };
    let opened: Option<Vec<File>> =
        text(numbers).split(',').map(|number| File::open(format!("/proc/{}/fd/{number}", text(parent))).ok()).collect();
    let (Some(namespaces), Ok(id), Some((name, words))) = (opened, text(id).parse(), program.split_first()) else {
        return Ok(None);
    };
    if !model.is_empty() {
        Domain::lxc_enter_security_label(&**model, &**label)?;
    }
    Domain::lxc_enter_cgroup_of(id)?;
    Domain::lxc_enter_namespace(&namespaces.iter().map(AsRawFd::as_raw_fd).collect::<Vec<_>>())?;
    let status = Command::new(OsStr::from_bytes(name)).args(words.iter().map(|word| OsStr::from_bytes(word))).status();
    let Ok(status) = status else { return Ok(Some(NOT_STARTED)) };
    if let Some(signal) = status.signal() {
        oxivirt_sys::end_by(signal);
    }
    Ok(status.code().and_then(|code| u8::try_from(code).ok()))
}

//! The agent that asks for polkit's passwords on this terminal while a connection is opened: pkttyagent, a program of polkit.
use oxivirt_sys::{Child, Program, spawn};
use std::ffi::{OsStr, OsString};
use std::fs::{File, OpenOptions};
use std::io::{Read, pipe};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

const PROGRAM: &str = "pkttyagent";

/// Starts the agent and waits until it can be asked. `None` without a terminal, without the program, or if it does not start. Dropping
/// it ends it.
pub(super) fn start() -> Option<Child> {
    OpenOptions::new().read(true).write(true).open("/dev/tty").ok()?;
    let path = program()?;
    let (mut told, tells) = pipe().ok()?;
    let standard = |stream: &dyn AsFd| stream.as_fd().try_clone_to_owned();
    // It speaks to the terminal itself, so its output can be the descriptor that it closes when it is ready.
    let streams: [OwnedFd; 3] = [standard(&std::io::stdin()).ok()?, tells.into(), standard(&std::io::stderr()).ok()?];
    let pid = OsString::from(oxivirt_sys::pid().to_string());
    let words = [PROGRAM, "--process", "--notify-fd", "1", "--fallback"].map(OsStr::new);
    let [name, process, notify, output, fallback] = words;
    let variables: Vec<(OsString, OsString)> = std::env::vars_os().collect();
    let environment: Vec<(&OsStr, &OsStr)> = variables.iter().map(|(name, value)| (&**name, &**value)).collect();
    let arguments = [name, process, &pid, notify, output, fallback];
    let agent =
        spawn(&Program { path: &path, arguments: &arguments, environment: &environment }, streams, false).ok()?;
    // Whatever it says there: the end is what counts.
    let _ = told.read_to_end(&mut Vec::new());
    Some(agent)
}

/// Returns where the program is.
fn program() -> Option<PathBuf> {
    let executable = |path: &PathBuf| {
        let found = File::open(path).and_then(|file| file.metadata());
        found.is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
    };
    let folders = oxivirt_sys::variable("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(PROGRAM)).find(executable)
}

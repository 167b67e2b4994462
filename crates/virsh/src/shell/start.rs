//! From the command line to the exit status.
use super::output::{Level, LogFile};
use super::{Program, Shell, options};
use crate::bytes;
use crate::parse::{Args, Words, to_i32};
use std::os::unix::ffi::OsStringExt;
use std::path::Path;
use std::process::ExitCode;

/// Runs the program.
pub(crate) fn start(program: Program) -> ExitCode {
    oxivirt_sys::end_on_closed_pipe();
    let mut arguments = std::env::args_os().map(OsStringExt::into_vec);
    let called = arguments.next().unwrap_or_default();
    let called = called.rsplit(|&byte| byte == b'/').next().unwrap_or_default();
    let mut shell = Shell::new(program, bytes::text(called));
    let fine = run(&mut shell, arguments.collect());
    shell.disconnect();
    shell.flush();
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run(shell: &mut Shell, arguments: Vec<Vec<u8>>) -> bool {
    if !shell.read_environment() {
        return false;
    }
    let rest = match options::read(shell, arguments) {
        Ok(rest) => rest,
        Err(fine) => return fine,
    };
    let Some(commands) = commands(shell, rest) else { return false };
    if !shell.read_environment() || !shell.connect_to_named() {
        return false;
    }
    if shell.program == Program::Virsh && shell.uri.is_none() {
        shell.uri = variable("VIRSH_DEFAULT_CONNECT_URI");
    }
    if shell.interactive { shell.interact() } else { shell.run(&commands) }
}

/// Returns the commands of the command line. Nothing there: the program asks for commands.
fn commands(shell: &mut Shell, mut rest: Vec<Vec<u8>>) -> Option<Vec<Args>> {
    if rest.is_empty() {
        shell.interactive = true;
        return Some(Vec::new());
    }
    if rest.len() > 1 {
        return shell.parse(&mut Words::new(rest));
    }
    let line = rest.pop().unwrap_or_default();
    shell.debug(Level::Info, &format!("commands: \"{}\"", bytes::text(&line)));
    if line.is_empty() { None } else { shell.parse(&mut &*line) }
}

/// Returns an environment variable.
pub(super) fn variable(name: &str) -> Option<String> {
    oxivirt_sys::variable(name).map(|value| bytes::text(&value.into_vec()))
}

impl Shell {
    /// Takes what the environment says and the options did not. Returns false if it is no use to go on.
    fn read_environment(&mut self) -> bool {
        let prefix = self.program.prefix();
        if self.out.level == Level::Error
            && let Some(value) = variable(&format!("{prefix}_DEBUG"))
        {
            let level = to_i32(&value).and_then(|number| Level::ALL.get(usize::try_from(number).ok()?));
            match level {
                Some(level) => self.out.level = *level,
                None => self.error(&format!("{prefix}_DEBUG not set with a valid numeric value")),
            }
        }
        match variable(&format!("{prefix}_LOG_FILE")) {
            Some(path) if self.out.log.is_none() && !path.is_empty() => self.open_log(&path),
            _ => true,
        }
    }

    /// Opens the file that is told everything. Returns false, and says so, if that is not possible.
    pub(super) fn open_log(&mut self, path: &str) -> bool {
        let path = std::ffi::OsString::from_vec(bytes::bytes(path).into_owned());
        match oxivirt_sys::open_append(Path::new(&path)) {
            Ok(file) => {
                self.out.log = Some(LogFile { file, program: self.called.clone() });
                true
            }
            Err(_) => {
                self.error("failed to open the log file. check the log file path");
                false
            }
        }
    }

    /// Connects to what the command line names: that must succeed, while the default waits until it is needed.
    fn connect_to_named(&mut self) -> bool {
        if self.uri.is_none() {
            return true;
        }
        let done = match self.program {
            Program::Virsh => self.reconnect(None, false, false),
            Program::Admin => self.connect_admin(),
        };
        self.told(done)
    }

    fn disconnect(&mut self) {
        if let Some(link) = self.link.take() {
            link.close(self);
        }
        self.admin = None;
    }
}

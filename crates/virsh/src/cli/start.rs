//! From the command line to the exit status.
use super::environment::variable;
use super::options;
use crate::bytes;
use crate::commands;
use crate::namespace;
use crate::parse::{Args, Words};
use crate::program::Program;
use crate::shell::{Level, Shell};
use std::os::unix::ffi::OsStringExt;
use std::process::ExitCode;

/// Runs the program.
pub(crate) fn start(program: Program) -> ExitCode {
    let mut arguments = std::env::args_os().map(OsStringExt::into_vec);
    let called = arguments.next().unwrap_or_default();
    if called == namespace::HELPER.as_bytes() {
        return namespace::enter(&arguments.collect::<Vec<_>>());
    }
    oxivirt_sys::end_on_closed_pipe();
    let called = called.rsplit(|&byte| byte == b'/').next().unwrap_or_default();
    let mut shell = Shell::new(program, bytes::text(called), commands::body);
    let status = run(&mut shell, arguments.collect());
    shell.disconnect();
    shell.flush();
    ExitCode::from(status)
}

/// Returns the exit status.
fn run(shell: &mut Shell, arguments: Vec<Vec<u8>>) -> u8 {
    if !shell.read_environment() {
        return 1;
    }
    let rest = match options::read(shell, arguments) {
        Ok(rest) => rest,
        Err(fine) => return u8::from(!fine),
    };
    let Some(commands) = read_commands(shell, rest) else { return 1 };
    if !shell.read_environment() || !shell.connect_to_named() {
        return 1;
    }
    if shell.program == Program::Virsh && shell.uri.is_none() {
        shell.uri = variable("VIRSH_DEFAULT_CONNECT_URI");
    }
    if shell.interactive {
        shell.interact();
        return 0;
    }
    shell.run(&commands)
}

/// Returns the commands of the command line. Nothing there: the program asks for commands.
fn read_commands(shell: &mut Shell, mut rest: Vec<Vec<u8>>) -> Option<Vec<Args>> {
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

impl Shell {
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
}

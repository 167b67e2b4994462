//! The program around the commands: what it was told by options and environment, its connection, its output, and the loop that
//! runs commands.
mod admin;
mod connection;
mod dump;
mod event_wait;
mod interactive;
mod options;
mod output;
mod start;

pub(crate) use event_wait::{Ended, Interrupt};
pub(crate) use options::known_options;
pub(crate) use output::Level;
pub(crate) use start::start;

use crate::fail::{Done, Failure};
use crate::parse::{self, Args, Source};
use crate::table::{self, Group};
use admin::AdminLink;
use connection::Link;
use output::Output;
use std::time::Instant;

/// Which of the two programs this is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Program {
    Virsh,
    Admin,
}

impl Program {
    /// Returns its commands.
    pub(crate) fn groups(self) -> &'static [Group] {
        match self {
            Self::Virsh => table::VIRSH,
            Self::Admin => table::ADMIN,
        }
    }

    /// Returns the name that its files have.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Virsh => "virsh",
            Self::Admin => "virt-admin",
        }
    }

    /// Returns what its environment variables begin with.
    fn prefix(self) -> &'static str {
        match self {
            Self::Virsh => "VIRSH",
            Self::Admin => "VIRT_ADMIN",
        }
    }
}

/// A running program.
#[derive(Debug)]
pub(crate) struct Shell {
    pub(crate) program: Program,
    /// What it was called as.
    pub(crate) called: String,
    pub(crate) quiet: bool,
    timing: bool,
    /// The URI that the user wants, or the one it became.
    pub(crate) uri: Option<String>,
    pub(crate) read_only: bool,
    /// What leaves a console: a character, or `^` and one.
    pub(crate) escape: Vec<u8>,
    keepalive_interval: Option<i32>,
    keepalive_count: Option<i32>,
    /// It reads commands until this is false.
    pub(crate) interactive: bool,
    out: Output,
    link: Option<Link>,
    admin: Option<AdminLink>,
}

impl Shell {
    fn new(program: Program, called: String) -> Self {
        Self {
            program,
            called,
            quiet: false,
            timing: false,
            uri: None,
            read_only: false,
            escape: b"^]".to_vec(),
            keepalive_interval: None,
            keepalive_count: None,
            interactive: false,
            out: Output::default(),
            link: None,
            admin: None,
        }
    }

    /// Reads the commands of a line. What is wrong with it was said.
    fn parse(&self, source: &mut dyn Source) -> Option<Vec<Args>> {
        let mut debug = |line: String| self.out.debug(Level::Info, &line);
        match parse::parse(self.program.groups(), source, &mut debug) {
            Ok(commands) => Some(commands),
            Err(text) => {
                self.error(&text);
                None
            }
        }
    }

    /// Runs commands one after the other. Returns true if the last one did what it should.
    pub(crate) fn run(&mut self, commands: &[Args]) -> bool {
        let mut fine = true;
        for args in commands {
            let begin = Instant::now();
            fine = self.run_one(args);
            let taken = begin.elapsed();
            if matches!(args.command().name, "quit" | "exit") {
                break;
            }
            if self.timing {
                let milliseconds = taken.as_secs_f64() * 1000.0;
                self.print(&format!("\n(Time: {milliseconds:.3} ms)\n\n"));
            } else {
                self.extra("\n");
            }
            self.flush();
        }
        fine
    }

    fn run_one(&mut self, args: &Args) -> bool {
        let command = args.command();
        if !command.offline && !self.connect_if_needed() {
            return false;
        }
        match (command.body)(self, args) {
            Ok(()) => true,
            Err(failure) => {
                self.tell(&failure);
                false
            }
        }
    }

    /// Says why something failed.
    pub(crate) fn tell(&self, failure: &Failure) {
        for line in &failure.lines {
            self.error(line);
        }
        if let Some(error) = &failure.error {
            self.error(&crate::bytes::text(&error.message));
        }
    }

    /// Says why something failed, if it did. Returns true if it did not.
    fn told(&self, done: Done) -> bool {
        done.inspect_err(|failure| self.tell(failure)).is_ok()
    }

    fn connect_if_needed(&mut self) -> bool {
        let done = match self.program {
            Program::Virsh => self.connection_for_command(),
            Program::Admin => self.admin_for_command(),
        };
        self.told(done)
    }
}

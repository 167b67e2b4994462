//! Reading command lines and running them.
use super::output::Level;
use super::state::{Body, Shell};
use crate::fail::{Done, Failure};
use crate::json;
use crate::parse::{self, Args, Source};
use crate::program::Program;
use std::time::Instant;

impl Shell {
    /// Reads the commands of a line. What is wrong with it was said.
    pub(crate) fn parse(&self, source: &mut dyn Source) -> Option<Vec<Args>> {
        let mut debug = |line: String| self.out.debug(Level::Info, &line);
        match parse::parse(self.program.groups(), source, &mut debug) {
            Ok(commands) => Some(commands),
            Err(text) => {
                self.error(&text);
                None
            }
        }
    }

    /// Runs commands one after the other. Returns the exit status of the last one.
    pub(crate) fn run(&mut self, commands: &[Args]) -> u8 {
        let mut status = 0;
        for args in commands {
            let begin = Instant::now();
            status = self.run_one(args);
            let taken = begin.elapsed();
            if matches!(args.command().name, "quit" | "exit") {
                break;
            }
            if self.timing {
                let milliseconds = taken.as_secs_f64() * 1000.0;
                self.print(&format!("\n(Time: {milliseconds:.3} ms)\n\n"));
            } else if !self.json {
                self.extra("\n");
            }
            self.flush();
        }
        status
    }

    fn run_one(&mut self, args: &Args) -> u8 {
        let command = args.command();
        if !command.offline && !self.connect_if_needed() {
            return 1;
        }
        let Some(body) = (self.body)(self.program, command.name) else { return 1 };
        let done = if self.json { self.run_for_json(body, args) } else { body(self, args) };
        done.map_or_else(
            |failure| {
                self.tell(&failure);
                failure.status
            },
            |()| 0,
        )
    }

    /// Runs a command and prints what it said as JSON; nothing if it failed.
    fn run_for_json(&mut self, body: Body, args: &Args) -> Done {
        let name = args.command().name;
        let shape = json::shape(name).ok_or_else(|| Failure::say(format!("command '{name}' has no JSON output")))?;
        self.out.keep();
        let done = body(self, args);
        let printed = self.out.take_kept();
        done?;
        self.print(&json::document(shape, &printed));
        self.print("\n");
        Ok(())
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
    pub(crate) fn told(&self, done: Done) -> bool {
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

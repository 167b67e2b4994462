//! `oxivirt-doctor [URI]`: opens a connection and explains every step, the outcome and what to do about it.
//!
//! `oxivirt-doctor --server`: looks at what daemons on this host need.
//!
//! Exit status: 0 the connection works, 1 it does not, 2 the command line is wrong. It asks nothing and changes nothing:
//! what a daemon would do for any program that opens the URI, it does for this one.
//!
//! The program is the file of virsh (crates/virsh) under this name: it would link the same drivers once more.
mod arguments;
mod diagnosis;
mod facts;
mod hints;
mod report;
mod server;
mod ssh;
mod trust;

use arguments::{Arguments, Asked};
use diagnosis::{Finding, Outcome};
use report::Report;
use std::io::Write;
use std::process::ExitCode;

/// Runs the program: its words are those of the process.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Asked::Diagnosis(arguments)) => arguments,
        Ok(Asked::Server { json }) => {
            let findings = server::run(&server::Host::this());
            say(&if json { server::json(&findings) } else { server::text(&findings) });
            return if server::is_well(&findings) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
        Ok(Asked::Text(text)) => {
            say(&text);
            return ExitCode::SUCCESS;
        }
        Err(wrong) => {
            oxivirt_sys::write_to_stderr(format!("oxivirt-doctor: {wrong}\n{}\n", arguments::USAGE).as_bytes());
            return ExitCode::from(2);
        }
    };
    let finding = diagnosis::run(&arguments);
    let works = matches!(finding.outcome, Outcome::Works(_));
    say(&show(&arguments, &finding));
    if works { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn show(arguments: &Arguments, finding: &Finding) -> String {
    let report = Report::of(arguments, finding);
    if arguments.json { report.json() } else { report.text() }
}

/// A reader that went away is not our problem.
fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

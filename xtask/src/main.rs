//! Generators and checks of the tree: `cargo xtask <command>`.
//!
//! `gen` writes what follows from the IDL; `gen --check` says what would change and fails if anything would. `abi` compares
//! the linked libraries with their table, `matrix` writes docs/COMPATIBILITY.md, `dist` installs.

mod abi;
mod dist;
mod r#gen;
mod matrix;

use std::process::{Command, ExitCode};

const USAGE: &str = "usage: cargo xtask gen [--check] | abi --libs DIR | matrix [--check] | dist --to DIR [--prefix P]";

/// What a command of this program returns; the text is for the person who ran it.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match words.split_first() {
        Some((command, rest)) => match (command.as_str(), rest) {
            ("gen", []) => r#gen::run(false).map_err(Into::into),
            ("gen", [flag]) if flag == "--check" => r#gen::run(true).map_err(Into::into),
            ("abi", rest) => abi::check(rest),
            ("matrix", rest) => matrix::write(rest),
            ("dist", rest) => dist::install(rest),
            _ => Err(USAGE.into()),
        },
        None => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The standard output of a program that must succeed.
fn run(program: &str, arguments: &[&str]) -> Result<String> {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .map_err(|e| format!("{program}: {e}"))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{program} {}: {}", arguments.join(" "), complaint.trim()).into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

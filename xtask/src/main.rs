//! Generators and checks of the tree: `cargo xtask <command>`.
//!
//! `gen` writes what follows from the IDL; `gen --check` says what would change and fails if anything would.

mod r#gen;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask gen [--check]";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["gen"] => r#gen::run(false),
        ["gen", "--check"] => r#gen::run(true),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

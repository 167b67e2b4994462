//! Generators and checks of the tree: `cargo xtask <command>`. Paths are relative to the root of the tree.
//!
//! `gen` writes what follows from the IDL, `matrix` docs/COMPATIBILITY.md (both with `--check` only compare);
//! `api` writes the API descriptions for language bindings, `reference` the headers as HTML pages, `abi` compares the linked libraries with the table of
//! symbols, `dist` lays out what is installed.

mod abi;
mod api;
mod daemons;
mod dist;
mod r#gen;
mod matrix;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const USAGE: &str = "usage: cargo xtask gen|matrix|api|reference|abi|dist|daemon-files …";

/// What a command returns; the error is for people.
pub(crate) type Result<T, E = Box<dyn std::error::Error>> = core::result::Result<T, E>;

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    std::env::set_current_dir(tree()?)?;
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (name, arguments) = words.split_first().ok_or(USAGE)?;
    match (name.as_str(), arguments) {
        ("gen", []) => Ok(r#gen::run(false)?),
        ("gen", [flag]) if flag == "--check" => Ok(r#gen::run(true)?),
        ("gen", _) => Err("usage: cargo xtask gen [--check]".into()),
        ("matrix", arguments) => matrix::write(arguments),
        ("api", arguments) => api::write(arguments),
        ("reference", arguments) => api::reference(arguments),
        ("abi", arguments) => abi::check(arguments),
        ("dist", arguments) => dist::install(arguments),
        ("daemon-files", arguments) => daemons::command(arguments),
        _ => Err(USAGE.into()),
    }
}

/// Returns the root of the tree that cargo runs us in: a target directory that was copied holds a program of another tree.
fn tree() -> Result<PathBuf> {
    let here = std::env::var("CARGO_MANIFEST_DIR").map_err(|_| "xtask runs under cargo: cargo xtask …")?;
    Ok(Path::new(&here).join(".."))
}

/// Runs a program and returns what it printed.
pub(crate) fn run(program: &str, arguments: &[&str]) -> Result<String> {
    let output = Command::new(program).args(arguments).output();
    let output = output.map_err(|error| format!("{program}: {error}"))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{program} {}: {}", arguments.join(" "), complaint.trim()).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

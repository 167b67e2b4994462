//! `cargo headers`: keeps include/libvirt and the Rust boundary equal. Apart from xtask because its libraries are heavy.
//!
//! - nothing or `--check`: src/abi/gen/headers.rs, the headers' types as Rust sees them, crates/model/src/gen/constants.rs, their
//!   constants, and src/objects/gen/boundary.rs, which proves the table of boundary types; written, or compared;
//! - `prototypes FILE`: the entry points as C prototypes, to be compiled together with the headers.

mod boundary;
mod constants;
mod entries;
mod prototypes;

use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs, io::Write};

const USAGE: &str = "usage: cargo headers [--check] | prototypes FILE";

type Result<T, E = Box<dyn std::error::Error>> = core::result::Result<T, E>;

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
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    // A path on the command line is relative to where the command was given.
    let file = |path: &str| env::current_dir().map(|folder| folder.join(path));
    let target = match words.as_slice() {
        ["prototypes", path] => Some(file(path)?),
        [] | ["--check"] => None,
        _ => return Err(USAGE.into()),
    };
    let here = env::var("CARGO_MANIFEST_DIR").map_err(|_| "xtask-headers runs under cargo: cargo headers …")?;
    env::set_current_dir(Path::new(&here).join("../.."))?;
    match target {
        Some(path) => Ok(fs::write(path, prototypes::render()?)?),
        None => {
            let check = words == ["--check"];
            let rendered = constants::render()?;
            settle("src/abi/gen/headers.rs", &rendered.types, check)?;
            settle("crates/model/src/gen/constants.rs", &rendered.constants, check)?;
            settle("src/objects/gen/boundary.rs", &boundary::render()?, check)
        }
    }
}

/// Writes a generated file, or fails when it would change.
fn settle(path: &str, text: &str, check: bool) -> Result<()> {
    let text = formatted(text)?;
    if !check {
        return Ok(fs::write(path, text)?);
    }
    let found = fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    let mut lines = found.lines().zip(text.lines()).zip(1_usize..);
    match lines.find(|((found, wanted), _)| found != wanted) {
        Some(((found, wanted), line)) => {
            Err(format!("{path}:{line}: is \"{found}\", would be \"{wanted}\"; run `cargo headers`").into())
        }
        None if found.len() == text.len() => Ok(()),
        None => Err(format!("{path}: has another length; run `cargo headers`").into()),
    }
}

/// The text as rustfmt writes it.
fn formatted(text: &str) -> Result<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--emit", "stdout"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("rustfmt: {e}"))?;
    let mut input = rustfmt.stdin.take().ok_or("rustfmt: no standard input")?;
    let text = text.to_owned();
    // From another thread: rustfmt may fill its output before it has read everything.
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = rustfmt.wait_with_output()?;
    writer.join().map_err(|_| "rustfmt: the writer panicked")??;
    if !output.status.success() {
        return Err("rustfmt refused the generated text".into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

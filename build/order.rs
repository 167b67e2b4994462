//! Puts the code that every program runs next to each other, which saves memory: start.ld has it.
use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// Has the linker put first what a program runs first, where it can.
///
/// # Errors
/// The folder of the build cannot be written, or not run by cargo.
pub(crate) fn start_together(script: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", script.display());
    let argument = format!("-Wl,-T,{}", script.display());
    if env::var("HOST")? == env::var("TARGET")? && links_with(&argument, out)? {
        println!("cargo:rustc-cdylib-link-arg={argument}");
    }
    Ok(())
}

/// Whether the linker takes the argument: which linker it is, is known to rustc alone, and an empty library tells.
fn links_with(argument: &str, out: &Path) -> Result<bool, Box<dyn Error>> {
    let source = out.join("empty_ordered.rs");
    fs::write(&source, "")?;
    let mut command = Command::new(env::var("RUSTC")?);
    command.args(["--crate-name=empty", "--crate-type=cdylib", &format!("-Clink-arg={argument}")]);
    command.arg("-o").arg(out.join("empty_ordered.so")).arg(&source);
    if let Ok(linker) = env::var("RUSTC_LINKER") {
        command.arg(format!("-Clinker={linker}"));
    }
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    command.args(flags.split('\u{1f}').filter(|flag| !flag.is_empty()));
    Ok(command.output()?.status.success())
}

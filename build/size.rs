//! Flags of the linker that make libraries and programs smaller, where the linker and the C library know them. `key` is cargo's name for
//! an argument of the linker: `rustc-cdylib-link-arg` or `rustc-link-arg-bins`.
use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// Has the linker fold functions whose code is the same, where it can: a hundredth of the library. Nothing here compares the addresses of
/// functions.
///
/// # Errors
/// The folder of the build cannot be written, or not run by cargo.
pub(crate) fn fold(key: &str, out: &Path) -> Result<(), Box<dyn Error>> {
    where_it_links(key, "-Wl,--icf=all", out)
}

/// Has the linker take this flag, if a library can be linked with it.
pub(crate) fn where_it_links(key: &str, flag: &str, out: &Path) -> Result<(), Box<dyn Error>> {
    if env::var("HOST")? != env::var("TARGET")? {
        return Ok(());
    }
    // Which linker it is, is known to rustc alone: an empty library tells.
    let source = out.join("empty.rs");
    fs::write(&source, "")?;
    let mut command = Command::new(env::var("RUSTC")?);
    command.args(["--crate-name=empty", "--crate-type=cdylib", &format!("-Clink-arg={flag}")]);
    command.arg("-o").arg(out.join("empty.so")).arg(&source);
    if let Ok(linker) = env::var("RUSTC_LINKER") {
        command.arg(format!("-Clinker={linker}"));
    }
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    command.args(flags.split('\u{1f}').filter(|flag| !flag.is_empty()));
    if command.output()?.status.success() {
        println!("cargo:{key}={flag}");
    }
    Ok(())
}

//! Puts the code that every program runs next to each other, which saves memory: start.ld has it.
use crate::size::where_it_links;
use std::error::Error;
use std::path::Path;

/// Has the linker put first what a program runs first, where it can.
///
/// # Errors
/// The folder of the build cannot be written, or not run by cargo.
pub(crate) fn start_together(key: &str, script: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", script.display());
    where_it_links(key, &format!("-Wl,-T,{}", script.display()), out)
}

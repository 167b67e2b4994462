//! The flags that make the program smaller.
#[path = "../../build/relocations.rs"]
mod relocations;
#[path = "../../build/size.rs"]
mod size;

use std::path::PathBuf;
use std::{env, error::Error};

const ARGUMENT: &str = "rustc-link-arg-bins";
/// The profile that aborts where code panics, by the name of its folder: cargo tells no build script how.
const ABORTS: &str = "small";
/// Leaves out the tables for unwinding: 0.9 MB.
const NO_TABLES: &str = "no_tables.ld";

fn main() -> Result<(), Box<dyn Error>> {
    for file in ["build.rs", "../../build/relocations.rs", "../../build/size.rs", NO_TABLES] {
        println!("cargo:rerun-if-changed={file}");
    }
    // What is built for its tests is linked often.
    if env::var("OPT_LEVEL")? == "0" {
        return Ok(());
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    size::fold(ARGUMENT, &out)?;
    // 0.4 MB less.
    if relocations::can_be_packed() {
        println!("cargo:{ARGUMENT}={}", relocations::PACK);
    }
    // target/PROFILE/build/PACKAGE/out
    if out.ancestors().nth(3).is_some_and(|folder| folder.ends_with(ABORTS)) {
        let script = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join(NO_TABLES);
        size::where_it_links(ARGUMENT, &format!("-Wl,-T,{}", script.display()), &out)?;
    }
    Ok(())
}

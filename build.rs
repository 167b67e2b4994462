//! The cdylib's soname, version script and link flags, and the `version_of!` macro that ties an entry to its node.
#[path = "build/link.rs"]
mod link;
#[path = "build/order.rs"]
mod order;
#[path = "build/relocations.rs"]
mod relocations;
#[path = "build/size.rs"]
mod size;

use std::{env, error::Error, fmt::Write, fs, path::PathBuf};

const ARGUMENT: &str = "rustc-cdylib-link-arg";

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let script = root.join("libvirt_sym.version");
    link::link("libvirt.so.0", &script, &out)?;
    size::fold(ARGUMENT, &out)?;
    order::start_together(ARGUMENT, &root.join("build/start.ld"), &out)?;
    // 0.2 MB less.
    if relocations::can_be_packed() {
        println!("cargo:{ARGUMENT}={}", relocations::PACK);
    }
    // Thread-local errors have destructors in this library; dlclose() must not unmap them.
    println!("cargo:rustc-cdylib-link-arg=-Wl,-z,nodelete");

    let mut arms = String::new();
    for (symbol, node) in link::symbols(&fs::read_to_string(&script)?) {
        writeln!(arms, "    ({symbol}) => {{ \"{node}\" }};")?;
    }
    fs::write(out.join("version_of.rs"), format!("macro_rules! version_of {{\n{arms}}}\n"))?;
    Ok(())
}

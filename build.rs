//! The cdylib's soname, version script and link flags, and the `version_of!` macro that ties an entry to its node.
#[path = "build/link.rs"]
mod link;
#[path = "build/order.rs"]
mod order;

use std::{env, error::Error, fmt::Write, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let script = root.join("libvirt_sym.version");
    link::link("libvirt.so.0", &script, &out)?;
    link::fold(&out)?;
    order::start_together(&root.join("build/start.ld"), &out)?;
    // Thread-local errors have destructors in this library; dlclose() must not unmap them.
    println!("cargo:rustc-cdylib-link-arg=-Wl,-z,nodelete");
    if packs_relocations() {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-z,pack-relative-relocs");
    }

    let mut arms = String::new();
    for (symbol, node) in link::symbols(&fs::read_to_string(&script)?) {
        writeln!(arms, "    ({symbol}) => {{ \"{node}\" }};")?;
    }
    fs::write(out.join("version_of.rs"), format!("macro_rules! version_of {{\n{arms}}}\n"))?;
    Ok(())
}

/// Whether the C library this is built for understands packed relative relocations (0.2 MB less): glibc from 2.36 on. Built
/// for another machine, the library does without.
fn packs_relocations() -> bool {
    if env::var("HOST") != env::var("TARGET") {
        return false;
    }
    let answer = std::process::Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let text = answer.map(|answer| answer.stdout).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let mut numbers =
        text.trim().trim_start_matches("glibc ").split('.').map(|number| number.parse::<u32>().unwrap_or_default());
    (numbers.next(), numbers.next()) >= (Some(2), Some(36))
}

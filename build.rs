//! The cdylib's soname, version script and link flags, and the `version_of!` macro that ties an entry to its node.
use std::{env, error::Error, fmt::Write, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let script = root.join("libvirt_sym.version");
    println!("cargo:rerun-if-changed={}", script.display());
    // nodelete: thread-local errors have destructors in this library; dlclose() must not unmap them.
    for flag in ["-soname,libvirt.so.0", "-z,nodelete", "-z,relro", "-z,now"] {
        println!("cargo:rustc-cdylib-link-arg=-Wl,{flag}");
    }
    if packs_relocations() {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-z,pack-relative-relocs");
    }
    println!("cargo:rustc-cdylib-link-arg=-Wl,--version-script={}", script.display());

    let mut arms = String::new();
    let mut node = "";
    let text = fs::read_to_string(&script)?;
    for word in text.split_whitespace() {
        let symbol = word.strip_suffix(';');
        match symbol.filter(|s| s.starts_with("vir") || s.starts_with("oxivirt_")) {
            Some(symbol) => writeln!(arms, "    ({symbol}) => {{ \"{node}\" }};")?,
            None if symbol.is_none() && word.contains('_') => node = word,
            None => {}
        }
    }
    let out = PathBuf::from(env::var("OUT_DIR")?).join("version_of.rs");
    fs::write(out, format!("macro_rules! version_of {{\n{arms}}}\n"))?;
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

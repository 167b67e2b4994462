//! Links one of the small libraries: soname, version script, and libvirt.so.0 as the library its calls go to.
//!
//! libvirt.so.0 itself may not exist yet when this runs, and the linker only needs its symbol names and version node: a
//! stand-in made from the version script serves, and the loader finds the real one.
use std::{env, error::Error, fmt::Write, fs, path::PathBuf, process::Command};

const PRIVATE_NODE: &str = "OXIVIRT_PRIVATE_12.8.0";

fn main() -> Result<(), Box<dyn Error>> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let name = env::var("CARGO_PKG_NAME")?.replace("oxivirt-", "");
    let script = here.join(format!("libvirt_{name}_sym.version"));
    println!("cargo:rerun-if-changed={}", script.display());
    println!("cargo:rerun-if-changed=../build.rs");

    let text = fs::read_to_string(&script)?;
    let symbols = text.split_whitespace().filter_map(|w| w.strip_suffix(';'));
    let mut source = String::new();
    let mut nodes = format!("{PRIVATE_NODE} {{ global:\n");
    for symbol in symbols.filter(|s| s.starts_with("vir")) {
        writeln!(source, "void oxivirt_{symbol}(void) {{}}")?;
        writeln!(nodes, "oxivirt_{symbol};")?;
    }
    nodes.push_str("local: *; };\n");
    let (c_file, map) = (out.join("stand-in.c"), out.join("stand-in.version"));
    fs::write(&c_file, source)?;
    fs::write(&map, nodes)?;
    let status = Command::new(env::var("CC").unwrap_or_else(|_| "cc".into()))
        .args(["-shared", "-nostdlib", "-fPIC", "-Wl,-soname,libvirt.so.0"])
        .arg(format!("-Wl,--version-script={}", map.display()))
        .arg("-o")
        .arg(out.join("libvirt.so"))
        .arg(&c_file)
        .status()?;
    if !status.success() {
        return Err(format!("cc could not link the stand-in for libvirt.so.0: {status}").into());
    }

    println!("cargo:rustc-link-search=native={}", out.display());
    for flag in [format!("-soname,libvirt-{name}.so.0"), "-z,relro".into(), "-z,now".into()] {
        println!("cargo:rustc-cdylib-link-arg=-Wl,{flag}");
    }
    println!("cargo:rustc-cdylib-link-arg=-Wl,--version-script={}", script.display());
    println!("cargo:rustc-cdylib-link-arg=-Wl,--no-as-needed,-l:libvirt.so,--as-needed");
    Ok(())
}

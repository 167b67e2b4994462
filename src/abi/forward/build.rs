//! Makes one of the small libraries out of its version script: a jump for each symbol, soname, nodes, and libvirt.so.0 as the
//! library that the jumps lead to.
//!
//! libvirt.so.0 itself may not exist yet when this runs, and the linker only needs its symbol names and version node: a
//! stand-in made from the version script serves, and the loader finds the real one.
#[path = "../../../build/link.rs"]
mod link;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fs, process::Command};

const PRIVATE_NODE: &str = "OXIVIRT_PRIVATE_12.8.0";

fn main() -> Result<(), Box<dyn Error>> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let name = env::var("CARGO_PKG_NAME")?.replace("oxivirt-", "");
    let script = here.join(format!("libvirt_{name}_sym.version"));
    println!("cargo:rerun-if-changed=../build.rs");
    println!("cargo:rerun-if-changed=../../../../build/link.rs");

    let text = fs::read_to_string(&script)?;
    let symbols = link::symbols(&text);
    let jump = jump(&env::var("CARGO_CFG_TARGET_ARCH")?)?;
    let mut jumps = String::from(".text\n");
    for (symbol, node) in &symbols {
        // Assemblers that take @ for a comment know the type as %function.
        writeln!(jumps, ".balign 16\n.globl {symbol}\n.type {symbol}, %function\n{symbol}:")?;
        writeln!(jumps, "{}", jump.replace("TARGET", &format!("oxivirt_{symbol}")))?;
        writeln!(jumps, ".size {symbol}, . - {symbol}\n.symver {symbol}, {symbol}@@@{node}")?;
    }
    fs::write(out.join("jumps.s"), jumps)?;

    stand_in(&symbols, &out)?;
    println!("cargo:rustc-link-search=native={}", out.display());
    link::link(&format!("libvirt-{name}.so.0"), &script, &out)?;
    println!("cargo:rustc-cdylib-link-arg=-Wl,--no-as-needed,-l:libvirt.so,--as-needed");
    Ok(())
}

/// Returns the instructions that go on in the function TARGET of another library, with every argument and the return
/// address left where they are.
fn jump(architecture: &str) -> Result<&'static str, String> {
    Ok(match architecture {
        "x86_64" => "jmp TARGET@PLT",
        // The address comes from the table of this library, which is found through ecx: no argument is passed in it.
        "x86" => "call 1f\n1: popl %ecx\naddl $_GLOBAL_OFFSET_TABLE_ + (. - 1b), %ecx\njmp *TARGET@GOT(%ecx)",
        "aarch64" | "arm" => "b TARGET",
        "riscv64" | "riscv32" => "tail TARGET@plt",
        "s390x" => "jg TARGET@PLT",
        "loongarch64" => "b %plt(TARGET)",
        other => return Err(format!("{other}: say in src/abi/forward/build.rs how to jump into another library")),
    })
}

/// Links the library that the jumps are resolved against.
fn stand_in(symbols: &[(&str, &str)], out: &Path) -> Result<(), Box<dyn Error>> {
    let mut source = String::new();
    let mut nodes = format!("{PRIVATE_NODE} {{ global:\n");
    for (symbol, _) in symbols {
        writeln!(source, "void oxivirt_{symbol}(void) {{}}")?;
        writeln!(nodes, "oxivirt_{symbol};")?;
    }
    nodes.push_str("local: *; };\n");
    let (c_file, map) = (out.join("stand-in.c"), out.join("stand-in.version"));
    fs::write(&c_file, source)?;
    fs::write(&map, nodes)?;
    let compiler = link::compiler()?;
    let status = Command::new(&compiler)
        .args(["-shared", "-nostdlib", "-fPIC", "-Wl,-soname,libvirt.so.0"])
        .arg(format!("-Wl,--version-script={}", map.display()))
        .arg("-o")
        .arg(out.join("libvirt.so"))
        .arg(&c_file)
        .status()
        .map_err(|error| format!("{compiler}: {error}"))?;
    if !status.success() {
        return Err(format!("{compiler} could not link the stand-in for libvirt.so.0: {status}").into());
    }
    Ok(())
}

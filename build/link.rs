//! What the build scripts of the four libraries share: the symbols of a version script and their nodes, the flags that
//! every one of them is linked with, and the compiler that links for the target. size.rs has what makes the files smaller.
use std::error::Error;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// Returns the symbols of a version script with their nodes, in its order. The patterns of its `local` part are not symbols.
pub(crate) fn symbols(script: &str) -> Vec<(&str, &str)> {
    let mut symbols = Vec::new();
    let mut node = "";
    for word in script.split_whitespace() {
        match word.strip_suffix(';') {
            Some(symbol) if symbol.starts_with("vir") || symbol.starts_with("oxivirt_") => symbols.push((symbol, node)),
            None if word.contains('_') => node = word,
            _ => {}
        }
    }
    symbols
}

/// Has cargo link the library with this soname and version script.
///
/// # Errors
/// The folder of the linker cannot be written.
pub(crate) fn link(soname: &str, script: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", script.display());
    for flag in [&format!("-soname,{soname}"), "-z,relro", "-z,now"] {
        println!("cargo:rustc-cdylib-link-arg=-Wl,{flag}");
    }
    println!("cargo:rustc-cdylib-link-arg=-Wl,--version-script={}", script.display());
    println!("cargo:rustc-cdylib-link-arg=-B{}", linkers(out)?.display());
    Ok(())
}

/// Makes the folder in which the compiler finds its linker: one that leaves out the version script that rustc adds by
/// itself. GNU ld refuses one without a node beside ours, and any linker would export what that one lists besides: the
/// functions of other crates that have a C name. Where rustc brings its own linker (x86_64), it comes first; that one
/// takes both scripts, and no crate has such functions there.
fn linkers(out: &Path) -> Result<std::path::PathBuf, Box<dyn Error>> {
    let folder = out.join("linkers");
    fs::create_dir_all(&folder)?;
    for name in ["ld", "ld.bfd", "ld.lld"] {
        let answer = Command::new(compiler()?).arg(format!("-print-prog-name={name}")).output()?;
        let real = String::from_utf8(answer.stdout)?;
        let real = real.trim();
        let program = folder.join(name);
        let text = format!(
            "#!/bin/sh\n\
             for argument do\n    shift\n    case $argument in\n        --version-script=*/list) ;;\n        \
             *) set -- \"$@\" \"$argument\" ;;\n    esac\ndone\nexec {real} \"$@\"\n"
        );
        fs::write(&program, text)?;
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755))?;
    }
    Ok(folder)
}

/// Returns the C compiler of the target: the one that cargo links with, or that the environment names as the `cc` crate
/// reads it.
///
/// # Errors
/// Not run by cargo.
pub(crate) fn compiler() -> Result<String, Box<dyn Error>> {
    let (host, target) = (env::var("HOST")?, env::var("TARGET")?);
    let named = target.replace('-', "_");
    let linker = format!("CARGO_TARGET_{}_LINKER", named.to_uppercase());
    let own = [format!("CC_{target}"), format!("CC_{named}"), "TARGET_CC".to_owned()];
    for variable in own.iter().chain([&linker]) {
        println!("cargo:rerun-if-env-changed={variable}");
    }
    println!("cargo:rerun-if-env-changed=CC");
    let mut found = env::var("RUSTC_LINKER").ok();
    for variable in own {
        found = found.or_else(|| env::var(variable).ok());
    }
    let cc = || (host == target).then(|| env::var("CC").ok()).flatten();
    Ok(found.or_else(cc).unwrap_or_else(|| "cc".to_owned()))
}

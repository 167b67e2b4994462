//! `xtask dist`: the built libraries under their stock file names; with `--prefix`, everything a program is built with.
use crate::Result;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

/// Cargo's own default; the environment may name another folder.
const BUILT: &str = "target";
/// Stock's scheme: major, then the release as one number, then 0.
const VERSION: &str = "0.12008.0";
/// Library name, file that cargo built, and whether the Makefile builds it for size, in another folder.
const LIBRARIES: [(&str, &str, bool); 4] = [
    ("libvirt", "libvirt.so", false),
    ("libvirt-qemu", "libvirt_qemu.so", true),
    ("libvirt-lxc", "libvirt_lxc.so", true),
    ("libvirt-admin", "libvirt_admin.so", true),
];

/// The names of the one file that cargo builds as virsh: which program it is, it sees from the name it is called by.
const PROGRAMS: [&str; 3] = ["virsh", "virt-admin", "oxivirt-doctor"];
/// Where an installation has that file, below its prefix: the names are links, of packages that do not need each other.
const PROGRAMS_FILE: &str = "libexec/oxivirt/programs";
/// What a daemon's host has for clients that come through ssh.
const HELPERS: [&str; 1] = ["virt-ssh-helper"];
/// Daemons, which only root runs for the system.
const DAEMONS: [&str; 3] = ["libvirtd", "virtproxyd", "virttestd"];
/// Manual pages that are written by hand; virsh-docs makes the others from the table of commands.
const MANUALS: [&str; 3] =
    ["crates/doctor/oxivirt-doctor.1", "packaging/oxivirt-run.1", "packaging/daemon/man/virt-ssh-helper.1"];

/// Copies to `--to DIR`: DIR/lib and DIR/bin alone, or with `--prefix` (and `--libdir`) the whole tree below DIR. With
/// `--built FOLDER` only the libraries, from that folder of cargo's.
pub(crate) fn install(arguments: &[String]) -> Result<()> {
    let (mut to, mut prefix, mut libdir, mut from) = (None, None, None, None);
    for pair in arguments.chunks(2) {
        match pair {
            [flag, value] if flag == "--to" => to = Some(value.clone()),
            [flag, value] if flag == "--built" => from = Some(value.clone()),
            [flag, value] if flag == "--prefix" => prefix = Some(value.clone()),
            [flag, value] if flag == "--libdir" => libdir = Some(value.clone()),
            _ => {
                return Err("usage: xtask dist --to DIR [--prefix PREFIX [--libdir LIBDIR]] [--built FOLDER]".into());
            }
        }
    }
    let root = to.ok_or("xtask dist: --to is missing")?;
    if let Some(from) = from {
        return libraries(Path::new(&from), Path::new(&from), &Path::new(&root).join("lib"));
    }
    let Some(prefix) = prefix else {
        let bin = Path::new(&root).join("bin");
        copied(&built(), &HELPERS, &bin)?;
        programs(&bin.join(PROGRAMS[0]), &bin, Path::new(PROGRAMS[0]))?;
        return libraries(&built(), &built_small(), &Path::new(&root).join("lib"));
    };
    let libdir = libdir.unwrap_or_else(|| format!("{prefix}/lib"));
    let below = |path: &str| PathBuf::from(format!("{root}/{}", path.trim_start_matches('/')));
    libraries(&built(), &built_small(), &below(&libdir))?;
    let bin = below(&format!("{prefix}/bin"));
    copied(&built(), &HELPERS, &bin)?;
    programs(&below(&format!("{prefix}/{PROGRAMS_FILE}")), &bin, &Path::new("..").join(PROGRAMS_FILE))?;
    filled_in(Path::new("packaging/oxivirt-run.in"), &bin.join("oxivirt-run"), &[("@libdir@", &libdir)])?;
    fs::set_permissions(bin.join("oxivirt-run"), fs::Permissions::from_mode(0o755))?;
    documents(&below(&format!("{prefix}/share")))?;
    copied(&built(), &DAEMONS, &below(&format!("{prefix}/sbin")))?;
    crate::daemons::install(&root, &prefix)?;
    copy_all("include/libvirt", "h", &below(&format!("{prefix}/include/libvirt")), &[])?;
    let values = [("@prefix@", prefix.as_str()), ("@libdir@", libdir.as_str())];
    copy_all("pkgconfig", "in", &below(&format!("{libdir}/pkgconfig")), &values)?;
    crate::api::write_to(&below(&format!("{prefix}/share/libvirt/api")))
}

/// Where cargo left what it built.
fn built() -> PathBuf {
    target_folder().join("release")
}

/// Where cargo left what the Makefile has it build for size.
fn built_small() -> PathBuf {
    target_folder().join("small")
}

fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| BUILT.into(), PathBuf::from)
}

/// The file of the programs, and their names in `bin`: links that hold `link`, or the file itself.
fn programs(file: &Path, bin: &Path, link: &Path) -> Result<()> {
    fs::create_dir_all(bin)?;
    for name in PROGRAMS.map(|name| bin.join(name)) {
        let _ = fs::remove_file(&name);
        if name != file {
            symlink(link, name)?;
        }
    }
    copy(&built_small().join("virsh"), file)
}

/// Programs that cargo built, into a folder.
fn copied(from: &Path, names: &[&str], to: &Path) -> Result<()> {
    names.iter().try_for_each(|name| copy(&from.join(name), &to.join(name)))
}

/// Copies a program or a library.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    // A fresh file: one that runs keeps the old.
    let _ = fs::remove_file(to);
    fs::copy(from, to).map_err(|e| format!("{}: {e}", from.display()))?;
    Ok(())
}

/// Manual pages and completion, below the folder of shared files.
fn documents(share: &Path) -> Result<()> {
    let manuals = share.join("man/man1");
    fs::create_dir_all(&manuals)?;
    for page in MANUALS.map(Path::new) {
        let name = page.file_name().unwrap_or_default();
        fs::copy(page, manuals.join(name)).map_err(|e| format!("{}: {e}", page.display()))?;
    }
    let (program, share) = (built_small().join("virsh-docs"), share.display().to_string());
    crate::run(&program.display().to_string(), &[&share]).map(drop)
}

/// The four libraries, each with the two links that the loader and the linker follow.
fn libraries(from: &Path, from_small: &Path, to: &Path) -> Result<()> {
    for (name, built, small) in LIBRARIES {
        let file = format!("{name}.so.{VERSION}");
        copy(&if small { from_small } else { from }.join(built), &to.join(&file))?;
        for link in [format!("{name}.so.0"), format!("{name}.so")] {
            let link = to.join(link);
            let _ = fs::remove_file(&link);
            symlink(&file, &link).map_err(|e| format!("{}: {e}", link.display()))?;
        }
    }
    Ok(())
}

/// Every file of a folder with that ending; `.in` files lose it and get their values filled in.
fn copy_all(from: &str, ending: &str, to: &Path, values: &[(&str, &str)]) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).map_err(|e| format!("{from}: {e}"))? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|n| n.to_str()) else {
            continue;
        };
        if path.extension().is_none_or(|e| e != ending) {
            continue;
        }
        filled_in(&path, &to.join(name.strip_suffix(".in").unwrap_or(name)), values)?;
    }
    Ok(())
}

/// Copies a text and puts values in the place of their names.
fn filled_in(from: &Path, to: &Path, values: &[(&str, &str)]) -> Result<()> {
    let mut text = fs::read_to_string(from).map_err(|e| format!("{}: {e}", from.display()))?;
    for (placeholder, value) in values {
        text = text.replace(placeholder, value);
    }
    Ok(fs::write(to, text)?)
}

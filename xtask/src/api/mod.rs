//! `xtask api`: the four `libvirt*-api.xml` files that language bindings are generated from, out of include/libvirt;
//! `xtask reference`: the same as HTML pages.

mod doc;
mod html;
mod lex;
mod model;
mod scan;
mod since;
mod types;
mod xml;

use crate::Result;
use model::Header;
use std::fs;
use std::path::{Path, PathBuf};

const INCLUDE: &str = "include/libvirt";

/// An API and its headers, in the order of its file.
const APIS: [(&str, &[&str]); 4] = [
    (
        "libvirt",
        &[
            "libvirt-common",
            "libvirt-domain-checkpoint",
            "libvirt-domain-snapshot",
            "libvirt-domain",
            "libvirt-event",
            "libvirt-host",
            "libvirt-interface",
            "libvirt-network",
            "libvirt-nodedev",
            "libvirt-nwfilter",
            "libvirt-secret",
            "libvirt-storage",
            "libvirt-stream",
            "virterror",
        ],
    ),
    ("libvirt-qemu", &["libvirt-qemu"]),
    ("libvirt-lxc", &["libvirt-lxc"]),
    ("libvirt-admin", &["libvirt-admin"]),
];

/// Writes the files to `--to DIR`; by default to target/api.
pub(crate) fn write(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => write_to(Path::new("target/api")),
        [flag, to] if flag == "--to" => write_to(Path::new(to)),
        _ => Err("usage: cargo xtask api [--to DIR]".into()),
    }
}

/// Writes the four files to a folder, which is made.
pub(crate) fn write_to(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let headers = all()?;
    let releases = since::Releases::new(headers.iter().flatten())?;
    for ((name, _), headers) in APIS.iter().zip(&headers) {
        let path = folder.join(format!("{name}-api.xml"));
        let text = xml::render(name, headers, &releases)?;
        fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

/// Writes the HTML reference to `--to DIR`; by default to target/dist/share/doc.
pub(crate) fn reference(arguments: &[String]) -> Result<()> {
    let folder = match arguments {
        [] => Path::new("target/dist/share/doc"),
        [flag, to] if flag == "--to" => Path::new(to),
        _ => return Err("usage: cargo xtask reference [--to DIR]".into()),
    };
    let headers: Vec<Header> = all()?.into_iter().flatten().collect();
    let releases = since::Releases::new(headers.iter())?;
    html::write(folder, &headers, &releases)
}

/// Reads the headers of each API.
fn all() -> Result<Vec<Vec<Header>>> {
    APIS.iter().map(|(_, names)| read(names)).collect()
}

fn read(names: &[&str]) -> Result<Vec<Header>> {
    let mut headers = Vec::new();
    for name in names {
        let path: PathBuf = Path::new(INCLUDE).join(format!("{name}.h"));
        let shown = path.display().to_string();
        let text = fs::read_to_string(&path).map_err(|e| format!("{shown}: {e}"))?;
        headers.push(scan::header(&shown, name, &text)?);
    }
    Ok(headers)
}

//! `xtask matrix`: docs/COMPATIBILITY.md from the code: which exported functions are real and which are declared stubs.
use crate::Result;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const OUT: &str = "docs/COMPATIBILITY.md";
const LIBRARIES: [(&str, &str); 4] = [
    ("libvirt.so.0", "libvirt_sym.version"),
    ("libvirt-qemu.so.0", "src/abi/forward/qemu/libvirt_qemu_sym.version"),
    ("libvirt-lxc.so.0", "src/abi/forward/lxc/libvirt_lxc_sym.version"),
    ("libvirt-admin.so.0", "src/abi/forward/admin/libvirt_admin_sym.version"),
];

/// An entry point: where it is written, and why it is a stub if it is one.
struct Entry {
    file: String,
    stub: Option<String>,
}

/// Writes the page, or with `--check` compares it.
pub(crate) fn write(arguments: &[String]) -> Result<()> {
    let mut entries = BTreeMap::new();
    scan(Path::new("src/api"), &mut entries)?;
    let page = page(&entries)?;
    match arguments {
        [] => Ok(fs::write(OUT, page)?),
        [flag] if flag == "--check" => {
            if fs::read_to_string(OUT).unwrap_or_default() == page {
                return Ok(());
            }
            Err(format!("{OUT} is out of date: run `cargo xtask matrix`").into())
        }
        _ => Err("usage: xtask matrix [--check]".into()),
    }
}

fn scan(folder: &Path, entries: &mut BTreeMap<String, Entry>) -> Result<()> {
    for item in fs::read_dir(folder)? {
        let path = item?.path();
        if path.is_dir() {
            scan(&path, entries)?;
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let file = path.to_string_lossy().into_owned();
        let mut attribute: Option<String> = None;
        for line in text.lines() {
            if line.starts_with("#[entry") {
                attribute = Some(line.to_owned());
            } else if let (Some(name), Some(found)) = (line.strip_prefix("fn "), attribute.take()) {
                let name: String = name.chars().take_while(|c| c.is_alphanumeric()).collect();
                let stub =
                    found.split_once("stub = \"").and_then(|(_, rest)| rest.split('"').next()).map(str::to_owned);
                if entries.insert(name.clone(), Entry { file: file.clone(), stub }).is_some() {
                    return Err(format!("{file}: {name} is written twice").into());
                }
            } else if line.starts_with("#[") {
                attribute = attribute.or(None);
            }
        }
    }
    Ok(())
}

fn page(entries: &BTreeMap<String, Entry>) -> Result<String> {
    let mut summary = String::new();
    let mut tables = String::new();
    for (library, script) in LIBRARIES {
        let (mut real, mut stubs) = (0u32, 0u32);
        let mut node = String::new();
        let mut rows = BTreeMap::new();
        for word in fs::read_to_string(script)?.split_whitespace() {
            let symbol = word.strip_suffix(';').filter(|s| s.starts_with("vir"));
            let Some(symbol) = symbol else {
                if word.contains('_') && !word.ends_with(';') {
                    word.clone_into(&mut node);
                }
                continue;
            };
            let (state, place) = match entries.get(symbol) {
                Some(Entry { stub: None, file }) => ("real".to_owned(), file.as_str()),
                Some(Entry { stub: Some(reason), file }) => (format!("stub: {reason}"), file.as_str()),
                None if symbol == "virConnectAuthPtrDefault" => ("real (data)".to_owned(), "src/abi/auth.rs"),
                None => return Err(format!("{script}: {symbol} has no entry point").into()),
            };
            if state.starts_with("stub") {
                stubs = stubs.saturating_add(1);
            } else {
                real = real.saturating_add(1);
            }
            rows.insert(symbol.to_owned(), format!("| `{symbol}` | {node} | {state} | {place} |"));
        }
        writeln!(summary, "| {library} | {} | {real} | {stubs} |", rows.len())?;
        writeln!(tables, "\n## {library}\n\n| symbol | node | state | place |\n|---|---|---|---|")?;
        for row in rows.values() {
            writeln!(tables, "{row}")?;
        }
    }
    Ok(format!(
        "# Compatibility\n\nGenerated from the code by `cargo xtask matrix`. A stub answers `VIR_ERR_NO_SUPPORT`.\n\n\
         | library | symbols | real | stubs |\n|---|---|---|---|\n{summary}{tables}"
    ))
}

//! `xtask abi`: the linked libraries against compat-tests/abi/symbols.tsv: every symbol on its node, with its kind and
//! size, and nothing else under a public node; plus soname, needed libraries and the flag against unloading.
use crate::{Result, run};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const TABLE: &str = "compat-tests/abi/symbols.tsv";
/// What the libraries may need: libc (of glibc or musl), the unwinder and the loader, which has another name on each
/// machine (`ld-linux-aarch64.so.1`, `ld64.so.1` on s390x); the small ones also libvirt.so.0.
const NEEDED: [&str; 5] = ["ld-linux", "ld64.so.", "libc.so", "libc.musl-", "libgcc_s.so.1"];
const PRIVATE_NODE: &str = "OXIVIRT_PRIVATE_";
/// A dynamic symbol as `readelf` shows it.
struct Symbol {
    name: String,
    node: String,
    kind: &'static str,
    size: String,
    section: String,
}

/// Prints every difference; the number of them decides.
pub(crate) fn check(arguments: &[String]) -> Result<()> {
    let libs: PathBuf = match arguments {
        [flag, path] if flag == "--libs" => path.into(),
        _ => return Err("usage: xtask abi --libs DIR".into()),
    };
    let mut expected: BTreeMap<String, Vec<(String, String, String)>> = BTreeMap::new();
    for line in fs::read_to_string(TABLE)?.lines().skip(1) {
        let mut columns = line.split('\t').map(str::to_owned);
        let (Some(library), Some(symbol), Some(kind), Some(node)) =
            (columns.next(), columns.next(), columns.next(), columns.next())
        else {
            return Err(format!("{TABLE}: not four columns: {line}").into());
        };
        expected.entry(library).or_default().push((symbol, kind, node));
    }
    let (mut passed, mut failures) = (0u32, Vec::new());
    for (library, symbols) in &expected {
        let path = libs.join(library);
        let found = symbols_of(&path)?;
        let pointer = pointer_size(&path)?;
        for (symbol, kind, node) in symbols {
            let matching: Vec<_> = found.iter().filter(|f| f.name == *symbol).collect();
            match matching.as_slice() {
                [one] if one.node != *node => {
                    failures.push(format!("{library}: {symbol} is on {}, not {node}", one.node));
                }
                [one] if one.kind != kind => {
                    failures.push(format!("{library}: {symbol} is a {}, not a {kind}", one.kind));
                }
                // The one data symbol is a pointer.
                [one] if one.kind == "data" && one.size != pointer => {
                    failures.push(format!("{library}: {symbol} has {} bytes", one.size));
                }
                [_] => passed = passed.saturating_add(1),
                [] => failures.push(format!("{library}: {symbol} is missing")),
                _ => failures.push(format!("{library}: {symbol} is exported more than once")),
            }
        }
        let known = |name: &str| symbols.iter().any(|(symbol, ..)| symbol == name);
        for extra in found.iter().filter(|f| !known(&f.name) && !f.node.starts_with(PRIVATE_NODE)) {
            failures.push(format!("{library}: {}@{} should not be there", extra.name, extra.node));
        }
        failures.extend(dynamic_section(library, &path)?);
        failures.extend(start(library, &path, &found)?);
    }
    for failure in &failures {
        println!("{failure}");
    }
    println!("abi: {passed} passed, {} failed, 0 skipped", failures.len());
    if failures.is_empty() { Ok(()) } else { Err("the libraries differ from the table".into()) }
}

/// Returns how many bytes a pointer of the library's machine has.
fn pointer_size(path: &Path) -> Result<&'static str> {
    let text = run("readelf", &["-h", &path.to_string_lossy()])?;
    let class = text.lines().find_map(|line| line.trim().strip_prefix("Class:"));
    match class.map(str::trim) {
        Some("ELF64") => Ok("8"),
        Some("ELF32") => Ok("4"),
        other => Err(format!("{}: of class {}", path.display(), other.unwrap_or("none")).into()),
    }
}

/// The defined dynamic symbols of a library; version definitions themselves are left out.
fn symbols_of(path: &Path) -> Result<Vec<Symbol>> {
    let text = run("readelf", &["-W", "--dyn-syms", &path.to_string_lossy()])?;
    let mut symbols = Vec::new();
    for line in text.lines() {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let [number, _value, size, kind, bind, _visibility, index, name, ..] = columns.as_slice() else {
            continue;
        };
        // GNU ld lists sections, as local symbols, on some machines.
        let local = *number == "Num:" || !number.ends_with(':') || *bind == "LOCAL";
        if local || *index == "UND" || *index == "ABS" {
            continue;
        }
        let (name, node) = name.split_once("@@").unwrap_or((name, "no node"));
        symbols.push(Symbol {
            name: name.to_owned(),
            node: node.to_owned(),
            kind: if *kind == "FUNC" { "function" } else { "data" },
            size: (*size).to_owned(),
            section: (*index).to_owned(),
        });
    }
    Ok(symbols)
}

/// What is wrong with the section of what programs run first (build/start.ld), where the linker made one.
fn start(library: &str, path: &Path, symbols: &[Symbol]) -> Result<Vec<String>> {
    let text = run("readelf", &["-W", "-S", &path.to_string_lossy()])?;
    let line = text.lines().find(|line| line.contains(" .text.start "));
    let Some(number) = line.and_then(|line| line.split(['[', ']']).nth(1)).map(str::trim) else {
        return Ok(Vec::new());
    };
    let first = symbols.iter().filter(|symbol| ["virInitialize", "virGetVersion"].contains(&symbol.name.as_str()));
    let elsewhere = first.filter(|symbol| symbol.section != number);
    Ok(elsewhere.map(|symbol| format!("{library}: {} is not in .text.start", symbol.name)).collect())
}

/// What is wrong with soname, needed libraries and flags.
fn dynamic_section(library: &str, path: &Path) -> Result<Vec<String>> {
    let text = run("readelf", &["-W", "-d", &path.to_string_lossy()])?;
    let mut failures = Vec::new();
    let value = |line: &str| line.split(['[', ']']).nth(1).unwrap_or_default().to_owned();
    for line in text.lines() {
        if line.contains("(SONAME)") && value(line) != *library {
            failures.push(format!("{library}: its soname is {}", value(line)));
        }
        let needed = value(line);
        let own = library != "libvirt.so.0" && needed == "libvirt.so.0";
        if line.contains("(NEEDED)") && !own && !NEEDED.iter().any(|n| needed.starts_with(n)) {
            failures.push(format!("{library}: it needs {needed}"));
        }
    }
    if !text.contains("(SONAME)") {
        failures.push(format!("{library}: it has no soname"));
    }
    if library == "libvirt.so.0" && !text.contains("NODELETE") {
        failures.push(format!("{library}: it can be unloaded, and has thread-locals"));
    }
    Ok(failures)
}

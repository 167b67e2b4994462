//! `xtask abi`: the linked libraries against compat-tests/abi/symbols.tsv: every symbol on its node, with its kind and
//! size, and nothing else under a public node; plus soname, needed libraries and the flag against unloading.
use crate::{Result, run};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const TABLE: &str = "compat-tests/abi/symbols.tsv";
/// What the libraries may need: libc, the loader and the unwinder; the small ones also libvirt.so.0.
const NEEDED: [&str; 3] = ["ld-linux", "libc.so.6", "libgcc_s.so.1"];
const PRIVATE_NODE: &str = "OXIVIRT_PRIVATE_";
/// A pointer: the size of the one data symbol.
const DATA_SIZE: &str = "8";

/// A dynamic symbol as `readelf` shows it.
struct Symbol {
    name: String,
    node: String,
    kind: &'static str,
    size: String,
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
        for (symbol, kind, node) in symbols {
            let matching: Vec<_> = found.iter().filter(|f| f.name == *symbol).collect();
            match matching.as_slice() {
                [one] if one.node != *node => {
                    failures.push(format!("{library}: {symbol} is on {}, not {node}", one.node));
                }
                [one] if one.kind != kind => {
                    failures.push(format!("{library}: {symbol} is a {}, not a {kind}", one.kind));
                }
                [one] if one.kind == "data" && one.size != DATA_SIZE => {
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
    }
    for failure in &failures {
        println!("{failure}");
    }
    println!("abi: {passed} passed, {} failed, 0 skipped", failures.len());
    if failures.is_empty() { Ok(()) } else { Err("the libraries differ from the table".into()) }
}

/// The defined dynamic symbols of a library; version definitions themselves are left out.
fn symbols_of(path: &Path) -> Result<Vec<Symbol>> {
    let text = run("readelf", &["-W", "--dyn-syms", &path.to_string_lossy()])?;
    let mut symbols = Vec::new();
    for line in text.lines() {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let [number, _value, size, kind, _bind, _visibility, index, name, ..] = columns.as_slice() else {
            continue;
        };
        if *number == "Num:" || !number.ends_with(':') || *index == "UND" || *index == "ABS" {
            continue;
        }
        let (name, node) = name.split_once("@@").unwrap_or((name, "no node"));
        symbols.push(Symbol {
            name: name.to_owned(),
            node: node.to_owned(),
            kind: if *kind == "FUNC" { "function" } else { "data" },
            size: (*size).to_owned(),
        });
    }
    Ok(symbols)
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

//! The entry points as C prototypes: pseudo-Rust with plain C types, which cbindgen turns into C.
use crate::Result;
use crate::{boundary, entries};
use std::fs;

/// Arguments whose C type says more, or less, than their boundary type: function, argument from 0, C type. An `Array`
/// serves reading and writing, and its elements are bytes where C leaves them open.
const EXCEPTIONS: [(&str, usize, &str); 12] = [
    // Only read.
    ("virDomainLookupByUUID", 1, "*const u8"),
    ("virNWFilterLookupByUUID", 1, "*const u8"),
    ("virNetworkLookupByUUID", 1, "*const u8"),
    ("virNetworkPortLookupByUUID", 1, "*const u8"),
    ("virSecretLookupByUUID", 1, "*const u8"),
    ("virSecretSetValue", 1, "*const u8"),
    ("virStoragePoolLookupByUUID", 1, "*const u8"),
    // Bytes of a stream, which the headers call characters.
    ("virStreamSend", 1, "*const c_char"),
    ("virStreamRecv", 1, "*mut c_char"),
    ("virStreamRecvFlags", 1, "*mut c_char"),
    // The guest's memory or disk, whatever it holds.
    ("virDomainBlockPeek", 4, "*mut c_void"),
    ("virDomainMemoryPeek", 3, "*mut c_void"),
];

/// The text of a C header, without includes.
pub(crate) fn render() -> Result<String> {
    let folder = tempfile::tempdir()?;
    let source = folder.path().join("prototypes.rs");
    fs::write(&source, pseudo_rust()?)?;
    let config = cbindgen::Config {
        language: cbindgen::Language::C,
        no_includes: true,
        usize_is_size_t: true,
        documentation: false,
        ..cbindgen::Config::default()
    };
    let bindings = cbindgen::Builder::new().with_config(config).with_src(&source).generate();
    let mut text = Vec::new();
    bindings?.write(&mut text);
    Ok(String::from_utf8(text)?)
}

fn pseudo_rust() -> Result<String> {
    let mut functions = String::new();
    let mut exceptions = EXCEPTIONS.to_vec();
    for entry in entries::all()? {
        let name = entry.name();
        let mut arguments = Vec::new();
        for (index, (argument, of)) in entry.arguments()?.into_iter().enumerate() {
            let mut c = boundary::c_type(of).map_err(|e| entry.error(&e.to_string()))?;
            let row = |row: &(&str, usize, &str)| row.0 == name && row.1 == index;
            if let Some(at) = exceptions.iter().position(row) {
                exceptions.swap_remove(at).2.clone_into(&mut c);
            }
            arguments.push(format!("{argument}_: {c}"));
        }
        let result = match &entry.signature.output {
            syn::ReturnType::Default => String::new(),
            syn::ReturnType::Type(_, result) => {
                let c = boundary::c_type(result).map_err(|e| entry.error(&e.to_string()))?;
                format!(" -> {c}")
            }
        };
        functions.push_str(&format!(
            "#[unsafe(no_mangle)]\npub extern \"C\" fn {name}({}){result} {{}}\n",
            arguments.join(", ")
        ));
    }
    match exceptions.first() {
        Some((function, index, _)) => Err(format!("no entry point {function} with an argument {index}").into()),
        None => Ok(functions),
    }
}
